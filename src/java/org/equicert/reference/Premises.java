package org.equicert.reference;

/**
 * T.Premises: the premises of T.Thm1 and T.Thm2, from eq. 1 over the dual ring (theory §8).
 *
 * <p>f(φ(θ, λ)) = ψ(f(θ), λ) is evaluated at three points of R[ε, δ]/(ε², δ²), with unit jets for the directions that
 * move and zeros for those that rest: φ and ψ push by {@link Partial}, f by {@link Pushforward}, with derivatives F and F₂
 * at φ(θ, λ), and G and ∇²f (called G2) at θ. The coefficients of ε and of εδ are equal on both sides; that says
 * (10), (11), (15), (16) and (17). With f ∘ φ = f and φ(θ, λ) = θ, those are the premises of T.Thm2.
 *
 * <p>The coefficients of the inner maps are y and g, those of the right side z; u, v, w, z behind a derivative are
 * the directions that it has met.
 */
public final class Premises {

    private Premises() {}

    /** (10) and (15), from eq. 1 at (θ + εu + δv, λ), for all u and v at once. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k;
      @   requires Relation.unit(I, 1, p) && Relation.zero(O);
      @   requires Relation.zero(o) && Relation.zero(oo);
      @   requires Relation.composition(Pu, P, I, 1, p, p, p) && Relation.composition(P2w, P2, o, 1, k, p, p);
      @   requires Relation.sum(y, Pu, P2w);
      @   requires Relation.composition(P11u, P11, I, 1, p, p, p * p);
      @   requires Relation.composition(P11uv, P11u, I, p, p, p, p);
      @   requires Relation.composition(P12u, P12, I, 1, p, p, k * p);
      @   requires Relation.composition(P12uz, P12u, o, p, k, p, p);
      @   requires Relation.composition(P21w, P21, o, 1, k, p, p * p);
      @   requires Relation.composition(P21wv, P21w, I, p, p, p, p);
      @   requires Relation.composition(P22w, P22, o, 1, k, p, k * p);
      @   requires Relation.composition(P22wz, P22w, o, p, k, p, p);
      @   requires Relation.composition(Puv, P, O, 1, p, p * p, p);
      @   requires Relation.composition(P2wz, P2, oo, 1, k, p * p, p);
      @   requires Relation.sum(PFixed, P11uv, P12uz) && Relation.sum(PMoved, P21wv, P22wz);
      @   requires Relation.sum(PBent, PFixed, PMoved) && Relation.sum(PCarried, Puv, P2wz);
      @   requires Relation.sum(y12, PBent, PCarried);
      @   requires Relation.composition(Fy, F, y, 1, p, p, m);
      @   requires Relation.composition(F2y, F2, y, 1, p, p, p * m);
      @   requires Relation.composition(F2yy, F2y, y, p, p, p, m);
      @   requires Relation.composition(Fy12, F, y12, 1, p, p * p, m) && Relation.sum(w, F2yy, Fy12);
      @   requires Relation.composition(g, G, I, 1, p, p, m);
      @   requires Relation.composition(G2u, G2, I, 1, p, p, p * m);
      @   requires Relation.composition(G2uv, G2u, I, p, p, p, m);
      @   requires Relation.composition(GO, G, O, 1, p, p * p, m) && Relation.sum(g12, G2uv, GO);
      @   requires Relation.composition(Su, S, g, 1, m, p, m) && Relation.composition(S2w, S2, o, 1, k, p, m);
      @   requires Relation.sum(z, Su, S2w);
      @   requires Relation.composition(S11u, S11, g, 1, m, p, m * m);
      @   requires Relation.composition(S11uv, S11u, g, p, m, p, m);
      @   requires Relation.composition(S12u, S12, g, 1, m, p, k * m);
      @   requires Relation.composition(S12uz, S12u, o, p, k, p, m);
      @   requires Relation.composition(S21w, S21, o, 1, k, p, m * m);
      @   requires Relation.composition(S21wv, S21w, g, p, m, p, m);
      @   requires Relation.composition(S22w, S22, o, 1, k, p, k * m);
      @   requires Relation.composition(S22wz, S22w, o, p, k, p, m);
      @   requires Relation.composition(Suv, S, g12, 1, m, p * p, m);
      @   requires Relation.composition(S2wz, S2, oo, 1, k, p * p, m);
      @   requires Relation.sum(SFixed, S11uv, S12uz) && Relation.sum(SMoved, S21wv, S22wz);
      @   requires Relation.sum(SBent, SFixed, SMoved) && Relation.sum(SCarried, Suv, S2wz);
      @   requires Relation.sum(z12, SBent, SCarried);
      @   requires Relation.equal(Fy, z) && Relation.equal(w, z12);
      @   ensures Relation.composition(Fy, F, P, 1, p, p, m) && Relation.composition(Fy, S, G, 1, m, p, m);
      @   ensures Relation.composition(F2y, F2, P, 1, p, p, p * m);
      @   ensures Relation.composition(F2yy, F2y, P, p, p, p, m);
      @   ensures Relation.composition(Fy12, F, P11, 1, p, p * p, m) && Relation.sum(w, F2yy, Fy12);
      @   ensures Relation.composition(S11u, S11, G, 1, m, p, m * m);
      @   ensures Relation.composition(S11uv, S11u, G, p, m, p, m);
      @   ensures Relation.composition(Suv, S, G2, 1, m, p * p, m) && Relation.sum(w, S11uv, Suv);
      @   assignable \strictly_nothing;
      @*/
    public static void theta(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P12, long[] P21, long[] P22, long[] S,
            long[] S2, long[] S11, long[] S12, long[] S21, long[] S22, long[] G, long[] G2, long[] I, long[] O,
            long[] o, long[] oo, long[] Pu, long[] P2w, long[] y, long[] P11u, long[] P11uv, long[] P12u,
            long[] P12uz, long[] P21w, long[] P21wv, long[] P22w, long[] P22wz, long[] Puv, long[] P2wz,
            long[] PFixed, long[] PMoved, long[] PBent, long[] PCarried, long[] y12, long[] Fy, long[] F2y,
            long[] F2yy, long[] Fy12, long[] w, long[] g, long[] G2u, long[] G2uv, long[] GO, long[] g12, long[] Su,
            long[] S2w, long[] z, long[] S11u, long[] S11uv, long[] S12u, long[] S12uz, long[] S21w, long[] S21wv,
            long[] S22w, long[] S22wz, long[] Suv, long[] S2wz, long[] SFixed, long[] SMoved, long[] SBent,
            long[] SCarried, long[] z12, int p, int m, int k) {
        Partial.first(
                Pu, P, I, P2w, P2, o, y, Pu, I, P2w, o, y, P11u, P11, P11uv, P12u, P12, P12uz, P21w, P21, P21wv, P22w,
                P22, P22wz, Puv, O, P2wz, oo, PFixed, PMoved, PBent, PCarried, y12, p, k, p, p, p);
        Pushforward.unit(I, O, Pu, P, P11u, P11, P11uv, Puv, y12, p, p);
        Combination.trace(y, Pu, P);
        Law.symmetric(y, P);
        Law.symmetric(y12, P11);
        Pushforward.unit(I, O, g, G, G2u, G2, G2uv, GO, g12, p, m);
        Law.symmetric(g, G);
        Law.symmetric(g12, G2);
        Partial.first(
                Su, S, g, S2w, S2, o, z, Su, g, S2w, o, z, S11u, S11, S11uv, S12u, S12, S12uz, S21w, S21, S21wv, S22w,
                S22, S22wz, Suv, g12, S2wz, oo, SFixed, SMoved, SBent, SCarried, z12, m, k, m, p, p);
        Law.shapes(F2yy, F2y, y, p, p, p, m);
        int pm = Composite.flat(p, m, p, F2y.length);
        int pp = Composite.flat(p, p, m, F2yy.length);
        Law.shapes(S11uv, S11u, g, p, m, p, m);
        int mm = Composite.flat(m, m, p, S11u.length);
        Law.reflexive(F);
        Law.reflexive(F2);
        Law.reflexive(F2y);
        Law.reflexive(F2yy);
        Law.reflexive(Fy);
        Law.reflexive(Fy12);
        Law.reflexive(S);
        Law.reflexive(S11);
        Law.reflexive(S11u);
        Law.reflexive(S11uv);
        Law.reflexive(Suv);
        Law.replace(Fy, Fy, F, F, P, y, 1, p, p, m);
        Law.replace(F2y, F2y, F2, F2, P, y, 1, p, p, pm);
        Law.replace(F2yy, F2yy, F2y, F2y, P, y, p, p, p, m);
        Law.replace(Fy12, Fy12, F, F, P11, y12, 1, p, pp, m);
        Combination.trace(Fy, z, Su);
        Law.replace(Fy, Su, S, S, G, g, 1, m, p, m);
        Law.replace(S11u, S11u, S11, S11, G, g, 1, m, p, mm);
        Law.replace(S11uv, S11uv, S11u, S11u, G, g, p, m, p, m);
        Law.replace(Suv, Suv, S, S, G2, g12, 1, m, pp, m);
        Combination.renamed(z12, S11uv, Suv, w);
    }

