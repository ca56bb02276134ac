package org.equicert.reference;

/**
 * T.Lem1.2: composition is linear in each argument, entry by entry.
 *
 * <p>If A = p·A₁ + q·A₂ then A ∘ B = p·(A₁ ∘ B) + q·(A₂ ∘ B), and likewise for B: a sum of products is linear in each
 * factor, by induction over its terms. Sums, multiples and equality are the cases (1, 1), (q, 0) and (1, 0) of (p, q).
 */
public final class Linearity {

    private Linearity() {}

    /* C = p·A + q·B. */
    /*@ public model_behavior
      @   requires true;
      @   accessible c.*, a.*, b.*;
      @ public static model boolean combination(long[] c, \bigint p, long[] a, \bigint q, long[] b) {
      @   return a.length == c.length && b.length == c.length
      @     && (\forall int o; 0 <= o && o < c.length; c[o] == p * a[o] + q * b[o]);
      @ } @*/

    /** A = p·A₁ + q·A₂, entry o. */
    /*@ public normal_behavior
      @   requires combination(c, p, a, q, b) && 0 <= o && o < c.length;
      @   ensures c[o] == p * a[o] + q * b[o];
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] c, long p, long[] a, long q, long[] b, int o) {}

    /** Lengths and entries make a combination. */
    /*@ public normal_behavior
      @   requires a.length == c.length && b.length == c.length;
      @   requires (\forall int o; 0 <= o && o < c.length; c[o] == p * a[o] + q * b[o]);
      @   ensures combination(c, p, a, q, b);
      @   assignable \strictly_nothing;
      @*/
    public static void of(long[] c, long p, long[] a, long q, long[] b) {}

    /** Σ_i (p·x_i + q·y_i) b_i = p Σ_i x_i b_i + q Σ_i y_i b_i. */
    /*@ public normal_behavior
      @   requires combination(a, p, a1, q, a2) && 0 <= n && 0 <= a0 && 0 <= d && a0 + (n - 1) * d < a.length;
      @   ensures Vector.sum(a, a0, d, b, b0, n)
      @     == p * Vector.sum(a1, a0, d, b, b0, n) + q * Vector.sum(a2, a0, d, b, b0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void first(long[] a, long p, long[] a1, long q, long[] a2, int a0, int d, long[] b, int b0, int n) {
        Vector.none(a, a0, d, b, b0);
        Vector.none(a1, a0, d, b, b0);
        Vector.none(a2, a0, d, b, b0);
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant Vector.sum(a, a0, d, b, b0, i)
          @   == p * Vector.sum(a1, a0, d, b, b0, i) + q * Vector.sum(a2, a0, d, b, b0, i);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            Sign.product(i, d);
            Sign.product((long) n - 1 - i, d);
            entry(a, p, a1, q, a2, a0 + i * d);
            Vector.term(a, a0, d, b, b0, i);
            Vector.term(a1, a0, d, b, b0, i);
            Vector.term(a2, a0, d, b, b0, i);
        }
    }

    /** Σ_i a_i (p·x_i + q·y_i) = p Σ_i a_i x_i + q Σ_i a_i y_i. */
    /*@ public normal_behavior
      @   requires combination(b, p, b1, q, b2) && 0 <= n && 0 <= b0 && b0 + n <= b.length;
      @   ensures Vector.sum(a, a0, d, b, b0, n)
      @     == p * Vector.sum(a, a0, d, b1, b0, n) + q * Vector.sum(a, a0, d, b2, b0, n);
      @   assignable \strictly_nothing;
      @*/
    public static void second(long[] a, int a0, int d, long[] b, long p, long[] b1, long q, long[] b2, int b0, int n) {
        Vector.none(a, a0, d, b, b0);
        Vector.none(a, a0, d, b1, b0);
        Vector.none(a, a0, d, b2, b0);
        /*@ loop_invariant 0 <= i && i <= n;
          @ loop_invariant Vector.sum(a, a0, d, b, b0, i)
          @   == p * Vector.sum(a, a0, d, b1, b0, i) + q * Vector.sum(a, a0, d, b2, b0, i);
          @ assignable \strictly_nothing;
          @ decreases n - i;
          @*/
        for (int i = 0; i < n; i++) {
            entry(b, p, b1, q, b2, b0 + i);
            Vector.term(a, a0, d, b, b0, i);
            Vector.term(a, a0, d, b1, b0, i);
            Vector.term(a, a0, d, b2, b0, i);
        }
    }

