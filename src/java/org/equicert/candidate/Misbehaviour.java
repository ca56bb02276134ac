package org.equicert.candidate;

/** A candidate crashed, hung, or said what is no message of the protocol. */
final class Misbehaviour extends Exception {
    private static final long serialVersionUID = 1;

    private final String reason;

    Misbehaviour(String reason) {
        super(reason);
        this.reason = reason;
    }

    /** What it did, briefly. */
    String reason() {
        return reason;
    }
}
