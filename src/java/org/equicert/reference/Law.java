package org.equicert.reference;

/**
 * T.Lem1.2: the laws of component composition, for whole tensors of any order.
 *
 * <p>Composition is linear in each argument and associative, compositions into different slots commute, and the identity
 * is a unit. Each law is a lemma: its {@code requires} are relations that hold between given tensors, its {@code ensures}
 * is the relation that follows, and its body is the induction. The methods do nothing when they run.
 */
public final class Law {

    private Law() {}

    /** (A₁ + A₂) ∘ B = A₁ ∘ B + A₂ ∘ B. */
    /*@ public normal_behavior
      @   requires Relation.sum(a, a1, a2) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(c1, a1, b, S, n, U, T) && Relation.composition(c2, a2, b, S, n, U, T);
      @   ensures Relation.sum(c, c1, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void linearLeft(long[] c, long[] c1, long[] c2, long[] a, long[] a1, long[] a2, long[] b,
            int S, int n, int U, int T) {
        Linearity.sum(a, a1, a2);
        Linearity.isLeft(c, c1, c2, a, 1, a1, 1, a2, b, S, n, U, T);
        Linearity.sum(c, c1, c2);
    }

    /** A ∘ (B₁ + B₂) = A ∘ B₁ + A ∘ B₂. */
    /*@ public normal_behavior
      @   requires Relation.sum(b, b1, b2) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(c1, a, b1, S, n, U, T) && Relation.composition(c2, a, b2, S, n, U, T);
      @   ensures Relation.sum(c, c1, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void linearRight(long[] c, long[] c1, long[] c2, long[] a, long[] b, long[] b1, long[] b2,
            int S, int n, int U, int T) {
        Linearity.sum(b, b1, b2);
        Linearity.isRight(c, c1, c2, a, b, 1, b1, 1, b2, S, n, U, T);
        Linearity.sum(c, c1, c2);
    }

    /** (q·A) ∘ B = q·(A ∘ B). */
    /*@ public normal_behavior
      @   requires Relation.multiple(qa, q, a) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(qc, qa, b, S, n, U, T);
      @   ensures Relation.multiple(qc, q, c);
      @   assignable \strictly_nothing;
      @*/
    public static void multipleLeft(long[] qc, long[] c, long q, long[] qa, long[] a, long[] b,
            int S, int n, int U, int T) {
        Linearity.multiple(qa, q, a);
        Linearity.isLeft(qc, c, c, qa, q, a, 0, a, b, S, n, U, T);
        Linearity.multiple(qc, q, c);
    }

    /** A ∘ (q·B) = q·(A ∘ B). */
    /*@ public normal_behavior
      @   requires Relation.multiple(qb, q, b) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(qc, a, qb, S, n, U, T);
      @   ensures Relation.multiple(qc, q, c);
      @   assignable \strictly_nothing;
      @*/
    public static void multipleRight(long[] qc, long[] c, long q, long[] a, long[] qb, long[] b,
            int S, int n, int U, int T) {
        Linearity.multiple(qb, q, b);
        Linearity.isRight(qc, c, c, a, qb, q, b, 0, b, S, n, U, T);
        Linearity.multiple(qc, q, c);
    }

