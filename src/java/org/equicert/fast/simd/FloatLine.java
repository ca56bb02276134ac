package org.equicert.fast.simd;

import java.util.List;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/**
 * C += A·B along the lines of one axis, in float with fused multiply-adds: what is too thin for a matrix product.
 *
 * @param lines which lines there are
 * @param axis what a line runs along
 */
record FloatLine(float[] a, float[] b, float[] c, Axis lines, Axis axis) implements Schedule.Kernel {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

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

    private void scaled(float[] factors, int fo, int apart, float[] x, int xo, int step, int co) {
        for (int i = 0; i < lines.extent(); i++) {
            scaled(axis.extent(), factors[fo + i * apart], x, xo + i * step, c, co + i * lines.c());
        }
    }

    /**
     * The last vector ends where the line does, and may hold some that the one before holds too: both come to the same, since
     * it is read before any is written.
     */
    private static void multiply(int n, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        int last = n - SPECIES.length();
        if (last >= 0) {
            FloatVector end = FloatVector.fromArray(SPECIES, a, ao + last)
                    .fma(FloatVector.fromArray(SPECIES, b, bo + last), FloatVector.fromArray(SPECIES, c, co + last));
            for (int i = 0; i < last; i += SPECIES.length()) {
                FloatVector x = FloatVector.fromArray(SPECIES, a, ao + i);
                FloatVector y = FloatVector.fromArray(SPECIES, b, bo + i);
                x.fma(y, FloatVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
            }
            end.intoArray(c, co + last);
        } else {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.fma(a[ao + i], b[bo + i], c[co + i]);
            }
        }
    }

    /** Likewise. */
    private static void scaled(int n, float factor, float[] x, int xo, float[] c, int co) {
        int last = n - SPECIES.length();
        if (last >= 0) {
            FloatVector f = FloatVector.broadcast(SPECIES, factor);
            FloatVector end =
                    f.fma(FloatVector.fromArray(SPECIES, x, xo + last), FloatVector.fromArray(SPECIES, c, co + last));
            for (int i = 0; i < last; i += SPECIES.length()) {
                FloatVector y = FloatVector.fromArray(SPECIES, x, xo + i);
                f.fma(y, FloatVector.fromArray(SPECIES, c, co + i)).intoArray(c, co + i);
            }
            end.intoArray(c, co + last);
        } else {
            for (int i = 0; i < n; i++) {
                c[co + i] = Math.fma(factor, x[xo + i], c[co + i]);
            }
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
        for (int i = 0; i < lines.extent(); i++) {
            strided(axis, a, ao + i * lines.a(), b, bo + i * lines.b(), c, co + i * lines.c());
        }
    }

    private static void strided(Axis axis, float[] a, int ao, float[] b, int bo, float[] c, int co) {
        for (int i = 0; i < axis.extent(); i++) {
            int o = co + i * axis.c();
            c[o] = Math.fma(a[ao + i * axis.a()], b[bo + i * axis.b()], c[o]);
        }
    }
}
