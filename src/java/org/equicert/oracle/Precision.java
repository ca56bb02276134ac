package org.equicert.oracle;

import java.util.Locale;
import java.util.Optional;

/** A binary floating-point format that a candidate computes in. */
public enum Precision {
    F64(53),
    F32(24);

    private final int significand;

    Precision(int significand) {
        this.significand = significand;
    }

    /** The unit roundoff u: half the distance from 1 to the next larger number, 2⁻⁵³ for f64. */
    public double unitRoundoff() {
        return Math.scalb(1.0, -significand);
    }

    /** The precision that a candidate may use inside without being called wrong: f32 for f64, none for f32. */
    public Optional<Precision> lower() {
        return this == F64 ? Optional.of(F32) : Optional.empty();
    }

    /** Whether x is a number of this format. */
    public boolean holds(double x) {
        return this == F64 ? Double.isFinite(x) : Float.isFinite((float) x) && (float) x == x;
    }

    /** Whether numbers of a size are held with all digits, and so are roundings of them: far from overflow and underflow. */
    boolean hasRoomFor(double size) {
        double largest = this == F64 ? Double.MAX_VALUE : Float.MAX_VALUE;
        double smallest = this == F64 ? Double.MIN_NORMAL : Float.MIN_NORMAL;
        return size <= largest / 4 && size >= smallest / unitRoundoff();
    }

    /** As it is written in the protocol and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
