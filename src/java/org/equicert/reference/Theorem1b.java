package org.equicert.reference;

/**
 * T.Thm1.2b: what a continuous equivariance says of the Hessian with characteristic directions in both slots.
 *
 * <p>Beyond {@link Theorem1a}: P₂₂ = ∂₂²φ of shape (k, k, p) and S₂₂ = ∂₂²ψ of shape (k, k, m). In place of (16) the
 * premise is
 *
 * <pre>    (17)  F₂ ∘₁ P₂ ∘₂ P₂ + F ∘ P₂₂ = S₂₂</pre>
 *
 * <p>Two factors K make D = q²·P₂₂ − P₁₁ ∘₁ K ∘₂ K and E = q²·S₂₂ − S₁₁ ∘₁ Z ∘₂ Z q² times the paper's brackets, and
 * each term of the conclusion q³ times its own.
 */
public final class Theorem1b {

    private Theorem1b() {}

    /** (15) ∘₁ K ∘₂ K: q²·F₂ ∘₁ P₂ ∘₂ P₂ + F ∘ (P₁₁ ∘₁ K ∘₂ K) = S₁₁ ∘₁ Z ∘₂ Z + S ∘ (∇²f ∘₁ K ∘₂ K). */
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
      @   requires Relation.composition(F2P2P2, F2P2, P2, k, p, k, m);
      @   requires Relation.composition(FP22, F, P22, 1, p, k * k, m);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   requires Relation.composition(wKK, wK, K, k, p, k, m);
      @   requires Relation.composition(P11KK, P11K, K, k, p, k, p);
      @   requires Relation.composition(FP11KK, F, P11KK, 1, p, k * k, m);
      @   requires Relation.composition(S11ZZ, S11Z, Z, k, m, k, m);
      @   requires Relation.composition(G2KK, G2K, K, k, p, k, m);
      @   requires Relation.composition(SG2KK, S, G2KK, 1, m, k * k, m);
      @   requires Relation.multiple(qF2P2P2, q, F2P2P2) && Relation.multiple(qqF2P2P2, q, qF2P2P2);
      @   ensures Relation.sum(wKK, qqF2P2P2, FP11KK) && Relation.sum(wKK, S11ZZ, SG2KK);
      @   assignable \strictly_nothing;
      @*/
    public static void contract(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P22, long[] S, long[] S11, long[] G,
            long[] G2, long[] K, long[] Z, long[] qP2, long[] F2P, long[] F2PP, long[] FP11, long[] w, long[] S11G,
            long[] S11GG, long[] SG2, long[] F2P2, long[] F2P2P, long[] F2P2P2, long[] FP22, long[] wK, long[] P11K,
            long[] FP11K, long[] S11Z, long[] S11ZG, long[] G2K, long[] SG2K, long[] qF2P2, long[] qF2P2P, long[] wKK,
            long[] P11KK, long[] FP11KK, long[] S11ZZ, long[] G2KK, long[] SG2KK, long[] qF2P2P2, long[] qqF2P2P2,
            long q, int p, int m, int k) {
        Theorem1a.contract(
                F, F2, P, P2, P11, S, S11, G, G2, K, Z, qP2, F2P, F2PP, FP11, w, S11G, S11GG, SG2, F2P2, F2P2P, wK,
                P11K, FP11K, S11Z, S11ZG, G2K, SG2K, qF2P2, qF2P2P, q, p, m, k);
        Law.scaleLeft(qF2P2P2, F2P2P2, q, qF2P2, F2P2, P2, k, p, k, m);
        Law.scaleRight(qqF2P2P2, qF2P2P2, q, qF2P2, qP2, P2, k, p, k, m);
        Composite.second(qF2P2P, qF2P2, P, FP11K, F, P11K, wK, qP2, K, qqF2P2P2, P11KK, FP11KK, wKK, p, m, p, k, k);
        Composite.second(S11ZG, S11Z, G, SG2K, S, G2K, wK, Z, K, S11ZZ, G2KK, SG2KK, wKK, m, m, p, k, k);
    }

