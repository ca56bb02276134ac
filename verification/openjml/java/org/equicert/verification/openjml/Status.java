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

    /** Whether OpenJML came to an end with the contract, and says something of it. */
    boolean isOfTheContract() {
        return this == PROVED || this == OPEN || this == TIMEOUT || this == NOT_EXPRESSIBLE;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
