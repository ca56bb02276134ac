package org.equicert.number;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * An enclosure of a real number: all numbers within a radius of a midpoint. The midpoint is an exact dyadic number of
 * any length, the radius has 31 bits and is never below what is to be enclosed. Immutable.
 *
 * <p>A ball is always finite: what would leave the range of binary exponents (±2⁵⁰) throws {@link Undecided} with reason
 * {@code WIDTH}. Arithmetic is in {@link Balls}.
 */
public final class Ball {
    static final Ball ZERO = new Ball(Dyadic.ZERO, Bound.ZERO);
    static final Ball ONE = new Ball(Dyadic.ONE, Bound.ZERO);

    /** Where midpoint and radius are further apart than this, an end of the ball is moved outward rather than exact. */
    private static final long EXACT_GAP = 1L << 16;

    final Dyadic mid;
    final Bound rad;

    Ball(Dyadic mid, Bound rad) {
        this.mid = mid;
        this.rad = rad;
    }

    /**
     * The one number x.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public static Ball exact(double x) {
        return new Ball(Dyadic.of(x), Bound.ZERO);
    }

    /**
     * All numbers within {@code radius} of {@code mid}: the midpoint is exact, the radius is rounded up to 31 bits.
     *
     * @throws IllegalArgumentException if either is not finite, or the radius is negative
     */
    public static Ball of(double mid, double radius) {
        return exact(mid).widen(radius);
    }

    /**
     * This ball with its radius enlarged by {@code radius}, rounded up.
     *
     * @throws IllegalArgumentException if {@code radius} is negative or not finite
     */
    public Ball widen(double radius) {
        if (!(radius >= 0)) {
            throw new IllegalArgumentException("not a radius: " + radius);
        }
        return widen(Bound.up(radius));
    }

    /** This ball with its radius enlarged by an upper bound of |{@code by}|: it holds x + y for all x here and |y| ≤ |by|. */
    public Ball widen(Ball by) {
        return widen(by.above());
    }

    Ball widen(Bound by) {
        return new Ball(mid, rad.plusUp(by));
    }

    /** Whether x, exactly, lies in this ball; false for infinities and NaN. */
    public boolean contains(double x) {
        return Double.isFinite(x) && contains(exact(x));
    }

    /**
     * Whether x lies in this ball.
     *
     * @throws Undecided {@code WIDTH} where this ball's ends have no {@link Rational}
     */
    public boolean contains(Rational x) {
        Rational distance = x.minus(Rational.of(mid)).abs();
        return distance.compareTo(Rational.of(rad.toDyadic())) <= 0;
    }

    /** Whether every number of {@code inner} lies in this ball. */
    public boolean contains(Ball inner) {
        Dyadic slack = rad.toDyadic();
        Dyadic need = inner.rad.toDyadic().negate();
        return Dyadic.signOfSum(slack, need, mid, inner.mid.negate()) >= 0
                && Dyadic.signOfSum(slack, need, mid.negate(), inner.mid) >= 0;
    }

    /** Whether the two balls have a number in common. */
    public boolean overlaps(Ball other) {
        Dyadic first = rad.toDyadic();
        Dyadic second = other.rad.toDyadic();
        return Dyadic.signOfSum(first, second, mid, other.mid.negate()) >= 0
                && Dyadic.signOfSum(first, second, mid.negate(), other.mid) >= 0;
    }

    public boolean containsZero() {
        return rad.compareToMagnitude(mid) >= 0;
    }

    /** Whether this ball is a single number. */
    public boolean isExact() {
        return rad.isZero();
    }

    /** Whether the radius is at most 2^−bits of the midpoint's size. */
    boolean isAccurateTo(int bits) {
        return rad.isZero() || mid.signum() != 0 && rad.compareToMagnitude(mid.scaled(-bits)) <= 0;
    }

    /** A double that is not above any number of this ball: the greatest such, or very nearly; may be −∞. */
    public double lower() {
        return low().floor();
    }

