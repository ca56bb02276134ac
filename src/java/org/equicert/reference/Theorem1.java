package org.equicert.reference;

/**
 * T.Thm1.1: what a continuous equivariance says of first derivatives at a good position.
 *
 * <p>At φ(θ, λ) and f(θ): F = ∇f(φ), P = ∂₁φ, P₂ = ∂₂φ, S = ∂₁ψ, S₂ = ∂₂ψ, and G = ∇f at θ; p parameters, m outputs, k λs.
 * Good position: P ∘ P⁻ = q·1 and S⁻ ∘ S = q·1 with q ≠ 0, so that K = P⁻ ∘ P₂ and Z = S⁻ ∘ S₂ are q times the paper's.
 */
public final class Theorem1 {

    private Theorem1() {}

    /** ∇f ∘ K = Z, from (10) F ∘ P = S ∘ G and (11) F ∘ P₂ = S₂. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k && q != 0;
      @   requires Relation.composition(x, F, P, 1, p, p, m) && Relation.composition(x, S, G, 1, m, p, m);
      @   requires Relation.composition(S2, F, P2, 1, p, k, m);
      @   requires Relation.composition(d, P, Pi, 1, p, p, p) && Relation.unit(d, q, p);
      @   requires Relation.composition(e, Si, S, 1, m, m, m) && Relation.unit(e, q, m);
      @   requires Relation.composition(K, Pi, P2, 1, p, k, p) && Relation.composition(Z, Si, S2, 1, m, k, m);
      @   requires Relation.multiple(qG, q, G) && Relation.multiple(qP2, q, P2);
      @   requires Relation.multiple(qS2, q, S2) && Relation.multiple(qZ, q, Z);
      @   requires Relation.composition(GK, G, K, 1, p, k, m);
      @   ensures Relation.equal(GK, Z);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] F, long[] P, long[] P2, long[] S, long[] S2, long[] G, long[] Pi, long[] Si,
            long[] d, long[] e, long[] K, long[] Z, long[] x, long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK,
            long q, int p, int m, int k) {
        Law.shapes(x, S, G, 1, m, p, m);
        Law.shapes(S2, F, P2, 1, p, k, m);
        Law.unitLeft(qG, e, q, G, m, p);
        Law.associate(qG, e, x, Si, S, G, 1, m, m, 1, m, 1, p);
        Law.unitLeft(qP2, d, q, P2, p, k);
        Law.associate(qP2, d, K, P, Pi, P2, 1, p, p, 1, p, 1, k);
        Law.scaleRight(qS2, S2, q, F, qP2, P2, 1, p, k, m);
        Law.dissociate(qS2, x, qP2, F, P, K, 1, p, m, 1, p, 1, k);
        Law.scaleRight(qZ, Z, q, Si, qS2, S2, 1, m, k, m);
        Law.dissociate(qZ, qG, qS2, Si, x, K, 1, m, m, 1, p, 1, k);
        Law.multipleLeft(qZ, GK, q, qG, G, K, 1, p, k, m);
        Law.cancel(qZ, q, GK, Z);
    }
}
