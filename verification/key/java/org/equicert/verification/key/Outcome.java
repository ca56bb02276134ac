package org.equicert.verification.key;

/**
 * What became of one attempt.
 *
 * @param mode {@code auto} if the proof was found, {@code replay} if a saved one was followed
 * @param said empty when it is proved; else the open goals, or what went wrong
 */
record Outcome(Ledger.Status status, String mode, double seconds, int nodes, String said) {

    static final Outcome NOT_RUN = new Outcome(Ledger.Status.NOT_RUN, "", 0, 0, "");

    static Outcome failed(Ledger.Status status, double seconds, String why) {
        return new Outcome(status, "auto", seconds, 0, why);
    }
}
