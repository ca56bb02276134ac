package org.equicert.reference;

/**
 * What sums and multiples of whole tensors imply, entry by entry: tensors of one shape form a module.
 *
 * <p>The methods do nothing when they run.
 */
public final class Combination {

    private Combination() {}

    /** A = A. */
    /*@ public normal_behavior
      @   ensures Relation.equal(a, a);
      @   assignable \strictly_nothing;
      @*/
    public static void same(long[] a) {}

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
            long[] w, long[] t, long[] fx, long[] y, long[] sq, long[] b, long[] fc, long[] fd, long[] e) {}

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
}
