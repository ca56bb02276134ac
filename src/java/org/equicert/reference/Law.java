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
            int S, int n, int U, int T) {}

    /** A ∘ (B₁ + B₂) = A ∘ B₁ + A ∘ B₂. */
    /*@ public normal_behavior
      @   requires Relation.sum(b, b1, b2) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(c1, a, b1, S, n, U, T) && Relation.composition(c2, a, b2, S, n, U, T);
      @   ensures Relation.sum(c, c1, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void linearRight(long[] c, long[] c1, long[] c2, long[] a, long[] b, long[] b1, long[] b2,
            int S, int n, int U, int T) {}

    /** (q·A) ∘ B = q·(A ∘ B). */
    /*@ public normal_behavior
      @   requires Relation.multiple(qa, q, a) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(qc, qa, b, S, n, U, T);
      @   ensures Relation.multiple(qc, q, c);
      @   assignable \strictly_nothing;
      @*/
    public static void multipleLeft(long[] qc, long[] c, long q, long[] qa, long[] a, long[] b,
            int S, int n, int U, int T) {}

    /** A ∘ (q·B) = q·(A ∘ B). */
    /*@ public normal_behavior
      @   requires Relation.multiple(qb, q, b) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.composition(qc, a, qb, S, n, U, T);
      @   ensures Relation.multiple(qc, q, c);
      @   assignable \strictly_nothing;
      @*/
    public static void multipleRight(long[] qc, long[] c, long q, long[] a, long[] qb, long[] b,
            int S, int n, int U, int T) {}

    /** (q·A) ∘ B is q·(A ∘ B): the same law, to conclude a composition. */
    /*@ public normal_behavior
      @   requires Relation.multiple(qa, q, a) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.multiple(qc, q, c);
      @   ensures Relation.composition(qc, qa, b, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void scaleLeft(long[] qc, long[] c, long q, long[] qa, long[] a, long[] b,
            int S, int n, int U, int T) {}

    /** A ∘ (q·B) is q·(A ∘ B): the same law, to conclude a composition. */
    /*@ public normal_behavior
      @   requires Relation.multiple(qb, q, b) && Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.multiple(qc, q, c);
      @   ensures Relation.composition(qc, a, qb, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void scaleRight(long[] qc, long[] c, long q, long[] a, long[] qb, long[] b,
            int S, int n, int U, int T) {}

    /** (A ∘_k B) ∘_{k-1+j} C = A ∘_k (B ∘_j C): A (S, n, T), B (U, m, V, n), C (W, m). From the left side to the right. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && 0 < U && 0 < m && 0 < V && 0 < W;
      @   requires Relation.composition(ab, a, b, S, n, U * m * V, T);
      @   requires Relation.composition(bc, b, c, U, m, W, V * n);
      @   requires Relation.composition(abc, ab, c, S * U, m, W, V * T);
      @   ensures Relation.composition(abc, a, bc, S, n, U * W * V, T);
      @   assignable \strictly_nothing;
      @*/
    public static void associate(long[] abc, long[] ab, long[] bc, long[] a, long[] b, long[] c,
            int S, int n, int T, int U, int m, int V, int W) {}

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
            int S, int n, int T, int U, int m, int V, int W) {}

    /** Different slots commute: A (S, n, R, m, T), B (U, n), C (V, m). From B first to C first. */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < R && 0 < m && 0 < T && 0 < U && 0 < V;
      @   requires Relation.composition(ab, a, b, S, n, U, R * m * T);
      @   requires Relation.composition(ac, a, c, S * n * R, m, V, T);
      @   requires Relation.composition(abc, ab, c, S * U * R, m, V, T);
      @   ensures Relation.composition(abc, ac, b, S, n, U, R * V * T);
      @   assignable \strictly_nothing;
      @*/
    public static void commute(long[] abc, long[] ab, long[] ac, long[] a, long[] b, long[] c,
            int S, int n, int R, int m, int T, int U, int V) {}

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
            int S, int n, int R, int m, int T, int U, int V) {}

    /** (q·1) ∘ B = q·B: B of shape (U, n). */
    /*@ public normal_behavior
      @   requires 0 < U && 0 < n && Relation.unit(i, q, n) && Relation.multiple(qb, q, b) && b.length == U * n;
      @   ensures Relation.composition(qb, i, b, 1, n, U, n);
      @   assignable \strictly_nothing;
      @*/
    public static void unitLeft(long[] qb, long[] i, long q, long[] b, int n, int U) {}

    /** A ∘_k (q·1) = q·A: A of shape (S, n, T). */
    /*@ public normal_behavior
      @   requires 0 < S && 0 < n && 0 < T && Relation.unit(i, q, n) && Relation.multiple(qa, q, a);
      @   requires a.length == S * n * T;
      @   ensures Relation.composition(qa, a, i, S, n, n, T);
      @   assignable \strictly_nothing;
      @*/
    public static void unitRight(long[] qa, long[] a, long[] i, long q, int S, int n, int T) {}

    /** Composition is a function: equal operands, equal results. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T) && Relation.composition(c2, a2, b2, S, n, U, T);
      @   requires Relation.equal(a, a2) && Relation.equal(b, b2);
      @   ensures Relation.equal(c, c2);
      @   assignable \strictly_nothing;
      @*/
    public static void congruent(long[] c, long[] c2, long[] a, long[] a2, long[] b, long[] b2,
            int S, int n, int U, int T) {}

    /** What equals C may stand in its place, and what equals an operand in that one's. */
    /*@ public normal_behavior
      @   requires Relation.composition(c, a, b, S, n, U, T);
      @   requires Relation.equal(c2, c) && Relation.equal(a2, a) && Relation.equal(b2, b);
      @   ensures Relation.composition(c2, a2, b2, S, n, U, T);
      @   assignable \strictly_nothing;
      @*/
    public static void replace(long[] c2, long[] c, long[] a2, long[] a, long[] b2, long[] b,
            int S, int n, int U, int T) {}

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
    public static void cancel(long[] c, long q, long[] a, long[] b) {}

    /** (A with two slots exchanged) ∘ B into the one is A ∘ B into the other, exchanged: A (P, s, t, Q), B (U, s). */
    /*@ public normal_behavior
      @   requires 0 < P && 0 < s && 0 < t && 0 < Q && 0 < U;
      @   requires Relation.transpose(at, a, P, s, t, Q) && Relation.composition(ab, a, b, P, s, U, t * Q);
      @   requires Relation.transpose(abt, ab, P, U, t, Q);
      @   ensures Relation.composition(abt, at, b, P * t, s, U, Q);
      @   assignable \strictly_nothing;
      @*/
    public static void transpose(long[] abt, long[] ab, long[] at, long[] a, long[] b,
            int P, int s, int t, int Q, int U) {}
}
