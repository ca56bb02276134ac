package org.equicert.reference;

/**
 * What compositions and slices do to a shape (T §2): dropping slots, and the shape s ⊕ u ⊕ t of A ∘_k B.
 *
 * <p>The lemmas say that sizes follow: the size of a concatenation is the product of the sizes.
 */
public final class Slots {

    private Slots() {}

    /** The slots s[so..so+n-1] and r[ro..ro+n-1] are the same. */
    /*@ public model_behavior
      @   requires true;
      @   accessible r.*, s.*;
      @ public static model boolean same(int[] r, \bigint ro, int[] s, \bigint so, \bigint n) {
      @   return (\forall int i; 0 <= i && i < n; r[ro + i] == s[so + i]);
      @ } @*/

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

    /** The shape of A ∘_k B: that of A, where all slots of B but its last stand in place of the k-th (counted from 1). */
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
        int n = a.length - 1 + (b.length - 1);
        int[] r = new int[n];
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant (\forall int j; 0 <= j && j < i; 0 < r[j] && r[j] <= Index.MAX && r[j]
          @   == (j < k - 1 ? a[j] : j < k - 2 + b.length ? b[j - (k - 1)] : a[j - (b.length - 2)]));
          @ assignable r[*];
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            r[i] = i < k - 1 ? a[i] : i < k - 2 + b.length ? b[i - (k - 1)] : a[i - (b.length - 2)];
        }
        return r;
    }

    /** Same slots, same size. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= ro && 0 <= so && ro + n <= Index.MAX && so + n <= Index.MAX && same(r, ro, s, so, n);
      @   ensures Shape.product(r, ro, ro + n) == Shape.product(s, so, so + n);
      @   assignable \strictly_nothing;
      @*/
    public static void congruent(int[] r, int ro, int[] s, int so, int n) {
        /*@ loop_invariant 0 <= q && q <= n && Shape.product(r, ro, ro + q) == Shape.product(s, so, so + q);
          @ assignable \strictly_nothing;
          @ decreases n - q;
          @*/
        for (int q = 0; q < n; q++) {}
    }

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
      @   ensures Shape.product(s, 0, s.length) == Shape.product(s, 0, k - 1) * s[k - 1] * Shape.product(s, k, s.length);
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
