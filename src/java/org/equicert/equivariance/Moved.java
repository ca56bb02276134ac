package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import org.equicert.derivative.Jet;
import org.equicert.derivative.Jets;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.number.Algebra;

/**
 * One side of an equivariance, φ at (θ, λ) or ψ at (f(θ), λ), with everything that T.Thm1 needs of it, derived by jets in x
 * and λ together; nothing is written by hand.
 *
 * @param <E> the numbers
 */
final class Moved<E> {
    private final Algebra<E> algebra;
    private final Jets<E> jets;
    private final List<Jet<E>> image;
    private final int n;
    private final int k;
    private final Array<E> first;
    private final Array<E> direction;

    /**
     * @throws org.equicert.number.Undecided where ∂₁ is not invertible: no good position (T.Def1)
     */
    Moved(Algebra<E> algebra, Action action, List<E> x, List<E> lambda) {
        this.algebra = algebra;
        this.n = x.size();
        this.k = lambda.size();
        this.jets = new Jets<>(algebra, n + k, 2);
        this.image = action.apply(jets, variables(x, 0), variables(lambda, n));
        this.first = Array.matrix(n, n, (i, a) -> jets.first(image.get(i), a));
        Array<E> second = Array.matrix(n, k, (i, j) -> jets.first(image.get(i), n + j));
        this.direction = Elimination.solve(algebra, first, second);
    }

    private List<Jet<E>> variables(List<E> x, int from) {
        List<Jet<E>> variables = new ArrayList<>(x.size());
        for (int a = 0; a < x.size(); a++) {
            variables.add(jets.variable(x.get(a), from + a));
        }
        return variables;
    }

    /** K of φ, Z of ψ: (∂₁)⁻¹ ∘ ∂₂ as a matrix with one column for each direction of λ (T.Def2). */
    Array<E> direction() {
        return direction;
    }

    /** The covector g ∘ (∂₁)⁻¹. */
    List<E> pullBack(List<E> g) {
        Array<E> transposed = Array.matrix(n, n, (a, i) -> first.get(i, a));
        return Elimination.solve(algebra, transposed, new Array<>(List.of(n, 1), g))
                .entries();
    }

    /** The second derivatives of ⟨w, action⟩, w a covector on its image. */
    Curvature curvature(List<E> w) {
        List<Jet<E>> terms = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            terms.add(jets.times(jets.constant(w.get(i)), image.get(i)));
        }
        return new Curvature(jets.sum(terms));
    }

    /** The brackets of T.Thm1.2a and T.Thm1.2b, contracted with w. */
    final class Curvature {
        private final Jet<E> g;

        private Curvature(Jet<E> g) {
            this.g = g;
        }

        /** w ∘ [ ∂₂∂₁ − ∂₁² ∘₁ K ] at (λⱼ, xᵦ). */
        E mixed(int j, int b) {
            List<E> terms = new ArrayList<>(n + 1);
            terms.add(jets.second(g, n + j, b));
            for (int a = 0; a < n; a++) {
                terms.add(algebra.negate(algebra.times(direction.get(a, j), jets.second(g, a, b))));
            }
            return algebra.sum(terms);
        }

        /** w ∘ [ ∂₂² − ∂₁² ∘₁ K ∘₂ K ] at (λᵢ, λⱼ). */
        E pure(int i, int j) {
            List<E> terms = new ArrayList<>(n + 1);
            terms.add(jets.second(g, n + i, n + j));
            for (int b = 0; b < n; b++) {
                List<E> row = new ArrayList<>(n);
                for (int a = 0; a < n; a++) {
                    row.add(algebra.times(direction.get(a, i), jets.second(g, a, b)));
                }
                terms.add(algebra.negate(algebra.times(algebra.sum(row), direction.get(b, j))));
            }
            return algebra.sum(terms);
        }
    }

    int directions() {
        return k;
    }
}
