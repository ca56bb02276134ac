package org.equicert.reference;

/**
 * T.Thm1.2a: what a continuous equivariance says of the Hessian with a characteristic direction in its first slot.
 *
 * <p>Beyond {@link Theorem1}: F₂ = ∇²f(φ) and ∇²f at θ (called G2); P₁₁ = ∂₁²φ, P₂₁ = ∂₂∂₁φ of shape (k, p, p), S₁₁ =
 * ∂₁²ψ, S₂₁ = ∂₂∂₁ψ of shape (k, m, m); W = ∇²ℓ, l = ∇ℓ, H = ∇²L. The premises are (10), (11),
 *
 * <pre>    (15)  F₂ ∘₁ P ∘₂ P + F ∘ P₁₁ = S₁₁ ∘₁ G ∘₂ G + S ∘ ∇²f        (16)  F₂ ∘₁ P₂ ∘₂ P + F ∘ P₂₁ = S₂₁ ∘₂ G</pre>
 *
 * <p>With K and Z q times the paper's, D = q·P₂₁ − P₁₁ ∘₁ K and E = q·S₂₁ ∘₂ G − S₁₁ ∘₁ Z ∘₂ G are q times its
 * brackets, and each term of the conclusion is q² times its own. An array is named by the term that it holds: FP21 is
 * F ∘ P₂₁, qS21G is q·S₂₁ ∘₂ G.
 */
public final class Theorem1a {

    private Theorem1a() {}

