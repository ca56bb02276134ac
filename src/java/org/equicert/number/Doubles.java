package org.equicert.number;

import java.util.Set;

/**
 * Plain double arithmetic: it rounds, and it claims nothing about its errors. For plain values and drafts of a path, never
 * for a judgement. Division by zero and arguments outside a domain throw as {@link Algebra} says; overflow gives
 * infinities, from which NaN may follow, whose sign is {@link Sign#UNKNOWN}.
 */
public final class Doubles implements Algebra<Double> {
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.values());
    }

    @Override
    public Double of(long n) {
        return (double) n;
    }

    @Override
    public Double of(double x) {
        if (!Double.isFinite(x)) {
            throw new IllegalArgumentException("not a finite number: " + x);
        }
        return x;
    }

    @Override
    public Double plus(Double x, Double y) {
        return x + y;
    }

    @Override
    public Double minus(Double x, Double y) {
        return x - y;
    }

    @Override
    public Double times(Double x, Double y) {
        return x * y;
    }

    @Override
    public Double negate(Double x) {
        return -x;
    }

    @Override
    public Double over(Double x, Double y) {
        if (y == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by zero");
        }
        return x / y;
    }

    @Override
    public Double sqrt(Double x) {
        if (x < 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "square root of the negative number " + x);
        }
        return Math.sqrt(x);
    }

    @Override
    public Double exp(Double x) {
        return Math.exp(x);
    }

    @Override
    public Double log(Double x) {
        if (x <= 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of " + x + ", which is not positive");
        }
        return Math.log(x);
    }

    @Override
    public Double tanh(Double x) {
        return Math.tanh(x);
    }

    @Override
    public Sign sign(Double x) {
        return Double.isNaN(x) ? Sign.UNKNOWN : Sign.of((int) Math.signum(x));
    }

    @Override
    public double magnitude(Double x) {
        return Math.abs(x);
    }
}
