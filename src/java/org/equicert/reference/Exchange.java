package org.equicert.reference;

/**
 * The laws of composition, component by component; the parameters are the universally quantified indices (T §2).
 *
 * <p>Row-major slices are views, so the recursive law (A ∘_k B)(e_x) = A(e_x) ∘_{k-1} B says that two sums read the same
 * entries: it is an identity of polynomials in the offsets. Associativity and commutation into different slots are one
 * fact, that two finite sums may be exchanged; the curried indices only choose the strides.
 */
public final class Exchange {

    private Exchange() {}

    /**
     * T.S2.recursive, k ≥ 2: (A ∘_k B)(e_x) = A(e_x) ∘_{k-1} B. The slots before the k-th are (x, s) of dimensions (X, P); slice x
     * of A starts at x·P·n·T, slice x of the result at x·P·U·T.
     */
    /*@ public normal_behavior
      @   ensures Vector.sum(a, (x * P + s) * n * T + t, T, b, u * n, n)
      @     == Vector.sum(a, x * (P * n * T) + s * n * T + t, T, b, u * n, n);
      @   ensures ((x * P + s) * U + u) * T + t == x * (P * U * T) + (s * U + u) * T + t;
      @   assignable \strictly_nothing;
      @*/
    public static void curry(long[] a, long[] b, int x, int P, int s, int u, int t, int n, int U, int T) {}

    /** T.Lem1.2, two finite sums may be exchanged: Σ_j (Σ_i x_i y_ij) z_j = Σ_i x_i (Σ_j y_ij z_j), on strided data. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= m;
      @   ensures (\sum int j; 0 <= j && j < m;
      @             (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + j * dj]) * z[z0 + j * dz])
      @        == (\sum int i; 0 <= i && i < n;
      @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < m; y[y0 + i * di + j * dj] * z[z0 + j * dz]));
      @   assignable \strictly_nothing;
      @*/
    public static void exchange(long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            long[] z, int z0, int dz, int n, int m) {
        /*@ loop_invariant 0 <= q && q <= m;
          @ loop_invariant (\sum int j; 0 <= j && j < q;
          @             (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + j * dj]) * z[z0 + j * dz])
          @        == (\sum int i; 0 <= i && i < n;
          @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < q; y[y0 + i * di + j * dj] * z[z0 + j * dz]));
          @ assignable \strictly_nothing;
          @ decreases m - q;
          @*/
        for (int q = 0; q < m; q++) {
            column(x, x0, dx, y, y0, di, dj, z, z0, dz, n, q);
        }
    }

    /** One more j: the exchanged sum grows by its column. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= q && q < Index.MAX;
      @   ensures (\sum int i; 0 <= i && i < n;
      @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < q + 1; y[y0 + i * di + j * dj] * z[z0 + j * dz]))
      @        == (\sum int i; 0 <= i && i < n;
      @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < q; y[y0 + i * di + j * dj] * z[z0 + j * dz]))
      @         + (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + q * dj]) * z[z0 + q * dz];
      @   assignable \strictly_nothing;
      @*/
    public static void column(long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            long[] z, int z0, int dz, int n, int q) {
        /*@ loop_invariant 0 <= p && p <= n;
          @ loop_invariant (\sum int i; 0 <= i && i < p;
          @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < q + 1; y[y0 + i * di + j * dj] * z[z0 + j * dz]))
          @        == (\sum int i; 0 <= i && i < p;
          @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < q; y[y0 + i * di + j * dj] * z[z0 + j * dz]))
          @         + (\sum int i; 0 <= i && i < p; x[x0 + i * dx] * y[y0 + i * di + q * dj]) * z[z0 + q * dz];
          @ assignable \strictly_nothing;
          @ decreases n - p;
          @*/
        for (int p = 0; p < n; p++) {}
    }

    /* p = x·y over i, stride by stride: p_j = Σ_i x_i y_ij for j < k. */
    /*@ public model_behavior
      @   requires true;
      @   accessible p.*, x.*, y.*;
      @ public static model boolean left(long[] p, \bigint p0, \bigint dp, long[] x, \bigint x0, \bigint dx,
      @     long[] y, \bigint y0, \bigint di, \bigint dj, \bigint n, \bigint k) {
      @   return (\forall int j; 0 <= j && j < k; p[p0 + j * dp]
      @     == (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + j * dj]));
      @ } @*/

    /* q = y·z over j, stride by stride: q_i = Σ_j y_ij z_j for i < k. */
    /*@ public model_behavior
      @   requires true;
      @   accessible q.*, y.*, z.*;
      @ public static model boolean right(long[] q, \bigint q0, \bigint dq, long[] y, \bigint y0, \bigint di, \bigint dj,
      @     long[] z, \bigint z0, \bigint dz, \bigint k, \bigint m) {
      @   return (\forall int i; 0 <= i && i < k; q[q0 + i * dq]
      @     == (\sum int j; 0 <= j && j < m; y[y0 + i * di + j * dj] * z[z0 + j * dz]));
      @ } @*/

