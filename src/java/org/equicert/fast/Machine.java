package org.equicert.fast;

/**
 * The arithmetic of numbers in one floating-point format: arrays that hold entries, and can be filled and read.
 *
 * @param <V> an array of floats of that format
 */
public interface Machine<V> extends Arithmetic<V>, AutoCloseable {
    /** The entries, exactly: to be read, since they may be the array itself. */
    double[] entries(V x);

    /**
     * Writes a contraction's result, a stack of n whose axis is its last, one member after the other: the first from entry
     * {@code at} on, the next from {@code at + apart} on. Those entries have to be 0 before.
     *
     * @throws ShapeException if the operands are not of the contraction's lengths, or the heap has no room for the result
     */
    default void write(Contraction f, V a, V b, int n, double[] to, int at, int apart) {
        int size = f.c() / n;
        double[] members = entries(contract(f.transposed(n, size), a, b));
        for (int i = 0; i < n; i++) {
            System.arraycopy(members, i * size, to, at + i * apart, size);
        }
    }

    /** Gives back what its arrays hold other than the heap; they cannot be used after. */
    @Override
    default void close() {}
}
