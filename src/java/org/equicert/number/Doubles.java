package org.equicert.number;

import java.util.Set;

/**
 * Plain double arithmetic: it rounds, and it claims nothing about its errors. For plain values and drafts of a path, never
 * for a judgement. Division by zero and arguments outside a domain throw as {@link Algebra} says; overflow gives
 * infinities, from which NaN may follow, whose sign is {@link Sign#UNKNOWN}.
 */
public class Doubles implements Algebra<Double> {
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
    public Double expm1(Double x) {
        return Math.expm1(x);
    }

    @Override
    public Double log(Double x) {
        if (x <= 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of " + x + ", which is not positive");
        }
        return Math.log(x);
    }

    @Override
    public Double log1p(Double x) {
        if (x <= -1) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of 1 + " + x + ", which is not positive");
        }
        return Math.log1p(x);
    }

    @Override
    public Double pow(Double x, Double y) {
        if (x <= 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "a real power of " + x + ", which is not positive");
        }
        return Math.pow(x, y);
    }

    @Override
    public Double pi() {
        return Math.PI;
    }

    @Override
    public Double sin(Double x) {
        return Math.sin(x);
    }

    @Override
    public Double cos(Double x) {
        return Math.cos(x);
    }

    @Override
    public Double tan(Double x) {
        return Math.tan(x);
    }

    @Override
    public Double atan(Double x) {
        return Math.atan(x);
    }

    @Override
    public Double atan2(Double y, Double x) {
        requireAngle(y, x);
        return Math.atan2(y, x);
    }

    /** @throws Undecided at the origin and on the cut, as {@link Algebra#atan2} says */
    static void requireAngle(double y, double x) {
        if (y == 0 && x == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "the angle of the origin");
        }
        if (y == 0 && x < 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "the angle of a point on the cut y = 0, x < 0");
        }
    }

    @Override
    public Double sinh(Double x) {
        return Math.sinh(x);
    }

    @Override
    public Double cosh(Double x) {
        return Math.cosh(x);
    }

    @Override
    public Double tanh(Double x) {
        return Math.tanh(x);
    }

    @Override
    public Double logistic(Double x) {
        return 1 / (1 + Math.exp(-x));
    }

    @Override
    public Double softplus(Double x) {
        return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
    }

    @Override
    public Double asin(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::asin);
    }

    @Override
    public Double acos(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::acos);
    }

    @Override
    public Double asinh(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::asinh);
    }

    @Override
    public Double acosh(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::acosh);
    }

    @Override
    public Double atanh(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::atanh);
    }

    @Override
    public Double erf(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::erf);
    }

    @Override
    public Double erfc(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::erfc);
    }

    @Override
    public Double gamma(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::gamma);
    }

    @Override
    public Double lgamma(Double x) {
        return SpecialDoubles.of(x, SpecialDoubles.BALLS::lgamma);
    }

    @Override
    public Double polygamma(int m, Double x) {
        return SpecialDoubles.of(x, y -> SpecialDoubles.BALLS.polygamma(m, y));
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
