package org.equicert.number;

import java.math.BigInteger;

/**
 * A sum of products of doubles that never rounds: an integer of {@value #DIGITS} digits to the base 2³², one for every place
 * that a product of two doubles can reach (U. Kulisch's accumulator). Digits are kept in longs, and carries are settled only
 * when one might overflow. Mutable; not for several threads.
 *
 * <p>Signed zeros and subnormal numbers are numbers like others. What is not finite makes the rounded sum what IEEE 754 makes
 * of such terms: an infinity, or NaN.
 */
public final class ExactSum {
    /** The place of the last bit of the smallest product, two below it as subnormal numbers are shifted up by one. */
    private static final int LEAST_EXPONENT = -2150;

    private static final int BASE_BITS = 32;
    private static final long BASE_MASK = (1L << BASE_BITS) - 1;

    /** From 2⁻²¹⁵⁰ to 2²⁰⁴⁸, 31 places of shift, and 62 bits for the number of terms. */
    private static final int DIGITS = 135;

    /** Each product changes a digit by less than 2³², so that this many leave it below 2⁶². */
    private static final int CARRY_EVERY = 1 << 29;

    private static final long FRACTION = (1L << 52) - 1;

    private final long[] digits = new long[DIGITS];
    private final int carryEvery;
    private int untilCarry;
    private double special;

    /** Zero. */
    public ExactSum() {
        this(CARRY_EVERY);
    }

    /** Zero, with carries settled after as many products, at most {@link #CARRY_EVERY}. */
    ExactSum(int carryEvery) {
        this.carryEvery = carryEvery;
        this.untilCarry = carryEvery;
    }

    /** Adds x. */
    public void add(double x) {
        addProduct(x, 1);
    }

    /** Adds x · y. */
    public void addProduct(double x, double y) {
        long a = Double.doubleToRawLongBits(x);
        long b = Double.doubleToRawLongBits(y);
        int e = (int) (a >>> 52) & 0x7ff;
        int f = (int) (b >>> 52) & 0x7ff;
        if (e == 0x7ff || f == 0x7ff) {
            special += x * y;
            return;
        }
        long m = e == 0 ? (a & FRACTION) << 1 : a & FRACTION | 1L << 52;
        long n = f == 0 ? (b & FRACTION) << 1 : b & FRACTION | 1L << 52;
        // m · 2^(e − 1075): with the shift above that holds for subnormal numbers too
        int place = e + f - 2 * 1075 - LEAST_EXPONENT;
        add(m, n, place, (a ^ b) >> 63);
        if (--untilCarry == 0) {
            carry();
        }
    }

    /** Adds ± m n 2^place: 137 bits in five digits; the sign is 0 or −1. */
    private void add(long m, long n, int place, long sign) {
        int shift = place & BASE_BITS - 1;
        int i = place >> 5;
        long low = m * n;
        long high = Math.multiplyHigh(m, n);
        long first = low << shift;
        long second = high << shift | low >>> 1 >>> 63 - shift;
        long third = high >>> 1 >>> 63 - shift;
        long[] d = digits;
        d[i] += ((first & BASE_MASK) ^ sign) - sign;
        d[i + 1] += ((first >>> BASE_BITS) ^ sign) - sign;
        d[i + 2] += ((second & BASE_MASK) ^ sign) - sign;
        d[i + 3] += ((second >>> BASE_BITS) ^ sign) - sign;
        d[i + 4] += (third ^ sign) - sign;
    }

    /** Leaves every digit but the last within 0 … 2³² − 1. */
    private void carry() {
        long carry = 0;
        for (int i = 0; i < DIGITS - 1; i++) {
            long digit = digits[i] + carry;
            digits[i] = digit & BASE_MASK;
            carry = digit >> BASE_BITS;
        }
        digits[DIGITS - 1] += carry;
        untilCarry = carryEvery;
    }

    /**
     * The sum, exactly.
     *
     * @throws Undecided {@code WIDTH} where a term was infinite or NaN
     */
    public Ball exact() {
        if (special != 0 || Double.isNaN(special)) {
            throw new Undecided(Undecided.Reason.WIDTH, "a sum with terms that are not finite");
        }
        return new Ball(value(), Bound.ZERO);
    }

    private Dyadic value() {
        carry();
        byte[] bytes = new byte[4 * DIGITS + 4];
        long last = digits[DIGITS - 1];
        for (int b = 0; b < 8; b++) {
            bytes[b] = (byte) (last >> 56 - 8 * b);
        }
        for (int i = DIGITS - 2; i >= 0; i--) {
            int at = 8 + 4 * (DIGITS - 2 - i);
            for (int b = 0; b < 4; b++) {
                bytes[at + b] = (byte) (digits[i] >> 24 - 8 * b);
            }
        }
        BigInteger sum = new BigInteger(bytes);
        int zeros = Math.max(0, sum.getLowestSetBit());
        return new Dyadic(sum.shiftRight(zeros), sum.signum() == 0 ? 0 : LEAST_EXPONENT + zeros);
    }

    /** The sum rounded once, to the nearest double, ties to even; +0 where it is zero; beyond the doubles, infinite. */
    public double toDouble() {
        return special != 0 || Double.isNaN(special) ? special : nearest(value(), 53, -1074);
    }

    /** The sum rounded once, to the nearest float, ties to even; +0 where it is zero; beyond the floats, infinite. */
    public float toFloat() {
        return (float) (special != 0 || Double.isNaN(special) ? special : nearest(value(), 24, -149));
    }

    /** The nearest multiple of 2^least that has the given number of bits; infinite if it is beyond 2¹⁰²⁴. */
    private static double nearest(Dyadic x, int bits, int least) {
        if (x.signum() == 0) {
            return 0;
        }
        BigInteger m = x.mantissa().abs();
        long drop = Math.max(m.bitLength() - bits, least - x.exponent());
        if (drop <= 0) {
            return Math.scalb(x.mantissa().doubleValue(), (int) x.exponent());
        }
        BigInteger kept = m.shiftRight((int) drop);
        boolean half = m.testBit((int) drop - 1);
        boolean up = half && (kept.testBit(0) || m.getLowestSetBit() < drop - 1);
        double size = (up ? kept.add(BigInteger.ONE) : kept).doubleValue();
        return x.signum() * Math.scalb(size, (int) (x.exponent() + drop));
    }

    /**
     * Σ xᵢ yᵢ, rounded once.
     *
     * @throws IllegalArgumentException if the lengths differ
     */
    public static double dot(double[] x, double[] y) {
        requireSameLength(x.length, y.length);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.toDouble();
    }

    /** As {@link #dot(double[], double[])}, rounded once, to a float. */
    public static float dot(float[] x, float[] y) {
        requireSameLength(x.length, y.length);
        ExactSum sum = new ExactSum();
        for (int i = 0; i < x.length; i++) {
            sum.addProduct(x[i], y[i]);
        }
        return sum.toFloat();
    }

    private static void requireSameLength(int first, int second) {
        if (first != second) {
            throw new IllegalArgumentException("a dot product of " + first + " and " + second + " numbers");
        }
    }
}
