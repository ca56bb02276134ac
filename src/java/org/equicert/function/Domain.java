package org.equicert.function;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.number.Doubles;

/**
 * What an argument has to be, besides of its shape; a {@link Signature} says it by these words. Each has a margin: how far an
 * array lies from the domain's edge, where the function or a derivative ends. Arrays are drawn generic, small and round,
 * near the edge, and, where the function stands it, scaled up and down.
 */
enum Domain {
    ANY("", 1, Domain::always, x -> Double.POSITIVE_INFINITY),
    /** what is scaled up would saturate or overflow behind an exponential */
    MODERATE("moderate", 1, Domain::always, x -> Double.POSITIVE_INFINITY) {
        @Override
        boolean isScalable() {
            return false;
        }
    },
    POSITIVE("positive", 1, Domain::always, x -> least(ascending(x.entries()))) {
        @Override
        Array<Double> candidate(Array<Double> x) {
            return x.map(Math::abs);
        }
    },
    INVERTIBLE("invertible", 1, Domain::isSquare, Domain::smallestPivot),
    OF_POSITIVE_DETERMINANT(
            "of positive determinant", 1, Domain::isSquare, x -> hasPositiveDeterminant(x) ? smallestPivot(x) : 0),
    /** its symmetric part is */
    POSITIVE_DEFINITE("positive definite", 1, Domain::isSquare, x -> least(eigenvalues(x))),
    /** either triangle: its diagonal has no small entry; what is beyond the triangle is not looked at */
    TRIANGULAR("triangular", 1, Domain::isSquare, Domain::smallestOfDiagonal),
    /** elimination with partial pivoting never has two candidates of nearly the same size */
    PIVOTED("without ties of pivots", 1, Domain::isSquare, Domain::smallestLead),
    /** the eigenvalues of its symmetric part are apart */
    OF_SIMPLE_SPECTRUM("of simple spectrum", 2, Domain::isSmallSquare, x -> spectral(smallestGap(eigenvalues(x)))),
    POSITIVE_OF_SIMPLE_SPECTRUM(
            "positive definite of simple spectrum",
            2,
            Domain::isSmallSquare,
            x -> spectral(Math.min(least(eigenvalues(x)), smallestGap(eigenvalues(x))))),
    /** its eigenvalues, real or complex, are apart: how far its characteristic polynomial's discriminant is from 0 */
    DIAGONALISABLE("diagonalisable", 1, Domain::isSmallSquare, x -> Math.abs(discriminant(x))),
    /** diagonalisable, and with an exponential that does not overflow */
    EXPONENT("moderate and diagonalisable", 1, Domain::isTiny, x -> Math.min(Math.abs(discriminant(x)), 6 - size(x))) {
        @Override
        boolean isScalable() {
            return false;
        }
    },
    OF_FULL_RANK("of full rank", 1, Domain::always, x -> least(singularValues(x))),
    TALL("tall of full rank", 1, x -> x.getFirst() >= x.getLast(), x -> least(singularValues(x))),
    /** its singular values are positive and apart */
    OF_SIMPLE_SINGULAR_VALUES(
            "of simple singular values",
            2,
            Domain::isThin,
            x -> spectral(Math.min(least(singularValues(x)), smallestGap(singularValues(x))))),
    TALL_OF_SIMPLE_SINGULAR_VALUES(
            "tall of simple singular values",
            2,
            x -> isThin(x) && x.getFirst() >= x.getLast(),
            x -> spectral(Math.min(least(singularValues(x)), smallestGap(singularValues(x))))),
    /** no two of its columns, nor two of its rows, have nearly the same sum of sizes; nor have those of its inverse */
    OF_DISTINCT_SUMS("of distinct sums", 1, Domain::always, Domain::smallestDifferenceOfSums),
    INVERTIBLE_OF_DISTINCT_SUMS(
            "invertible of distinct sums",
            2,
            Domain::isSquare,
            x -> smallestPivot(x) == 0 ? 0 : Math.min(smallestPivot(x), smallestDifferenceWithInverse(x))),
    /** no row is nearly constant */
    SPREAD("of spread rows", 1, Domain::always, Domain::smallestSpread);

    private static final Doubles DOUBLES = new Doubles();

    /** Closed formulas of spectra end here. */
    private static final int LARGEST_SPECTRUM = 3;

