package org.equicert.oracle;

import java.util.List;

/**
 * A judgement of one answer.
 *
 * @param accused the exchange whose answer is judged
 * @param judgement what is said of it
 * @param questions the ids of all questions that the judgement rests on
 */
public record Ruling(Exchange accused, Judgement judgement, List<String> questions) {}
