package org.equicert.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Machine;
import org.equicert.fast.Solve;
import org.equicert.fast.simd.DoubleMachine;

/** The built-in core's machine of doubles, on which one thing is done wrong. */
class SpoiltMachine implements Machine<double[]> {
    private final Machine<double[]> right = new DoubleMachine();

    /** Sums of n ≡ r mod {@code width} terms leave out their last r. */
    static SpoiltMachine withoutTail(int width, int r) {
        return new SpoiltMachine() {
            @Override
            public double[] contract(Contraction f, double[] a, double[] b) {
                List<Axis> axes = f.axes().stream()
                        .map(axis -> axis.c() == 0 && axis.extent() % width == r && axis.extent() > r
                                ? new Axis(axis.extent() - r, axis.a(), axis.b(), 0)
                                : axis)
                        .toList();
                return super.contract(new Contraction(f.a(), f.b(), f.c(), axes), a, b);
            }
        };
    }

    /** Every result of this operation stands in the same memory as the last one of that length. */
    static SpoiltMachine sharing(String operation) {
        Map<Integer, double[]> memory = new HashMap<>();
        return new SpoiltMachine() {
            @Override
            double[] result(String made, double[] fresh) {
                if (!made.equals(operation)) {
                    return fresh;
                }
                double[] shared = memory.computeIfAbsent(fresh.length, double[]::new);
                System.arraycopy(fresh, 0, shared, 0, fresh.length);
                return shared;
            }
        };
    }

    /** What is added to something replaces it. */
    static SpoiltMachine replacing() {
        return new SpoiltMachine() {
            @Override
            public double[] add(double[] x, double[] y) {
                return y.clone();
            }
        };
    }

    /** Factors lose their sign. */
    static SpoiltMachine unsigned() {
        return new SpoiltMachine() {
            @Override
            public double[] scale(double factor, double[] x) {
                return super.scale(-factor, x);
            }
        };
    }

    double[] result(String operation, double[] fresh) {
        return fresh;
    }

    @Override
    public double[] of(double... entries) {
        return right.of(entries);
    }

    @Override
    public double[] entries(double[] x) {
        return right.entries(x);
    }

    @Override
    public int size(double[] x) {
        return right.size(x);
    }

    @Override
    public double[] filled(double[] x, double entry) {
        return right.filled(x, entry);
    }

    @Override
    public double[] contract(Contraction f, double[] a, double[] b) {
        return result("contract", right.contract(f, a, b));
    }

    @Override
    public double[] add(double[] x, double[] y) {
        return result("add", right.add(x, y));
    }

    @Override
    public double[] scale(double factor, double[] x) {
        return result("scale", right.scale(factor, x));
    }

    @Override
    public double[] map(Elementwise g, double[] x) {
        return result("map", right.map(g, x));
    }

    @Override
    public double[] largest(int rows, double[] x) {
        return right.largest(rows, x);
    }

    @Override
    public double[] solve(Solve f, double[] a, double[] b) {
        return result("solve", right.solve(f, a, b));
    }

    @Override
    public double[] logDeterminant(int n, double[] a) {
        return right.logDeterminant(n, a);
    }
}
