package org.equicert.equivariance;

import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** The actions that are particular to matrix product and component composition (T.Reparam). */
final class ProductActions {
    private ProductActions() {}

    /** (x1·Λ, Λ⁻¹·x2). */
    static <E> Arguments<E> reparameteriseFactors(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> g = Actions.square(lambda);
        return in.with("x1", Products.multiply(algebra, in.get("x1"), g))
                .with("x2", Elimination.solve(algebra, g, in.get("x2")));
    }

    /** The identity of GL(n), n the dimension contracted. */
    static List<Double> contractedIdentity(Point at) {
        return Actions.identity(
                at.arguments().get("a").dimension(at.parameters().whole("k") - 1));
    }

    /** (a ∘ₖ Λ, Λ⁻¹ ∘₁ b). */
    static <E> Arguments<E> reparameteriseSlot(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> g = Actions.square(lambda);
        Array<E> inverse = Elimination.inverse(algebra, g);
        return in.with(
                        "a",
                        Products.compose(algebra, in.get("a"), at.parameters().whole("k"), g))
                .with("b", Products.compose(algebra, inverse, 1, in.get("b")));
    }

    /** The identity of GL(|u|), for b of shape u⊕(n). */
    static List<Double> freeIdentity(Point at) {
        return Actions.identity(free(at));
    }

    /** Λ·b, for b as a (|u|, n) matrix. */
    static <E> Arguments<E> moveFreeSlots(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("b", moveRows(algebra, in.get("b"), lambda));
    }

    /** y ∘₂ Λ, for y as an (|s|, |u|, |t|) tensor. */
    static <E> Array<E> freeSlotsMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        Array<E> tensor = new Array<>(List.of(leading(at), free(at), trailing(at)), y.entries());
        Array<E> moved = Products.compose(algebra, tensor, 2, Actions.square(lambda));
        return new Array<>(y.shape(), moved.entries());
    }

    /** The identity of GL(|s|), for a of shape s⊕(n)⊕t. */
    static List<Double> leadingIdentity(Point at) {
        return Actions.identity(leading(at));
    }

    /** Λ·a, for a as an (|s|, n·|t|) matrix. */
    static <E> Arguments<E> moveLeadingSlots(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("a", moveRows(algebra, in.get("a"), lambda));
    }

    /** Λ·y, for y as an (|s|, |u|·|t|) matrix. */
    static <E> Array<E> leadingSlotsMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return moveRows(algebra, y, lambda);
    }

    /** The identity of GL(|t|), for a of shape s⊕(n)⊕t. */
    static List<Double> trailingIdentity(Point at) {
        return Actions.identity(trailing(at));
    }

    /** a·Λ, for a as an (|s|·n, |t|) matrix. */
    static <E> Arguments<E> moveTrailingSlots(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("a", moveColumns(algebra, in.get("a"), lambda));
    }

    /** y·Λ, for y as an (|s|·|u|, |t|) matrix. */
    static <E> Array<E> trailingSlotsMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return moveColumns(algebra, y, lambda);
    }

    /** Λ·x, for x as a matrix with as many rows as Λ. */
    private static <E> Array<E> moveRows(Algebra<E> algebra, Array<E> x, List<E> lambda) {
        Array<E> square = Actions.square(lambda);
        int rows = square.dimension(0);
        Array<E> matrix = new Array<>(List.of(rows, x.size() / rows), x.entries());
        return new Array<>(x.shape(), Products.multiply(algebra, square, matrix).entries());
    }

    /** x·Λ, for x as a matrix with as many columns as Λ. */
    private static <E> Array<E> moveColumns(Algebra<E> algebra, Array<E> x, List<E> lambda) {
        Array<E> square = Actions.square(lambda);
        int columns = square.dimension(0);
        Array<E> matrix = new Array<>(List.of(x.size() / columns, columns), x.entries());
        return new Array<>(x.shape(), Products.multiply(algebra, matrix, square).entries());
    }

    /** |s|. */
    private static int leading(Point at) {
        return Array.size(
                at.arguments().get("a").shape().subList(0, at.parameters().whole("k") - 1));
    }

    /** |t|. */
    private static int trailing(Point at) {
        List<Integer> a = at.arguments().get("a").shape();
        return Array.size(a.subList(at.parameters().whole("k"), a.size()));
    }

    /** |u|. */
    private static int free(Point at) {
        List<Integer> b = at.arguments().get("b").shape();
        return Array.size(b.subList(0, b.size() - 1));
    }
}
