package org.equicert.oracle;

import java.util.Locale;

/** How derivatives are taken; for second order the outer mode comes first. */
public enum Mode {
    FWD,
    REV,
    FWD_OVER_FWD,
    FWD_OVER_REV,
    REV_OVER_FWD,
    REV_OVER_REV;

    /** As it is written in the protocol and in reports: {@code rev-over-fwd}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
