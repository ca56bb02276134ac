package org.equicert.oracle;

import org.equicert.number.Doubles;

/** Plain doubles that remember the largest number that they came across. For one evaluation. */
final class Extremes extends Doubles {
    private double largest;

    /** The largest magnitude so far; infinite where something has left the range of doubles. */
    double largest() {
        return largest;
    }

    private double noted(double x) {
        largest = Math.max(largest, Double.isNaN(x) ? Double.POSITIVE_INFINITY : Math.abs(x));
        return x;
    }

    @Override
    public Double plus(Double x, Double y) {
        return noted(super.plus(x, y));
    }

    @Override
    public Double minus(Double x, Double y) {
        return noted(super.minus(x, y));
    }

    @Override
    public Double times(Double x, Double y) {
        return noted(super.times(x, y));
    }

    @Override
    public Double over(Double x, Double y) {
        return noted(super.over(x, y));
    }

    @Override
    public Double pow(Double x, Double y) {
        return noted(super.pow(x, y));
    }

    @Override
    public Double exp(Double x) {
        return noted(super.exp(x));
    }

    @Override
    public Double expm1(Double x) {
        return noted(super.expm1(x));
    }

    @Override
    public Double sinh(Double x) {
        return noted(super.sinh(x));
    }

    @Override
    public Double cosh(Double x) {
        return noted(super.cosh(x));
    }

    @Override
    public Double tan(Double x) {
        return noted(super.tan(x));
    }

    @Override
    public Double gamma(Double x) {
        return noted(super.gamma(x));
    }
}
