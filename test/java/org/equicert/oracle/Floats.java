package org.equicert.oracle;

import java.util.EnumSet;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;

/** Arithmetic rounded to float after each operation: what a correct f32 candidate computes with. */
final class Floats implements Algebra<Float> {
    static final Floats INSTANCE = new Floats();

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Float of(long n) {
        return (float) n;
    }

    @Override
    public Float of(double x) {
        return (float) x;
    }

    @Override
    public Float plus(Float x, Float y) {
        return x + y;
    }

    @Override
    public Float minus(Float x, Float y) {
        return x - y;
    }

    @Override
    public Float times(Float x, Float y) {
        return x * y;
    }

    @Override
    public Float negate(Float x) {
        return -x;
    }

    @Override
    public Float over(Float x, Float y) {
        return x / y;
    }

    @Override
    public Float sqrt(Float x) {
        return (float) Math.sqrt(x);
    }

    @Override
    public Float exp(Float x) {
        return (float) Math.exp(x);
    }

    @Override
    public Float log(Float x) {
        return (float) Math.log(x);
    }

    @Override
    public Float tanh(Float x) {
        return (float) Math.tanh(x);
    }

    @Override
    public Sign sign(Float x) {
        return x > 0 ? Sign.POSITIVE : x < 0 ? Sign.NEGATIVE : Sign.ZERO;
    }

    @Override
    public double magnitude(Float x) {
        return Math.abs(x);
    }
}
