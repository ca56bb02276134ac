package org.equicert.vectors;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Ball;
import org.equicert.number.Undecided;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Question;
import org.equicert.oracle.TrueAnswer;
import org.equicert.oracle.Verdict;

/**
 * A question with all that is known of its answer. Every bound is a double, rounded outward.
 *
 * @param flags what is special about it
 * @param truth the true answer lies between these
 * @param accepted so does every answer that rounding explains
 * @param budget the longest dependent chain of roundings
 * @param bad answers that are refuted, and the mistake that gives each
 */
public record TestVector(
        Question question,
        Set<Flag> flags,
        Bounds truth,
        Bounds accepted,
        int budget,
        Map<Mistake, Array<Double>> bad) {

    /** Two arrays of one shape, of which no entry of the lower is above that of the upper. */
    public record Bounds(Array<Double> lower, Array<Double> upper) {
        /** The ends of balls; a zero has no sign. */
        static Bounds of(Array<Ball> balls) {
            return new Bounds(balls.map(y -> y.lower() + 0.0), balls.map(y -> y.upper() + 0.0));
        }

        double widest() {
            double widest = 0;
            for (int i = 0; i < lower.size(); i++) {
                widest = Math.max(widest, upper.get(i) - lower.get(i));
            }
            return widest;
        }
    }

    /**
     * The test that a question makes; empty where the judges would leave its answer undecided.
     *
     * @param turn where among the mistakes the search for a bad answer begins: one is enough
     */
    static Optional<TestVector> of(Oracle oracle, Question question, int turn) {
        Definition f = Functions.find(question.function()).orElseThrow();
        try {
            TrueAnswer truth = oracle.truth(question);
            Array<Double> right =
                    truth.enclosure().map(y -> question.precision().round(y.midpoint()));
            if (truth.judge(right).verdict() != Verdict.CONSISTENT) {
                return Optional.empty();
            }
            Bounds accepted = Bounds.of(truth.explained());
            double largest =
                    right.entries().stream().mapToDouble(Math::abs).max().orElseThrow();
            double ulps = accepted.widest()
                    / (2 * truth.budget() * question.precision().unitRoundoff());
            return Optional.of(new TestVector(
                    question,
                    Flag.of(f, question, truth.enclosure(), largest == 0 ? 0 : ulps / largest),
                    Bounds.of(truth.enclosure()),
                    accepted,
                    truth.budget(),
                    bad(truth, question, right, turn)));
        } catch (Undecided e) {
            return Optional.empty();
        }
    }

    private static Map<Mistake, Array<Double>> bad(TrueAnswer truth, Question question, Array<Double> right, int turn) {
        Map<Mistake, Array<Double>> bad = new EnumMap<>(Mistake.class);
        Mistake[] mistakes = Mistake.values();
        for (int i = 0; i < mistakes.length && bad.isEmpty(); i++) {
            Mistake mistake = mistakes[(turn + i) % mistakes.length];
            mistake.of(question, right)
                    .filter(wrong -> truth.judge(wrong).verdict() == Verdict.REFUTED)
                    .ifPresent(wrong -> bad.put(mistake, wrong));
        }
        return bad;
    }
}
