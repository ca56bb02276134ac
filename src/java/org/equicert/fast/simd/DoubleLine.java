package org.equicert.fast.simd;

import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/** C += A·B along one axis, in double with fused multiply-adds: what is too thin for a matrix product. */
record DoubleLine(double[] a, double[] b, double[] c, Axis axis) implements Schedule.Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** So many terms of a dot product are summed before they come to C: cut at its multiples, it comes to the same. */
    static final int GRAIN = 4096;

    @Override
    public void at(int ao, int bo, int co) {
        int n = axis.extent();
        boolean inA = axis.a() == 1;
        boolean inB = axis.b() == 1;
        boolean inC = axis.c() == 1;
        if (inA && inB && inC) {
            multiply(n, a, ao, b, bo, c, co);
        } else if (inA && inB && axis.c() == 0) {
            for (int left = n; left > 0; left -= GRAIN) {
                c[co] += dot(Math.min(GRAIN, left), a, ao + n - left, b, bo + n - left);
            }
        } else if (inA && inC && axis.b() == 0) {
            scaled(n, b[bo], a, ao, c, co);
        } else if (inB && inC && axis.a() == 0) {
            scaled(n, a[ao], b, bo, c, co);
        } else {
            strided(ao, bo, co);
        }
    }

    private static void multiply(int n, double[] a, int ao, double[] b, int bo, double[] c, int co) {
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            DoubleVector x = DoubleVector.fromArray(SPECIES, a, ao + i);
            DoubleVector y = DoubleVector.fromArray(SPECIES, b, bo + i);
            x.fma(y, DoubleVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
        }
        for (; i < n; i++) {
            c[co + i] = Math.fma(a[ao + i], b[bo + i], c[co + i]);
        }
    }

    private static void scaled(int n, double factor, double[] x, int xo, double[] c, int co) {
        DoubleVector f = DoubleVector.broadcast(SPECIES, factor);
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            DoubleVector y = DoubleVector.fromArray(SPECIES, x, xo + i);
            f.fma(y, DoubleVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
        }
        for (; i < n; i++) {
            c[co + i] = Math.fma(factor, x[xo + i], c[co + i]);
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
        for (int i = 0; i < axis.extent(); i++) {
            int o = co + i * axis.c();
            c[o] = Math.fma(a[ao + i * axis.a()], b[bo + i * axis.b()], c[o]);
        }
    }
}
