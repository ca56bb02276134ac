package org.equicert.reference;

/**
 * T.Thm1.1: what a continuous equivariance says of first derivatives at a good position.
 *
 * <p>At φ(θ, λ) and f(θ): F = ∇f(φ), P = ∂₁φ, P₂ = ∂₂φ, S = ∂₁ψ, S₂ = ∂₂ψ, and G = ∇f at θ; p parameters, m outputs,
 * k λs. Good position: P ∘ P⁻ = q·1 and S⁻ ∘ S = q·1 with q ≠ 0, so that K = P⁻ ∘ P₂ and Z = S⁻ ∘ S₂ are q times the
 * paper's. The proof: q·G = S⁻ ∘ F ∘ P, and P ∘ K = q·P₂; hence q·(G ∘ K) = S⁻ ∘ F ∘ (q·P₂) = q·Z.
 */
public final class Theorem1 {

    private Theorem1() {}

    /** ∇f ∘ K = Z, from (10) F ∘ P = S ∘ G and (11) F ∘ P₂ = S₂. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k && q != 0;
      @   requires Relation.composition(FP, F, P, 1, p, p, m) && Relation.composition(FP, S, G, 1, m, p, m);
      @   requires Relation.composition(S2, F, P2, 1, p, k, m);
      @   requires Relation.composition(d, P, Pi, 1, p, p, p) && Relation.unit(d, q, p);
      @   requires Relation.composition(e, Si, S, 1, m, m, m) && Relation.unit(e, q, m);
      @   requires Relation.composition(K, Pi, P2, 1, p, k, p) && Relation.composition(Z, Si, S2, 1, m, k, m);
      @   requires Relation.multiple(qG, q, G) && Relation.multiple(qP2, q, P2);
      @   requires Relation.multiple(qS2, q, S2) && Relation.multiple(qZ, q, Z);
      @   requires Relation.composition(GK, G, K, 1, p, k, m);
      @   ensures Relation.equal(GK, Z) && Relation.composition(Z, G, K, 1, p, k, m);
      @   assignable \strictly_nothing;
      @*/
    public static void first(
            long[] F, long[] P, long[] P2, long[] S, long[] S2, long[] G, long[] Pi, long[] Si, long[] d, long[] e,
            long[] K, long[] Z, long[] FP, long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK, long q, int p,
            int m, int k) {
        Position.undo(Si, S, e, FP, G, qG, q, m, p);
        Position.undo(P, Pi, d, K, P2, qP2, q, p, k);
        Law.scaleRight(qS2, S2, q, F, qP2, P2, 1, p, k, m);
        Law.dissociate(qS2, FP, qP2, F, P, K, 1, p, m, 1, p, 1, k);
        Law.scaleRight(qZ, Z, q, Si, qS2, S2, 1, m, k, m);
        Law.dissociate(qZ, qG, qS2, Si, FP, K, 1, m, m, 1, p, 1, k);
        Law.multipleLeft(qZ, GK, q, qG, G, K, 1, p, k, m);
        Law.cancel(qZ, q, GK, Z);
        Law.cancel(qZ, q, Z, GK);
        Law.reflexive(G);
        Law.reflexive(K);
        Law.replace(Z, GK, G, G, K, K, 1, p, k, m);
    }

    /** ∇L ∘ K = ∇ℓ ∘ Z with ∇L = ∇ℓ ∘ ∇f, from (10) and (11). */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k && q != 0;
      @   requires Relation.composition(FP, F, P, 1, p, p, m) && Relation.composition(FP, S, G, 1, m, p, m);
      @   requires Relation.composition(S2, F, P2, 1, p, k, m);
      @   requires Relation.composition(d, P, Pi, 1, p, p, p) && Relation.unit(d, q, p);
      @   requires Relation.composition(e, Si, S, 1, m, m, m) && Relation.unit(e, q, m);
      @   requires Relation.composition(K, Pi, P2, 1, p, k, p) && Relation.composition(Z, Si, S2, 1, m, k, m);
      @   requires Relation.multiple(qG, q, G) && Relation.multiple(qP2, q, P2);
      @   requires Relation.multiple(qS2, q, S2) && Relation.multiple(qZ, q, Z);
      @   requires Relation.composition(GK, G, K, 1, p, k, m);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1) && Relation.composition(lZ, l, Z, 1, m, k, 1);
      @   ensures Relation.composition(lZ, dL, K, 1, p, k, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void loss(
            long[] F, long[] P, long[] P2, long[] S, long[] S2, long[] G, long[] Pi, long[] Si, long[] d, long[] e,
            long[] K, long[] Z, long[] l, long[] FP, long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK,
            long[] dL, long[] lZ, long q, int p, int m, int k) {
        first(F, P, P2, S, S2, G, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, q, p, m, k);
        Law.dissociate(lZ, dL, Z, l, G, K, 1, m, 1, 1, p, 1, k);
    }

    /** Whether ∇L ∘ K = ∇ℓ ∘ Z, where dL is ∇ℓ ∘ ∇f and lZ the right side. */
    /*@ public behavior
      @   requires Exact.longs(G) && Exact.longs(K) && Exact.longs(Z) && Exact.longs(l) && Exact.longs(dL);
      @   requires Exact.longs(lZ);
      @   ensures \result <==> Relation.composition(dL, l, G, 1, m, p, 1)
      @     && Relation.composition(lZ, l, Z, 1, m, k, 1)
      @     && Relation.composition(lZ, dL, K, 1, p, k, 1);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] G, long[] K, long[] Z, long[] l, long[] dL, long[] lZ, int p, int m, int k) {
        return Decision.composition(dL, l, G, 1, m, p, 1)
                && Decision.composition(lZ, l, Z, 1, m, k, 1)
                && Decision.composition(lZ, dL, K, 1, p, k, 1);
    }
}
