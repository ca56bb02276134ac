package org.equicert.reference;

/**
 * Composition from the other side: what the transpose of an operand does.
 *
 * <p>Two laws that T.Lem1.2 leaves implicit. A ∘₂ B is Bᵀ ∘ A; and a factor moves from one side of a pairing to the other, transposed: ⟨X ∘ Y, B⟩ = ⟨X, B ∘ Yᵀ⟩, where the pairing is a
 * composition into two slots at once.
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
        Law.shapes(c, a, b, W, n, U, 1);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int q; 0 <= q && q < o; c[q] == Composition.component(bt, a, q, n, W, U));
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            turned(c, a, b, bt, o, W, n, U);
        }
    }

    /** The same for one component. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, W, n, U, 1) && Relation.transpose(bt, b, 1, U, n, 1);
      @   requires 0 <= o && o < c.length;
      @   ensures c[o] == Composition.component(bt, a, o, n, W, U);
      @   assignable \strictly_nothing;
      @*/
    public static void turned(long[] c, long[] a, long[] b, long[] bt, int o, int W, int n, int U) {
        Law.shapes(c, a, b, W, n, U, 1);
        int w = Index.left(o, W, U);
        int u = Index.right(o, U);
        Index.recover(w, 0, w, W);
        entry(c, a, b, w, u, 0, W, n, U, 1);
        Composition.definition(bt, a, o, n, W, U);
        /*@ loop_invariant 0 <= q && q <= n;
          @ loop_invariant Vector.sum(a, w * n, 1, b, u * n, q) == Vector.sum(bt, u, U, a, w * n, q);
          @ assignable \strictly_nothing;
          @ decreases n - q;
          @*/
        for (int q = 0; q < n; q++) {
            flip(bt, b, u, q, U, n);
        }
    }

    /** C = X ∘ (B ∘₃ Yᵀ) is C = (X ∘₂ Y) ∘ B: X (n, l, T), Y (r, l), A = X ∘₂ Y (n, r, T), B (U, n, r), BY = B ∘₃ Yᵀ (U, n, l). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < U && 0 < T && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(BY, B, Yt, U * n, r, l, 1);
      @   requires Relation.composition(C, X, BY, 1, n * l, U, T);
      @   ensures Relation.composition(C, A, B, 1, n * r, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void joint(long[] C, long[] A, long[] B, long[] X, long[] Y, long[] Yt, long[] BY,
            int n, int l, int r, int U, int T) {
        Law.shapes(A, X, Y, n, l, r, T);
        Law.shapes(C, X, BY, 1, product(n, l, T), U, T);
        /*@ loop_invariant 0 <= o && o <= C.length;
          @ loop_invariant (\forall int q; 0 <= q && q < o; C[q] == Composition.component(A, B, q, n * r, U, T));
          @ assignable \strictly_nothing;
          @ decreases C.length - o;
          @*/
        for (int o = 0; o < C.length; o++) {
            component(A, B, X, Y, Yt, BY, o, n, l, r, U, T);
        }
    }

    /** The same for one component. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < U && 0 < T && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(BY, B, Yt, U * n, r, l, 1);
      @   requires 0 <= o && o < U * T;
      @   ensures Composition.component(A, B, o, n * r, U, T) == Composition.component(X, BY, o, n * l, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void component(long[] A, long[] B, long[] X, long[] Y, long[] Yt, long[] BY,
            int o, int n, int l, int r, int U, int T) {
        int u = Index.left(o, U, T);
        int t = Index.right(o, T);
        Index.recover(u, 0, u, U);
        pairing(A, B, X, Y, Yt, BY, u, t, n, l, r, U, T);
    }

    /** The same for one u and one t: the joint slot's sum, block by block. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < T && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(BY, B, Yt, U * n, r, l, 1);
      @   requires 0 <= u && u < U && 0 <= t && t < T;
      @   ensures Vector.sum(A, t, T, B, u * (n * r), n * r) == Vector.sum(X, t, T, BY, u * (n * l), n * l);
      @   assignable \strictly_nothing;
      @*/
    public static void pairing(long[] A, long[] B, long[] X, long[] Y, long[] Yt, long[] BY,
            int u, int t, int n, int l, int r, int U, int T) {
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant Vector.sum(A, t, T, B, u * (n * r), i * r) == Vector.sum(X, t, T, BY, u * (n * l), i * l);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            block(A, B, X, Y, Yt, BY, u, i, t, n, l, r, U, T);
            split(A, t, T, B, u, n, i, r);
            split(X, t, T, BY, u, n, i, l);
        }
    }

    /** A sum over i + 1 blocks of r terms is the sum over i of them and the last. */
    /*@ public normal_behavior
      @   requires 0 <= i && 0 <= r;
      @   ensures Vector.sum(a, t, T, b, u * (n * r), (i + 1) * r)
      @     == Vector.sum(a, t, T, b, u * (n * r), i * r) + Vector.sum(a, i * r * T + t, T, b, (u * n + i) * r, r);
      @   assignable \strictly_nothing;
      @*/
    public static void split(long[] a, int t, int T, long[] b, int u, int n, int i, int r) {
        Sign.product(i, r);
        /*@ loop_invariant 0 <= j && j <= r;
          @ loop_invariant Vector.sum(a, t, T, b, u * (n * r), i * r + j)
          @     == Vector.sum(a, t, T, b, u * (n * r), i * r) + Vector.sum(a, i * r * T + t, T, b, (u * n + i) * r, j);
          @ assignable \strictly_nothing;
          @ decreases r - j;
          @*/
        for (int j = 0; j < r; j++) {}
    }

    /** One block: Σ_j (Σ_k X[i,k,t] Y[j,k]) B[u,i,j] = Σ_k X[i,k,t] (Σ_j Y[j,k] B[u,i,j]). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < l && 0 < r && 0 < T && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(A, X, Y, n, l, r, T) && Relation.composition(BY, B, Yt, U * n, r, l, 1);
      @   requires 0 <= u && u < U && 0 <= i && i < n && 0 <= t && t < T;
      @   ensures Vector.sum(A, i * r * T + t, T, B, (u * n + i) * r, r)
      @     == Vector.sum(X, i * l * T + t, T, BY, (u * n + i) * l, l);
      @   assignable \strictly_nothing;
      @*/
    public static void block(long[] A, long[] B, long[] X, long[] Y, long[] Yt, long[] BY,
            int u, int i, int t, int n, int l, int r, int U, int T) {
        Law.shapes(A, X, Y, n, l, r, T);
        lengths(BY, B, Yt, U, n, r, l);
        int w = row(u, U, i, n, r);
        int x0 = offset(i, n, t, l, T);
        int b0 = offset(w, product(U, n, r), 0, r, 1);
        left(A, B, X, Y, i, t, x0, b0, n, l, r, T);
        Exchange.exchange(X, x0, T, Y, 0, 1, l, B, b0, 1, l, r);
        right(B, X, Y, Yt, BY, x0, b0, w, product(U, n, r), l, r, T);
    }

    /** What a composition says of its operand's length. */
    /*@ public normal_behavior
      @   requires Relation.composition(BY, B, Yt, U * n, r, l, 1);
      @   ensures B.length == U * n * r;
      @   assignable \strictly_nothing;
      @*/
    public static void lengths(long[] BY, long[] B, long[] Yt, int U, int n, int r, int l) {}

    /** x·y, where x·y·z fits in an {@code int}. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y && 0 < z && x * y * z <= Index.MAX;
      @   ensures \result == x * y;
      @   assignable \strictly_nothing;
      @*/
    public static int product(int x, int y, int z) {
        Composition.part(x, y, z);
        Sign.product(x, y);
        return x * y;
    }

    /** The offset of (u, i) in shape (U, n), of whose rows there are r. */
    /*@ public normal_behavior
      @   requires 0 <= u && u < U && 0 <= i && i < n && 0 < r && U * n * r <= Index.MAX;
      @   ensures \result == u * n + i && 0 <= \result && \result < U * n;
      @   assignable \strictly_nothing;
      @*/
    public static int row(int u, int U, int i, int n, int r) {
        Composition.part(U, n, r);
        return Index.pair(u, U, i, n);
    }

    /** The offset of (i, 0, t) in shape (n, l, T). */
    /*@ public normal_behavior
      @   requires 0 <= i && i < n && 0 <= t && t < T && 0 < l && n * l * T <= Index.MAX;
      @   ensures \result == i * l * T + t && 0 <= \result;
      @   assignable \strictly_nothing;
      @*/
    public static int offset(int i, int n, int t, int l, int T) {
        return Index.pair(row(i, n, 0, l, T), product(n, l, T), t, T);
    }

    /** The block as a sum of sums, by j. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 < r && 0 < T && Relation.composition(A, X, Y, n, l, r, T);
      @   requires 0 <= i && i < n && 0 <= t && t < T && x0 == i * l * T + t;
      @   ensures Vector.sum(A, i * r * T + t, T, B, b0, r)
      @     == (\sum int j; 0 <= j && j < r;
      @          (\sum int k; 0 <= k && k < l; X[x0 + k * T] * Y[0 + k * 1 + j * l]) * B[b0 + j * 1]);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] A, long[] B, long[] X, long[] Y, int i, int t, int x0, int b0,
            int n, int l, int r, int T) {
        /*@ loop_invariant 0 <= q && q <= r;
          @ loop_invariant Vector.sum(A, i * r * T + t, T, B, b0, q)
          @     == (\sum int j; 0 <= j && j < q;
          @          (\sum int k; 0 <= k && k < l; X[x0 + k * T] * Y[0 + k * 1 + j * l]) * B[b0 + j * 1]);
          @ assignable \strictly_nothing;
          @ decreases r - q;
          @*/
        for (int q = 0; q < r; q++) {
            entry(A, X, Y, i, q, t, n, l, r, T);
        }
    }

    /** The block as a sum of sums, by k; w = u·n + i is B's row. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 < r && 0 < T && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(BY, B, Yt, Un, r, l, 1) && 0 <= w && w < Un && b0 == w * r;
      @   ensures Vector.sum(X, x0, T, BY, w * l, l)
      @     == (\sum int k; 0 <= k && k < l;
      @          X[x0 + k * T] * (\sum int j; 0 <= j && j < r; Y[0 + k * 1 + j * l] * B[b0 + j * 1]));
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] B, long[] X, long[] Y, long[] Yt, long[] BY, int x0, int b0, int w, int Un,
            int l, int r, int T) {
        /*@ loop_invariant 0 <= q && q <= l;
          @ loop_invariant Vector.sum(X, x0, T, BY, w * l, q)
          @     == (\sum int k; 0 <= k && k < q;
          @          X[x0 + k * T] * (\sum int j; 0 <= j && j < r; Y[0 + k * 1 + j * l] * B[b0 + j * 1]));
          @ assignable \strictly_nothing;
          @ decreases l - q;
          @*/
        for (int q = 0; q < l; q++) {
            column(B, Y, Yt, BY, b0, w, q, Un, l, r);
        }
    }

    /** (B ∘₃ Yᵀ)[u, i, k] = Σ_j Y[j, k] · B[u, i, j]. */
    /*@ public normal_behavior
      @   requires 0 < l && 0 < r && Relation.transpose(Yt, Y, 1, r, l, 1);
      @   requires Relation.composition(BY, B, Yt, Un, r, l, 1) && 0 <= w && w < Un && b0 == w * r && 0 <= k && k < l;
      @   ensures BY[w * l + k] == (\sum int j; 0 <= j && j < r; Y[0 + k * 1 + j * l] * B[b0 + j * 1]);
      @   assignable \strictly_nothing;
      @*/
    public static void column(long[] B, long[] Y, long[] Yt, long[] BY, int b0, int w, int k, int Un, int l, int r) {
        entry(BY, B, Yt, w, k, 0, Un, r, l, 1);
        /*@ loop_invariant 0 <= q && q <= r;
          @ loop_invariant Vector.sum(B, w * r, 1, Yt, k * r, q)
          @     == (\sum int j; 0 <= j && j < q; Y[0 + k * 1 + j * l] * B[b0 + j * 1]);
          @ assignable \strictly_nothing;
          @ decreases r - q;
          @*/
        for (int q = 0; q < r; q++) {
            flip(Yt, Y, q, k, r, l);
        }
    }

    /** An entry of a composition, by its indices. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && 0 <= s && s < S && 0 <= u && u < U && 0 <= t && t < T;
      @   ensures c[(s * U + u) * T + t] == Vector.sum(a, s * n * T + t, T, b, u * n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] c, long[] a, long[] b, int s, int u, int t, int S, int n, int U, int T) {
        Law.shapes(c, a, b, S, n, U, T);
        Composition.part(S, U, T);
        int i = Index.pair(s, S, u, U);
        int o = Index.pair(i, S * U, t, T);
        Index.recover(o, i, t, T);
        Index.recover(i, s, u, U);
        Composition.definition(a, b, o, n, U, T);
    }

    /** An entry of a transpose, by its indices. */
    /*@ public normal_behavior
      @   requires Relation.transpose(bt, b, 1, r, l, 1) && 0 <= j && j < r && 0 <= k && k < l;
      @   ensures bt[k * r + j] == b[j * l + k];
      @   assignable \strictly_nothing;
      @*/
    public static void flip(long[] bt, long[] b, int j, int k, int r, int l) {
        int o = Index.pair(j, r, k, l);
        Index.recover(o, j, k, l);
        Index.recover(j, 0, j, r);
    }
}
