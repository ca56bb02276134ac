package org.equicert.oracle;

import java.util.Locale;

/** Who judged. */
public enum Judge {
    /** integers on which every partial sum is exact, held against the verified reference */
    LATTICE,
    /** proven enclosures of the true answer */
    TRUTH,
    /** the identities that any correct derivative satisfies, on the candidate's own answers */
    IDENTITY;

    /** As it is written in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