    /** The exchanged sums, where the inner ones are the entries of p = x·y and of q = y·z: Σ_j p_j z_j = Σ_i x_i q_i. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= m;
      @   requires left(p, p0, dp, x, x0, dx, y, y0, di, dj, n, m);
      @   requires right(q, q0, dq, y, y0, di, dj, z, z0, dz, n, m);
      @   ensures (\sum int j; 0 <= j && j < m; p[p0 + j * dp] * z[z0 + j * dz])
      @        == (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * q[q0 + i * dq]);
      @   assignable \strictly_nothing;
      @*/
    public static void between(long[] p, int p0, int dp, long[] q, int q0, int dq, long[] x, int x0, int dx,
            long[] y, int y0, int di, int dj, long[] z, int z0, int dz, int n, int m) {
        exchange(x, x0, dx, y, y0, di, dj, z, z0, dz, n, m);
        inner(p, p0, dp, x, x0, dx, y, y0, di, dj, z, z0, dz, n, m);
        outer(q, q0, dq, x, x0, dx, y, y0, di, dj, z, z0, dz, n, m);
    }

    /** Equal terms, equal sums: p_j for its inner sum. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= m && left(p, p0, dp, x, x0, dx, y, y0, di, dj, n, m);
      @   ensures (\sum int j; 0 <= j && j < m; p[p0 + j * dp] * z[z0 + j * dz])
      @        == (\sum int j; 0 <= j && j < m;
      @             (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + j * dj]) * z[z0 + j * dz]);
      @   assignable \strictly_nothing;
      @*/
    public static void inner(long[] p, int p0, int dp, long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            long[] z, int z0, int dz, int n, int m) {
        /*@ loop_invariant 0 <= k && k <= m;
          @ loop_invariant (\sum int j; 0 <= j && j < k; p[p0 + j * dp] * z[z0 + j * dz])
          @        == (\sum int j; 0 <= j && j < k;
          @             (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + j * dj]) * z[z0 + j * dz]);
          @ assignable \strictly_nothing;
          @ decreases m - k;
          @*/
        for (int k = 0; k < m; k++) {}
    }

    /** Equal terms, equal sums: q_i for its inner sum. */
    /*@ public normal_behavior
      @   requires 0 <= n && 0 <= m && right(q, q0, dq, y, y0, di, dj, z, z0, dz, n, m);
      @   ensures (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * q[q0 + i * dq])
      @        == (\sum int i; 0 <= i && i < n;
      @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < m; y[y0 + i * di + j * dj] * z[z0 + j * dz]));
      @   assignable \strictly_nothing;
      @*/
    public static void outer(long[] q, int q0, int dq, long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            long[] z, int z0, int dz, int n, int m) {
        /*@ loop_invariant 0 <= k && k <= n;
          @ loop_invariant (\sum int i; 0 <= i && i < k; x[x0 + i * dx] * q[q0 + i * dq])
          @        == (\sum int i; 0 <= i && i < k;
          @             x[x0 + i * dx] * (\sum int j; 0 <= j && j < m; y[y0 + i * di + j * dj] * z[z0 + j * dz]));
          @ assignable \strictly_nothing;
          @ decreases n - k;
          @*/
        for (int k = 0; k < n; k++) {}
    }

    /** No entry of p. */
    /*@ public normal_behavior
      @   ensures left(p, p0, dp, x, x0, dx, y, y0, di, dj, n, 0);
      @   assignable \strictly_nothing;
      @*/
    public static void noneLeft(long[] p, int p0, int dp, long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            int n) {}

    /** One more entry of p. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < Index.MAX && left(p, p0, dp, x, x0, dx, y, y0, di, dj, n, k);
      @   requires p[p0 + k * dp] == (\sum int i; 0 <= i && i < n; x[x0 + i * dx] * y[y0 + i * di + k * dj]);
      @   ensures left(p, p0, dp, x, x0, dx, y, y0, di, dj, n, k + 1);
      @   assignable \strictly_nothing;
      @*/
    public static void moreLeft(long[] p, int p0, int dp, long[] x, int x0, int dx, long[] y, int y0, int di, int dj,
            int n, int k) {}

    /** No entry of q. */
    /*@ public normal_behavior
      @   ensures right(q, q0, dq, y, y0, di, dj, z, z0, dz, 0, m);
      @   assignable \strictly_nothing;
      @*/
    public static void noneRight(long[] q, int q0, int dq, long[] y, int y0, int di, int dj, long[] z, int z0, int dz,
            int m) {}

    /** One more entry of q. */
    /*@ public normal_behavior
      @   requires 0 <= k && k < Index.MAX && right(q, q0, dq, y, y0, di, dj, z, z0, dz, k, m);
      @   requires q[q0 + k * dq] == (\sum int j; 0 <= j && j < m; y[y0 + k * di + j * dj] * z[z0 + j * dz]);
      @   ensures right(q, q0, dq, y, y0, di, dj, z, z0, dz, k + 1, m);
      @   assignable \strictly_nothing;
      @*/
    public static void moreRight(long[] q, int q0, int dq, long[] y, int y0, int di, int dj, long[] z, int z0, int dz,
            int k, int m) {}
}
