package org.equicert.reference;

/**
 * What sums and multiples of whole tensors imply, entry by entry (T §2): tensors of one shape form a module.
 *
 * <p>The methods do nothing when they run.
 */
public final class Combination {

    private Combination() {}

    /** q·(A + B) = q·A + q·B. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b);
      @   requires Relation.multiple(qc, q, c) && Relation.multiple(qa, q, a) && Relation.multiple(qb, q, b);
      @   ensures Relation.sum(qc, qa, qb);
      @   assignable \strictly_nothing;
      @*/
    public static void scale(long[] c, long[] a, long[] b, long[] qc, long[] qa, long[] qb, long q) {}

    /** Of C = A + B, B may be replaced by what equals it. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b) && Relation.equal(b2, b);
      @   ensures Relation.sum(c, a, b2);
      @   assignable \strictly_nothing;
      @*/
    public static void substitute(long[] c, long[] a, long[] b, long[] b2) {}

    /** T + FX = Y + SQ and T + FC = B, where FC = FD + FX and B = E + Y, leave E = SQ + FD. */
    /*@ public normal_behavior
      @   requires Relation.sum(w, t, fx) && Relation.sum(w, y, sq);
      @   requires Relation.sum(b, t, fc) && Relation.sum(fc, fd, fx) && Relation.sum(b, e, y);
      @   ensures Relation.sum(e, sq, fd);
      @   assignable \strictly_nothing;
      @*/
    public static void balance(
            long[] e, long[] w, long[] t, long[] fx, long[] y, long[] sq, long[] b, long[] fc, long[] fd) {}

    /** H = V + R and S = R + G, with T = V + S, are T = H + G. */
    /*@ public normal_behavior
      @   requires Relation.sum(h, v, r) && Relation.sum(s, r, g) && Relation.sum(t, v, s);
      @   ensures Relation.sum(t, h, g);
      @   assignable \strictly_nothing;
      @*/
    public static void exchange(long[] h, long[] v, long[] r, long[] s, long[] g, long[] t) {}

    /** H = V + R and R = R2 + G, with H2 = V + R2, are H = H2 + G. */
    /*@ public normal_behavior
      @   requires Relation.sum(h, v, r) && Relation.sum(r, r2, g) && Relation.sum(h2, v, r2);
      @   ensures Relation.sum(h, h2, g);
      @   assignable \strictly_nothing;
      @*/
    public static void regroup(long[] h, long[] v, long[] r, long[] r2, long[] g, long[] h2) {}

    /** Of C = A + B, C may be replaced by what equals it. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b) && Relation.equal(c2, c);
      @   ensures Relation.sum(c2, a, b);
      @   assignable \strictly_nothing;
      @*/
    public static void renamed(long[] c, long[] a, long[] b, long[] c2) {}

    /** A = B and B = C give A = C. */
    /*@ public normal_behavior
      @   requires Relation.equal(a, b) && Relation.equal(b, c);
      @   ensures Relation.equal(a, c);
      @   assignable \strictly_nothing;
      @*/
    public static void trace(long[] a, long[] b, long[] c) {}

    /** In C = A + B, both terms may be replaced by what equals them. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b) && Relation.equal(a, a2) && Relation.equal(b, b2);
      @   ensures Relation.sum(c, a2, b2);
      @   assignable \strictly_nothing;
      @*/
    public static void terms(long[] c, long[] a, long[] b, long[] a2, long[] b2) {}

    /** A + 0 = A. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b) && Relation.zero(b);
      @   ensures Relation.equal(c, a);
      @   assignable \strictly_nothing;
      @*/
    public static void alone(long[] c, long[] a, long[] b) {}

    /** 0 + 0 = 0. */
    /*@ public normal_behavior
      @   requires Relation.sum(c, a, b) && Relation.zero(a) && Relation.zero(b);
      @   ensures Relation.zero(c);
      @   assignable \strictly_nothing;
      @*/
    public static void zeroSum(long[] c, long[] a, long[] b) {}

    /** A ∘ 1 = A. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, i, S, n, n, T) && Relation.unit(i, 1, n) && 0 < S && 0 < n && 0 < T;
      @   ensures Relation.equal(c, a);
      @   assignable \strictly_nothing;
      @*/
    public static void unit(long[] c, long[] a, long[] i, int S, int n, int T) {
        Law.shapes(c, a, i, S, n, n, T);
        Linear.once(a);
        Law.unitRight(a, a, i, 1, S, n, T);
        Law.reflexive(a);
        Law.reflexive(i);
        Law.congruent(c, a, a, a, i, i, S, n, n, T);
    }
}
