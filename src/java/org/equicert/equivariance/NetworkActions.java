package org.equicert.equivariance;

import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** The symmetries of two-layer networks. */
final class NetworkActions {
    private NetworkActions() {}

    /** (w1 + Λ, b1 − Λ·x): at one input x, the hidden units do not notice. */
    static <E> Arguments<E> compensate(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> change = new Array<>(in.get("w1").shape(), lambda);
        return in.with("w1", in.get("w1").zip(change, algebra::plus))
                .with("b1", in.get("b1").zip(Products.multiply(algebra, change, in.get("x")), algebra::minus));
    }

    /** (λᵢ times row i of w1, column i of w2 over λᵢ) for each hidden unit i (T.Rescaling). */
    static <E> Arguments<E> rescale(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> w2 = in.get("w2");
        return in.with("w1", Actions.rows(in.get("w1"), lambda, algebra::times))
                .with(
                        "w2",
                        Array.matrix(
                                w2.dimension(0), w2.dimension(1), (i, j) -> algebra.over(w2.get(i, j), lambda.get(j))));
    }

    /** weights + Λ·(I − data·dataᵀ/‖data‖²), which weights·data does not notice. */
    static Equivariance.Phi shiftOrthogonally(String weights, String data) {
        return new OrthogonalShift(weights, data);
    }

    private record OrthogonalShift(String weights, String data) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Array<E> w = in.get(weights);
            List<E> x = in.get(data).entries();
            Array<E> change = new Array<>(w.shape(), lambda);
            Array<E> along = Products.multiply(algebra, change, in.get(data));
            E square = Products.dot(algebra, x, x);
            Array<E> orthogonal = Array.matrix(w.dimension(0), w.dimension(1), (i, j) -> {
                E back = algebra.over(algebra.times(along.get(i), x.get(j)), square);
                return algebra.minus(change.get(i, j), back);
            });
            return in.with(weights, w.zip(orthogonal, algebra::plus));
        }
    }
}
