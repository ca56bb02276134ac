package org.equicert.equivariance;

import java.util.Collections;
import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** The actions that are particular to reductions and normalisations. */
final class ReductionActions {
    private ReductionActions() {}

    /** x + λ, the same λ everywhere. */
    static <E> Arguments<E> shift(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("x", in.get("x").map(x -> algebra.plus(x, Actions.scalar(lambda))));
    }

    /** λᵢ times row i of x. */
    static <E> Arguments<E> scaleRows(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("x", Actions.rows(in.get("x"), lambda, algebra::times));
    }

    /** Each row of y, plus λ. */
    static <E> Array<E> eachRowTranslated(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.matrix(y.dimension(0), y.dimension(1), (i, j) -> algebra.plus(y.get(i, j), lambda.get(j)));
    }

    /** λ₀ = 0, one for each pair i < j. */
    static List<Double> skewZero(Point at) {
        int n = at.arguments().get("x").size();
        return Collections.nCopies(n * (n - 1) / 2, 0.0);
    }

    /** (I − S)⁻¹·(I + S)·x with S skew, λ its entries above the diagonal: the Cayley transform, a rotation rational in λ. */
    static <E> Arguments<E> rotate(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> x = in.get("x");
        int n = x.size();
        Array<E> skew = Array.matrix(n, n, (i, j) -> {
            if (i == j) {
                return algebra.zero();
            }
            return i < j ? lambda.get(pair(i, j, n)) : algebra.negate(lambda.get(pair(j, i, n)));
        });
        Array<E> identity = Elimination.identity(algebra, n);
        Array<E> forward = Products.multiply(algebra, identity.zip(skew, algebra::plus), x);
        Array<E> column = new Array<>(List.of(n, 1), forward.entries());
        Array<E> rotated = Elimination.solve(algebra, identity.zip(skew, algebra::minus), column);
        return in.with("x", Array.vector(rotated.entries()));
    }

    /** The number of the pair i < j < n, row by row. */
    private static int pair(int i, int j, int n) {
        return i * (2 * n - i - 1) / 2 + j - i - 1;
    }
}
