package org.equicert.fast.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.ShapeException;

/** Arrays of double on the CPU's vector unit, whatever its width; one thread. */
public final class DoubleMachine implements Machine<double[]> {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    @Override
    public double[] of(double... entries) {
        return entries.clone();
    }

    @Override
    public double[] entries(double[] x) {
        return x.clone();
    }

    @Override
    public int size(double[] x) {
        return x.length;
    }

    @Override
    public double[] zeros(double[] x) {
        return new double[x.length];
    }

    @Override
    public double[] contract(Contraction f, double[] a, double[] b) {
        f.check(a.length, b.length);
        double[] c = new double[f.c()];
        if (Schedule.wantsExchange(f)) {
            run(Schedule.of(f.exchanged(), SPECIES.length()), b, a, c);
        } else {
            run(Schedule.of(f, SPECIES.length()), a, b, c);
        }
        return c;
    }

    private static void run(Schedule schedule, double[] a, double[] b, double[] c) {
        Axis first = schedule.inner().getFirst();
        schedule.run(
                schedule.isProduct()
                        ? new DoubleProduct(
                                a,
                                b,
                                c,
                                first,
                                schedule.inner().get(1),
                                schedule.inner().get(2))
                        : new DoubleLine(a, b, c, first));
    }

    @Override
    public double[] add(double[] x, double[] y) {
        if (x.length != y.length) {
            throw new ShapeException("arrays of " + x.length + " and " + y.length + " entries cannot be added");
        }
        double[] sum = new double[x.length];
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i)
                    .add(DoubleVector.fromArray(SPECIES, y, i))
                    .intoArray(sum, i);
        }
        for (; i < x.length; i++) {
            sum[i] = x[i] + y[i];
        }
        return sum;
    }

    @Override
    public double[] scale(double factor, double[] x) {
        double[] scaled = new double[x.length];
        int i = 0;
        for (; i < SPECIES.loopBound(x.length); i += SPECIES.length()) {
            DoubleVector.fromArray(SPECIES, x, i).mul(factor).intoArray(scaled, i);
        }
        for (; i < x.length; i++) {
            scaled[i] = factor * x[i];
        }
        return scaled;
    }

    @Override
    public double[] map(Elementwise g, double[] x) {
        double[] y = new double[x.length];
        int i = 0;
        // tanh entry by entry: Math.tanh states its error, the vector operator does not
        int vectors = g == Elementwise.TANH ? 0 : SPECIES.loopBound(x.length);
        for (; i < vectors; i += SPECIES.length()) {
            lanes(g, DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = entry(g, x[i]);
        }
        return y;
    }

    private static DoubleVector lanes(Elementwise g, DoubleVector x) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return switch (g) {
            case RELU -> x.max(zero);
            case STEP -> {
                VectorMask<Double> positive = x.compare(VectorOperators.GT, 0);
                yield zero.blend(one, positive);
            }
            case ONE_MINUS_SQUARE -> x.neg().fma(x, one);
            case TANH -> throw new IllegalArgumentException("tanh has no vector form");
        };
    }

    private static double entry(Elementwise g, double x) {
        return switch (g) {
            case RELU -> Math.max(x, 0);
            case STEP -> x > 0 ? 1 : 0;
            case ONE_MINUS_SQUARE -> Math.fma(-x, x, 1);
            case TANH -> Math.tanh(x);
        };
    }
}
