package org.equicert.oracle;

import java.util.Comparator;
import java.util.Optional;

/**
 * What one judge says of one answer (or of the answers that an identity ties together).
 *
 * @param verdict the verdict
 * @param eta a proven lower bound of the backward error in ulps; NaN where none was measured
 * @param budget the longest dependent chain of roundings; NaN where none was counted
 * @param power the smallest relative error that would have been caught; NaN where unknown
 * @param coverage of an identity
 * @param reason why, in words; empty where the verdict speaks for itself
 * @param worst where answer and truth (or the two sides of an identity) lie furthest apart, for refuted and inaccurate, and
 *     where an identity does not hold but nobody can be blamed
 */
public record Judgement(
        Judge judge,
        Verdict verdict,
        double eta,
        double budget,
        double power,
        Optional<Coverage> coverage,
        String reason,
        Optional<Discrepancy> worst) {

    /**
     * The graver the later, as verdicts are; but answers that contradict each other, though nothing says which is wrong, are
     * graver than what was found in order elsewhere.
     */
    public static final Comparator<Judgement> GRAVITY = Comparator.<Judgement, Verdict>comparing(
                    j -> j.isContradiction() ? Verdict.CONSISTENT : j.verdict)
            .thenComparing(Judgement::isContradiction);

    private boolean isContradiction() {
        return verdict == Verdict.UNDECIDED && worst.isPresent();
    }

    /** A verdict that rests on no measurement: unsupported, failed, undecided. */
    public static Judgement without(Judge judge, Verdict verdict, String reason) {
        return new Judgement(
                judge, verdict, Double.NaN, Double.NaN, Double.NaN, Optional.empty(), reason, Optional.empty());
    }

    Judgement withCoverage(Optional<Coverage> other) {
        return new Judgement(judge, verdict, eta, budget, power, other, reason, worst);
    }

    Judgement withReason(String other) {
        return new Judgement(judge, verdict, eta, budget, power, coverage, other, worst);
    }
}
