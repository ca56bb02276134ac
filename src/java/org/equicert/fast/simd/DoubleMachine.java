package org.equicert.fast.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.ShapeException;
import org.equicert.fast.Solve;

/** Arrays of double on the CPU's vector unit, whatever its width. Large contractions are shared out among threads. */
public final class DoubleMachine implements Machine<double[]> {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    private final int threads;

    /** One thread. */
    public DoubleMachine() {
        this(1);
    }

    /** @param threads how many at the most */
    public DoubleMachine(int threads) {
        this.threads = threads;
    }

    @Override
    public double[] of(double... entries) {
        return entries.clone();
    }

    @Override
    public double[] entries(double[] x) {
        return x;
    }

    @Override
    public int size(double[] x) {
        return x.length;
    }

    @Override
    public double[] filled(double[] x, double entry) {
        double[] filled = new double[x.length];
        Arrays.fill(filled, entry);
        return filled;
    }

    @Override
    public double[] contract(Contraction f, double[] a, double[] b) {
        f.check(a.length, b.length);
        double[] c = Heap.result(f, Double.BYTES, double[]::new);
        run(f, a, b, c, 0, true);
        return c;
    }

    /**
     * Writes the result over what c holds.
     *
     * @throws ShapeException if an array is not of the contraction's length, or c is an operand
     */
    public void contract(Contraction f, double[] a, double[] b, double[] c) {
        f.check(a.length, b.length);
        f.checkResult(c.length, c == a || c == b);
        run(f, a, b, c, 0, false);
    }

    @Override
    public void write(Contraction f, double[] a, double[] b, int n, double[] to, int at, int apart) {
        f.check(a.length, b.length);
        run(f.transposed(n, apart), a, b, to, at, true);
    }

    /**
     * @param at where the result begins in c
     * @param blank whether c is 0 there
     */
    private void run(Contraction f, double[] a, double[] b, double[] c, int at, boolean blank) {
        boolean exchange = Schedule.wantsExchange(f);
        double[] left = exchange ? b : a;
        double[] right = exchange ? a : b;
        Schedule schedule =
                Schedule.of(exchange ? f.exchanged() : f, SPECIES.length()).into(at);
        if (!blank && !schedule.overwrites()) {
            Arrays.fill(c, 0);
        }
        schedule.share(threads, part -> part.run(kernel(part, left, right, c)));
    }

    static Schedule.Kernel kernel(Schedule schedule, double[] a, double[] b, double[] c) {
        Axis first = schedule.inner().getFirst();
        return schedule.isProduct()
                ? new DoubleProduct(
                        a,
                        b,
                        c,
                        first,
                        schedule.inner().get(1),
                        schedule.inner().get(2),
                        schedule.overwrites())
                : new DoubleLine(a, b, c, first, schedule.inner().get(1));
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
        int vectors = hasLanes(g) ? SPECIES.loopBound(x.length) : 0;
        for (; i < vectors; i += SPECIES.length()) {
            lanes(g, DoubleVector.fromArray(SPECIES, x, i)).intoArray(y, i);
        }
        for (; i < x.length; i++) {
            y[i] = g.at(x[i]);
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

    private static DoubleVector lanes(Elementwise g, DoubleVector x) {
        DoubleVector zero = DoubleVector.zero(SPECIES);
        DoubleVector one = DoubleVector.broadcast(SPECIES, 1);
        return switch (g) {
            case RELU -> x.max(zero);
            case STEP -> {
                VectorMask<Double> positive = x.compare(VectorOperators.GT, 0);
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
    public double[] largest(int rows, double[] x) {
        int n = x.length / rows;
        double[] largest = new double[rows];
        for (int i = 0; i < rows; i++) {
            largest[i] = x[i * n];
            for (int j = 1; j < n; j++) {
                largest[i] = Math.max(largest[i], x[i * n + j]);
            }
        }
        return largest;
    }

    @Override
    public double[] solve(Solve f, double[] a, double[] b) {
        return DoubleElimination.of(f.n(), a).solve(f, b);
    }

    @Override
    public double[] logDeterminant(int n, double[] a) {
        return of(DoubleElimination.of(n, a).logDeterminant());
    }
}
