package org.equicert.oracle;

import org.equicert.number.Undecided;

/** Something that a candidate's answers claim, which rounding may or may not explain. */
interface Claim {
    /**
     * Whether the claim can be true when inputs move by t·u and entries by t·u·S; monotone in t.
     *
     * @throws Undecided where that cannot be said
     */
    boolean acceptable(double t);

    /**
     * The smallest relative error that is not acceptable at t.
     *
     * @throws Undecided where that cannot be said
     */
    double power(double t);

    /** Where the claim is furthest from being true. */
    Discrepancy worst();
}
