package org.equicert.verification.openjml;

import java.util.Locale;

/** What became of a contract. Only {@link #PROVED} is a proof. */
enum Status {
    PROVED,
    OPEN,
    TIMEOUT,
    NOT_EXPRESSIBLE,
    NOT_RUN,
    NO_SOLVER,
    KILLED,
    TYPE_ERROR,
    ERROR;

    /** Whether another attempt would end the same way, whatever the contract says. */
    boolean isEnvironment() {
        return this == NOT_RUN || this == NO_SOLVER;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
