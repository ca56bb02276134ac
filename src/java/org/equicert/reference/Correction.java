package org.equicert.reference;

/**
 * What T.Thm1.2a and T.Thm1.2b have in common: solving the contracted equation (15) for ∇²f, and carrying it to the
 * loss.
 *
 * <p>(15), contracted, is T + F ∘ X = Y + S ∘ Q with ∇²f in Q; (16) or (17) is T + F ∘ C = B, with the same T. Their
 * difference is S ∘ Q = E − F ∘ D with D = C − X and E = B − Y, and S⁻ ∘ F ∘ D = G ∘ P⁻ ∘ D is {@link Theorem1#first}
 * for D in place of P₂. The slots along which one contracts are taken for one, of dimension U. A difference C − X = D
 * is the sum C = D + X.
 */
public final class Correction {

    private Correction() {}

    /** q·Q = S⁻ ∘ E − G ∘ P⁻ ∘ D, from T + F ∘ X = Y + S ∘ Q and T + F ∘ C = B, where D = C − X and E = B − Y. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < U && q != 0;
      @   requires Relation.composition(FP, F, P, 1, p, p, m) && Relation.composition(FP, S, G, 1, m, p, m);
      @   requires Relation.composition(d, P, Pi, 1, p, p, p) && Relation.unit(d, q, p);
      @   requires Relation.composition(e, Si, S, 1, m, m, m) && Relation.unit(e, q, m);
      @   requires Relation.composition(FX, F, X, 1, p, U, m) && Relation.sum(w, T, FX);
      @   requires Relation.composition(SQ, S, Q, 1, m, U, m) && Relation.sum(w, Y, SQ);
      @   requires Relation.composition(FC, F, C, 1, p, U, m) && Relation.sum(B, T, FC);
      @   requires Relation.sum(C, D, X) && Relation.sum(B, E, Y);
      @   requires Relation.composition(FD, F, D, 1, p, U, m) && Relation.composition(SiFD, Si, FD, 1, m, U, m);
      @   requires Relation.composition(PiD, Pi, D, 1, p, U, p) && Relation.composition(GPiD, G, PiD, 1, p, U, m);
      @   requires Relation.composition(SiE, Si, E, 1, m, U, m);
      @   requires Relation.multiple(qG, q, G) && Relation.multiple(qD, q, D) && Relation.multiple(qFD, q, FD);
      @   requires Relation.multiple(qSiFD, q, SiFD) && Relation.multiple(qQ, q, Q);
      @   ensures Relation.sum(SiE, qQ, GPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void model(
            long[] F, long[] P, long[] S, long[] G, long[] Pi, long[] Si, long[] d, long[] e, long[] FP, long[] FX,
            long[] X, long[] w, long[] T, long[] SQ, long[] Q, long[] Y, long[] FC, long[] C, long[] B, long[] D,
            long[] E, long[] FD, long[] SiFD, long[] PiD, long[] GPiD, long[] SiE, long[] qG, long[] qD, long[] qFD,
            long[] qSiFD, long[] qQ, long q, int p, int m, int U) {
        Theorem1.first(F, P, D, S, FD, G, Pi, Si, d, e, PiD, SiFD, FP, qG, qD, qFD, qSiFD, GPiD, q, p, m, U);
        Law.linearRight(FC, FD, FX, F, C, D, X, 1, p, U, m);
        Combination.balance(E, w, T, FX, Y, SQ, B, FC, FD);
        Position.undo(Si, S, e, SQ, Q, qQ, q, m, U);
        Law.linearRight(SiE, qQ, SiFD, Si, E, SQ, FD, 1, m, U, m);
        Combination.substitute(SiE, qQ, SiFD, GPiD);
    }

    /** q·H = q·V + ∇ℓ ∘ S⁻ ∘ E − ∇L ∘ P⁻ ∘ D, from H = V + ∇ℓ ∘ Q and q·Q = S⁻ ∘ E − G ∘ P⁻ ∘ D. */
    /*@ public normal_behavior
      @   requires 0 < p && 0 < m && 0 < U;
      @   requires Relation.composition(SiE, Si, E, 1, m, U, m) && Relation.composition(PiD, Pi, D, 1, p, U, p);
      @   requires Relation.composition(GPiD, G, PiD, 1, p, U, m) && Relation.multiple(qQ, q, Q);
      @   requires Relation.sum(SiE, qQ, GPiD);
      @   requires Relation.composition(lQ, l, Q, 1, m, U, 1) && Relation.sum(H, V, lQ);
      @   requires Relation.multiple(qH, q, H) && Relation.multiple(qV, q, V) && Relation.multiple(qlQ, q, lQ);
      @   requires Relation.composition(lSi, l, Si, 1, m, m, 1) && Relation.composition(lSiE, lSi, E, 1, m, U, 1);
      @   requires Relation.composition(dL, l, G, 1, m, p, 1) && Relation.composition(dLPi, dL, Pi, 1, p, p, 1);
      @   requires Relation.composition(dLPiD, dLPi, D, 1, p, U, 1);
      @   requires Relation.sum(total, qV, lSiE);
      @   ensures Relation.sum(total, qH, dLPiD);
      @   assignable \strictly_nothing;
      @*/
    public static void loss(
            long[] G, long[] Pi, long[] Si, long[] l, long[] H, long[] SiE, long[] E, long[] PiD, long[] D,
            long[] GPiD, long[] qQ, long[] Q, long[] lQ, long[] V, long[] qH, long[] qV, long[] qlQ, long[] lSi,
            long[] lSiE, long[] dL, long[] dLPi, long[] dLPiD, long[] total, long q, int p, int m, int U) {
        Law.associate(lSiE, lSi, SiE, l, Si, E, 1, m, 1, 1, m, 1, U);
        Law.associate(dLPiD, dLPi, PiD, dL, Pi, D, 1, p, 1, 1, p, 1, U);
        Law.associate(dLPiD, dL, GPiD, l, G, PiD, 1, m, 1, 1, p, 1, U);
        Law.scaleRight(qlQ, lQ, q, l, qQ, Q, 1, m, U, 1);
        Law.linearRight(lSiE, qlQ, dLPiD, l, SiE, qQ, GPiD, 1, m, U, 1);
        Combination.scale(H, V, lQ, qH, qV, qlQ, q);
        Combination.exchange(qH, qV, qlQ, lSiE, dLPiD, total);
    }

