package org.equicert.oracle;

import java.util.Optional;
import org.equicert.function.Array;

/**
 * Judges by logic: on integers so small that every partial sum is exact in whatever order, an answer is right or wrong, and
 * the verified reference says which.
 */
final class LatticeJudge {
    private LatticeJudge() {}

    /** Empty where the question is not on the lattice. */
    static Optional<Judgement> judge(Question question, Array<Double> output) {
        return Lattice.of(question).map(lattice -> judge(lattice.answer(), output));
    }

    private static Judgement judge(long[] expected, Array<Double> output) {
        if (output.size() != expected.length) {
            return Judgement.without(Judge.LATTICE, Verdict.FAILED, "answered shape " + output.shape());
        }
        for (int i = 0; i < expected.length; i++) {
            if (output.get(i) != expected[i]) { // equal up to signed zero
                return new Judgement(
                        Judge.LATTICE,
                        Verdict.REFUTED,
                        Double.NaN,
                        0,
                        0,
                        Optional.empty(),
                        "exact integer arithmetic says otherwise",
                        Optional.of(new Discrepancy(
                                "entry " + output.index(i),
                                Long.toString(expected[i]),
                                Double.toString(output.get(i)),
                                Math.abs(output.get(i) - expected[i]))));
            }
        }
        return new Judgement(Judge.LATTICE, Verdict.EXACT, 0, 0, 0, Optional.empty(), "", Optional.empty());
    }
}
