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
 * <p>Operands may come from another precision. Not even a root at a ball that touches zero or a tanh that is saturated loses
 * more than the midpoint-radius form must: where an operand is wide, monotone functions are enclosed by their values at its
 * ends, elsewhere by the mean value theorem.
 */
public final class Balls implements Algebra<Ball> {
    private static final int MAX_BITS = 1 << 20;
    private static final Map<Integer, Balls> INSTANCES = new ConcurrentHashMap<>();

    /** An operand with a radius (relative or absolute, as the function has it) beyond 2⁻¹⁰ counts as wide. */
    private static final int WIDE = -10;

    private static final Bound WIDE_RADIUS = Bound.powerOfTwo(WIDE);

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
    private static Bound leastMagnitude(Ball y) {
        if (y.rad.isZero()) {
            return Bound.below(y.mid);
        }
        return Bound.below(y.mid.signum() > 0 ? y.low() : y.high());
    }

    /** A ball whose lower end is exactly 0 is in the domain. For 0 &lt; m − r: |√x − √m| ≤ r / (2 √(m − r)). */
    @Override
    public Ball sqrt(Ball x) {
        if (x.mid.signum() < 0 || x.rad.compareToMagnitude(x.mid) > 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "square root of " + x + ", which may be negative");
        }
        if (x.rad.isZero()) {
            return at(Elementary::sqrt, x.mid);
        }
        if (isRelativelyWide(x)) {
            return hull(x, Elementary::sqrt);
        }
        return at(Elementary::sqrt, x.mid)
                .widen(x.rad.overUp(leastMagnitude(x).sqrtDown()).scaled(-1));
    }

    /**
     * For r ≤ 1: |e^x − e^m| ≤ e^m (r + r²).
     *
     * @throws Undecided {@code WIDTH} where |x| may be beyond 2⁴⁰
     */
    @Override
    public Ball exp(Ball x) {
        if (x.rad.compareTo(WIDE_RADIUS) > 0) {
            return hull(x, Elementary::exp);
        }
        Ball result = at(Elementary::exp, x.mid);
        Bound relative = x.rad.plusUp(x.rad.timesUp(x.rad));
        return result.widen(result.above().timesUp(relative));
    }

    /** For r &lt; m: |log x − log m| ≤ r / (m − r). */
    @Override
    public Ball log(Ball x) {
        if (sign(x) != Sign.POSITIVE) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of " + x + ", which is not certainly positive");
        }
        if (isRelativelyWide(x)) {
            return hull(x, Elementary::log);
        }
        return at(Elementary::log, x.mid).widen(x.rad.isZero() ? x.rad : x.rad.overUp(leastMagnitude(x)));
    }

    /** |tanh x − tanh m| ≤ r / cosh² ξ for some ξ with |ξ| ≥ |m| − r. */
    @Override
    public Ball tanh(Ball x) {
        if (x.rad.compareTo(WIDE_RADIUS) > 0) {
            return hull(x, Elementary::tanh);
        }
        Ball result = at(Elementary::tanh, x.mid);
        return x.rad.isZero() ? result : result.widen(x.rad.timesUp(greatestSlopeOfTanh(x)));
    }

    /** 1 / cosh² at the number of x that is nearest to 0. The library's cosh is within 2.5 ulps; further out 4 e^(−2ξ). */
    private static Bound greatestSlopeOfTanh(Ball x) {
        if (x.containsZero()) {
            return Bound.powerOfTwo(0);
        }
        Dyadic nearest = x.mid.signum() > 0 ? x.low() : x.high().negate();
        if (nearest.top() > 8) {
            return Elementary.expOfMinusTwice(nearest).scaled(2);
        }
        double cosh = Math.cosh(Math.max(0, nearest.floor()));
        return Bound.up(Math.min(1, (1 + 0x1p-40) / (cosh * cosh)));
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

    private boolean isRelativelyWide(Ball x) {
        return x.rad.compareToMagnitude(x.mid.scaled(WIDE)) > 0;
    }

    /** A function's enclosure at one exact number. */
    private interface Kernel {
        Ball at(Dyadic x, int bits);
    }

    private Ball at(Kernel f, Dyadic x) {
        Ball result = f.at(x, bits);
        return rounded(result.mid, result.rad);
    }

    /** The image of x under an increasing function: every number between f(low) and f(high). */
    private Ball hull(Ball x, Kernel f) {
        Ball low = at(f, x.low());
        Ball high = at(f, x.high());
        Ball middle = plus(low, high);
        Ball width = minus(high, low);
        return new Ball(middle.mid.scaled(-1), middle.rad.plusUp(width.above()).scaled(-1));
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
