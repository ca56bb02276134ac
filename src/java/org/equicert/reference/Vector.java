package org.equicert.reference;

/**
 * Vectors with exact integer entries (T §2): the linear operations, and the one sum of products behind every composition.
 *
 * <p>Row-major data keeps a slot's entries at a fixed stride, so each sum of the theory is Σ_i a[a₀ + i·d] · b[b₀ + i].
 */
public final class Vector {

    private Vector() {}

    /* Σ_i a[a0 + i·d] · b[b0 + i], the first n terms. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model \bigint sum(long[] a, \bigint a0, \bigint d, long[] b, \bigint b0, \bigint n) {
      @   return (\sum int i; 0 <= i && i < n; a[a0 + i * d] * b[b0 + i]);
      @ } @*/

    /* The sum of the terms' absolute values: where it fits in a {@code long}, nothing on the way can overflow. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model \bigint magnitude(long[] a, \bigint a0, \bigint d, long[] b, \bigint b0, \bigint n) {
      @   return (\sum int i; 0 <= i && i < n;
      @     a[a0 + i * d] * b[b0 + i] >= 0 ? a[a0 + i * d] * b[b0 + i] : -(a[a0 + i * d] * b[b0 + i]));
      @ } @*/

    /** More terms have no smaller magnitude. */
    /*@ public normal_behavior
      @   requires 0 <= k && k <= n;
      @   ensures magnitude(a, a0, d, b, b0, k) <= magnitude(a, a0, d, b, b0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void monotone(long[] a, int a0, int d, long[] b, int b0, int k, int n) {
        /*@ loop_invariant k <= q && q <= n && magnitude(a, a0, d, b, b0, k) <= magnitude(a, a0, d, b, b0, q);
          @ assignable \strictly_nothing;
          @ decreases n - q;
          @*/
        for (int q = k; q < n; q++) {}
    }

    /** No terms: sum and magnitude are 0. */
    /*@ public normal_behavior
      @   ensures sum(a, a0, d, b, b0, 0) == 0 && magnitude(a, a0, d, b, b0, 0) == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void none(long[] a, int a0, int d, long[] b, int b0) {}

    /** What {@code sum} stands for; elsewhere the prover need not look inside. */
    /*@ public normal_behavior
      @   ensures sum(a, a0, d, b, b0, n) == (\sum int i; 0 <= i && i < n; a[a0 + i * d] * b[b0 + i]);
      @   assignable \strictly_nothing;
      @*/
    public static void definition(long[] a, int a0, int d, long[] b, int b0, int n) {}

    /** One term more. */
    /*@ public normal_behavior
      @   requires 0 <= i && i < Index.MAX;
      @   ensures sum(a, a0, d, b, b0, i + 1) == sum(a, a0, d, b, b0, i) + a[a0 + i * d] * b[b0 + i];
      @   assignable \strictly_nothing;
      @*/
    public static void term(long[] a, int a0, int d, long[] b, int b0, int i) {}

    /** One term more: the sum stays within the magnitude, and overflows only where the magnitude does. */
    /*@ public normal_behavior
      @   requires 0 <= i && 0 <= a0 + i * d && a0 + i * d < a.length && 0 <= b0 && b0 + i < b.length;
      @   requires Exact.longs(a) && Exact.longs(b);
      @   requires -magnitude(a, a0, d, b, b0, i) <= s && s <= magnitude(a, a0, d, b, b0, i);
      @   ensures Exact.MIN <= a[a0 + i * d] && a[a0 + i * d] <= Exact.MAX;
      @   ensures Exact.MIN <= b[b0 + i] && b[b0 + i] <= Exact.MAX;
      @   ensures sum(a, a0, d, b, b0, i + 1) == sum(a, a0, d, b, b0, i) + a[a0 + i * d] * b[b0 + i];
      @   ensures s + a[a0 + i * d] * b[b0 + i] <= magnitude(a, a0, d, b, b0, i + 1);
      @   ensures -magnitude(a, a0, d, b, b0, i + 1) <= s + a[a0 + i * d] * b[b0 + i];
      @   ensures !Exact.fits(a[a0 + i * d] * b[b0 + i]) || !Exact.fits(s + a[a0 + i * d] * b[b0 + i])
      @     ==> magnitude(a, a0, d, b, b0, i + 1) > Exact.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void step(long[] a, int a0, int d, long[] b, int b0, int i, long s) {}

    /** ⟨a, b⟩ = Σ_i a_i b_i. */
    /*@ public behavior
      @   requires a.length == b.length && Exact.longs(a) && Exact.longs(b);
      @   ensures \result == \old(sum(a, 0, 1, b, 0, a.length));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(magnitude(a, 0, 1, b, 0, a.length)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long dot(long[] a, long[] b) {
        return inner(a, 0, 1, b, 0, a.length);
    }

    /** Σ_i a[a0 + i·d] · b[b0 + i], the first n terms. */
    /*@ public behavior
      @   requires 0 <= n && 0 <= a0 && 0 <= d && a0 + (n - 1) * d < a.length && 0 <= b0 && b0 + n <= b.length;
      @   requires Exact.longs(a) && Exact.longs(b);
      @   ensures \result == \old(sum(a, a0, d, b, b0, n));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(magnitude(a, a0, d, b, b0, n)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long inner(long[] a, int a0, int d, long[] b, int b0, int n) {
        none(a, a0, d, b, b0);
        long total = 0;
        /*@ loop_invariant 0 <= i && i <= n && Exact.MIN <= total && total <= Exact.MAX;
          @ loop_invariant total == \old(sum(a, a0, d, b, b0, i));
          @ loop_invariant -\old(magnitude(a, a0, d, b, b0, i)) <= total;
          @ loop_invariant total <= \old(magnitude(a, a0, d, b, b0, i));
          @ assignable \nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            Sign.product(i, d);
            Sign.product((long) n - 1 - i, d);
            step(a, a0, d, b, b0, i, total);
            monotone(a, a0, d, b, b0, i + 1, n);
            total = Exact.fma(total, a[a0 + i * d], b[b0 + i]);
        }
        return total;
    }

    /** a + b. */
    /*@ public behavior
      @   requires a.length == b.length && Exact.longs(a) && Exact.longs(b);
      @   ensures \fresh(\result) && \result.length == a.length && Exact.longs(\result);
      @   ensures Relation.sum(\result, a, b);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int i; 0 <= i && i < a.length; \old(!Exact.fits(a[i] + b[i])));
      @   assignable \nothing;
      @*/
    public static long[] add(long[] a, long[] b) {
        long[] c = new long[a.length];
        /*@ loop_invariant 0 <= i && i <= a.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i; c[j] == \old(a[j] + b[j]) && Exact.fits(c[j]));
          @ assignable c[*];
          @ decreases a.length - i;
          @*/
        for (int i = 0; i < a.length; i++) {
            c[i] = Exact.add(a[i], b[i]);
        }
        return c;
    }

    /** s · a. */
    /*@ public behavior
      @   requires Exact.longs(a);
      @   ensures \fresh(\result) && \result.length == a.length && Exact.longs(\result);
      @   ensures Relation.multiple(\result, s, a);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int i; 0 <= i && i < a.length; \old(!Exact.fits(s * a[i])));
      @   assignable \nothing;
      @*/
    public static long[] scale(long s, long[] a) {
        long[] c = new long[a.length];
        /*@ loop_invariant 0 <= i && i <= a.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i; c[j] == \old(s * a[j]) && Exact.fits(c[j]));
          @ assignable c[*];
          @ decreases a.length - i;
          @*/
        for (int i = 0; i < a.length; i++) {
            c[i] = Exact.mul(s, a[i]);
        }
        return c;
    }

    /* The entries r[ro..ro+n-1] and a[ao..ao+n-1] are the same. */
    /*@ public model_behavior
      @   requires true;
      @   accessible r.*, a.*;
      @ public static model boolean same(long[] r, \bigint ro, long[] a, \bigint ao, \bigint n) {
      @   return (\forall int i; 0 <= i && i < n; r[i + ro] == a[i + ao]);
      @ } @*/

    /** What {@code same} stands for. */
    /*@ public normal_behavior
      @   requires (\forall int i; 0 <= i && i < n; r[i + ro] == a[i + ao]);
      @   ensures same(r, ro, a, ao, n);
      @   assignable \strictly_nothing;
      @*/
    public static void fold(long[] r, int ro, long[] a, int ao, int n) {}

    /** What {@code same} stands for. */
    /*@ public normal_behavior
      @   requires same(r, ro, a, ao, n);
      @   ensures (\forall int i; 0 <= i && i < n; r[i + ro] == a[i + ao]);
      @   assignable \strictly_nothing;
      @*/
    public static void unfold(long[] r, int ro, long[] a, int ao, int n) {}

    /** One of them. */
    /*@ public normal_behavior
      @   requires same(r, ro, a, ao, n) && 0 <= i && i < n;
      @   ensures r[ro + i] == a[ao + i];
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] r, int ro, long[] a, int ao, int n, int i) {}

    /** The n entries from the given one on, as an array of their own. */
    /*@ public normal_behavior
      @   requires 0 <= from && 0 <= n && from + n <= a.length && Exact.longs(a);
      @   ensures \fresh(\result) && \result.length == n && same(\result, 0, a, from, n) && Exact.longs(\result);
      @   assignable \nothing;
      @*/
    public static long[] slice(long[] a, int from, int n) {
        long[] r = new long[n];
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant (\forall int j; 0 <= j && j < i; r[j] == a[from + j] && Exact.fits(r[j]));
          @ assignable r[*];
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            r[i] = a[from + i];
        }
        return r;
    }
}
