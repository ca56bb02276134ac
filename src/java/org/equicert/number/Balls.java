package org.equicert.number;

import java.math.BigInteger;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Ball arithmetic: the result of every operation encloses the exact results for all numbers of the operand balls. Midpoints
 * are rounded to a fixed number of bits, and what rounding changes is added to the radius, so that an exact operand gives a
 * result with a relative radius of about 2^−bits, and results that fit are exact.
 *
 * <p>Operands may come from another precision. How functions of one exact number are extended to balls is in {@link Extension}.
 */
public final class Balls implements Algebra<Ball> {
    private static final int MAX_BITS = 1 << 20;
    private static final Map<Integer, Balls> INSTANCES = new ConcurrentHashMap<>();

    private final int bits;

    private Balls(int bits) {
        this.bits = bits;
    }

    /**
     * The balls whose midpoints are rounded to {@code bits} bits.
     *
     * @throws IllegalArgumentException unless 2 ≤ bits ≤ 2²⁰
     */
    public static Balls ofBits(int bits) {
        if (bits < 2 || bits > MAX_BITS) {
            throw new IllegalArgumentException("balls of " + bits + " bits");
        }
        return INSTANCES.computeIfAbsent(bits, Balls::new);
    }

    public int bits() {
        return bits;
    }

    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    @Override
    public Ball of(long n) {
        return new Ball(Dyadic.of(n), Bound.ZERO);
    }

    @Override
    public Ball of(double x) {
        return Ball.exact(x);
    }

    /** The fraction x, rounded to this precision. */
    public Ball of(Rational x) {
        return over(
                new Ball(new Dyadic(x.numerator(), 0), Bound.ZERO),
                new Ball(new Dyadic(x.denominator(), 0), Bound.ZERO));
    }

    @Override
    public Ball zero() {
        return Ball.ZERO;
    }

    @Override
    public Ball one() {
        return Ball.ONE;
    }

    @Override
    public Ball plus(Ball x, Ball y) {
        return plus(x, y.mid, y.rad);
    }

    @Override
    public Ball minus(Ball x, Ball y) {
        return plus(x, y.mid.negate(), y.rad);
    }

    private Ball plus(Ball x, Dyadic b, Bound radius) {
        Dyadic a = x.mid;
        Bound sum = x.rad.plusUp(radius);
        if (a.signum() == 0) {
            return rounded(b, sum);
        }
        if (b.signum() == 0) {
            return rounded(a, sum);
        }
        // Where one is smaller than a rounding error of the other, it becomes one: no shift is ever longer than that.
        long gap = a.top() - b.top();
        if (gap > bits + 2) {
            return rounded(a, sum.plusUp(Bound.above(b)));
        }
        if (-gap > bits + 2) {
            return rounded(b, sum.plusUp(Bound.above(a)));
        }
        return rounded(a.plus(b), sum);
    }

    @Override
    public Ball times(Ball x, Ball y) {
        Dyadic a = x.mid;
        Dyadic b = y.mid;
        if (a.signum() == 0 && x.rad.isZero() || b.signum() == 0 && y.rad.isZero()) {
            return Ball.ZERO;
        }
        Bound radius = Bound.ZERO;
        if (!y.rad.isZero()) {
            radius = Bound.above(a).plusUp(x.rad).timesUp(y.rad);
        }
        if (!x.rad.isZero()) {
            radius = radius.plusUp(Bound.above(b).timesUp(x.rad));
        }
        if (a.signum() == 0 || b.signum() == 0) {
            return new Ball(Dyadic.ZERO, radius);
        }
        return rounded(a.mantissa().multiply(b.mantissa()), a.exponent() + b.exponent(), radius);
    }

    @Override
    public Ball negate(Ball x) {
        return new Ball(x.mid.negate(), x.rad);
    }

