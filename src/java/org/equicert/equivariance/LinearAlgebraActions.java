package org.equicert.equivariance;

import java.util.List;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/** What scalings and GL(n) do to a determinant and to its logarithm. */
final class LinearAlgebraActions {
    private LinearAlgebraActions() {}

    /** λⁿ·y, for x (n, n). */
    static <E> Array<E> scaledToTheOrder(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        E scaled = y.item();
        for (int i = 0; i < order(at); i++) {
            scaled = algebra.times(Actions.scalar(lambda), scaled);
        }
        return Array.scalar(scaled);
    }

    /** det Λ·y. */
    static <E> Array<E> scaledByDeterminant(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.scalar(algebra.times(Elimination.determinant(algebra, Actions.square(lambda)), y.item()));
    }

    /** y + n·log|λ|, for x (n, n). */
    static <E> Array<E> shiftedByLogarithm(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        E logarithm = algebra.log(algebra.abs(Actions.scalar(lambda)));
        return Array.scalar(algebra.plus(y.item(), algebra.times(algebra.of((long) order(at)), logarithm)));
    }

    /** y + log|det Λ|. */
    static <E> Array<E> shiftedByLogDeterminant(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.scalar(algebra.plus(y.item(), Elimination.logAbsDeterminant(algebra, Actions.square(lambda))));
    }

    private static int order(Point at) {
        return at.arguments().get("x").dimension(0);
    }
}
