package org.equicert.reference;

/**
 * T.Thm2: what a discrete symmetry says where it fixes a point: φ(θ, λ) = θ and ψ(y, λ) = y.
 *
 * <p>J = ∂₁φ(θ, λ), G = ∇f, ∇²f (called G2), P₁₁ = ∂₁²φ; l = ∇ℓ, W = ∇²ℓ, H = ∇²L. (10) and (15) then have the same
 * derivatives of f on both sides: G ∘ J = G and ∇²f ∘₁ J ∘₂ J + G ∘ P₁₁ = ∇²f. Nothing need be invertible.
 */
public final class Theorem2 {

    private Theorem2() {}

    /** T.Thm2.1: ∇L ∘ J = ∇L, from ∇f ∘ J = ∇f. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m;
      @   requires Relation.composition(G, G, J, 1, p, p, m);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1);
      @   ensures Relation.composition(dL, dL, J, 1, p, p, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] G, long[] l, long[] J, long[] dL, int p, int m) {
        Law.dissociate(dL, dL, G, l, G, J, 1, m, 1, 1, p, 1, p);
    }

    /** T.Thm2.2: ∇²L ∘₁ J ∘₂ J + ∇L ∘ ∂₁²φ = ∇²L, from ∇f ∘ J = ∇f and ∇²f ∘₁ J ∘₂ J + ∇f ∘ ∂₁²φ = ∇²f. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m;
      @   requires Relation.composition(G, G, J, 1, p, p, m);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1);
      @   requires Relation.composition(G2J, G2, J, 1, p, p, p * m);
      @   requires Relation.composition(G2JJ, G2J, J, p, p, p, m);
      @   requires Relation.composition(GP11, G, P11, 1, p, p * p, m) && Relation.sum(G2, G2JJ, GP11);
      @   requires Relation.composition(WG, W, G, 1, m, p, m) && Relation.composition(WGG, WG, G, p, m, p, 1);
      @   requires Relation.composition(lG2, l, G2, 1, m, p * p, 1) && Relation.sum(H, WGG, lG2);
      @   requires Relation.composition(lG2J, l, G2J, 1, m, p * p, 1);
      @   requires Relation.composition(lG2JJ, l, G2JJ, 1, m, p * p, 1);
      @   requires Relation.composition(dLP11, dL, P11, 1, p, p * p, 1);
      @   requires Relation.composition(HJ, H, J, 1, p, p, p) && Relation.composition(HJJ, HJ, J, p, p, p, 1);
      @   ensures Relation.sum(H, HJJ, dLP11);
      @   assignable \strictly_nothing;
      @*/
    public static void second(
            long[] P11, long[] G, long[] G2, long[] l, long[] W, long[] H, long[] J, long[] dL, long[] G2J,
            long[] G2JJ, long[] GP11, long[] WG, long[] WGG, long[] lG2, long[] lG2J, long[] lG2JJ, long[] dLP11,
            long[] HJ, long[] HJJ, int p, int m) {
        Composite.first(J, WG, W, G, WGG, lG2, l, G2, H, G, WG, WGG, G2J, lG2J, HJ, m, 1, p, p);
        Composite.second(WGG, WG, G, lG2J, l, G2J, HJ, G, J, WGG, G2JJ, lG2JJ, HJJ, m, 1, p, p, p);
        Law.shapes(WGG, WG, G, p, m, p, 1);
        int pp = Composite.flat(p, p, 1, WGG.length);
        Law.associate(dLP11, dL, GP11, l, G, P11, 1, m, 1, 1, p, 1, pp);
        Law.linearRight(lG2, lG2JJ, dLP11, l, G2, G2JJ, GP11, 1, m, pp, 1);
        Combination.regroup(H, WGG, lG2, lG2JJ, dLP11, HJJ);
    }

    /** Whether ∇L ∘ J = ∇L and ∇²L ∘₁ J ∘₂ J + ∇L ∘ P₁₁ = ∇²L, where every array is the term that it is named by. */
    /*@ public behavior
      @   requires Exact.longs(P11) && Exact.longs(H) && Exact.longs(dL) && Exact.longs(J) && Exact.longs(HJ);
      @   requires Exact.longs(HJJ) && Exact.longs(dLP11);
      @   ensures \result <==> Relation.composition(dL, dL, J, 1, p, p, 1)
      @     && Relation.composition(HJ, H, J, 1, p, p, p)
      @     && Relation.composition(HJJ, HJ, J, p, p, p, 1)
      @     && Relation.composition(dLP11, dL, P11, 1, p, p * p, 1)
      @     && Relation.sum(H, HJJ, dLP11);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(
            long[] P11, long[] H, long[] dL, long[] J, long[] HJ, long[] HJJ, long[] dLP11, int p) {
        if (!(Decision.composition(dL, dL, J, 1, p, p, 1)
                && Decision.composition(HJ, H, J, 1, p, p, p)
                && Decision.composition(HJJ, HJ, J, p, p, p, 1))) {
            return false;
        }
        Law.shapes(HJJ, HJ, J, p, p, p, 1);
        return Decision.composition(dLP11, dL, P11, 1, p, HJJ.length, 1) && Decision.sum(H, HJJ, dLP11);
    }
}
