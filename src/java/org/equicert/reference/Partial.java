package org.equicert.reference;

/**
 * T.Lem1.4 to second order, for maps of two arguments, such as φ and ψ: what they push jets to where one argument is
 * at rest.
 *
 * <p>A map of (x, λ) has derivatives A₁ of shape (n, t) and A₂ (k, t), and second derivatives A₁₁ (n, n, t), A₁₂ (n,
 * k, t), A₂₁ (k, n, t) and A₂₂ (k, k, t). A jet (X₁, X₂, X₁₂) of x and one (Λ₁, Λ₂, Λ₁₂) of λ are pushed to
 *
 * <pre>    y₁  = A₁ ∘ X₁ + A₂ ∘ Λ₁        y₂ = A₁ ∘ X₂ + A₂ ∘ Λ₂
 *     y₁₂ = A₁₁ ∘₁ X₁ ∘₂ X₂ + A₁₂ ∘₁ X₁ ∘₂ Λ₂ + A₂₁ ∘₁ Λ₁ ∘₂ X₂ + A₂₂ ∘₁ Λ₁ ∘₂ Λ₂ + A₁ ∘ X₁₂ + A₂ ∘ Λ₁₂,</pre>
 *
 * <p>which is {@link Pushforward} on the joint space, block by block. That A₁₂ is A₂₁ with its slots exchanged is not used.
 */
public final class Partial {

    private Partial() {}

    /**
     * Where the second argument is constant: (A₁ ∘ X₁, A₁ ∘ X₂, A₁₁ ∘₁ X₁ ∘₂ X₂ + A₁ ∘ X₁₂), as of a map of one
     * argument.
     */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < k && 0 < t && 0 < a && 0 < b;
      @   requires Relation.composition(A1X1, A1, X1, 1, n, a, t);
      @   requires Relation.composition(A2L1, A2, L1, 1, k, a, t) && Relation.sum(y1, A1X1, A2L1);
      @   requires Relation.composition(A1X2, A1, X2, 1, n, b, t);
      @   requires Relation.composition(A2L2, A2, L2, 1, k, b, t) && Relation.sum(y2, A1X2, A2L2);
      @   requires Relation.composition(A11X1, A11, X1, 1, n, a, n * t);
      @   requires Relation.composition(A11X1X2, A11X1, X2, a, n, b, t);
      @   requires Relation.composition(A12X1, A12, X1, 1, n, a, k * t);
      @   requires Relation.composition(A12X1L2, A12X1, L2, a, k, b, t);
      @   requires Relation.composition(A21L1, A21, L1, 1, k, a, n * t);
      @   requires Relation.composition(A21L1X2, A21L1, X2, a, n, b, t);
      @   requires Relation.composition(A22L1, A22, L1, 1, k, a, k * t);
      @   requires Relation.composition(A22L1L2, A22L1, L2, a, k, b, t);
      @   requires Relation.composition(A1X12, A1, X12, 1, n, a * b, t);
      @   requires Relation.composition(A2L12, A2, L12, 1, k, a * b, t);
      @   requires Relation.sum(fixed, A11X1X2, A12X1L2) && Relation.sum(moved, A21L1X2, A22L1L2);
      @   requires Relation.sum(bent, fixed, moved) && Relation.sum(carried, A1X12, A2L12);
      @   requires Relation.sum(y12, bent, carried);
      @   requires Relation.zero(L1) && Relation.zero(L2) && Relation.zero(L12);
      @   ensures Relation.equal(y1, A1X1) && Relation.equal(y2, A1X2);
      @   ensures Relation.sum(y12, A11X1X2, A1X12);
      @   assignable \strictly_nothing;
      @*/
    public static void first(
            long[] A1X1, long[] A1, long[] X1, long[] A2L1, long[] A2, long[] L1, long[] y1, long[] A1X2, long[] X2,
            long[] A2L2, long[] L2, long[] y2, long[] A11X1, long[] A11, long[] A11X1X2, long[] A12X1, long[] A12,
            long[] A12X1L2, long[] A21L1, long[] A21, long[] A21L1X2, long[] A22L1, long[] A22, long[] A22L1L2,
            long[] A1X12, long[] X12, long[] A2L12, long[] L12, long[] fixed, long[] moved, long[] bent,
            long[] carried, long[] y12, int n, int k, int t, int a, int b) {
        Law.shapes(A11X1X2, A11X1, X2, a, n, b, t);
        Law.shapes(A12X1L2, A12X1, L2, a, k, b, t);
        int nt = Composite.flat(n, t, a, A11X1.length);
        int ab = Composite.flat(a, b, t, A11X1X2.length);
        Linear.zeroRight(A2L1, A2, L1, 1, k, a, t);
        Combination.alone(y1, A1X1, A2L1);
        Linear.zeroRight(A2L2, A2, L2, 1, k, b, t);
        Combination.alone(y2, A1X2, A2L2);
        Linear.zeroRight(A12X1L2, A12X1, L2, a, k, b, t);
        Linear.zeroRight(A21L1, A21, L1, 1, k, a, nt);
        Linear.zeroLeft(A21L1X2, A21L1, X2, a, n, b, t);
        Linear.zeroRight(A22L1L2, A22L1, L2, a, k, b, t);
        Linear.zeroRight(A2L12, A2, L12, 1, k, ab, t);
        Combination.alone(fixed, A11X1X2, A12X1L2);
        Combination.zeroSum(moved, A21L1X2, A22L1L2);
        Combination.alone(bent, fixed, moved);
        Combination.alone(carried, A1X12, A2L12);
        Combination.trace(bent, fixed, A11X1X2);
        Combination.terms(y12, bent, carried, A11X1X2, A1X12);
    }

