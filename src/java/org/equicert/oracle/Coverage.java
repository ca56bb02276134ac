package org.equicert.oracle;

/**
 * On how many directions an identity constrains an answer: rank K, proven from below, of p.
 *
 * @param directions rank K
 * @param of p
 */
public record Coverage(int directions, int of) {}