    /** A double that is not below any number of this ball: the least such, or very nearly; may be +∞. */
    public double upper() {
        return high().ceiling();
    }

    /** The double nearest to the midpoint; ±{@link Double#MAX_VALUE} beyond the range of doubles. */
    public double midpoint() {
        return mid.nearest();
    }

    /** An upper bound of the radius; may be +∞. */
    public double radius() {
        return rad.ceiling();
    }

    /** An upper bound of |x| for all x of this ball; may be +∞. */
    public double magnitudeUpper() {
        return above().ceiling();
    }

    /** Not below |x| for any x of this ball. */
    Bound above() {
        return Bound.above(mid).plusUp(rad);
    }

    /** The lower end, exactly unless midpoint and radius are very far apart; then a number below it. */
    Dyadic low() {
        Dyadic radius = rad.toDyadic();
        if (rad.isZero() || mid.signum() == 0) {
            return mid.minus(radius);
        }
        if (mid.top() - radius.top() > EXACT_GAP) {
            return mid.minus(new Dyadic(BigInteger.ONE, mid.top() - EXACT_GAP));
        }
        if (radius.top() - mid.top() > EXACT_GAP) {
            return radius.negate().minus(new Dyadic(BigInteger.ONE, radius.top() - EXACT_GAP));
        }
        return mid.minus(radius);
    }

    /** The upper end, exactly unless midpoint and radius are very far apart; then a number above it. */
    Dyadic high() {
        return new Ball(mid.negate(), rad).low().negate();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Ball y && mid.equals(y.mid) && rad.equals(y.rad);
    }

    @Override
    public int hashCode() {
        return 31 * mid.hashCode() + rad.hashCode();
    }

    /**
     * The midpoint to about two digits beyond those that are known, then the radius rounded up, as in
     * {@code 0.333333333333333333333 ± 2.8e-20}. For people: the printed digits are not themselves an enclosure.
     */
    @Override
    public String toString() {
        if (rad.isZero()) {
            return digits(mid, EXACT_DIGITS, RoundingMode.HALF_EVEN);
        }
        double known = mid.signum() == 0 ? 0 : (mid.top() - rad.toDyadic().top()) * LOG10_OF_2;
        int shown = (int) Math.clamp(known + 2, 2, EXACT_DIGITS);
        return digits(mid, shown, RoundingMode.HALF_EVEN) + " ± " + digits(rad.toDyadic(), 2, RoundingMode.UP);
    }

    private static final int EXACT_DIGITS = 60;
    private static final double LOG10_OF_2 = Math.log10(2);

    private static String digits(Dyadic x, int digits, RoundingMode rounding) {
        int shift = Math.max(0, x.mantissa().bitLength() - 256);
        BigInteger mantissa = x.mantissa().shiftRight(shift);
        long exponent = x.exponent() + shift;
        if (Math.abs(exponent) > 20_000) {
            BigDecimal head = new BigDecimal(mantissa, new MathContext(digits, rounding));
            return head.stripTrailingZeros().toString().replace('E', 'e') + "·2^" + exponent;
        }
        BigDecimal power = new BigDecimal(BigInteger.ONE.shiftLeft((int) Math.abs(exponent)));
        BigDecimal value = exponent < 0
                ? new BigDecimal(mantissa.multiply(BigInteger.valueOf(5).pow((int) -exponent)), (int) -exponent)
                : new BigDecimal(mantissa).multiply(power);
        BigDecimal shown = value.round(new MathContext(digits, rounding));
        if (shown.signum() == 0) {
            return "0";
        }
        BigDecimal stripped = shown.stripTrailingZeros();
        int magnitude = stripped.precision() - stripped.scale();
        boolean plain = magnitude > -5 && magnitude <= 21;
        return plain ? stripped.toPlainString() : stripped.toString().replace('E', 'e');
    }
}
