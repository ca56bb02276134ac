package org.equicert.fast.simd;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/**
 * C += A·B along the lines of one axis, in double with fused multiply-adds: what is too thin for a matrix product.
 *
 * @param lines which lines there are
 * @param axis what a line runs along
 */
record DoubleLine(double[] a, double[] b, double[] c, Axis lines, Axis axis) implements Schedule.Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** So many terms of a dot product are summed before they come to C: cut at its multiples, it comes to the same. */
    private static final int TERMS = 4096;

    static final List<Integer> GRAIN = List.of(1, TERMS);

    @Override
    public void at(int ao, int bo, int co) {
        boolean inA = axis.a() == 1;
        boolean inB = axis.b() == 1;
        boolean inC = axis.c() == 1;
        if (inA && inB && inC) {
            multiply(ao, bo, co);
        } else if (inA && inB && axis.c() == 0) {
            dots(ao, bo, co);
        } else if (inA && inC && axis.b() == 0) {
            scaled(b, bo, lines.b(), a, ao, lines.a(), co);
        } else if (inB && inC && axis.a() == 0) {
            scaled(a, ao, lines.a(), b, bo, lines.b(), co);
        } else {
            strided(ao, bo, co);
        }
    }

    private void multiply(int ao, int bo, int co) {
        for (int i = 0; i < lines.extent(); i++) {
            multiply(axis.extent(), a, ao + i * lines.a(), b, bo + i * lines.b(), c, co + i * lines.c());
        }
    }

    private void dots(int ao, int bo, int co) {
        for (int i = 0; i < lines.extent(); i++) {
            for (int from = 0; from < axis.extent(); from += TERMS) {
                int n = Math.min(TERMS, axis.extent() - from);
                c[co + i * lines.c()] += dot(n, a, ao + i * lines.a() + from, b, bo + i * lines.b() + from);
            }
        }
    }

    private void scaled(double[] factors, int fo, int apart, double[] x, int xo, int step, int co) {
        for (int i = 0; i < lines.extent(); i++) {
            scaled(axis.extent(), factors[fo + i * apart], x, xo + i * step, c, co + i * lines.c());
        }
    }

    /**
     * The last vector ends where the line does, and may hold some that the one before holds too: both come to the same, since
     * it is read before any is written.
     */
    private static void multiply(int n, double[] a, int ao, double[] b, int bo, double[] c, int co) {
        int last = n - SPECIES.length();
        if (last >= 0) {
            DoubleVector end = DoubleVector.fromArray(SPECIES, a, ao + last)
                    .fma(DoubleVector.fromArray(SPECIES, b, bo + last), DoubleVector.fromArray(SPECIES, c, co + last));
            for (int i = 0; i < last; i += SPECIES.length()) {
                DoubleVector x = DoubleVector.fromArray(SPECIES, a, ao + i);
                DoubleVector y = DoubleVector.fromArray(SPECIES, b, bo + i);
                x.fma(y, DoubleVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
            }
            end.intoArray(c, co + last);
        } else {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.fma(a[ao + i], b[bo + i], c[co + i]);
            }
        }
    }

    /** Likewise. */
    private static void scaled(int n, double factor, double[] x, int xo, double[] c, int co) {
        int last = n - SPECIES.length();
        if (last >= 0) {
            DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
            DoubleVector end =
                    f.fma(DoubleVector.fromArray(SPECIES, x, xo + last), DoubleVector.fromArray(SPECIES, c, co + last));
            for (int i = 0; i < last; i += SPECIES.length()) {
                DoubleVector y = DoubleVector.fromArray(SPECIES, x, xo + i);
                f.fma(y, DoubleVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
            }
            end.intoArray(c, co + last);
        } else {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.fma(factor, x[xo + i], c[co + i]);
            }
        }
    }

    private static double dot(int n, double[] a, int ao, double[] b, int bo) {
        DoubleVector sum = DoubleVector.zero(SPECIES);
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, ao + i);
            sum = x.fma(DoubleVector.fromArray(SPECIES, b, bo + i), sum);
        }
        double dot = sum.reduceLanes(VectorOperators.ADD);
        for (; i < n; i++) {
            dot = Math.fma(a[ao + i], b[bo + i], dot);
        }
        return dot;
    }

    private void strided(int ao, int bo, int co) {
        for (int i = 0; i < lines.extent(); i++) {
            strided(axis, a, ao + i * lines.a(), b, bo + i * lines.b(), c, co + i * lines.c());
        }
    }

    private static void strided(Axis axis, double[] a, int ao, double[] b, int bo, double[] c, int co) {
        for (int i = 0; i < axis.extent(); i++) {
            int o = co + i * axis.c();
            c[o] = Math.fma(a[ao + i * axis.a()], b[bo + i * axis.b()], c[o]);
        }
    }
}
