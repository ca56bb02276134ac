package org.equicert.fast;

import static org.equicert.fast.Elementwise.ABS;
import static org.equicert.fast.Elementwise.EXP;
import static org.equicert.fast.Elementwise.LOG;
import static org.equicert.fast.Elementwise.LOG1P;
import static org.equicert.fast.Elementwise.RECIPROCAL;
import static org.equicert.fast.Elementwise.SIGMOID;
import static org.equicert.fast.Elementwise.SOFTPLUS;
import static org.equicert.fast.Elementwise.SQRT;
import static org.equicert.fast.Elementwise.TANH;

/** Functions that are applied entry by entry, and made of {@link Elementwise} ones. */
public final class Maps {
    private Maps() {}

    public static <V> V negative(Arithmetic<V> on, V x) {
        return on.scale(-1, x);
    }

    public static <V> V square(Arithmetic<V> on, V x) {
        return on.multiply(x, x);
    }

    public static <V> V log2(Arithmetic<V> on, V x) {
        return on.scale(1 / Math.log(2), on.map(LOG, x));
    }

    public static <V> V log10(Arithmetic<V> on, V x) {
        return on.scale(1 / Math.log(10), on.map(LOG, x));
    }

    public static <V> V exp2(Arithmetic<V> on, V x) {
        return on.map(EXP, on.scale(Math.log(2), x));
    }

    /** 1/√x */
    public static <V> V rsqrt(Arithmetic<V> on, V x) {
        return on.map(RECIPROCAL, on.map(SQRT, x));
    }

    /** x/(1 + |x|) */
    public static <V> V softsign(Arithmetic<V> on, V x) {
        return divide(on, x, on.shift(on.map(ABS, x), 1));
    }

    /** x·σ(x) */
    public static <V> V swish(Arithmetic<V> on, V x) {
        return on.multiply(x, on.map(SIGMOID, x));
    }

    /** x·tanh(log(1 + eˣ)) */
    public static <V> V mish(Arithmetic<V> on, V x) {
        return on.multiply(x, on.map(TANH, on.map(SOFTPLUS, x)));
    }

    /** log σ(x) */
    public static <V> V logSigmoid(Arithmetic<V> on, V x) {
        return on.scale(-1, on.map(SOFTPLUS, on.scale(-1, x)));
    }

    /** x − tanh x */
    public static <V> V tanhShrink(Arithmetic<V> on, V x) {
        return on.subtract(x, on.map(TANH, x));
    }

    /** log(x/(1 − x)) */
    public static <V> V logit(Arithmetic<V> on, V x) {
        return on.subtract(on.map(LOG, x), on.map(LOG1P, on.scale(-1, x)));
    }

    /** −x·log x */
    public static <V> V entropy(Arithmetic<V> on, V x) {
        return on.scale(-1, on.multiply(x, on.map(LOG, x)));
    }

    public static <V> V divide(Arithmetic<V> on, V x1, V x2) {
        return on.multiply(x1, on.map(RECIPROCAL, x2));
    }

    /** √(x₁² + x₂²) */
    public static <V> V hypotenuse(Arithmetic<V> on, V x1, V x2) {
        return on.map(SQRT, on.add(square(on, x1), square(on, x2)));
    }

    /**
     * log(e^x₁ + e^x₂), as a row of two for each entry: with one of them taken out, its derivative would be 1 less the
     * other's, and cancel.
     */
    public static <V> V logAddExp(Arithmetic<V> on, V x1, V x2) {
        int n = on.size(x1);
        Contraction place = Contraction.product(n, 1, 2);
        V pairs = on.add(on.contract(place, x1, on.of(1, 0)), on.contract(place, x2, on.of(0, 1)));
        return Reductions.rowLogSumExp(on, n, pairs);
    }

    /** x₁·log x₂ */
    public static <V> V xLogY(Arithmetic<V> on, V x1, V x2) {
        return on.multiply(x1, on.map(LOG, x2));
    }

    /** x₁·log(1 + x₂) */
    public static <V> V xLog1pY(Arithmetic<V> on, V x1, V x2) {
        return on.multiply(x1, on.map(LOG1P, x2));
    }
}
