package org.equicert.reference;

/**
 * Exact arithmetic on {@code long}: the integer result, or an {@link ArithmeticException} exactly when it does not fit.
 *
 * <p>Everything above is stated over the integers, as the theory is; this class is what makes that honest on a machine.
 */
public final class Exact {

    /** The range of {@code long}. */
    public static final long MIN = -9223372036854775808L, MAX = 9223372036854775807L;

    private Exact() {}

    /* An integer that a {@code long} can hold. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean fits(\bigint x) { return MIN <= x && x <= MAX; } @*/

    /* Every entry of a is a {@code long}. (The prover takes what lies on the heap for an integer of any size.) */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*;
      @ public static model boolean longs(long[] a) {
      @   return (\forall int i; 0 <= i && i < a.length; MIN <= a[i] && a[i] <= MAX);
      @ } @*/

    /** What {@code longs} stands for. */
    /*@ public normal_behavior
      @   requires (\forall int i; 0 <= i && i < a.length; MIN <= a[i] && a[i] <= MAX);
      @   ensures longs(a);
      @   assignable \strictly_nothing;
      @*/
    public static void fold(long[] a) {}

    /** What {@code longs} stands for. */
    /*@ public normal_behavior
      @   requires longs(a);
      @   ensures (\forall int i; 0 <= i && i < a.length; MIN <= a[i] && a[i] <= MAX);
      @   assignable \strictly_nothing;
      @*/
    public static void unfold(long[] a) {}

    /** One entry. */
    /*@ public normal_behavior
      @   requires longs(a) && 0 <= i && i < a.length;
      @   ensures MIN <= a[i] && a[i] <= MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] a, int i) {}

    /** a + b. */
    /*@ public behavior
      @   ensures \result == a + b;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) !fits(a + b);
      @   assignable \nothing;
      @*/
    public static long add(long a, long b) {
        if (b >= 0 ? a > MAX - b : a < MIN - b) {
            throw new ArithmeticException("the sum does not fit in a long");
        }
        return a + b;
    }

    /** a * b. */
    /*@ public behavior
      @   ensures \result == a * b;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) !fits(a * b);
      @   assignable \nothing;
      @*/
    public static long mul(long a, long b) {
        if (a == 0 || b == 0) {
            return 0;
        }
        if (a > 0) {
            return times(a, b);
        }
        if (b > 0) {
            return times(b, a);
        }
        if (a == MIN || b == MIN) {
            throw new ArithmeticException("the product does not fit in a long");
        }
        return times(-a, -b);
    }

    /** c + a * b, where both the product and the sum have to fit. */
    /*@ public behavior
      @   ensures \result == c + a * b;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) !fits(a * b) || !fits(c + a * b);
      @   assignable \nothing;
      @*/
    public static long fma(long c, long a, long b) {
        return add(c, mul(a, b));
    }

    /** n * b for positive n: it fits if and only if MIN / n <= b <= MAX / n. */
    /*@ private behavior
      @   requires 0 < n;
      @   ensures \result == n * b;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) !fits(n * b);
      @   assignable \nothing;
      @*/
    private static long times(long n, long b) {
        if (b >= 0) {
            long q = quotient(MAX, n);
            if (b > q) {
                Sign.product(-1 - q, n);
                Sign.product(b - 1 - q, n);
                throw new ArithmeticException("the product does not fit in a long");
            }
            Sign.product(q - b, n);
            Sign.product(b, n);
        } else {
            long q = quotient(MIN, n);
            if (b < q) {
                Sign.product(q - 1, n);
                Sign.product(q - 1 - b, n);
                throw new ArithmeticException("the product does not fit in a long");
            }
            Sign.product(b - q, n);
            Sign.product(-1 - b, n);
        }
        return n * b;
    }

    /** x / n for positive n, rounded towards zero. */
    /*@ private normal_behavior
      @   requires 0 < n;
      @   ensures 0 <= x ==> \result * n <= x && x < \result * n + n;
      @   ensures x <= 0 ==> x <= \result * n && \result * n - n < x;
      @   assignable \strictly_nothing;
      @*/
    private static long quotient(long x, long n) {
        return x / n;
    }
}