    /** Whether q·∇²L-term + ∇L ∘ P⁻ ∘ D = q·∇²ℓ-term + ∇ℓ ∘ S⁻ ∘ E, for terms that are given. */
    /*@ public behavior
      @   requires Exact.longs(qH) && Exact.longs(dLPiD) && Exact.longs(dLPi) && Exact.longs(D);
      @   requires Exact.longs(qW) && Exact.longs(lSiE) && Exact.longs(lSi) && Exact.longs(E) && Exact.longs(total);
      @   ensures \result <==> Relation.composition(dLPiD, dLPi, D, 1, p, n, 1)
      @     && Relation.composition(lSiE, lSi, E, 1, m, n, 1)
      @     && Relation.sum(total, qW, lSiE) && Relation.sum(total, qH, dLPiD);
      @   signals_only ArithmeticException;
      @   assignable \nothing;
      @*/
    public static boolean holds(long[] qH, long[] dLPiD, long[] dLPi, long[] D, long[] qW, long[] lSiE, long[] lSi,
            long[] E, long[] total, int p, int m, int n) {
        return Decision.composition(dLPiD, dLPi, D, 1, p, n, 1)
                && Decision.composition(lSiE, lSi, E, 1, m, n, 1)
                && Decision.sum(total, qW, lSiE)
                && Decision.sum(total, qH, dLPiD);
    }
}
