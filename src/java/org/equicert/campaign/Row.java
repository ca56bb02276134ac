package org.equicert.campaign;

import java.util.Optional;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;

/** A row of a report: what is judged, by whom. */
public record Row(String function, Quantity quantity, Optional<Mode> mode, Precision precision, Judge judge) {
    public static Row of(Result result) {
        return new Row(result.function(), result.quantity(), result.mode(), result.precision(), result.judge());
    }

    static Row of(Ruling ruling) {
        Question q = ruling.accused().question();
        return new Row(
                q.function(),
                q.quantity(),
                q.mode(),
                q.precision(),
                ruling.judgement().judge());
    }

    @Override
    public String toString() {
        return String.join(
                " ", function, quantity.word(), mode.map(Mode::word).orElse("–"), precision.word(), judge.word());
    }
}
