package org.equicert.reference;

/**
 * T.Eq2, T.Degeneracy, T.Rescaling, T.Reparam: what T.Thm1 becomes where the output does not change, ψ(y, λ) = y.
 *
 * <p>Then Z = 0, and every ψ-term with it. The gradient has no component along K; where it vanishes altogether, the
 * Hessian vanishes along K too. p parameters, m outputs, k λs; g = ∇L, l = ∇ℓ, G = ∇f, H = ∇²L.
 */
public final class Symmetry {

    private Symmetry() {}

    /** T.Eq2: Z = 0 implies ∇L ∘ K = 0, from T.Thm1.1, ∇f ∘ K = Z. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k;
      @   requires Relation.composition(g, l, G, 1, m, p, 1);
      @   requires Relation.composition(Z, G, K, 1, p, k, m) && Relation.zero(Z);
      @   requires Relation.composition(gK, g, K, 1, p, k, 1);
      @   ensures Relation.zero(gK);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] g, long[] l, long[] G, long[] K, long[] Z, long[] gK, int p, int m, int k) {
        Law.associate(gK, g, Z, l, G, K, 1, m, 1, 1, p, 1, k);
        Linear.zeroRight(gK, l, Z, 1, m, k, 1);
    }

    /**
     * T.Degeneracy: ∇L = 0 implies ∇²L ∘₁ K = 0, from T.Thm1.2a, q·∇²L ∘₁ K + ∇L ∘ P⁻ ∘ D = total: D = q·∂₂∂₁φ − ∂₁²φ
     * ∘₁ K has shape (k, p, p), kp = k·p, and all terms of total are ψ's, 0 for a symmetry.
     */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < k && kp == k * p && q != 0;
      @   requires Relation.composition(gPi, g, Pi, 1, p, p, 1) && Relation.composition(gPiD, gPi, D, 1, p, kp, 1);
      @   requires Relation.multiple(qHK, q, HK) && Relation.sum(total, qHK, gPiD) && Relation.zero(total);
      @   requires Relation.zero(g);
      @   ensures Relation.zero(HK);
      @   assignable \strictly_nothing;
      @*/
    public static void degeneracy(long[] g, long[] Pi, long[] gPi, long[] D, long[] gPiD, long[] total, long[] qHK,
            long[] HK, long q, int p, int k, int kp) {
        Linear.zeroLeft(gPi, g, Pi, 1, p, p, 1);
        Linear.zeroLeft(gPiD, gPi, D, 1, p, kp, 1);
        Linear.none(total);
        Linear.rest(total, qHK, gPiD, 0, total);
        Linear.vanish(qHK, total);
        Linear.cancel(qHK, q, HK);
    }

    /** T.Degeneracy: with K, every combination V = K ∘ C of its rows is in the Hessian's kernel; r of them at once. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < k && 0 < r;
      @   requires Relation.composition(HK, H, K, 1, p, k, p) && Relation.zero(HK);
      @   requires Relation.composition(V, K, C, 1, k, r, p) && Relation.composition(HV, H, V, 1, p, r, p);
      @   ensures Relation.zero(HV);
      @   assignable \strictly_nothing;
      @*/
    public static void kernel(long[] H, long[] K, long[] HK, long[] C, long[] V, long[] HV, int p, int k, int r) {
        Law.dissociate(HV, HK, V, H, K, C, 1, p, p, 1, k, 1, r);
        Linear.zeroLeft(HV, HK, C, 1, k, r, p);
    }

    /**
     * T.Rescaling, T.Reparam: K = X − Y and ∇L ∘ K = 0 say that ∇L ∘ X = ∇L ∘ Y. For f(λW₁, λ⁻¹W₂), X is W₁ and Y is
     * W₂, each with zeros in the other's place: ⟨∇₁L, W₁⟩ = ⟨∇₂L, W₂⟩, so that ‖W₁‖² − ‖W₂‖² is constant under θ̇ =
     * −∇L. For (UA, A⁻¹V), X is UB and Y is BV, one pair for each of the k directions B: UᵀU − VVᵀ is constant.
     */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < k;
      @   requires Relation.sum(X, K, Y) && Relation.composition(gK, g, K, 1, p, k, 1) && Relation.zero(gK);
      @   requires Relation.composition(gX, g, X, 1, p, k, 1) && Relation.composition(gY, g, Y, 1, p, k, 1);
      @   ensures Relation.equal(gX, gY);
      @   assignable \strictly_nothing;
      @*/
    public static void balance(long[] g, long[] K, long[] X, long[] Y, long[] gK, long[] gX, long[] gY, int p, int k) {
        Law.linearRight(gX, gK, gY, g, X, K, Y, 1, p, k, 1);
        Linear.neutral(gX, gK, gY);
    }

    /** Whether ∇L ∘ K = 0, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(g) && Exact.longs(K) && Exact.longs(gK);
      @   ensures \result <==> Relation.composition(gK, g, K, 1, p, k, 1) && Relation.zero(gK);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] g, long[] K, long[] gK, int p, int k) {
        return Decision.composition(gK, g, K, 1, p, k, 1) && Decision.zero(gK);
    }
}
