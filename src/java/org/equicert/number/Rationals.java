package org.equicert.number;

import java.util.Set;

/** The ordered field of fractions: every operation is exact. Stateless; results longer than {@link Rational#MAX_BITS} throw. */
public final class Rationals implements Algebra<Rational> {
    @Override
    public Set<Capability> capabilities() {
        return Set.of(Capability.DIVISION, Capability.ORDER);
    }

    @Override
    public Rational of(long n) {
        return Rational.of(n);
    }

    @Override
    public Rational of(double x) {
        return Rational.of(x);
    }

    @Override
    public Rational zero() {
        return Rational.ZERO;
    }

    @Override
    public Rational one() {
        return Rational.ONE;
    }

    @Override
    public Rational plus(Rational x, Rational y) {
        return x.plus(y);
    }

    @Override
    public Rational minus(Rational x, Rational y) {
        return x.minus(y);
    }

    @Override
    public Rational times(Rational x, Rational y) {
        return x.times(y);
    }

    @Override
    public Rational negate(Rational x) {
        return x.negate();
    }

    @Override
    public Rational over(Rational x, Rational y) {
        return x.over(y);
    }

    @Override
    public Sign sign(Rational x) {
        return Sign.of(x.signum());
    }

    /** |x| as the nearest double, but never 0 or infinite unless x is 0. */
    @Override
    public double magnitude(Rational x) {
        return x.signum() == 0 ? 0 : Math.max(Math.abs(x.toDouble()), Double.MIN_VALUE);
    }
}
