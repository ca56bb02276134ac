package org.equicert.oracle;

import java.util.stream.IntStream;
import org.equicert.function.Array;
import org.equicert.number.Ball;

/**
 * What a right answer to a question looks like: whatever lies further from the value than rounding reaches is refuted.
 *
 * @param value the truth, entry by entry the nearest double
 * @param rounding how far from it rounding may put each entry, be it in the lower precision that a candidate may use inside
 */
public record Expectation(Array<Double> value, Array<Double> rounding) {
    /** @throws org.equicert.number.Undecided where an enclosure leaves the range of doubles */
    static Expectation of(Truth truth, Precision precision) {
        double most = Budget.lenientReach(truth.budget(), precision);
        Array<Ball> exact = truth.within(0);
        return new Expectation(exact.map(Ball::midpoint), Array.build(exact.shape(), i -> {
            double apart =
                    Math.abs(truth.acceptable(i, most).midpoint() - exact.get(i).midpoint());
            return Math.nextUp(apart + truth.halfWidth(i, most));
        }));
    }

    /** The entry of an answer of this shape that is furthest beyond what rounding explains. */
    public int worst(Array<Double> answer) {
        return IntStream.range(0, answer.size())
                .boxed()
                .max((i, j) -> Double.compare(excess(answer, i), excess(answer, j)))
                .orElseThrow();
    }

    private double excess(Array<Double> answer, int i) {
        return Math.abs(answer.get(i) - value.get(i)) / rounding.get(i);
    }
}
