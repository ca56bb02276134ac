package org.equicert.oracle;

import java.util.Locale;
import java.util.Optional;

/** A binary floating-point format that a candidate computes in. */
public enum Precision {
    F64(53, 53, 1023),
    F32(24, 24, 127),
    /** f32 numbers whose products are taken of factors cut to 11 bits, and summed in f32 */
    TF32(11, 24, 127),
    F16(11, 11, 15),
    BF16(8, 8, 127);

    private final int multiplicand;
    private final int significand;
    private final int largestExponent;

    Precision(int multiplicand, int significand, int largestExponent) {
        this.multiplicand = multiplicand;
        this.significand = significand;
        this.largestExponent = largestExponent;
    }

    /** The unit roundoff u: half the distance from 1 to the next larger number, 2⁻⁵³ for f64. */
    public double unitRoundoff() {
        return Math.scalb(1.0, -multiplicand);
    }

    /** How many bits a factor of a product has. */
    int multiplicandBits() {
        return multiplicand;
    }

    /** How many bits a sum has. */
    int accumulatorBits() {
        return significand;
    }

    /** The precision that a candidate may use inside without being called wrong: f32 for f64, none for the others. */
    public Optional<Precision> lower() {
        return this == F64 ? Optional.of(F32) : Optional.empty();
    }

    /** The number of this format that is nearest to x, ties to even; infinite where x is beyond the largest. */
    public double round(double x) {
        if (this == F64 || x == 0 || !Double.isFinite(x)) {
            return x;
        }
        int exponent = Math.max(Math.getExponent(x), 1 - largestExponent);
        int unit = exponent - (significand - 1);
        double rounded = Math.scalb(Math.rint(Math.scalb(x, -unit)), unit);
        return Math.abs(rounded) > largest() ? Math.copySign(Double.POSITIVE_INFINITY, x) : rounded;
    }

    /** Whether x is a number of this format. */
    public boolean holds(double x) {
        return Double.isFinite(x) && round(x) == x;
    }

    /** The largest number of this format. */
    double largest() {
        return Math.scalb(2 - Math.scalb(1.0, 1 - significand), largestExponent);
    }

    /**
     * Below this size numbers round by as much as they do at it. Formats with room below every size in use may be flushed to
     * zero, which costs a whole least normal number; f16 has so little that its hardware never flushes.
     */
    double leastScale() {
        double leastNormal = Math.scalb(1.0, 1 - largestExponent);
        return this == F16 ? leastNormal : leastNormal / unitRoundoff();
    }

    /** Whether nothing of this size overflows when it is rounded a few times. */
    boolean isFarFromOverflow(double size) {
        return size <= largest() / 4;
    }

    /** As it is written in the protocol and in reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
