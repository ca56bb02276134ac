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

    /* The first k components of A ∘ B are those of p·(A₁ ∘ B₁) + q·(A₂ ∘ B₂). */
    /*@ public model_behavior
      @   requires true;
      @   accessible a.*, b.*, a1.*, b1.*, a2.*, b2.*;
      @ public static model boolean components(long[] a, long[] b, \bigint p, long[] a1, long[] b1,
      @     \bigint q, long[] a2, long[] b2, \bigint k, \bigint n, \bigint U, \bigint T) {
      @   return (\forall int o; 0 <= o && o < k; Composition.component(a, b, o, n, U, T)
      @     == p * Composition.component(a1, b1, o, n, U, T) + q * Composition.component(a2, b2, o, n, U, T));
      @ } @*/

    /** A = p·A₁ + q·A₂, entry o. */
    /*@ public normal_behavior
      @   requires combination(c, p, a, q, b) && 0 <= o && o < c.length;
      @   ensures c[o] == p * a[o] + q * b[o];
      @   assignable \strictly_nothing;
      @*/
    public static void entry(long[] c, long p, long[] a, long q, long[] b, int o) {}

    /** One more component. */
    /*@ public normal_behavior
      @   requires components(a, b, p, a1, b1, q, a2, b2, o, n, U, T);
      @   requires Composition.component(a, b, o, n, U, T)
      @     == p * Composition.component(a1, b1, o, n, U, T) + q * Composition.component(a2, b2, o, n, U, T);
      @   ensures components(a, b, p, a1, b1, q, a2, b2, o + 1, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void more(long[] a, long[] b, long p, long[] a1, long[] b1, long q, long[] a2, long[] b2,
            int o, int n, int U, int T) {}

    /** No component. */
    /*@ public normal_behavior
      @   ensures components(a, b, p, a1, b1, q, a2, b2, 0, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void none(long[] a, long[] b, long p, long[] a1, long[] b1, long q, long[] a2, long[] b2,
            int n, int U, int T) {}

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

    /** (p·A₁ + q·A₂) ∘ B, component by component. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T && 0 <= size && combination(a, p, a1, q, a2);
      @   requires Composition.operands(a.length, b.length, S, n, U, T) && Composition.result(size, S, U, T);
      @   ensures components(a, b, p, a1, b, q, a2, b, size, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void left(long[] a, long p, long[] a1, long q, long[] a2, long[] b,
            int size, int S, int n, int U, int T) {
        none(a, b, p, a1, b, q, a2, b, n, U, T);
        /*@ loop_invariant 0 <= o && o <= size && components(a, b, p, a1, b, q, a2, b, o, n, U, T);
          @ assignable \strictly_nothing;
          @ decreases size - o;
          @*/
        for (int o = 0; o < size; o++) {
            Composition.definition(a, b, o, n, U, T);
            Composition.definition(a1, b, o, n, U, T);
            Composition.definition(a2, b, o, n, U, T);
            int s = Composition.prefix(o, size, S, U, T);
            int u = Composition.middle(o, size, S, U, T);
            int t = Index.right(o, T);
            first(a, p, a1, q, a2, Entry.start(s, t, a.length, b.length, S, n, U, T), T,
                    b, Entry.row(u, a.length, b.length, S, n, U, T), n);
            more(a, b, p, a1, b, q, a2, b, o, n, U, T);
        }
    }

    /** A ∘ (p·B₁ + q·B₂), component by component. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < U && 0 < T && 0 <= size && combination(b, p, b1, q, b2);
      @   requires Composition.operands(a.length, b.length, S, n, U, T) && Composition.result(size, S, U, T);
      @   ensures components(a, b, p, a, b1, q, a, b2, size, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void right(long[] a, long[] b, long p, long[] b1, long q, long[] b2,
            int size, int S, int n, int U, int T) {
        none(a, b, p, a, b1, q, a, b2, n, U, T);
        /*@ loop_invariant 0 <= o && o <= size && components(a, b, p, a, b1, q, a, b2, o, n, U, T);
          @ assignable \strictly_nothing;
          @ decreases size - o;
          @*/
        for (int o = 0; o < size; o++) {
            Composition.definition(a, b, o, n, U, T);
            Composition.definition(a, b1, o, n, U, T);
            Composition.definition(a, b2, o, n, U, T);
            int s = Composition.prefix(o, size, S, U, T);
            int u = Composition.middle(o, size, S, U, T);
            int t = Index.right(o, T);
            second(a, Entry.start(s, t, a.length, b.length, S, n, U, T), T,
                    b, p, b1, q, b2, Entry.row(u, a.length, b.length, S, n, U, T), n);
            more(a, b, p, a, b1, q, a, b2, o, n, U, T);
        }
    }

    /** Components to tensors: what A ∘ B is made of tells what it is. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && Relation.composition(c1, a1, b1, S, n, U, T);
      @   requires Relation.composition(c2, a2, b2, S, n, U, T);
      @   requires components(a, b, p, a1, b1, q, a2, b2, c.length, n, U, T);
      @   ensures combination(c, p, c1, q, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void evaluate(long[] c, long[] a, long[] b, long p, long[] c1, long[] a1, long[] b1,
            long q, long[] c2, long[] a2, long[] b2, int S, int n, int U, int T) {}

    /** Components to tensors: what is made of them is A ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.composition(c1, a1, b1, S, n, U, T) && Relation.composition(c2, a2, b2, S, n, U, T);
      @   requires a.length == a1.length && b.length == b1.length && combination(c, p, c1, q, c2);
      @   requires components(a, b, p, a1, b1, q, a2, b2, c.length, n, U, T);
      @   ensures Relation.composition(c, a, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void conclude(long[] c, long[] a, long[] b, long p, long[] c1, long[] a1, long[] b1,
            long q, long[] c2, long[] a2, long[] b2, int S, int n, int U, int T) {}

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
