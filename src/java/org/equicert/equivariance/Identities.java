package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/**
 * The identities of T.Thm1 at one point of one equivariance, over any algebra. A right gradient and Hessian make left and
 * right side equal: exactly over rationals, overlapping over balls.
 *
 * <p>L = ℓ∘f. K is p × k and Z is m × k, a column for each direction of λ; ∇f is m × p, a row for each output.
 */
public final class Identities<E> {
    private final Algebra<E> algebra;
    private final Equivariance equivariance;
    private final Point point;
    private final List<E> lambda;
    private final Moved<E> phi;
    private final Moved<E> psi;

    private Identities(
            Algebra<E> algebra, Equivariance equivariance, Point point, List<E> lambda, Moved<E> phi, Array<E> y) {
        this.algebra = algebra;
        this.equivariance = equivariance;
        this.point = point;
        this.lambda = lambda;
        this.phi = phi;
        this.psi = new Moved<>(algebra, new OnOutputs(equivariance, point, y.shape()), y.entries(), lambda);
    }

    /**
     * The identities of an equivariance at (θ, λ).
     *
     * @param f the objective L, or the function itself where it is not composed
     * @param point where θ stands, with the other arguments
     * @param lambda λ, exact
     * @param y the model's value at the point, exact or enclosed
     * @throws org.equicert.number.Undecided where (θ, λ) is no good position
     */
    public static <E> Identities<E> at(
            Algebra<E> algebra, Equivariance equivariance, Definition f, Point point, List<Double> lambda, Array<E> y) {
        List<E> at = embed(algebra, lambda);
        return new Identities<>(algebra, equivariance, point, at, moved(algebra, equivariance, f, point, at), y);
    }

    /**
     * K at (θ, λ₀) alone, p × k, for which nothing has to be known of the value.
     *
     * @throws org.equicert.number.Undecided where (θ, λ₀) is no good position
     */
    public static <E> Array<E> characteristicDirection(
            Algebra<E> algebra, Equivariance equivariance, Definition f, Point point) {
        return moved(
                        algebra,
                        equivariance,
                        f,
                        point,
                        embed(algebra, equivariance.identity().apply(point)))
                .direction();
    }

    private static <E> Moved<E> moved(
            Algebra<E> algebra, Equivariance equivariance, Definition f, Point point, List<E> lambda) {
        List<E> theta = embed(algebra, point.arguments().flatten(f.wrt()));
        return new Moved<>(algebra, new OnParameters(equivariance, f, point), theta, lambda);
    }

    /** The same at another value of the model: K stays, Z moves. */
    public Identities<E> withOutputs(Array<E> y) {
        return new Identities<>(algebra, equivariance, point, lambda, phi, y);
    }

    private static <E> List<E> embed(Algebra<E> algebra, List<Double> exact) {
        return exact.stream().map(x -> algebra.of(x)).toList();
    }

    /** φ on θ, the other arguments at rest. */
    private record OnParameters(Equivariance equivariance, Definition f, Point point) implements Action {
        @Override
        public <F> List<F> apply(Algebra<F> algebra, List<F> theta, List<F> lambda) {
            Arguments<F> in = point.arguments().<F>map(x -> algebra.of(x)).withTheta(f.wrt(), theta);
            return equivariance.phi().apply(algebra, in, lambda, point).flatten(f.wrt());
        }
    }

    /** ψ on the model's value. */
    private record OnOutputs(Equivariance equivariance, Point point, List<Integer> shape) implements Action {
        @Override
        public <F> List<F> apply(Algebra<F> algebra, List<F> y, List<F> lambda) {
            return equivariance
                    .psi()
                    .apply(algebra, new Array<>(shape, y), lambda, point)
                    .entries();
        }
    }

    /** K, the characteristic direction of T.Def2, p × k. */
    public Array<E> characteristicDirection() {
        return phi.direction();
    }

    /** Z, the characteristic output of T.Def2, m × k. */
    public Array<E> characteristicOutput() {
        return psi.direction();
    }

