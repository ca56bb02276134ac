package org.equicert.oracle;

import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Doubles;
import org.equicert.number.Sign;

/** Plain doubles that remember the largest number that they came across. For one evaluation. */
final class Extremes implements Algebra<Double> {
    private final Doubles doubles = new Doubles();
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
    public Set<Capability> capabilities() {
        return doubles.capabilities();
    }

    @Override
    public Double of(long n) {
        return doubles.of(n);
    }

    @Override
    public Double of(double x) {
        return doubles.of(x);
    }

    @Override
    public Double plus(Double x, Double y) {
        return noted(doubles.plus(x, y));
    }

    @Override
    public Double minus(Double x, Double y) {
        return noted(doubles.minus(x, y));
    }

    @Override
    public Double times(Double x, Double y) {
        return noted(doubles.times(x, y));
    }

    @Override
    public Double negate(Double x) {
        return doubles.negate(x);
    }

    @Override
    public Double over(Double x, Double y) {
        return noted(doubles.over(x, y));
    }

    @Override
    public Double sqrt(Double x) {
        return doubles.sqrt(x);
    }

    @Override
    public Double exp(Double x) {
        return noted(doubles.exp(x));
    }

    @Override
    public Double log(Double x) {
        return doubles.log(x);
    }

    @Override
    public Double tanh(Double x) {
        return doubles.tanh(x);
    }

    @Override
    public Sign sign(Double x) {
        return doubles.sign(x);
    }

    @Override
    public double magnitude(Double x) {
        return doubles.magnitude(x);
    }
}
