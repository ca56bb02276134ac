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

    /** x + λ, entry by entry. */
    static <E> Arguments<E> shiftEach(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("x", in.get("x").zip(new Array<>(in.get("x").shape(), lambda), algebra::plus));
    }

    /**
     * y·exp λ / (1 + Σ y·(exp λ − 1)), sums along an axis. Where y has the sum 1 along it, as softmax's have, that is y·exp λ
     * over its sum; but unlike that it is invertible in y, so that positions are good.
     */
    static <E> Array<E> tilted(Algebra<E> algebra, Array<E> y, List<E> lambda, int axis) {
        Array<E> by = new Array<>(y.shape(), lambda);
        Array<E> excess = y.zip(by, (share, moved) -> algebra.times(share, algebra.expm1(moved)));
        return Array.build(y.shape(), o -> {
            E total = algebra.plus(algebra.one(), algebra.sum(excess.line(axis, o)));
            return algebra.over(algebra.times(y.get(o), algebra.exp(by.get(o))), total);
        });
    }

    /** The same of logarithms: y + λ − log(1 + Σ exp y·(exp λ − 1)). */
    static <E> Array<E> logTilted(Algebra<E> algebra, Array<E> y, List<E> lambda, int axis) {
        Array<E> by = new Array<>(y.shape(), lambda);
        Array<E> excess = y.zip(by, (share, moved) -> algebra.times(algebra.exp(share), algebra.expm1(moved)));
        return Array.build(y.shape(), o -> {
            E total = algebra.log1p(algebra.sum(excess.line(axis, o)));
            return algebra.minus(algebra.plus(y.get(o), by.get(o)), total);
        });
    }

    /** {@link #tilted(Algebra, Array, List, int)} by row. */
    static <E> Array<E> tilted(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return tilted(algebra, y, lambda, 1);
    }

    /** λᵢ times row i of x. */
    static <E> Arguments<E> scaleRows(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("x", Actions.rows(in.get("x"), lambda, algebra::times));
    }

    /** Each row of y, plus λ. */
    static <E> Array<E> eachRowTranslated(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.matrix(y.dimension(0), y.dimension(1), (i, j) -> algebra.plus(y.get(i, j), lambda.get(j)));
    }

    /** λ₀ = (1, …, 1), one for each column of y. */
    static List<Double> onePerColumn(Point at) {
        return Collections.nCopies(at.arguments().get("scale").size(), 1.0);
    }

    /** (λⱼ·scaleⱼ, λⱼ·biasⱼ). */
    static <E> Arguments<E> scaleAffine(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("scale", Actions.rows(in.get("scale"), lambda, algebra::times))
                .with("bias", Actions.rows(in.get("bias"), lambda, algebra::times));
    }

    /** λⱼ times column j of y. */
    static <E> Array<E> columnsScaled(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.matrix(y.dimension(0), y.dimension(1), (i, j) -> algebra.times(y.get(i, j), lambda.get(j)));
    }

    /** λ₀ = 0, one for each pair i < j. */
    static List<Double> skewZero(Point at) {
        int n = at.arguments().get("x").size();
        return Collections.nCopies(n * (n - 1) / 2, 0.0);
    }

    /** (I − S)⁻¹·(I + S)·x with S skew, λ its entries above the diagonal: a rotation. */
    static <E> Arguments<E> rotate(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with(
                "x", rotated(algebra, Notation.skew(algebra, lambda, in.get("x").size()), in.get("x")));
    }

    /** The same with P·S·P in place of S, where P takes the mean away: a rotation that leaves constant vectors alone. */
    static <E> Arguments<E> rotateAboutTheMean(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        int n = in.get("x").size();
        E part = algebra.over(algebra.one(), algebra.of((long) n));
        Array<E> p = Elimination.identity(algebra, n).map(entry -> algebra.minus(entry, part));
        Array<E> s = Products.multiply(algebra, p, Products.multiply(algebra, Notation.skew(algebra, lambda, n), p));
        return in.with("x", rotated(algebra, s, in.get("x")));
    }

    private static <E> Array<E> rotated(Algebra<E> algebra, Array<E> skew, Array<E> x) {
        return Products.multiply(algebra, Notation.rotation(algebra, skew), x);
    }
}
