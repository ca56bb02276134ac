package org.equicert.fast.simd;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/** C += A·B along one axis, in float with fused multiply-adds: what is too thin for a matrix product. */
record FloatLine(float[] a, float[] b, float[] c, Axis axis) implements Schedule.Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

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

    private static void multiply(int n, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, ao + i);
            FloatVector y = FloatVector.fromArray(SPECIES, b, bo + i);
            x.fma(y, FloatVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
        }
        for (; i < n; i++) {
            c[co + i] = Math.fma(a[ao + i], b[bo + i], c[co + i]);
        }
    }

    private static void scaled(int n, float factor, float[] x, int xo, float[] c, int co) {
        FloatVector f = FloatVector.broadcast(SPECIES, factor);
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            FloatVector y = FloatVector.fromArray(SPECIES, x, xo + i);
            f.fma(y, FloatVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
        }
        for (; i < n; i++) {
            c[co + i] = Math.fma(factor, x[xo + i], c[co + i]);
        }
    }

    private static float dot(int n, float[] a, int ao, float[] b, int bo) {
        FloatVector sum = FloatVector.zero(SPECIES);
        int i = 0;
        for (; i < SPECIES.loopBound(n); i += SPECIES.length()) {
            FloatVector x = FloatVector.fromArray(SPECIES, a, ao + i);
            sum = x.fma(FloatVector.fromArray(SPECIES, b, bo + i), sum);
        }
        float dot = sum.reduceLanes(VectorOperators.ADD);
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
