package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Norms that need no spectrum, the condition numbers of such, and covariances. */
final class MatrixNorms {
    private static final Set<Capability> SIZES = Set.of(Capability.ORDER);

    static final List<Definition> ALL = List.of(
            define(
                    "linalg.matrix_norm.frobenius",
                    "x (m, n) -> square root of the sum of squares, scalar",
                    Set.of(Capability.ROOT),
                    Stability.COMPONENTWISE,
                    MatrixNorms::frobenius),
            define(
                    "linalg.matrix_norm.one",
                    "x (m, n) of distinct sums -> largest sum of |x[i, j]| over i, scalar",
                    SIZES,
                    Stability.COMPONENTWISE,
                    MatrixNorms::one),
            define(
                    "linalg.matrix_norm.infinity",
                    "x (m, n) of distinct sums -> largest sum of |x[i, j]| over j, scalar",
                    SIZES,
                    Stability.COMPONENTWISE,
                    MatrixNorms::infinity),
            define(
                    "linalg.cond.frobenius",
                    "x (n+1, n+1) invertible -> Frobenius norm of x times that of its inverse, scalar",
                    Set.of(Capability.DIVISION, Capability.ROOT),
                    Stability.NORMWISE,
                    MatrixNorms::frobeniusCondition),
            define(
                    "linalg.cond.one",
                    "x (n, n) invertible of distinct sums -> 1-norm of x times that of its inverse, scalar",
                    Set.of(Capability.DIVISION, Capability.ORDER),
                    Stability.NORMWISE,
                    MatrixNorms::oneCondition),
            define(
                    "cov",
                    "x (r+1, n+1) -> covariances of its rows, sums over n+1 - correction, (r+1, r+1)",
                    Set.of(Capability.DIVISION),
                    Stability.ROWWISE,
                    MatrixNorms::covariance,
                    Map.of("correction", List.of(0L, 1L))),
            define(
                    "corrcoef",
                    "x (r+1, n+2) of spread rows -> correlations of its rows, (r+1, r+1)",
                    Set.of(Capability.DIVISION, Capability.ROOT),
                    Stability.ROWWISE,
                    MatrixNorms::correlation));

    private MatrixNorms() {}

    private static <E> Array<E> frobenius(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(frobenius(algebra, in.get("x")));
    }

    private static <E> E frobenius(Algebra<E> algebra, Array<E> x) {
        return algebra.sqrt(Products.dot(algebra, x.entries(), x.entries()));
    }

    private static <E> Array<E> one(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(one(algebra, in.get("x")));
    }

    private static <E> Array<E> infinity(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(one(algebra, MatrixProducts.transpose(in.get("x"))));
    }

    private static <E> E one(Algebra<E> algebra, Array<E> x) {
        return IntStream.range(0, x.dimension(1))
                .mapToObj(
                        j -> algebra.sum(x.column(j).stream().map(algebra::abs).toList()))
                .reduce(algebra::max)
                .orElseThrow();
    }

    private static <E> Array<E> frobeniusCondition(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> inverse = Elimination.inverse(algebra, in.get("x"));
        return Array.scalar(algebra.times(frobenius(algebra, in.get("x")), frobenius(algebra, inverse)));
    }

    private static <E> Array<E> oneCondition(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> inverse = Elimination.inverse(algebra, in.get("x"));
        return Array.scalar(algebra.times(one(algebra, in.get("x")), one(algebra, inverse)));
    }

    private static <E> Array<E> covariance(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        E count = algebra.of((long) x.dimension(1) - parameters.whole("correction"));
        return scatter(algebra, x).map(sum -> algebra.over(sum, count));
    }

    private static <E> Array<E> correlation(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> scatter = scatter(algebra, in.get("x"));
        List<E> deviations = new ArrayList<>();
        for (int i = 0; i < scatter.dimension(0); i++) {
            deviations.add(algebra.sqrt(scatter.get(i, i)));
        }
        return Array.matrix(
                scatter.dimension(0),
                scatter.dimension(0),
                (i, j) -> algebra.over(scatter.get(i, j), algebra.times(deviations.get(i), deviations.get(j))));
    }

    /** The sums of products of what the rows' means leave. */
    private static <E> Array<E> scatter(Algebra<E> algebra, Array<E> x) {
        List<List<E>> residuals = IntStream.range(0, x.dimension(0))
                .mapToObj(i -> Statistics.residuals(algebra, x.row(i)))
                .toList();
        return Array.matrix(
                x.dimension(0), x.dimension(0), (i, j) -> Products.dot(algebra, residuals.get(i), residuals.get(j)));
    }
}