    /**
     * T.Thm1.2b for f: q·∇²f ∘₁ K ∘₂ K = S⁻ ∘ E − G ∘ P⁻ ∘ D with D = q²·P₂₂ − P₁₁ ∘₁ K ∘₂ K and E = q²·S₂₂ −
     * S₁₁ ∘₁ Z ∘₂ Z.
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
      @   requires Relation.composition(F2P2P2, F2P2, P2, k, p, k, m);
      @   requires Relation.composition(FP22, F, P22, 1, p, k * k, m);
      @   requires Relation.sum(S22, F2P2P2, FP22);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   requires Relation.composition(wKK, wK, K, k, p, k, m);
      @   requires Relation.composition(P11KK, P11K, K, k, p, k, p);
      @   requires Relation.composition(FP11KK, F, P11KK, 1, p, k * k, m);
      @   requires Relation.composition(S11ZZ, S11Z, Z, k, m, k, m);
      @   requires Relation.composition(G2KK, G2K, K, k, p, k, m);
      @   requires Relation.composition(SG2KK, S, G2KK, 1, m, k * k, m);
      @   requires Relation.multiple(qF2P2P2, q, F2P2P2) && Relation.multiple(qqF2P2P2, q, qF2P2P2);
      @   requires Relation.multiple(qP22, q, P22) && Relation.multiple(qqP22, q, qP22);
      @   requires Relation.sum(qqP22, D, P11KK);
      @   requires Relation.multiple(qS22, q, S22) && Relation.multiple(qqS22, q, qS22);
      @   requires Relation.sum(qqS22, E, S11ZZ);
      @   requires Relation.multiple(qFP22, q, FP22) && Relation.multiple(qqFP22, q, qFP22);
      @   requires Relation.composition(FD, F, D, 1, p, k * k, m);
      @   requires Relation.composition(SiFD, Si, FD, 1, m, k * k, m);
      @   requires Relation.composition(SiE, Si, E, 1, m, k * k, m);
      @   requires Relation.composition(PiD, Pi, D, 1, p, k * k, p);
      @   requires Relation.composition(GPiD, G, PiD, 1, p, k * k, m);
      @   requires Relation.multiple(qD, q, D) && Relation.multiple(qFD, q, FD);
      @   requires Relation.multiple(qSiFD, q, SiFD);
      @   requires Relation.multiple(qG2KK, q, G2KK);
      @   ensures Relation.sum(SiE, qG2KK, GPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void model(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P22, long[] S, long[] S2, long[] S11,
            long[] S22, long[] G, long[] G2, long[] Pi, long[] Si, long[] d, long[] e, long[] K, long[] Z, long[] FP,
            long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK, long[] F2P, long[] F2PP, long[] FP11, long[] w,
            long[] S11G, long[] S11GG, long[] SG2, long[] F2P2, long[] F2P2P, long[] F2P2P2, long[] FP22, long[] wK,
            long[] P11K, long[] FP11K, long[] S11Z, long[] S11ZG, long[] G2K, long[] SG2K, long[] qF2P2,
            long[] qF2P2P, long[] wKK, long[] P11KK, long[] FP11KK, long[] S11ZZ, long[] G2KK, long[] SG2KK,
            long[] qF2P2P2, long[] qqF2P2P2, long[] qP22, long[] qqP22, long[] D, long[] qS22, long[] qqS22, long[] E,
            long[] qFP22, long[] qqFP22, long[] FD, long[] SiFD, long[] SiE, long[] PiD, long[] GPiD, long[] qD,
            long[] qFD, long[] qSiFD, long[] qG2KK, long q, int p, int m, int k) {
        Theorem1.first(F, P, P2, S, S2, G, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, q, p, m, k);
        Position.undo(P, Pi, d, K, P2, qP2, q, p, k);
        contract(
                F, F2, P, P2, P11, P22, S, S11, G, G2, K, Z, qP2, F2P, F2PP, FP11, w, S11G, S11GG, SG2, F2P2, F2P2P,
                F2P2P2, FP22, wK, P11K, FP11K, S11Z, S11ZG, G2K, SG2K, qF2P2, qF2P2P, wKK, P11KK, FP11KK, S11ZZ, G2KK,
                SG2KK, qF2P2P2, qqF2P2P2, q, p, m, k);
        Law.shapes(S11ZZ, S11Z, Z, k, m, k, m);
        int kk = Composite.flat(k, k, m, S11ZZ.length);
        Law.scaleRight(qFP22, FP22, q, F, qP22, P22, 1, p, kk, m);
        Law.scaleRight(qqFP22, qFP22, q, F, qqP22, qP22, 1, p, kk, m);
        Combination.scale(S22, F2P2P2, FP22, qS22, qF2P2P2, qFP22, q);
        Combination.scale(qS22, qF2P2P2, qFP22, qqS22, qqF2P2P2, qqFP22, q);
        Correction.model(
                F, P, S, G, Pi, Si, d, e, FP, FP11KK, P11KK, wKK, qqF2P2P2, SG2KK, G2KK, S11ZZ, qqFP22, qqP22, qqS22, D,
                E, FD, SiFD, PiD, GPiD, SiE, qG, qD, qFD, qSiFD, qG2KK, q, p, m, kk);
    }

    /**
     * T.Thm1.2b: q·∇²L ∘₁ K ∘₂ K + ∇L ∘ P⁻ ∘ D = q·∇²ℓ ∘₁ Z ∘₂ Z + ∇ℓ ∘ S⁻ ∘ E, of shape (k, k): q³ times the
     * paper's.
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
      @   requires Relation.composition(F2P2P2, F2P2, P2, k, p, k, m);
      @   requires Relation.composition(FP22, F, P22, 1, p, k * k, m);
      @   requires Relation.sum(S22, F2P2P2, FP22);
      @   requires Relation.composition(wK, w, K, 1, p, k, p * m);
      @   requires Relation.composition(P11K, P11, K, 1, p, k, p * p);
      @   requires Relation.composition(FP11K, F, P11K, 1, p, k * p, m);
      @   requires Relation.composition(S11Z, S11, Z, 1, m, k, m * m);
      @   requires Relation.composition(S11ZG, S11Z, G, k, m, p, m);
      @   requires Relation.composition(G2K, G2, K, 1, p, k, p * m);
      @   requires Relation.composition(SG2K, S, G2K, 1, m, k * p, m);
      @   requires Relation.multiple(qF2P2, q, F2P2) && Relation.multiple(qF2P2P, q, F2P2P);
      @   requires Relation.composition(wKK, wK, K, k, p, k, m);
      @   requires Relation.composition(P11KK, P11K, K, k, p, k, p);
      @   requires Relation.composition(FP11KK, F, P11KK, 1, p, k * k, m);
      @   requires Relation.composition(S11ZZ, S11Z, Z, k, m, k, m);
      @   requires Relation.composition(G2KK, G2K, K, k, p, k, m);
      @   requires Relation.composition(SG2KK, S, G2KK, 1, m, k * k, m);
      @   requires Relation.multiple(qF2P2P2, q, F2P2P2) && Relation.multiple(qqF2P2P2, q, qF2P2P2);
      @   requires Relation.multiple(qP22, q, P22) && Relation.multiple(qqP22, q, qP22);
      @   requires Relation.sum(qqP22, D, P11KK);
      @   requires Relation.multiple(qS22, q, S22) && Relation.multiple(qqS22, q, qS22);
      @   requires Relation.sum(qqS22, E, S11ZZ);
      @   requires Relation.multiple(qFP22, q, FP22) && Relation.multiple(qqFP22, q, qFP22);
      @   requires Relation.composition(FD, F, D, 1, p, k * k, m);
      @   requires Relation.composition(SiFD, Si, FD, 1, m, k * k, m);
      @   requires Relation.composition(SiE, Si, E, 1, m, k * k, m);
      @   requires Relation.composition(PiD, Pi, D, 1, p, k * k, p);
      @   requires Relation.composition(GPiD, G, PiD, 1, p, k * k, m);
      @   requires Relation.multiple(qD, q, D) && Relation.multiple(qFD, q, FD);
      @   requires Relation.multiple(qSiFD, q, SiFD);
      @   requires Relation.multiple(qG2KK, q, G2KK);
      @   requires Relation.composition(WG, W, G, 1, m, p, m) && Relation.composition(WGG, WG, G, p, m, p, 1);
      @   requires Relation.composition(lG2, l, G2, 1, m, p * p, 1) && Relation.sum(H, WGG, lG2);
      @   requires Relation.composition(HK, H, K, 1, p, k, p) && Relation.composition(WZ, W, Z, 1, m, k, m);
      @   requires Relation.composition(WZG, WZ, G, k, m, p, 1);
      @   requires Relation.composition(lG2K, l, G2K, 1, m, k * p, 1);
      @   requires Relation.composition(HKK, HK, K, k, p, k, 1) && Relation.composition(WZZ, WZ, Z, k, m, k, 1);
      @   requires Relation.composition(lG2KK, l, G2KK, 1, m, k * k, 1);
      @   requires Relation.multiple(qHKK, q, HKK) && Relation.multiple(qWZZ, q, WZZ);
      @   requires Relation.multiple(qlG2KK, q, lG2KK);
      @   requires Relation.composition(lSi, l, Si, 1, m, m, 1);
      @   requires Relation.composition(lSiE, lSi, E, 1, m, k * k, 1);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1) && Relation.composition(dLPi, dL, Pi, 1, p, p, 1);
      @   requires Relation.composition(dLPiD, dLPi, D, 1, p, k * k, 1);
      @   requires Relation.sum(total, qWZZ, lSiE);
      @   ensures Relation.sum(total, qHKK, dLPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void loss(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P22, long[] S, long[] S2, long[] S11,
            long[] S22, long[] G, long[] G2, long[] Pi, long[] Si, long[] d, long[] e, long[] K, long[] Z, long[] l,
            long[] W, long[] H, long[] FP, long[] qG, long[] qP2, long[] qS2, long[] qZ, long[] GK, long[] F2P,
            long[] F2PP, long[] FP11, long[] w, long[] S11G, long[] S11GG, long[] SG2, long[] F2P2, long[] F2P2P,
            long[] F2P2P2, long[] FP22, long[] wK, long[] P11K, long[] FP11K, long[] S11Z, long[] S11ZG, long[] G2K,
            long[] SG2K, long[] qF2P2, long[] qF2P2P, long[] wKK, long[] P11KK, long[] FP11KK, long[] S11ZZ,
            long[] G2KK, long[] SG2KK, long[] qF2P2P2, long[] qqF2P2P2, long[] qP22, long[] qqP22, long[] D,
            long[] qS22, long[] qqS22, long[] E, long[] qFP22, long[] qqFP22, long[] FD, long[] SiFD, long[] SiE,
            long[] PiD, long[] GPiD, long[] qD, long[] qFD, long[] qSiFD, long[] qG2KK, long[] WG, long[] WGG,
            long[] lG2, long[] HK, long[] WZ, long[] WZG, long[] lG2K, long[] HKK, long[] WZZ, long[] lG2KK,
            long[] qHKK, long[] qWZZ, long[] qlG2KK, long[] lSi, long[] lSiE, long[] dL, long[] dLPi, long[] dLPiD,
            long[] total, long q, int p, int m, int k) {
        Theorem1.first(F, P, P2, S, S2, G, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, q, p, m, k);
        model(
                F, F2, P, P2, P11, P22, S, S2, S11, S22, G, G2, Pi, Si, d, e, K, Z, FP, qG, qP2, qS2, qZ, GK, F2P, F2PP,
                FP11, w, S11G, S11GG, SG2, F2P2, F2P2P, F2P2P2, FP22, wK, P11K, FP11K, S11Z, S11ZG, G2K, SG2K, qF2P2,
                qF2P2P, wKK, P11KK, FP11KK, S11ZZ, G2KK, SG2KK, qF2P2P2, qqF2P2P2, qP22, qqP22, D, qS22, qqS22, E,
                qFP22, qqFP22, FD, SiFD, SiE, PiD, GPiD, qD, qFD, qSiFD, qG2KK, q, p, m, k);
        Composite.first(K, WG, W, G, WGG, lG2, l, G2, H, Z, WZ, WZG, G2K, lG2K, HK, m, 1, p, k);
        Composite.second(WZG, WZ, G, lG2K, l, G2K, HK, Z, K, WZZ, G2KK, lG2KK, HKK, m, 1, p, k, k);
        Law.shapes(WZZ, WZ, Z, k, m, k, 1);
        int kk = Composite.flat(k, k, 1, WZZ.length);
        Correction.loss(
                G, Pi, Si, l, HKK, SiE, E, PiD, D, GPiD, qG2KK, G2KK, lG2KK, WZZ, qHKK, qWZZ, qlG2KK, lSi, lSiE, dL,
                dLPi, dLPiD, total, q, p, m, kk);
    }

    /**
     * Whether q·∇²L ∘₁ K ∘₂ K + ∇L ∘ P⁻ ∘ D = q·∇²ℓ ∘₁ Z ∘₂ Z + ∇ℓ ∘ S⁻ ∘ E, where every array is the term that
     * it is named by.
     */
    /*@ public behavior
      @   requires Exact.longs(K) && Exact.longs(Z) && Exact.longs(W) && Exact.longs(H) && Exact.longs(HK);
      @   requires Exact.longs(HKK) && Exact.longs(qHKK) && Exact.longs(WZ) && Exact.longs(WZZ) && Exact.longs(qWZZ);
      @   requires Exact.longs(dLPiD) && Exact.longs(dLPi) && Exact.longs(D) && Exact.longs(lSiE);
      @   requires Exact.longs(lSi) && Exact.longs(E) && Exact.longs(total);
      @   ensures \result <==> Relation.composition(HK, H, K, 1, p, k, p)
      @     && Relation.composition(HKK, HK, K, k, p, k, 1)
      @     && Relation.multiple(qHKK, q, HKK)
      @     && Relation.composition(WZ, W, Z, 1, m, k, m)
      @     && Relation.composition(WZZ, WZ, Z, k, m, k, 1)
      @     && Relation.multiple(qWZZ, q, WZZ)
      @     && Relation.composition(dLPiD, dLPi, D, 1, p, k * k, 1)
      @     && Relation.composition(lSiE, lSi, E, 1, m, k * k, 1)
      @     && Relation.sum(total, qWZZ, lSiE)
      @     && Relation.sum(total, qHKK, dLPiD);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(
            long[] K, long[] Z, long[] W, long[] H, long[] HK, long[] HKK, long[] qHKK, long[] WZ, long[] WZZ,
            long[] qWZZ, long[] dLPiD, long[] dLPi, long[] D, long[] lSiE, long[] lSi, long[] E, long[] total, long q,
            int p, int m, int k) {
        if (!contracted(qHKK, q, HKK, HK, H, K, p, k) || !contracted(qWZZ, q, WZZ, WZ, W, Z, m, k)) {
            return false;
        }
        Law.shapes(WZZ, WZ, Z, k, m, k, 1);
        return Correction.holds(qHKK, dLPiD, dLPi, D, qWZZ, lSiE, lSi, E, total, p, m, WZZ.length);
    }

    /** Whether qHKK = q·H ∘₁ K ∘₂ K. */
    /*@ public behavior
      @   requires Exact.longs(K) && Exact.longs(H) && Exact.longs(HK) && Exact.longs(HKK) && Exact.longs(qHKK);
      @   ensures \result <==> Relation.composition(HK, H, K, 1, p, k, p)
      @     && Relation.composition(HKK, HK, K, k, p, k, 1) && Relation.multiple(qHKK, q, HKK);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean contracted(
            long[] qHKK, long q, long[] HKK, long[] HK, long[] H, long[] K, int p, int k) {
        return Decision.composition(HK, H, K, 1, p, k, p)
                && Decision.composition(HKK, HK, K, k, p, k, 1)
                && Decision.multiple(qHKK, q, HKK);
    }
}
