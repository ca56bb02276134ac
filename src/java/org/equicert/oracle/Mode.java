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

    /** Whether the last derivative is taken forward. */
    public boolean isForwardOutside() {
        return name().startsWith(FWD.name());
    }

    /** Whether the first derivative is taken forward; of a first-order mode, the only one. */
    public boolean isForwardInside() {
        return name().endsWith(FWD.name());
    }

    /** As it is written in the protocol and in reports: {@code rev-over-fwd}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
