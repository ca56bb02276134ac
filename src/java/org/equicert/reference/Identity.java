package org.equicert.reference;

/**
 * T.S2.units: the identity is a unit of composition, component by component.
 *
 * <p>A sum in which a row of q·1 is one factor has a single term that is not 0: Σ_j a_j (q·1)_uj = q·a_u.
 */
public final class Identity {

    private Identity() {}

    /** What q·1 says of sizes. */
    /*@ public normal_behavior
      @   requires Relation.unit(i, q, n);
      @   ensures 0 < n && i.length == n * n;
      @   assignable \strictly_nothing;
      @*/
    public static void size(long[] i, long q, int n) {}

    /** Entry o of q·1. */
    /*@ public normal_behavior
      @   requires Relation.unit(i, q, n) && 0 <= o && o < i.length;
      @   ensures i[o] == (o / n == o % n ? q : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void of(long[] i, long q, int n, int o) {}

    /** Entry (j, l) of q·1. */
    /*@ public normal_behavior
      @   requires Relation.unit(i, q, n) && 0 <= j && j < n && 0 <= l && l < n;
      @   ensures i[j * n + l] == (j == l ? q : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] i, long q, int n, int j, int l) {
        size(i, q, n);
        int o = Index.pair(j, n, l, n);
        Index.recover(o, j, l, n);
        of(i, q, n, o);
    }

    /** Σ_j a_j (q·1)_uj = q·a_u. */
    /*@ public normal_behavior
      @   requires Relation.unit(i, q, n) && 0 <= u && u < n && i0 == u * n;
      @   ensures Vector.sum(a, a0, d, i, i0, n) == q * a[a0 + u * d];
      @   assignable \strictly_nothing;
      @*/
    public static void row(long[] a, int a0, int d, long[] i, long q, int u, int i0, int n) {
        Vector.none(a, a0, d, i, i0);
        /*@ loop_invariant 0 <= j && j <= n;
          @ loop_invariant Vector.sum(a, a0, d, i, i0, j) == (u < j ? q * a[a0 + u * d] : 0);
          @ assignable \strictly_nothing;
          @ decreases n - j;
          @*/
        for (int j = 0; j < n; j++) {
            Vector.term(a, a0, d, i, i0, j);
            entry(i, q, n, u, j);
        }
    }

    /** Σ_j (q·1)_jt b_j = q·b_t. */
    /*@ public normal_behavior
      @   requires Relation.unit(i, q, n) && 0 <= t && t < n;
      @   ensures Vector.sum(i, t, n, b, b0, n) == q * b[b0 + t];
      @   assignable \strictly_nothing;
      @*/
    public static void column(long[] i, long q, int t, long[] b, int b0, int n) {
        Vector.none(i, t, n, b, b0);
        /*@ loop_invariant 0 <= j && j <= n;
          @ loop_invariant Vector.sum(i, t, n, b, b0, j) == (t < j ? q * b[b0 + t] : 0);
          @ assignable \strictly_nothing;
          @ decreases n - j;
          @*/
        for (int j = 0; j < n; j++) {
            Vector.term(i, t, n, b, b0, j);
            entry(i, q, n, j, t);
        }
    }

    /** A ∘_k (q·1) at o. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && Relation.unit(i, q, n) && a.length == S * n * T && 0 <= o && o < a.length;
      @   ensures Composition.component(a, i, o, n, n, T) == q * a[o];
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] a, long[] i, long q, int o, int S, int n, int T) {
        Composition.part(S, n, T);
        Sign.product(S, n);
        size(i, q, n);
        int x = Index.left(o, S * n, T);
        int t = Index.right(o, T);
        int s = Index.left(x, S, n);
        int u = Index.right(x, n);
        Index.split(o, T);
        Index.split(x, n);
        Composition.definition(a, i, o, n, n, T);
        row(a, Index.pair(Index.pair(s, S, 0, n), S * n, t, T), T, i, q, u, Index.pair(u, n, 0, n), n);
    }

    /** (q·1) ∘ B at o. */
    /*@ public normal_behavior
      @   requires 0 < U && 0 < n && Relation.unit(i, q, n) && b.length == U * n && 0 <= o && o < b.length;
      @   ensures Composition.component(i, b, o, n, U, n) == q * b[o];
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] i, long q, long[] b, int o, int n, int U) {
        int u = Index.left(o, U, n);
        int t = Index.right(o, n);
        Index.split(o, n);
        Index.recover(u, 0, u, U);
        Composition.definition(i, b, o, n, U, n);
        column(i, q, t, b, Index.pair(u, U, 0, n), n);
    }

    /** Entry j of e_x. */
    /*@ public normal_behavior
      @   requires Relation.basis(e, x) && 0 <= j && j < e.length;
      @   ensures 0 <= x && x < e.length && e[j] == (j == x ? 1 : 0);
      @   assignable \strictly_nothing;
      @*/
    public static void ofBasis(long[] e, int x, int j) {}

    /** Σ_j a_j (e_x)_j = a_x. */
    /*@ public normal_behavior
      @   requires Relation.basis(e, x) && n == e.length && 0 < n;
      @   ensures Vector.sum(a, a0, d, e, 0, n) == a[a0 + x * d];
      @   assignable \strictly_nothing;
      @*/
    public static void pick(long[] a, int a0, int d, long[] e, int x, int n) {
        ofBasis(e, x, 0);
        Vector.none(a, a0, d, e, 0);
        /*@ loop_invariant 0 <= j && j <= n && Vector.sum(a, a0, d, e, 0, j) == (x < j ? a[a0 + x * d] : 0);
          @ assignable \strictly_nothing;
          @ decreases n - j;
          @*/
        for (int j = 0; j < n; j++) {
            Vector.term(a, a0, d, e, 0, j);
            ofBasis(e, x, j);
        }
    }

    /** A(e_x) at o is entry (x, o) of A. */
    /*@ public normal_behavior
      @   requires Relation.basis(e, x) && n == e.length && 0 < n && 0 <= o && o < R;
      @   ensures Composition.component(a, e, o, n, 1, R) == a[o + x * R];
      @   assignable \strictly_nothing;
      @*/
    public static void slice(long[] a, long[] e, int x, int o, int n, int R) {
        Index.recover(o, 0, o, R);
        Index.recover(0, 0, 0, 1);
        Composition.definition(a, e, o, n, 1, R);
        pick(a, o, R, e, x, n);
    }
}
