package org.equicert.number;

/** What an {@link Algebra} can do beyond sums and products; a function states which of these it needs. */
public enum Capability {
    /** division by what is certainly not zero: fields */
    DIVISION,
    /** a total order, of which a type may answer {@link Sign#UNKNOWN} */
    ORDER,
    /** square roots */
    ROOT,
    /** real powers; exponential, logarithm and their kin; trigonometric, hyperbolic, error and gamma functions */
    ELEMENTARY
}