    /** T.Thm1.1, left side: ∇L ∘ K, one entry for each direction of λ. */
    public Array<E> firstLeft(List<E> gradientOfL) {
        return Array.build(
                List.of(phi.directions()),
                j -> dot(gradientOfL, characteristicDirection().column(j)));
    }

    /** T.Thm1.1, right side: ∇ℓ ∘ Z. */
    public Array<E> firstRight(List<E> gradientOfLoss) {
        return Array.build(
                List.of(phi.directions()),
                j -> dot(gradientOfLoss, characteristicOutput().column(j)));
    }

    /** T.Thm1.2a, left side: ∇²L∘₁K, of shape (k, p). */
    public Array<E> mixedLeft(Array<E> hessianOfL) {
        Array<E> k = characteristicDirection();
        return Array.matrix(
                phi.directions(), hessianOfL.dimension(1), (j, b) -> dot(hessianOfL.column(b), k.column(j)));
    }

    /**
     * T.Thm1.2a, right side: ∇²ℓ∘₁Z∘₂∇f + ∇ℓ∘(∂₁ψ)⁻¹∘[∂₂∂₁ψ∘₂∇f − ∂₁²ψ∘₁Z∘₂∇f] − ∇L∘(∂₁φ)⁻¹∘[∂₂∂₁φ − ∂₁²φ∘₁K], of shape
     * (k, p).
     */
    public Array<E> mixedRight(
            List<E> gradientOfL, Array<E> hessianOfLoss, List<E> gradientOfLoss, Array<E> gradientOfF) {
        Array<E> z = characteristicOutput();
        Moved<E>.Curvature ofPhi = phi.curvature(phi.pullBack(gradientOfL));
        Moved<E>.Curvature ofPsi = psi.curvature(psi.pullBack(gradientOfLoss));
        Array<E> onOutputs = Array.matrix(
                phi.directions(),
                gradientOfLoss.size(),
                (j, l) -> algebra.plus(dot(hessianOfLoss.column(l), z.column(j)), ofPsi.mixed(j, l)));
        return Array.matrix(
                phi.directions(),
                gradientOfL.size(),
                (j, b) -> algebra.minus(dot(onOutputs.row(j), gradientOfF.column(b)), ofPhi.mixed(j, b)));
    }

    /** T.Thm1.2b, left side: ∇²L∘₁K∘₂K, k × k. */
    public Array<E> pureLeft(Array<E> hessianOfL) {
        Array<E> k = characteristicDirection();
        return Array.matrix(phi.directions(), phi.directions(), (i, j) -> form(hessianOfL, k.column(i), k.column(j)));
    }

    /** T.Thm1.2b, right side: ∇²ℓ∘₁Z∘₂Z + ∇ℓ∘(∂₁ψ)⁻¹∘[∂₂²ψ − ∂₁²ψ∘₁Z∘₂Z] − ∇L∘(∂₁φ)⁻¹∘[∂₂²φ − ∂₁²φ∘₁K∘₂K], k × k. */
    public Array<E> pureRight(List<E> gradientOfL, Array<E> hessianOfLoss, List<E> gradientOfLoss) {
        Array<E> z = characteristicOutput();
        Moved<E>.Curvature ofPhi = phi.curvature(phi.pullBack(gradientOfL));
        Moved<E>.Curvature ofPsi = psi.curvature(psi.pullBack(gradientOfLoss));
        return Array.matrix(
                phi.directions(),
                phi.directions(),
                (i, j) -> algebra.sum(List.of(
                        form(hessianOfLoss, z.column(i), z.column(j)),
                        ofPsi.pure(i, j),
                        algebra.negate(ofPhi.pure(i, j)))));
    }

    /** xᵀ h y. */
    private E form(Array<E> h, List<E> x, List<E> y) {
        List<E> terms = new ArrayList<>(x.size());
        for (int a = 0; a < x.size(); a++) {
            terms.add(algebra.times(x.get(a), dot(h.row(a), y)));
        }
        return algebra.sum(terms);
    }

    private E dot(List<E> x, List<E> y) {
        List<E> terms = new ArrayList<>(x.size());
        for (int a = 0; a < x.size(); a++) {
            terms.add(algebra.times(x.get(a), y.get(a)));
        }
        return algebra.sum(terms);
    }
}
