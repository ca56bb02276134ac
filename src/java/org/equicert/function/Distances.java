package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Doubles;

/** How far apart, or how much alike, rows of matrices are. */
final class Distances {
    private static final Set<Capability> ROOT = Set.of(Capability.DIVISION, Capability.ROOT);

    static final List<Definition> ALL = List.of(
            define(
                    "cosine_similarity",
                    "x1 (n, k+1), x2 (n, k+1) -> x1·x2 over the product of their norms, by row, (n)",
                    ROOT,
                    Stability.ROWWISE,
                    Distances::cosine),
            define(
                    "pairwise_distance",
                    "x1 (n, k), x2 (n, k) -> Euclidean norm of x1 - x2 + 10⁻⁶, by row, (n)",
                    ROOT,
                    Stability.ROWWISE,
                    Distances::pairwise,
                    Map.of(),
                    point -> areApart(Distances::pairwise, point)),
            define(
                    "cdist",
                    "x1 (n, k), x2 (m, k) -> Euclidean distance of row i of x1 and row j of x2, (n, m)",
                    Set.of(Capability.ROOT),
                    Stability.NORMWISE,
                    Distances::each,
                    Map.of(),
                    point -> areApart(Distances::each, point)),
            define(
                    "cdist.1",
                    "x1 (n, k), x2 (m, k) -> sum of |row i of x1 - row j of x2|, (n, m)",
                    Set.of(Capability.ORDER),
                    Stability.NORMWISE,
                    Distances::eachByAbsolutes,
                    Map.of(),
                    point -> true),
            define(
                    "pdist",
                    "x (n+1, k) -> Euclidean distance of rows i < j, one after the other, (n·(n + 1) / 2)",
                    Set.of(Capability.ROOT),
                    Stability.NORMWISE,
                    Distances::among,
                    Map.of(),
                    point -> areApart(Distances::among, point)));

    /** Of the largest entry: a distance that is 0 has no derivative. */
    private static final double APART = 0x1p-6;

    private Distances() {}

    private static boolean areApart(Formula distances, Point point) {
        double largest = point.arguments().arrays().values().stream()
                .flatMap(x -> x.entries().stream())
                .mapToDouble(Math::abs)
                .max()
                .orElseThrow();
        return distances.apply(new Doubles(), point.arguments(), point.parameters()).entries().stream()
                .allMatch(distance -> distance >= APART * largest);
    }

    private static <E> List<E> minus(Algebra<E> algebra, List<E> x, List<E> y) {
        return Array.vector(x).zip(Array.vector(y), algebra::minus).entries();
    }

    private static <E> E norm(Algebra<E> algebra, List<E> x) {
        return algebra.sqrt(Products.dot(algebra, x, x));
    }

    private static <E> Array<E> cosine(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x1 = in.get("x1");
        Array<E> x2 = in.get("x2");
        return Array.build(List.of(x1.dimension(0)), i -> {
            E norms = algebra.times(norm(algebra, x1.row(i)), norm(algebra, x2.row(i)));
            return algebra.over(Products.dot(algebra, x1.row(i), x2.row(i)), norms);
        });
    }

    private static <E> Array<E> pairwise(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x1 = in.get("x1");
        E epsilon = algebra.over(algebra.one(), algebra.of(1_000_000L));
        return Array.build(List.of(x1.dimension(0)), i -> {
            List<E> between = minus(algebra, x1.row(i), in.get("x2").row(i)).stream()
                    .map(d -> algebra.plus(d, epsilon))
                    .toList();
            return norm(algebra, between);
        });
    }

    private static <E> Array<E> each(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x1 = in.get("x1");
        Array<E> x2 = in.get("x2");
        return Array.matrix(
                x1.dimension(0), x2.dimension(0), (i, j) -> norm(algebra, minus(algebra, x1.row(i), x2.row(j))));
    }

    private static <E> Array<E> eachByAbsolutes(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x1 = in.get("x1");
        Array<E> x2 = in.get("x2");
        return Array.matrix(
                x1.dimension(0),
                x2.dimension(0),
                (i, j) -> algebra.sum(minus(algebra, x1.row(i), x2.row(j)).stream()
                        .map(algebra::abs)
                        .toList()));
    }

    private static <E> Array<E> among(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int n = x.dimension(0);
        return Array.vector(IntStream.range(0, n)
                .boxed()
                .flatMap(i ->
                        IntStream.range(i + 1, n).mapToObj(j -> norm(algebra, minus(algebra, x.row(i), x.row(j)))))
                .toList());
    }
}