    /** (q·A) ∘ B is q·(A ∘ B): the same law, to conclude a composition. */
    /*@ public normal_behavior
      @   requires Relation.multiple(qa, q, a) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.multiple(qc, q, c);
      @   ensures Relation.composition(qc, qa, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void scaleLeft(long[] qc, long[] c, long q, long[] qa, long[] a, long[] b,
            int S, int n, int U, int T) {
        Linearity.multiple(qa, q, a);
        Linearity.multiple(qc, q, c);
        Linearity.makeLeft(qc, c, c, qa, q, a, 0, a, b, S, n, U, T);
    }

    /** A ∘ (q·B) is q·(A ∘ B): the same law, to conclude a composition. */
    /*@ public normal_behavior
      @   requires Relation.multiple(qb, q, b) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.multiple(qc, q, c);
      @   ensures Relation.composition(qc, a, qb, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void scaleRight(long[] qc, long[] c, long q, long[] a, long[] qb, long[] b,
            int S, int n, int U, int T) {
        Linearity.multiple(qb, q, b);
        Linearity.multiple(qc, q, c);
        Linearity.makeRight(qc, c, c, a, qb, q, b, 0, b, S, n, U, T);
    }

    /** T.S2.assoc: (A ∘_k B) ∘_{k-1+j} C = A ∘_k (B ∘_j C): A (S, n, T), B (U, m, V, n), C (W, m). From the left side to the right. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && 0 < U && 0 < m && 0 < V && 0 < W;
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T);
      @   requires Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Relation.composition(abc, ab, c, S * U, m, W, V * T);
      @   ensures Relation.composition(abc, a, bc, S, n, U * W * V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void associate(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c,
            int S, int n, int T, int U, int m, int V, int W) {
        Associativity.dimensions(ab, bc, a, b, c, S, n, T, U, m, V, W);
        Associativity.lengthLeft(abc, ab, c, S, T, U, m, V, W);
        Dimensions.of(abc.length, S, U, W, V, T);
        Associativity.components(ab, bc, a, b, c, abc.length, S, n, T, U, m, V, W);
        int su = Dimensions.firstTwo(S, U, W, V, T);
        int vt = Dimensions.lastTwo(S, U, W, V, T);
        int uwv = Dimensions.middleThree(S, U, W, V, T);
        Associativity.lengthsRight(abc, ab, bc, a, b, c, uwv, S, n, T, U, m, V, W);
        Dimensions.times(su, 1, S, U);
        Dimensions.times(vt, 1, V, T);
        Dimensions.times(uwv, U, W, V);
        Entry.rewrite(abc, ab, c, su, m, W, vt, a, bc, S, n, uwv, T);
    }

    /** The same law, from the right side to the left. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && 0 < U && 0 < m && 0 < V && 0 < W;
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T);
      @   requires Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Relation.composition(abc, a, bc, S, n, U * W * V, T);
      @   ensures Relation.composition(abc, ab, c, S * U, m, W, V * T);
      @   assignable \strictly_nothing;
      @*/
    public static void dissociate(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c,
            int S, int n, int T, int U, int m, int V, int W) {
        Associativity.dimensions(ab, bc, a, b, c, S, n, T, U, m, V, W);
        Associativity.lengthRight(abc, a, bc, S, n, T, U, V, W);
        Dimensions.of(abc.length, S, U, W, V, T);
        Associativity.components(ab, bc, a, b, c, abc.length, S, n, T, U, m, V, W);
        int su = Dimensions.firstTwo(S, U, W, V, T);
        int vt = Dimensions.lastTwo(S, U, W, V, T);
        int uwv = Dimensions.middleThree(S, U, W, V, T);
        Associativity.lengthsLeft(abc, ab, bc, a, b, c, su, vt, S, n, T, U, m, V, W);
        Dimensions.times(su, 1, S, U);
        Dimensions.times(vt, 1, V, T);
        Dimensions.times(uwv, U, W, V);
        Entry.rewrite(abc, a, bc, S, n, uwv, T, ab, c, su, m, W, vt);
    }

    /** T.S2.commute: different slots commute: A (S, n, R, m, T), B (U, n), C (V, m). From B first to C first. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < R && 0 < m && 0 < T && 0 < U && 0 < V;
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T);
      @   requires Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Relation.composition(abc, ab, c, S * U * R, m, V, T);
      @   ensures Relation.composition(abc, ac, b, S, n, U, R * V * T);
      @   assignable \strictly_nothing;
      @*/
    public static void commute(long[] abc, long[] ab, long[] ac, long[] a, long[] b, long[] c,
            int S, int n, int R, int m, int T, int U, int V) {
        Commutation.dimensions(ab, ac, a, b, c, S, n, R, m, T, U, V);
        Commutation.lengthLeft(abc, ab, c, S, R, m, T, U, V);
        Dimensions.of(abc.length, S, U, R, V, T);
        Commutation.components(ab, ac, a, b, c, abc.length, S, n, R, m, T, U, V);
        int sur = Dimensions.firstThree(S, U, R, V, T);
        int rvt = Dimensions.lastThree(S, U, R, V, T);
        Commutation.lengthsRight(abc, ab, ac, a, b, c, rvt, S, n, R, m, T, U, V);
        Dimensions.times(sur, S, U, R);
        Dimensions.times(rvt, R, V, T);
        Entry.rewrite(abc, ab, c, sur, m, V, T, ac, b, S, n, U, rvt);
    }

