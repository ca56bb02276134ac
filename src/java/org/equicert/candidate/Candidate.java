package org.equicert.candidate;

import org.equicert.oracle.Answer;
import org.equicert.oracle.Question;

/**
 * An implementation under judgement. It is hostile until proved otherwise: whatever it does, {@link #ask} returns an
 * {@link Answer} within the candidate's time limit and never throws on its account.
 */
public interface Candidate extends AutoCloseable {
    /** Who it is and what it says it can do. */
    Description description();

    /** Its answer; {@link Answer.Failed} where it crashed, hung or answered nonsense. */
    Answer ask(Question question);

    @Override
    void close();
}
