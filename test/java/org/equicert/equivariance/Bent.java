package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Formula;
import org.equicert.function.Parameters;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/**
 * A function and its equivariance seen in bent coordinates: β∘f∘α with (α⁻¹∘φ∘α, β∘ψ∘β⁻¹). α and β add the square of the last
 * entry to every other one, which subtracting it undoes; of one entry they leave nothing to bend.
 */
final class Bent {
    private Bent() {}

    private static <E> List<E> bend(Algebra<E> algebra, List<E> x) {
        E square = algebra.times(x.getLast(), x.getLast());
        return added(algebra, x, square);
    }

    private static <E> List<E> straighten(Algebra<E> algebra, List<E> x) {
        E square = algebra.times(x.getLast(), x.getLast());
        return added(algebra, x, algebra.negate(square));
    }

    private static <E> List<E> added(Algebra<E> algebra, List<E> x, E term) {
        List<E> sum = new ArrayList<>();
        for (int i = 0; i < x.size() - 1; i++) {
            sum.add(algebra.plus(x.get(i), term));
        }
        sum.add(x.getLast());
        return sum;
    }

    /** β∘f∘α. */
    static Definition of(Definition f) {
        Formula bent = new Formula() {
            @Override
            public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
                Arguments<E> moved = in.withTheta(f.wrt(), bend(algebra, in.flatten(f.wrt())));
                Array<E> y = f.value(algebra, moved, parameters);
                return new Array<>(y.shape(), bend(algebra, y.entries()));
            }
        };
        return new Definition(
                "bent " + f.name(), f.text(), f.needs(), f.stability(), f.wrt(), bent, f.points(), Optional.empty());
    }

    /** (α⁻¹∘φ∘α, β∘ψ∘β⁻¹). */
    static Equivariance of(Definition f, Equivariance e) {
        Equivariance.Phi phi = new Equivariance.Phi() {
            @Override
            public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
                Arguments<E> bent = in.withTheta(f.wrt(), bend(algebra, in.flatten(f.wrt())));
                Arguments<E> moved = e.phi().apply(algebra, bent, lambda, at);
                return moved.withTheta(f.wrt(), straighten(algebra, moved.flatten(f.wrt())));
            }
        };
        Equivariance.Psi psi = new Equivariance.Psi() {
            @Override
            public <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
                Array<E> straight = new Array<>(y.shape(), straighten(algebra, y.entries()));
                Array<E> moved = e.psi().apply(algebra, straight, lambda, at);
                return new Array<>(y.shape(), bend(algebra, moved.entries()));
            }
        };
        return new Equivariance(e.name(), e.text(), e.identity(), phi, psi, e.applies());
    }
}
