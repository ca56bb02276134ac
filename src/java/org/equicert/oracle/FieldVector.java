package org.equicert.oracle;

import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A vector of the field of p = 2⁶¹ − 1 elements, which a matrix of integers held in doubles is multiplied with: in limbs as
 * long as sums of products still are below 2⁵³, where doubles are exact in any order.
 *
 * @param entries from 0 to p, exclusive
 */
record FieldVector(long[] entries) {
    static final long PRIME = (1L << 61) - 1;
    private static final int EXACT = 53;
    private static final int SHORTEST_LIMB = 8;

    /**
     * A matrix times a vector.
     *
     * @param largest the size of the matrix's largest entry
     */
    record Product(long[] entries, double largest) {}

    /** @throws IllegalArgumentException if an entry is no integer, or too large for limbs of eight bits */
    Product times(Rows matrix) {
        long[] product = new long[matrix.count()];
        double[] largest = new double[matrix.count()];
        Map<Integer, double[][]> limbs = new ConcurrentHashMap<>();
        matrix.forEachBlock(from -> {
            largest[from] = matrix.largestInteger(from);
            int width = width(largest[from], matrix.length());
            double[][] parts = limbs.computeIfAbsent(width, this::limbs);
            double[] sums = new double[2];
            for (int i = from; i < matrix.end(from); i++) {
                for (int l = 0; l < parts.length; l += 2) {
                    matrix.times(i, parts[l], parts[l + 1], false, sums);
                    product[i] = plus(product[i], shifted(sums[0], l * width));
                    product[i] = plus(product[i], shifted(sums[1], (l + 1) * width));
                }
            }
        });
        return new Product(product, Arrays.stream(largest).max().orElse(0));
    }

    /** How many bits of a limb leave length · largest · 2^width within what doubles hold exactly. */
    private static int width(double largest, int length) {
        int width = EXACT - Math.getExponent(Math.max(1, largest) * length) - 1;
        if (width < SHORTEST_LIMB) {
            throw new IllegalArgumentException(
                    Double.isInfinite(largest)
                            ? "an entry is no integer"
                            : "entries up to " + largest + " are too large to be checked in limbs");
        }
        return width;
    }

    /** An even number of limbs of so many bits, the lowest first. */
    private double[][] limbs(int width) {
        int pairs = Math.ceilDiv(61, 2 * width);
        long mask = (1L << width) - 1;
        double[][] limbs = new double[2 * pairs][];
        Arrays.setAll(
                limbs,
                l -> Arrays.stream(entries)
                        .mapToDouble(x -> l * width < 61 ? x >>> l * width & mask : 0)
                        .toArray());
        return limbs;
    }

    /** x · 2^bits in the field: 2⁶¹ is 1, so that the upper bits come round. */
    private static long shifted(double x, int bits) {
        long element = Math.floorMod((long) x, PRIME);
        int turn = bits % 61;
        return plus((element << turn) & PRIME, element >>> (61 - turn));
    }

    private static long plus(long x, long y) {
        return Math.floorMod(x + y, PRIME);
    }
}