    /** The same law, from C first to B first. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < R && 0 < m && 0 < T && 0 < U && 0 < V;
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T);
      @   requires Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Relation.composition(abc, ac, b, S, n, U, R * V * T);
      @   ensures Relation.composition(abc, ab, c, S * U * R, m, V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void commuteBack(long[] abc, long[] ab, long[] ac, long[] a, long[] b, long[] c,
            int S, int n, int R, int m, int T, int U, int V) {
        Commutation.dimensions(ab, ac, a, b, c, S, n, R, m, T, U, V);
        Commutation.lengthRight(abc, ac, b, S, n, R, T, U, V);
        Dimensions.of(abc.length, S, U, R, V, T);
        Commutation.components(ab, ac, a, b, c, abc.length, S, n, R, m, T, U, V);
        int sur = Dimensions.firstThree(S, U, R, V, T);
        int rvt = Dimensions.lastThree(S, U, R, V, T);
        Commutation.lengthsLeft(abc, ab, ac, a, b, c, sur, S, n, R, m, T, U, V);
        Dimensions.times(sur, S, U, R);
        Dimensions.times(rvt, R, V, T);
        Entry.rewrite(abc, ac, b, S, n, U, rvt, ab, c, sur, m, V, T);
    }

    /** T §2, k ≥ 2: (A ∘_k B)(x) = A(x) ∘_{k-1} B, where x goes into the first slot: A (X, P, n, T), B (U, n). */
    /*@ public normal_behavior
      @   requires 0 < X && 0 < P && 0 < n && 0 < T && 0 < U;
      @   requires Relation.composition(ax, a, x, 1, X, 1, P * n * T);
      @   requires Relation.composition(ab, a, b, X * P, n, U, T);
      @   requires Relation.composition(abx, ab, x, 1, X, 1, P * U * T);
      @   ensures Relation.composition(abx, ax, b, P, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void recursive(long[] abx, long[] ab, long[] ax, long[] a, long[] b, long[] x,
            int X, int P, int n, int T, int U) {
        commuteBack(abx, ax, ab, a, x, b, 1, X, P, n, T, 1, U);
    }

    /** T §2, k = 1: (A ∘₁ B)(x) = A ∘₁ B(x): A (n, T), B (X, V, n). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < T && 0 < X && 0 < V;
      @   requires Relation.composition(ab, a, b, 1, n, X * V, T);
      @   requires Relation.composition(bx, b, x, 1, X, 1, V * n);
      @   requires Relation.composition(abx, ab, x, 1, X, 1, V * T);
      @   ensures Relation.composition(abx, a, bx, 1, n, V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void applied(long[] abx, long[] ab, long[] bx, long[] a, long[] b, long[] x,
            int n, int T, int X, int V) {
        associate(abx, ab, bx, a, b, x, 1, n, T, 1, X, V, 1);
    }

    /** T §2: A(e_x) is the x-th slice of A, of shape (X) ⊕ (R). */
    /*@ public normal_behavior
      @   requires 0 < X && 0 < R && Relation.basis(e, x) && Relation.composition(ax, a, e, 1, X, 1, R);
      @   ensures Vector.same(ax, 0, a, x * R, R);
      @   assignable \strictly_nothing;
      @*/
    public static void slice(long[] ax, long[] a, long[] e, int x, int X, int R) {
        shapes(ax, a, e, 1, X, 1, R);
        Identity.ofBasis(e, x, 0);
        int from = Index.pair(x, X, 0, R);
        /*@ loop_invariant 0 <= o && o <= R && (\forall int k; 0 <= k && k < o; ax[k] == a[k + from]);
          @ assignable \strictly_nothing;
          @ decreases R - o;
          @*/
        for (int o = 0; o < R; o++) {
            Entry.of(ax, a, e, o, 1, X, 1, R);
            Identity.slice(a, e, x, o, X, R);
        }
        Vector.fold(ax, 0, a, from, R);
    }

