package org.equicert.reference;

/**
 * T.Eq8, T.Eq9, T.Cor4: a linear symmetry of the parameters, at a point that it fixes.
 *
 * <p>Let M be q times φ, and Mθ = q·θ. T.Thm2 says that ∇L ∘ M = q·∇L (T.Eq8) and ∇²L ∘₁ M ∘₂ M = c·∇²L with c = q²
 * (T.Eq9). Hence the gradient is orthogonal to every eigenvector of M whose eigenvalue is not q, and the Hessian is
 * block-diagonal over the eigenspaces. A mirror M = q·(1 − 2OOᵀ) has the eigenvalue −q on the image of O and q on what
 * Oᵀ maps to 0.
 *
 * <p>g = ∇L, H = ∇²L; V and W are families of a and b vectors, of shapes (a, p) and (b, p).
 */
public final class FixedPoint {

    private FixedPoint() {}

    /** T.Eq9 from T.Thm2.2, ∇²L ∘₁ M ∘₂ M + ∇L ∘ ∂₁²φ = c·∇²L, for linear φ: ∂₁²φ = 0. */
    /*@ public normal_behavior
      @   requires 0 < p && pp == p * p;
      @   requires Relation.composition(w, g, D, 1, p, pp, 1) && Relation.zero(D);
      @   requires Relation.multiple(cH, c, H) && Relation.sum(cH, HMM, w);
      @   ensures Relation.multiple(HMM, c, H);
      @   assignable \strictly_nothing;
      @*/
    public static void linear(long[] g, long[] H, long[] HMM, long[] D, long[] w, long[] cH, long c, int p, int pp) {
        Linear.zeroRight(w, g, D, 1, p, pp, 1);
        Linear.rest(cH, HMM, w, c, H);
    }

    /** T.Eq8: MV = α·V and α ≠ q imply ∇L ∘ V = 0. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < a && alpha != q;
      @   requires Relation.composition(gM, g, M, 1, p, p, 1) && Relation.multiple(gM, q, g);
      @   requires Relation.composition(MV, M, V, 1, p, a, p) && Relation.multiple(MV, alpha, V);
      @   requires Relation.composition(gV, g, V, 1, p, a, 1) && Relation.composition(gMV, gM, V, 1, p, a, 1);
      @   ensures Relation.zero(gV);
      @   assignable \strictly_nothing;
      @*/
    public static void gradient(long[] g, long[] M, long[] gM, long[] V, long[] MV, long[] gV, long[] gMV,
            long q, long alpha, int p, int a) {
        Law.multipleLeft(gMV, gV, q, gM, g, V, 1, p, a, 1);
        Law.associate(gMV, gM, MV, g, M, V, 1, p, 1, 1, p, 1, a);
        Law.multipleRight(gMV, gV, alpha, g, MV, V, 1, p, a, 1);
        Linear.distinct(gMV, q, alpha, gV);
    }

    /** T.Eq9: MV = α·V, MW = β·W and αβ ≠ c imply ∇²L[V, W] = 0. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < a && 0 < b && ab == alpha * beta && ab != c;
      @   requires Relation.composition(HM, H, M, 1, p, p, p) && Relation.composition(HMM, HM, M, p, p, p, 1);
      @   requires Relation.multiple(HMM, c, H);
      @   requires Relation.composition(MV, M, V, 1, p, a, p) && Relation.multiple(MV, alpha, V);
      @   requires Relation.composition(MW, M, W, 1, p, b, p) && Relation.multiple(MW, beta, W);
      @   requires Relation.composition(HV, H, V, 1, p, a, p) && Relation.composition(HVW, HV, W, a, p, b, 1);
      @   requires Relation.composition(HMV, HM, V, 1, p, a, p) && Relation.composition(HMMV, HMM, V, 1, p, a, p);
      @   requires Relation.composition(x, HMMV, W, a, p, b, 1) && Relation.composition(y, HV, MW, a, p, b, 1);
      @   ensures Relation.zero(HVW);
      @   assignable \strictly_nothing;
      @*/
    public static void hessian(long[] H, long[] M, long[] HM, long[] HMM, long[] V, long[] W, long[] MV, long[] MW,
            long[] HV, long[] HVW, long[] HMV, long[] HMMV, long[] x, long[] y,
            long c, long alpha, long beta, long ab, int p, int a, int b) {
        Law.multipleLeft(HMMV, HV, c, HMM, H, V, 1, p, a, p);
        Law.multipleLeft(x, HVW, c, HMMV, HV, W, a, p, b, 1);
        Law.commuteBack(HMMV, HMV, HMM, HM, V, M, 1, p, 1, p, 1, a, p);
        Law.associate(x, HMMV, MW, HMV, M, W, a, p, 1, 1, p, 1, b);
        Law.associate(HMV, HM, MV, H, M, V, 1, p, p, 1, p, 1, a);
        Law.multipleRight(HMV, HV, alpha, H, MV, V, 1, p, a, p);
        Law.multipleLeft(x, y, alpha, HMV, HV, MW, a, p, b, 1);
        Law.multipleRight(y, HVW, beta, HV, MW, W, a, p, b, 1);
        Linear.twice(x, alpha, y, beta, HVW, ab);
        Linear.distinct(x, c, ab, HVW);
    }

