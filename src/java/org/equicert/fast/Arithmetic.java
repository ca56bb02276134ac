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

    /** As many zeros as x has entries. */
    V zeros(V x);

    /** @throws ShapeException if the operands are not of the contraction's lengths */
    V contract(Contraction f, V a, V b);

    /** x + y, of equal lengths. */
    V add(V x, V y);

    /** factor·x */
    V scale(double factor, V x);

    /** g of every entry. */
    V map(Elementwise g, V x);

    /** The entry-by-entry product. */
    default V multiply(V x, V y) {
        return contract(Contraction.elementwise(size(x)), x, y);
    }
}
