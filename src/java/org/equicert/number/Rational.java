package org.equicert.number;

import java.math.BigInteger;

/**
 * A fraction in lowest terms with a positive denominator. Immutable; equal fractions are equal objects.
 *
 * <p>Numerators and denominators are kept within {@value #MAX_BITS} bits: an operation whose result is longer throws
 * {@link Undecided} with reason {@code WIDTH}.
 */
public final class Rational implements Comparable<Rational> {
    /** The longest numerator or denominator that is kept, in bits. */
    public static final int MAX_BITS = 1 << 18;

    public static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
    public static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

    private final BigInteger numerator;
    private final BigInteger denominator;

    private Rational(BigInteger numerator, BigInteger denominator) {
        if (numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS) {
            throw tooLong();
        }
        this.numerator = numerator;
        this.denominator = denominator;
    }

    public static Rational of(long n) {
        return new Rational(BigInteger.valueOf(n), BigInteger.ONE);
    }

    /** @throws Undecided {@code SINGULAR} if the denominator is zero */
    public static Rational of(long numerator, long denominator) {
        return of(BigInteger.valueOf(numerator), BigInteger.valueOf(denominator));
    }

    /** @throws Undecided {@code SINGULAR} if the denominator is zero */
    public static Rational of(BigInteger numerator, BigInteger denominator) {
        if (denominator.signum() == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by zero");
        }
        BigInteger common = numerator.gcd(denominator);
        BigInteger divisor = denominator.signum() < 0 ? common.negate() : common;
        return divisor.equals(BigInteger.ONE)
                ? new Rational(numerator, denominator)
                : new Rational(numerator.divide(divisor), denominator.divide(divisor));
    }

    /**
     * The number that x is, exactly.
     *
     * @throws IllegalArgumentException if x is not finite
     */
    public static Rational of(double x) {
        return of(Dyadic.of(x));
    }

    static Rational of(Dyadic x) {
        if (x.signum() == 0) {
            return ZERO;
        }
        if (Math.abs(x.exponent()) > 2L * MAX_BITS) {
            throw tooLong();
        }
        int shift = (int) x.exponent();
        return shift >= 0
                ? new Rational(x.mantissa().shiftLeft(shift), BigInteger.ONE)
                : of(x.mantissa(), BigInteger.ONE.shiftLeft(-shift));
    }

    private static Undecided tooLong() {
        return new Undecided(Undecided.Reason.WIDTH, "a fraction of more than " + MAX_BITS + " bits");
    }

    public BigInteger numerator() {
        return numerator;
    }

    public BigInteger denominator() {
        return denominator;
    }

    public int signum() {
        return numerator.signum();
    }

    public Rational plus(Rational y) {
        if (denominator.equals(y.denominator)) {
            return of(numerator.add(y.numerator), denominator);
        }
        return of(
                numerator.multiply(y.denominator).add(y.numerator.multiply(denominator)),
                denominator.multiply(y.denominator));
    }

    public Rational minus(Rational y) {
        return plus(y.negate());
    }

    public Rational times(Rational y) {
        return of(numerator.multiply(y.numerator), denominator.multiply(y.denominator));
    }

    /** @throws Undecided {@code SINGULAR} if y is zero */
    public Rational over(Rational y) {
        return of(numerator.multiply(y.denominator), denominator.multiply(y.numerator));
    }

    public Rational negate() {
        return new Rational(numerator.negate(), denominator);
    }

    public Rational abs() {
        return signum() < 0 ? negate() : this;
    }

    /** The nearest double, ties to even; ±{@link Double#MAX_VALUE} beyond the range of doubles. */
    public double toDouble() {
        // 64 bits of the quotient and one that says whether anything is left: enough to round once.
        int shift = Math.max(0, 65 - numerator.bitLength() + denominator.bitLength());
        BigInteger[] quotient = numerator.abs().shiftLeft(shift).divideAndRemainder(denominator);
        BigInteger mantissa = quotient[0].shiftLeft(1).add(BigInteger.valueOf(quotient[1].signum()));
        return signum() * new Dyadic(mantissa, -shift - 1L).nearest();
    }

    @Override
    public int compareTo(Rational y) {
        return numerator.multiply(y.denominator).compareTo(y.numerator.multiply(denominator));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rational y && numerator.equals(y.numerator) && denominator.equals(y.denominator);
    }

    @Override
    public int hashCode() {
        return 31 * numerator.hashCode() + denominator.hashCode();
    }

    /** As in {@code 22/7}, or {@code 5} for an integer. */
    @Override
    public String toString() {
        return denominator.equals(BigInteger.ONE) ? numerator.toString() : numerator + "/" + denominator;
    }
}
