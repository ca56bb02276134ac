package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/**
 * The identities of T.Thm1 at one point of one equivariance, over any algebra: each returns left side minus right side,
 * which is zero for a right gradient and Hessian: exactly over rationals, an enclosure of zero over balls.
 *
 * <p>L = ℓ∘f. K is p × k and Z is m × k, a column for each direction of λ; ∇f is m × p, a row for each output.
 */
public final class Identities<E> {
    private final Algebra<E> algebra;
    private final Moved<E> phi;
    private final Moved<E> psi;

    Identities(Algebra<E> algebra, Moved<E> phi, Moved<E> psi) {
        this.algebra = algebra;
        this.phi = phi;
        this.psi = psi;
    }

    /**
     * The identities of an equivariance at its identity element λ₀.
     *
     * @param f the objective L, or the function itself where it is not composed
     * @param y the model's value at the point, exact or enclosed
     * @throws org.equicert.number.Undecided where (θ, λ₀) is no good position
     */
    public static <E> Identities<E> at(
            Algebra<E> algebra, Equivariance equivariance, Definition f, Point point, Array<E> y) {
        return at(algebra, equivariance, f, point, y, equivariance.identity().apply(point));
    }

    /** The same at any λ. */
    public static <E> Identities<E> at(
            Algebra<E> algebra, Equivariance equivariance, Definition f, Point point, Array<E> y, List<Double> lambda) {
        List<E> theta = point.arguments().flatten(f.wrt()).stream()
                .map(x -> algebra.of(x))
                .toList();
        List<E> at = lambda.stream().map(x -> algebra.of(x)).toList();
        return new Identities<>(
                algebra,
                new Moved<>(algebra, new OnParameters(equivariance, f, point), theta, at),
                new Moved<>(algebra, new OnOutputs(equivariance, point, y.shape()), y.entries(), at));
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

    /** T.Thm1.1: ∇L ∘ K − ∇ℓ ∘ Z, one entry for each direction of λ. */
    public Array<E> first(List<E> gradientOfL, List<E> gradientOfLoss) {
        Array<E> k = characteristicDirection();
        Array<E> z = characteristicOutput();
        return Array.build(
                List.of(phi.directions()),
                j -> algebra.minus(dot(gradientOfL, k.column(j)), dot(gradientOfLoss, z.column(j))));
    }

    /**
     * T.Thm1.2a: ∇²L∘₁K − ∇²ℓ∘₁Z∘₂∇f − ∇ℓ∘(∂₁ψ)⁻¹∘[∂₂∂₁ψ∘₂∇f − ∂₁²ψ∘₁Z∘₂∇f] + ∇L∘(∂₁φ)⁻¹∘[∂₂∂₁φ − ∂₁²φ∘₁K], of shape
     * (k, p).
     */
    public Array<E> secondMixed(
            Array<E> hessianOfL,
            List<E> gradientOfL,
            Array<E> hessianOfLoss,
            List<E> gradientOfLoss,
            Array<E> gradientOfF) {
        Array<E> k = characteristicDirection();
        Array<E> z = characteristicOutput();
        Moved<E>.Curvature ofPhi = phi.curvature(phi.pullBack(gradientOfL));
        Moved<E>.Curvature ofPsi = psi.curvature(psi.pullBack(gradientOfLoss));
        return Array.matrix(phi.directions(), gradientOfL.size(), (j, b) -> {
            List<E> terms = new ArrayList<>();
            terms.add(dot(hessianOfL.column(b), k.column(j)));
            terms.add(ofPhi.mixed(j, b));
            for (int l = 0; l < gradientOfLoss.size(); l++) {
                E outer = algebra.plus(dot(hessianOfLoss.column(l), z.column(j)), ofPsi.mixed(j, l));
                terms.add(algebra.negate(algebra.times(outer, gradientOfF.get(l, b))));
            }
            return algebra.sum(terms);
        });
    }

    /**
     * T.Thm1.2b: ∇²L∘₁K∘₂K − ∇²ℓ∘₁Z∘₂Z − ∇ℓ∘(∂₁ψ)⁻¹∘[∂₂²ψ − ∂₁²ψ∘₁Z∘₂Z] + ∇L∘(∂₁φ)⁻¹∘[∂₂²φ − ∂₁²φ∘₁K∘₂K], k × k.
     */
    public Array<E> secondPure(
            Array<E> hessianOfL, List<E> gradientOfL, Array<E> hessianOfLoss, List<E> gradientOfLoss) {
        Array<E> k = characteristicDirection();
        Array<E> z = characteristicOutput();
        Moved<E>.Curvature ofPhi = phi.curvature(phi.pullBack(gradientOfL));
        Moved<E>.Curvature ofPsi = psi.curvature(psi.pullBack(gradientOfLoss));
        return Array.matrix(
                phi.directions(),
                phi.directions(),
                (i, j) -> algebra.sum(List.of(
                        form(hessianOfL, k.column(i), k.column(j)),
                        algebra.negate(form(hessianOfLoss, z.column(i), z.column(j))),
                        algebra.negate(ofPsi.pure(i, j)),
                        ofPhi.pure(i, j))));
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
