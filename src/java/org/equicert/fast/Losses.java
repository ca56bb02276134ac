package org.equicert.fast;

import static org.equicert.fast.Elementwise.ABS;
import static org.equicert.fast.Elementwise.EXP;
import static org.equicert.fast.Elementwise.SOFTPLUS;

/** Losses of a prediction x: most are the mean over entries of a function of x and target. */
public final class Losses {
    private Losses() {}

    public static <V> V absolute(Arithmetic<V> on, V x, V target) {
        return Reductions.mean(on, on.map(ABS, on.subtract(x, target)));
    }

    public static <V> V squared(Arithmetic<V> on, V x, V target) {
        return Reductions.mean(on, Maps.square(on, on.subtract(x, target)));
    }

    /** eˣ − target·x */
    public static <V> V poisson(Arithmetic<V> on, V x, V target) {
        return Reductions.mean(on, on.subtract(on.map(EXP, x), on.multiply(target, x)));
    }

    /** log(1 + eˣ) − x·target */
    public static <V> V binaryCrossEntropy(Arithmetic<V> on, V x, V target) {
        return Reductions.mean(on, on.subtract(on.map(SOFTPLUS, x), on.multiply(x, target)));
    }

    /** log(1 + e^(−x·target)) */
    public static <V> V softMargin(Arithmetic<V> on, V x, V target) {
        return Reductions.mean(on, on.map(SOFTPLUS, on.scale(-1, on.multiply(x, target))));
    }

    /** −log softmax(x)[label] */
    public static <V> V crossEntropy(Arithmetic<V> on, V x, int label) {
        return on.subtract(Reductions.logSumExp(on, x), entry(on, x, label));
    }

    /** −x[label] */
    public static <V> V negative(Arithmetic<V> on, V x, int label) {
        return on.scale(-1, entry(on, x, label));
    }

    private static <V> V entry(Arithmetic<V> on, V x, int i) {
        double[] unit = new double[on.size(x)];
        if (i < 0 || i >= unit.length) {
            throw new ShapeException("label " + i + " is none of " + unit.length);
        }
        unit[i] = 1;
        return on.contract(Contraction.inner(unit.length), x, on.of(unit));
    }
}
