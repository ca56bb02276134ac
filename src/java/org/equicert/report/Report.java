package org.equicert.report;

import java.util.OptionalLong;
import org.equicert.campaign.Run;

/**
 * What a report holds: what a campaign found, and with which versions.
 *
 * @param seconds how long it took, as far as that is known
 */
public record Report(Versions versions, Run run, OptionalLong seconds) {
    /** Of a run that nobody has timed. */
    public Report(Versions versions, Run run) {
        this(versions, run, OptionalLong.empty());
    }
}
