package org.equicert.fast;

/**
 * The arithmetic of numbers in one floating-point format: arrays that hold entries, and can be filled and read.
 *
 * @param <V> an array of floats of that format
 */
public interface Machine<V> extends Arithmetic<V> {
    /** The entries, exactly. */
    double[] entries(V x);
}
