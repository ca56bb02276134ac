package org.equicert.verification.openjml;

/**
 * A status, and why, and what it cost.
 *
 * @param reason empty for a proof
 */
record Verdict(Status status, String reason, double seconds) {

    static Verdict of(Status status, String reason) {
        return new Verdict(status, reason, 0);
    }
}
