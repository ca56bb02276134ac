package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import org.equicert.number.Algebra;

/**
 * Eigenvalues and eigenprojections of symmetric matrices up to (3, 3) by closed formulas, so that every algebra has them with
 * all derivatives: roots of the characteristic polynomial by Cardano and Vieta, projections by Lagrange and Sylvester.
 * Eigenvalues have to be apart; where two may coincide a division or a root is undecided.
 */
final class Spectrum {
    private Spectrum() {}

    /** (x + xᵀ)/2. */
    static <E> Array<E> symmetricPart(Algebra<E> algebra, Array<E> x) {
        E half = algebra.of(0.5);
        return Array.matrix(
                x.dimension(0),
                x.dimension(0),
                (i, j) -> i == j ? x.get(i, i) : algebra.times(half, algebra.plus(x.get(i, j), x.get(j, i))));
    }

    /** xᵀ·x. */
    static <E> Array<E> gram(Algebra<E> algebra, Array<E> x) {
        return Array.matrix(x.dimension(1), x.dimension(1), (i, j) -> Products.dot(algebra, x.column(i), x.column(j)));
    }

    /** x or its transpose, whichever has no more columns than rows: both have the same singular values. */
    static <E> Array<E> tall(Array<E> x) {
        return x.dimension(0) >= x.dimension(1) ? x : MatrixProducts.transpose(x);
    }

    /** The singular values of x (m, n), min(m, n) ≤ 3, ascending. */
    static <E> List<E> singularValues(Algebra<E> algebra, Array<E> x) {
        return eigenvalues(algebra, gram(algebra, tall(x))).stream()
                .map(algebra::sqrt)
                .toList();
    }

    /** The eigenvalues of a symmetric x (n, n), n ≤ 3, ascending. */
    static <E> List<E> eigenvalues(Algebra<E> algebra, Array<E> x) {
        return switch (x.dimension(0)) {
            case 1 -> List.of(x.item());
            case 2 -> ofTwo(algebra, x);
            case 3 -> ofThree(algebra, x);
            default -> throw new IllegalArgumentException("no closed formula for eigenvalues of " + x.shape());
        };
    }

    /** mean ± √(((a − d)/2)² + b²). */
    private static <E> List<E> ofTwo(Algebra<E> algebra, Array<E> x) {
        E half = algebra.of(0.5);
        E mean = algebra.times(half, algebra.plus(x.get(0, 0), x.get(1, 1)));
        E away = algebra.times(half, algebra.minus(x.get(0, 0), x.get(1, 1)));
        E radius = algebra.sqrt(algebra.plus(algebra.times(away, away), algebra.times(x.get(0, 1), x.get(0, 1))));
        return List.of(algebra.minus(mean, radius), algebra.plus(mean, radius));
    }

    /** With q = tr x/3, b = x − q·I and p² = tr b²/6: q + 2p·cos((α + 2πk)/3), where cos α = det b/(2p³). */
    private static <E> List<E> ofThree(Algebra<E> algebra, Array<E> x) {
        E third = algebra.over(algebra.one(), algebra.of(3L));
        E q = algebra.times(third, MatrixProducts.trace(algebra, x));
        Array<E> b = shifted(algebra, x, algebra.negate(q));
        E p = algebra.sqrt(algebra.over(Products.dot(algebra, b.entries(), b.entries()), algebra.of(6L)));
        E half = algebra.of(0.5);
        E cube = algebra.times(p, algebra.times(p, p));
        E cosine = algebra.over(algebra.times(half, Elimination.divisionFreeDeterminant(algebra, b)), cube);
        E sine = algebra.sqrt(algebra.minus(algebra.one(), algebra.times(cosine, cosine)));
        E angle = algebra.times(third, algebra.atan2(sine, cosine));
        E turn = algebra.times(third, algebra.times(algebra.of(2L), algebra.pi()));
        List<E> values = new ArrayList<>();
        for (int k : new int[] {1, -1, 0}) { // of an angle between 0 and π/3
            E cos = algebra.cos(algebra.plus(angle, algebra.times(algebra.of((long) k), turn)));
            values.add(algebra.plus(q, algebra.times(algebra.of(2L), algebra.times(p, cos))));
        }
        return values;
    }

    /** x + λ·I. */
    static <E> Array<E> shifted(Algebra<E> algebra, Array<E> x, E lambda) {
        int n = x.dimension(0);
        return Array.matrix(n, n, (i, j) -> i == j ? algebra.plus(x.get(i, i), lambda) : x.get(i, j));
    }

    /** The projection on the eigenvector of the k-th of the eigenvalues: the product of (x − λⱼ·I)/(λₖ − λⱼ) over the others. */
    static <E> Array<E> projection(Algebra<E> algebra, Array<E> x, List<E> eigenvalues, int k) {
        Array<E> projection = Elimination.identity(algebra, x.dimension(0));
        for (int j = 0; j < eigenvalues.size(); j++) {
            if (j != k) {
                E gap = algebra.minus(eigenvalues.get(k), eigenvalues.get(j));
                Array<E> factor =
                        shifted(algebra, x, algebra.negate(eigenvalues.get(j))).map(entry -> algebra.over(entry, gap));
                projection = Products.multiply(algebra, projection, factor);
            }
        }
        return projection;
    }

    /** A function of x: Σ wₖ·(projection on the k-th eigenvector). */
    static <E> Array<E> weighted(Algebra<E> algebra, Array<E> x, List<E> eigenvalues, List<E> weights) {
        List<Array<E>> parts = new ArrayList<>();
        for (int k = 0; k < weights.size(); k++) {
            E weight = weights.get(k);
            parts.add(projection(algebra, x, eigenvalues, k).map(entry -> algebra.times(weight, entry)));
        }
        return Array.build(
                x.shape(),
                o -> algebra.sum(parts.stream().map(part -> part.get(o)).toList()));
    }
}
