package org.equicert.oracle;

/**
 * Where something does not fit.
 *
 * @param where the entry, or the identity with its equivariance and entry
 * @param expected the enclosure of what is right, in decimal
 * @param actual what was answered, in decimal
 * @param difference |actual − expected|, at least
 */
public record Discrepancy(String where, String expected, String actual, double difference) {}
