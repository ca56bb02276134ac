package org.equicert.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;

/**
 * A refuted question, asked again in another precision. What is wrong is as wrong there; what is only unstable shrinks
 * with u.
 *
 * @param difference how far the other answer lies from the truth
 * @param shrinks whether the discrepancy follows u
 */
record Confirmation(Precision precision, double difference, boolean shrinks) {
    /** A discrepancy that shrinks by at least this part of what u does, on a logarithmic scale, follows u. */
    private static final double FOLLOWS = 2.0 / 3;

    /** Empty where one of the two answers cannot be measured. */
    static Optional<Confirmation> of(Oracle oracle, Exchange refuted, Exchange again) {
        OptionalDouble there = oracle.distance(again);
        OptionalDouble here = oracle.distance(refuted);
        if (there.isEmpty() || here.isEmpty()) {
            return Optional.empty();
        }
        double u = again.question().precision().unitRoundoff()
                / refuted.question().precision().unitRoundoff();
        double ratio = there.getAsDouble() / here.getAsDouble();
        boolean shrinks = u > 1 ? ratio >= Math.pow(u, FOLLOWS) : ratio <= Math.pow(u, FOLLOWS);
        return Optional.of(new Confirmation(again.question().precision(), there.getAsDouble(), shrinks));
    }

    String text() {
        return String.format(
                Locale.ROOT,
                "asked again in %s the answer is off by %.3g: the discrepancy %s",
                precision.word(),
                difference,
                shrinks ? "shrinks with u" : "does not shrink with u");
    }
}
