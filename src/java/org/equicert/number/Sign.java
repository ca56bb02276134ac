package org.equicert.number;

/** The sign of a number, as far as its type can tell. */
public enum Sign {
    NEGATIVE,
    ZERO,
    POSITIVE,
    /** an enclosure that holds numbers of more than one sign */
    UNKNOWN;

    /** The sign of n. */
    static Sign of(int n) {
        return n < 0 ? NEGATIVE : n == 0 ? ZERO : POSITIVE;
    }
}
