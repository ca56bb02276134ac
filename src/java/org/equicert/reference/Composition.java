package org.equicert.reference;

/**
 * The k-th component composition A ∘_k B of tensors of any order, on row-major data (T §2, T.Lem1.2).
 *
 * <p>One kernel serves every order and every slot. Flatten the slots before the k-th to one of dimension S, those after
 * it to one of dimension T, and all of B's but the last to one of dimension U: A has shape (S, n, T), B (U, n), and
 *
 * <pre>    C[s, u, t] = Σ_i A[s, i, t] · B[u, i]        of shape (S, U, T).</pre>
 */
public final class Composition {

    private Composition() {}

    /* A, of shape (S, n, T), has al entries and B, of shape (U, n), has bl. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean operands(int al, int bl, int S, int n, int U, int T) {
      @   return al == S * n * T && bl == U * n && S * n <= Index.MAX;
      @ } @*/

    /* C, of shape (S, U, T), has size entries. */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean result(int size, int S, int U, int T) {
      @   return size == S * U * T && S * U <= Index.MAX;
      @ } @*/

    /* Component o of C = A ∘_k B, where o = (s·U + u)·T + t. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model \bigint component(long[] a, long[] b, \bigint o, \bigint n, \bigint U, \bigint T) {
      @   return Vector.sum(a, o / T / U * n * T + o % T, T, b, o / T % U * n, n);
      @ } @*/

    /* The sum of the absolute values of its terms. */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*;
      @ public static model \bigint magnitude(long[] a, long[] b, \bigint o, \bigint n, \bigint U, \bigint T) {
      @   return Vector.magnitude(a, o / T / U * n * T + o % T, T, b, o / T % U * n, n);
      @ } @*/

    /** Arrays of the right lengths are operands, and have a result. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T && al == S * n * T && bl == U * n && size == S * U * T;
      @   ensures operands(al, bl, S, n, U, T) && result(size, S, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void fit(int al, int bl, int size, int S, int n, int U, int T) {
        part(S, n, T);
        part(S, U, T);
    }

    /** Where x·y·z fits in an {@code int}, so does x·y. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y && 0 < z && x * y * z <= Index.MAX;
      @   ensures x * y <= Index.MAX;
      @   assignable \strictly_nothing;
      @*/
    public static void part(int x, int y, int z) {
        Sign.product(x, y);
        Sign.product((long) Index.MAX - x, y);
        Sign.product((long) x * y, z - 1);
    }

    /** The s of offset (s·U + u)·T + t. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < size && 0 < S && 0 < U && 0 < T && result(size, S, U, T);
      @   ensures \result == o / T / U && 0 <= \result && \result < S;
      @   assignable \strictly_nothing;
      @*/
    public static int prefix(int o, int size, int S, int U, int T) {
        Sign.product(S, U);
        return Index.left(Index.left(o, S * U, T), S, U);
    }

    /** The u of offset (s·U + u)·T + t. */
    /*@ public normal_behavior
      @   requires 0 <= o && o < size && 0 < S && 0 < U && 0 < T && result(size, S, U, T);
      @   ensures \result == o / T % U && 0 <= \result && \result < U;
      @   assignable \strictly_nothing;
      @*/
    public static int middle(int o, int size, int S, int U, int T) {
        Sign.product(S, U);
        return Index.right(Index.left(o, S * U, T), U);
    }

    /** C[s, u, t] = Σ_i A[s, i, t] · B[u, i]. */
    /*@ public behavior
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= t && t < T && 0 < n;
      @   requires operands(a.length, b.length, S, n, U, T) && Exact.longs(a) && Exact.longs(b);
      @   ensures \result == \old(Vector.sum(a, s * n * T + t, T, b, u * n, n));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(Vector.magnitude(a, s * n * T + t, T, b, u * n, n)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long entry(long[] a, long[] b, int s, int u, int t, int S, int n, int U, int T) {
        int first = Index.pair(Index.pair(s, S, 0, n), S * n, t, T);
        int last = Index.pair(Index.pair(s, S, n - 1, n), S * n, t, T);
        Index.pair(u, U, n - 1, n);
        return Vector.inner(a, first, T, b, Index.pair(u, U, 0, n), n);
    }

    /** What {@code component} and {@code magnitude} stand for; elsewhere the prover need not look inside. */
    /*@ public normal_behavior
      @   ensures component(a, b, o, n, U, T) == Vector.sum(a, o / T / U * n * T + o % T, T, b, o / T % U * n, n);
      @   ensures magnitude(a, b, o, n, U, T)
      @     == Vector.magnitude(a, o / T / U * n * T + o % T, T, b, o / T % U * n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void definition(long[] a, long[] b, int o, int n, int U, int T) {}

    /** The component at offset o. */
    /*@ public behavior
      @   requires 0 <= o && o < size && 0 < S && 0 < U && 0 < T && 0 < n && result(size, S, U, T);
      @   requires operands(a.length, b.length, S, n, U, T) && Exact.longs(a) && Exact.longs(b);
      @   ensures \result == \old(component(a, b, o, n, U, T));
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e) \old(magnitude(a, b, o, n, U, T)) > Exact.MAX;
      @   assignable \nothing;
      @*/
    public static long at(long[] a, long[] b, int o, int size, int S, int n, int U, int T) {
        definition(a, b, o, n, U, T);
        return entry(a, b, prefix(o, size, S, U, T), middle(o, size, S, U, T), Index.right(o, T), S, n, U, T);
    }

    /** Components make a composition. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < U && 0 < T && 0 < n && c.length == size;
      @   requires result(size, S, U, T) && operands(a.length, b.length, S, n, U, T);
      @   requires (\forall int o; 0 <= o && o < size; c[o] == component(a, b, o, n, U, T));
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void related(long[] c, long[] a, long[] b, int size, int S, int n, int U, int T) {}

    /** C = A ∘_k B. */
    /*@ public behavior
      @   requires 0 <= size && 0 < S && 0 < U && 0 < T && 0 < n && result(size, S, U, T);
      @   requires operands(a.length, b.length, S, n, U, T) && Exact.longs(a) && Exact.longs(b);
      @   ensures \fresh(\result) && \result.length == size && Exact.longs(\result);
      @   ensures Relation.composition(\result, a, b, S, n, U, T);
      @   signals_only ArithmeticException;
      @   signals (ArithmeticException e)
      @     (\exists int o; 0 <= o && o < size; \old(magnitude(a, b, o, n, U, T)) > Exact.MAX);
      @   assignable \nothing;
      @*/
    public static long[] compose(long[] a, long[] b, int size, int S, int n, int U, int T) {
        long[] c = new long[size];
        /*@ loop_invariant 0 <= o && o <= size;
          @ loop_invariant (\forall int q; 0 <= q && q < o;
          @   c[q] == \old(component(a, b, q, n, U, T)) && Exact.MIN <= c[q] && c[q] <= Exact.MAX);
          @ assignable c[*];
          @ decreases size - o;
          @*/
        for (int o = 0; o < size; o++) {
            c[o] = at(a, b, o, size, S, n, U, T);
        }
        Exact.fold(c);
        related(c, a, b, size, S, n, U, T);
        return c;
    }
}
