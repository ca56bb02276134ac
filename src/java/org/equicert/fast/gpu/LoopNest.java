package org.equicert.fast.gpu;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Shapes;

/**
 * A contraction as the kernels run it: a batch of matrix products whose rows, columns and terms are each counted by any
 * number of axes. So nothing is copied to make a matrix of it, whatever the order and the slot.
 *
 * @param batches the axes that count the products: those in A, B and C
 * @param rows those in A and C only
 * @param columns those in B and C only
 * @param sums those summed over
 * @param steps axes that the host runs over, launch by launch: of those that would make two items write one entry, as in a
 *     convolution's adjoint, and those beyond what a kernel takes
 * @param adds whether a launch adds to what C holds, because others write there too, or not all of C is written
 */
record LoopNest(
        List<Axis> batches, List<Axis> rows, List<Axis> columns, List<Axis> sums, List<Axis> steps, boolean adds) {
    /** The fewest rows, columns and terms for which tiles pay. */
    private static final int WORTH_TILES = 16;

    /** The fewest terms for each item of a group for which it pays that a group shares them. */
    private static final int WORTH_SHARING = 4;

    /** Where parts of A, B and C begin. */
    @FunctionalInterface
    interface Step {
        void at(int a, int b, int c);
    }

    /** @throws org.equicert.fast.ShapeException if an entry has more terms than an int counts */
    static LoopNest of(Contraction f) {
        List<Axis> axes = new ArrayList<>(f.axes());
        List<Axis> steps = new ArrayList<>();
        while (Contraction.overlap(axes) || axes.size() > Kernels.AXES) {
            boolean overlap = Contraction.overlap(axes);
            Axis shortest = axes.stream()
                    .filter(x -> !overlap || x.c() > 0)
                    .min(Comparator.comparingInt(Axis::extent))
                    .orElseThrow();
            axes.remove(shortest);
            steps.add(shortest);
        }
        axes.sort(Comparator.comparingInt(Axis::c).thenComparingInt(Axis::a).reversed());
        List<Axis> rows = those(axes, Axis::isRow);
        List<Axis> columns = those(axes, Axis::isColumn);
        List<Axis> sums = those(axes, x -> x.c() == 0);
        List<Axis> batches = new ArrayList<>(axes);
        List.of(rows, columns, sums).forEach(batches::removeAll);
        count(sums);
        boolean covers = steps.isEmpty() && count(batches) * count(rows) * count(columns) == f.c();
        return new LoopNest(batches, rows, columns, sums, steps, !covers);
    }

    private static List<Axis> those(List<Axis> axes, Predicate<Axis> which) {
        return axes.stream().filter(which).toList();
    }

    private static int count(List<Axis> axes) {
        return Shapes.size(axes.stream().map(Axis::extent).toList());
    }

    private int entries() {
        return count(batches) * count(rows) * count(columns);
    }

    /** Whether it is large enough for tiles. */
    boolean isTiled() {
        return count(rows) >= WORTH_TILES && count(columns) >= WORTH_TILES && count(sums) >= WORTH_TILES;
    }

    private boolean isShared() {
        return count(sums) >= WORTH_SHARING * Kernels.ITEMS && count(sums) > entries();
    }

    String kernel() {
        return isTiled() ? "product" : isShared() ? "sums" : "entries";
    }

    int items() {
        return isTiled() ? Kernels.SIDE * Kernels.SIDE : Kernels.ITEMS;
    }

    int groups() {
        if (isTiled()) {
            return count(batches)
                    * Math.ceilDiv(count(rows), Kernels.TILE)
                    * Math.ceilDiv(count(columns), Kernels.TILE);
        }
        return isShared() ? entries() : Math.ceilDiv(entries(), Kernels.ITEMS);
    }

    /** Visits every value of the steps. */
    void forEach(Step step) {
        forEach(steps, 0, 0, 0, step);
    }

    private static void forEach(List<Axis> steps, int a, int b, int c, Step step) {
        if (steps.isEmpty()) {
            step.at(a, b, c);
            return;
        }
        Axis x = steps.getFirst();
        for (int i = 0; i < x.extent(); i++) {
            forEach(steps.subList(1, steps.size()), a + i * x.a(), b + i * x.b(), c + i * x.c(), step);
        }
    }

    /** The kernels' struct {@code Nest}, for parts that begin there, and factors with so many bits rounded away. */
    int[] words(int a, int b, int c, int cut) {
        int[] words = new int[4 * Kernels.AXES + 13];
        int axis = 0;
        int group = 0;
        for (List<Axis> axes : List.of(batches, rows, columns, sums)) {
            for (Axis x : axes) {
                words[axis] = x.extent();
                words[Kernels.AXES + axis] = x.a();
                words[2 * Kernels.AXES + axis] = x.b();
                words[3 * Kernels.AXES + axis] = x.c();
                axis++;
            }
            words[4 * Kernels.AXES + group] = axis;
            words[4 * Kernels.AXES + 4 + group] = count(axes);
            group++;
        }
        int[] rest = {a, b, c, adds ? 1 : 0, cut};
        System.arraycopy(rest, 0, words, 4 * Kernels.AXES + 8, rest.length);
        return words;
    }
}