    /** (p·A₁ + q·A₂) ∘ B at o. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T && 0 <= o && o < size && combination(a, p, a1, q, a2);
      @   requires Composition.operands(a.length, b.length, S, n, U, T) && Composition.result(size, S, U, T);
      @   ensures Composition.component(a, b, o, n, U, T)
      @     == p * Composition.component(a1, b, o, n, U, T) + q * Composition.component(a2, b, o, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] a, long p, long[] a1, long q, long[] a2, long[] b,
            int o, int size, int S, int n, int U, int T) {
        Composition.definition(a, b, o, n, U, T);
        Composition.definition(a1, b, o, n, U, T);
        Composition.definition(a2, b, o, n, U, T);
        int s = Composition.prefix(o, size, S, U, T);
        int u = Composition.middle(o, size, S, U, T);
        int a0 = Entry.start(s, Index.right(o, T), a.length, b.length, S, n, U, T);
        first(a, p, a1, q, a2, a0, T, b, Entry.row(u, a.length, b.length, S, n, U, T), n);
    }

    /** A ∘ (p·B₁ + q·B₂) at o. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T && 0 <= o && o < size && combination(b, p, b1, q, b2);
      @   requires Composition.operands(a.length, b.length, S, n, U, T) && Composition.result(size, S, U, T);
      @   ensures Composition.component(a, b, o, n, U, T)
      @     == p * Composition.component(a, b1, o, n, U, T) + q * Composition.component(a, b2, o, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] a, long[] b, long p, long[] b1, long q, long[] b2,
            int o, int size, int S, int n, int U, int T) {
        Composition.definition(a, b, o, n, U, T);
        Composition.definition(a, b1, o, n, U, T);
        Composition.definition(a, b2, o, n, U, T);
        int s = Composition.prefix(o, size, S, U, T);
        int u = Composition.middle(o, size, S, U, T);
        int a0 = Entry.start(s, Index.right(o, T), a.length, b.length, S, n, U, T);
        second(a, a0, T, b, p, b1, q, b2, Entry.row(u, a.length, b.length, S, n, U, T), n);
    }

    /** What (p·A₁ + q·A₂) ∘ B is. */
    /*@ public normal_behavior
      @   requires combination(a, p, a1, q, a2) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(c1, a1, b, S, n, U, T) && Relation.composition(c2, a2, b, S, n, U, T);
      @   ensures combination(c, p, c1, q, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void isLeft(long[] c, long[] c1, long[] c2, long[] a, long p, long[] a1, long q, long[] a2, long[] b,
            int S, int n, int U, int T) {
        Entry.dimensions(c, a, b, S, n, U, T);
        Entry.alike(c, a, b, c1, a1, b, S, n, U, T);
        Entry.alike(c, a, b, c2, a2, b, S, n, U, T);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; c[k] == p * c1[k] + q * c2[k]);
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            Entry.of(c, a, b, o, S, n, U, T);
            Entry.of(c1, a1, b, o, S, n, U, T);
            Entry.of(c2, a2, b, o, S, n, U, T);
            left(a, p, a1, q, a2, b, o, c.length, S, n, U, T);
        }
        of(c, p, c1, q, c2);
    }

    /** What is (p·A₁ + q·A₂) ∘ B. */
    /*@ public normal_behavior
      @   requires combination(a, p, a1, q, a2) && combination(c, p, c1, q, c2);
      @   requires Relation.composition(c1, a1, b, S, n, U, T) && Relation.composition(c2, a2, b, S, n, U, T);
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void makeLeft(long[] c, long[] c1, long[] c2, long[] a, long p, long[] a1, long q, long[] a2, long[] b,
            int S, int n, int U, int T) {
        lengths(a, p, a1, q, a2);
        lengths(c, p, c1, q, c2);
        Entry.dimensions(c1, a1, b, S, n, U, T);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; c[k] == Composition.component(a, b, k, n, U, T));
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            entry(c, p, c1, q, c2, o);
            Entry.of(c1, a1, b, o, S, n, U, T);
            Entry.of(c2, a2, b, o, S, n, U, T);
            left(a, p, a1, q, a2, b, o, c.length, S, n, U, T);
        }
        Law.shapes(c1, a1, b, S, n, U, T);
        Entry.composition(c, a, b, S, n, U, T);
    }

    /** What A ∘ (p·B₁ + q·B₂) is. */
    /*@ public normal_behavior
      @   requires combination(b, p, b1, q, b2) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(c1, a, b1, S, n, U, T) && Relation.composition(c2, a, b2, S, n, U, T);
      @   ensures combination(c, p, c1, q, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void isRight(long[] c, long[] c1, long[] c2, long[] a, long[] b, long p, long[] b1, long q, long[] b2,
            int S, int n, int U, int T) {
        Entry.dimensions(c, a, b, S, n, U, T);
        Entry.alike(c, a, b, c1, a, b1, S, n, U, T);
        Entry.alike(c, a, b, c2, a, b2, S, n, U, T);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; c[k] == p * c1[k] + q * c2[k]);
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            Entry.of(c, a, b, o, S, n, U, T);
            Entry.of(c1, a, b1, o, S, n, U, T);
            Entry.of(c2, a, b2, o, S, n, U, T);
            right(a, b, p, b1, q, b2, o, c.length, S, n, U, T);
        }
        of(c, p, c1, q, c2);
    }

    /** What is A ∘ (p·B₁ + q·B₂). */
    /*@ public normal_behavior
      @   requires combination(b, p, b1, q, b2) && combination(c, p, c1, q, c2);
      @   requires Relation.composition(c1, a, b1, S, n, U, T) && Relation.composition(c2, a, b2, S, n, U, T);
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void makeRight(long[] c, long[] c1, long[] c2, long[] a, long[] b, long p, long[] b1, long q, long[] b2,
            int S, int n, int U, int T) {
        lengths(b, p, b1, q, b2);
        lengths(c, p, c1, q, c2);
        Entry.dimensions(c1, a, b1, S, n, U, T);
        /*@ loop_invariant 0 <= o && o <= c.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; c[k] == Composition.component(a, b, k, n, U, T));
          @ assignable \strictly_nothing;
          @ decreases c.length - o;
          @*/
        for (int o = 0; o < c.length; o++) {
            entry(c, p, c1, q, c2, o);
            Entry.of(c1, a, b1, o, S, n, U, T);
            Entry.of(c2, a, b2, o, S, n, U, T);
            right(a, b, p, b1, q, b2, o, c.length, S, n, U, T);
        }
        Law.shapes(c1, a, b1, S, n, U, T);
        Entry.composition(c, a, b, S, n, U, T);
    }

    /** A sum is the combination (1, 1). */
    /*@ public normal_behavior
      @   ensures Relation.sum(c, a, b) <==> combination(c, 1, a, 1, b);
      @   assignable \strictly_nothing;
      @*/
    public static void sum(long[] c, long[] a, long[] b) {}

    /** A multiple is the combination (q, 0). */
    /*@ public normal_behavior
      @   ensures Relation.multiple(c, q, a) <==> combination(c, q, a, 0, a);
      @   assignable \strictly_nothing;
      @*/
    public static void multiple(long[] c, long q, long[] a) {}

    /** Equality is the combination (1, 0). */
    /*@ public normal_behavior
      @   ensures Relation.equal(c, a) <==> combination(c, 1, a, 0, a);
      @   assignable \strictly_nothing;
      @*/
    public static void equal(long[] c, long[] a) {}

    /** A combination has the lengths of its terms. */
    /*@ public normal_behavior
      @   requires combination(c, p, a, q, b);
      @   ensures a.length == c.length && b.length == c.length;
      @   assignable \strictly_nothing;
      @*/
    public static void lengths(long[] c, long p, long[] a, long q, long[] b) {}
}
