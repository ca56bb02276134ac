package org.equicert.reference;

/**
 * T.S2.assoc: (A ∘_k B) ∘ C = A ∘_k (B ∘ C), component by component: A (S, n, T), B (U, m, V, n), C (W, m).
 *
 * <p>Component (s, u, w, v, t) is Σ_j (Σ_i a_i b_ij) c_j on the one side and Σ_i a_i (Σ_j b_ij c_j) on the other, with
 * a_i = A[s, i, t], b_ij = B[u, j, v, i] and c_j = C[w, j]: {@link Exchange#between}. The rest is where these entries lie.
 */
public final class Associativity {

    private Associativity() {}

    /** Σ_i a_i b_ij is an entry of A ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, M, T) && Dimensions.isProduct(M, U, m, V);
      @   requires Dimensions.isProduct(dp, 1, V, T) && Dimensions.isProduct(db, 1, V, n);
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= j && j < m && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, 0, m, v, V, t, T) && Dimensions.isOffset(a0, 0, 0, 1, s, S, 0, n, t, T);
      @   requires Dimensions.isOffset(b0, 0, u, U, 0, m, v, V, 0, n);
      @   ensures ab[p0 + j * dp] == (\sum int i; 0 <= i && i < n; a[a0 + i * T] * b[b0 + i + j * db]);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] ab, long[] a, long[] b, int s, int u, int j, int v, int t, int p0, int dp,
            int a0, int b0, int db, int S, int n, int T, int U, int m, int V, int M) {
        Dimensions.times(M, U, m, V);
        Dimensions.times(dp, 1, V, T);
        Dimensions.times(db, 1, V, n);
        Dimensions.place(p0, s, u, U, 0, m, v, V, t, T);
        Dimensions.place(a0, 0, 0, 1, s, S, 0, n, t, T);
        Dimensions.place(b0, 0, u, U, 0, m, v, V, 0, n);
        Entry.terms(ab, a, b, s, Index.triple(u, U, j, m, v, V), t, S, n, M, T);
    }

    /** Σ_j b_ij c_j is an entry of B ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(bc, b, c, U, m, W, db) && Dimensions.isProduct(db, 1, V, n);
      @   requires 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V && 0 <= i && i < n;
      @   requires Dimensions.isOffset(q0, 0, u, U, w, W, v, V, 0, n) && Dimensions.isOffset(b0, 0, u, U, 0, m, v, V, 0, n);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, w, W, 0, m);
      @   ensures bc[q0 + i] == (\sum int j; 0 <= j && j < m; b[b0 + i + j * db] * c[c0 + j]);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] bc, long[] b, long[] c, int u, int w, int v, int i, int q0, int b0, int db, int c0,
            int n, int U, int m, int V, int W) {
        Dimensions.times(db, 1, V, n);
        Dimensions.place(q0, 0, u, U, w, W, v, V, 0, n);
        Dimensions.place(b0, 0, u, U, 0, m, v, V, 0, n);
        Dimensions.place(c0, 0, 0, 1, 0, 1, w, W, 0, m);
        Entry.terms(bc, b, c, u, w, Index.pair(v, V, i, n), U, m, W, db);
    }

    /** Σ_i a_i b_ij for all j. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, M, T) && Dimensions.isProduct(M, U, m, V) && 0 < m;
      @   requires Dimensions.isProduct(dp, 1, V, T) && Dimensions.isProduct(db, 1, V, n);
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, 0, m, v, V, t, T) && Dimensions.isOffset(a0, 0, 0, 1, s, S, 0, n, t, T);
      @   requires Dimensions.isOffset(b0, 0, u, U, 0, m, v, V, 0, n);
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
            first(ab, a, b, s, u, j, v, t, p0, dp, a0, b0, db, S, n, T, U, m, V, M);
            Exchange.moreLeft(ab, p0, dp, a, a0, T, b, b0, 1, db, n, j);
        }
    }

    /** Σ_j b_ij c_j for all i. */
    /*@ public normal_behavior
      @   requires Relation.composition(bc, b, c, U, m, W, db) && Dimensions.isProduct(db, 1, V, n) && 0 < n;
      @   requires 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V;
      @   requires Dimensions.isOffset(q0, 0, u, U, w, W, v, V, 0, n) && Dimensions.isOffset(b0, 0, u, U, 0, m, v, V, 0, n);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, w, W, 0, m);
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
      @   requires Relation.composition(ab, a, b, S, n, M, T) && Relation.composition(bc, b, c, U, m, W, db);
      @   requires Dimensions.isProduct(M, U, m, V) && Dimensions.isProduct(dp, 1, V, T) && Dimensions.isProduct(db, 1, V, n);
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= w && w < W && 0 <= v && v < V && 0 <= t && t < T;
      @   requires Dimensions.isOffset(p0, s, u, U, 0, m, v, V, t, T) && Dimensions.isOffset(a0, 0, 0, 1, s, S, 0, n, t, T);
      @   requires Dimensions.isOffset(b0, 0, u, U, 0, m, v, V, 0, n) && Dimensions.isOffset(q0, 0, u, U, w, W, v, V, 0, n);
      @   requires Dimensions.isOffset(c0, 0, 0, 1, 0, 1, w, W, 0, m) && 0 < n && 0 < m;
      @   ensures Vector.sum(ab, p0, dp, c, c0, m) == Vector.sum(a, a0, T, bc, q0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void both(long[] ab, int p0, int dp, long[] bc, int q0, long[] a, int a0, long[] b, int b0, int db,
            long[] c, int c0, int s, int u, int w, int v, int t,
            int S, int n, int T, int U, int m, int V, int W, int M) {
        left(ab, a, b, s, u, v, t, p0, dp, a0, b0, db, S, n, T, U, m, V, M);
        right(bc, b, c, u, w, v, q0, b0, db, c0, n, U, m, V, W);
        Exchange.between(ab, p0, dp, bc, q0, 1, a, a0, T, b, b0, 1, db, c, c0, 1, n, m);
        Vector.definition(ab, p0, dp, c, c0, m);
        Vector.definition(a, a0, T, bc, q0, n);
    }

    /** Both sides at (s, u, w, v, t), where their terms lie. */
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
        Dimensions.times(M, U, m, V);
        Dimensions.times(db, 1, V, n);
        both(ab, p0, dp, bc, q0, a, a0, b, b0, db, c, c0, s, u, w, v, t, S, n, T, U, m, V, W, M);
        Dimensions.times(dp, 1, V, T);
        Dimensions.place(p0, s, u, U, 0, m, v, V, t, T);
        Dimensions.place(a0, 0, 0, 1, s, S, 0, n, t, T);
        Dimensions.place(q0, 0, u, U, w, W, v, V, 0, n);
        Dimensions.place(c0, 0, 0, 1, 0, 1, w, W, 0, m);
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

