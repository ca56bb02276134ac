package org.equicert.reference;

/**
 * A tensor with exact integer entries: a shape and its row-major entries, both fixed for good (T §2, T.Lem1.2).
 *
 * <p>A tensor of shape (n) ⊕ s is a linear map that takes a vector of Rⁿ and returns a tensor of shape s; order 0 is a
 * scalar. So {@link #apply} is A(x), {@link #at} is A(e_i), and {@link #compose} is A ∘_k B for all slots and orders.
 * Arithmetic is exact: a result that does not fit in a {@code long}, or a shape with more entries than an array holds,
 * is an {@link ArithmeticException}. Slots are counted from 1, as in the theory, indices from 0, as in Java.
 */
public final class Tensor {

    /*@ spec_public @*/ private final int[] shape;
    /*@ spec_public @*/ private final long[] entries;

    //@ accessible \inv: this.shape, this.entries;

    /* A shape of positive dimensions, and as many entries as it says. */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*, entries.*;
      @ public static model boolean fits(int[] shape, long[] entries) {
      @   return Shape.positive(shape) && Exact.longs(entries)
      @     && entries.length == Shape.product(shape, 0, shape.length);
      @ } @*/

    /** What {@code fits} stands for. */
    /*@ private normal_behavior
      @   requires fits(shape, entries);
      @   ensures Shape.positive(shape) && Exact.longs(entries);
      @   ensures entries.length == Shape.product(shape, 0, shape.length);
      @   assignable \strictly_nothing;
      @*/
    private static void unfold(int[] shape, long[] entries) {}

    /** What {@code fits} stands for. */
    /*@ private normal_behavior
      @   requires Shape.positive(shape) && Exact.longs(entries);
      @   requires entries.length == Shape.product(shape, 0, shape.length);
      @   ensures fits(shape, entries);
      @   assignable \strictly_nothing;
      @*/
    private static void fold(int[] shape, long[] entries) {}

    /** What callers have to get right. */
    /*@ private normal_behavior
      @   requires Shape.ints(shape) && Exact.longs(entries);
      @   ensures (\forall int i; 0 <= i && i < shape.length; 0 < shape[i]) <==> Shape.positive(shape);
      @   ensures fits(shape, entries)
      @     <==> Shape.positive(shape) && entries.length == Shape.product(shape, 0, shape.length);
      @   assignable \strictly_nothing;
      @*/
    private static void criterion(int[] shape, long[] entries) {}

    /** Keeps both arrays: the callers pass arrays that nobody else has. */
    /*@ private normal_behavior
      @   requires fits(shape, entries);
      @   ensures this.shape == shape && this.entries == entries;
      @   assignable this.shape, this.entries;
      @*/
    private Tensor(int[] shape, long[] entries) {
        this.shape = shape;
        this.entries = entries;
    }

    /**
     * The tensor of this shape with these row-major entries; both arrays are copied.
     *
     * @throws IllegalArgumentException for a dimension that is not positive, or the wrong number of entries
     * @throws ArithmeticException for a shape of more entries than an array holds
     */
    /*@ public behavior
      @   requires Exact.longs(entries) && Shape.ints(shape);
      @   ensures \fresh(\result) && \fresh(\result.shape) && \fresh(\result.entries);
      @   ensures \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries);
      @   ensures \result.shape.length == shape.length && \result.entries.length == entries.length;
      @   ensures Slots.same(\result.shape, 0, shape, 0, shape.length);
      @   ensures Vector.same(\result.entries, 0, entries, 0, entries.length);
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) !\old(fits(shape, entries));
      @   signals (ArithmeticException e)
      @     (\exists int k; 0 <= k && k <= shape.length; \old(Shape.product(shape, 0, k)) > Index.MAX);
      @   assignable \nothing;
      @*/
    public static Tensor of(int[] shape, long[] entries) {
        criterion(shape, entries);
        if (!Shape.isPositive(shape)) {
            throw new IllegalArgumentException("every dimension of a shape is positive");
        }
        int size = Shape.size(shape, 0, shape.length);
        if (size != entries.length) {
            throw new IllegalArgumentException("the shape has " + size + " entries, not " + entries.length);
        }
        int[] s = Slots.slice(shape, 0, shape.length);
        long[] e = Vector.slice(entries, 0, entries.length);
        Slots.congruent(s, 0, shape, 0, shape.length);
        fold(s, e);
        return new Tensor(s, e);
    }

