package org.equicert.reference;

/**
 * The second derivative of a composite, A ∘₁ X ∘₂ X + B ∘ C (T.Lem1.4, T.Lem1.5), along directions.
 *
 * <p>Both sides of (15) have this form, and so has ∇²L = ∇²ℓ ∘₁ ∇f ∘₂ ∇f + ∇ℓ ∘ ∇²f: A is a second derivative of
 * shape (n, n, t), B the first one, X of shape (a, n) and C of shape (a, a, n) are the derivatives of the map inside.
 * A direction in the first slot meets A after X, and C; one in the second slot likewise.
 */
public final class Composite {

    private Composite() {}

    /** The dimension of two slots taken for one: x·y, where x·y·z entries are there. */
    /*@ public normal_behavior
      @   requires 0 < x && 0 < y && 0 < z && size == x * y * z;
      @   ensures \result == x * y && 0 < \result;
      @   assignable \strictly_nothing;
      @*/
    public static int flat(int x, int y, int z, int size) {
        Composition.part(x, y, z);
        Sign.product(x - 1, y);
        return x * y;
    }

    /** (A ∘₁ X ∘₂ X + B ∘ C) ∘₁ K = A ∘₁ V ∘₂ X + B ∘ (C ∘₁ K), where V = X ∘ K. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < t && 0 < a && 0 < k;
      @   requires Relation.composition(AX, A, X, 1, n, a, n * t) && Relation.composition(AXX, AX, X, a, n, a, t);
      @   requires Relation.composition(BC, B, C, 1, n, a * a, t) && Relation.sum(w, AXX, BC);
      @   requires Relation.composition(V, X, K, 1, a, k, n);
      @   requires Relation.composition(AV, A, V, 1, n, k, n * t) && Relation.composition(AVX, AV, X, k, n, a, t);
      @   requires Relation.composition(CK, C, K, 1, a, k, a * n);
      @   requires Relation.composition(BCK, B, CK, 1, n, k * a, t);
      @   requires Relation.composition(wK, w, K, 1, a, k, a * t);
      @   ensures Relation.sum(wK, AVX, BCK);
      @   assignable \strictly_nothing;
      @*/
    public static void first(
            long[] K, long[] AX, long[] A, long[] X, long[] AXX, long[] BC, long[] B, long[] C, long[] w, long[] V,
            long[] AV, long[] AVX, long[] CK, long[] BCK, long[] wK, int n, int t, int a, int k) {
        Law.shapes(AXX, AX, X, a, n, a, t);
        int nt = flat(n, t, a, AX.length);
        int at = flat(a, t, a, AXX.length);
        Law.dissociate(AV, AX, V, A, X, K, 1, n, nt, 1, a, 1, k);
        Law.commute(AVX, AV, AXX, AX, K, X, 1, a, 1, n, t, k, a);
        Law.dissociate(BCK, BC, CK, B, C, K, 1, n, t, 1, a, a, k);
        Law.linearLeft(wK, AVX, BCK, w, AXX, BC, K, 1, a, k, at);
    }

    /** (A ∘₁ V ∘₂ X + B ∘ D) ∘₂ J = A ∘₁ V ∘₂ Y + B ∘ (D ∘₂ J), where Y = X ∘ J. Of A, only A ∘₁ V is named. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < t && 0 < a && 0 < k && 0 < j;
      @   requires Relation.composition(AVX, AV, X, k, n, a, t) && Relation.composition(BD, B, D, 1, n, k * a, t);
      @   requires Relation.sum(w, AVX, BD);
      @   requires Relation.composition(Y, X, J, 1, a, j, n) && Relation.composition(AVY, AV, Y, k, n, j, t);
      @   requires Relation.composition(DJ, D, J, k, a, j, n) && Relation.composition(BDJ, B, DJ, 1, n, k * j, t);
      @   requires Relation.composition(wJ, w, J, k, a, j, t);
      @   ensures Relation.sum(wJ, AVY, BDJ);
      @   assignable \strictly_nothing;
      @*/
    public static void second(
            long[] AVX, long[] AV, long[] X, long[] BD, long[] B, long[] D, long[] w, long[] Y, long[] J, long[] AVY,
            long[] DJ, long[] BDJ, long[] wJ, int n, int t, int a, int k, int j) {
        Law.dissociate(AVY, AVX, Y, AV, X, J, k, n, t, 1, a, 1, j);
        Law.dissociate(BDJ, BD, DJ, B, D, J, 1, n, t, k, a, 1, j);
        Law.linearLeft(wJ, AVY, BDJ, w, AVX, BD, J, k, a, j, t);
    }
}
