package org.equicert.oracle;

import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/**
 * The rows of a matrix times vectors, in the machine's widest lanes and on all processors, two vectors in one walk: a check
 * reads three matrices, and reading them is what it costs. Written without the fast core, which it is there to check.
 *
 * @param count how many rows
 * @param length their length
 * @param entries row-major
 */
record Rows(int count, int length, double[] entries) {
    private static final VectorSpecies<Double> LANES = DoubleVector.SPECIES_PREFERRED;
    /** A processor takes so many rows at once, which stay in its cache from the first look to the last. */
    private static final int BLOCK = 16;

    /** Adding and subtracting it rounds a double below 2⁵¹ to an integer. */
    private static final double ROUNDING = 0x1.8p52;

    /** Does {@code work} for each block of rows, told by its first; the blocks side by side. */
    void forEachBlock(IntConsumer work) {
        IntStream.range(0, Math.ceilDiv(count, BLOCK)).parallel().forEach(block -> work.accept(block * BLOCK));
    }

    /** The first row after the block that begins at {@code from}. */
    int end(int from) {
        return Math.min(from + BLOCK, count);
    }

    /** The size of the largest entry of a block; infinite where one is no integer. */
    double largestInteger(int from) {
        int at = from * length;
        int end = end(from) * length;
        int vectors = at + LANES.loopBound(end - at);
        DoubleVector largest = DoubleVector.zero(LANES);
        DoubleVector off = DoubleVector.zero(LANES);
        for (; at < vectors; at += LANES.length()) {
            DoubleVector x = DoubleVector.fromArray(LANES, entries, at);
            largest = largest.max(x.abs());
            off = off.max(x.sub(x.add(ROUNDING).sub(ROUNDING)).abs());
        }
        double most = largest.reduceLanes(VectorOperators.MAX);
        double fraction = off.reduceLanes(VectorOperators.MAX);
        for (; at < end; at++) {
            most = Math.max(most, Math.abs(entries[at]));
            fraction = Math.max(fraction, Math.abs(entries[at] - Math.rint(entries[at])));
        }
        return fraction == 0 || most >= 0x1p51 ? most : Double.POSITIVE_INFINITY;
    }

    /** Row i, or the sizes of its entries, times y, after row i times x, both rounded in any order; into {@code sums}. */
    void times(int i, double[] x, double[] y, boolean sizes, double[] sums) {
        int from = i * length;
        DoubleVector byX = DoubleVector.zero(LANES);
        DoubleVector byY = DoubleVector.zero(LANES);
        int j = 0;
        for (; j < LANES.loopBound(length); j += LANES.length()) {
            DoubleVector entry = DoubleVector.fromArray(LANES, entries, from + j);
            byX = entry.fma(DoubleVector.fromArray(LANES, x, j), byX);
            byY = (sizes ? entry.abs() : entry).fma(DoubleVector.fromArray(LANES, y, j), byY);
        }
        sums[0] = byX.reduceLanes(VectorOperators.ADD);
        sums[1] = byY.reduceLanes(VectorOperators.ADD);
        for (; j < length; j++) {
            double entry = entries[from + j];
            sums[0] += entry * x[j];
            sums[1] += (sizes ? Math.abs(entry) : entry) * y[j];
        }
    }
}
