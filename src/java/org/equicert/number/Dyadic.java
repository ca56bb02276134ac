package org.equicert.number;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The number mantissa · 2^exponent, exactly. Not normalised: {@code equals} and {@code compareTo} compare values.
 *
 * <p>Exponents are kept within ±2⁵⁰, so that sums of exponents never overflow; beyond that nothing is decided.
 *
 * @throws Undecided {@code WIDTH} where the exponent leaves that range
 */
record Dyadic(BigInteger mantissa, long exponent) implements Comparable<Dyadic> {
    static final Dyadic ZERO = new Dyadic(BigInteger.ZERO, 0);
    static final Dyadic ONE = new Dyadic(BigInteger.ONE, 0);

    private static final Comparator<Dyadic> LARGEST_FIRST =
            Comparator.comparingLong(Dyadic::top).reversed();

    private static final long EXPONENT_LIMIT = 1L << 50;
    private static final long SHIFT_LIMIT = 1L << 24;

    Dyadic {
        if (exponent > EXPONENT_LIMIT || exponent < -EXPONENT_LIMIT) {
            throw new Undecided(Undecided.Reason.WIDTH, "a binary exponent beyond 2^50");
        }
    }

    static Dyadic of(long n) {
        return ofScaled(n, 0);
    }

    /** @throws IllegalArgumentException if x is not finite */
    static Dyadic of(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("not a finite number: " + x);
        }
        long bits = Double.doubleToRawLongBits(x);
        long fraction = bits & ((1L << 52) - 1);
        int field = (int) (bits >>> 52) & 0x7ff;
        long mantissa = field == 0 ? fraction : fraction | 1L << 52;
        return ofScaled(bits < 0 ? -mantissa : mantissa, Math.max(field, 1) - 1075);
    }

    /** n · 2^exponent with an odd mantissa: short mantissas make later operations cheap. */
    static Dyadic ofScaled(long n, long exponent) {
        if (n == 0) {
            return ZERO;
        }
        int zeros = Long.numberOfTrailingZeros(n);
        return new Dyadic(BigInteger.valueOf(n >> zeros), exponent + zeros);
    }

    int signum() {
        return mantissa.signum();
    }

    /** The t for which 2^(t−1) ≤ |this| ≤ 2^t; meaningless for zero. */
    long top() {
        return exponent + mantissa.bitLength();
    }

    Dyadic negate() {
        return new Dyadic(mantissa.negate(), exponent);
    }

    Dyadic abs() {
        return signum() < 0 ? negate() : this;
    }

    Dyadic scaled(long shift) {
        return new Dyadic(mantissa, exponent + shift);
    }

    /**
     * The exact sum.
     *
     * @throws Undecided {@code WIDTH} where its mantissa would be longer than 2²⁴ bits
     */
    Dyadic plus(Dyadic y) {
        if (signum() == 0) {
            return y;
        }
        if (y.signum() == 0) {
            return this;
        }
        if (exponent < y.exponent) {
            return y.plus(this);
        }
        long shift = exponent - y.exponent;
        if (shift > SHIFT_LIMIT) {
            throw new Undecided(Undecided.Reason.WIDTH, "a sum of numbers too far apart to be held exactly");
        }
        return new Dyadic(mantissa.shiftLeft((int) shift).add(y.mantissa), y.exponent);
    }

    Dyadic minus(Dyadic y) {
        return plus(y.negate());
    }

    /** The sign of the exact sum, however far apart the terms are: once the rest cannot change it, it is not added. */
    static int signOfSum(Dyadic... terms) {
        Dyadic sum = ZERO;
        List<Dyadic> left = Arrays.stream(terms)
                .filter(term -> term.signum() != 0)
                .sorted(LARGEST_FIRST)
                .toList();
        for (Dyadic next : left) {
            if (sum.signum() != 0 && sum.top() - 1 > next.top() + left.size()) {
                break;
            }
            sum = sum.plus(next);
        }
        return sum.signum();
    }

    /** The integer ⌊this · 2^scale⌋. */
    BigInteger floor(long scale) {
        long shift = Math.clamp(exponent + scale, -Integer.MAX_VALUE, Integer.MAX_VALUE);
        return mantissa.shiftLeft((int) shift);
    }

    /** The largest double that is not above this number; −∞ where all finite ones are above. */
    double floor() {
        if (signum() == 0) {
            return 0;
        }
        if (top() > 1024) {
            return signum() < 0 ? Double.NEGATIVE_INFINITY : Double.MAX_VALUE;
        }
        if (top() < -1074) {
            return signum() < 0 ? -Double.MIN_VALUE : 0;
        }
        int drop = unrepresentable();
        return Math.scalb((double) mantissa.shiftRight(drop).longValue(), (int) (exponent + drop));
    }

    /** The smallest double that is not below this number; +∞ where all finite ones are below. */
    double ceiling() {
        return 0 - negate().floor(); // of 0 it is 0, and not −0
    }

    /** The nearest double, ties to even; ±{@link Double#MAX_VALUE} where that would be infinite. */
    double nearest() {
        if (signum() < 0) {
            return -negate().nearest();
        }
        if (signum() == 0 || top() < -1074) {
            return 0;
        }
        if (top() > 1024) {
            return Double.MAX_VALUE;
        }
        int drop = unrepresentable();
        long kept = mantissa.shiftRight(drop).longValue();
        if (drop > 0 && mantissa.testBit(drop - 1) && ((kept & 1) == 1 || mantissa.getLowestSetBit() < drop - 1)) {
            kept++;
        }
        return Math.min(Math.scalb((double) kept, (int) (exponent + drop)), Double.MAX_VALUE);
    }

    /** How many low bits of the mantissa a double of this size has no room for; 0 or more. Needs −1074 ≤ top ≤ 1024. */
    private int unrepresentable() {
        long room = Math.min(53, top() + 1074);
        return Math.max(0, (int) (mantissa.bitLength() - room));
    }

    @Override
    public int compareTo(Dyadic y) {
        if (signum() != y.signum()) {
            return Integer.compare(signum(), y.signum());
        }
        if (signum() != 0 && Math.abs(top() - y.top()) > 1) {
            return top() > y.top() ? signum() : -signum();
        }
        return minus(y).signum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Dyadic y && compareTo(y) == 0;
    }

    @Override
    public int hashCode() {
        if (signum() == 0) {
            return 0;
        }
        int zeros = mantissa.getLowestSetBit();
        return 31 * mantissa.shiftRight(zeros).hashCode() + Long.hashCode(exponent + zeros);
    }
}
