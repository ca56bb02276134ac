package org.equicert.oracle;

import java.util.function.DoublePredicate;

/**
 * η, the backward error in ulps: the least t at which a claim becomes acceptable when inputs move by t·u and entries by
 * t·u·S. Acceptance is tested with enclosures, which only ever accept too much, so what is found here is a proven lower
 * bound of η.
 */
final class BackwardError {
    /** Successive rungs of t differ by this factor: η is known that well. */
    private static final double STEP = Math.sqrt(2);

    /** Below a quarter of an ulp nobody cares. */
    private static final double LEAST = 0.25;

    private BackwardError() {}

    /**
     * The largest t on the ladder ¼·√2ᵏ in (from, to) at which the claim is not acceptable; {@code from} where there is
     * none.
     *
     * @param acceptable monotone: acceptable at t implies acceptable beyond t
     */
    static double above(double from, double to, DoublePredicate acceptable) {
        int low = from < LEAST ? -1 : rung(from);
        int high = rung(to) + 1;
        while (high - low > 1) {
            int middle = (low + high) >>> 1;
            if (acceptable.test(ulps(middle))) {
                high = middle;
            } else {
                low = middle;
            }
        }
        return low < 0 ? from : Math.max(from, ulps(low));
    }

    private static int rung(double t) {
        return (int) Math.floor(StrictMath.log(t / LEAST) / StrictMath.log(STEP));
    }

    private static double ulps(int rung) {
        return LEAST * StrictMath.pow(STEP, rung);
    }
}
