package org.equicert.reference;

/**
 * Matrices in row-major data: M[i, j] of an m×n matrix is at i·n + j (T §2: a linear map Rⁿ → Rᵐ is such a matrix).
 *
 * <p>Written without {@link Composition}, which they must agree with: A·B is the kernel with S = 1.
 */
public final class Matrix {

    private Matrix() {}

    /* (M·x)[i] = Σ_j M[i, j] x_j. */
    /*@ public model_behavior
      @   requires true;
      @   accessible m.*, x.*;
      @ public static model \bigint image(long[] m, long[] x, \bigint i) {
      @   return Vector.sum(m, i * x.length, 1, x, 0, x.length);
      @ } @*/

    /* The sum of the absolute values of its terms. */
    /*@ public model_behavior
      @   requires true;
      @   accessible m.*, x.*;
      @ public static model \bigint magnitude(long[] m, long[] x, \bigint i) {
      @   return Vector.magnitude(m, i * x.length, 1, x, 0, x.length);
      @ } @*/

    /** M·x: y_i = Σ_j M[i, j] x_j, for a matrix of so many rows. */
    /*@ public behavior
      @   requires 0 <= rows && m.length == rows * x.length && Exact.longs(m) && Exact.longs(x);
      @   ensures \fresh(\result) && \result.length == rows;
      @   ensures (\forall int i; 0 <= i && i < rows; \result[i] == \old(image(m, x, i)));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int i; 0 <= i && i < rows; \old(magnitude(m, x, i)) > Exact.MAX);
      @   assignable \nothing;
      @*/
    public static long[] apply(long[] m, int rows, long[] x) {
        long[] y = new long[rows];
        /*@ loop_invariant 0 <= i && i <= rows;
          @ loop_invariant (\forall int q; 0 <= q && q < i; y[q] == \old(image(m, x, q)));
          @ assignable y[*];
          @ decreases rows - i;
          @*/
        for (int i = 0; i < rows; i++) {
            y[i] = row(m, i, rows, x);
        }
        return y;
    }

    /** (M·x)[i]. */
    /*@ public behavior
      @   requires 0 <= i && i < rows && m.length == rows * x.length && Exact.longs(m) && Exact.longs(x);
      @   ensures \result == \old(image(m, x, i));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(magnitude(m, x, i)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long row(long[] m, int i, int rows, long[] x) {
        Sign.product(i, x.length);
        Sign.product((long) rows - 1 - i, x.length);
        return Vector.inner(m, i * x.length, 1, x, 0, x.length);
    }

    /** A·B, A of shape m×n and B of shape n×p: C[i, j] = Σ_k A[i, k] B[k, j], where o = i·p + j. */
    /*@ public behavior
      @   requires 0 < m && 0 < n && 0 < p && m * p <= Index.MAX && a.length == m * n && b.length == n * p;
      @   requires Exact.longs(a) && Exact.longs(b);
      @   ensures \fresh(\result) && \result.length == m * p;
      @   ensures (\forall int o; 0 <= o && o < m * p; \result[o] == \old(Vector.sum(b, o % p, p, a, o / p * n, n)));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) (\exists int o; 0 <= o && o < m * p;
      @     \old(Vector.magnitude(b, o % p, p, a, o / p * n, n)) > Exact.MAX);
      @   assignable \nothing;
      @*/
    public static long[] product(long[] a, long[] b, int m, int n, int p) {
        Sign.product(m, p);
        long[] c = new long[m * p];
        /*@ loop_invariant 0 <= o && o <= m * p;
          @ loop_invariant (\forall int q; 0 <= q && q < o; c[q] == \old(Vector.sum(b, q % p, p, a, q / p * n, n)));
          @ assignable c[*];
          @ decreases m * p - o;
          @*/
        for (int o = 0; o < m * p; o++) {
            c[o] = entry(a, b, Index.left(o, m, p), Index.right(o, p), m, n, p);
        }
        return c;
    }

    /** (A·B)[i, j] = Σ_k A[i, k] B[k, j]. */
    /*@ public behavior
      @   requires 0 <= i && i < m && 0 <= j && j < p && 0 < n && a.length == m * n && b.length == n * p;
      @   requires Exact.longs(a) && Exact.longs(b);
      @   ensures \result == \old(Vector.sum(b, j, p, a, i * n, n));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(Vector.magnitude(b, j, p, a, i * n, n)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long entry(long[] a, long[] b, int i, int j, int m, int n, int p) {
        Index.pair(n - 1, n, j, p);
        Index.pair(i, m, n - 1, n);
        return Vector.inner(b, Index.pair(0, n, j, p), p, a, Index.pair(i, m, 0, n), n);
    }
}
