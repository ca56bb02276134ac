package org.equicert.number;

import java.math.BigInteger;
import java.util.Set;

/**
 * The integers modulo a Mersenne prime, 2³¹ − 1 or 2⁶¹ − 1: a field in which every operation is exact and fast. An identity
 * between rational functions that holds over the rationals holds here wherever no denominator vanishes; one that fails there
 * fails here for almost all arguments (J. Schwartz, R. Zippel: a polynomial of degree d vanishes on at most d/p of them).
 *
 * <p>Elements are the representatives 0 ≤ x &lt; p as {@code Long}s. Nothing overflows; there are no infinities and no NaN, and
 * no order, whose absence is the message {@code CAPABILITY}.
 */
public final class PrimeField implements Algebra<Long> {
    /** The field of 2³¹ − 1 elements. */
    public static final PrimeField SMALL = new PrimeField(31);

    /** The field of 2⁶¹ − 1 elements. */
    public static final PrimeField LARGE = new PrimeField(61);

    private static final Set<Capability> CAPABILITIES = Set.of(Capability.DIVISION);

    private final int exponent;
    private final long prime;

    private PrimeField(int exponent) {
        this.exponent = exponent;
        this.prime = (1L << exponent) - 1;
    }

    /** p. */
    public long prime() {
        return prime;
    }

    @Override
    public Set<Capability> capabilities() {
        return CAPABILITIES;
    }

    @Override
    public Long of(long n) {
        return Math.floorMod(n, prime);
    }

    /** The image of a double m · 2^e: exact, since 2 has an inverse. */
    @Override
    public Long of(double x) {
        Dyadic exact = Dyadic.of(x);
        // 2 has order `exponent`: a power of two is a rotation.
        return shifted(of(exact.mantissa().longValueExact()), Math.floorMod(exact.exponent(), exponent));
    }

    /**
     * The image of a fraction.
     *
     * @throws Undecided {@code SINGULAR} where p divides the denominator
     */
    public Long of(Rational x) {
        BigInteger p = BigInteger.valueOf(prime);
        return over(x.numerator().mod(p).longValue(), x.denominator().mod(p).longValue());
    }

    private long shifted(long x, int by) {
        return by == 0 ? x : reduced((x << by & prime) + (x >>> exponent - by));
    }

    @Override
    public Long plus(Long x, Long y) {
        return reduced(x + y);
    }

    @Override
    public Long minus(Long x, Long y) {
        return reduced(x - y + prime);
    }

    @Override
    public Long negate(Long x) {
        return reduced(prime - x);
    }

    @Override
    public Long times(Long x, Long y) {
        return product(x, y);
    }

    /** x y = h 2^exponent + l ≡ h + l, where h and l are below 2^exponent. */
    private long product(long x, long y) {
        long low = x * y;
        long above = exponent == 31 ? low >>> 31 : Math.multiplyHigh(x, y) << 3 | low >>> 61;
        return reduced(above + (low & prime));
    }

    /** For 0 ≤ x ≤ 2p. */
    private long reduced(long x) {
        long y = x >= prime ? x - prime : x;
        return y == prime ? 0 : y;
    }

    /** By Fermat, 1/y = y^(p−2). */
    @Override
    public Long over(Long x, Long y) {
        if (y == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by zero modulo " + prime);
        }
        long inverse = 1;
        long square = y;
        for (long left = prime - 2; left > 0; left >>= 1) {
            inverse = (left & 1) != 0 ? product(inverse, square) : inverse;
            square = product(square, square);
        }
        return product(x, inverse);
    }

    /** 0 or 1: no element is a better pivot than another. */
    @Override
    public double magnitude(Long x) {
        return x == 0 ? 0 : 1;
    }
}
