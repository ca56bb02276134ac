package org.equicert.number;

/**
 * What a value costs to compute in floating point: any evaluation in the counted order, and any reordering of its sums,
 * returns the value within {@code chain · u · scale}, to first order in the unit roundoff u (Higham's counters ⟨k⟩ and the
 * majorant p̃(|x|), carried along together).
 *
 * @param value the plain double value
 * @param scale S ≥ |value|: the same expression with every term replaced by its size, through which cancellation shows
 * @param chain the longest dependent chain of roundings, library functions counting their stated ulps
 */
public record Rounding(double value, double scale, int chain) {}
