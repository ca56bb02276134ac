package org.equicert.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equicert.function.Definition;
import org.equicert.function.Stability;

/**
 * The scale S of each entry of an answer. A componentwise stable function is measured entry by entry; any other one
 * against the largest entry of the same block, a block being what belongs to one differentiated argument (for a Hessian,
 * to two): LAPACK promises no more. A block that is 0 whatever the numbers are has no scale of its own; it gets what the others
 * have in its units, since an algorithm that treats all arguments alike leaves rounding there too.
 */
final class Blocks {
    private Blocks() {}

    /** The scales of a function's answer from those of its entries. */
    static double[] scale(Definition f, Question question, double[] scale) {
        if (f.stability() == Stability.COMPONENTWISE) {
            return scale;
        }
        int[] block = blocks(question, scale.length);
        double[] largest = new double[Arrays.stream(block).max().orElse(0) + 1];
        for (int i = 0; i < scale.length; i++) {
            largest[block[i]] = Math.max(largest[block[i]], scale[i]);
        }
        fillZeros(largest, units(question, largest.length));
        return Arrays.stream(block).mapToDouble(b -> largest[b]).toArray();
    }

    /** A scale times its unit has the unit of L: the largest such, where a block has none. */
    private static void fillZeros(double[] scale, double[] unit) {
        double natural = 0;
        for (int b = 0; b < scale.length; b++) {
            natural = scale[b] > 0 ? Math.max(natural, scale[b] * unit[b]) : natural;
        }
        for (int b = 0; b < scale.length; b++) {
            if (scale[b] == 0 && unit[b] > 0) {
                double filled = natural / unit[b];
                scale[b] = Double.isNaN(filled) ? Double.POSITIVE_INFINITY : filled; // both beyond the range of doubles
            }
        }
    }

    /** The unit of each block: the largest entry of the argument that it belongs to; for a Hessian, of both. */
    private static double[] units(Question question, int blocks) {
        double[] size = question.wrt().stream()
                .mapToDouble(name -> question.inputs().get(name).entries().stream()
                        .mapToDouble(Math::abs)
                        .max()
                        .orElse(0))
                .toArray();
        double[] unit = new double[blocks];
        for (int b = 0; b < blocks; b++) {
            unit[b] = question.quantity() == Quantity.HESSIAN ? size[b / size.length] * size[b % size.length] : size[b];
        }
        return unit;
    }

    /** Which block each of so many entries of an answer belongs to. */
    static int[] blocks(Question question, int entries) {
        int[] argument = argumentOfTheta(question);
        return switch (question.quantity()) {
            case VALUE, JVP -> new int[entries];
            case GRADIENT, VJP, HVP -> argument;
            case HESSIAN -> {
                int[] pairs = new int[entries];
                for (int i = 0; i < entries; i++) {
                    pairs[i] = argument[i / argument.length] * question.wrt().size() + argument[i % argument.length];
                }
                yield pairs;
            }
        };
    }

    /** Which differentiated argument each entry of θ belongs to. */
    private static int[] argumentOfTheta(Question question) {
        List<Integer> argument = new ArrayList<>();
        for (int w = 0; w < question.wrt().size(); w++) {
            int size = question.inputs().get(question.wrt().get(w)).size();
            for (int i = 0; i < size; i++) {
                argument.add(w);
            }
        }
        return argument.stream().mapToInt(Integer::intValue).toArray();
    }
}
