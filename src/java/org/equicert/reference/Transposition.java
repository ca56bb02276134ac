package org.equicert.reference;

/**
 * Exchanging two slots of A exchanges them in A ∘ B (T.Lem1.2), component by component: A (P, s, t, Q), B (U, s).
 *
 * <p>Both sides of component (p, y, u, z) are Σ_x A[p, x, y, z] · B[u, x]; the entries of A lie at different strides.
 */
public final class Transposition {

    private Transposition() {}

    /** The sizes of a tensor and its transpose. */
    /*@ public normal_behavior
      @   requires Relation.transpose(b, a, P, s, t, Q);
      @   ensures a.length == P * s * t * Q && b.length == P * s * t * Q;
      @   assignable \strictly_nothing;
      @*/
    public static void sizes(long[] b, long[] a, int P, int s, int t, int Q) {}

    /** Where entry o of A goes. */
    /*@ public normal_behavior
      @   requires Relation.transpose(b, a, P, s, t, Q) && 0 <= o && o < a.length;
      @   ensures b[((o / Q / t / s * t + o / Q % t) * s + o / Q / t % s) * Q + o % Q] == a[o];
      @   assignable \strictly_nothing;
      @*/
    public static void of(long[] b, long[] a, int o, int P, int s, int t, int Q) {}

    /** Entry (p, x, y, z) of A goes to (p, y, x, z). */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= x && x < s && 0 <= y && y < t && 0 <= z && z < Q;
      @   requires Relation.transpose(b, a, P, s, t, Q);
      @   ensures b[((p * t + y) * s + x) * Q + z] == a[((p * s + x) * t + y) * Q + z];
      @   assignable \strictly_nothing;
      @*/
    public static void at(long[] b, long[] a, int p, int x, int y, int z, int P, int s, int t, int Q) {
        sizes(b, a, P, s, t, Q);
        Dimensions.of(a.length, P, s, t, Q, 1);
        Dimensions.flatten(P, s, t, Q, 1);
        int px = Index.pair(p, P, x, s);
        int pxy = Index.pair(px, P * s, y, t);
        int o = Index.pair(pxy, P * s * t, z, Q);
        Index.recover(o, pxy, z, Q);
        Index.recover(pxy, px, y, t);
        Index.recover(px, p, x, s);
        of(b, a, o, P, s, t, Q);
    }

    /** One and the same entry in both. */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= x && x < s && 0 <= y && y < t && 0 <= z && z < Q;
      @   requires Relation.transpose(b, a, P, s, t, Q) && Dimensions.isProduct(dy, 1, t, Q);
      @   requires Dimensions.isOffset(x0, 0, p, P, y, t, 0, s, z, Q) && Dimensions.isOffset(y0, 0, p, P, 0, s, y, t, z, Q);
      @   ensures b[x0 + x * Q] == a[y0 + x * dy];
      @   assignable \strictly_nothing;
      @*/
    public static void term(long[] b, int x0, long[] a, int y0, int dy, int p, int x, int y, int z,
            int P, int s, int t, int Q) {
        Dimensions.place(x0, 0, p, P, y, t, 0, s, z, Q);
        Dimensions.place(y0, 0, p, P, 0, s, y, t, z, Q);
        Dimensions.times(dy, 1, t, Q);
        at(b, a, p, x, y, z, P, s, t, Q);
    }

    /** Σ_x A[p, x, y, z] b_x, read in A and in its transpose. */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 < s && 0 <= y && y < t && 0 <= z && z < Q;
      @   requires Relation.transpose(b, a, P, s, t, Q) && Dimensions.isProduct(dy, 1, t, Q);
      @   requires Dimensions.isOffset(x0, 0, p, P, y, t, 0, s, z, Q) && Dimensions.isOffset(y0, 0, p, P, 0, s, y, t, z, Q);
      @   ensures Vector.sum(b, x0, Q, c, c0, s) == Vector.sum(a, y0, dy, c, c0, s);
      @   assignable \strictly_nothing;
      @*/
    public static void sum(long[] b, int x0, long[] a, int y0, int dy, long[] c, int c0, int p, int y, int z,
            int P, int s, int t, int Q) {
        Vector.none(b, x0, Q, c, c0);
        Vector.none(a, y0, dy, c, c0);
        /*@ loop_invariant 0 <= x && x <= s && Vector.sum(b, x0, Q, c, c0, x) == Vector.sum(a, y0, dy, c, c0, x);
          @ assignable \strictly_nothing;
          @ decreases s - x;
          @*/
        for (int x = 0; x < s; x++) {
            term(b, x0, a, y0, dy, p, x, y, z, P, s, t, Q);
            Vector.term(b, x0, Q, c, c0, x);
            Vector.term(a, y0, dy, c, c0, x);
        }
    }

