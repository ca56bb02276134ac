package org.equicert.equivariance;

import java.util.List;
import org.equicert.number.Algebra;

/** φ: Rᵖ × Rᵏ → Rᵖ or ψ: Rᵐ × Rᵏ → Rᵐ at fixed data, on flat vectors (T §3). */
@FunctionalInterface
interface Action {
    <E> List<E> apply(Algebra<E> algebra, List<E> x, List<E> lambda);
}
