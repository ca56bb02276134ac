package org.equicert.number;

/** The sign of a number, as far as its type can tell. */
public enum Sign {
    NEGATIVE,
    ZERO,
    POSITIVE,
    /** an enclosure that holds numbers of more than one sign */
    UNKNOWN
}