    /** (11) and (16), from eq. 1 at (θ + δv, λ + εw). */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k;
      @   requires Relation.unit(I, 1, p) && Relation.unit(J, 1, k);
      @   requires Relation.zero(Op) && Relation.zero(Okp) && Relation.zero(Opk) && Relation.zero(Okk);
      @   requires Relation.composition(Pu, P, Op, 1, p, k, p) && Relation.composition(P2w, P2, J, 1, k, k, p);
      @   requires Relation.sum(y1, Pu, P2w);
      @   requires Relation.composition(Pv, P, I, 1, p, p, p) && Relation.composition(P2z, P2, Opk, 1, k, p, p);
      @   requires Relation.sum(y2, Pv, P2z);
      @   requires Relation.composition(P11u, P11, Op, 1, p, k, p * p);
      @   requires Relation.composition(P11uv, P11u, I, k, p, p, p);
      @   requires Relation.composition(P12u, P12, Op, 1, p, k, k * p);
      @   requires Relation.composition(P12uz, P12u, Opk, k, k, p, p);
      @   requires Relation.composition(P21w, P21, J, 1, k, k, p * p);
      @   requires Relation.composition(P21wv, P21w, I, k, p, p, p);
      @   requires Relation.composition(P22w, P22, J, 1, k, k, k * p);
      @   requires Relation.composition(P22wz, P22w, Opk, k, k, p, p);
      @   requires Relation.composition(Puv, P, Okp, 1, p, k * p, p);
      @   requires Relation.composition(P2wz, P2, Okk, 1, k, k * p, p);
      @   requires Relation.sum(PFixed, P11uv, P12uz) && Relation.sum(PMoved, P21wv, P22wz);
      @   requires Relation.sum(PBent, PFixed, PMoved) && Relation.sum(PCarried, Puv, P2wz);
      @   requires Relation.sum(y12, PBent, PCarried);
      @   requires Relation.composition(Fy1, F, y1, 1, p, k, m) && Relation.composition(Fy2, F, y2, 1, p, p, m);
      @   requires Relation.composition(F2y1, F2, y1, 1, p, k, p * m);
      @   requires Relation.composition(F2y12, F2y1, y2, k, p, p, m);
      @   requires Relation.composition(Fy12, F, y12, 1, p, k * p, m) && Relation.sum(w, F2y12, Fy12);
      @   requires Relation.composition(g1, G, Op, 1, p, k, m) && Relation.composition(g2, G, I, 1, p, p, m);
      @   requires Relation.composition(G2u, G2, Op, 1, p, k, p * m);
      @   requires Relation.composition(G2uv, G2u, I, k, p, p, m);
      @   requires Relation.composition(GO, G, Okp, 1, p, k * p, m) && Relation.sum(g12, G2uv, GO);
      @   requires Relation.composition(Su, S, g1, 1, m, k, m) && Relation.composition(S2w, S2, J, 1, k, k, m);
      @   requires Relation.sum(z1, Su, S2w);
      @   requires Relation.composition(Sv, S, g2, 1, m, p, m) && Relation.composition(S2z, S2, Opk, 1, k, p, m);
      @   requires Relation.sum(z2, Sv, S2z);
      @   requires Relation.composition(S11u, S11, g1, 1, m, k, m * m);
      @   requires Relation.composition(S11uv, S11u, g2, k, m, p, m);
      @   requires Relation.composition(S12u, S12, g1, 1, m, k, k * m);
      @   requires Relation.composition(S12uz, S12u, Opk, k, k, p, m);
      @   requires Relation.composition(S21w, S21, J, 1, k, k, m * m);
      @   requires Relation.composition(S21wv, S21w, g2, k, m, p, m);
      @   requires Relation.composition(S22w, S22, J, 1, k, k, k * m);
      @   requires Relation.composition(S22wz, S22w, Opk, k, k, p, m);
      @   requires Relation.composition(Suv, S, g12, 1, m, k * p, m);
      @   requires Relation.composition(S2wz, S2, Okk, 1, k, k * p, m);
      @   requires Relation.sum(SFixed, S11uv, S12uz) && Relation.sum(SMoved, S21wv, S22wz);
      @   requires Relation.sum(SBent, SFixed, SMoved) && Relation.sum(SCarried, Suv, S2wz);
      @   requires Relation.sum(z12, SBent, SCarried);
      @   requires Relation.equal(Fy1, z1) && Relation.equal(w, z12);
      @   ensures Relation.composition(S2, F, P2, 1, p, k, m);
      @   ensures Relation.composition(F2y1, F2, P2, 1, p, k, p * m);
      @   ensures Relation.composition(F2y12, F2y1, P, k, p, p, m);
      @   ensures Relation.composition(Fy12, F, P21, 1, p, k * p, m);
      @   ensures Relation.composition(w, S21, G, k, m, p, m);
      @   ensures Relation.sum(w, F2y12, Fy12);
      @   assignable \strictly_nothing;
      @*/
    public static void mixed(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P12, long[] P21, long[] P22, long[] S,
            long[] S2, long[] S11, long[] S12, long[] S21, long[] S22, long[] G, long[] G2, long[] I, long[] J,
            long[] Op, long[] Okp, long[] Opk, long[] Okk, long[] Pu, long[] P2w, long[] y1, long[] Pv, long[] P2z,
            long[] y2, long[] P11u, long[] P11uv, long[] P12u, long[] P12uz, long[] P21w, long[] P21wv, long[] P22w,
            long[] P22wz, long[] Puv, long[] P2wz, long[] PFixed, long[] PMoved, long[] PBent, long[] PCarried,
            long[] y12, long[] Fy1, long[] Fy2, long[] F2y1, long[] F2y12, long[] Fy12, long[] w, long[] g1,
            long[] g2, long[] G2u, long[] G2uv, long[] GO, long[] g12, long[] Su, long[] S2w, long[] z1, long[] Sv,
            long[] S2z, long[] z2, long[] S11u, long[] S11uv, long[] S12u, long[] S12uz, long[] S21w, long[] S21wv,
            long[] S22w, long[] S22wz, long[] Suv, long[] S2wz, long[] SFixed, long[] SMoved, long[] SBent,
            long[] SCarried, long[] z12, int p, int m, int k) {
        Partial.mixed(
                Pu, P, Op, P2w, P2, J, y1, Pv, I, P2z, Opk, y2, P11u, P11, P11uv, P12u, P12, P12uz, P21w, P21, P21wv,
                P22w, P22, P22wz, Puv, Okp, P2wz, Okk, PFixed, PMoved, PBent, PCarried, y12, p, k, p, k, p);
        Law.shapes(P21wv, P21w, I, k, p, p, p);
        int pp = Composite.flat(p, p, k, P21w.length);
        Combination.unit(P2w, P2, J, 1, k, p);
        Combination.trace(y1, P2w, P2);
        Law.symmetric(y1, P2);
        Combination.unit(Pv, P, I, 1, p, p);
        Combination.trace(y2, Pv, P);
        Law.symmetric(y2, P);
        Combination.unit(P21wv, P21w, I, k, p, p);
        Combination.unit(P21w, P21, J, 1, k, pp);
        Combination.trace(y12, P21wv, P21w);
        Combination.trace(y12, P21w, P21);
        Law.symmetric(y12, P21);
        Pushforward.still(Op, Okp, g1, G, G2u, G2, G2uv, I, GO, g12, p, m, k, p);
        Combination.unit(g2, G, I, 1, p, m);
        Law.symmetric(g2, G);
        Partial.mixed(
                Su, S, g1, S2w, S2, J, z1, Sv, g2, S2z, Opk, z2, S11u, S11, S11uv, S12u, S12, S12uz, S21w, S21, S21wv,
                S22w, S22, S22wz, Suv, g12, S2wz, Okk, SFixed, SMoved, SBent, SCarried, z12, m, k, m, k, p);
        Law.shapes(F2y12, F2y1, y2, k, p, p, m);
        int pm = Composite.flat(p, m, k, F2y1.length);
        int kp = Composite.flat(k, p, m, F2y12.length);
        Law.shapes(S21wv, S21w, g2, k, m, p, m);
        int mm = Composite.flat(m, m, k, S21w.length);
        Combination.unit(S2w, S2, J, 1, k, m);
        Combination.trace(z1, S2w, S2);
        Combination.trace(Fy1, z1, S2);
        Law.symmetric(Fy1, S2);
        Combination.unit(S21w, S21, J, 1, k, mm);
        Law.symmetric(S21w, S21);
        Combination.trace(w, z12, S21wv);
        Law.reflexive(F);
        Law.reflexive(F2);
        Law.reflexive(F2y1);
        Law.reflexive(F2y12);
        Law.reflexive(Fy12);
        Law.replace(S2, Fy1, F, F, P2, y1, 1, p, k, m);
        Law.replace(F2y1, F2y1, F2, F2, P2, y1, 1, p, k, pm);
        Law.replace(F2y12, F2y12, F2y1, F2y1, P, y2, k, p, p, m);
        Law.replace(Fy12, Fy12, F, F, P21, y12, 1, p, kp, m);
        Law.replace(w, S21wv, S21, S21w, G, g2, k, m, p, m);
    }

