package org.equicert.reference;

/**
 * T.Lem1.4 to second order: the chain rule, as the push-forward of jets.
 *
 * <p>Over the dual ring R[ε, δ]/(ε², δ²) a map with first derivative A of shape (n, t) and second derivative A₂ of
 * shape (n, n, t) takes x + εX₁ + δX₂ + εδX₁₂ to its value there plus
 *
 * <pre>    ε·A ∘ X₁ + δ·A ∘ X₂ + εδ·(A₂ ∘₁ X₁ ∘₂ X₂ + A ∘ X₁₂),</pre>
 *
 * <p>for X₁ of shape (a, n), X₂ (b, n) and X₁₂ (a, b, n): all directions at once. So the derivatives of a map are
 * what it pushes the unit jet to, and those of a composite are what its second part pushes those of the first to.
 */
public final class Pushforward {

    private Pushforward() {}

    /** Pushing a jet by (B, B₂) and then by (A, A₂) is pushing it by the composite (A ∘ B, A₂ ∘₁ B ∘₂ B + A ∘ B₂). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < r && 0 < t && 0 < a && 0 < b;
      @   requires Relation.composition(Y1, B, X1, 1, n, a, r) && Relation.composition(Y2, B, X2, 1, n, b, r);
      @   requires Relation.composition(B2X1, B2, X1, 1, n, a, n * r);
      @   requires Relation.composition(B2X1X2, B2X1, X2, a, n, b, r);
      @   requires Relation.composition(BX12, B, X12, 1, n, a * b, r) && Relation.sum(Y12, B2X1X2, BX12);
      @   requires Relation.composition(Z1, A, Y1, 1, r, a, t) && Relation.composition(Z2, A, Y2, 1, r, b, t);
      @   requires Relation.composition(A2Y1, A2, Y1, 1, r, a, r * t);
      @   requires Relation.composition(A2Y1Y2, A2Y1, Y2, a, r, b, t);
      @   requires Relation.composition(AY12, A, Y12, 1, r, a * b, t) && Relation.sum(Z12, A2Y1Y2, AY12);
      @   requires Relation.composition(AB, A, B, 1, r, n, t);
      @   requires Relation.composition(A2B, A2, B, 1, r, n, r * t);
      @   requires Relation.composition(A2BB, A2B, B, n, r, n, t);
      @   requires Relation.composition(AB2, A, B2, 1, r, n * n, t) && Relation.sum(C2, A2BB, AB2);
      @   requires Relation.composition(C2X1, C2, X1, 1, n, a, n * t);
      @   requires Relation.composition(C2X1X2, C2X1, X2, a, n, b, t);
      @   requires Relation.composition(ABX12, AB, X12, 1, n, a * b, t);
      @   requires Relation.composition(A2Y1B, A2Y1, B, a, r, n, t);
      @   requires Relation.composition(AB2X1, A, B2X1, 1, r, a * n, t);
      @   requires Relation.composition(AB2X1X2, A, B2X1X2, 1, r, a * b, t);
      @   ensures Relation.composition(Z1, AB, X1, 1, n, a, t) && Relation.composition(Z2, AB, X2, 1, n, b, t);
      @   ensures Relation.sum(Z12, C2X1X2, ABX12);
      @   assignable \strictly_nothing;
      @*/
    public static void functorial(
            long[] Y1, long[] B, long[] X1, long[] Y2, long[] X2, long[] B2X1, long[] B2, long[] B2X1X2, long[] BX12,
            long[] X12, long[] Y12, long[] Z1, long[] A, long[] Z2, long[] A2Y1, long[] A2, long[] A2Y1Y2,
            long[] AY12, long[] Z12, long[] AB, long[] A2B, long[] A2BB, long[] AB2, long[] C2, long[] C2X1,
            long[] C2X1X2, long[] ABX12, long[] A2Y1B, long[] AB2X1, long[] AB2X1X2, int n, int r, int t, int a, int b) {
        Law.dissociate(Z1, AB, Y1, A, B, X1, 1, r, t, 1, n, 1, a);
        Law.dissociate(Z2, AB, Y2, A, B, X2, 1, r, t, 1, n, 1, b);
        Composite.first(X1, A2B, A2, B, A2BB, AB2, A, B2, C2, Y1, A2Y1, A2Y1B, B2X1, AB2X1, C2X1, r, t, n, a);
        Composite.second(A2Y1B, A2Y1, B, AB2X1, A, B2X1, C2X1, Y2, X2, A2Y1Y2, B2X1X2, AB2X1X2, C2X1X2, r, t, n, a, b);
        Law.shapes(C2X1X2, C2X1, X2, a, n, b, t);
        int ab = Composite.flat(a, b, t, C2X1X2.length);
        Law.associate(ABX12, AB, BX12, A, B, X12, 1, r, t, 1, n, 1, ab);
        Law.linearRight(AY12, AB2X1X2, ABX12, A, Y12, B2X1X2, BX12, 1, r, ab, t);
        Combination.regroup(Z12, A2Y1Y2, AY12, AB2X1X2, ABX12, C2X1X2);
    }

