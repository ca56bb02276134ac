package org.equicert.reference;

/**
 * T.S2.curry: currying at any order: what a shape's index and a row-major offset say of each other, and a tensor and its slices.
 *
 * <p>Uncurrying an index is {@link Shape#offset}, currying an offset is {@link #index}: coordinate k of offset o is
 * o / (the size of the slots after the k-th) modulo the k-th dimension. Both round trips are identities: by induction over
 * the slots, forwards for the offset, backwards for the index. A tensor is its slices A(e_i), stacked: both ways again.
 */
public final class Curry {

    private Curry() {}

    /* Coordinate k of offset o, for n = shape[k] and the size of the slots after it. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model \bigint digit(\bigint o, \bigint size, \bigint n) {
      @   return o / size % n;
      @ } @*/

    /** The index of an offset. It is one of the shape, and {@link Shape#offset} leads back: uncurry ∘ curry = id. */
    /*@ public behavior
      @   requires Shape.positive(shape) && 0 <= o && o < Shape.product(shape, 0, shape.length);
      @   ensures \fresh(\result) && Shape.isIndex(shape, \result);
      @   ensures Shape.rowMajor(shape, \result, shape.length) == o;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static int[] index(int[] shape, int o) {
        int[] index = new int[shape.length];
        /*@ loop_invariant 0 <= k && k <= shape.length;
          @ loop_invariant (\forall int q; 0 <= q && q < k;
          @   index[q] == digit(o, Shape.product(shape, q + 1, shape.length), shape[q])
          @     && 0 <= index[q] && index[q] < shape[q]);
          @ assignable index[*];
          @ decreases shape.length - k;
          @*/
        for (int k = 0; k < shape.length; k++) {
            index[k] = slot(shape, o, k);
        }
        isIndex(shape, index);
        offset(shape, index, o);
        return index;
    }

    /** Coordinate k of offset o. */
    /*@ public behavior
      @   requires Shape.positive(shape) && 0 <= o && 0 <= k && k < shape.length;
      @   ensures \result == \old(digit(o, Shape.product(shape, k + 1, shape.length), shape[k]));
      @   ensures 0 <= \result && \result < shape[k];
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static int slot(int[] shape, int o, int k) {
        int after = Shape.size(shape, k + 1, shape.length);
        Shape.dimension(shape, k);
        definition(o, after, shape[k]);
        return Index.right(Index.quotient(o, after), shape[k]);
    }

    /** What {@code digit} stands for. */
    /*@ public normal_behavior
      @   ensures digit(o, size, n) == o / size % n;
      @   assignable \strictly_nothing;
      @*/
    public static void definition(int o, int size, int n) {}

    /** Coordinates within their dimensions are an index. */
    /*@ public normal_behavior
      @   requires index.length == shape.length;
      @   requires (\forall int q; 0 <= q && q < shape.length; 0 <= index[q] && index[q] < shape[q]);
      @   ensures Shape.isIndex(shape, index);
      @   assignable \strictly_nothing;
      @*/
    public static void isIndex(int[] shape, int[] index) {}

    /** The offset of the coordinates of o is o. */
    /*@ public behavior
      @   requires Shape.positive(shape) && 0 <= o && o < Shape.product(shape, 0, shape.length);
      @   requires index.length == shape.length;
      @   requires (\forall int q; 0 <= q && q < shape.length;
      @     index[q] == digit(o, Shape.product(shape, q + 1, shape.length), shape[q]));
      @   ensures Shape.rowMajor(shape, index, shape.length) == o;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static void offset(int[] shape, int[] index, int o) {
        Shape.origin(shape, index);
        Shape.none(shape, shape.length);
        int rest = Shape.size(shape, 0, shape.length);
        beyond(o, rest);
        /*@ loop_invariant 0 <= k && k <= shape.length;
          @ loop_invariant rest == \old(Shape.product(shape, k, shape.length)) && 0 < rest && rest <= Index.MAX;
          @ loop_invariant \old(Shape.rowMajor(shape, index, k)) == o / rest;
          @ assignable \nothing;
          @ decreases shape.length - k;
          @*/
        for (int k = 0; k < shape.length; k++) {
            rest = next(shape, index, o, k, rest);
        }
        Index.recover(o, o, 0, 1);
    }

    /** One slot more of the offset: Horner's rule there, and for the quotients by the sizes after the slots. */
    /*@ public behavior
      @   requires Shape.positive(shape) && 0 <= o && index.length == shape.length && 0 <= k && k < shape.length;
      @   requires index[k] == digit(o, Shape.product(shape, k + 1, shape.length), shape[k]);
      @   requires rest == Shape.product(shape, k, shape.length) && 0 < rest;
      @   requires Shape.rowMajor(shape, index, k) == o / rest;
      @   ensures \result == \old(Shape.product(shape, k + 1, shape.length)) && 0 < \result && \result <= Index.MAX;
      @   ensures \old(Shape.rowMajor(shape, index, k + 1)) == o / \result;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static int next(int[] shape, int[] index, int o, int k, int rest) {
        Shape.dimension(shape, k);
        Shape.horner(shape, index, k);
        split(shape, k);
        int after = Shape.size(shape, k + 1, shape.length);
        definition(o, after, shape[k]);
        peel(o, shape[k], rest, after);
        return after;
    }

    /** An offset within the size has no multiple of it. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < size;
      @   ensures o / size == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void beyond(int o, int size) {
        Index.recover(o, 0, o, size);
    }

    /** The size from a slot on is its dimension times the size after it. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < shape.length;
      @   ensures Shape.product(shape, k, shape.length) == shape[k] * Shape.product(shape, k + 1, shape.length);
      @   assignable \strictly_nothing;
      @*/
    public static void split(int[] shape, int k) {
        Slots.split(shape, k, k + 1, shape.length);
        Slots.single(shape, k);
    }

    /** One step of Horner's rule, for quotients. */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 < n && 0 < rest && 0 < after && rest == n * after;
      @   ensures o / rest == o / after / n && o / after == o / rest * n + o / after % n;
      @   assignable \strictly_nothing;
      @*/
    public static void peel(int o, int n, int rest, int after) {
        int p = Index.quotient(o, rest);
        int q = Index.quotient(o, after);
        narrow(o, p, q, n, after);
        remains(p, q, n);
    }

    /** Where p·n ≤ q < (p + 1)·n, q is the offset of (p, q - p·n). */
    /*@ public normal_behavior
      @   requires 0 <= p && 0 <= q && 0 < n && p * n <= q && q < p * n + n;
      @   ensures p == q / n && q == p * n + q % n;
      @   assignable \strictly_nothing;
      @*/
    public static void remains(int p, int q, int n) {
        Sign.product(p, n);
        Index.recover(q, p, q - p * n, n);
    }

    /** Where p·(n·after) ≤ o < (p + 1)·(n·after) and q·after ≤ o < (q + 1)·after, p·n ≤ q < (p + 1)·n. */
    /*@ public normal_behavior
      @   requires 0 <= o && 0 <= p && 0 <= q && 0 < n && 0 < after;
      @   requires p * (n * after) <= o && o < p * (n * after) + n * after;
      @   requires q * after <= o && o < q * after + after;
      @   ensures p * n <= q && q < p * n + n;
      @   assignable \strictly_nothing;
      @*/
    public static void narrow(int o, int p, int q, int n, int after) {
        Sign.product((long) Index.MAX - p, n);
        Sign.product(p, n);
        Sign.product((long) p * n - q - 1, after);
        Sign.product((long) q - (long) p * n - n, after);
    }

    /** The coordinates of an index's offset are the index: curry ∘ uncurry = id. */
    /*@ public behavior
      @   requires Shape.positive(shape) && Shape.isIndex(shape, index);
      @   requires o == Shape.rowMajor(shape, index, shape.length);
      @   ensures (\forall int k; 0 <= k && k < shape.length;
      @     index[k] == digit(o, Shape.product(shape, k + 1, shape.length), shape[k]));
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static void coordinates(int[] shape, int[] index, int o) {
        Shape.none(shape, shape.length);
        int q = head(shape, index, shape.length);
        Index.recover(o, o, 0, 1);
        int after = 1;
        /*@ loop_invariant 0 <= k && k <= shape.length && 0 < after && after <= Index.MAX && q == o / after;
          @ loop_invariant after == \old(Shape.product(shape, k, shape.length));
          @ loop_invariant q == \old(Shape.rowMajor(shape, index, k)) && 0 <= q && q <= Index.MAX;
          @ loop_invariant (\forall int j; k <= j && j < shape.length;
          @   index[j] == \old(digit(o, Shape.product(shape, j + 1, shape.length), shape[j])));
          @ assignable \nothing;
          @ decreases k;
          @*/
        for (int k = shape.length; k > 0; k--) {
            int before = head(shape, index, k - 1);
            int rest = Shape.size(shape, k - 1, shape.length);
            last(shape, index, o, k - 1, q, before, after, rest);
            q = before;
            after = rest;
        }
    }

    /** Index k is coordinate k of the offset, and the offset of the slots before it is what is left. */
    /*@ public normal_behavior
      @   requires Shape.positive(shape) && Shape.isIndex(shape, index) && 0 <= k && k < shape.length && 0 <= o;
      @   requires q == Shape.rowMajor(shape, index, k + 1) && before == Shape.rowMajor(shape, index, k);
      @   requires after == Shape.product(shape, k + 1, shape.length) && rest == Shape.product(shape, k, shape.length);
      @   requires 0 <= before && 0 < after && 0 < rest && q == o / after;
      @   ensures index[k] == digit(o, Shape.product(shape, k + 1, shape.length), shape[k]) && before == o / rest;
      @   assignable \strictly_nothing;
      @*/
    public static void last(int[] shape, int[] index, int o, int k, int q, int before, int after, int rest) {
        Shape.dimension(shape, k);
        Shape.within(shape, index, k);
        Shape.horner(shape, index, k);
        definition(o, after, shape[k]);
        split(shape, k);
        Index.recover(q, before, index[k], shape[k]);
        peel(o, shape[k], rest, after);
    }

    /** The offset of the first k slots. */
    /*@ public behavior
      @   requires Shape.positive(shape) && Shape.isIndex(shape, index) && 0 <= k && k <= shape.length;
      @   ensures \result == \old(Shape.rowMajor(shape, index, k)) && 0 <= \result;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static int head(int[] shape, int[] index, int k) {
        Shape.origin(shape, index);
        int o = 0;
        int p = 1;
        /*@ loop_invariant 0 <= i && i <= k;
          @ loop_invariant o == \old(Shape.rowMajor(shape, index, i)) && 0 <= o && o < p;
          @ loop_invariant p == \old(Shape.product(shape, 0, i)) && 0 < p && p <= Index.MAX;
          @ assignable \nothing;
          @ decreases k - i;
          @*/
        for (int i = 0; i < k; i++) {
            Shape.within(shape, index, i);
            Shape.horner(shape, index, i);
            int q = Shape.grow(p, shape[i]);
            o = Index.pair(o, p, index[i], shape[i]);
            p = q;
        }
        return o;
    }

    /** The same entries. */
    /*@ public normal_behavior
      @   requires c.length == a.length && Vector.same(c, 0, a, 0, a.length);
      @   ensures Relation.equal(c, a);
      @   assignable \strictly_nothing;
      @*/
    public static void whole(long[] c, long[] a) {}

    /** Makes s the slice of c at e_i: that block is s, and the rest stays. */
    /*@ public normal_behavior
      @   requires 0 <= i && i < n && c.length == n * s.length && c != s && Exact.longs(c) && Exact.longs(s);
      @   ensures Vector.same(c, i * s.length, s, 0, s.length) && Exact.longs(c);
      @   ensures (\forall int o; 0 <= o && o < c.length && (o < i * s.length || i * s.length + s.length <= o);
      @     c[o] == \old(c[o]));
      @   assignable c[*];
      @*/
    public static void put(long[] c, int i, int n, long[] s) {
        Sign.product((long) n - 1 - i, s.length);
        Sign.product(i, s.length);
        int from = i * s.length;
        /*@ loop_invariant 0 <= j && j <= s.length && Exact.longs(c);
          @ loop_invariant (\forall int k; 0 <= k && k < j; c[k + from] == s[k]);
          @ loop_invariant (\forall int o; 0 <= o && o < c.length && (o < from || from + j <= o); c[o] == \old(c[o]));
          @ assignable c[*];
          @ decreases s.length - j;
          @*/
        for (int j = 0; j < s.length; j++) {
            c[from + j] = s[j];
        }
    }

    /** The n slices A(e_i) of a tensor, which {@link Tensor#at} gives, stacked, are the tensor: uncurry ∘ curry = id. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 < rest && a.length == n * rest && Exact.longs(a);
      @   ensures \fresh(\result) && Relation.equal(\result, a);
      @   assignable \nothing;
      @*/
    public static long[] stacked(long[] a, int n, int rest) {
        long[] c = Evaluation.zeros(a.length);
        Vector.fold(c, 0, a, 0, 0);
        /*@ loop_invariant 0 <= i && i <= n && Exact.longs(c) && Vector.same(c, 0, a, 0, i * rest);
          @ assignable c[*];
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            Index.pair(i, n, rest - 1, rest);
            int start = Index.pair(i, n, 0, rest);
            append(c, a, start, Vector.slice(a, start, rest));
        }
        whole(c, a);
        return c;
    }

    /** One slice more. */
    /*@ public normal_behavior
      @   requires 0 <= start && start + s.length <= c.length && a.length == c.length && c != s && c != a;
      @   requires Exact.longs(c) && Exact.longs(s) && Vector.same(c, 0, a, 0, start);
      @   requires Vector.same(s, 0, a, start, s.length);
      @   ensures Vector.same(c, 0, a, 0, start + s.length) && Exact.longs(c);
      @   assignable c[*];
      @*/
    public static void append(long[] c, long[] a, int start, long[] s) {
        /*@ loop_invariant 0 <= j && j <= s.length && Exact.longs(c) && Exact.longs(s);
          @ loop_invariant Vector.same(c, 0, a, 0, start + j) && Vector.same(s, 0, a, start, s.length);
          @ assignable c[*];
          @ decreases s.length - j;
          @*/
        for (int j = 0; j < s.length; j++) {
            Vector.entry(s, 0, a, start, s.length, j);
            Exact.entry(s, j);
            write(c, a, start + j, s[j]);
        }
    }

    /** One entry more. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < c.length && a.length == c.length && c != a && x == a[k];
      @   requires Exact.longs(c) && Vector.same(c, 0, a, 0, k);
      @   ensures Vector.same(c, 0, a, 0, k + 1) && Exact.longs(c);
      @   assignable c[*];
      @*/
    public static void write(long[] c, long[] a, int k, long x) {
        c[k] = x;
    }
}
