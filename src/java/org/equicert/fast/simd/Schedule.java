package org.equicert.fast.simd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.jspecify.annotations.Nullable;

/**
 * How a contraction is run: one or three of its axes are given to an inner kernel, the others are loops around it.
 *
 * @param inner row, column and sum axis of a matrix product (in A and C, in B and C, in A and B); or a single axis
 * @param loops the other axes, outermost first
 */
record Schedule(List<Axis> inner, List<Axis> loops) {
    /** The shortest row, column and sum for which packing into a matrix product pays. */
    private static final int SHORTEST = 4;

    /** Works on the parts of A, B and C that begin at these offsets, adding to C. */
    @FunctionalInterface
    interface Kernel {
        void at(int a, int b, int c);
    }

    /** Whether the operands should change places, so that the columns of the matrix product are contiguous in C. */
    static boolean wantsExchange(Contraction f) {
        return f.axes().stream().anyMatch(x -> isRow(x) && x.c() == 1);
    }

    static Schedule of(Contraction f, int lanes) {
        Axis row = longest(f, Schedule::isRow);
        Axis sum = longest(f, Schedule::isSum);
        Axis column = longest(f, x -> isColumn(x) && x.c() == 1 && x.extent() >= lanes);
        if (column == null) {
            column = longest(f, Schedule::isColumn);
        }
        if (pays(row) && pays(column) && pays(sum)) {
            return around(f, List.of(row, column, sum));
        }
        Axis line = longest(f, x -> x.a() <= 1 && x.b() <= 1 && x.c() <= 1);
        if (line == null) {
            line = longest(f, x -> true);
        }
        return around(f, List.of(line == null ? new Axis(1, 1, 1, 1) : line));
    }

    boolean isProduct() {
        return inner.size() == 3;
    }

    /** Runs the kernel once for every value of the loops. */
    void run(Kernel kernel) {
        run(kernel, 0, 0, 0, 0);
    }

    private void run(Kernel kernel, int depth, int a, int b, int c) {
        if (depth == loops.size()) {
            kernel.at(a, b, c);
            return;
        }
        Axis x = loops.get(depth);
        for (int i = 0; i < x.extent(); i++) {
            run(kernel, depth + 1, a + i * x.a(), b + i * x.b(), c + i * x.c());
        }
    }

    private static Schedule around(Contraction f, List<Axis> inner) {
        List<Axis> loops = new ArrayList<>(f.axes());
        inner.forEach(loops::remove);
        return new Schedule(inner, loops);
    }

    private static boolean isRow(Axis x) {
        return x.a() > 0 && x.b() == 0 && x.c() > 0;
    }

    private static boolean isColumn(Axis x) {
        return x.a() == 0 && x.b() > 0 && x.c() > 0;
    }

    private static boolean isSum(Axis x) {
        return x.a() > 0 && x.b() > 0 && x.c() == 0;
    }

    private static @Nullable Axis longest(Contraction f, Predicate<Axis> which) {
        return f.axes().stream()
                .filter(which)
                .max(Comparator.comparingInt(Axis::extent))
                .orElse(null);
    }

    private static boolean pays(@Nullable Axis axis) {
        return axis != null && axis.extent() >= SHORTEST;
    }
}
