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
     * T §2, k ≥ 2: (A ∘_k B)(e_x) = A(e_x) ∘_{k-1} B. The slots before the k-th are (x, s) of dimensions (X, P); slice x
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
}