    /** The number of slots. */
    /*@ public normal_behavior
      @   ensures \result == shape.length;
      @   assignable \strictly_nothing;
      @*/
    public int order() {
        return shape.length;
    }

    /** The dimensions of the slots, a copy. */
    /*@ public normal_behavior
      @   requires fits(shape, entries);
      @   ensures \fresh(\result) && \result.length == shape.length && Slots.same(\result, 0, shape, 0, shape.length);
      @   assignable \nothing;
      @*/
    public int[] shape() {
        unfold(shape, entries);
        return Slots.slice(shape, 0, shape.length);
    }

    /** The entries in row-major order, a copy. */
    /*@ public normal_behavior
      @   requires fits(shape, entries);
      @   ensures \fresh(\result) && \result.length == entries.length;
      @   ensures Vector.same(\result, 0, entries, 0, entries.length);
      @   assignable \nothing;
      @*/
    public long[] entries() {
        unfold(shape, entries);
        return Vector.slice(entries, 0, entries.length);
    }

    /**
     * One entry.
     *
     * @throws IllegalArgumentException if this is not an index of the tensor's shape
     */
    /*@ public behavior
      @   requires fits(shape, entries) && Shape.ints(index);
      @   ensures \result == entries[\old(Shape.rowMajor(shape, index, shape.length))];
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) !\old(Shape.isIndex(shape, index));
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    public long entry(int[] index) {
        if (!Shape.contains(shape, index)) {
            throw new IllegalArgumentException("not an index of this tensor's shape");
        }
        unfold(shape, entries);
        return entries[Shape.offset(shape, index)];
    }

    /**
     * A(e_i), a tensor of one slot less: the i-th block of entries.
     *
     * @throws IllegalArgumentException for a scalar, or if the first slot has no such index
     */
    /*@ public behavior
      @   requires fits(shape, entries);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries) && \result.shape.length == shape.length - 1;
      @   ensures Slots.same(\result.shape, 0, shape, 1, shape.length - 1);
      @   ensures Vector.same(\result.entries, 0, entries, i * \old(Shape.product(shape, 1, shape.length)),
      @     \old(Shape.product(shape, 1, shape.length)));
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) shape.length == 0 || i < 0 || shape[0] <= i;
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    public Tensor at(int i) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("a scalar has no slot");
        }
        if (i < 0 || i >= shape[0]) {
            throw new IllegalArgumentException("the first slot has no such index");
        }
        unfold(shape, entries);
        return behind(shape, block(shape, entries, i));
    }

    /** The entries of A(e_i). */
    /*@ private behavior
      @   requires fits(shape, entries) && 1 <= shape.length && 0 <= i && i < shape[0];
      @   ensures \fresh(\result) && Exact.longs(\result);
      @   ensures \result.length == \old(Shape.product(shape, 1, shape.length));
      @   ensures Vector.same(\result, 0, entries, i * \result.length, \result.length);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    private static long[] block(int[] shape, long[] entries, int i) {
        unfold(shape, entries);
        int rest = rest(shape);
        Index.pair(i, shape[0], rest - 1, rest);
        return Vector.slice(entries, Index.pair(i, shape[0], 0, rest), rest);
    }

    /** The size of the slots behind the first, which times the first is that of all. */
    /*@ private behavior
      @   requires Shape.positive(shape) && 1 <= shape.length;
      @   ensures \result == \old(Shape.product(shape, 1, shape.length)) && 0 < \result;
      @   ensures 0 < shape[0] && shape[0] <= Index.MAX;
      @   ensures \old(Shape.product(shape, 0, shape.length)) == shape[0] * \result;
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    private static int rest(int[] shape) {
        Slots.around(shape, 1);
        Shape.none(shape, 0);
        Shape.dimension(shape, 0);
        return Shape.size(shape, 1, shape.length);
    }

    /**
     * A(x), a tensor of one slot less: Σ_i x_i A(e_i).
     *
     * @throws IllegalArgumentException for a scalar, or a vector that does not fit the first slot
     */
    /*@ public behavior
      @   requires fits(shape, entries) && Exact.longs(x);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries) && \result.shape.length == shape.length - 1;
      @   ensures Slots.same(\result.shape, 0, shape, 1, shape.length - 1);
      @   ensures Relation.composition(\result.entries, entries, x,
      @     1, x.length, 1, \old(Shape.product(shape, 1, shape.length)));
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) shape.length == 0 || shape[0] != x.length;
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    public Tensor apply(long[] x) {
        if (shape.length == 0) {
            throw new IllegalArgumentException("a scalar has no slot");
        }
        if (shape[0] != x.length) {
            throw new IllegalArgumentException("the vector does not fit the first slot");
        }
        unfold(shape, entries);
        int rest = rest(shape);
        Composition.fit(entries.length, x.length, rest, 1, x.length, 1, rest);
        return behind(shape, Composition.compose(entries, x, rest, 1, x.length, 1, rest));
    }

    /** The tensor of the slots behind the first. */
    /*@ private normal_behavior
      @   requires Shape.positive(shape) && 1 <= shape.length && Exact.longs(entries);
      @   requires entries.length == Shape.product(shape, 1, shape.length);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries == entries;
      @   ensures fits(\result.shape, \result.entries) && \result.shape.length == shape.length - 1;
      @   ensures Slots.same(\result.shape, 0, shape, 1, shape.length - 1);
      @   assignable \nothing;
      @*/
    private static Tensor behind(int[] shape, long[] entries) {
        int[] s = Slots.slice(shape, 1, shape.length - 1);
        Slots.congruent(s, 0, shape, 1, shape.length - 1);
        fold(s, entries);
        return new Tensor(s, entries);
    }

