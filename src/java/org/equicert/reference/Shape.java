package org.equicert.reference;

/**
 * Shapes: finite sequences of positive dimensions (T §2), their size, and the row-major offset of an index.
 *
 * <p>The offset is {@link Index#pair} folded over the slots, Horner's rule: ((i₁·n₂ + i₂)·n₃ + i₃)… . The contract is
 * that recursion, not just a range, so a column-major implementation does not satisfy it.
 */
public final class Shape {

    private Shape() {}

    /* Every entry is an {@code int}. (The prover takes what lies on the heap for an integer of any size.) */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*;
      @ public static model boolean ints(int[] shape) {
      @   return (\forall int i; 0 <= i && i < shape.length; -Index.MAX - 1 <= shape[i] && shape[i] <= Index.MAX);
      @ } @*/

    /* Every dimension is positive (and an {@code int}). */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*;
      @ public static model boolean positive(int[] shape) {
      @   return (\forall int i; 0 <= i && i < shape.length; 0 < shape[i] && shape[i] <= Index.MAX);
      @ } @*/

    /* The number of entries of the slots from..to-1: the product of their dimensions, 1 where there are none. */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*;
      @ public static model \bigint product(int[] shape, \bigint from, \bigint to) {
      @   return (\product int i; from <= i && i < to; shape[i]);
      @ } @*/

    /** A dimension is positive. */
    /*@ public normal_behavior
      @   requires 0 <= i && i < shape.length && positive(shape);
      @   ensures 0 < shape[i] && shape[i] <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void dimension(int[] shape, int i) {}

    /** One slot more multiplies the size by its dimension. */
    /*@ public normal_behavior
      @   requires 0 <= from && from <= to && to < shape.length;
      @   ensures product(shape, from, to + 1) == product(shape, from, to) * shape[to];
      @   assignable \strictly_nothing;
      @*/
    public static void step(int[] shape, int from, int to) {}

    /** No slots, one entry. */
    /*@ public normal_behavior
      @   ensures product(shape, from, from) == 1;
      @   assignable \strictly_nothing;
      @*/
    public static void none(int[] shape, int from) {}

    /* The row-major offset of the first k slots' indices, by Horner's rule. */
    /*@ public model_behavior
      @   requires 0 <= k;
      @   ensures \result == (k <= 0 ? 0 : rowMajor(shape, index, k - 1) * shape[k - 1] + index[k - 1]);
      @   accessible shape.*, index.*;
      @   measured_by k;
      @ public static model \bigint rowMajor(int[] shape, int[] index, \bigint k) {
      @   return k <= 0 ? 0 : rowMajor(shape, index, k - 1) * shape[k - 1] + index[k - 1];
      @ } @*/

    /** Horner's rule: one slot more multiplies by its dimension and adds its index; the size just grows. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < shape.length && k < index.length;
      @   ensures rowMajor(shape, index, k + 1) == rowMajor(shape, index, k) * shape[k] + index[k];
      @   ensures product(shape, 0, k + 1) == product(shape, 0, k) * shape[k];
      @   assignable \strictly_nothing;
      @*/
    public static void horner(int[] shape, int[] index, int k) {}

    /** An index lies within its dimension. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < shape.length && positive(shape) && isIndex(shape, index);
      @   ensures index.length == shape.length && 0 < shape[k] && shape[k] <= Index.MAX;
      @   ensures 0 <= index[k] && index[k] < shape[k];
      @   assignable \strictly_nothing;
      @*/
    public static void within(int[] shape, int[] index, int k) {}

    /** No slots: one entry, at offset 0. */
    /*@ public normal_behavior
      @   ensures rowMajor(shape, index, 0) == 0 && product(shape, 0, 0) == 1;
      @   assignable \strictly_nothing;
      @*/
    public static void origin(int[] shape, int[] index) {}

