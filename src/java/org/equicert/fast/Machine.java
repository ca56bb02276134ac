package org.equicert.fast;

/**
 * The arithmetic of numbers in one floating-point format: arrays that hold entries, and can be filled and read.
 *
 * @param <V> an array of floats of that format
 */
public interface Machine<V> extends Arithmetic<V>, AutoCloseable {
    /** The entries, exactly: to be read, since they may be the array itself. */
    double[] entries(V x);

    /** Gives back what its arrays hold other than the heap; they cannot be used after. */
    @Override
    default void close() {}
}
