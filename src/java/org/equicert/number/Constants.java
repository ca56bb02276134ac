package org.equicert.number;

import java.math.BigInteger;
import java.util.function.IntFunction;

/** ln 2 and π as integers that stand for multiples of 2^−p. The longest so far is kept and cut. */
final class Constants {
    private static final Constants LN2 = new Constants(Constants::computeLn2);
    private static final Constants PI = new Constants(Constants::computePi);

    private final IntFunction<BigInteger> compute;
    private volatile Known known = new Known(0, BigInteger.ZERO);

    /** The constant within 1 ulp of 2^−precision. */
    private record Known(int precision, BigInteger value) {}

    private Constants(IntFunction<BigInteger> compute) {
        this.compute = compute;
    }

    /** ln 2 within 2 ulps. */
    static BigInteger ln2(int p) {
        return LN2.at(p);
    }

    /** π within 2 ulps. */
    static BigInteger pi(int p) {
        return PI.at(p);
    }

    private BigInteger at(int p) {
        Known longest = known;
        if (longest.precision < p) {
            int precision = Math.max(512, p + p / 2);
            longest = new Known(precision, compute.apply(precision));
            known = longest;
        }
        return longest.value.shiftRight(longest.precision - p);
    }

    /**
     * ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749) (J. Arndt, Matters Computational, 32.4). Each series
     * has fewer than p terms, each off by less than 2, so that the sum is off by less than 56 p + 56 &lt; 2³² for p &lt;
     * 2²⁶: 32 more bits leave less than 1 ulp, and cutting them another.
     */
    private static BigInteger computeLn2(int p) {
        int q = p + 32;
        BigInteger sum = ofReciprocal(26, q, 1).multiply(BigInteger.valueOf(18));
        sum = sum.subtract(ofReciprocal(4801, q, 1).shiftLeft(1));
        sum = sum.add(ofReciprocal(8749, q, 1).shiftLeft(3));
        return sum.shiftRight(q - p);
    }

    /** π = 48 atan(1/18) + 32 atan(1/57) − 20 atan(1/239) (Gauss): off by less than 200 p + 200 &lt; 2³⁴ in the longer ulps. */
    private static BigInteger computePi(int p) {
        int q = p + 34;
        BigInteger sum = ofReciprocal(18, q, -1).multiply(BigInteger.valueOf(48));
        sum = sum.add(ofReciprocal(57, q, -1).shiftLeft(5));
        sum = sum.subtract(ofReciprocal(239, q, -1).multiply(BigInteger.valueOf(20)));
        return sum.shiftRight(q - p);
    }

    /** artanh(1/k) or, with sign −1, atan(1/k): every term off by less than 2, the tail below 1. */
    private static BigInteger ofReciprocal(int k, int p, int sign) {
        BigInteger square = BigInteger.valueOf((long) k * k * sign);
        BigInteger power = BigInteger.ONE.shiftLeft(p).divide(BigInteger.valueOf(k));
        BigInteger sum = BigInteger.ZERO;
        for (int n = 1; power.signum() != 0; n += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
            power = power.divide(square);
        }
        return sum;
    }
}