    /** (11) and (17), from eq. 1 at (θ, λ + εw + δw′). */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < k;
      @   requires Relation.unit(J, 1, k);
      @   requires Relation.zero(Op) && Relation.zero(Okp) && Relation.zero(Okk);
      @   requires Relation.composition(Pu, P, Op, 1, p, k, p) && Relation.composition(P2w, P2, J, 1, k, k, p);
      @   requires Relation.sum(y, Pu, P2w);
      @   requires Relation.composition(P11u, P11, Op, 1, p, k, p * p);
      @   requires Relation.composition(P11uv, P11u, Op, k, p, k, p);
      @   requires Relation.composition(P12u, P12, Op, 1, p, k, k * p);
      @   requires Relation.composition(P12uz, P12u, J, k, k, k, p);
      @   requires Relation.composition(P21w, P21, J, 1, k, k, p * p);
      @   requires Relation.composition(P21wv, P21w, Op, k, p, k, p);
      @   requires Relation.composition(P22w, P22, J, 1, k, k, k * p);
      @   requires Relation.composition(P22wz, P22w, J, k, k, k, p);
      @   requires Relation.composition(Puv, P, Okp, 1, p, k * k, p);
      @   requires Relation.composition(P2wz, P2, Okk, 1, k, k * k, p);
      @   requires Relation.sum(PFixed, P11uv, P12uz) && Relation.sum(PMoved, P21wv, P22wz);
      @   requires Relation.sum(PBent, PFixed, PMoved) && Relation.sum(PCarried, Puv, P2wz);
      @   requires Relation.sum(y12, PBent, PCarried);
      @   requires Relation.composition(Fy, F, y, 1, p, k, m);
      @   requires Relation.composition(F2y, F2, y, 1, p, k, p * m);
      @   requires Relation.composition(F2yy, F2y, y, k, p, k, m);
      @   requires Relation.composition(Fy12, F, y12, 1, p, k * k, m) && Relation.sum(w, F2yy, Fy12);
      @   requires Relation.composition(g, G, Op, 1, p, k, m);
      @   requires Relation.composition(G2u, G2, Op, 1, p, k, p * m);
      @   requires Relation.composition(G2uv, G2u, Op, k, p, k, m);
      @   requires Relation.composition(GO, G, Okp, 1, p, k * k, m) && Relation.sum(g12, G2uv, GO);
      @   requires Relation.composition(Su, S, g, 1, m, k, m) && Relation.composition(S2w, S2, J, 1, k, k, m);
      @   requires Relation.sum(z, Su, S2w);
      @   requires Relation.composition(S11u, S11, g, 1, m, k, m * m);
      @   requires Relation.composition(S11uv, S11u, g, k, m, k, m);
      @   requires Relation.composition(S12u, S12, g, 1, m, k, k * m);
      @   requires Relation.composition(S12uz, S12u, J, k, k, k, m);
      @   requires Relation.composition(S21w, S21, J, 1, k, k, m * m);
      @   requires Relation.composition(S21wv, S21w, g, k, m, k, m);
      @   requires Relation.composition(S22w, S22, J, 1, k, k, k * m);
      @   requires Relation.composition(S22wz, S22w, J, k, k, k, m);
      @   requires Relation.composition(Suv, S, g12, 1, m, k * k, m);
      @   requires Relation.composition(S2wz, S2, Okk, 1, k, k * k, m);
      @   requires Relation.sum(SFixed, S11uv, S12uz) && Relation.sum(SMoved, S21wv, S22wz);
      @   requires Relation.sum(SBent, SFixed, SMoved) && Relation.sum(SCarried, Suv, S2wz);
      @   requires Relation.sum(z12, SBent, SCarried);
      @   requires Relation.equal(Fy, z) && Relation.equal(w, z12);
      @   ensures Relation.composition(S2, F, P2, 1, p, k, m);
      @   ensures Relation.composition(F2y, F2, P2, 1, p, k, p * m);
      @   ensures Relation.composition(F2yy, F2y, P2, k, p, k, m);
      @   ensures Relation.composition(Fy12, F, P22, 1, p, k * k, m) && Relation.sum(S22, F2yy, Fy12);
      @   assignable \strictly_nothing;
      @*/
    public static void lambda(
            long[] F, long[] F2, long[] P, long[] P2, long[] P11, long[] P12, long[] P21, long[] P22, long[] S,
            long[] S2, long[] S11, long[] S12, long[] S21, long[] S22, long[] G, long[] G2, long[] J, long[] Op,
            long[] Okp, long[] Okk, long[] Pu, long[] P2w, long[] y, long[] P11u, long[] P11uv, long[] P12u,
            long[] P12uz, long[] P21w, long[] P21wv, long[] P22w, long[] P22wz, long[] Puv, long[] P2wz,
            long[] PFixed, long[] PMoved, long[] PBent, long[] PCarried, long[] y12, long[] Fy, long[] F2y,
            long[] F2yy, long[] Fy12, long[] w, long[] g, long[] G2u, long[] G2uv, long[] GO, long[] g12, long[] Su,
            long[] S2w, long[] z, long[] S11u, long[] S11uv, long[] S12u, long[] S12uz, long[] S21w, long[] S21wv,
            long[] S22w, long[] S22wz, long[] Suv, long[] S2wz, long[] SFixed, long[] SMoved, long[] SBent,
            long[] SCarried, long[] z12, int p, int m, int k) {
        Partial.second(
                Pu, P, Op, P2w, P2, J, y, Pu, Op, P2w, J, y, P11u, P11, P11uv, P12u, P12, P12uz, P21w, P21, P21wv, P22w,
                P22, P22wz, Puv, Okp, P2wz, Okk, PFixed, PMoved, PBent, PCarried, y12, p, k, p, k, k);
        Law.shapes(P22wz, P22w, J, k, k, k, p);
        int kpf = Composite.flat(k, p, k, P22w.length);
        Combination.unit(P2w, P2, J, 1, k, p);
        Combination.trace(y, P2w, P2);
        Law.symmetric(y, P2);
        Combination.unit(P22wz, P22w, J, k, k, p);
        Combination.unit(P22w, P22, J, 1, k, kpf);
        Combination.trace(y12, P22wz, P22w);
        Combination.trace(y12, P22w, P22);
        Law.symmetric(y12, P22);
        Pushforward.still(Op, Okp, g, G, G2u, G2, G2uv, Op, GO, g12, p, m, k, k);
        Partial.second(
                Su, S, g, S2w, S2, J, z, Su, g, S2w, J, z, S11u, S11, S11uv, S12u, S12, S12uz, S21w, S21, S21wv, S22w,
                S22, S22wz, Suv, g12, S2wz, Okk, SFixed, SMoved, SBent, SCarried, z12, m, k, m, k, k);
        Law.shapes(F2yy, F2y, y, k, p, k, m);
        int pm = Composite.flat(p, m, k, F2y.length);
        int kk = Composite.flat(k, k, m, F2yy.length);
        Law.shapes(S22wz, S22w, J, k, k, k, m);
        int km = Composite.flat(k, m, k, S22w.length);
        Combination.unit(S2w, S2, J, 1, k, m);
        Combination.trace(z, S2w, S2);
        Combination.trace(Fy, z, S2);
        Law.symmetric(Fy, S2);
        Combination.unit(S22wz, S22w, J, k, k, m);
        Combination.unit(S22w, S22, J, 1, k, km);
        Combination.trace(z12, S22wz, S22w);
        Combination.trace(z12, S22w, S22);
        Combination.trace(w, z12, S22);
        Law.symmetric(w, S22);
        Law.reflexive(F);
        Law.reflexive(F2);
        Law.reflexive(F2y);
        Law.reflexive(F2yy);
        Law.reflexive(Fy12);
        Law.replace(S2, Fy, F, F, P2, y, 1, p, k, m);
        Law.replace(F2y, F2y, F2, F2, P2, y, 1, p, k, pm);
        Law.replace(F2yy, F2yy, F2y, F2y, P2, y, k, p, k, m);
        Law.replace(Fy12, Fy12, F, F, P22, y12, 1, p, kk, m);
        Combination.renamed(w, F2yy, Fy12, S22);
    }
}
