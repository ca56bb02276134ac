package org.equicert.oracle;

import java.util.OptionalDouble;
import java.util.function.IntToDoubleFunction;
import org.equicert.function.Array;
import org.equicert.number.Ball;
import org.equicert.number.Undecided;

/** Judges an answer against proven enclosures of the true one. */
final class TruthJudge {
    private TruthJudge() {}

    /**
     * What the answer to {@code truth}'s question deserves.
     *
     * @param output finite or not, of whatever shape: it is the candidate's
     */
    static Judgement judge(Truth truth, Precision precision, Array<Double> output) {
        if (!output.shape().equals(truth.shape())) {
            return Judgement.without(
                    Judge.TRUTH,
                    Verdict.FAILED,
                    "answered shape " + output.shape() + " where " + truth.shape() + " was asked");
        }
        for (int i = 0; i < output.size(); i++) {
            if (!Double.isFinite(output.get(i))) {
                return notFinite(truth, precision, output, i);
            }
        }
        return Scale.weigh(Judge.TRUTH, precision, truth.budget(), new Claim() {
            @Override
            public boolean acceptable(double t) {
                for (int i = 0; i < output.size(); i++) {
                    if (!truth.acceptable(i, t).contains(output.get(i))) {
                        return false;
                    }
                }
                return true;
            }

            @Override
            public double power(double t) {
                return truth.power(t);
            }

            @Override
            public Discrepancy worst() {
                IntToDoubleFunction excess = i -> {
                    double width = truth.halfWidth(i, truth.budget());
                    double distance = distance(truth.within(0).get(i), output.get(i));
                    return distance == 0 ? 0 : distance / width;
                };
                int worst = 0;
                for (int i = 1; i < output.size(); i++) {
                    if (excess.applyAsDouble(i) > excess.applyAsDouble(worst)) {
                        worst = i;
                    }
                }
                Ball expected = truth.within(0).get(worst);
                return new Discrepancy(
                        "entry " + output.index(worst),
                        expected.toString(),
                        Double.toString(output.get(worst)),
                        distance(expected, output.get(worst)));
            }
        });
    }

    /** Wrong, unless what rounding reaches is as large as the answer, or has none. */
    private static Judgement notFinite(Truth truth, Precision precision, Array<Double> output, int i) {
        String answered = "answered " + output.get(i) + " at entry " + output.index(i);
        try {
            double power = truth.power(Math.min(truth.budget(), Scale.MOST_BUDGET / precision.unitRoundoff()));
            if (power >= 1) {
                return Judgement.without(
                        Judge.TRUTH,
                        Verdict.UNDECIDED,
                        answered + ", but rounding may leave nothing of what is divided by");
            }
        } catch (Undecided e) {
            return Judgement.without(Judge.TRUTH, Verdict.UNDECIDED, answered + ", but " + e.getMessage());
        }
        return Judgement.without(Judge.TRUTH, Verdict.FAILED, answered + " where the truth is finite");
    }

    /** How far an answer lies from the truth at its worst entry; empty if it is no answer. */
    static OptionalDouble distance(Truth truth, Array<Double> output) {
        if (!output.shape().equals(truth.shape())) {
            return OptionalDouble.empty();
        }
        double distance = 0;
        for (int i = 0; i < output.size(); i++) {
            distance = Math.max(distance, distance(truth.within(0).get(i), output.get(i)));
        }
        return Double.isFinite(distance) ? OptionalDouble.of(distance) : OptionalDouble.empty();
    }

    private static double distance(Ball expected, double actual) {
        return Math.abs(actual - expected.midpoint());
    }
}
