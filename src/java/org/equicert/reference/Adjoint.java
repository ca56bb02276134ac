package org.equicert.reference;

/**
 * Two laws that T.Lem1.2 leaves implicit: what an operand does on the other side.
 *
 * <p>A ∘₂ B is Bᵀ ∘ A. And a factor moves from one side of a composition into two slots at once to the other: with
 * A = X ∘₂ Y, Σ_ij A[i, j, t] B[u, i, j] = Σ_ik X[i, k, t] (Σ_j Y[j, k] B[u, i, j]). Block by block, i, that is
 * {@link Exchange#between}.
 */
public final class Adjoint {

    private Adjoint() {}

    /** A family of one, or of scalars, is its own transpose. */
    /*@ public normal_behavior
      @   requires 0 < n && a.length == n;
      @   ensures Relation.transpose(a, a, 1, n, 1, 1) && Relation.transpose(a, a, 1, 1, n, 1);
      @   assignable \strictly_nothing;
      @*/
    public static void line(long[] a, int n) {}

    /** A ∘₂ B = Bᵀ ∘ A: A of shape (W, n), B of shape (U, n). */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, W, n, U, 1) && Relation.transpose(bt, b, 1, U, n, 1);
      @   ensures Relation.composition(c, bt, a, 1, n, W, U);
      @   assignable \strictly_nothing;
      @*/
    public static void turn(long[] c, long[] a, long[] b, long[] bt, int W, int n, int U) {
        Entry.dimensions(c, a, b, W, n, U, 1);
        Law.shapes(c, a, b, W, n, U, 1);
        Transposition.sizes(bt, b, 1, U, n, 1);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int q; 0 <= q && q < o; c[q] == Composition.component(bt, a, q, n, W, U));
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            turned(c, a, b, bt, o, W, n, U);
        }
        Entry.composition(c, bt, a, 1, n, W, U);
    }

    /** The same for one component. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, W, n, U, 1) && Relation.transpose(bt, b, 1, U, n, 1);
      @   requires 0 < n && 0 < U && a.length == W * n && b.length == U * n && 0 <= o && o < c.length
      @     && c.length == W * U;
      @   ensures c[o] == Composition.component(bt, a, o, n, W, U);
      @   assignable \strictly_nothing;
      @*/
    public static void turned(long[] c, long[] a, long[] b, long[] bt, int o, int W, int n, int U) {
        int w = Index.left(o, W, U);
        int u = Index.right(o, U);
        Index.split(o, U);
        Index.recover(w, 0, w, W);
        Entry.at(c, a, b, w, u, 0, W, n, U, 1);
        Composition.definition(bt, a, o, n, W, U);
        sums(a, b, bt, Index.pair(w, W, 0, n), u, Index.pair(u, U, 0, n), n, U);
    }

    /** Σ_i A[w, i] B[u, i], read in B and in its transpose. */
    /*@ public normal_behavior
      @   requires Relation.transpose(bt, b, 1, U, n, 1) && 0 <= n && 0 <= u && u < U && u0 == u * n;
      @   ensures Vector.sum(a, w0, 1, b, u0, n) == Vector.sum(bt, u, U, a, w0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void sums(long[] a, long[] b, long[] bt, int w0, int u, int u0, int n, int U) {
        Vector.none(a, w0, 1, b, u0);
        Vector.none(bt, u, U, a, w0);
        /*@ loop_invariant 0 <= q && q <= n && Vector.sum(a, w0, 1, b, u0, q) == Vector.sum(bt, u, U, a, w0, q);
          @ assignable \strictly_nothing;
          @ decreases n - q;
          @*/
        for (int q = 0; q < n; q++) {
            Transposition.at(bt, b, 0, u, q, 0, 1, U, n, 1);
            Vector.term(a, w0, 1, b, u0, q);
            Vector.term(bt, u, U, a, w0, q);
        }
    }

    /**
     * C = X ∘ (Y ∘ B) is C = (X ∘₂ Y) ∘ B: X (n, l, T), Y (r, l), A = X ∘₂ Y (n, r, T), B (U, n, r), YB = Y ∘ B (U,
     * n, l).
     */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < U && 0 < T && nl == n * l && nr == n * r && Un == U * n;
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires Relation.composition(C, X, YB, 1, nl, U, T);
      @   ensures Relation.composition(C, A, B, 1, nr, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void joint(long[] C, long[] A, long[] B, long[] X, long[] Y, long[] YB,
            int n, int l, int r, int U, int T, int nl, int nr, int Un) {
        Law.shapes(A, X, Y, n, l, r, T);
        Law.shapes(YB, Y, B, 1, r, Un, l);
        Law.shapes(C, X, YB, 1, nl, U, T);
        Sign.product(n - 1, r);
        /*@ loop_invariant 0 <= o && o <= C.length;
          @ loop_invariant (\forall int q; 0 <= q && q < o; C[q] == Composition.component(A, B, q, nr, U, T));
          @ assignable \strictly_nothing;
          @ decreases C.length - o;
          @*/
        for (int o = 0; o < C.length; o++) {
            Entry.of(C, X, YB, o, 1, nl, U, T);
            component(A, B, X, Y, YB, o, n, l, r, U, T, nl, nr, Un);
        }
        Entry.composition(C, A, B, 1, nr, U, T);
    }

    /** The same for one component. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < U && 0 < T && nl == n * l && nr == n * r && Un == U * n;
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires A.length == nr * T && X.length == nl * T && B.length == U * nr && YB.length == U * nl;
      @   requires 0 <= o && o < U * T;
      @   ensures Composition.component(A, B, o, nr, U, T) == Composition.component(X, YB, o, nl, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void component(long[] A, long[] B, long[] X, long[] Y, long[] YB, int o,
            int n, int l, int r, int U, int T, int nl, int nr, int Un) {
        int u = Index.left(o, U, T);
        Index.recover(u, 0, u, U);
        Composition.definition(A, B, o, nr, U, T);
        Composition.definition(X, YB, o, nl, U, T);
        pairing(A, B, X, Y, YB, u, Index.right(o, T), n, l, r, U, T, Un);
    }

    /** The same for one u and one t: the two slots' sum, block by block. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < T && Un == U * n;
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires 0 <= u && u < U && 0 <= t && t < T;
      @   ensures Vector.sum(A, t, T, B, u * (n * r), n * r) == Vector.sum(X, t, T, YB, u * (n * l), n * l);
      @   assignable \strictly_nothing;
      @*/
    public static void pairing(long[] A, long[] B, long[] X, long[] Y, long[] YB, int u, int t,
            int n, int l, int r, int U, int T, int Un) {
        empty(A, t, T, B, u, n, r);
        empty(X, t, T, YB, u, n, l);
        Law.shapes(A, X, Y, n, l, r, T);
        int w = Index.pair(u, U, 0, n);
        int b0 = before(YB, Y, B, w, r, Un, l);
        int c0 = after(YB, Y, B, w, r, Un, l);
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant Vector.sum(A, t, T, B, u * (n * r), i * r) == Vector.sum(X, t, T, YB, u * (n * l), i * l);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            row(A, B, X, Y, YB, u, i, t, n, l, r, U, T, Un);
            split(A, t, T, B, b0, start(i, n, r, T), r);
            split(X, t, T, YB, c0, start(i, n, l, T), l);
        }
    }

    /** No blocks, no terms. */
    /*@ public normal_behavior
      @   ensures Vector.sum(a, a0, d, b, u * (n * r), 0 * r) == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void empty(long[] a, int a0, int d, long[] b, int u, int n, int r) {}

    /** Where the r terms of block i start; there is room for them. */
    /*@ public normal_behavior
      @   requires 0 <= i && i < n && 0 < r && 0 < T && n * r * T <= Index.MAX;
      @   ensures \result == i * r && 0 <= \result && \result + r <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static int start(int i, int n, int r, int T) {
        Composition.part(n, r, T);
        Index.pair(i, n, r - 1, r);
        return Index.pair(i, n, 0, r);
    }

    /** A sum of e + r terms is the sum of the first e and that of the last r. */
    /*@ public normal_behavior
      @   requires 0 <= e && 0 <= r && e + r <= Index.MAX;
      @   ensures Vector.sum(a, t, T, b, b0, e + r)
      @     == Vector.sum(a, t, T, b, b0, e) + Vector.sum(a, e * T + t, T, b, b0 + e, r);
      @   assignable \strictly_nothing;
      @*/
    public static void split(long[] a, int t, int T, long[] b, int b0, int e, int r) {
        none(a, t, T, b, b0, e);
        /*@ loop_invariant 0 <= j && j <= r;
          @ loop_invariant Vector.sum(a, t, T, b, b0, e + j)
          @     == Vector.sum(a, t, T, b, b0, e) + Vector.sum(a, e * T + t, T, b, b0 + e, j);
          @ assignable \strictly_nothing;
          @ decreases r - j;
          @*/
        for (int j = 0; j < r; j++) {
            Vector.term(a, t, T, b, b0, e + j);
            more(a, t, T, b, b0, e, j);
        }
    }

    /** No terms beyond the first e. */
    /*@ public normal_behavior
      @   ensures Vector.sum(a, e * T + t, T, b, b0 + e, 0) == 0;
      @   assignable \strictly_nothing;
      @*/
    public static void none(long[] a, int t, int T, long[] b, int b0, int e) {}

    /** One more term beyond the first e. */
    /*@ public normal_behavior
      @   requires 0 <= j && j < Index.MAX;
      @   ensures Vector.sum(a, e * T + t, T, b, b0 + e, j + 1)
      @     == Vector.sum(a, e * T + t, T, b, b0 + e, j) + a[t + (e + j) * T] * b[b0 + (e + j)];
      @   assignable \strictly_nothing;
      @*/
    public static void more(long[] a, int t, int T, long[] b, int b0, int e, int j) {}

    /** One block, where its terms lie. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < T && Un == U * n;
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires 0 <= u && u < U && 0 <= i && i < n && 0 <= t && t < T;
      @   ensures Vector.sum(A, i * r * T + t, T, B, (u * n + i) * r, r)
      @     == Vector.sum(X, i * l * T + t, T, YB, (u * n + i) * l, l);
      @   assignable \strictly_nothing;
      @*/
    public static void row(long[] A, long[] B, long[] X, long[] Y, long[] YB, int u, int i, int t,
            int n, int l, int r, int U, int T, int Un) {
        int w = Index.pair(u, U, i, n);
        block(A, B, X, Y, YB, i, t, w, result(A, X, Y, i, t, n, l, r, T), operand(A, X, Y, i, t, n, l, r, T),
                before(YB, Y, B, w, r, Un, l), after(YB, Y, B, w, r, Un, l), n, l, r, T, Un);
    }

    /** Where the entries (i, ·, t) of A = X ∘₂ Y start. */
    /*@ public normal_behavior
      @   requires 0 < r && 0 <= i && i < n && 0 <= t && t < T && Relation.composition(A, X, Y, n, l, r, T);
      @   ensures \result == i * r * T + t;
      @   assignable \strictly_nothing;
      @*/
    public static int result(long[] A, long[] X, long[] Y, int i, int t, int n, int l, int r, int T) {
        Law.shapes(A, X, Y, n, l, r, T);
        return Index.triple(i, n, 0, r, t, T);
    }

    /** Where the entries (i, ·, t) of X start. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 <= i && i < n && 0 <= t && t < T && Relation.composition(A, X, Y, n, l, r, T);
      @   ensures \result == i * l * T + t;
      @   assignable \strictly_nothing;
      @*/
    public static int operand(long[] A, long[] X, long[] Y, int i, int t, int n, int l, int r, int T) {
        Law.shapes(A, X, Y, n, l, r, T);
        return Index.triple(i, n, 0, l, t, T);
    }

    /** Where row w of B starts. */
    /*@ public normal_behavior
      @   requires 0 < r && 0 <= w && w < Un && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   ensures \result == w * r;
      @   assignable \strictly_nothing;
      @*/
    public static int before(long[] YB, long[] Y, long[] B, int w, int r, int Un, int l) {
        Law.shapes(YB, Y, B, 1, r, Un, l);
        return Index.pair(w, Un, 0, r);
    }

    /** Where row w of Y ∘ B starts. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 <= w && w < Un && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   ensures \result == w * l;
      @   assignable \strictly_nothing;
      @*/
    public static int after(long[] YB, long[] Y, long[] B, int w, int r, int Un, int l) {
        Law.shapes(YB, Y, B, 1, r, Un, l);
        return Index.pair(w, Un, 0, l);
    }

    /** One block, and w = u·n + i: Σ_j (Σ_k X[i, k, t] Y[j, k]) B[w, j] = Σ_k X[i, k, t] (Σ_j Y[j, k] B[w, j]). */
    /*@ public normal_behavior
      @   requires 0 < l && 0 < r && 0 <= i && i < n && 0 <= t && t < T && 0 <= w && w < Un;
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires p0 == i * r * T + t && x0 == i * l * T + t && b0 == w * r && c0 == w * l;
      @   ensures Vector.sum(A, p0, T, B, b0, r) == Vector.sum(X, x0, T, YB, c0, l);
      @   assignable \strictly_nothing;
      @*/
    public static void block(long[] A, long[] B, long[] X, long[] Y, long[] YB, int i, int t, int w,
            int p0, int x0, int b0, int c0, int n, int l, int r, int T, int Un) {
        left(A, X, Y, i, t, p0, x0, n, l, r, T);
        right(YB, Y, B, w, b0, c0, l, r, Un);
        Exchange.between(A, p0, T, YB, c0, 1, X, x0, T, Y, 0, 1, l, B, b0, 1, l, r);
        Vector.definition(A, p0, T, B, b0, r);
        Vector.definition(X, x0, T, YB, c0, l);
    }

    /** The block's entries of A. */
    /*@ public normal_behavior
      @   requires 0 < r && 0 <= i && i < n && 0 <= t && t < T && Relation.composition(A, X, Y, n, l, r, T);
      @   requires p0 == i * r * T + t && x0 == i * l * T + t;
      @   ensures Exchange.left(A, p0, T, X, x0, T, Y, 0, 1, l, l, r);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] A, long[] X, long[] Y, int i, int t, int p0, int x0, int n, int l, int r, int T) {
        Exchange.noneLeft(A, p0, T, X, x0, T, Y, 0, 1, l, l);
        /*@ loop_invariant 0 <= j && j <= r && Exchange.left(A, p0, T, X, x0, T, Y, 0, 1, l, l, j);
          @ assignable \strictly_nothing;
          @ decreases r - j;
          @*/
        for (int j = 0; j < r; j++) {
            Entry.terms(A, X, Y, i, j, t, n, l, r, T);
            Exchange.moreLeft(A, p0, T, X, x0, T, Y, 0, 1, l, l, j);
        }
    }

    /** The block's entries of Y ∘ B. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 <= w && w < Un && Relation.composition(YB, Y, B, 1, r, Un, l);
      @   requires b0 == w * r && c0 == w * l;
      @   ensures Exchange.right(YB, c0, 1, Y, 0, 1, l, B, b0, 1, l, r);
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] YB, long[] Y, long[] B, int w, int b0, int c0, int l, int r, int Un) {
        Exchange.noneRight(YB, c0, 1, Y, 0, 1, l, B, b0, 1, r);
        /*@ loop_invariant 0 <= k && k <= l && Exchange.right(YB, c0, 1, Y, 0, 1, l, B, b0, 1, k, r);
          @ assignable \strictly_nothing;
          @ decreases l - k;
          @*/
        for (int k = 0; k < l; k++) {
            Entry.terms(YB, Y, B, 0, w, k, 1, r, Un, l);
            Exchange.moreRight(YB, c0, 1, Y, 0, 1, l, B, b0, 1, k, r);
        }
    }
}
