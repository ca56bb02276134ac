package org.equicert.fast.simd;

import java.lang.foreign.MemorySegment;
import java.util.List;

/**
 * A floating-point format: its kernels, which work on the heap, and its entries in memory segments, aligned or not.
 *
 * @param <V> an array of entries
 */
interface Format<V> {
    /** The bytes of an entry. */
    int bytes();

    /** The entries of a vector. */
    int lanes();

    /** Cut at multiples of these, the inner axes of a schedule come to the same sums of the same terms. */
    List<Integer> grain(Schedule schedule);

    Schedule.Kernel kernel(Schedule schedule, V a, V b, V c);

    V array(int entries);

    /**
     * Reads n entries of a segment.
     *
     * @param at the first of them
     * @param apart how far one is from the next
     * @param o where the first of them goes
     * @param step how far one goes from the next
     */
    void read(MemorySegment from, long at, long apart, int n, V to, int o, int step);

    /** Writes what {@link #read} reads. */
    void write(MemorySegment to, long at, long apart, int n, V from, int o, int step);
}
