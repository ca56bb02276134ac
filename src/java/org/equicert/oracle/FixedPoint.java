package org.equicert.oracle;

import java.util.List;
import java.util.stream.IntStream;
import org.equicert.equivariance.Symmetry;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/** T.Thm2 for one discrete symmetry P at one of its fixed points, on a candidate's own answers; no other answer enters. */
record FixedPoint(Definition f, Symmetry symmetry, Point point) {
    private static final Balls BALLS = Balls.ofBits(Equivariant.BITS);

    /** T.Thm2.1 on a gradient: Pᵀ∇L = ∇L. */
    Residual first(Answered gradient) {
        return new Residual(
                "T.Thm2.1 (" + symmetry.name() + ")",
                t -> {
                    List<Ball> g = gradient.entries(t);
                    return Array.vector(moved(g)).zip(Array.vector(g), BALLS::minus);
                },
                t -> FreeIdentities.largest(gradient));
    }

    /** T.Thm2.2 on a Hessian: Pᵀ∇²L P = ∇²L. */
    Residual second(Answered hessian) {
        return new Residual(
                "T.Thm2.2 (" + symmetry.name() + ")",
                t -> {
                    Array<Ball> h = hessian.within(t);
                    return onRows(transposed(onRows(transposed(h)))).zip(h, BALLS::minus);
                },
                t -> FreeIdentities.largest(hessian));
    }

    /** Pᵀv = P·v. */
    private List<Ball> moved(List<Ball> v) {
        return symmetry.apply(BALLS, v, f.wrt(), point);
    }

    private Array<Ball> onRows(Array<Ball> h) {
        int p = h.dimension(1);
        List<List<Ball>> rows = IntStream.range(0, h.dimension(0))
                .mapToObj(i -> moved(h.row(i)))
                .toList();
        return Array.matrix(h.dimension(0), p, (i, j) -> rows.get(i).get(j));
    }

    private static Array<Ball> transposed(Array<Ball> h) {
        return Array.matrix(h.dimension(1), h.dimension(0), (i, j) -> h.get(j, i));
    }
}
