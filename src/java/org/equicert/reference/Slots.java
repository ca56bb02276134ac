package org.equicert.reference;

/**
 * What compositions and slices do to a shape (T §2): dropping slots, and the shape s ⊕ u ⊕ t of A ∘_k B.
 *
 * <p>The lemmas say that sizes follow: the size of a concatenation is the product of the sizes.
 */
public final class Slots {

    private Slots() {}

    /* The slots s[so..so+n-1] and r[ro..ro+n-1] are the same. */
    /*@ public model_behavior
      @   requires true;
      @   accessible r.*, s.*;
      @ public static model boolean same(int[] r, \bigint ro, int[] s, \bigint so, \bigint n) {
      @   return (\forall int i; 0 <= i && i < n; r[i + ro] == s[i + so]);
      @ } @*/

    /** Whether two shapes are the same. */
    /*@ public normal_behavior
      @   ensures \result <==> r.length == s.length && same(r, 0, s, 0, s.length);
      @   assignable \strictly_nothing;
      @*/
    public static boolean equal(int[] r, int[] s) {
        if (r.length != s.length) {
            return false;
        }
        /*@ loop_invariant 0 <= i && i <= s.length && (\forall int j; 0 <= j && j < i; r[j] == s[j]);
          @ assignable \strictly_nothing;
          @ decreases s.length - i;
          @*/
        for (int i = 0; i < s.length; i++) {
            if (r[i] != s[i]) {
                return false;
            }
        }
        return true;
    }

