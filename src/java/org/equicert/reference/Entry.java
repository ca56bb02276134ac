package org.equicert.reference;

/**
 * From whole tensors to their entries and back (T §2): what {@link Relation#composition} says of one entry, and what makes it.
 *
 * <p>Offsets of three indices (s, u, t) are {@code int}s because the arrays that they point into exist.
 */
public final class Entry {

    private Entry() {}

    /** The dimensions of a composition are positive and its operands have its lengths. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T);
      @   ensures 0 < S && 0 < n && 0 < U && 0 < T;
      @   ensures Composition.operands(a.length, b.length, S, n, U, T) && Composition.result(c.length, S, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void dimensions(long[] c, long[] a, long[] b, int S, int n, int U, int T) {
        Composition.fit(a.length, b.length, c.length, S, n, U, T);
    }

    /** Results of the same shape have as many entries. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && Relation.composition(c2, a2, b2, S, n, U, T);
      @   ensures c2.length == c.length;
      @   assignable \strictly_nothing;
      @*/
    public static void alike(long[] c, long[] a, long[] b, long[] c2, long[] a2, long[] b2,
            int S, int n, int U, int T) {}

    /** The entry at offset o. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && 0 <= o && o < c.length;
      @   ensures c[o] == Composition.component(a, b, o, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void of(long[] c, long[] a, long[] b, int o, int S, int n, int U, int T) {}

    /** The offset of (s, u, t) in shape (S, U, T), and its indices again. */
    /*@ public normal_behavior
      @   requires 0 <= s && s < S && 0 <= u && u < U && 0 <= t && t < T && Composition.result(size, S, U, T);
      @   ensures \result == (s * U + u) * T + t && 0 <= \result && \result < size;
      @   ensures \result / T / U == s && \result / T % U == u && \result % T == t;
      @   assignable \strictly_nothing;
      @*/
    public static int offset(int size, int s, int u, int t, int S, int U, int T) {
        int x = Index.pair(s, S, u, U);
        int o = Index.pair(x, S * U, t, T);
        Index.recover(o, x, t, T);
        Index.recover(x, s, u, U);
        return o;
    }

    /** Where the terms of the entries (s, ·, t) start in A, and that they all lie there. */
    /*@ public normal_behavior
      @   requires 0 <= s && s < S && 0 <= t && t < T && 0 < n && Composition.operands(al, bl, S, n, U, T);
      @   ensures \result == s * n * T + t && 0 <= \result && \result + (n - 1) * T < al;
      @   assignable \strictly_nothing;
      @*/
    public static int start(int s, int t, int al, int bl, int S, int n, int U, int T) {
        Index.pair(Index.pair(s, S, n - 1, n), S * n, t, T);
        return Index.pair(Index.pair(s, S, 0, n), S * n, t, T);
    }

    /** Where the terms of the entries (·, u, ·) start in B, and that they all lie there. */
    /*@ public normal_behavior
      @   requires 0 <= u && u < U && 0 < n && Composition.operands(al, bl, S, n, U, T);
      @   ensures \result == u * n && 0 <= \result && \result + n <= bl;
      @   assignable \strictly_nothing;
      @*/
    public static int row(int u, int al, int bl, int S, int n, int U, int T) {
        Index.pair(u, U, n - 1, n);
        return Index.pair(u, U, 0, n);
    }

    /** The entry (s, u, t) of C = A ∘_k B. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && 0 <= s && s < S && 0 <= u && u < U && 0 <= t && t < T;
      @   ensures c[(s * U + u) * T + t] == Vector.sum(a, s * n * T + t, T, b, u * n, n);
      @   assignable \strictly_nothing;
      @*/
    public static void at(long[] c, long[] a, long[] b, int s, int u, int t, int S, int n, int U, int T) {
        dimensions(c, a, b, S, n, U, T);
        int o = offset(c.length, s, u, t, S, U, T);
        Composition.definition(a, b, o, n, U, T);
        of(c, a, b, o, S, n, U, T);
    }

    /** The entry (s, u, t) of C = A ∘_k B, term by term. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && 0 <= s && s < S && 0 <= u && u < U && 0 <= t && t < T;
      @   ensures c[(s * U + u) * T + t]
      @     == (\sum int i; 0 <= i && i < n; a[s * n * T + t + i * T] * b[u * n + i]);
      @   assignable \strictly_nothing;
      @*/
    public static void terms(long[] c, long[] a, long[] b, int s, int u, int t, int S, int n, int U, int T) {
        dimensions(c, a, b, S, n, U, T);
        at(c, a, b, s, u, t, S, n, U, T);
        Vector.definition(a, start(s, t, a.length, b.length, S, n, U, T), T,
                b, row(u, a.length, b.length, S, n, U, T), n);
    }

    /** A tensor with these entries is A ∘_k B. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T;
      @   requires a.length == S * n * T && b.length == U * n && c.length == S * U * T;
      @   requires (\forall int o; 0 <= o && o < c.length; c[o] == Composition.component(a, b, o, n, U, T));
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void composition(long[] c, long[] a, long[] b, int S, int n, int U, int T) {}

    /* Arrays of al, bl and cl entries can be A (S, n, T), B (U, n) and C (S, U, T). */
    /*@ public model_behavior
      @   requires true;
      @   accessible \nothing;
      @ public static model boolean sized(\bigint al, \bigint bl, \bigint cl,
      @     \bigint S, \bigint n, \bigint U, \bigint T) {
      @   return 0 < S && 0 < n && 0 < U && 0 < T && al == S * n * T && bl == U * n && cl == S * U * T;
      @ } @*/

    /** C = A ∘ B is also A₂ ∘ B₂, where the components are the same. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && sized(a2.length, b2.length, c.length, S2, n2, U2, T2);
      @   requires (\forall int o; 0 <= o && o < c.length;
      @     Composition.component(a, b, o, n, U, T) == Composition.component(a2, b2, o, n2, U2, T2));
      @   ensures Relation.composition(c, a2, b2, S2, n2, U2, T2);
      @   assignable \strictly_nothing;
      @*/
    public static void rewrite(long[] c, long[] a, long[] b, int S, int n, int U, int T,
            long[] a2, long[] b2, int S2, int n2, int U2, int T2) {
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; c[k] == Composition.component(a2, b2, k, n2, U2, T2));
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            of(c, a, b, o, S, n, U, T);
        }
        compose(c, a2, b2, S2, n2, U2, T2);
    }

    /** A tensor of the right size with these entries is A ∘_k B. */
    /*@ public normal_behavior
      @   requires sized(a.length, b.length, c.length, S, n, U, T);
      @   requires (\forall int o; 0 <= o && o < c.length; c[o] == Composition.component(a, b, o, n, U, T));
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void compose(long[] c, long[] a, long[] b, int S, int n, int U, int T) {}
}
