package org.equicert.report;

/** A report that cannot be read; the message says in one line why. */
public final class ReportUnreadable extends Exception {
    private static final long serialVersionUID = 1;

    public ReportUnreadable(String message) {
        super(message);
    }
}
