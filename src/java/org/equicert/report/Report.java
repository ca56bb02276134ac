package org.equicert.report;

import org.equicert.campaign.Run;

/** What a report holds: what a campaign found, and with which versions. */
public record Report(Versions versions, Run run) {}
