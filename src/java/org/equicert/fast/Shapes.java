package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;

/** Shapes: finite sequences of positive dimensions; the empty one is a scalar's. */
public final class Shapes {
    private Shapes() {}

    /**
     * The number of entries.
     *
     * @throws ShapeException if a dimension is not positive, or the number exceeds what a Java array can hold
     */
    public static int size(List<Integer> shape) {
        long size = 1;
        for (int dimension : shape) {
            if (dimension <= 0) {
                throw new ShapeException("shape " + shape + " has a dimension that is not positive");
            }
            size *= dimension;
            if (size > Integer.MAX_VALUE - 8) {
                throw new ShapeException("shape " + shape + " has more entries than an array can hold");
            }
        }
        return (int) size;
    }

    /** s ⊕ t ⊕ …: the shapes one after the other. */
    @SafeVarargs
    public static List<Integer> concatenation(List<Integer>... shapes) {
        List<Integer> all = new ArrayList<>();
        for (List<Integer> shape : shapes) {
            all.addAll(shape);
        }
        return List.copyOf(all);
    }
}
