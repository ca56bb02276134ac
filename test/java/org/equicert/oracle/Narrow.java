package org.equicert.oracle;

import java.util.EnumSet;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Doubles;
import org.equicert.number.Sign;

/**
 * Arithmetic rounded to a precision after each operation: what a correct candidate of that precision computes with. Rounding
 * through double changes no result, since double has more than twice the bits.
 */
public final class Narrow implements Algebra<Double> {
    private static final Doubles DOUBLES = new Doubles();

    private final Precision precision;

    public Narrow(Precision precision) {
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
    public Double expm1(Double x) {
        return round(DOUBLES.expm1(x));
    }

    @Override
    public Double log1p(Double x) {
        return round(DOUBLES.log1p(x));
    }

    @Override
    public Double sin(Double x) {
        return round(DOUBLES.sin(x));
    }

    @Override
    public Double cos(Double x) {
        return round(DOUBLES.cos(x));
    }

    @Override
    public Double tan(Double x) {
        return round(DOUBLES.tan(x));
    }

    @Override
    public Double asin(Double x) {
        return round(DOUBLES.asin(x));
    }

    @Override
    public Double acos(Double x) {
        return round(DOUBLES.acos(x));
    }

    @Override
    public Double atan(Double x) {
        return round(DOUBLES.atan(x));
    }

    @Override
    public Double sinh(Double x) {
        return round(DOUBLES.sinh(x));
    }

    @Override
    public Double cosh(Double x) {
        return round(DOUBLES.cosh(x));
    }

    @Override
    public Double asinh(Double x) {
        return round(DOUBLES.asinh(x));
    }

    @Override
    public Double acosh(Double x) {
        return round(DOUBLES.acosh(x));
    }

    @Override
    public Double atanh(Double x) {
        return round(DOUBLES.atanh(x));
    }

    @Override
    public Double logistic(Double x) {
        return round(DOUBLES.logistic(x));
    }

    @Override
    public Double softplus(Double x) {
        return round(DOUBLES.softplus(x));
    }

    @Override
    public Double erf(Double x) {
        return round(DOUBLES.erf(x));
    }

    @Override
    public Double erfc(Double x) {
        return round(DOUBLES.erfc(x));
    }

    @Override
    public Double gamma(Double x) {
        return round(DOUBLES.gamma(x));
    }

    @Override
    public Double lgamma(Double x) {
        return round(DOUBLES.lgamma(x));
    }

    @Override
    public Double pow(Double x, Double y) {
        return round(DOUBLES.pow(x, y));
    }

    @Override
    public Double atan2(Double y, Double x) {
        return round(DOUBLES.atan2(y, x));
    }

    @Override
    public Double polygamma(int m, Double x) {
        return round(DOUBLES.polygamma(m, x));
    }

    @Override
    public Double pi() {
        return round(Math.PI);
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
