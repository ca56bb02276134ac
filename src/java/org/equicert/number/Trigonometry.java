package org.equicert.number;

import java.math.BigInteger;

/** Enclosures of trigonometric functions at one exact number, absolute error about 2^−bits unless it says otherwise. */
final class Trigonometry {
    /** Up to 2^this arguments are reduced by π; beyond, all that is said of a sine is that it lies within ±1. */
    private static final int REDUCTION_LIMIT = 1 << 16;

    private static final Ball UNIT_INTERVAL = new Ball(Dyadic.ZERO, Bound.powerOfTwo(0));

    private Trigonometry() {}

    /** The sine and the cosine of one number. */
    record SinCos(Ball sin, Ball cos) {}

    /**
     * |x| = n π/2 + r with |r| ≤ π/4 up to rounding. x and π/2 carry top + 4 more bits than r, where n ≤ 2^top: cutting x
     * costs r at most 2⁻⁴ ulp, n times the error of π/2 at most 2 · 2^top / 2^(top + 4), cutting r one. So sine and cosine are
     * within 1.2 + 2 ulps of 2^−p.
     */
    static SinCos sinCos(Dyadic x, int bits) {
        if (x.top() > REDUCTION_LIMIT) {
            return new SinCos(UNIT_INTERVAL, UNIT_INTERVAL);
        }
        int p = bits + 2;
        int more = (int) Math.max(0, x.top()) + 4;
        BigInteger fixed = x.abs().floor((long) p + more);
        BigInteger halfPi = Constants.pi(p + more).shiftRight(1);
        int quadrant = 0;
        if (x.top() >= 0) {
            BigInteger n = fixed.shiftLeft(1).add(halfPi).divide(halfPi.shiftLeft(1));
            fixed = fixed.subtract(n.multiply(halfPi));
            quadrant = n.intValue() & 3;
        }
        FixedPoint.SinCos first = FixedPoint.sinCos(fixed.abs().shiftRight(more), p);
        BigInteger s = fixed.signum() < 0 ? first.sin().negate() : first.sin();
        boolean swap = (quadrant & 1) != 0;
        boolean sinNegative = quadrant >= 2 != x.signum() < 0;
        boolean cosNegative = quadrant == 1 || quadrant == 2;
        return new SinCos(ball(swap ? first.cos() : s, sinNegative, p), ball(swap ? s : first.cos(), cosNegative, p));
    }

    private static Ball ball(BigInteger value, boolean negative, int p) {
        return new Ball(new Dyadic(negative ? value.negate() : value, -p), Bound.up(4, -p));
    }

    /** |sin x − x| ≤ |x|³/6. */
    static Ball sin(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        if (2 * x.top() < -bits) {
            return new Ball(x, cubed(x).scaled(-2));
        }
        return sinCos(x, bits + lead(x)).sin;
    }

    /** |cos x − 1| ≤ x²/2. */
    static Ball cos(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ONE;
        }
        if (2 * x.top() < -bits) {
            Bound above = Bound.above(x);
            return new Ball(Dyadic.ONE, above.timesUp(above).scaled(-1));
        }
        return sinCos(x, bits).cos;
    }

    /**
     * |tan x − x| ≤ ½ |x|³ for |x| ≤ ½.
     *
     * @throws Undecided {@code SINGULAR} where a pole is too near to be told from x with these bits
     */
    static Ball tan(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        if (2 * x.top() < -bits) {
            return new Ball(x, cubed(x).scaled(-1));
        }
        SinCos both = sinCos(x, bits + lead(x));
        for (int p = 2 * bits + 64; both.cos.containsZero() && p <= 2 * bits + Kernel.MOST_EXTRA_BITS; p *= 2) {
            both = sinCos(x, p + lead(x));
        }
        return Balls.ofBits(bits + lead(x)).over(both.sin, both.cos);
    }

    private static Bound cubed(Dyadic x) {
        Bound above = Bound.above(x);
        return above.timesUp(above).timesUp(above);
    }

    /** The zeros after the point with which x starts. */
    private static int lead(Dyadic x) {
        return (int) Math.max(0, 1 - x.top());
    }

    static Ball atan(Dyadic x, int bits) {
        return x.signum() == 0 ? Ball.ZERO : atan2(x, Dyadic.ONE, bits);
    }

    /** Below this quotient y/x the series for the angle is short: log₂. */
    private static final int FLAT = -20;

    /**
     * The angle of (x, y) off the cut y = 0, x ≤ 0, with relative error about 2^−bits. It is t + atan2(v, u) for any t, here
     * close to it from doubles, with the point turned by −t: u = x cos t + y sin t, v = y cos t − x sin t. That quotient v/u is
     * about 2⁻⁵⁰. Where y/x itself is small and x positive, t = 0.
     */
    static Ball atan2(Dyadic y, Dyadic x, int bits) {
        Ball first = new Ball(x, Bound.ZERO);
        Ball second = new Ball(y, Bound.ZERO);
        boolean flat = y.signum() == 0 || x.signum() != 0 && y.top() - x.top() < FLAT;
        if (flat && x.signum() > 0) {
            int p = bits + 8;
            return atanOfSmall(Balls.ofBits(p).over(second, first), p);
        }
        double t = roughAngle(y, x);
        int p = bits + 8 - FLAT;
        Balls balls = Balls.ofBits(p);
        SinCos turn = sinCos(Dyadic.of(t), p);
        Ball u = balls.plus(balls.times(first, turn.cos), balls.times(second, turn.sin));
        Ball v = balls.minus(balls.times(second, turn.cos), balls.times(first, turn.sin));
        return balls.plus(Ball.exact(t), atanOfSmall(balls.over(v, u), p));
    }

    /** The angle in doubles, never 0: both numbers are scaled to the range in which nothing that matters underflows. */
    private static double roughAngle(Dyadic y, Dyadic x) {
        long top = x.signum() == 0 ? y.top() : y.signum() == 0 ? x.top() : Math.max(x.top(), y.top());
        return Math.atan2(y.scaled(-top).nearest(), x.scaled(-top).nearest());
    }

    /** q − q³/3 + q⁵/5 − … for |q| &lt; 2⁻¹⁹: what is left out is at most the first term that is. */
    private static Ball atanOfSmall(Ball q, int p) {
        Balls balls = Balls.ofBits(p);
        if (q.mid.signum() == 0 && q.isExact()) {
            return q;
        }
        Ball square = balls.negate(balls.times(q, q));
        long gain = -2 * q.above().toDyadic().top();
        int terms = (int) Math.max(1, Math.ceilDiv(p, gain));
        Ball sum = Ball.ZERO;
        for (int i = terms - 1; i >= 0; i--) {
            sum = balls.plus(balls.over(Ball.ONE, balls.of(2L * i + 1)), balls.times(square, sum));
        }
        Bound left = q.above();
        for (int i = 0; i < terms; i++) {
            left = left.timesUp(square.above());
        }
        return balls.times(q, sum).widen(left);
    }
}
