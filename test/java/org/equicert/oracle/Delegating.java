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
    public Sign sign(Double x) {
        return base.sign(x);
    }

    @Override
    public double magnitude(Double x) {
        return base.magnitude(x);
    }
}
