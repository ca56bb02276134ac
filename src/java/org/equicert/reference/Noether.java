package org.equicert.reference;

/**
 * T.Cor2, the algebra of Noether flow: the noise of N samples, seen by a charge C with ∇C = K, is the noise's growth
 * along K.
 *
 * <p>Let g_x = ∇ℓ_x be the sample gradients, and S = N·Σ_x g_x g_xᵀ − (Σ_x g_x)(Σ_x g_x)ᵀ, N² times their covariance
 * Σ. The symmetry holds for every sample, ⟨g_x, K⟩ = 0 for all θ; its derivative in θ is H_x K + A g_x = 0 with A =
 * ∇K, which is ∇²C and so symmetric. Hence
 *
 * <pre>    Tr(S·A) = −[N·Σ_x g_xᵀ H_x K − (Σ_x g_x)ᵀ(Σ_x H_x) K] = −½⟨∇Tr S, K⟩,</pre>
 *
 * <p>the bracket being ½⟨∇Tr S, K⟩ by the product rule. p parameters; samples fill a slot of dimension N: g has shape
 * (N, p), gt = gᵀ (p, N), H = ∇²ℓ has shape (p, p, N), and Σ_x g_x g_xᵀ is g ∘ gᵀ.
 */
public final class Noether {

    private Noether() {}

    /** Over all samples, ⟨H ∘₁ K, g⟩ = −⟨A, Σ_x g_x g_xᵀ⟩. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < N && pN == p * N && pp == p * p;
      @   requires Relation.composition(Ag, A, g, p, p, N, 1);
      @   requires Relation.sum(o, HK, Ag) && Relation.zero(o);
      @   requires Relation.composition(C, g, gt, 1, N, p, p) && Relation.composition(c, A, C, 1, pp, 1, 1);
      @   requires Relation.composition(u, HK, gt, 1, pN, 1, 1);
      @   ensures Relation.multiple(c, -1, u);
      @   assignable \strictly_nothing;
      @*/
    public static void samples(long[] g, long[] gt, long[] A, long[] Ag, long[] HK, long[] o, long[] C, long[] c,
            long[] u, int N, int p, int pN, int pp) {
        Linear.opposite(o, HK, Ag);
        Adjoint.joint(c, Ag, gt, A, g, C, p, p, N, 1, 1, pp, pN, p);
        Law.multipleLeft(c, u, -1, Ag, HK, gt, 1, pN, 1, 1);
    }

    /** The same of the samples' sums: ⟨(Σ_x H_x) K, s⟩ = −⟨A, s sᵀ⟩ with s = Σ_x g_x, where ones has N entries 1. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < N && pp == p * p;
      @   requires Relation.composition(HK, H, K, 1, p, 1, p * N);
      @   requires Relation.composition(Ag, A, g, p, p, N, 1);
      @   requires Relation.sum(o, HK, Ag) && Relation.zero(o);
      @   requires Relation.composition(s, g, ones, 1, N, 1, p) && Relation.composition(Hs, H, ones, pp, N, 1, 1);
      @   requires Relation.composition(HsK, Hs, K, 1, p, 1, p) && Relation.composition(As, Ag, ones, p, N, 1, 1);
      @   requires Relation.composition(C, s, s, 1, 1, p, p) && Relation.composition(c, A, C, 1, pp, 1, 1);
      @   requires Relation.composition(u, HsK, s, 1, p, 1, 1);
      @   ensures Relation.multiple(c, -1, u);
      @   assignable \strictly_nothing;
      @*/
    public static void total(long[] g, long[] H, long[] K, long[] A, long[] Ag, long[] HK, long[] o, long[] ones,
            long[] s, long[] Hs, long[] HsK, long[] As, long[] C, long[] c, long[] u, int N, int p, int pp) {
        Linear.opposite(o, HK, Ag);
        Law.commuteBack(HsK, HK, Hs, H, K, ones, 1, p, p, N, 1, 1, 1);
        Law.multipleLeft(As, HsK, -1, Ag, HK, ones, p, N, 1, 1);
        Law.associate(As, Ag, s, A, g, ones, p, p, 1, 1, N, 1, 1);
        Adjoint.joint(c, As, s, A, s, C, p, p, 1, 1, 1, pp, p, p);
        Law.multipleLeft(c, u, -1, As, HsK, s, 1, p, 1, 1);
    }

    /** T.Cor2: Tr(S·A) = −(N·u₁ − u₂), from c₁ = −u₁ and c₂ = −u₂, the two lemmas above; N·C₁ = S + C₂. */
    /*@ public normal_behavior
      @   requires 0 < N;
      @   requires Relation.composition(c1, A, C1, 1, pp, 1, 1) && Relation.multiple(c1, -1, u1);
      @   requires Relation.composition(c2, A, C2, 1, pp, 1, 1) && Relation.multiple(c2, -1, u2);
      @   requires Relation.multiple(NC, N, C1) && Relation.sum(NC, S, C2);
      @   requires Relation.composition(trace, A, S, 1, pp, 1, 1) && Relation.composition(Nc, A, NC, 1, pp, 1, 1);
      @   requires Relation.multiple(Nu, N, u1) && Relation.sum(Nu, v, u2);
      @   ensures Relation.multiple(trace, -1, v);
      @   assignable \strictly_nothing;
      @*/
    public static void flow(long[] A, long[] C1, long[] C2, long[] c1, long[] c2, long[] u1, long[] u2, long[] NC,
            long[] S, long[] trace, long[] Nc, long[] Nu, long[] v, int N, int pp) {
        Law.linearRight(Nc, trace, c2, A, NC, S, C2, 1, pp, 1, 1);
        Law.multipleRight(Nc, c1, N, A, NC, C1, 1, pp, 1, 1);
        gather(c1, c2, u1, u2, trace, Nc, Nu, v, N);
    }

    /** trace = N·c₁ − c₂ = −(N·u₁ − u₂). */
    /*@ public normal_behavior
      @   requires Relation.sum(Nc, trace, c2) && Relation.multiple(Nc, N, c1);
      @   requires Relation.multiple(c1, -1, u1) && Relation.multiple(c2, -1, u2);
      @   requires Relation.multiple(Nu, N, u1) && Relation.sum(Nu, v, u2);
      @   ensures Relation.multiple(trace, -1, v);
      @   assignable \strictly_nothing;
      @*/
    public static void gather(long[] c1, long[] c2, long[] u1, long[] u2, long[] trace, long[] Nc, long[] Nu, long[] v,
            long N) {}

    /** Whether Tr(S·A) = −v, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(A) && Exact.longs(S) && Exact.longs(trace) && Exact.longs(v);
      @   ensures \result <==> Relation.composition(trace, A, S, 1, pp, 1, 1) && Relation.multiple(trace, -1, v);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] A, long[] S, long[] trace, long[] v, int pp) {
        return Decision.composition(trace, A, S, 1, pp, 1, 1) && Decision.multiple(trace, -1, v);
    }
}
