package org.equicert.fast.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.ShapeException;

/** Arrays of float on the CPU's vector unit, whatever its width; one thread. */
public final class FloatMachine implements Machine<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    @Override
    public float[] of(double... entries) {
        float[] x = new float[entries.length];
        for (int i = 0; i < x.length; i++) {
            x[i] = (float) entries[i];
        }
        return x;
    }

    @Override
    public double[] entries(float[] x) {
        double[] entries = new double[x.length];
        for (int i = 0; i < x.length; i++) {
            entries[i] = x[i];
        }
        return entries;
    }

    @Override
    public int size(float[] x) {
        return x.length;
    }

    @Override
    public float[] zeros(float[] x) {
        return new float[x.length];
    }

    @Override
    public float[] contract(Contraction f, float[] a, float[] b) {
        f.check(a.length, b.length);
        float[] c = new float[f.c()];
        if (Schedule.wantsExchange(f)) {
            run(Schedule.of(f.exchanged(), SPECIES.length()), b, a, c);
        } else {
            run(Schedule.of(f, SPECIES.length()), a, b, c);
        }
        return c;
    }

    private static void run(Schedule schedule, float[] a, float[] b, float[] c) {
        Axis first = schedule.inner().getFirst();
        schedule.run(
                schedule.isProduct()
                        ? new FloatProduct(
                                a,
                                b,
                                c,
                                first,
                                schedule.inner().get(1),
                                schedule.inner().get(2))
                        : new FloatLine(a, b, c, first));
    }

    @Override
    public float[] add(float[] x, float[] y) {
        if (x.length != y.length) {
            throw new ShapeException("arrays of " + x.length + " and " + y.length + " entries cannot be added");
        }
        float[] sum = new float[x.length];
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i)
                    .add(FloatVector.fromArray(SPECIES, y, i))
                    .intoArray(sum, i);
        }
        for (; i < x.length; i++) {
            sum[i] = x[i] + y[i];
        }
        return sum;
    }

    @Override
    public float[] scale(double factor, float[] x) {
        float f = (float) factor;
        float[] scaled = new float[x.length];
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            FloatVector.fromArray(SPECIES, x, i).mul(f).intoArray(scaled, i);
        }
        for (; i < x.length; i++) {
            scaled[i] = f * x[i];
        }
        return scaled;
    }

    @Override
    public float[] map(Elementwise g, float[] x) {
        float[] y = new float[x.length];
        int i = 0;
        // tanh entry by entry: Math.tanh states its error, the vector operator does not
        int vectors = g == Elementwise.TANH ? 0 : SPECIES.loopBound(x.length);
        for (; i < vectors; i += SPECIES.length()) {
            lanes(g, FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = entry(g, x[i]);
        }
        return y;
    }

    private static FloatVector lanes(Elementwise g, FloatVector x) {
        FloatVector zero = FloatVector.zero(SPECIES);
        FloatVector one = FloatVector.broadcast(SPECIES, 1);
        return switch (g) {
            case RELU -> x.max(zero);
            case STEP -> {
                VectorMask<Float> positive = x.compare(VectorOperators.GT, 0);
                yield zero.blend(one, positive);
            }
            case ONE_MINUS_SQUARE -> x.neg().fma(x, one);
            case TANH -> throw new IllegalArgumentException("tanh has no vector form");
        };
    }

    private static float entry(Elementwise g, float x) {
        return switch (g) {
            case RELU -> Math.max(x, 0);
            case STEP -> x > 0 ? 1 : 0;
            case ONE_MINUS_SQUARE -> Math.fma(-x, x, 1);
            case TANH -> (float) Math.tanh(x);
        };
    }
}
