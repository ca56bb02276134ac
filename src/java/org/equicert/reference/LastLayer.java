package org.equicert.reference;

/**
 * T.Cor3: in the last layer, f = W·h, the Hessian along W ↦ BW is the loss's along f ↦ Bf, for every B.
 *
 * <p>φ(W, A) = AW and ψ(y, A) = Ay; f is linear in W, so that ∇²L = ∇²ℓ ∘₁ ∇f ∘₂ ∇f and T.Thm1.1 reads ∇f ∘ BW = Bf.
 * Here that too is derived: ∇f[j, a, i] is 1 ∘ h, the identity of the m outputs times the r activations. p = m·r; W is
 * of shape (m, r), B of shape (m, m) with B[j, i] the entry of row j; G = ∇f, N = ∇²ℓ, H = ∇²L.
 */
public final class LastLayer {

    private LastLayer() {}

    /** T.Thm1.1 for the last layer: ∇f ∘ BW = Bf. */
    /*@ public normal_behavior
      @   requires 0 < m && 0 < r && p == m * r;
      @   requires Relation.unit(I, 1, m) && Relation.composition(G, I, h, m, 1, r, m);
      @   requires Relation.composition(f, W, h, m, r, 1, 1);
      @   requires Relation.composition(BW, W, B, 1, m, m, r) && Relation.composition(Bf, f, B, 1, m, m, 1);
      @   ensures Relation.composition(Bf, G, BW, 1, p, 1, m);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] h, long[] W, long[] f, long[] B, long[] BW, long[] Bf, long[] I, long[] G,
            int p, int m, int r) {
        Law.shapes(f, W, h, m, r, 1, 1);
        Law.shapes(Bf, f, B, 1, m, m, 1);
        Law.commuteBack(Bf, BW, f, W, B, h, 1, m, 1, r, 1, m, 1);
        Linear.once(Bf);
        Law.unitLeft(Bf, I, 1, Bf, m, 1);
        Adjoint.line(h, r);
        Adjoint.turn(Bf, BW, h, h, m, r, 1);
        Adjoint.joint(Bf, G, BW, I, h, Bf, m, 1, r, 1, m, m, p, m);
    }

    /** T.Cor3: ∇²L ∘₁ BW = ∇²ℓ ∘₁ Bf ∘ ∇f, and so ∇²L[BW, BW] = ∇²ℓ[Bf, Bf]. */
    /*@ public normal_behavior
      @   requires 0 < m && 0 < p;
      @   requires Relation.composition(NG, N, G, 1, m, p, m) && Relation.composition(H, NG, G, p, m, p, 1);
      @   requires Relation.composition(Bf, G, BW, 1, p, 1, m);
      @   requires Relation.composition(NBf, N, Bf, 1, m, 1, m);
      @   requires Relation.composition(HBW, H, BW, 1, p, 1, p) && Relation.composition(HBWBW, HBW, BW, 1, p, 1, 1);
      @   ensures Relation.composition(HBW, NBf, G, 1, m, p, 1) && Relation.composition(HBWBW, NBf, Bf, 1, m, 1, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] BW, long[] Bf, long[] G, long[] N, long[] NG, long[] H, long[] NBf, long[] HBW,
            long[] HBWBW, int p, int m) {
        Law.dissociate(NBf, NG, Bf, N, G, BW, 1, m, m, 1, p, 1, 1);
        Law.commuteBack(HBW, NBf, H, NG, BW, G, 1, p, 1, m, 1, 1, p);
        Law.associate(HBWBW, HBW, Bf, NBf, G, BW, 1, m, 1, 1, p, 1, 1);
    }

    /** Whether T.Cor3 holds of these terms, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(NBf) && Exact.longs(G) && Exact.longs(Bf) && Exact.longs(HBW) && Exact.longs(HBWBW);
      @   ensures \result <==> Relation.composition(HBW, NBf, G, 1, m, p, 1)
      @     && Relation.composition(HBWBW, NBf, Bf, 1, m, 1, 1);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] NBf, long[] G, long[] Bf, long[] HBW, long[] HBWBW, int p, int m) {
        return Decision.composition(HBW, NBf, G, 1, m, p, 1) && Decision.composition(HBWBW, NBf, Bf, 1, m, 1, 1);
    }
}
