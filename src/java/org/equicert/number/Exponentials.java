package org.equicert.number;

/**
 * Functions at one exact number that are a few exponentials and logarithms, in ball arithmetic, which keeps account of
 * rounding: no formula here cancels, so that the relative error is a few times 2^−bits.
 */
final class Exponentials {
    private Exponentials() {}

    /** With E = e^a − 1 ≥ 0, a = |x|: ½ (E + E / (E + 1)). */
    static Ball sinh(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball e = Elementary.expm1(x.abs(), bits);
        Ball half = balls.half(balls.plus(e, balls.over(e, balls.plus(e, Ball.ONE))));
        return x.signum() < 0 ? balls.negate(half) : half;
    }

    /** ½ (e^a + e^−a), a = |x|. */
    static Ball cosh(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball e = Elementary.exp(x.abs(), bits);
        return balls.half(balls.plus(e, balls.over(Ball.ONE, e)));
    }

    /** 1 / (1 + e^−x); 1 − σ(x) &lt; e^−x. */
    static Ball logistic(Dyadic x, int bits) {
        if (isBeyondExp(x)) {
            return Ball.ONE.widen(Bound.powerOfTwo(-Elementary.EXP_TAIL));
        }
        Balls balls = Balls.ofBits(bits);
        return balls.over(Ball.ONE, balls.plus(Ball.ONE, Elementary.exp(x.negate(), bits)));
    }

    /** max(x, 0) + log(1 + e^−|x|), where the logarithm is below e^−|x|. */
    static Ball softplus(Dyadic x, int bits) {
        Ball line = new Ball(x, Bound.ZERO);
        if (isBeyondExp(x)) {
            return line.widen(Bound.powerOfTwo(-Elementary.EXP_TAIL));
        }
        Balls balls = Balls.ofBits(bits);
        Ball bend = balls.log1p(Elementary.exp(x.abs().negate(), bits));
        return x.signum() > 0 ? balls.plus(line, bend) : bend;
    }

    private static boolean isBeyondExp(Dyadic x) {
        return x.signum() > 0 && x.top() > Elementary.EXP_LIMIT;
    }

    /** xⁿ for n ≥ 0, x ≠ 0 unless n &gt; 0, by squaring, as {@link Algebra#power}: below 2 n roundings, hence log₂ n + 3 bits. */
    static Ball power(Dyadic x, int n, int bits) {
        int p = bits + 35 - Integer.numberOfLeadingZeros(n);
        Balls balls = Balls.ofBits(p);
        Ball result = Ball.ONE;
        Ball square = new Ball(x, Bound.ZERO);
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                result = balls.times(result, square);
            }
            square = left > 1 ? balls.times(square, square) : square;
        }
        return result;
    }
}
