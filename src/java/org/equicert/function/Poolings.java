package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** What each channel gives window by window: averages, maxima and norms. Adaptive windows part a grid into so many bins. */
final class Poolings {
    private static final List<Long> KERNEL = List.of(1L, 2L, 3L);
    private static final List<Long> STRIDE = List.of(1L, 2L);
    private static final List<Long> PADDING = List.of(0L, 1L);

    static final List<Definition> ALL = List.of(
            average("AveragePool.1d", "x (c, n+1) -> mean of each window, (c, windows)"),
            average("AveragePool.2d", "x (c, n+1, m) -> mean of each window, (c, windows)"),
            maximum("MaxPool.1d", "x (c, n+1) -> greatest of each window, (c, windows)"),
            maximum("MaxPool.2d", "x (c, n+1, m) -> greatest of each window, (c, windows)"),
            adaptive("AdaptiveAveragePool.1d", "x (c, n+1) -> mean of each of so many bins, (c, bins)"),
            adaptive("AdaptiveAveragePool.2d", "x (c, n+1, m) -> mean of each of bins × bins bins, (c, bins, bins)"),
            Signature.define(
                    "AdaptiveMaxPool.1d",
                    "x (c, n+1) -> greatest of each of so many bins, (c, bins)",
                    Set.of(Capability.ORDER),
                    Stability.COMPONENTWISE,
                    new Poolings.Each(Poolings::bins, Poolings::bin, Poolings::greatest),
                    Map.of("bins", List.of(1L, 2L, 3L)),
                    point -> true),
            Signature.define(
                    "LpPool.1d",
                    "x (c, n+1) -> Euclidean norm of each window, (c, windows)",
                    Set.of(Capability.ROOT),
                    Stability.COMPONENTWISE,
                    new Poolings.Each(Poolings::count, Poolings::met, Poolings::norm),
                    Map.of("kernel", KERNEL, "stride", STRIDE, "padding", List.of(0L)),
                    Poolings::fits));

    private Poolings() {}

    private static Definition average(String name, String text) {
        return Signature.define(
                name,
                text,
                Set.of(Capability.DIVISION),
                Stability.COMPONENTWISE,
                Stencil.ofEachChannel(Poolings::count, (grid, p, entry) -> {
                    Windows windows = windows(grid, p);
                    List<Integer> met = windows.met(entry);
                    return Stencil.mean(met, p.whole("count_include_pad") == 1 ? windows.taps() : met.size());
                }),
                Map.of("kernel", KERNEL, "stride", STRIDE, "padding", PADDING, "count_include_pad", List.of(0L, 1L)),
                Poolings::fits);
    }

    private static Definition maximum(String name, String text) {
        return Signature.define(
                name,
                text,
                Set.of(Capability.ORDER),
                Stability.COMPONENTWISE,
                new Each(Poolings::count, Poolings::met, Poolings::greatest),
                Map.of("kernel", KERNEL, "stride", STRIDE, "padding", PADDING, "dilation", List.of(1L, 2L)),
                Poolings::fits);
    }

    private static Definition adaptive(String name, String text) {
        return Signature.define(
                name,
                text,
                Set.of(Capability.DIVISION),
                Stability.COMPONENTWISE,
                Stencil.ofEachChannel(Poolings::bins, (grid, p, entry) -> {
                    List<Integer> bin = bin(grid, p, entry);
                    return Stencil.mean(bin, bin.size());
                }),
                Map.of("bins", List.of(1L, 2L, 3L)),
                point -> true);
    }

    /** There is no more padding than half a kernel, as libraries demand, and every window meets the grid. */
    private static boolean fits(Point point) {
        Parameters p = point.parameters();
        List<Integer> x = point.arguments().get("x").shape();
        Windows windows = windows(x.subList(1, x.size()), p);
        return 2 * p.whole("padding") <= p.whole("kernel")
                && windows.exist()
                && IntStream.range(0, windows.count())
                        .noneMatch(window -> windows.met(window).isEmpty());
    }

    private static Windows windows(List<Integer> grid, Parameters parameters) {
        List<Integer> kernel =
                grid.stream().map(dimension -> parameters.whole("kernel")).toList();
        return Windows.of(grid, kernel, parameters);
    }

    private static List<Integer> count(List<Integer> grid, Parameters parameters) {
        return windows(grid, parameters).shape();
    }

    private static List<Integer> met(List<Integer> grid, Parameters parameters, int window) {
        return windows(grid, parameters).met(window);
    }

    private static List<Integer> bins(List<Integer> grid, Parameters parameters) {
        return grid.stream().map(dimension -> parameters.whole("bins")).toList();
    }

    /** The entries of a bin: of b bins along n entries, bin i goes from ⌊i·n/b⌋ to below ⌈(i + 1)·n/b⌉. */
    private static List<Integer> bin(List<Integer> grid, Parameters parameters, int bin) {
        int bins = parameters.whole("bins");
        int[] at = Array.index(bin, bins(grid, parameters));
        List<Integer> entries = List.of(0);
        for (int d = 0; d < grid.size(); d++) {
            int n = grid.get(d);
            int from = at[d] * n / bins;
            int to = Math.ceilDiv((at[d] + 1) * n, bins);
            entries = entries.stream()
                    .flatMap(before -> IntStream.range(from, to).mapToObj(i -> before * n + i))
                    .toList();
        }
        return entries;
    }

    /** The entries of the grid that an entry of the result depends on. */
    private interface Part {
        List<Integer> of(List<Integer> grid, Parameters parameters, int entry);
    }

    private interface Reduction {
        <E> E of(Algebra<E> algebra, List<E> x);
    }

    /** The same reduction of each part of each channel. */
    private record Each(Stencil.Shape shape, Part part, Reduction reduction) implements Formula {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
            Array<E> x = in.get("x");
            List<Integer> grid = x.shape().subList(1, x.shape().size());
            int cells = Array.size(grid);
            List<Integer> to = new ArrayList<>(shape.of(grid, parameters));
            int count = Array.size(to);
            to.addFirst(x.dimension(0));
            return Array.build(
                    to,
                    entry -> reduction.of(
                            algebra,
                            part.of(grid, parameters, entry % count).stream()
                                    .map(at -> x.get(entry / count * cells + at))
                                    .toList()));
        }
    }

    private static <E> E greatest(Algebra<E> algebra, List<E> x) {
        return x.stream().reduce(algebra::max).orElseThrow();
    }

    private static <E> E norm(Algebra<E> algebra, List<E> x) {
        return algebra.sqrt(Products.dot(algebra, x, x));
    }
}
