package org.equicert.oracle;

import java.util.List;
import org.equicert.function.Array;
import org.equicert.number.Ball;

/**
 * An answer that came back as numbers of the right shape, with the truth about its question, which tells how well
 * conditioned each entry is, and what the truth judge said of it.
 */
record Answered(Exchange exchange, Array<Double> output, Truth truth, Judgement judgement) {
    /** The answer, each entry widened by what t ulps of backward error can do to it. */
    Array<Ball> within(double t) {
        return Array.build(output.shape(), i -> Ball.of(output.get(i), truth.halfWidth(i, t)));
    }

    /** The same as a vector. */
    List<Ball> entries(double t) {
        return within(t).entries();
    }

    Question question() {
        return exchange.question();
    }

    /** Whether nothing speaks against this answer. */
    boolean isSound() {
        return judgement.verdict() == Verdict.CONSISTENT || judgement.verdict() == Verdict.EXACT;
    }

    /** Whether something speaks against this answer, so that no identity that rests on it may accuse another one. */
    boolean isDoubtful() {
        return judgement.verdict() == Verdict.INACCURATE || judgement.verdict() == Verdict.REFUTED;
    }

    /** As reasons name it. */
    String name() {
        String mode = question().mode().map(m -> " " + m.word()).orElse("");
        return question().function() + " " + question().quantity().word() + mode;
    }
}
