package org.equicert.oracle;

/**
 * A question and what came back.
 *
 * @param station names the point at which it was asked: exchanges of one station are judged together
 */
public record Exchange(String station, Question question, Answer answer) {}
