package org.equicert.campaign;

import java.util.Optional;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Exchange;

/**
 * The smallest and roundest question found on which an answer is refuted.
 *
 * @param exchange the question and the candidate's answer; it is also among the run's exchanges, at a station of its own
 * @param discrepancy where it is wrong
 * @param confirmation how the discrepancy behaves at a second precision or a scaled point, in words; empty if not asked
 */
public record Witness(Exchange exchange, Discrepancy discrepancy, Optional<String> confirmation) {}
