package org.equicert.number;

/**
 * A nonnegative number with a mantissa of 31 bits, to bound errors with: each operation rounds in the direction that it
 * names, by less than one part in 2³⁰. The exponent is a long, so that nothing overflows or underflows that a double
 * would: below 2^−2⁴⁹ results "up" stop there and results "down" become zero.
 *
 * <p>In the spirit of Arb's {@code mag_t}: F. Johansson, Arb: efficient arbitrary-precision midpoint-radius interval
 * arithmetic, doi:10.1109/TC.2017.2690633.
 *
 * @param mantissa 2³⁰ ≤ mantissa &lt; 2³¹, or 0 for zero
 */
record Bound(long mantissa, long exponent) implements Comparable<Bound> {
    static final Bound ZERO = new Bound(0, 0);

    private static final int BITS = 31;
    private static final long EXPONENT_LIMIT = 1L << 49;

    static Bound powerOfTwo(long exponent) {
        return new Bound(1L << (BITS - 1), exponent - (BITS - 1));
    }

    /**
     * The least bound that is not below n · 2^exponent, for 0 ≤ n ≤ 2⁶².
     *
     * @throws Undecided {@code WIDTH} where that is beyond about 2^2⁴⁹
     */
    static Bound up(long n, long exponent) {
        if (n == 0) {
            return ZERO;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(n) - BITS;
        long mantissa = shift <= 0 ? n << -shift : (n + (1L << shift) - 1) >> shift;
        if (mantissa == 1L << BITS) {
            mantissa >>= 1;
            shift++;
        }
        long result = exponent + shift;
        if (result > EXPONENT_LIMIT) {
            throw new Undecided(Undecided.Reason.WIDTH, "a radius beyond 2^(2^49)");
        }
        return result < -EXPONENT_LIMIT ? powerOfTwo(-EXPONENT_LIMIT) : new Bound(mantissa, result);
    }

    /** The greatest bound that is not above n · 2^exponent, for 0 ≤ n. */
    static Bound down(long n, long exponent) {
        if (n == 0) {
            return ZERO;
        }
        int shift = Long.SIZE - Long.numberOfLeadingZeros(n) - BITS;
        long result = exponent + shift;
        return result < -EXPONENT_LIMIT ? ZERO : new Bound(shift <= 0 ? n << -shift : n >> shift, result);
    }

    /** A bound that is not below the finite x ≥ 0. */
    static Bound up(double x) {
        return above(Dyadic.of(x));
    }

    /** A bound that is not below |x|; equal where 31 bits suffice. */
    static Bound above(Dyadic x) {
        int length = x.mantissa().bitLength();
        if (length <= 62) {
            return up(Math.abs(x.mantissa().longValue()), x.exponent());
        }
        if (length < Double.MAX_EXPONENT) {
            // The double is off by at most half a unit of its 53 bits: less than what is left to the next multiple.
            double nearest = Math.abs(x.mantissa().doubleValue());
            return up((significand(nearest) >> 22) + 1, x.exponent() + Math.getExponent(nearest) - 30);
        }
        int drop = length - 60;
        return up(Math.abs(x.mantissa().shiftRight(drop).longValue()) + 1, x.exponent() + drop);
    }

    /** A bound that is not above |x|. */
    static Bound below(Dyadic x) {
        int length = x.mantissa().bitLength();
        if (length <= 62) {
            return down(Math.abs(x.mantissa().longValue()), x.exponent());
        }
        int drop = length - 60;
        return down(Math.abs(x.mantissa().shiftRight(drop).longValue()) - 1, x.exponent() + drop);
    }

    private static long significand(double normal) {
        return Double.doubleToRawLongBits(normal) & ((1L << 52) - 1) | 1L << 52;
    }

    boolean isZero() {
        return mantissa == 0;
    }

    Bound plusUp(Bound y) {
        if (y.isZero()) {
            return this;
        }
        if (isZero()) {
            return y;
        }
        if (exponent < y.exponent) {
            return y.plusUp(this);
        }
        long gap = exponent - y.exponent;
        long addend = gap >= BITS ? 1 : (y.mantissa + (1L << gap) - 1) >> gap;
        return up(mantissa + addend, exponent);
    }

    Bound timesUp(Bound y) {
        return isZero() || y.isZero() ? ZERO : up(mantissa * y.mantissa, exponent + y.exponent);
    }

    /** Not below this / y, for y &gt; 0. */
    Bound overUp(Bound y) {
        long n = mantissa << BITS;
        return up(Math.ceilDiv(n, y.mantissa), exponent - BITS - y.exponent);
    }

    /** A bound that is not above √this. */
    Bound sqrtDown() {
        int odd = (int) (exponent & 1);
        long n = mantissa << (BITS - 1 + odd);
        long root = (long) Math.sqrt((double) n);
        return down(root * root > n ? root - 1 : root, (exponent - (BITS - 1) - odd) / 2);
    }

    Bound scaled(long shift) {
        return isZero() ? this : up(mantissa, exponent + shift);
    }

    @Override
    public int compareTo(Bound y) {
        if (isZero() || y.isZero() || exponent == y.exponent) {
            return Long.compare(mantissa, y.mantissa);
        }
        return Long.compare(exponent, y.exponent);
    }

    /** Compares this bound with |x|. */
    int compareToMagnitude(Dyadic x) {
        if (isZero() || x.signum() == 0) {
            return isZero() ? -Math.abs(x.signum()) : 1;
        }
        long top = exponent + BITS;
        if (Math.abs(top - x.top()) > 1) {
            return Long.compare(top, x.top());
        }
        return toDyadic().compareTo(x.abs());
    }

    Dyadic toDyadic() {
        return Dyadic.ofScaled(mantissa, exponent);
    }

    /** The least double that is not below; may be +∞. */
    double ceiling() {
        return toDyadic().ceiling();
    }
}