    /**
     * A ∘_k B, of shape s ⊕ u ⊕ t where A has shape s ⊕ (n) ⊕ t with n in the k-th slot and B has shape u ⊕ (n):
     * C[s, u, t] = Σ_i A[s, i, t] · B[u, i].
     *
     * @throws IllegalArgumentException if there is no slot k, or the values of B do not fit it
     */
    /*@ public behavior
      @   requires b.shape != null && b.entries != null && fits(shape, entries) && fits(b.shape, b.entries);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries);
      @   ensures \result.shape.length == shape.length + b.shape.length - 2;
      @   ensures Slots.same(\result.shape, 0, shape, 0, k - 1);
      @   ensures Slots.same(\result.shape, k - 1, b.shape, 0, b.shape.length - 1);
      @   ensures Slots.same(\result.shape, k - 2 + b.shape.length, shape, k, shape.length - k);
      @   ensures Relation.composition(\result.entries, entries, b.entries,
      @     \old(Shape.product(shape, 0, k - 1)), \old(shape[k - 1]),
      @     \old(Shape.product(b.shape, 0, b.shape.length - 1)), \old(Shape.product(shape, k, shape.length)));
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) k < 1 || shape.length < k || b.shape.length == 0
      @     || shape[k - 1] != b.shape[b.shape.length - 1];
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    public Tensor compose(int k, Tensor b) {
        fitting(shape, k, b.shape);
        return composed(shape, entries, k, b.shape, b.entries);
    }

    /** Whether a tensor of shape u fits the k-th slot of one of shape s: an exception where it does not. */
    /*@ private behavior
      @   ensures 1 <= k && k <= s.length && 1 <= u.length && s[k - 1] == u[u.length - 1];
      @   ensures s.length + u.length - 2 <= Index.MAX;
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) k < 1 || s.length < k || u.length == 0 || s[k - 1] != u[u.length - 1];
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    private static void fitting(int[] s, int k, int[] u) {
        if (k < 1 || k > s.length) {
            throw new IllegalArgumentException("the tensor has no such slot (they are counted from 1)");
        }
        if (u.length == 0) {
            throw new IllegalArgumentException("a scalar does not fit in a slot");
        }
        if (s[k - 1] != u[u.length - 1]) {
            throw new IllegalArgumentException("the last slot of B does not fit the slot of A");
        }
        if (s.length - 1 > Index.MAX - (u.length - 1)) {
            throw new ArithmeticException("a shape with more slots than an array can hold");
        }
    }

    /** A ∘_k B, where it exists. */
    /*@ private behavior
      @   requires fits(s, a) && fits(u, b) && 1 <= k && k <= s.length && 1 <= u.length && s[k - 1] == u[u.length - 1];
      @   requires s.length + u.length - 2 <= Index.MAX;
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries) && \result.shape.length == s.length + u.length - 2;
      @   ensures Slots.same(\result.shape, 0, s, 0, k - 1);
      @   ensures Slots.same(\result.shape, k - 1, u, 0, u.length - 1);
      @   ensures Slots.same(\result.shape, k - 2 + u.length, s, k, s.length - k);
      @   ensures Relation.composition(\result.entries, a, b, \old(Shape.product(s, 0, k - 1)), \old(s[k - 1]),
      @     \old(Shape.product(u, 0, u.length - 1)), \old(Shape.product(s, k, s.length)));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    private static Tensor composed(int[] s, long[] a, int k, int[] u, long[] b) {
        unfold(s, a);
        unfold(u, b);
        long[] c = kernel(s, a, k, u, b);
        int[] r = Slots.splice(s, k, u);
        Slots.spliced(r, s, k, u);
        fold(r, c);
        return new Tensor(r, c);
    }

    /** The entries of A ∘_k B. */
    /*@ private behavior
      @   requires fits(s, a) && fits(u, b) && 1 <= k && k <= s.length && 1 <= u.length && s[k - 1] == u[u.length - 1];
      @   ensures \fresh(\result) && Exact.longs(\result) && \result.length == \old(Shape.product(s, 0, k - 1)
      @     * Shape.product(u, 0, u.length - 1) * Shape.product(s, k, s.length));
      @   ensures Relation.composition(\result, a, b, \old(Shape.product(s, 0, k - 1)), \old(s[k - 1]),
      @     \old(Shape.product(u, 0, u.length - 1)), \old(Shape.product(s, k, s.length)));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) true;
      @   assignable \nothing;
      @*/
    private static long[] kernel(int[] s, long[] a, int k, int[] u, long[] b) {
        unfold(s, a);
        unfold(u, b);
        Slots.around(s, k);
        Slots.around(u, u.length);
        Shape.none(u, u.length);
        Shape.dimension(s, k - 1);
        int before = Shape.size(s, 0, k - 1);
        int after = Shape.size(s, k, s.length);
        int middle = Shape.size(u, 0, u.length - 1);
        int size = Shape.grow(Shape.grow(before, middle), after);
        Composition.fit(a.length, b.length, size, before, s[k - 1], middle, after);
        return Composition.compose(a, b, size, before, s[k - 1], middle, after);
    }

