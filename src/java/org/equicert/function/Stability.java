package org.equicert.function;

/**
 * How a stable algorithm for a function may move its inputs: the backward error that is no fault. Answers are measured
 * alike: entry by entry, or against the largest entry.
 */
public enum Stability {
    /** each entry by a multiple of its own size: sums, products, elementwise maps */
    COMPONENTWISE,
    /** each entry by a multiple of the largest of its row (last axis): softmax and other shifted reductions */
    ROWWISE,
    /** each entry by a multiple of the largest of its argument: what LAPACK's solve, det and inverse promise */
    NORMWISE
}