    /** What is generic is at least this far from the edge. */
    private static final double GENERIC = 0x1p-3;

    /** What is near the edge is the nearest of so many, and still so far from it. */
    private static final int CANDIDATES = 8;

    private static final double NEAREST = 0x1p-6;
    private static final int SCALE = 8;

    private final String words;
    private final int least;
    private final Predicate<List<Integer>> fits;
    private final ToDoubleFunction<Array<Double>> margin;

    Domain(String words, int least, Predicate<List<Integer>> fits, ToDoubleFunction<Array<Double>> margin) {
        this.words = words;
        this.least = least;
        this.fits = fits;
        this.margin = margin;
    }

    /** The domain of these words. */
    static Domain of(String words) {
        return Arrays.stream(values())
                .filter(domain -> domain.words.equals(words))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no domain " + words));
    }

    /** Whether arrays of this shape can lie in it. */
    boolean fits(List<Integer> shape) {
        return fits.test(shape) && shape.stream().allMatch(dimension -> dimension >= least);
    }

    /** The least size at which points can be asked for. */
    int least() {
        return least;
    }

    /** Whether what is scaled by any number that is not 0 stays in it and is worth asking about. */
    boolean isScalable() {
        return true;
    }

    /** An array of a shape that fits: half the time generic, else scaled, round, or near the edge. */
    Array<Double> draw(RandomGenerator random, Integer... shape) {
        return switch (random.nextInt(6)) {
            case 0 ->
                Stream.generate(() -> Draw.until(
                                () -> candidate(Draw.array(random, shape)), x -> margin.applyAsDouble(x) >= NEAREST))
                        .limit(CANDIDATES)
                        .min(Comparator.comparingDouble(margin))
                        .orElseThrow();
            case 1 -> Draw.until(() -> candidate(Draw.round(random, shape)), this::isGeneric);
            case 2 -> {
                Array<Double> x = Draw.until(() -> candidate(Draw.array(random, shape)), this::isGeneric);
                int scale = random.nextBoolean() ? SCALE : -SCALE;
                yield isScalable() ? x.map(entry -> Math.scalb(entry, scale)) : x;
            }
            default -> Draw.until(() -> candidate(Draw.array(random, shape)), this::isGeneric);
        };
    }

    /** What is to be positive definite gets a heavier diagonal, so that some is. */
    Array<Double> candidate(Array<Double> x) {
        if (this != POSITIVE_DEFINITE && this != POSITIVE_OF_SIMPLE_SPECTRUM) {
            return x;
        }
        int n = x.dimension(0);
        return Array.matrix(n, n, (i, j) -> i == j ? Math.abs(x.get(i, i)) + (n - 1) / 2.0 : x.get(i, j));
    }

    private boolean isGeneric(Array<Double> x) {
        return margin.applyAsDouble(x) >= GENERIC;
    }

    private static boolean always(List<Integer> shape) {
        return true;
    }

    private static boolean isSquare(List<Integer> shape) {
        return shape.getFirst().equals(shape.getLast());
    }

    private static boolean isSmallSquare(List<Integer> shape) {
        return isSquare(shape) && isThin(shape);
    }

    private static boolean isTiny(List<Integer> shape) {
        return isSquare(shape) && shape.getFirst() <= 2;
    }

    private static boolean isThin(List<Integer> shape) {
        return Math.min(shape.getFirst(), shape.getLast()) <= LARGEST_SPECTRUM;
    }

    static double smallestPivot(Array<Double> x) {
        return Elimination.factors(DOUBLES, x).stream()
                .mapToDouble(Math::abs)
                .min()
                .orElseThrow();
    }

    private static double smallestOfDiagonal(Array<Double> x) {
        return IntStream.range(0, x.dimension(0))
                .mapToDouble(i -> Math.abs(x.get(i, i)))
                .min()
                .orElseThrow();
    }