    /** Both sides everywhere. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Dimensions.fit(S, U, m, V, T) && Dimensions.fit(1, U, m, V, n) && Dimensions.fit(1, U, W, V, n);
      @   requires Dimensions.fit(1, 1, S, n, T) && Dimensions.fit(1, 1, 1, W, m) && Dimensions.fit(S, U, W, V, T);
      @   requires 0 < n && 0 < m && 0 <= size && size == S * U * W * V * T;
      @   ensures (\forall int o; 0 <= o && o < size;
      @     Composition.component(ab, c, o, m, W, V * T) == Composition.component(a, bc, o, n, U * W * V, T));
      @   assignable \strictly_nothing;
      @*/
    public static void components(long[] ab, long[] bc, long[] a, long[] b, long[] c, int size,
            int S, int n, int T, int U, int m, int V, int W) {
        /*@ loop_invariant 0 <= o && o <= size;
          @ loop_invariant (\forall int k; 0 <= k && k < o;
          @   Composition.component(ab, c, k, m, W, V * T) == Composition.component(a, bc, k, n, U * W * V, T));
          @ assignable \strictly_nothing;
          @ decreases size - o;
          @*/
        for (int o = 0; o < size; o++) {
            component(ab, bc, a, b, c, o, S, n, T, U, m, V, W);
        }
    }

    /** The size of (A ∘ B) ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(abc, ab, c, S * U, m, W, V * T);
      @   ensures abc.length == S * U * W * V * T;
      @   assignable \strictly_nothing;
      @*/
    public static void lengthLeft(long[] abc, long[] ab, long[] c, int S, int T, int U, int m, int V, int W) {}

    /** The size of A ∘ (B ∘ C). */
    /*@ public normal_behavior
      @   requires Relation.composition(abc, a, bc, S, n, U * W * V, T);
      @   ensures abc.length == S * U * W * V * T;
      @   assignable \strictly_nothing;
      @*/
    public static void lengthRight(long[] abc, long[] a, long[] bc, int S, int n, int T, int U, int V, int W) {}

    /** The sizes fit (A ∘ B) ∘ C. */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires abc.length == S * U * W * V * T && 0 < su && 0 < m && 0 < W && 0 < vt;
      @   requires Dimensions.isProduct(su, 1, S, U) && Dimensions.isProduct(vt, 1, V, T);
      @   ensures Entry.sized(ab.length, c.length, abc.length, su, m, W, vt);
      @   assignable \strictly_nothing;
      @*/
    public static void lengthsLeft(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c, int su, int vt,
            int S, int n, int T, int U, int m, int V, int W) {}

    /** The sizes fit A ∘ (B ∘ C). */
    /*@ public normal_behavior
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T) && Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires abc.length == S * U * W * V * T && 0 < S && 0 < n && 0 < uwv && 0 < T;
      @   requires Dimensions.isProduct(uwv, U, W, V);
      @   ensures Entry.sized(a.length, bc.length, abc.length, S, n, uwv, T);
      @   assignable \strictly_nothing;
      @*/
    public static void lengthsRight(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c, int uwv,
            int S, int n, int T, int U, int m, int V, int W) {}
}
