package org.equicert.reference;

/**
 * T.Lem1.2: (A ∘_k B) ∘ C = A ∘_k (B ∘ C), component by component: A (S, n, T), B (U, m, V, n), C (W, m).
 *
 * <p>Component (s, u, w, v, t) is Σ_j (Σ_i a_i b_ij) c_j on the one side and Σ_i a_i (Σ_j b_ij c_j) on the other, with
 * a_i = A[s, i, t], b_ij = B[u, j, v, i] and c_j = C[w, j]: {@link Exchange#between}. The rest is where these entries lie.
 */
public final class Associativity {

    private Associativity() {}

    /** Σ_i a_i b_ij is an entry of A ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, M, T) && M == U * m * V;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= j && j < m && 0 <= v && v < V && 0 <= t && t < T;
      @   requires p0 == (((s * U + u) * m + 0) * V + v) * T + t && a0 == s * n * T + t && b0 == (u * m * V + v) * n;
      @   ensures ab[p0 + j * (V * T)] == (\sum int i; 0 <= i && i < n; a[a0 + i * T] * b[b0 + i + j * (V * n)]);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] ab, long[] a, long[] b, int s, int u, int j, int v, int t, int p0, int a0, int b0,
            int S, int n, int T, int U, int m, int V, int M) {
        Entry.terms(ab, a, b, s, Index.triple(u, U, j, m, v, V), t, S, n, M, T);
    }

    /** Σ_j b_ij c_j is an entry of B ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(bc, b, c, U, m, W, db) && db == V * n;
      @   requires 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V && 0 <= i && i < n;
      @   requires q0 == ((u * W + w) * V + v) * n && b0 == (u * m * V + v) * n && c0 == w * m;
      @   ensures bc[q0 + i] == (\sum int j; 0 <= j && j < m; b[b0 + i + j * db] * c[c0 + j]);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] bc, long[] b, long[] c, int u, int w, int v, int i, int q0, int b0, int db, int c0,
            int n, int U, int m, int V, int W) {
        Entry.terms(bc, b, c, u, w, Index.pair(v, V, i, n), U, m, W, db);
    }

    /** Σ_i a_i b_ij for all j. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, M, T) && M == U * m * V && dp == V * T && db == V * n && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= v && v < V && 0 <= t && t < T;
      @   requires p0 == (((s * U + u) * m + 0) * V + v) * T + t && a0 == s * n * T + t && b0 == (u * m * V + v) * n;
      @   ensures Exchange.left(ab, p0, dp, a, a0, T, b, b0, 1, db, n, m);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] ab, long[] a, long[] b, int s, int u, int v, int t, int p0, int dp, int a0, int b0,
            int db, int S, int n, int T, int U, int m, int V, int M) {
        Exchange.noneLeft(ab, p0, dp, a, a0, T, b, b0, 1, db, n);
        /*@ loop_invariant 0 <= j && j <= m && Exchange.left(ab, p0, dp, a, a0, T, b, b0, 1, db, n, j);
          @ assignable \strictly_nothing;
          @ decreases m - j;
          @*/
        for (int j = 0; j < m; j++) {
            first(ab, a, b, s, u, j, v, t, p0, a0, b0, S, n, T, U, m, V, M);
            Exchange.moreLeft(ab, p0, dp, a, a0, T, b, b0, 1, db, n, j);
        }
    }

    /** Σ_j b_ij c_j for all i. */
    /*@ public normal_behavior
      @   requires Relation.composition(bc, b, c, U, m, W, db) && db == V * n && 0 < n;
      @   requires 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V;
      @   requires q0 == ((u * W + w) * V + v) * n && b0 == (u * m * V + v) * n && c0 == w * m;
      @   ensures Exchange.right(bc, q0, 1, b, b0, 1, db, c, c0, 1, n, m);
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] bc, long[] b, long[] c, int u, int w, int v, int q0, int b0, int db, int c0,
            int n, int U, int m, int V, int W) {
        Exchange.noneRight(bc, q0, 1, b, b0, 1, db, c, c0, 1, m);
        /*@ loop_invariant 0 <= i && i <= n && Exchange.right(bc, q0, 1, b, b0, 1, db, c, c0, 1, i, m);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            second(bc, b, c, u, w, v, i, q0, b0, db, c0, n, U, m, V, W);
            Exchange.moreRight(bc, q0, 1, b, b0, 1, db, c, c0, 1, i, m);
        }
    }

    /** Both sides at (s, u, w, v, t). */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Dimensions.fit(S, U, m, V, T) && Dimensions.fit(1, U, m, V, n) && Dimensions.fit(1, U, W, V, n);
      @   requires Dimensions.fit(1, 1, S, n, T) && Dimensions.fit(1, 1, 1, W, m) && 0 < n && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V && 0 <= t && t < T;
      @   ensures Vector.sum(ab, (s * U + u) * m * (V * T) + v * T + t, V * T, c, w * m, m)
      @     == Vector.sum(a, s * n * T + t, T, bc, ((u * W + w) * V + v) * n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void sum(long[] ab, long[] bc, long[] a, long[] b, long[] c, int s, int u, int w, int v, int t,
            int S, int n, int T, int U, int m, int V, int W) {
        int dp = Dimensions.lastTwo(S, U, m, V, T);
        int db = Dimensions.lastTwo(1, U, m, V, n);
        int M = Dimensions.middleThree(1, U, m, V, n);
        int p0 = Dimensions.offset(s, S, u, U, 0, m, v, V, t, T);
        int a0 = Dimensions.offset(0, 1, 0, 1, s, S, 0, n, t, T);
        int b0 = Dimensions.offset(0, 1, u, U, 0, m, v, V, 0, n);
        int q0 = Dimensions.offset(0, 1, u, U, w, W, v, V, 0, n);
        int c0 = Dimensions.offset(0, 1, 0, 1, 0, 1, w, W, 0, m);
        left(ab, a, b, s, u, v, t, p0, dp, a0, b0, db, S, n, T, U, m, V, M);
        right(bc, b, c, u, w, v, q0, b0, db, c0, n, U, m, V, W);
        Exchange.between(ab, p0, dp, bc, q0, 1, a, a0, T, b, b0, 1, db, c, c0, 1, n, m);
        Vector.definition(ab, p0, dp, c, c0, m);
        Vector.definition(a, a0, T, bc, q0, n);
    }

    /** Both sides at the offset o of (s, u, w, v, t). */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Dimensions.fit(S, U, m, V, T) && Dimensions.fit(1, U, m, V, n) && Dimensions.fit(1, U, W, V, n);
      @   requires Dimensions.fit(1, 1, S, n, T) && Dimensions.fit(1, 1, 1, W, m) && Dimensions.fit(S, U, W, V, T);
      @   requires 0 < n && 0 < m;
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V && 0 <= t && t < T;
      @   requires o == (((s * U + u) * W + w) * V + v) * T + t;
      @   ensures Composition.component(ab, c, o, m, W, V * T) == Composition.component(a, bc, o, n, U * W * V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void at(long[] ab, long[] bc, long[] a, long[] b, long[] c, int o, int s, int u, int w, int v, int t,
            int S, int n, int T, int U, int m, int V, int W) {
        Dimensions.flatten(S, U, W, V, T);
        int su = Index.pair(s, S, u, U);
        int suw = Index.pair(su, S * U, w, W);
        int x = Index.pair(Index.pair(u, U, w, W), U * W, v, V);
        int sx = Index.pair(s, S, x, U * W * V);
        Index.recover(o, suw, Index.pair(v, V, t, T), V * T);
        Index.recover(suw, su, w, W);
        Index.recover(o, sx, t, T);
        Index.recover(sx, s, x, U * W * V);
        Composition.definition(ab, c, o, m, W, V * T);
        Composition.definition(a, bc, o, n, U * W * V, T);
        sum(ab, bc, a, b, c, s, u, w, v, t, S, n, T, U, m, V, W);
    }

    /** Both sides at o. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Dimensions.fit(S, U, m, V, T) && Dimensions.fit(1, U, m, V, n) && Dimensions.fit(1, U, W, V, n);
      @   requires Dimensions.fit(1, 1, S, n, T) && Dimensions.fit(1, 1, 1, W, m) && Dimensions.fit(S, U, W, V, T);
      @   requires 0 < n && 0 < m;
      @   requires 0 <= o && o < S * U * W * V * T;
      @   ensures Composition.component(ab, c, o, m, W, V * T) == Composition.component(a, bc, o, n, U * W * V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void component(long[] ab, long[] bc, long[] a, long[] b, long[] c, int o,
            int S, int n, int T, int U, int m, int V, int W) {
        Dimensions.flatten(S, U, W, V, T);
        int p = Index.left(o, S * U * W * V, T);
        int q = Index.left(p, S * U * W, V);
        int r = Index.left(q, S * U, W);
        int s = Index.left(r, S, U);
        Index.split(o, T);
        Index.split(p, V);
        Index.split(q, W);
        Index.split(r, U);
        at(ab, bc, a, b, c, o, s, Index.right(r, U), Index.right(q, W), Index.right(p, V), Index.right(o, T),
                S, n, T, U, m, V, W);
    }

    /** What the lengths of the arrays are. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   ensures a.length == S * n * T && b.length == U * m * V * n && c.length == W * m;
      @   ensures ab.length == S * U * m * V * T && bc.length == U * W * V * n;
      @   assignable \strictly_nothing;
      @*/
    public static void lengths(long[] ab, long[] bc, long[] a, long[] b, long[] c,
            int S, int n, int T, int U, int m, int V, int W) {}

    /** That the arrays exist shows that the dimensions fit. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && 0 < U && 0 < m && 0 < V && 0 < W;
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   ensures Dimensions.fit(S, U, m, V, T) && Dimensions.fit(1, U, m, V, n) && Dimensions.fit(1, U, W, V, n);
      @   ensures Dimensions.fit(1, 1, S, n, T) && Dimensions.fit(1, 1, 1, W, m);
      @   assignable \strictly_nothing;
      @*/
    public static void dimensions(long[] ab, long[] bc, long[] a, long[] b, long[] c,
            int S, int n, int T, int U, int m, int V, int W) {
        lengths(ab, bc, a, b, c, S, n, T, U, m, V, W);
        Dimensions.of(ab.length, S, U, m, V, T);
        Dimensions.of(b.length, 1, U, m, V, n);
        Dimensions.of(bc.length, 1, U, W, V, n);
        Dimensions.of(a.length, 1, 1, S, n, T);
        Dimensions.of(c.length, 1, 1, 1, W, m);
    }
}