    /** T.Cor4: q·1 = M + 2·OOᵀ and OᵀO = q·1 imply MO = −q·O. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < r && minus == -q;
      @   requires Relation.composition(OO, O, Ot, 1, r, p, p) && Relation.multiple(D, 2, OO);
      @   requires Relation.unit(I, q, p) && Relation.sum(I, M, D);
      @   requires Relation.composition(E, Ot, O, 1, p, r, r) && Relation.unit(E, q, r);
      @   requires Relation.composition(MO, M, O, 1, p, r, p);
      @   requires Relation.multiple(qO, q, O) && Relation.multiple(DO, 2, qO);
      @   ensures Relation.multiple(MO, minus, O);
      @   assignable \strictly_nothing;
      @*/
    public static void mirror(long[] O, long[] Ot, long[] OO, long[] D, long[] I, long[] M, long[] E, long[] MO,
            long[] qO, long[] DO, long q, long minus, int p, int r) {
        Law.shapes(MO, M, O, 1, p, r, p);
        Law.unitLeft(qO, I, q, O, p, r);
        Law.unitRight(qO, O, E, q, 1, r, p);
        Law.dissociate(qO, OO, E, O, Ot, O, 1, r, p, 1, p, 1, r);
        Law.scaleLeft(DO, qO, 2, D, OO, O, 1, p, r, p);
        Law.linearLeft(qO, MO, DO, I, M, D, O, 1, p, r, p);
        Linear.once(qO);
        Linear.difference(qO, MO, DO, 1, 2, -1, qO);
        Linear.twice(MO, -1, qO, q, O, minus);
    }

    /** T.Cor4: q·1 = M + 2·OOᵀ and OᵀW = 0 imply MW = q·W; with θ for W, the mirror fixes θ. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < r && 0 < b;
      @   requires Relation.composition(OO, O, Ot, 1, r, p, p) && Relation.multiple(D, 2, OO);
      @   requires Relation.unit(I, q, p) && Relation.sum(I, M, D);
      @   requires Relation.composition(OtW, Ot, W, 1, p, b, r) && Relation.zero(OtW);
      @   requires Relation.composition(MW, M, W, 1, p, b, p) && Relation.composition(OOW, OO, W, 1, p, b, p);
      @   requires Relation.composition(DW, D, W, 1, p, b, p) && Relation.multiple(qW, q, W);
      @   ensures Relation.multiple(MW, q, W);
      @   assignable \strictly_nothing;
      @*/
    public static void complement(long[] O, long[] Ot, long[] OO, long[] D, long[] I, long[] M, long[] W, long[] OtW,
            long[] MW, long[] OOW, long[] DW, long[] qW, long q, int p, int r, int b) {
        Law.associate(OOW, OO, OtW, O, Ot, W, 1, r, p, 1, p, 1, b);
        Linear.zeroRight(OOW, O, OtW, 1, r, b, p);
        Law.multipleLeft(DW, OOW, 2, D, OO, W, 1, p, b, p);
        Linear.nothing(DW, 2, OOW);
        Law.shapes(MW, M, W, 1, p, b, p);
        Law.unitLeft(qW, I, q, W, p, b);
        Law.linearLeft(qW, MW, DW, I, M, D, W, 1, p, b, p);
        Linear.rest(qW, MW, DW, q, W);
    }

    /** Whether ∇²L[V, W] = 0, decided on exact integers. */
    /*@ public behavior
      @   requires Exact.longs(H) && Exact.longs(V) && Exact.longs(W) && Exact.longs(HV) && Exact.longs(HVW);
      @   ensures \result <==> Relation.composition(HV, H, V, 1, p, a, p)
      @     && Relation.composition(HVW, HV, W, a, p, b, 1) && Relation.zero(HVW);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] H, long[] V, long[] W, long[] HV, long[] HVW, int p, int a, int b) {
        return Decision.composition(HV, H, V, 1, p, a, p) && Decision.composition(HVW, HV, W, a, p, b, 1)
                && Decision.zero(HVW);
    }
}