    /** T.S2.units: (q·1) ∘ B = q·B: B of shape (U, n). */
    /*@ public normal_behavior
      @   requires 0 < U && 0 < n && Relation.unit(i, q, n) && Relation.multiple(qb, q, b) && b.length == U * n;
      @   ensures Relation.composition(qb, i, b, 1, n, U, n);
      @   assignable \strictly_nothing;
      @*/
    public static void unitLeft(long[] qb, long[] i, long q, long[] b, int n, int U) {
        Identity.size(i, q, n);
        Linearity.multiple(qb, q, b);
        Linearity.lengths(qb, q, b, 0, b);
        /*@ loop_invariant 0 <= o && o <= qb.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; qb[k] == Composition.component(i, b, k, n, U, n));
          @ assignable \strictly_nothing;
          @ decreases qb.length - o;
          @*/
        for (int o = 0; o < qb.length; o++) {
            Identity.left(i, q, b, o, n, U);
            Linearity.entry(qb, q, b, 0, b, o);
        }
        Entry.composition(qb, i, b, 1, n, U, n);
    }

    /** T.S2.units: A ∘_k (q·1) = q·A: A of shape (S, n, T). */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && Relation.unit(i, q, n) && Relation.multiple(qa, q, a);
      @   requires a.length == S * n * T;
      @   ensures Relation.composition(qa, a, i, S, n, n, T);
      @   assignable \strictly_nothing;
      @*/
    public static void unitRight(long[] qa, long[] a, long[] i, long q, int S, int n, int T) {
        Identity.size(i, q, n);
        Linearity.multiple(qa, q, a);
        Linearity.lengths(qa, q, a, 0, a);
        /*@ loop_invariant 0 <= o && o <= qa.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; qa[k] == Composition.component(a, i, k, n, n, T));
          @ assignable \strictly_nothing;
          @ decreases qa.length - o;
          @*/
        for (int o = 0; o < qa.length; o++) {
            Identity.right(a, i, q, o, S, n, T);
            Linearity.entry(qa, q, a, 0, a, o);
        }
        Entry.composition(qa, a, i, S, n, n, T);
    }

    /** Composition is a function: equal operands, equal results. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && Relation.composition(c2, a2, b2, S, n, U, T);
      @   requires Relation.equal(a, a2) && Relation.equal(b, b2);
      @   ensures Relation.equal(c, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void congruent(long[] c, long[] c2, long[] a, long[] a2, long[] b, long[] b2,
            int S, int n, int U, int T) {
        symmetric(a, a2);
        symmetric(b, b2);
        reflexive(c);
        replace(c, c, a2, a, b2, b, S, n, U, T);
        function(c, c2, a2, b2, S, n, U, T);
    }

    /** What equals C may stand in its place, and what equals an operand in that one's. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.equal(c2, c) && Relation.equal(a2, a) && Relation.equal(b2, b);
      @   ensures Relation.composition(c2, a2, b2, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void replace(long[] c2, long[] c, long[] a2, long[] a, long[] b2, long[] b,
            int S, int n, int U, int T) {
        Linearity.equal(c2, c);
        Linearity.equal(a2, a);
        Linearity.equal(b2, b);
        reflexive(c2);
        Linearity.equal(c2, c2);
        Linearity.makeLeft(c2, c, c, a2, 1, a, 0, a, b, S, n, U, T);
        Linearity.makeRight(c2, c2, c2, a2, b2, 1, b, 0, b, S, n, U, T);
    }

    /** A = A. */
    /*@ public normal_behavior
      @   ensures Relation.equal(a, a);
      @   assignable \strictly_nothing;
      @*/
    public static void reflexive(long[] a) {}

