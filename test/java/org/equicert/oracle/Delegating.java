package org.equicert.oracle;

import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;

/** Another arithmetic of doubles, of which subclasses change what they are about. */
class Delegating implements Algebra<Double> {
    private final Algebra<Double> base;

    Delegating(Algebra<Double> base) {
        this.base = base;
    }

    @Override
    public Set<Capability> capabilities() {
        return base.capabilities();
    }

    @Override
    public Double of(long n) {
        return base.of(n);
    }

    @Override
    public Double of(double x) {
        return base.of(x);
    }

    @Override
    public Double plus(Double x, Double y) {
        return base.plus(x, y);
    }

    @Override
    public Double minus(Double x, Double y) {
        return base.minus(x, y);
    }

    @Override
    public Double times(Double x, Double y) {
        return base.times(x, y);
    }

    @Override
    public Double negate(Double x) {
        return base.negate(x);
    }

    @Override
    public Double over(Double x, Double y) {
        return base.over(x, y);
    }

    @Override
    public Double sqrt(Double x) {
        return base.sqrt(x);
    }

    @Override
    public Double exp(Double x) {
        return base.exp(x);
    }

    @Override
    public Double log(Double x) {
        return base.log(x);
    }

    @Override
    public Double tanh(Double x) {
        return base.tanh(x);
    }

    @Override
    public Double expm1(Double x) {
        return base.expm1(x);
    }

    @Override
    public Double log1p(Double x) {
        return base.log1p(x);
    }

    @Override
    public Double sin(Double x) {
        return base.sin(x);
    }

    @Override
    public Double cos(Double x) {
        return base.cos(x);
    }

    @Override
    public Double tan(Double x) {
        return base.tan(x);
    }

    @Override
    public Double asin(Double x) {
        return base.asin(x);
    }

    @Override
    public Double acos(Double x) {
        return base.acos(x);
    }

    @Override
    public Double atan(Double x) {
        return base.atan(x);
    }

    @Override
    public Double sinh(Double x) {
        return base.sinh(x);
    }

    @Override
    public Double cosh(Double x) {
        return base.cosh(x);
    }

    @Override
    public Double asinh(Double x) {
        return base.asinh(x);
    }

    @Override
    public Double acosh(Double x) {
        return base.acosh(x);
    }

    @Override
    public Double atanh(Double x) {
        return base.atanh(x);
    }

    @Override
    public Double logistic(Double x) {
        return base.logistic(x);
    }

    @Override
    public Double softplus(Double x) {
        return base.softplus(x);
    }

    @Override
    public Double erf(Double x) {
        return base.erf(x);
    }

    @Override
    public Double erfc(Double x) {
        return base.erfc(x);
    }

    @Override
    public Double gamma(Double x) {
        return base.gamma(x);
    }

    @Override
    public Double lgamma(Double x) {
        return base.lgamma(x);
    }

    @Override
    public Double pow(Double x, Double y) {
        return base.pow(x, y);
    }

    @Override
    public Double atan2(Double y, Double x) {
        return base.atan2(y, x);
    }

    @Override
    public Double polygamma(int m, Double x) {
        return base.polygamma(m, x);
    }

    @Override
    public Double pi() {
        return base.pi();
    }

    @Override
    public Sign sign(Double x) {
        return base.sign(x);
    }

    @Override
    public double magnitude(Double x) {
        return base.magnitude(x);
    }
}
