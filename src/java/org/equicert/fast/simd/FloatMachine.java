package org.equicert.fast.simd;

import java.util.Arrays;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.ShapeException;
import org.equicert.fast.Solve;

/** Arrays of float on the CPU's vector unit, whatever its width. Large contractions are shared out among threads. */
public final class FloatMachine implements Machine<float[]> {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    private final int threads;

    /** One thread. */
    public FloatMachine() {
        this(1);
    }

    /** @param threads how many at the most */
    public FloatMachine(int threads) {
        this.threads = threads;
    }

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
    public float[] filled(float[] x, double entry) {
        float[] filled = new float[x.length];
        Arrays.fill(filled, (float) entry);
        return filled;
    }

    @Override
    public float[] contract(Contraction f, float[] a, float[] b) {
        f.check(a.length, b.length);
        float[] c = Heap.result(f, Float.BYTES, float[]::new);
        run(f, a, b, c, true);
        return c;
    }

    /**
     * Writes the result over what c holds.
     *
     * @throws ShapeException if an array is not of the contraction's length, or c is an operand
     */
    public void contract(Contraction f, float[] a, float[] b, float[] c) {
        f.check(a.length, b.length);
        f.checkResult(c.length, c == a || c == b);
        run(f, a, b, c, false);
    }

    /** @param blank whether c is 0 */
    private void run(Contraction f, float[] a, float[] b, float[] c, boolean blank) {
        boolean exchange = Schedule.wantsExchange(f);
        float[] left = exchange ? b : a;
        float[] right = exchange ? a : b;
        Schedule schedule = Schedule.of(exchange ? f.exchanged() : f, SPECIES.length());
        if (!blank && !schedule.overwrites()) {
            Arrays.fill(c, 0);
        }
        schedule.share(threads, part -> part.run(kernel(part, left, right, c)));
    }

    static Schedule.Kernel kernel(Schedule schedule, float[] a, float[] b, float[] c) {
        Axis first = schedule.inner().getFirst();
        return schedule.isProduct()
                ? new FloatProduct(
                        a,
                        b,
                        c,
                        first,
                        schedule.inner().get(1),
                        schedule.inner().get(2),
                        schedule.overwrites())
                : new FloatLine(a, b, c, first, schedule.inner().get(1));
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
        int vectors = hasLanes(g) ? SPECIES.loopBound(x.length) : 0;
        for (; i < vectors; i += SPECIES.length()) {
            lanes(g, FloatVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = (float) g.at(x[i]);
        }
        return y;
    }

    /** The others entry by entry: Math states their errors, the vector operators do not. */
    private static boolean hasLanes(Elementwise g) {
        return switch (g) {
            case RELU, STEP, ABS, ONE_MINUS_SQUARE, RECIPROCAL, SQRT -> true;
            default -> false;
        };
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
            case ABS -> x.abs();
            case ONE_MINUS_SQUARE -> x.neg().fma(x, one);
            case RECIPROCAL -> one.div(x);
            case SQRT -> x.sqrt();
            default -> throw new IllegalArgumentException(g + " has no vector form");
        };
    }

    @Override
    public float[] largest(int rows, float[] x) {
        int n = x.length / rows;
        float[] largest = new float[rows];
        for (int i = 0; i < rows; i++) {
            largest[i] = x[i * n];
            for (int j = 1; j < n; j++) {
                largest[i] = Math.max(largest[i], x[i * n + j]);
            }
        }
        return largest;
    }

    @Override
    public float[] solve(Solve f, float[] a, float[] b) {
        return FloatElimination.of(f.n(), a).solve(f, b);
    }

    @Override
    public float[] logDeterminant(int n, float[] a) {
        return of(FloatElimination.of(n, a).logDeterminant());
    }
}
