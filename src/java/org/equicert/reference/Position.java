package org.equicert.reference;

/**
 * T.Def1: a good position, where ∂₁φ and ∂₁ψ are invertible; here up to a factor, which is what integers have.
 *
 * <p>An inverse is a tensor with P ∘ P⁻ = q·1 for some q ≠ 0: that covers the rationals, and the adjugate always is
 * one.
 */
public final class Position {

    private Position() {}

    /** P ∘ (P⁻ ∘ B) = q·B, where P ∘ P⁻ = q·1. */
    /*@ public normal_behavior
      @   requires 0 < n && 0 < U && Relation.composition(i, P, Pi, 1, n, n, n) && Relation.unit(i, q, n);
      @   requires Relation.composition(x, Pi, B, 1, n, U, n) && Relation.multiple(qB, q, B);
      @   ensures Relation.composition(qB, P, x, 1, n, U, n);
      @   assignable \strictly_nothing;
      @*/
    public static void undo(long[] P, long[] Pi, long[] i, long[] x, long[] B, long[] qB, long q, int n, int U) {
        Law.shapes(x, Pi, B, 1, n, U, n);
        Law.unitLeft(qB, i, q, B, n, U);
        Law.associate(qB, i, x, P, Pi, B, 1, n, n, 1, n, 1, U);
    }
}
