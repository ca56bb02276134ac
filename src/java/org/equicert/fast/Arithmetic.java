package org.equicert.fast;

/**
 * The operations on whole arrays that programs are made of. Numbers are the first implementation ({@link Machine});
 * {@link Forward} and {@link Reverse} each turn one arithmetic into another, and so nest. Operands are never changed.
 *
 * @param <V> an array
 */
public interface Arithmetic<V> {
    /** How many entries x has. */
    int size(V x);

    /** These numbers, rounded to the format: constants. */
    V of(double... entries);

    /** As many entries as x has, all of them this constant. */
    V filled(V x, double entry);

    /** @throws ShapeException if the operands are not of the contraction's lengths, or the heap has no room for the result */
    V contract(Contraction f, V a, V b);

    /** x + y, of equal lengths. */
    V add(V x, V y);

    /** factor·x */
    V scale(double factor, V x);

    /** g of every entry. */
    V map(Elementwise g, V x);

    /**
     * The largest entry of each row of x, of shape (rows, ·). Its derivative is taken as 0: it serves to shift what does not
     * depend on the shift.
     */
    V largest(int rows, V x);

    /**
     * The solutions y of a·y = b.
     *
     * @throws ArithmeticException if a is singular to working precision
     */
    V solve(Solve f, V a, V b);

    /**
     * log |det a| of a square matrix of n rows.
     *
     * @throws ArithmeticException if a is singular to working precision
     */
    V logDeterminant(int n, V a);

    /** The entry-by-entry product. */
    default V multiply(V x, V y) {
        return contract(Contraction.elementwise(size(x)), x, y);
    }

    /** x − y */
    default V subtract(V x, V y) {
        return add(x, scale(-1, y));
    }

    /** x + c, entry by entry. */
    default V shift(V x, double c) {
        return add(x, filled(x, c));
    }
}
