package org.equicert.number;

import java.util.function.UnaryOperator;

/** The functions that the platform's mathematical library lacks, as doubles: midpoints of balls, right to almost an ulp. */
final class SpecialDoubles {
    static final Balls BALLS = Balls.ofBits(64);

    private SpecialDoubles() {}

    /** f(x) to the nearest double or next to it, ±{@link Double#MAX_VALUE} where it is beyond; NaN for infinities and NaN. */
    static double of(double x, UnaryOperator<Ball> f) {
        return Double.isFinite(x) ? f.apply(Ball.exact(x)).midpoint() : Double.NaN;
    }
}
