package org.equicert.derivative;

import org.jspecify.annotations.Nullable;

/**
 * A number with its first and second derivatives in n variables: the coefficients of f(x + Σ εₐuₐ) up to second order
 * (T.Lem1). Entries that are exactly zero are left out ({@code null}), so that constants and sparse terms cost nothing.
 *
 * @param value f
 * @param first ∂ₐf by a, or empty where all are zero
 * @param second ∂ₐ∂ᵦf by {@link Jets#pair}, or empty where all are zero
 */
public record Jet<E>(E value, @Nullable E[] first, @Nullable E[] second) {}
