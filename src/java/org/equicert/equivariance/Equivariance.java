package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/**
 * A (φ,ψ)-equivariance of a function or, where it is an objective L = ℓ∘f, of its model f (T.Def1):
 * f(φ(θ,λ)) = ψ(f(θ),λ) for every θ at which it applies and every λ ∈ Rᵏ near the identity λ₀. No more is written than φ
 * and ψ: the characteristic direction K and output Z (T.Def2) are derived from them.
 *
 * @param name unique among the equivariances of a function
 * @param text φ and ψ in one line
 * @param identity λ₀ at a point, with φ(θ,λ₀) = θ and ψ(y,λ₀) = y; its length is k and depends on shapes alone
 * @param phi φ
 * @param psi ψ
 * @param applies whether the statement holds at points with these parameters and shapes
 */
public record Equivariance(
        String name, String text, Function<Point, List<Double>> identity, Phi phi, Psi psi, Predicate<Point> applies) {

    /** φ: Rᵖ × Rᵏ → Rᵖ, over any algebra that the function runs over and that can divide. */
    @FunctionalInterface
    public interface Phi {
        /**
         * φ(θ,λ).
         *
         * @param in the function's arguments, of which those differentiated are θ and the others data
         * @param lambda λ ∈ Rᵏ
         * @param at the point asked about: its parameters and shapes count, its entries do not
         * @return the arguments with θ replaced, data and shapes as they were
         */
        <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at);
    }

    /** ψ: Rᵐ × Rᵏ → Rᵐ, over any algebra that the function runs over and that can divide. */
    @FunctionalInterface
    public interface Psi {
        /**
         * ψ(y,λ).
         *
         * @param y the value of the model f or, where the function has none, of the function
         * @param lambda λ ∈ Rᵏ
         * @param at the point asked about: its parameters and shapes count, its entries do not
         */
        <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at);
    }

    /** The same equivariance, claimed only at points like these. */
    Equivariance where(Predicate<Point> applies) {
        return new Equivariance(name, text, identity, phi, psi, applies);
    }

    /** k: the number of entries of λ. */
    public int k(Point point) {
        return identity.apply(point).size();
    }

    /**
     * A λ away from λ₀ for which φ and ψ are defined: each entry less than 1/(k+1) from λ₀'s, which leaves scalings
     * positive and matrices invertible, and a number of 24 bits.
     */
    public List<Double> lambda(Point point, RandomGenerator random) {
        List<Double> lambda = new ArrayList<>(identity.apply(point));
        int reach = 32 - Integer.numberOfLeadingZeros(lambda.size());
        lambda.replaceAll(entry -> {
            double step = Math.scalb(random.nextInt(1, 1 << 8), -8 - reach);
            return random.nextBoolean() ? entry + step : entry - step;
        });
        return lambda;
    }
}
