package org.equicert.fast;

import static org.equicert.fast.Elementwise.ABS;
import static org.equicert.fast.Elementwise.EXP;
import static org.equicert.fast.Elementwise.LOG;
import static org.equicert.fast.Elementwise.RECIPROCAL;
import static org.equicert.fast.Elementwise.SQRT;

import java.util.Arrays;

/** What gathers a vector, or each row of a matrix: sums, norms, softmax, normalisation. */
public final class Reductions {
    private Reductions() {}

    /** The sum of the entries: a scalar. */
    public static <V> V sum(Arithmetic<V> on, V x) {
        return rowSums(on, 1, x);
    }

    /** The sum of each row of x, of shape (rows, ·). */
    public static <V> V rowSums(Arithmetic<V> on, int rows, V x) {
        int n = on.size(x) / rows;
        return on.contract(Contraction.product(rows, n, 1), x, on.filled(on.of(new double[n]), 1));
    }

    /** y(i) in every entry of row i, of n entries. */
    public static <V> V spread(Arithmetic<V> on, V y, int n) {
        return on.contract(Contraction.product(on.size(y), 1, n), y, on.filled(on.of(new double[n]), 1));
    }

    public static <V> V mean(Arithmetic<V> on, V x) {
        return on.scale(1.0 / on.size(x), sum(on, x));
    }

    public static <V> V sumOfSquares(Arithmetic<V> on, V x) {
        return sum(on, on.multiply(x, x));
    }

    public static <V> V sumOfMagnitudes(Arithmetic<V> on, V x) {
        return sum(on, on.map(ABS, x));
    }

    public static <V> V logOfSum(Arithmetic<V> on, V x) {
        return on.map(LOG, sum(on, x));
    }

    public static <V> V norm(Arithmetic<V> on, V x) {
        return on.map(SQRT, sumOfSquares(on, x));
    }

    public static <V> V logSumExp(Arithmetic<V> on, V x) {
        return rowLogSumExp(on, 1, x);
    }

    /** log Σ exp of each row, shifted by the row's largest entry lest it overflows. */
    public static <V> V rowLogSumExp(Arithmetic<V> on, int rows, V x) {
        V largest = on.largest(rows, x);
        V shifted = on.subtract(x, spread(on, largest, on.size(x) / rows));
        return on.add(largest, on.map(LOG, rowSums(on, rows, on.map(EXP, shifted))));
    }

    public static <V> V softmax(Arithmetic<V> on, V x) {
        return rowSoftmax(on, 1, x);
    }

    public static <V> V softmin(Arithmetic<V> on, V x) {
        return softmax(on, on.scale(-1, x));
    }

    /** exp x over its row's sum. */
    public static <V> V rowSoftmax(Arithmetic<V> on, int rows, V x) {
        int n = on.size(x) / rows;
        V e = on.map(EXP, on.subtract(x, spread(on, on.largest(rows, x), n)));
        return on.multiply(e, spread(on, on.map(RECIPROCAL, rowSums(on, rows, e)), n));
    }

    public static <V> V logSoftmax(Arithmetic<V> on, V x) {
        return on.subtract(x, spread(on, logSumExp(on, x), on.size(x)));
    }

    /** x less the mean of its row. */
    public static <V> V centred(Arithmetic<V> on, int rows, V x) {
        int n = on.size(x) / rows;
        return on.subtract(x, spread(on, on.scale(1.0 / n, rowSums(on, rows, x)), n));
    }

    /** Σ (x − mean)² over n − correction. */
    public static <V> V variance(Arithmetic<V> on, V x, double correction) {
        return on.scale(1 / (on.size(x) - correction), sumOfSquares(on, centred(on, 1, x)));
    }

    public static <V> V deviation(Arithmetic<V> on, V x) {
        return on.map(SQRT, variance(on, x, 1));
    }

    /** Half the sum of all neighbours' sums. */
    public static <V> V trapezoid(Arithmetic<V> on, V x) {
        double[] weights = new double[on.size(x)];
        Arrays.fill(weights, 1);
        weights[0] -= 0.5;
        weights[weights.length - 1] -= 0.5;
        return on.contract(Contraction.inner(weights.length), x, on.of(weights));
    }

    /** x(i + 1) − x(i) */
    public static <V> V differences(Arithmetic<V> on, V x) {
        return on.contract(Contraction.sliding(on.size(x), 2), x, on.of(-1, 1));
    }
}