    /** The unit jet (1, 1, 0) is pushed to the derivatives themselves: (A, A, A₂). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < t && Relation.unit(I, 1, n) && Relation.zero(O);
      @   requires Relation.composition(AI, A, I, 1, n, n, t);
      @   requires Relation.composition(A2I, A2, I, 1, n, n, n * t);
      @   requires Relation.composition(A2II, A2I, I, n, n, n, t);
      @   requires Relation.composition(AO, A, O, 1, n, n * n, t) && Relation.sum(y, A2II, AO);
      @   ensures Relation.equal(AI, A) && Relation.equal(y, A2);
      @   assignable \strictly_nothing;
      @*/
    public static void unit(
            long[] I, long[] O, long[] AI, long[] A, long[] A2I, long[] A2, long[] A2II, long[] AO, long[] y, int n,
            int t) {
        Law.shapes(A2II, A2I, I, n, n, n, t);
        int nt = Composite.flat(n, t, n, A2I.length);
        int nn = Composite.flat(n, n, t, A2II.length);
        Combination.unit(AI, A, I, 1, n, t);
        Combination.unit(A2I, A2, I, 1, n, nt);
        Combination.unit(A2II, A2I, I, n, n, t);
        Linear.zeroRight(AO, A, O, 1, n, nn, t);
        Combination.alone(y, A2II, AO);
        Combination.trace(y, A2II, A2I);
        Combination.trace(y, A2I, A2);
    }

    /** A jet that does not move along ε is pushed to one that does not: (0, X₂, 0) to (0, A ∘ X₂, 0). */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < t && 0 < a && 0 < b && Relation.zero(X1) && Relation.zero(X12);
      @   requires Relation.composition(AX1, A, X1, 1, n, a, t);
      @   requires Relation.composition(A2X1, A2, X1, 1, n, a, n * t);
      @   requires Relation.composition(A2X1X2, A2X1, X2, a, n, b, t);
      @   requires Relation.composition(AX12, A, X12, 1, n, a * b, t) && Relation.sum(y, A2X1X2, AX12);
      @   ensures Relation.zero(AX1) && Relation.zero(y);
      @   assignable \strictly_nothing;
      @*/
    public static void still(
            long[] X1, long[] X12, long[] AX1, long[] A, long[] A2X1, long[] A2, long[] A2X1X2, long[] X2,
            long[] AX12, long[] y, int n, int t, int a, int b) {
        Law.shapes(A2X1X2, A2X1, X2, a, n, b, t);
        int nt = Composite.flat(n, t, a, A2X1.length);
        int ab = Composite.flat(a, b, t, A2X1X2.length);
        Linear.zeroRight(AX1, A, X1, 1, n, a, t);
        Linear.zeroRight(A2X1, A2, X1, 1, n, a, nt);
        Linear.zeroLeft(A2X1X2, A2X1, X2, a, n, b, t);
        Linear.zeroRight(AX12, A, X12, 1, n, ab, t);
        Combination.zeroSum(y, A2X1X2, AX12);
    }
}