    /**
     * (15) ∘₁ K: q·F₂ ∘₁ P₂ ∘₂ P + F ∘ (P₁₁ ∘₁ K) = S₁₁ ∘₁ Z ∘₂ G + S ∘ (∇²f ∘₁ K), from G ∘ K = Z and P ∘ K =
     * q·P₂.
     */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k;
      @   requires Relation.composition(Z, G, K, 1, p, k, m);
      @   requires Relation.composition(qP2, P, K, 1, p, k, p) && Relation.multiple(qP2, q, P2);
      @   requires Relation.composition(F2P, F2, P, 1, p, p, p * m);
      @   requires Relation.composition(F2PP, F2P, P, p, p, p, m);
      @   requires Relation.composition(FP11, F, P11, 1, p, p * p, m) && Relation.sum(w, F2PP, FP11);
      @   requires Relation.composition(S11G, S11, G, 1, m, p, m * m);
      @   requires Relation.composition(S11GG, S11G, G, p, m, p, m);
      @   requires Relation.composition(SG2, S, G2, 1, m, p * p, m) && Relation.sum(w, S11GG, SG2);
      @   requires Relation.composition(F2P2, F2, P2, 1, p, k, p * m);
      @   requires Relation.composition(F2P2P, F2P2, P, k, p, p, m);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   ensures Relation.sum(wK, qF2P2P, FP11K) && Relation.sum(wK, S11ZG, SG2K);
      @   ensures Relation.composition(qF2P2, F2, qP2, 1, p, k, p * m);
      @   ensures Relation.composition(qF2P2P, qF2P2, P, k, p, p, m);
      @   assignable \strictly_nothing;
      @*/
    public static void contract(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] S, long[] S11, long[] G, long[] G2, long[] K,
            long[] Z, long[] qP2, long[] F2P, long[] F2PP, long[] FP11, long[] w, long[] S11G, long[] S11GG,
            long[] SG2, long[] F2P2, long[] F2P2P, long[] wK, long[] P11K, long[] FP11K, long[] S11Z, long[] S11ZG,
            long[] G2K, long[] SG2K, long[] qF2P2, long[] qF2P2P, long q, int p, int m, int k) {
        Law.shapes(F2PP, F2P, P, p, p, p, m);
        int pm = Composite.flat(p, m, p, F2P.length);
        Law.scaleRight(qF2P2, F2P2, q, F2, qP2, P2, 1, p, k, pm);
        Law.scaleLeft(qF2P2P, F2P2P, q, qF2P2, F2P2, P, k, p, p, m);
        Composite.first(K, F2P, F2, P, F2PP, FP11, F, P11, w, qP2, qF2P2, qF2P2P, P11K, FP11K, wK, p, m, p, k);
        Composite.first(K, S11G, S11, G, S11GG, SG2, S, G2, w, Z, S11Z, S11ZG, G2K, SG2K, wK, m, m, p, k);
    }

    /**
     * T.Thm1.2a for f: q·∇²f ∘₁ K = S⁻ ∘ E − G ∘ P⁻ ∘ D with D = q·P₂₁ − P₁₁ ∘₁ K and E = q·S₂₁ ∘₂ G − S₁₁ ∘₁ Z
     * ∘₂ G.
     */
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
      @   requires Relation.composition(F2P, F2, P, 1, p, p, p * m);
      @   requires Relation.composition(F2PP, F2P, P, p, p, p, m);
      @   requires Relation.composition(FP11, F, P11, 1, p, p * p, m) && Relation.sum(w, F2PP, FP11);
      @   requires Relation.composition(S11G, S11, G, 1, m, p, m * m);
      @   requires Relation.composition(S11GG, S11G, G, p, m, p, m);
      @   requires Relation.composition(SG2, S, G2, 1, m, p * p, m) && Relation.sum(w, S11GG, SG2);
      @   requires Relation.composition(F2P2, F2, P2, 1, p, k, p * m);
      @   requires Relation.composition(F2P2P, F2P2, P, k, p, p, m);
      @   requires Relation.composition(FP21, F, P21, 1, p, k * p, m);
      @   requires Relation.composition(S21G, S21, G, k, m, p, m);
      @   requires Relation.sum(S21G, F2P2P, FP21);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   requires Relation.multiple(qP21, q, P21) && Relation.sum(qP21, D, P11K);
      @   requires Relation.multiple(qS21G, q, S21G) && Relation.sum(qS21G, E, S11ZG);
      @   requires Relation.multiple(qFP21, q, FP21) && Relation.composition(FD, F, D, 1, p, k * p, m);
      @   requires Relation.composition(SiFD, Si, FD, 1, m, k * p, m);
      @   requires Relation.composition(SiE, Si, E, 1, m, k * p, m);
      @   requires Relation.composition(PiD, Pi, D, 1, p, k * p, p);
      @   requires Relation.composition(GPiD, G, PiD, 1, p, k * p, m);
      @   requires Relation.multiple(qD, q, D) && Relation.multiple(qFD, q, FD);
      @   requires Relation.multiple(qSiFD, q, SiFD);
      @   requires Relation.multiple(qG2K, q, G2K);
      @   ensures Relation.sum(SiE, qG2K, GPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void model(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P21, long[] S, long[] S2, long[] S11,
            long[] S21, long[] G, long[] G2, long[] Pi, long[] Si, long[] d, long[] e, long[] K, long[] Z, long[] FP,
            long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK, long[] F2P, long[] F2PP, long[] FP11, long[] w,
            long[] S11G, long[] S11GG, long[] SG2, long[] F2P2, long[] F2P2P, long[] FP21, long[] S21G, long[] wK,
            long[] P11K, long[] FP11K, long[] S11Z, long[] S11ZG, long[] G2K, long[] SG2K, long[] qF2P2,
            long[] qF2P2P, long[] qP21, long[] D, long[] qS21G, long[] E, long[] qFP21, long[] FD, long[] SiFD,
            long[] SiE, long[] PiD, long[] GPiD, long[] qD, long[] qFD, long[] qSiFD, long[] qG2K, long q, int p,
            int m, int k) {
        Theorem1.first(F, P, P2, S, S2, G, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, q, p, m, k);
        Position.undo(P, Pi, d, K, P2, qP2, q, p, k);
        contract(
                F, F2, P, P2, P11, S, S11, G, G2, K, Z, qP2, F2P, F2PP, FP11, w, S11G, S11GG, SG2, F2P2, F2P2P, wK,
                P11K, FP11K, S11Z, S11ZG, G2K, SG2K, qF2P2, qF2P2P, q, p, m, k);
        Law.shapes(S21G, S21, G, k, m, p, m);
        int kp = Composite.flat(k, p, m, S21G.length);
        Law.scaleRight(qFP21, FP21, q, F, qP21, P21, 1, p, kp, m);
        Combination.scale(S21G, F2P2P, FP21, qS21G, qF2P2P, qFP21, q);
        Correction.model(
                F, P, S, G, Pi, Si, d, e, FP, FP11K, P11K, wK, qF2P2P, SG2K, G2K, S11ZG, qFP21, qP21, qS21G, D, E, FD,
                SiFD, PiD, GPiD, SiE, qG, qD, qFD, qSiFD, qG2K, q, p, m, kp);
    }

    /** T.Thm1.2a: q·∇²L ∘₁ K + ∇L ∘ P⁻ ∘ D = q·∇²ℓ ∘₁ Z ∘₂ G + ∇ℓ ∘ S⁻ ∘ E, of shape (k, p): q² times the paper's. */
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
      @   requires Relation.composition(F2P, F2, P, 1, p, p, p * m);
      @   requires Relation.composition(F2PP, F2P, P, p, p, p, m);
      @   requires Relation.composition(FP11, F, P11, 1, p, p * p, m) && Relation.sum(w, F2PP, FP11);
      @   requires Relation.composition(S11G, S11, G, 1, m, p, m * m);
      @   requires Relation.composition(S11GG, S11G, G, p, m, p, m);
      @   requires Relation.composition(SG2, S, G2, 1, m, p * p, m) && Relation.sum(w, S11GG, SG2);
      @   requires Relation.composition(F2P2, F2, P2, 1, p, k, p * m);
      @   requires Relation.composition(F2P2P, F2P2, P, k, p, p, m);
      @   requires Relation.composition(FP21, F, P21, 1, p, k * p, m);
      @   requires Relation.composition(S21G, S21, G, k, m, p, m);
      @   requires Relation.sum(S21G, F2P2P, FP21);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   requires Relation.multiple(qP21, q, P21) && Relation.sum(qP21, D, P11K);
      @   requires Relation.multiple(qS21G, q, S21G) && Relation.sum(qS21G, E, S11ZG);
      @   requires Relation.multiple(qFP21, q, FP21) && Relation.composition(FD, F, D, 1, p, k * p, m);
      @   requires Relation.composition(SiFD, Si, FD, 1, m, k * p, m);
      @   requires Relation.composition(SiE, Si, E, 1, m, k * p, m);
      @   requires Relation.composition(PiD, Pi, D, 1, p, k * p, p);
      @   requires Relation.composition(GPiD, G, PiD, 1, p, k * p, m);
      @   requires Relation.multiple(qD, q, D) && Relation.multiple(qFD, q, FD);
      @   requires Relation.multiple(qSiFD, q, SiFD);
      @   requires Relation.multiple(qG2K, q, G2K);
      @   requires Relation.composition(WG, W, G, 1, m, p, m) && Relation.composition(WGG, WG, G, p, m, p, 1);
      @   requires Relation.composition(lG2, l, G2, 1, m, p * p, 1) && Relation.sum(H, WGG, lG2);
      @   requires Relation.composition(HK, H, K, 1, p, k, p) && Relation.composition(WZ, W, Z, 1, m, k, m);
      @   requires Relation.composition(WZG, WZ, G, k, m, p, 1);
      @   requires Relation.composition(lG2K, l, G2K, 1, m, k * p, 1);
      @   requires Relation.multiple(qHK, q, HK) && Relation.multiple(qWZG, q, WZG);
      @   requires Relation.multiple(qlG2K, q, lG2K);
      @   requires Relation.composition(lSi, l, Si, 1, m, m, 1);
      @   requires Relation.composition(lSiE, lSi, E, 1, m, k * p, 1);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1) && Relation.composition(dLPi, dL, Pi, 1, p, p, 1);
      @   requires Relation.composition(dLPiD, dLPi, D, 1, p, k * p, 1);
      @   requires Relation.sum(total, qWZG, lSiE);
      @   ensures Relation.sum(total, qHK, dLPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void loss(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P21, long[] S, long[] S2, long[] S11,
            long[] S21, long[] G, long[] G2, long[] Pi, long[] Si, long[] d, long[] e, long[] K, long[] Z, long[] l,
            long[] W, long[] H, long[] FP, long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK, long[] F2P,
            long[] F2PP, long[] FP11, long[] w, long[] S11G, long[] S11GG, long[] SG2, long[] F2P2, long[] F2P2P,
            long[] FP21, long[] S21G, long[] wK, long[] P11K, long[] FP11K, long[] S11Z, long[] S11ZG, long[] G2K,
            long[] SG2K, long[] qF2P2, long[] qF2P2P, long[] qP21, long[] D, long[] qS21G, long[] E, long[] qFP21,
            long[] FD, long[] SiFD, long[] SiE, long[] PiD, long[] GPiD, long[] qD, long[] qFD, long[] qSiFD,
            long[] qG2K, long[] WG, long[] WGG, long[] lG2, long[] HK, long[] WZ, long[] WZG, long[] lG2K, long[] qHK,
            long[] qWZG, long[] qlG2K, long[] lSi, long[] lSiE, long[] dL, long[] dLPi, long[] dLPiD, long[] total,
            long q, int p, int m, int k) {
        Theorem1.first(F, P, P2, S, S2, G, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, q, p, m, k);
        model(
                F, F2, P, P2, P11, P21, S, S2, S11, S21, G, G2, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, F2P, F2PP,
                FP11, w, S11G, S11GG, SG2, F2P2, F2P2P, FP21, S21G, wK, P11K, FP11K, S11Z, S11ZG, G2K, SG2K, qF2P2,
                qF2P2P, qP21, D, qS21G, E, qFP21, FD, SiFD, SiE, PiD, GPiD, qD, qFD, qSiFD, qG2K, q, p, m, k);
        Composite.first(K, WG, W, G, WGG, lG2, l, G2, H, Z, WZ, WZG, G2K, lG2K, HK, m, 1, p, k);
        Law.shapes(WZG, WZ, G, k, m, p, 1);
        int kp = Composite.flat(k, p, 1, WZG.length);
        Correction.loss(
                G, Pi, Si, l, HK, SiE, E, PiD, D, GPiD, qG2K, G2K, lG2K, WZG, qHK, qWZG, qlG2K, lSi, lSiE, dL, dLPi,
                dLPiD, total, q, p, m, kp);
    }

    /**
     * Whether q·∇²L ∘₁ K + ∇L ∘ P⁻ ∘ D = q·∇²ℓ ∘₁ Z ∘₂ G + ∇ℓ ∘ S⁻ ∘ E, where every array is the term that it
     * is named by.
     */
    /*@ public behavior
      @   requires Exact.longs(G) && Exact.longs(K) && Exact.longs(Z) && Exact.longs(W) && Exact.longs(H);
      @   requires Exact.longs(HK) && Exact.longs(qHK) && Exact.longs(WZ) && Exact.longs(WZG) && Exact.longs(qWZG);
      @   requires Exact.longs(dLPiD) && Exact.longs(dLPi) && Exact.longs(D) && Exact.longs(lSiE);
      @   requires Exact.longs(lSi) && Exact.longs(E) && Exact.longs(total);
      @   ensures \result <==> Relation.composition(HK, H, K, 1, p, k, p)
      @     && Relation.multiple(qHK, q, HK)
      @     && Relation.composition(WZ, W, Z, 1, m, k, m)
      @     && Relation.composition(WZG, WZ, G, k, m, p, 1)
      @     && Relation.multiple(qWZG, q, WZG)
      @     && Relation.composition(dLPiD, dLPi, D, 1, p, k * p, 1)
      @     && Relation.composition(lSiE, lSi, E, 1, m, k * p, 1)
      @     && Relation.sum(total, qWZG, lSiE)
      @     && Relation.sum(total, qHK, dLPiD);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(
            long[] G, long[] K, long[] Z, long[] W, long[] H, long[] HK, long[] qHK, long[] WZ, long[] WZG,
            long[] qWZG, long[] dLPiD, long[] dLPi, long[] D, long[] lSiE, long[] lSi, long[] E, long[] total, long q,
            int p, int m, int k) {
        if (!(Decision.composition(HK, H, K, 1, p, k, p)
                && Decision.multiple(qHK, q, HK)
                && Decision.composition(WZ, W, Z, 1, m, k, m)
                && Decision.composition(WZG, WZ, G, k, m, p, 1)
                && Decision.multiple(qWZG, q, WZG))) {
            return false;
        }
        Law.shapes(WZG, WZ, G, k, m, p, 1);
        return Correction.holds(qHK, dLPiD, dLPi, D, qWZG, lSiE, lSi, E, total, p, m, WZG.length);
    }
}
