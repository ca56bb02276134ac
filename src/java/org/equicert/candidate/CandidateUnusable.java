package org.equicert.candidate;

/** A candidate that cannot be judged at all; the message is one clear sentence of what to do about it. */
public final class CandidateUnusable extends Exception {
    private static final long serialVersionUID = 1;

    public CandidateUnusable(String message) {
        super(message);
    }
}