    /** How far each pivot is ahead of what else stands in its column, and of 0. */
    private static double smallestLead(Array<Double> x) {
        int n = x.dimension(0);
        Array<Double> left = x;
        double lead = Double.POSITIVE_INFINITY;
        for (int k = 0; k < n; k++) {
            List<Double> sizes = left.column(0).stream().map(Math::abs).toList();
            double largest = sizes.stream().max(Double::compare).orElseThrow();
            lead = Math.min(lead, Math.min(largest, difference(sizes)));
            if (lead == 0 || k + 1 == n) {
                break;
            }
            int top = sizes.indexOf(largest);
            Array<Double> from = left;
            left = Array.matrix(n - k - 1, n - k - 1, (i, j) -> {
                int row = i < top ? i : i + 1;
                return from.get(row, j + 1) - from.get(row, 0) / from.get(top, 0) * from.get(top, j + 1);
            });
        }
        return lead;
    }

    /** By how much the largest is ahead of the second. */
    private static double difference(List<Double> sizes) {
        List<Double> sorted = sizes.stream().sorted().toList();
        int n = sorted.size();
        return n == 1 ? Double.POSITIVE_INFINITY : sorted.get(n - 1) - sorted.get(n - 2);
    }

    private static boolean hasPositiveDeterminant(Array<Double> x) {
        return Elimination.determinant(DOUBLES, x) > 0;
    }

    private static double smallestDifferenceWithInverse(Array<Double> x) {
        return Math.min(smallestDifferenceOfSums(x), smallestDifferenceOfSums(Elimination.inverse(DOUBLES, x)));
    }

    private static double smallestDifferenceOfSums(Array<Double> x) {
        return Math.min(
                smallestGap(IntStream.range(0, x.dimension(0))
                        .mapToDouble(i -> sizes(x.row(i)))
                        .sorted()
                        .toArray()),
                smallestGap(IntStream.range(0, x.dimension(1))
                        .mapToDouble(j -> sizes(x.column(j)))
                        .sorted()
                        .toArray()));
    }

    private static double sizes(List<Double> x) {
        return x.stream().mapToDouble(Math::abs).sum();
    }

    private static double size(Array<Double> x) {
        return IntStream.range(0, x.dimension(0))
                .mapToDouble(i -> sizes(x.row(i)))
                .max()
                .orElseThrow();
    }

    /** Of the symmetric part, ascending. */
    private static double[] eigenvalues(Array<Double> x) {
        return ascending(Rotations.decompose(Spectrum.symmetricPart(DOUBLES, x)).values());
    }

    private static double[] singularValues(Array<Double> x) {
        Array<Double> gram = Spectrum.gram(DOUBLES, Spectrum.tall(x));
        double[] squares = ascending(Rotations.decompose(gram).values());
        return Arrays.stream(squares).map(s -> Math.sqrt(Math.max(s, 0))).toArray();
    }

    private static double[] ascending(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).sorted().toArray();
    }

    private static double least(double[] ascending) {
        return ascending[0];
    }

    /** The closed formulas of spectra lose digits where a gap is small, so gaps count a quarter. */
    private static double spectral(double gap) {
        return gap / 4;
    }

    private static double smallestGap(double[] ascending) {
        return IntStream.range(1, ascending.length)
                .mapToDouble(i -> ascending[i] - ascending[i - 1])
                .min()
                .orElse(Double.POSITIVE_INFINITY);
    }

    /** Of the characteristic polynomial of x (n, n), n ≤ 3; of one eigenvalue there is nothing to be apart from. */
    private static double discriminant(Array<Double> x) {
        double trace =
                IntStream.range(0, x.dimension(0)).mapToDouble(i -> x.get(i, i)).sum();
        double det = Elimination.determinant(DOUBLES, x);
        if (x.dimension(0) == 1) {
            return Double.POSITIVE_INFINITY;
        }
        if (x.dimension(0) == 2) {
            return trace * trace - 4 * det;
        }
        Array<Double> square = Products.multiply(DOUBLES, x, x);
        double minors = (trace * trace - square.get(0, 0) - square.get(1, 1) - square.get(2, 2)) / 2;
        return 18 * trace * minors * det
                - 4 * trace * trace * trace * det
                + trace * trace * minors * minors
                - 4 * minors * minors * minors
                - 27 * det * det;
    }

    private static double smallestSpread(Array<Double> x) {
        return IntStream.range(0, x.dimension(0))
                .mapToDouble(i -> {
                    List<Double> residuals = Statistics.residuals(DOUBLES, x.row(i));
                    return Products.dot(DOUBLES, residuals, residuals);
                })
                .min()
                .orElseThrow();
    }
}