    /** Where ε moves only the second argument and δ only the first: (A₂ ∘ Λ₁, A₁ ∘ X₂, A₂₁ ∘₁ Λ₁ ∘₂ X₂). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < k && 0 < t && 0 < a && 0 < b;
      @   requires Relation.composition(A1X1, A1, X1, 1, n, a, t);
      @   requires Relation.composition(A2L1, A2, L1, 1, k, a, t) && Relation.sum(y1, A1X1, A2L1);
      @   requires Relation.composition(A1X2, A1, X2, 1, n, b, t);
      @   requires Relation.composition(A2L2, A2, L2, 1, k, b, t) && Relation.sum(y2, A1X2, A2L2);
      @   requires Relation.composition(A11X1, A11, X1, 1, n, a, n * t);
      @   requires Relation.composition(A11X1X2, A11X1, X2, a, n, b, t);
      @   requires Relation.composition(A12X1, A12, X1, 1, n, a, k * t);
      @   requires Relation.composition(A12X1L2, A12X1, L2, a, k, b, t);
      @   requires Relation.composition(A21L1, A21, L1, 1, k, a, n * t);
      @   requires Relation.composition(A21L1X2, A21L1, X2, a, n, b, t);
      @   requires Relation.composition(A22L1, A22, L1, 1, k, a, k * t);
      @   requires Relation.composition(A22L1L2, A22L1, L2, a, k, b, t);
      @   requires Relation.composition(A1X12, A1, X12, 1, n, a * b, t);
      @   requires Relation.composition(A2L12, A2, L12, 1, k, a * b, t);
      @   requires Relation.sum(fixed, A11X1X2, A12X1L2) && Relation.sum(moved, A21L1X2, A22L1L2);
      @   requires Relation.sum(bent, fixed, moved) && Relation.sum(carried, A1X12, A2L12);
      @   requires Relation.sum(y12, bent, carried);
      @   requires Relation.zero(X1) && Relation.zero(L2) && Relation.zero(X12) && Relation.zero(L12);
      @   ensures Relation.equal(y1, A2L1) && Relation.equal(y2, A1X2) && Relation.equal(y12, A21L1X2);
      @   assignable \strictly_nothing;
      @*/
    public static void mixed(
            long[] A1X1, long[] A1, long[] X1, long[] A2L1, long[] A2, long[] L1, long[] y1, long[] A1X2, long[] X2,
            long[] A2L2, long[] L2, long[] y2, long[] A11X1, long[] A11, long[] A11X1X2, long[] A12X1, long[] A12,
            long[] A12X1L2, long[] A21L1, long[] A21, long[] A21L1X2, long[] A22L1, long[] A22, long[] A22L1L2,
            long[] A1X12, long[] X12, long[] A2L12, long[] L12, long[] fixed, long[] moved, long[] bent,
            long[] carried, long[] y12, int n, int k, int t, int a, int b) {
        Law.shapes(A11X1X2, A11X1, X2, a, n, b, t);
        Law.shapes(A12X1L2, A12X1, L2, a, k, b, t);
        int nt = Composite.flat(n, t, a, A11X1.length);
        int ab = Composite.flat(a, b, t, A11X1X2.length);
        Linear.zeroRight(A1X1, A1, X1, 1, n, a, t);
        Linear.neutral(y1, A1X1, A2L1);
        Linear.zeroRight(A2L2, A2, L2, 1, k, b, t);
        Combination.alone(y2, A1X2, A2L2);
        Linear.zeroRight(A11X1, A11, X1, 1, n, a, nt);
        Linear.zeroLeft(A11X1X2, A11X1, X2, a, n, b, t);
        Linear.zeroRight(A12X1L2, A12X1, L2, a, k, b, t);
        Linear.zeroRight(A22L1L2, A22L1, L2, a, k, b, t);
        Linear.zeroRight(A1X12, A1, X12, 1, n, ab, t);
        Linear.zeroRight(A2L12, A2, L12, 1, k, ab, t);
        Combination.zeroSum(fixed, A11X1X2, A12X1L2);
        Combination.alone(moved, A21L1X2, A22L1L2);
        Linear.neutral(bent, fixed, moved);
        Combination.zeroSum(carried, A1X12, A2L12);
        Combination.alone(y12, bent, carried);
        Combination.trace(y12, bent, moved);
        Combination.trace(y12, moved, A21L1X2);
    }

