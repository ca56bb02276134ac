package org.equicert.fast.simd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.jspecify.annotations.Nullable;

/**
 * How a contraction is run: two or three of its axes are given to an inner kernel, the others are loops around it.
 *
 * @param inner row, column and sum axis of a matrix product (in A and C, in B and C, in A and B); or lines' axis and a loop
 *     around it
 * @param loops the other axes, outermost first
 * @param a where it begins in A
 * @param b where it begins in B
 * @param c where it begins in C
 * @param overwrites whether a kernel's run meets each entry of C as the only one, and writes over it in the place of adding to it
 */
record Schedule(List<Axis> inner, List<Axis> loops, int a, int b, int c, boolean overwrites) {
    /** The shortest row, column and sum for which a matrix product pays. */
    private static final int SHORTEST = 4;

    /** Multiplications for which a second thread pays if it is awake (`./equicert bench --only product`). */
    private static final double WORTH_A_THREAD = 2.5e5;

    /** The rows or columns of a part for which it pays to have two parts a thread: a thread that comes late takes one. */
    private static final int WORTH_A_PART = 32;

    private static final Axis ONE = new Axis(1, 1, 1, 1);

    /** Works on the parts of A, B and C that begin at these offsets, adding to C. */
    @FunctionalInterface
    interface Kernel {
        void at(int a, int b, int c);
    }

    /** Whether the operands should change places, so that the columns of the matrix product are contiguous in C. */
    static boolean wantsExchange(Contraction f) {
        return longest(f, x -> x.isRow() && x.c() == 1) != null;
    }

    static Schedule of(Contraction f, int lanes) {
        Axis row = longest(f, Axis::isRow);
        Axis sum = longest(f, Axis::isSum);
        Axis column = longest(f, x -> x.isColumn() && x.c() == 1 && x.extent() >= lanes / 2);
        if (column == null) {
            column = longest(f, Axis::isColumn);
        }
        // a tile is read and written as a whole, so its rows and columns have to mean each entry of C once
        if (pays(row) && pays(column) && pays(sum) && !Contraction.overlap(List.of(row, column))) {
            List<Axis> inner = List.of(row, column, sum);
            List<Axis> loops = others(f, inner);
            return new Schedule(inner, loops, 0, 0, 0, isWritten(f, loops));
        }
        Axis line = longest(f, x -> x.a() <= 1 && x.b() <= 1 && x.c() <= 1);
        if (line == null) {
            line = longest(f, x -> x.c() == 1);
        }
        if (line == null) {
            line = longest(f, x -> true);
        }
        line = line == null ? ONE : line;
        List<Axis> loops = others(f, List.of(line));
        loops.sort(Comparator.comparingInt(x -> -x.c()));
        Axis around = loops.isEmpty() ? ONE : loops.removeLast();
        return new Schedule(List.of(around, line), loops, 0, 0, 0, false);
    }

    /** The same, writing from that entry of C on. */
    Schedule into(int entry) {
        return new Schedule(inner, loops, a, b, entry, overwrites);
    }

    boolean isProduct() {
        return inner.size() == 3;
    }

    /** Hands itself to a worker, or its parts to several at once. */
    void share(int threads, Consumer<Schedule> worker) {
        List<Schedule> parts = parts(threads);
        if (parts.size() == 1) {
            worker.accept(parts.getFirst());
        } else {
            Helpers.run(
                    threads,
                    parts.stream().map(it -> (Runnable) () -> worker.accept(it)).toList());
        }
    }

    /**
     * Itself, or parts of itself that may run at once: no two write the same entries of C, and the order in which an entry's
     * terms are added stays.
     *
     * @param threads how many at the most are to run them
     */
    List<Schedule> parts(int threads) {
        if (threads == 1 || !isProduct() || work() < WORTH_A_THREAD || Contraction.overlap(axes().toList())) {
            return List.of(this);
        }
        Axis shared = inner.get(0).extent() >= inner.get(1).extent() ? inner.get(0) : inner.get(1);
        int most = shared.extent() / WORTH_A_PART < 2 * threads ? threads : 2 * threads;
        int parts = Math.min(most, shared.extent() / SHORTEST);
        return IntStream.range(0, parts).mapToObj(i -> part(shared, i, parts)).toList();
    }

    private Stream<Axis> axes() {
        return Stream.concat(inner.stream(), loops.stream());
    }

    private double work() {
        return axes().mapToDouble(Axis::extent).reduce(1, (x, y) -> x * y);
    }

    private Schedule part(Axis shared, int i, int parts) {
        int from = (int) ((long) shared.extent() * i / parts);
        int to = (int) ((long) shared.extent() * (i + 1) / parts);
        Axis piece = new Axis(to - from, shared.a(), shared.b(), shared.c());
        List<Axis> pieces = new ArrayList<>(inner);
        pieces.set(inner.indexOf(shared), piece);
        return new Schedule(
                pieces, loops, a + from * shared.a(), b + from * shared.b(), c + from * shared.c(), overwrites);
    }

    /** Runs the kernel once for every value of the loops. */
    void run(Kernel kernel) {
        run(kernel, 0, a, b, c);
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

    /** Whether every entry of C is met, and for one value of the loops. */
    private static boolean isWritten(Contraction f, List<Axis> loops) {
        for (Axis x : loops) {
            if (x.c() == 0) {
                return false;
            }
        }
        long entries = 1;
        for (Axis x : f.axes()) {
            entries *= x.c() == 0 ? 1 : x.extent();
        }
        return entries == f.c() && !Contraction.overlap(f.axes());
    }

    private static List<Axis> others(Contraction f, List<Axis> inner) {
        List<Axis> loops = new ArrayList<>(f.axes());
        inner.forEach(loops::remove);
        return loops;
    }

    /** A plain loop: of a product of small matrices, streams would take most of the time. */
    private static @Nullable Axis longest(Contraction f, Predicate<Axis> which) {
        Axis longest = null;
        for (Axis x : f.axes()) {
            if (which.test(x) && (longest == null || x.extent() > longest.extent())) {
                longest = x;
            }
        }
        return longest;
    }

    private static boolean pays(@Nullable Axis axis) {
        return axis != null && axis.extent() >= SHORTEST;
    }
}