    /**
     * A + B.
     *
     * @throws IllegalArgumentException if the shapes differ
     */
    /*@ public behavior
      @   requires b.shape != null && b.entries != null && fits(shape, entries) && fits(b.shape, b.entries);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries) && \result.shape == shape;
      @   ensures Relation.sum(\result.entries, entries, b.entries);
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e)
      @     !(b.shape.length == shape.length && \old(Slots.same(b.shape, 0, shape, 0, shape.length)));
      @   signals (ArithmeticException e) (\exists int o; 0 <= o && o < entries.length;
      @     \old(!Exact.fits(entries[o] + b.entries[o])));
      @   assignable \nothing;
      @*/
    public Tensor add(Tensor b) {
        if (!Slots.equal(b.shape, shape)) {
            throw new IllegalArgumentException("the shapes differ");
        }
        unfold(shape, entries);
        unfold(b.shape, b.entries);
        Slots.congruent(b.shape, 0, shape, 0, shape.length);
        long[] e = Vector.add(entries, b.entries);
        fold(shape, e);
        return new Tensor(shape, e);
    }

    /** c·A. */
    /*@ public behavior
      @   requires fits(shape, entries);
      @   ensures \fresh(\result) && \invariant_for(\result) && \result.shape != null && \result.entries != null;
      @   ensures fits(\result.shape, \result.entries) && \result.shape == shape;
      @   ensures Relation.multiple(\result.entries, c, entries);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int o; 0 <= o && o < entries.length;
      @     \old(!Exact.fits(c * entries[o])));
      @   assignable \nothing;
      @*/
    public Tensor scale(long c) {
        unfold(shape, entries);
        long[] e = Vector.scale(c, entries);
        fold(shape, e);
        return new Tensor(shape, e);
    }
}
