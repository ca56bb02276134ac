package org.equicert.function;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/**
 * What point generators draw with. Entries are multiples of 2⁻¹² in (−2, 2) and never 0: they fit in 14 bits, so that
 * every precision holds them, while their products do not fit in 24.
 */
final class Draw {
    private static final int MOST_DRAWS = 100_000;

    private static final int GRID = 1 << 12;

    private Draw() {}

    /** A whole number from low to high, both included. */
    static int between(int low, int high, RandomGenerator random) {
        return random.nextInt(low, high + 1);
    }

    /** A dimension that goes with a size: between half of it and all of it. */
    static int dimension(int size, RandomGenerator random) {
        return between((size + 1) / 2, size, random);
    }

    /** A length that goes with a size, for functions of a vector: 1, 2 to 3, 3 to 5, 4 to 7, … */
    static int length(int size, RandomGenerator random) {
        return between(size, 2 * size - 1, random);
    }

    /** The largest number p of differentiated entries that goes with a size: its Hessian has p² of them. */
    static int entries(int size) {
        return size <= 3 ? 16 : 9 * size * size / 4;
    }

    /** An array of generic entries. */
    static Array<Double> array(RandomGenerator random, Integer... shape) {
        return Array.build(List.of(shape), o -> entry(random));
    }

    /** An array of small halves: 1/2, 1, 3/2, 2 and their negatives. */
    static Array<Double> round(RandomGenerator random, Integer... shape) {
        return Array.build(List.of(shape), o -> random.nextInt(1, 5) * (random.nextBoolean() ? 0.5 : -0.5));
    }

    /** A square matrix that is not nearly singular: no pivot of its elimination is below 1/8. */
    static Array<Double> invertible(int n, RandomGenerator random) {
        return until(() -> array(random, n, n), x -> Domain.smallestPivot(x) >= 0.125);
    }

    /** A vector or matrix of which every row has entries that are at least 1/2 apart, where it has more than one. */
    static Array<Double> spread(RandomGenerator random, Integer... shape) {
        int columns = shape[shape.length - 1];
        return until(() -> array(random, shape), x -> columns == 1 || smallestSpread(x, columns) >= 0.5);
    }

    /** The first point at which a formula is defined. */
    static Point defined(Formula formula, Supplier<Point> draw) {
        return until(draw, formula::isDefinedAt);
    }

    /**
     * The first draw that is accepted.
     *
     * @throws IllegalStateException if none of very many is: what is demanded can hardly be met
     */
    static <T> T until(Supplier<T> draw, Predicate<T> accepted) {
        return Stream.generate(draw)
                .limit(MOST_DRAWS)
                .filter(accepted)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "none of " + MOST_DRAWS + " draws lies in the domain: it is too narrow to be drawn from"));
    }

    private static double entry(RandomGenerator random) {
        double x = random.nextInt(1, 2 * GRID) / (double) GRID;
        return random.nextBoolean() ? x : -x;
    }

    private static double smallestSpread(Array<Double> x, int columns) {
        double smallest = Double.POSITIVE_INFINITY;
        for (int from = 0; from < x.size(); from += columns) {
            var row = x.entries().subList(from, from + columns).stream().mapToDouble(Double::doubleValue);
            var statistics = row.summaryStatistics();
            smallest = Math.min(smallest, statistics.getMax() - statistics.getMin());
        }
        return smallest;
    }
}
