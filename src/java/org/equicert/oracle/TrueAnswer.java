package org.equicert.oracle;

import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Ball;
import org.equicert.number.Undecided;

/** The true answer to one question, as far as it can be known, and the answers that rounding makes of it. */
public final class TrueAnswer {
    private final Definition f;
    private final Precision precision;
    private final Corroborations corroborations;
    private final Truth truth;

    TrueAnswer(Definition f, Question question, Corroborations corroborations) {
        this.f = f;
        this.precision = question.precision();
        this.corroborations = corroborations;
        this.truth = new Truth(f, question);
    }

    /** Proven enclosures of its entries. */
    public Array<Ball> enclosure() {
        return truth.within(0);
    }

    /**
     * By entry, everything that rounding within the budget explains.
     *
     * @throws Undecided where that cannot be said
     */
    public Array<Ball> explained() {
        double reach = Budget.reach(truth.budget(), precision.unitRoundoff());
        return Array.build(truth.shape(), i -> truth.acceptable(i, reach));
    }

    /** The longest dependent chain of roundings. */
    public int budget() {
        return truth.budget();
    }

    /** What the truth judge says of an answer. */
    public Judgement judge(Array<Double> output) {
        return corroborations.temper(f, TruthJudge.judge(truth, precision, output));
    }
}
