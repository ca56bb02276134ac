package org.equicert.cli;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.equicert.campaign.Result;
import org.equicert.oracle.Verdict;

/** What {@code certify} returns to its shell. */
final class ExitCode {
    /** Something was judged, nothing refuted, nothing failed. */
    static final int GOOD = 0;
    /** Something is refuted; for {@code recheck}: it disagrees. */
    static final int REFUTED = 1;
    /** Usage, or nothing could be judged. */
    static final int UNUSABLE = 2;
    /** Something failed; where strictness is asked for, anything short of exact or consistent. */
    static final int FAILED = 3;

    private static final Set<Verdict> RIGHT = EnumSet.of(Verdict.EXACT, Verdict.CONSISTENT);

    private ExitCode() {}

    static int of(List<Result> results, boolean strict) {
        Set<Verdict> verdicts = results.stream().map(Result::verdict).collect(Collectors.toSet());
        if (verdicts.contains(Verdict.REFUTED)) {
            return REFUTED;
        }
        if (verdicts.contains(Verdict.FAILED)) {
            return FAILED;
        }
        boolean judged =
                verdicts.contains(Verdict.INACCURATE) || verdicts.stream().anyMatch(RIGHT::contains);
        if (!judged) {
            return UNUSABLE;
        }
        return strict && !RIGHT.containsAll(verdicts) ? FAILED : GOOD;
    }
}
