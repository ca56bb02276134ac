package org.equicert.oracle;

import java.util.EnumSet;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;

/**
 * Arithmetic rounded to a precision after each operation: what a correct candidate of that precision computes with. Rounding
 * through double changes no result, since double has more than twice the bits.
 */
final class Narrow implements Algebra<Double> {
    private final Precision precision;

    Narrow(Precision precision) {
        this.precision = precision;
    }

    private double round(double x) {
        return precision.round(x);
    }

    /** As a factor of a product: cut where the precision multiplies with fewer bits than it adds. */
    private double factor(double x) {
        return precision == Precision.TF32
                ? Float.intBitsToFloat(Float.floatToIntBits((float) x) + (1 << 12) & -1 << 13)
                : x;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Double of(long n) {
        return round(n);
    }

    @Override
    public Double of(double x) {
        return round(x);
    }

    @Override
    public Double plus(Double x, Double y) {
        return round(x + y);
    }

    @Override
    public Double minus(Double x, Double y) {
        return round(x - y);
    }

    @Override
    public Double times(Double x, Double y) {
        return round(factor(x) * factor(y));
    }

    @Override
    public Double negate(Double x) {
        return -x;
    }

    @Override
    public Double over(Double x, Double y) {
        return round(x / y);
    }

    @Override
    public Double sqrt(Double x) {
        return round(Math.sqrt(x));
    }

    @Override
    public Double exp(Double x) {
        return round(Math.exp(x));
    }

    @Override
    public Double log(Double x) {
        return round(Math.log(x));
    }

    @Override
    public Double tanh(Double x) {
        return round(Math.tanh(x));
    }

    @Override
    public Sign sign(Double x) {
        return x > 0 ? Sign.POSITIVE : x < 0 ? Sign.NEGATIVE : Sign.ZERO;
    }

    @Override
    public double magnitude(Double x) {
        return Math.abs(x);
    }
}