    /**
     * With midpoints a, b and radii r, s: |x/y − a/b| ≤ (r + |a/b| s) / (|b| − s).
     *
     * @throws Undecided {@code SINGULAR} where y contains 0
     */
    @Override
    public Ball over(Ball x, Ball y) {
        if (y.containsZero()) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by " + y + ", which contains 0");
        }
        Ball quotient = over(x.mid, y.mid);
        if (x.rad.isZero() && y.rad.isZero()) {
            return quotient;
        }
        Bound spread = x.rad.plusUp(quotient.above().timesUp(y.rad));
        return spread.isZero() ? quotient : quotient.widen(spread.overUp(leastMagnitude(y)));
    }

    private Ball over(Dyadic a, Dyadic b) {
        if (a.signum() == 0) {
            return Ball.ZERO;
        }
        int shift =
                Math.max(0, bits + 2 - a.mantissa().bitLength() + b.mantissa().bitLength());
        BigInteger[] quotient = a.mantissa().shiftLeft(shift).divideAndRemainder(b.mantissa());
        long exponent = a.exponent() - b.exponent() - shift;
        return rounded(quotient[0], exponent, quotient[1].signum() == 0 ? Bound.ZERO : Bound.powerOfTwo(exponent));
    }

    /** A positive number that is not above |y| for any y of this ball, which must not contain 0. */
    static Bound leastMagnitude(Ball y) {
        if (y.rad.isZero()) {
            return Bound.below(y.mid);
        }
        return Bound.below(y.mid.signum() > 0 ? y.low() : y.high());
    }

    @Override
    public Ball sqrt(Ball x) {
        return Extension.sqrt(this, x);
    }

    /** Over exact x as over rationals; a wide x is raised at its ends, so that even powers stay nonnegative. */
    @Override
    public Ball power(Ball x, int n) {
        return Extension.power(this, x, n);
    }

    /** As {@link Algebra#pow}; besides, x may be any ball where y is an integer, and may reach 0 where y is positive. */
    @Override
    public Ball pow(Ball x, Ball y) {
        return Extension.pow(this, x, y);
    }

    /** @throws Undecided {@code WIDTH} where |x| may be beyond 2⁴⁰ */
    @Override
    public Ball exp(Ball x) {
        return Extension.exp(this, x);
    }

    /** @throws Undecided {@code WIDTH} where x may be beyond 2⁴⁰ */
    @Override
    public Ball expm1(Ball x) {
        return Extension.expm1(this, x);
    }

    @Override
    public Ball log(Ball x) {
        return Extension.log(this, x);
    }

    @Override
    public Ball log1p(Ball x) {
        return Extension.log1p(this, x);
    }

    @Override
    public Ball pi() {
        return rounded(Constants.pi(bits + 2), -bits - 2L, Bound.up(2, -bits - 2L));
    }

    /** Beyond 2^2¹⁶ all that is said is that it lies within ±1. */
    @Override
    public Ball sin(Ball x) {
        return CircularExtension.sin(this, x);
    }

    /** As {@link #sin}. */
    @Override
    public Ball cos(Ball x) {
        return CircularExtension.cos(this, x);
    }

    @Override
    public Ball tan(Ball x) {
        return CircularExtension.tan(this, x);
    }

    @Override
    public Ball atan(Ball x) {
        return CircularExtension.atan(this, x);
    }

    @Override
    public Ball atan2(Ball y, Ball x) {
        return CircularExtension.atan2(this, y, x);
    }

    @Override
    public Ball asin(Ball x) {
        return InverseExtension.asin(this, x);
    }

    @Override
    public Ball acos(Ball x) {
        return InverseExtension.acos(this, x);
    }

    @Override
    public Ball asinh(Ball x) {
        return InverseExtension.asinh(this, x);
    }

    @Override
    public Ball acosh(Ball x) {
        return InverseExtension.acosh(this, x);
    }

    @Override
    public Ball atanh(Ball x) {
        return InverseExtension.atanh(this, x);
    }

    /** @throws Undecided {@code WIDTH} where |x| may be beyond 2⁴⁰ */
    @Override
    public Ball sinh(Ball x) {
        return Extension.sinh(this, x);
    }

    /** @throws Undecided {@code WIDTH} where |x| may be beyond 2⁴⁰ */
    @Override
    public Ball cosh(Ball x) {
        return Extension.cosh(this, x);
    }

    @Override
    public Ball tanh(Ball x) {
        return Extension.tanh(this, x);
    }

    /** @throws Undecided {@code WIDTH} where x may be below −2⁴⁰ */
    @Override
    public Ball logistic(Ball x) {
        return Extension.logistic(this, x);
    }

    /** @throws Undecided {@code WIDTH} where x may be below −2⁴⁰ */
    @Override
    public Ball softplus(Ball x) {
        return Extension.softplus(this, x);
    }

    @Override
    public Ball erf(Ball x) {
        return Extension.erf(this, x);
    }

    /** @throws Undecided {@code WIDTH} where x may be beyond 2²⁰ */
    @Override
    public Ball erfc(Ball x) {
        return Extension.erfc(this, x);
    }

    /** @throws Undecided {@code WIDTH} where the result may be beyond e^(2⁴⁰), or below e^(−2⁴⁰) */
    @Override
    public Ball gamma(Ball x) {
        return Extension.gamma(this, x);
    }

    @Override
    public Ball lgamma(Ball x) {
        return Extension.lgamma(this, x);
    }

    /** @throws Undecided {@code WIDTH} where x may be below −2¹⁴ */
    @Override
    public Ball polygamma(int m, Ball x) {
        return Extension.polygamma(this, m, x);
    }

    @Override
    public Sign sign(Ball x) {
        if (x.containsZero()) {
            return x.rad.isZero() ? Sign.ZERO : Sign.UNKNOWN;
        }
        return Sign.of(x.mid.signum());
    }

    /** The midpoint's size within the range of positive doubles; 0 where x contains 0. */
    @Override
    public double magnitude(Ball x) {
        return x.containsZero() ? 0 : Math.max(Math.abs(x.midpoint()), Double.MIN_VALUE);
    }

    /** x / 2, exactly. */
    Ball half(Ball x) {
        return new Ball(x.mid.scaled(-1), x.rad.scaled(-1));
    }

    /** x with its midpoint rounded to this precision; the radius grows by what that changes, not by what it may change. */
    Ball round(Ball x) {
        Ball rounded = rounded(x.mid, Bound.ZERO);
        return rounded.isExact()
                ? new Ball(rounded.mid, x.rad)
                : new Ball(rounded.mid, x.rad.plusUp(Bound.above(x.mid.minus(rounded.mid))));
    }

    private Ball rounded(Dyadic mid, Bound radius) {
        return mid.mantissa().bitLength() <= bits
                ? new Ball(mid, radius)
                : rounded(mid.mantissa(), mid.exponent(), radius);
    }

    /** The midpoint rounded to the nearest of this precision, what that changes added to the radius. */
    private Ball rounded(BigInteger mantissa, long exponent, Bound radius) {
        int drop = mantissa.bitLength() - bits;
        if (drop <= 0) {
            return new Ball(new Dyadic(mantissa, exponent), radius);
        }
        BigInteger cut = mantissa.shiftRight(drop);
        Dyadic mid = new Dyadic(mantissa.testBit(drop - 1) ? cut.add(BigInteger.ONE) : cut, exponent + drop);
        boolean exact = mantissa.getLowestSetBit() >= drop;
        return new Ball(mid, exact ? radius : radius.plusUp(Bound.powerOfTwo(exponent + drop - 1)));
    }
}
