package org.equicert.reference;

/**
 * A tensor with exact integer entries: a shape and its row-major entries, both fixed for good (T §1, T §2, T.Lem1.2).
 *
 * <p>A tensor of shape (n) ⊕ s is a linear map that takes a vector of Rⁿ and returns a tensor of shape s; order 0 is a
 * scalar. So {@link #apply} is A(x), {@link #at} is A(e_i), and {@link #compose} is A ∘_k B for every slot k and any orders.
 * Arithmetic is exact: a result that does not fit in a {@code long}, or a shape with more entries than an array holds, is
 * an {@link ArithmeticException}. Slots are counted from 1, as in the theory, indices from 0, as in Java.
 */
public final class Tensor {

    /*@ spec_public @*/ private final int[] shape;
    /*@ spec_public @*/ private final long[] entries;

    /** A shape of positive dimensions, and as many entries as it says. */
    /*@ public model_behavior
      @   requires true;
      @   accessible shape.*, entries.*;
      @ public static model boolean fits(int[] shape, long[] entries) {
      @   return Shape.positive(shape) && entries.length == Shape.product(shape, 0, shape.length) && Exact.longs(entries);
      @ } @*/

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
      @   ensures \fresh(\result) && \fresh(\result.shape) && \fresh(\result.entries) && fits(\result.shape, \result.entries);
      @   ensures \result.shape.length == shape.length && Slots.same(\result.shape, 0, shape, 0, shape.length);
      @   ensures \result.entries.length == entries.length && Vector.same(\result.entries, 0, entries, 0, entries.length);
      @   signals_only IllegalArgumentException, ArithmeticException;
      @   signals (IllegalArgumentException e) \old(!fits(shape, entries));
      @   signals (ArithmeticException e) \old(!fits(shape, entries));
      @   assignable \nothing;
      @*/
    public static Tensor of(int[] shape, long[] entries) {
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
        return Vector.slice(entries, 0, entries.length);
    }
}
