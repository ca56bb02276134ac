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
        return Actions.identity(freeSize(at));
    }

    /** Λ·b, for b as a (|u|, n) matrix. */
    static <E> Arguments<E> moveFreeSlots(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> b = in.get("b");
        int u = freeSize(at);
        Array<E> matrix = new Array<>(List.of(u, b.size() / u), b.entries());
        Array<E> moved = Products.multiply(algebra, Actions.square(lambda), matrix);
        return in.with("b", new Array<>(b.shape(), moved.entries()));
    }

    /** y ∘₂ Λ, for y as an (|s|, |u|, |t|) tensor. */
    static <E> Array<E> freeSlotsMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        int s = Array.size(
                at.arguments().get("a").shape().subList(0, at.parameters().whole("k") - 1));
        int u = freeSize(at);
        Array<E> tensor = new Array<>(List.of(s, u, y.size() / (s * u)), y.entries());
        Array<E> moved = Products.compose(algebra, tensor, 2, Actions.square(lambda));
        return new Array<>(y.shape(), moved.entries());
    }

    private static int freeSize(Point at) {
        List<Integer> b = at.arguments().get("b").shape();
        return Array.size(b.subList(0, b.size() - 1));
    }
}
