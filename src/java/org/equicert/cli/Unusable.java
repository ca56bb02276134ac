package org.equicert.cli;

/** What the user asked for cannot be done; the message says in one line why, and what can. */
final class Unusable extends Exception {
    private static final long serialVersionUID = 1;

    Unusable(String message) {
        super(message);
    }
}
