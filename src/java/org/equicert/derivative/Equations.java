package org.equicert.derivative;

import java.util.List;
import org.equicert.number.Algebra;

/** A system of n equations F(z, a) = 0 in n unknowns z, for given data a, written once over any algebra. */
@FunctionalInterface
public interface Equations {
    /** F(z, a), as many numbers as there are unknowns. */
    <E> List<E> residual(Algebra<E> algebra, List<E> z, List<E> a);
}