    /** The entry of A ∘ B at (p, u, y, z). */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= y && y < t && 0 <= u && u < U && 0 <= z && z < Q;
      @   requires Relation.composition(ab, a, b, P, s, U, t * Q) && Dimensions.fit(1, P, s, t, Q);
      @   ensures ab[((p * U + u) * t + y) * Q + z]
      @     == Vector.sum(a, p * s * (t * Q) + y * Q + z, t * Q, b, u * s, s);
      @   assignable \strictly_nothing;
      @*/
    public static void value(long[] ab, long[] a, long[] b, int p, int u, int y, int z,
            int P, int s, int t, int Q, int U) {
        int tq = Dimensions.lastTwo(1, P, s, t, Q);
        Dimensions.times(tq, 1, t, Q);
        Entry.at(ab, a, b, p, u, Index.pair(y, t, z, Q), P, s, U, tq);
    }

    /** Σ_x A[p, x, y, z] b_x at its strides in A and in the transpose. */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= y && y < t && 0 <= u && u < U && 0 <= z && z < Q && 0 < s;
      @   requires Relation.transpose(at, a, P, s, t, Q) && b.length == U * s;
      @   requires Dimensions.fit(1, P, s, t, Q) && Dimensions.fit(1, P, t, s, Q);
      @   ensures Vector.sum(at, (p * t + y) * s * Q + z, Q, b, u * s, s)
      @     == Vector.sum(a, p * s * (t * Q) + y * Q + z, t * Q, b, u * s, s);
      @   assignable \strictly_nothing;
      @*/
    public static void strides(long[] at, long[] a, long[] b, int p, int u, int y, int z,
            int P, int s, int t, int Q, int U) {
        int tq = Dimensions.lastTwo(1, P, s, t, Q);
        int x0 = Dimensions.offset(0, 1, p, P, y, t, 0, s, z, Q);
        int y0 = Dimensions.offset(0, 1, p, P, 0, s, y, t, z, Q);
        sum(at, x0, a, y0, tq, b, Index.pair(u, U, 0, s), p, y, z, P, s, t, Q);
        Dimensions.times(tq, 1, t, Q);
        Dimensions.place(x0, 0, p, P, y, t, 0, s, z, Q);
        Dimensions.place(y0, 0, p, P, 0, s, y, t, z, Q);
    }

    /** Both sides at the offset o of (p, y, u, z). */
    /*@ public normal_behavior
      @   requires 0 <= p && p < P && 0 <= y && y < t && 0 <= u && u < U && 0 <= z && z < Q && 0 < s;
      @   requires Relation.transpose(at, a, P, s, t, Q) && Relation.composition(ab, a, b, P, s, U, t * Q);
      @   requires Relation.transpose(abt, ab, P, U, t, Q) && Dimensions.fit(1, P, s, t, Q) && Dimensions.fit(1, P, t, s, Q);
      @   requires o == ((p * t + y) * U + u) * Q + z && b.length == U * s;
      @   requires o / Q / U == p * t + y && o / Q % U == u && o % Q == z;
      @   ensures abt[o] == Composition.component(at, b, o, s, U, Q);
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] abt, long[] ab, long[] at, long[] a, long[] b, int o, int p, int y, int u, int z,
            int P, int s, int t, int Q, int U) {
        Composition.definition(at, b, o, s, U, Q);
        strides(at, a, b, p, u, y, z, P, s, t, Q, U);
        at(abt, ab, p, u, y, z, P, U, t, Q);
        value(ab, a, b, p, u, y, z, P, s, t, Q, U);
    }

    /** Both sides at o. */
    /*@ public normal_behavior
      @   requires 0 < P && 0 < s && 0 < t && 0 < Q && 0 < U && 0 <= o && o < abt.length && b.length == U * s;
      @   requires Relation.transpose(at, a, P, s, t, Q) && Relation.composition(ab, a, b, P, s, U, t * Q);
      @   requires Relation.transpose(abt, ab, P, U, t, Q);
      @   ensures abt[o] == Composition.component(at, b, o, s, U, Q);
      @   assignable \strictly_nothing;
      @*/
    public static void component(long[] abt, long[] ab, long[] at, long[] a, long[] b, int o,
            int P, int s, int t, int Q, int U) {
        sizes(at, a, P, s, t, Q);
        sizes(abt, ab, P, U, t, Q);
        Dimensions.of(a.length, 1, P, s, t, Q);
        Dimensions.of(at.length, 1, P, t, s, Q);
        Dimensions.of(abt.length, P, t, U, Q, 1);
        int ptu = Dimensions.firstThree(P, t, U, Q, 1);
        Dimensions.times(ptu, P, t, U);
        int q = Index.left(o, ptu, Q);
        int pt = Dimensions.firstTwo(P, t, U, Q, 1);
        Dimensions.times(pt, 1, P, t);
        int r = Index.left(q, pt, U);
        int p = Index.left(r, P, t);
        Index.split(o, Q);
        Index.split(q, U);
        Index.split(r, t);
        entry(abt, ab, at, a, b, o, p, Index.right(r, t), Index.right(q, U), Index.right(o, Q), P, s, t, Q, U);
    }

    /** What A ∘ B says of B. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, P, s, U, t * Q);
      @   ensures b.length == U * s;
      @   assignable \strictly_nothing;
      @*/
    public static void operand(long[] ab, long[] a, long[] b, int P, int s, int t, int Q, int U) {}
}
