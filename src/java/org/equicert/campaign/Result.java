package org.equicert.campaign;

import java.util.List;
import java.util.Optional;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Verdict;

/**
 * One row of a report: what one judge says of one quantity of a function in one mode and precision, over all points.
 *
 * @param eta the backward error in ulps (a proven lower bound) at the point where it came closest to, or went furthest
 *     beyond, its budget; NaN where none was measured
 * @param budget that of the same point; NaN where none was counted
 * @param power the smallest relative error that would have been caught; NaN where unknown
 * @param coverage of an identity: the best over the points
 * @param reason in words; empty where the verdict speaks for itself
 * @param questions the ids of the questions that the verdict rests on
 * @param witness where refuted
 */
public record Result(
        String function,
        Quantity quantity,
        Optional<Mode> mode,
        Precision precision,
        Judge judge,
        Verdict verdict,
        double eta,
        double budget,
        double power,
        Optional<Coverage> coverage,
        String reason,
        List<String> questions,
        Optional<Witness> witness) {}
