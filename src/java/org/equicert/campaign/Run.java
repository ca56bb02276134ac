package org.equicert.campaign;

import java.util.List;
import org.equicert.candidate.Description;
import org.equicert.oracle.Exchange;

/**
 * What a campaign found, whole or as far as it came.
 *
 * @param complete false where it was stopped early
 * @param exchanges everything that was asked and answered, witnesses included: every result follows from these
 */
public record Run(Description candidate, long seed, boolean complete, List<Result> results, List<Exchange> exchanges) {
    /** At how many points something was asked, counted for each function and precision; witnesses are none. */
    public long points() {
        return exchanges.stream()
                .map(Exchange::station)
                .filter(StationName::isPoint)
                .distinct()
                .count();
    }
}
