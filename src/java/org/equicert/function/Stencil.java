package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;

/**
 * A linear map of its first argument with few weights, all of them rational: each entry of the result is a weighted sum of
 * some entries. Pooling, padding, interpolation, embedding and what only moves entries are such maps.
 *
 * @param shape the result's shape
 * @param row what each entry of the result is made of
 */
record Stencil(Shape shape, Row row) implements Formula {
    /** The shape of the result, for an argument of the shape {@code from}. */
    @FunctionalInterface
    interface Shape {
        List<Integer> of(List<Integer> from, Parameters parameters);
    }

    /** The weights of the result's entry at row-major offset {@code entry}; none where it is 0. */
    @FunctionalInterface
    interface Row {
        List<Weight> of(List<Integer> from, Parameters parameters, int entry);
    }

    /** The entry at row-major offset {@code at} of the argument, times n / d. */
    record Weight(int at, long n, long d) {
        /** The entry itself. */
        static Weight one(int at) {
            return new Weight(at, 1, 1);
        }

        private <E> E times(Algebra<E> algebra, E x) {
            return n == d ? x : algebra.times(algebra.over(algebra.of(n), algebra.of(d)), x);
        }
    }

    /** The same map of every channel: what follows the first dimension is a grid of its own. */
    static Stencil ofEachChannel(Shape shape, Row row) {
        return new Stencil(
                (from, parameters) -> {
                    List<Integer> all = new ArrayList<>(shape.of(from.subList(1, from.size()), parameters));
                    all.addFirst(from.getFirst());
                    return all;
                },
                (from, parameters, entry) -> {
                    List<Integer> grid = from.subList(1, from.size());
                    int count = Array.size(shape.of(grid, parameters));
                    int before = entry / count * Array.size(grid);
                    return row.of(grid, parameters, entry % count).stream()
                            .map(w -> new Weight(before + w.at, w.n, w.d))
                            .toList();
                });
    }

    /** Every entry of the result is one of the argument, or 0. */
    static Row moving(Source source) {
        return (from, parameters, entry) -> {
            int at = source.of(from, parameters, entry);
            return at == Windows.OUTSIDE ? List.of() : List.of(Weight.one(at));
        };
    }

    /** Where the result's entry comes from, or {@link Windows#OUTSIDE}. */
    @FunctionalInterface
    interface Source {
        int of(List<Integer> from, Parameters parameters, int entry);
    }

    /** The mean of these entries, or their sum over another number. */
    static List<Weight> mean(List<Integer> entries, int over) {
        return entries.stream().map(at -> new Weight(at, 1, over)).toList();
    }

    @Override
    public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.arrays().firstEntry().getValue();
        List<Integer> to = shape.of(x.shape(), parameters);
        return new Array<>(
                to,
                IntStream.range(0, Array.size(to))
                        .mapToObj(entry -> algebra.sum(row.of(x.shape(), parameters, entry).stream()
                                .map(weight -> weight.times(algebra, x.get(weight.at)))
                                .toList()))
                        .toList());
    }
}
