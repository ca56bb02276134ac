package org.equicert.reference;

/**
 * T.S2.commute: compositions into different slots commute, component by component: A (S, n, R, m, T), B (U, n), C (V, m).
 *
 * <p>Component (s, u, r, v, t) is Σ_j (Σ_i b_i a_ij) c_j on the one side and Σ_i b_i (Σ_j a_ij c_j) on the other, with
 * a_ij = A[s, i, r, j, t], b_i = B[u, i] and c_j = C[v, j]: {@link Exchange#between}. The rest is where these entries lie.
 */
public final class Commutation {

    private Commutation() {}

    /** Σ_i b_i a_ij is an entry of A ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, di) && Dimensions.isProduct(di, R, m, T);
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= r && r < R && 0 <= j && j < m && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, r, R, 0, m, t, T) && Dimensions.isOffset(a0, s, 0, n, r, R, 0, m, t, T);
      @   requires Dimensions.isOffset(b0, 0, 0, 1, 0, 1, u, U, 0, n);
      @   ensures ab[p0 + j * T] == (\sum int i; 0 <= i && i < n; b[b0 + i] * a[a0 + i * di + j * T]);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] ab, long[] a, long[] b, int s, int u, int r, int j, int t, int p0, int a0, int di,
            int b0, int S, int n, int R, int m, int T, int U) {
        Dimensions.times(di, R, m, T);
        Dimensions.place(p0, s, u, U, r, R, 0, m, t, T);
        Dimensions.place(a0, s, 0, n, r, R, 0, m, t, T);
        Dimensions.place(b0, 0, 0, 1, 0, 1, u, U, 0, n);
        Entry.terms(ab, a, b, s, u, Index.triple(r, R, j, m, t, T), S, n, U, di);
    }

    /** Σ_j a_ij c_j is an entry of A ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(ac, a, c, M, m, V, T) && Dimensions.isProduct(M, S, n, R);
      @   requires Dimensions.isProduct(di, R, m, T) && Dimensions.isProduct(dq, R, V, T);
      @   requires 0 <= s && s < S && 0 <= r && r < R && 0 <= i && i < n && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(q0, s, 0, n, r, R, v, V, t, T) && Dimensions.isOffset(a0, s, 0, n, r, R, 0, m, t, T);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, v, V, 0, m);
      @   ensures ac[q0 + i * dq] == (\sum int j; 0 <= j && j < m; a[a0 + i * di + j * T] * c[c0 + j]);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] ac, long[] a, long[] c, int s, int r, int i, int v, int t, int q0, int dq, int a0,
            int di, int c0, int S, int n, int R, int m, int T, int V, int M) {
        Dimensions.times(M, S, n, R);
        Dimensions.times(di, R, m, T);
        Dimensions.times(dq, R, V, T);
        Dimensions.place(q0, s, 0, n, r, R, v, V, t, T);
        Dimensions.place(a0, s, 0, n, r, R, 0, m, t, T);
        Dimensions.place(c0, 0, 0, 1, 0, 1, v, V, 0, m);
        Entry.terms(ac, a, c, Index.triple(s, S, i, n, r, R), v, t, M, m, V, T);
    }

    /** Σ_i b_i a_ij for all j. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, di) && Dimensions.isProduct(di, R, m, T) && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= r && r < R && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, r, R, 0, m, t, T) && Dimensions.isOffset(a0, s, 0, n, r, R, 0, m, t, T);
      @   requires Dimensions.isOffset(b0, 0, 0, 1, 0, 1, u, U, 0, n);
      @   ensures Exchange.left(ab, p0, T, b, b0, 1, a, a0, di, T, n, m);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] ab, long[] a, long[] b, int s, int u, int r, int t, int p0, int a0, int di, int b0,
            int S, int n, int R, int m, int T, int U) {
        Exchange.noneLeft(ab, p0, T, b, b0, 1, a, a0, di, T, n);
        /*@ loop_invariant 0 <= j && j <= m && Exchange.left(ab, p0, T, b, b0, 1, a, a0, di, T, n, j);
          @ assignable \strictly_nothing;
          @ decreases m - j;
          @*/
        for (int j = 0; j < m; j++) {
            first(ab, a, b, s, u, r, j, t, p0, a0, di, b0, S, n, R, m, T, U);
            Exchange.moreLeft(ab, p0, T, b, b0, 1, a, a0, di, T, n, j);
        }
    }

    /** Σ_j a_ij c_j for all i. */
    /*@ public normal_behavior
      @   requires Relation.composition(ac, a, c, M, m, V, T) && Dimensions.isProduct(M, S, n, R) && 0 < n;
      @   requires Dimensions.isProduct(di, R, m, T) && Dimensions.isProduct(dq, R, V, T);
      @   requires 0 <= s && s < S && 0 <= r && r < R && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(q0, s, 0, n, r, R, v, V, t, T) && Dimensions.isOffset(a0, s, 0, n, r, R, 0, m, t, T);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, v, V, 0, m);
      @   ensures Exchange.right(ac, q0, dq, a, a0, di, T, c, c0, 1, n, m);
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] ac, long[] a, long[] c, int s, int r, int v, int t, int q0, int dq, int a0, int di,
            int c0, int S, int n, int R, int m, int T, int V, int M) {
        Exchange.noneRight(ac, q0, dq, a, a0, di, T, c, c0, 1, m);
        /*@ loop_invariant 0 <= i && i <= n && Exchange.right(ac, q0, dq, a, a0, di, T, c, c0, 1, i, m);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            second(ac, a, c, s, r, i, v, t, q0, dq, a0, di, c0, S, n, R, m, T, V, M);
            Exchange.moreRight(ac, q0, dq, a, a0, di, T, c, c0, 1, i, m);
        }
    }

    /** Both sides at (s, u, r, v, t). */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, di) && Relation.composition(ac, a, c, M, m, V, T);
      @   requires Dimensions.isProduct(M, S, n, R) && Dimensions.isProduct(di, R, m, T) && Dimensions.isProduct(dq, R, V, T);
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= r && r < R && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, r, R, 0, m, t, T) && Dimensions.isOffset(a0, s, 0, n, r, R, 0, m, t, T);
      @   requires Dimensions.isOffset(q0, s, 0, n, r, R, v, V, t, T) && Dimensions.isOffset(b0, 0, 0, 1, 0, 1, u, U, 0, n);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, v, V, 0, m) && 0 < n && 0 < m;
      @   ensures Vector.sum(ab, p0, T, c, c0, m) == Vector.sum(ac, q0, dq, b, b0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void both(long[] ab, int p0, long[] ac, int q0, int dq, long[] a, int a0, int di, long[] b, int b0,
            long[] c, int c0, int s, int u, int r, int v, int t,
            int S, int n, int R, int m, int T, int U, int V, int M) {
        left(ab, a, b, s, u, r, t, p0, a0, di, b0, S, n, R, m, T, U);
        right(ac, a, c, s, r, v, t, q0, dq, a0, di, c0, S, n, R, m, T, V, M);
        Exchange.between(ab, p0, T, ac, q0, dq, b, b0, 1, a, a0, di, T, c, c0, 1, n, m);
        Vector.definition(ab, p0, T, c, c0, m);
        Vector.definition(ac, q0, dq, b, b0, n);
    }

    /** Both sides at (s, u, r, v, t), where their terms lie. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Dimensions.fit(S, n, R, m, T) && Dimensions.fit(S, U, R, m, T) && Dimensions.fit(S, n, R, V, T);
      @   requires Dimensions.fit(1, 1, 1, U, n) && Dimensions.fit(1, 1, 1, V, m) && 0 < n && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= r && r < R && 0 <= v && v < V && 0 <= t && t < T;
      @   ensures Vector.sum(ab, ((s * U + u) * R + r) * m * T + t, T, c, v * m, m)
      @     == Vector.sum(ac, s * n * (R * V * T) + (r * V + v) * T + t, R * V * T, b, u * n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void sum(long[] ab, long[] ac, long[] a, long[] b, long[] c, int s, int u, int r, int v, int t,
            int S, int n, int R, int m, int T, int U, int V) {
        int di = Dimensions.lastThree(S, n, R, m, T);
        int dq = Dimensions.lastThree(S, n, R, V, T);
        int M = Dimensions.firstThree(S, n, R, m, T);
        int p0 = Dimensions.offset(s, S, u, U, r, R, 0, m, t, T);
        int a0 = Dimensions.offset(s, S, 0, n, r, R, 0, m, t, T);
        int q0 = Dimensions.offset(s, S, 0, n, r, R, v, V, t, T);
        int b0 = Dimensions.offset(0, 1, 0, 1, 0, 1, u, U, 0, n);
        int c0 = Dimensions.offset(0, 1, 0, 1, 0, 1, v, V, 0, m);
        Dimensions.times(M, S, n, R);
        Dimensions.times(di, R, m, T);
        both(ab, p0, ac, q0, dq, a, a0, di, b, b0, c, c0, s, u, r, v, t, S, n, R, m, T, U, V, M);
        Dimensions.times(dq, R, V, T);
        Dimensions.place(p0, s, u, U, r, R, 0, m, t, T);
        Dimensions.place(q0, s, 0, n, r, R, v, V, t, T);
        Dimensions.place(b0, 0, 0, 1, 0, 1, u, U, 0, n);
        Dimensions.place(c0, 0, 0, 1, 0, 1, v, V, 0, m);
    }

    /** Both sides at the offset o of (s, u, r, v, t). */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Dimensions.fit(S, n, R, m, T) && Dimensions.fit(S, U, R, m, T) && Dimensions.fit(S, n, R, V, T);
      @   requires Dimensions.fit(1, 1, 1, U, n) && Dimensions.fit(1, 1, 1, V, m) && Dimensions.fit(S, U, R, V, T);
      @   requires 0 < n && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= r && r < R && 0 <= v && v < V && 0 <= t && t < T;
      @   requires o == (((s * U + u) * R + r) * V + v) * T + t;
      @   ensures Composition.component(ab, c, o, m, V, T) == Composition.component(ac, b, o, n, U, R * V * T);
      @   assignable \strictly_nothing;
      @*/
    public static void at(long[] ab, long[] ac, long[] a, long[] b, long[] c, int o, int s, int u, int r, int v, int t,
            int S, int n, int R, int m, int T, int U, int V) {
        Dimensions.flatten(S, U, R, V, T);
        int su = Index.pair(s, S, u, U);
        int sur = Index.pair(su, S * U, r, R);
        int surv = Index.pair(sur, S * U * R, v, V);
        int x = Index.pair(Index.pair(r, R, v, V), R * V, t, T);
        Index.recover(o, surv, t, T);
        Index.recover(surv, sur, v, V);
        Index.recover(o, su, x, R * V * T);
        Index.recover(su, s, u, U);
        Composition.definition(ab, c, o, m, V, T);
        Composition.definition(ac, b, o, n, U, R * V * T);
        sum(ab, ac, a, b, c, s, u, r, v, t, S, n, R, m, T, U, V);
    }

    /** Both sides at o. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Dimensions.fit(S, n, R, m, T) && Dimensions.fit(S, U, R, m, T) && Dimensions.fit(S, n, R, V, T);
      @   requires Dimensions.fit(1, 1, 1, U, n) && Dimensions.fit(1, 1, 1, V, m) && Dimensions.fit(S, U, R, V, T);
      @   requires 0 < n && 0 < m;
      @   requires 0 <= o && o < S * U * R * V * T;
      @   ensures Composition.component(ab, c, o, m, V, T) == Composition.component(ac, b, o, n, U, R * V * T);
      @   assignable \strictly_nothing;
      @*/
    public static void component(long[] ab, long[] ac, long[] a, long[] b, long[] c, int o,
            int S, int n, int R, int m, int T, int U, int V) {
        Dimensions.flatten(S, U, R, V, T);
        int p = Index.left(o, S * U * R * V, T);
        int q = Index.left(p, S * U * R, V);
        int r = Index.left(q, S * U, R);
        int s = Index.left(r, S, U);
        Index.split(o, T);
        Index.split(p, V);
        Index.split(q, R);
        Index.split(r, U);
        at(ab, ac, a, b, c, o, s, Index.right(r, U), Index.right(q, R), Index.right(p, V), Index.right(o, T),
                S, n, R, m, T, U, V);
    }

    /** What the lengths of the arrays are. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   ensures a.length == S * n * R * m * T && b.length == U * n && c.length == V * m;
      @   ensures ab.length == S * U * R * m * T && ac.length == S * n * R * V * T;
      @   assignable \strictly_nothing;
      @*/
    public static void lengths(long[] ab, long[] ac, long[] a, long[] b, long[] c,
            int S, int n, int R, int m, int T, int U, int V) {}

    /** That the arrays exist shows that the dimensions fit. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < R && 0 < m && 0 < T && 0 < U && 0 < V;
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   ensures Dimensions.fit(S, n, R, m, T) && Dimensions.fit(S, U, R, m, T) && Dimensions.fit(S, n, R, V, T);
      @   ensures Dimensions.fit(1, 1, 1, U, n) && Dimensions.fit(1, 1, 1, V, m);
      @   assignable \strictly_nothing;
      @*/
    public static void dimensions(long[] ab, long[] ac, long[] a, long[] b, long[] c,
            int S, int n, int R, int m, int T, int U, int V) {
        lengths(ab, ac, a, b, c, S, n, R, m, T, U, V);
        Dimensions.of(a.length, S, n, R, m, T);
        Dimensions.of(ab.length, S, U, R, m, T);
        Dimensions.of(ac.length, S, n, R, V, T);
        Dimensions.of(b.length, 1, 1, 1, U, n);
        Dimensions.of(c.length, 1, 1, 1, V, m);
    }

    /** Both sides everywhere. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Dimensions.fit(S, n, R, m, T) && Dimensions.fit(S, U, R, m, T) && Dimensions.fit(S, n, R, V, T);
      @   requires Dimensions.fit(1, 1, 1, U, n) && Dimensions.fit(1, 1, 1, V, m) && Dimensions.fit(S, U, R, V, T);
      @   requires 0 < n && 0 < m && 0 <= size && size == S * U * R * V * T;
      @   ensures (\forall int o; 0 <= o && o < size;
      @     Composition.component(ab, c, o, m, V, T) == Composition.component(ac, b, o, n, U, R * V * T));
      @   assignable \strictly_nothing;
      @*/
    public static void components(long[] ab, long[] ac, long[] a, long[] b, long[] c, int size,
            int S, int n, int R, int m, int T, int U, int V) {
        /*@ loop_invariant 0 <= o && o <= size;
          @ loop_invariant (\forall int k; 0 <= k && k < o;
          @   Composition.component(ab, c, k, m, V, T) == Composition.component(ac, b, k, n, U, R * V * T));
          @ assignable \strictly_nothing;
          @ decreases size - o;
          @*/
        for (int o = 0; o < size; o++) {
            component(ab, ac, a, b, c, o, S, n, R, m, T, U, V);
        }
    }

    /** The size of (A ∘ B) ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(abc, ab, c, S * U * R, m, V, T);
      @   ensures abc.length == S * U * R * V * T;
      @   assignable \strictly_nothing;
      @*/
    public static void lengthLeft(long[] abc, long[] ab, long[] c, int S, int R, int m, int T, int U, int V) {}

    /** The size of (A ∘ C) ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(abc, ac, b, S, n, U, R * V * T);
      @   ensures abc.length == S * U * R * V * T;
      @   assignable \strictly_nothing;
      @*/
    public static void lengthRight(long[] abc, long[] ac, long[] b, int S, int n, int R, int T, int U, int V) {}

    /** The sizes fit (A ∘ B) ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires abc.length == S * U * R * V * T && 0 < sur && 0 < m && 0 < V && 0 < T;
      @   requires Dimensions.isProduct(sur, S, U, R);
      @   ensures Entry.sized(ab.length, c.length, abc.length, sur, m, V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void lengthsLeft(long[] abc, long[] ab, long[] ac, long[] a, long[] b, long[] c, int sur,
            int S, int n, int R, int m, int T, int U, int V) {}

    /** The sizes fit (A ∘ C) ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T) && Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires abc.length == S * U * R * V * T && 0 < S && 0 < n && 0 < U && 0 < rvt;
      @   requires Dimensions.isProduct(rvt, R, V, T);
      @   ensures Entry.sized(ac.length, b.length, abc.length, S, n, U, rvt);
      @   assignable \strictly_nothing;
      @*/
    public static void lengthsRight(long[] abc, long[] ab, long[] ac, long[] a, long[] b, long[] c, int rvt,
            int S, int n, int R, int m, int T, int U, int V) {}
}
