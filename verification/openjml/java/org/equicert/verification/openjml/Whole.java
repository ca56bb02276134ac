package org.equicert.verification.openjml;

import java.math.BigInteger;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;

/**
 * An integer without bound for checks at run time, where OpenJML's {@code \bigint} does not run: what {@link Expression}
 * writes for arithmetic in a contract. This file goes to OpenJML as a source beside the classes that it checks.
 *
 * <p>Almost all of them fit in a {@code long}, and a contract is read millions of times.
 */
public final class Whole {

    private final long small;
    /** Null where it fits. */
    private final BigInteger large;

    private Whole(long small, BigInteger large) {
        this.small = small;
        this.large = large;
    }

    public static Whole of(long x) {
        return new Whole(x, null);
    }

    private static Whole of(BigInteger x) {
        return x.bitLength() < Long.SIZE ? of(x.longValue()) : new Whole(0, x);
    }

    private static BigInteger large(Whole x) {
        return x.large == null ? BigInteger.valueOf(x.small) : x.large;
    }

    private static boolean fit(Whole x, Whole y) {
        return x.large == null && y.large == null;
    }

    public static Whole plus(Whole x, Whole y) {
        long sum = x.small + y.small;
        boolean fits = fit(x, y) && ((x.small ^ sum) & (y.small ^ sum)) >= 0;
        return fits ? of(sum) : of(large(x).add(large(y)));
    }

    public static Whole minus(Whole x, Whole y) {
        long difference = x.small - y.small;
        boolean fits = fit(x, y) && ((x.small ^ y.small) & (x.small ^ difference)) >= 0;
        return fits ? of(difference) : of(large(x).subtract(large(y)));
    }

    public static Whole times(Whole x, Whole y) {
        long product = x.small * y.small;
        boolean fits = fit(x, y) && Math.multiplyHigh(x.small, y.small) == product >> (Long.SIZE - 1);
        return fits ? of(product) : of(large(x).multiply(large(y)));
    }

    /** Rounded towards zero. */
    public static Whole quotient(Whole x, Whole y) {
        return fit(x, y) && y.small != -1 ? of(x.small / y.small) : of(large(x).divide(large(y)));
    }

    public static Whole remainder(Whole x, Whole y) {
        return fit(x, y) ? of(x.small % y.small) : of(large(x).remainder(large(y)));
    }

    public static boolean same(Whole x, Whole y) {
        return fit(x, y) ? x.small == y.small : large(x).equals(large(y));
    }

    public static boolean less(Whole x, Whole y) {
        return fit(x, y) ? x.small < y.small : large(x).compareTo(large(y)) < 0;
    }

    /** x as an {@code int}; the nearest one if it is none, which is no index and a bound that no array reaches. */
    public static int index(Whole x) {
        long nearest = x.large == null ? x.small : x.large.signum() < 0 ? Long.MIN_VALUE : Long.MAX_VALUE;
        return (int) Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, nearest));
    }

    /** x as a {@code long}, which it is. */
    public static long exact(Whole x) {
        return large(x).longValueExact();
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

    public static Whole sum(int low, int high, IntFunction<Whole> term) {
        Whole sum = of(0);
        for (int i = low; i < high; i++) {
            sum = plus(sum, term.apply(i));
        }
        return sum;
    }

    public static Whole product(int low, int high, IntFunction<Whole> factor) {
        Whole product = of(1);
        for (int i = low; i < high; i++) {
            product = times(product, factor.apply(i));
        }
        return product;
    }
}