    /** Where the first argument is constant, and the second moves straight: (A₂ ∘ Λ₁, A₂ ∘ Λ₂, A₂₂ ∘₁ Λ₁ ∘₂ Λ₂). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < k && 0 < t && 0 < a && 0 < b;
      @   requires Relation.composition(A1X1, A1, X1, 1, n, a, t);
      @   requires Relation.composition(A2L1, A2, L1, 1, k, a, t) && Relation.sum(y1, A1X1, A2L1);
      @   requires Relation.composition(A1X2, A1, X2, 1, n, b, t);
      @   requires Relation.composition(A2L2, A2, L2, 1, k, b, t) && Relation.sum(y2, A1X2, A2L2);
      @   requires Relation.composition(A11X1, A11, X1, 1, n, a, n * t);
      @   requires Relation.composition(A11X1X2, A11X1, X2, a, n, b, t);
      @   requires Relation.composition(A12X1, A12, X1, 1, n, a, k * t);
      @   requires Relation.composition(A12X1L2, A12X1, L2, a, k, b, t);
      @   requires Relation.composition(A21L1, A21, L1, 1, k, a, n * t);
      @   requires Relation.composition(A21L1X2, A21L1, X2, a, n, b, t);
      @   requires Relation.composition(A22L1, A22, L1, 1, k, a, k * t);
      @   requires Relation.composition(A22L1L2, A22L1, L2, a, k, b, t);
      @   requires Relation.composition(A1X12, A1, X12, 1, n, a * b, t);
      @   requires Relation.composition(A2L12, A2, L12, 1, k, a * b, t);
      @   requires Relation.sum(fixed, A11X1X2, A12X1L2) && Relation.sum(moved, A21L1X2, A22L1L2);
      @   requires Relation.sum(bent, fixed, moved) && Relation.sum(carried, A1X12, A2L12);
      @   requires Relation.sum(y12, bent, carried);
      @   requires Relation.zero(X1) && Relation.zero(X2) && Relation.zero(X12) && Relation.zero(L12);
      @   ensures Relation.equal(y1, A2L1) && Relation.equal(y2, A2L2) && Relation.equal(y12, A22L1L2);
      @   assignable \strictly_nothing;
      @*/
    public static void second(
            long[] A1X1, long[] A1, long[] X1, long[] A2L1, long[] A2, long[] L1, long[] y1, long[] A1X2, long[] X2,
            long[] A2L2, long[] L2, long[] y2, long[] A11X1, long[] A11, long[] A11X1X2, long[] A12X1, long[] A12,
            long[] A12X1L2, long[] A21L1, long[] A21, long[] A21L1X2, long[] A22L1, long[] A22, long[] A22L1L2,
            long[] A1X12, long[] X12, long[] A2L12, long[] L12, long[] fixed, long[] moved, long[] bent,
            long[] carried, long[] y12, int n, int k, int t, int a, int b) {
        Law.shapes(A11X1X2, A11X1, X2, a, n, b, t);
        Law.shapes(A12X1L2, A12X1, L2, a, k, b, t);
        int kt = Composite.flat(k, t, a, A12X1.length);
        int ab = Composite.flat(a, b, t, A11X1X2.length);
        Linear.zeroRight(A1X1, A1, X1, 1, n, a, t);
        Linear.neutral(y1, A1X1, A2L1);
        Linear.zeroRight(A1X2, A1, X2, 1, n, b, t);
        Linear.neutral(y2, A1X2, A2L2);
        Linear.zeroRight(A11X1X2, A11X1, X2, a, n, b, t);
        Linear.zeroRight(A12X1, A12, X1, 1, n, a, kt);
        Linear.zeroLeft(A12X1L2, A12X1, L2, a, k, b, t);
        Linear.zeroRight(A21L1X2, A21L1, X2, a, n, b, t);
        Linear.zeroRight(A1X12, A1, X12, 1, n, ab, t);
        Linear.zeroRight(A2L12, A2, L12, 1, k, ab, t);
        Combination.zeroSum(fixed, A11X1X2, A12X1L2);
        Linear.neutral(moved, A21L1X2, A22L1L2);
        Linear.neutral(bent, fixed, moved);
        Combination.zeroSum(carried, A1X12, A2L12);
        Combination.alone(y12, bent, carried);
        Combination.trace(y12, bent, moved);
        Combination.trace(y12, moved, A22L1L2);
    }
}