    /** The n slots from the given one on, as a shape of their own. */
    /*@ public normal_behavior
      @   requires 0 <= from && 0 <= n && from + n <= s.length && Shape.positive(s);
      @   ensures \fresh(\result) && \result.length == n;
      @   ensures same(\result, 0, s, from, n) && Shape.positive(\result);
      @   assignable \nothing;
      @*/
    public static int[] slice(int[] s, int from, int n) {
        int[] r = new int[n];
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant (\forall int j; 0 <= j && j < i; r[j] == s[from + j] && 0 < r[j] && r[j] <= Index.MAX);
          @ assignable r[*];
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            r[i] = s[from + i];
        }
        return r;
    }

    /* Slot i of the shape of A ∘_k B: all slots of B but its last stand for the k-th of A (counted from 1). */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model \bigint slot(int[] a, \bigint k, int[] b, \bigint i) {
      @   return i < k - 1 ? a[i] : i < k - 2 + b.length ? b[i - (k - 1)] : a[i - (b.length - 2)];
      @ } @*/

    /** The shape of A ∘_k B. */
    /*@ public normal_behavior
      @   requires 1 <= k && k <= a.length && 1 <= b.length && a.length + b.length - 2 <= Index.MAX;
      @   requires Shape.positive(a) && Shape.positive(b);
      @   ensures \fresh(\result) && \result.length == a.length + b.length - 2 && Shape.positive(\result);
      @   ensures same(\result, 0, a, 0, k - 1);
      @   ensures same(\result, k - 1, b, 0, b.length - 1);
      @   ensures same(\result, k - 2 + b.length, a, k, a.length - k);
      @   assignable \nothing;
      @*/
    public static int[] splice(int[] a, int k, int[] b) {
        int[] r = new int[a.length - 1 + (b.length - 1)];
        /*@ loop_invariant 0 <= i && i <= r.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i; r[j] == slot(a, k, b, j) && 0 < r[j] && r[j] <= Index.MAX);
          @ assignable r[*];
          @ decreases r.length - i;
          @*/
        for (int i = 0; i < r.length; i++) {
            r[i] = pick(a, k, b, i);
        }
        parts(r, a, k, b);
        return r;
    }

    /** Slot i of the shape of A ∘_k B. */
    /*@ public normal_behavior
      @   requires 1 <= k && k <= a.length && 1 <= b.length && 0 <= i && i < a.length + b.length - 2;
      @   requires Shape.positive(a) && Shape.positive(b) && a.length + b.length - 2 <= Index.MAX;
      @   ensures \result == slot(a, k, b, i) && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int pick(int[] a, int k, int[] b, int i) {
        if (i < k - 1) {
            return a[i];
        }
        return i - (k - 1) < b.length - 1 ? b[i - (k - 1)] : a[i - (b.length - 1) + 1];
    }

    /** The three parts s, u and t of s ⊕ u ⊕ t. */
    /*@ public normal_behavior
      @   requires 1 <= k && k <= a.length && 1 <= b.length && r.length == a.length + b.length - 2;
      @   requires (\forall int j; 0 <= j && j < r.length; r[j] == slot(a, k, b, j) && 0 < r[j] && r[j] <= Index.MAX);
      @   ensures Shape.positive(r);
      @   ensures same(r, 0, a, 0, k - 1);
      @   ensures same(r, k - 1, b, 0, b.length - 1);
      @   ensures same(r, k - 2 + b.length, a, k, a.length - k);
      @   assignable \strictly_nothing;
      @*/
    public static void parts(int[] r, int[] a, int k, int[] b) {}

    /** Same slots, same size. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= ro && 0 <= so && ro + n <= r.length && so + n <= s.length && same(r, ro, s, so, n);
      @   ensures Shape.product(r, ro, ro + n) == Shape.product(s, so, so + n);
      @   assignable \strictly_nothing;
      @*/
    public static void congruent(int[] r, int ro, int[] s, int so, int n) {
        Shape.none(r, ro);
        Shape.none(s, so);
        /*@ loop_invariant 0 <= q && q <= n && Shape.product(r, ro, ro + q) == Shape.product(s, so, so + q);
          @ assignable \strictly_nothing;
          @ decreases n - q;
          @*/
        for (int q = 0; q < n; q++) {
            Shape.step(r, ro, ro + q);
            Shape.step(s, so, so + q);
            at(r, ro, s, so, n, q);
        }
    }

    /** Same slots, same dimensions. */
    /*@ public normal_behavior
      @   requires 0 <= t && t < n && same(r, ro, s, so, n);
      @   ensures r[ro + t] == s[so + t];
      @   assignable \strictly_nothing;
      @*/
    public static void at(int[] r, int ro, int[] s, int so, int n, int t) {}

    /** The size of a concatenation is the product of the sizes. */
    /*@ public normal_behavior
      @   requires 0 <= from && from <= mid && mid <= to;
      @   ensures Shape.product(s, from, to) == Shape.product(s, from, mid) * Shape.product(s, mid, to);
      @   assignable \strictly_nothing;
      @*/
    public static void split(int[] s, int from, int mid, int to) {
        /*@ loop_invariant mid <= q && q <= to;
          @ loop_invariant Shape.product(s, from, q) == Shape.product(s, from, mid) * Shape.product(s, mid, q);
          @ assignable \strictly_nothing;
          @ decreases to - q;
          @*/
        for (int q = mid; q < to; q++) {}
    }

    /** A shape is the slots before the k-th, the k-th, and those after it. */
    /*@ public normal_behavior
      @   requires 1 <= k && k <= s.length;
      @   ensures Shape.product(s, 0, s.length)
      @     == Shape.product(s, 0, k - 1) * s[k - 1] * Shape.product(s, k, s.length);
      @   assignable \strictly_nothing;
      @*/
    public static void around(int[] s, int k) {
        split(s, 0, k - 1, s.length);
        split(s, k - 1, k, s.length);
        single(s, k - 1);
    }

    /** One slot has its dimension's size. */
    /*@ public normal_behavior
      @   requires 0 <= i && i < s.length;
      @   ensures Shape.product(s, i, i + 1) == s[i];
      @   assignable \strictly_nothing;
      @*/
    public static void single(int[] s, int i) {}

    /** The size of {@link #splice}: |s|·|u|·|t|. */
    /*@ public normal_behavior
      @   requires 1 <= k && k <= a.length && 1 <= b.length && r.length == a.length + b.length - 2;
      @   requires same(r, 0, a, 0, k - 1);
      @   requires same(r, k - 1, b, 0, b.length - 1);
      @   requires same(r, k - 2 + b.length, a, k, a.length - k);
      @   ensures Shape.product(r, 0, r.length) == Shape.product(a, 0, k - 1)
      @     * Shape.product(b, 0, b.length - 1) * Shape.product(a, k, a.length);
      @   assignable \strictly_nothing;
      @*/
    public static void spliced(int[] r, int[] a, int k, int[] b) {
        split(r, 0, k - 1, r.length);
        split(r, k - 1, k - 2 + b.length, r.length);
        congruent(r, 0, a, 0, k - 1);
        congruent(r, k - 1, b, 0, b.length - 1);
        congruent(r, k - 2 + b.length, a, k, a.length - k);
    }
}