    /** A = B, then B = A. */
    /*@ public normal_behavior
      @   requires Relation.equal(a, b);
      @   ensures Relation.equal(b, a);
      @   assignable \strictly_nothing;
      @*/
    public static void symmetric(long[] a, long[] b) {}

    /** Two results of one composition are equal. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && Relation.composition(c2, a, b, S, n, U, T);
      @   ensures Relation.equal(c, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void function(long[] c, long[] c2, long[] a, long[] b, int S, int n, int U, int T) {}

    /** What a composition says of lengths and dimensions. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T);
      @   ensures a.length == S * n * T && b.length == U * n && c.length == S * U * T;
      @   assignable \strictly_nothing;
      @*/
    public static void shapes(long[] c, long[] a, long[] b, int S, int n, int U, int T) {}

    /** q·A = q·B and q ≠ 0 imply A = B. */
    /*@ public normal_behavior
      @   requires q != 0 && Relation.multiple(c, q, a) && Relation.multiple(c, q, b);
      @   ensures Relation.equal(a, b);
      @   assignable \strictly_nothing;
      @*/
    public static void cancel(long[] c, long q, long[] a, long[] b) {
        Linearity.multiple(c, q, a);
        Linearity.multiple(c, q, b);
        Linearity.lengths(c, q, a, 0, a);
        Linearity.lengths(c, q, b, 0, b);
        /*@ loop_invariant 0 <= o && o <= a.length && (\forall int k; 0 <= k && k < o; a[k] == b[k]);
          @ assignable \strictly_nothing;
          @ decreases a.length - o;
          @*/
        for (int o = 0; o < a.length; o++) {
            Linearity.entry(c, q, a, 0, a, o);
            Linearity.entry(c, q, b, 0, b, o);
            Sign.cancel(q, a, b, o);
        }
        equal(a, b);
    }

    /** Equal entries make equal tensors. */
    /*@ public normal_behavior
      @   requires a.length == b.length && (\forall int o; 0 <= o && o < a.length; a[o] == b[o]);
      @   ensures Relation.equal(a, b);
      @   assignable \strictly_nothing;
      @*/
    public static void equal(long[] a, long[] b) {}

    /** (A with two slots exchanged) ∘ B into the one is A ∘ B into the other, exchanged: A (P, s, t, Q), B (U, s). */
    /*@ public normal_behavior
      @   requires 0 < P && 0 < s && 0 < t && 0 < Q && 0 < U;
      @   requires Relation.transpose(at, a, P, s, t, Q) && Relation.composition(ab, a, b, P, s, U, t * Q);
      @   requires Relation.transpose(abt, ab, P, U, t, Q);
      @   ensures Relation.composition(abt, at, b, P * t, s, U, Q);
      @   assignable \strictly_nothing;
      @*/
    public static void transpose(long[] abt, long[] ab, long[] at, long[] a, long[] b,
            int P, int s, int t, int Q, int U) {
        Transposition.operand(ab, a, b, P, s, t, Q, U);
        Transposition.sizes(at, a, P, s, t, Q);
        Transposition.sizes(abt, ab, P, U, t, Q);
        Dimensions.of(abt.length, P, t, U, Q, 1);
        int pt = Dimensions.firstTwo(P, t, U, Q, 1);
        Dimensions.times(pt, 1, P, t);
        /*@ loop_invariant 0 <= o && o <= abt.length;
          @ loop_invariant (\forall int k; 0 <= k && k < o; abt[k] == Composition.component(at, b, k, s, U, Q));
          @ assignable \strictly_nothing;
          @ decreases abt.length - o;
          @*/
        for (int o = 0; o < abt.length; o++) {
            Transposition.component(abt, ab, at, a, b, o, P, s, t, Q, U);
        }
        Entry.composition(abt, at, b, pt, s, U, Q);
    }
}