    /** Whether every dimension is positive. */
    /*@ public normal_behavior
      @   ensures \result <==> (\forall int i; 0 <= i && i < shape.length; 0 < shape[i]);
      @   assignable \strictly_nothing;
      @*/
    public static boolean isPositive(int[] shape) {
        /*@ loop_invariant 0 <= i && i <= shape.length && (\forall int j; 0 <= j && j < i; 0 < shape[j]);
          @ assignable \strictly_nothing;
          @ decreases shape.length - i;
          @*/
        for (int i = 0; i < shape.length; i++) {
            if (shape[i] <= 0) {
                return false;
            }
        }
        return true;
    }

    /* The index is one of this shape. */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*, index.*;
      @ public static model boolean isIndex(int[] shape, int[] index) {
      @   return index.length == shape.length
      @     && (\forall int i; 0 <= i && i < shape.length; 0 <= index[i] && index[i] < shape[i]);
      @ } @*/

    /** Whether index is one of this shape. */
    /*@ public normal_behavior
      @   ensures \result <==> isIndex(shape, index);
      @   assignable \strictly_nothing;
      @*/
    public static boolean contains(int[] shape, int[] index) {
        if (index.length != shape.length) {
            return false;
        }
        /*@ loop_invariant 0 <= i && i <= shape.length;
          @ loop_invariant (\forall int j; 0 <= j && j < i; 0 <= index[j] && index[j] < shape[j]);
          @ assignable \strictly_nothing;
          @ decreases shape.length - i;
          @*/
        for (int i = 0; i < shape.length; i++) {
            if (index[i] < 0 || index[i] >= shape[i]) {
                return false;
            }
        }
        return true;
    }

    /** The number of entries of the slots from..to-1: the product of their dimensions, 1 where there are none. */
    /*@ public behavior
      @   requires 0 <= from && from <= to && to <= shape.length;
      @   requires positive(shape);
      @   ensures \result == \old(product(shape, from, to)) && 0 < \result;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e)
      @     (\exists int k; from <= k && k <= to; \old(product(shape, from, k)) > Index.MAX);
      @   assignable \nothing;
      @*/
    public static int size(int[] shape, int from, int to) {
        none(shape, from);
        int p = 1;
        /*@ loop_invariant from <= i && i <= to;
          @ loop_invariant p == \old(product(shape, from, i)) && 0 < p && p <= Index.MAX;
          @ assignable \nothing;
          @ decreases to - i;
          @*/
        for (int i = from; i < to; i++) {
            step(shape, from, i);
            dimension(shape, i);
            p = grow(p, shape[i]);
        }
        return p;
    }

    /** p * n, or an exception beyond what an array can hold. */
    /*@ public behavior
      @   requires 0 < p && 0 < n;
      @   ensures \result == p * n && 0 < \result;
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) p * n > Index.MAX;
      @   assignable \nothing;
      @*/
    public static int grow(int p, int n) {
        int q = Index.quotient(Index.MAX, n);
        Sign.product((long) p - 1 - q, n);
        if (p > q) {
            throw new ArithmeticException("a shape with more entries than an array can hold");
        }
        Sign.product((long) q - p, n);
        Sign.product((long) p - 1, n);
        return p * n;
    }

    /** The row-major offset of an index. */
    /*@ public behavior
      @   requires positive(shape) && isIndex(shape, index);
      @   ensures \result == \old(rowMajor(shape, index, shape.length));
      @   ensures 0 <= \result && \result < \old(product(shape, 0, shape.length));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e)
      @     (\exists int k; 0 <= k && k <= shape.length; \old(product(shape, 0, k)) > Index.MAX);
      @   assignable \nothing;
      @*/
    public static int offset(int[] shape, int[] index) {
        origin(shape, index);
        int o = 0;
        int p = 1;
        /*@ loop_invariant 0 <= i && i <= shape.length;
          @ loop_invariant o == \old(rowMajor(shape, index, i)) && 0 <= o && o < p;
          @ loop_invariant p == \old(product(shape, 0, i)) && 0 < p && p <= Index.MAX;
          @ assignable \nothing;
          @ decreases shape.length - i;
          @*/
        for (int i = 0; i < shape.length; i++) {
            within(shape, index, i);
            horner(shape, index, i);
            int q = grow(p, shape[i]);
            o = Index.pair(o, p, index[i], shape[i]);
            p = q;
        }
        return o;
    }
}
