package org.equicert.oracle;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/** The identities that cost nothing and need no φ. */
final class FreeIdentities {
    private static final Balls BALLS = Balls.ofBits(Equivariant.BITS);

    private FreeIdentities() {}

    /** ∇²L is symmetric. */
    static Residual symmetry(Answered hessian) {
        return new Residual(
                "symmetry of the Hessian",
                t -> {
                    Array<Ball> h = hessian.within(t);
                    return Array.matrix(
                            h.dimension(0), h.dimension(1), (a, b) -> BALLS.minus(h.get(a, b), h.get(b, a)));
                },
                t -> largest(hessian));
    }

    /** Two ways to the same quantity agree. */
    static Residual agreement(Answered one, Answered other) {
        return new Residual(
                "agreement with " + other.name(),
                t -> {
                    Array<Ball> x = one.within(t);
                    Array<Ball> y = other.within(t);
                    return Array.build(x.shape(), i -> BALLS.minus(x.get(i), y.get(i)));
                },
                t -> largest(other));
    }

    /** hvp(v) = ∇²L v. */
    static Residual hessianProduct(Answered hvp, Answered hessian) {
        List<Double> v = hvp.question().tangent().orElseThrow().entries();
        return new Residual(
                "hvp = Hessian × v",
                t -> {
                    Array<Ball> h = hessian.within(t);
                    Array<Ball> product = hvp.within(t);
                    return Array.build(product.shape(), a -> BALLS.minus(dot(h.row(a), v), product.get(a)));
                },
                t -> largest(hvp));
    }

    /** ⟨jvp(v), c⟩ = ⟨v, vjp(c)⟩. */
    static Residual adjointness(Answered jvp, Answered vjp) {
        List<Double> v = jvp.question().tangent().orElseThrow().entries();
        List<Double> c = vjp.question().cotangent().orElseThrow().entries();
        return new Residual(
                "adjointness of jvp and vjp",
                t -> Array.scalar(BALLS.minus(dot(jvp.entries(t), c), dot(vjp.entries(t), v))),
                t -> {
                    double size = 0;
                    for (int i = 0; i < c.size(); i++) {
                        size += Math.abs(jvp.output().get(i) * c.get(i));
                    }
                    return size;
                });
    }

    private static Ball dot(List<Ball> x, List<Double> y) {
        List<Ball> terms = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            terms.add(BALLS.times(x.get(i), Ball.exact(y.get(i))));
        }
        return BALLS.sum(terms);
    }

    /** The largest entry of an answer or, where all are 0, of its scales. */
    static double largest(Answered answered) {
        double largest = answered.output().entries().stream()
                .mapToDouble(Math::abs)
                .max()
                .orElse(0);
        if (largest > 0) {
            return largest;
        }
        for (int i = 0; i < answered.output().size(); i++) {
            largest = Math.max(largest, answered.truth().scale(i));
        }
        return largest;
    }
}
