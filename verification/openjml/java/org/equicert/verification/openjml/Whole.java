package org.equicert.verification.openjml;

import java.math.BigInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * Integers without bound for checks at run time, where OpenJML has no {@code \bigint}: what {@link Executable} writes for
 * arithmetic in a contract. This file goes to OpenJML as a source beside the classes that it checks.
 */
public final class Whole {

    private Whole() {}

    public static BigInteger of(long x) {
        return BigInteger.valueOf(x);
    }

    public static BigInteger plus(BigInteger x, BigInteger y) {
        return x.add(y);
    }

    public static BigInteger minus(BigInteger x, BigInteger y) {
        return x.subtract(y);
    }

    public static BigInteger times(BigInteger x, BigInteger y) {
        return x.multiply(y);
    }

    public static BigInteger quotient(BigInteger x, BigInteger y) {
        return x.divide(y);
    }

    public static BigInteger remainder(BigInteger x, BigInteger y) {
        return x.remainder(y);
    }

    public static boolean same(BigInteger x, BigInteger y) {
        return x.equals(y);
    }

    public static boolean less(BigInteger x, BigInteger y) {
        return x.compareTo(y) < 0;
    }

    /** x as an {@code int}; the nearest one if it is none, which is no index and a bound that no array reaches. */
    public static int index(BigInteger x) {
        return x.bitLength() < Integer.SIZE ? x.intValue() : x.signum() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
    }

    /** x as a {@code long}, which it is. */
    public static long exact(BigInteger x) {
        return x.longValueExact();
    }

    public static boolean all(int low, int high, IntPredicate holds) {
        for (int i = low; i < high; i++) {
            if (!holds.test(i)) {
                return false;
            }
        }
        return true;
    }

    public static boolean any(int low, int high, IntPredicate holds) {
        return !all(low, high, holds.negate());
    }

    public static BigInteger sum(int low, int high, IntFunction<BigInteger> term) {
        BigInteger sum = of(0);
        for (int i = low; i < high; i++) {
            sum = sum.add(term.apply(i));
        }
        return sum;
    }

    public static BigInteger product(int low, int high, IntFunction<BigInteger> factor) {
        BigInteger product = of(1);
        for (int i = low; i < high; i++) {
            product = product.multiply(factor.apply(i));
        }
        return product;
    }
}
