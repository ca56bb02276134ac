package org.equicert.fast.simd;

import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorMask;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/**
 * C += A·B for matrices with any strides, in double with fused multiply-adds. A tile of C, up to eight rows and three
 * vectors, is summed in registers. The operands are read where they lie, but for what is far apart there: that is packed
 * into panels first. An entry's terms are added in order, block by block: the rounding error is at most that of a sum of
 * that many terms.
 */
final class DoubleProduct implements Schedule.Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Vectors of 512 bits come with 32 registers, which hold 24 sums; others with 16. */
    private static final int HEIGHT = SPECIES.vectorBitSize() == 512 ? 8 : 4;

    private static final int WIDTH = 3 * LANES;

    /** One panel of B is to stay in the nearest cache, a block of A in the next, a block of B in the one after. */
    private static final int ROWS = 24 * HEIGHT;

    private static final int DEPTH = 256;
    private static final int COLUMNS = 40 * WIDTH;

    /** B is read where it lies if its block spans no more entries than this, or no more rows than these read it. */
    private static final int SPAN = 1 << 14;

    private static final int READERS = 8 * HEIGHT;

    /** Cut at multiples of these, a product comes to the same sums, and its rows and columns to the same tiles. */
    static final List<Integer> GRAIN = List.of(HEIGHT, WIDTH, DEPTH);

    /** Room for what is packed, a thread's own and kept: made anew for each product, it would be cold. */
    private static final ThreadLocal<double[]> LEFT = ThreadLocal.withInitial(() -> new double[DEPTH * ROWS]);

    private static final ThreadLocal<double[]> RIGHT = ThreadLocal.withInitial(() -> new double[DEPTH * COLUMNS]);

    private static final ThreadLocal<double[]> TILE = ThreadLocal.withInitial(() -> new double[HEIGHT * WIDTH]);

    private static final double[] ZEROS = new double[WIDTH];

    private final double[] a;
    private final double[] b;
    private final double[] c;
    private final Axis row;
    private final Axis column;
    private final Axis sum;

    private final boolean fresh;
    private final boolean packsA;
    private final boolean packsB;
    private final double[] left;
    private final double[] right;

    /** @param fresh whether to write over C, whatever is there, in the place of adding to it */
    DoubleProduct(double[] a, double[] b, double[] c, Axis row, Axis column, Axis sum, boolean fresh) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.row = row;
        this.column = column;
        this.sum = sum;
        this.fresh = fresh;
        packsA = row.a() != 1 && sum.a() != 1;
        packsB = column.b() != 1 || row.extent() > READERS && (long) sum.b() * Math.min(DEPTH, sum.extent()) > SPAN;
        left = packsA ? LEFT.get() : a;
        right = packsB ? RIGHT.get() : b;
    }

    @Override
    public void at(int ao, int bo, int co) {
        for (int j = 0; j < column.extent(); j += COLUMNS) {
            int columns = Math.min(COLUMNS, column.extent() - j);
            for (int k = 0; k < sum.extent(); k += DEPTH) {
                int depth = Math.min(DEPTH, sum.extent() - k);
                int inB = bo + j * column.b() + k * sum.b();
                for (int i = 0; i < row.extent(); i += ROWS) {
                    int rows = Math.min(ROWS, row.extent() - i);
                    int inA = ao + i * row.a() + k * sum.a();
                    if (packsA) {
                        packA(inA, rows, depth);
                    }
                    block(fresh && k == 0, i == 0, rows, columns, depth, inA, inB, co + i * row.c() + j * column.c());
                }
            }
        }
    }

    /** Lays rows of A side by side in panels: entry k of the panel's rows, then entry k + 1, … */
    private void packA(int from, int rows, int depth) {
        for (int i = 0; i < rows; i++) {
            int to = (i - i % HEIGHT) * depth + i % HEIGHT;
            spread(depth, a, from + i * row.a(), sum.a(), left, to, HEIGHT);
        }
    }

    /** Likewise columns of B, a panel as wide as the tiles that it is for. */
    private void packB(int from, int panel, int depth, int to) {
        if (column.b() == 1 && panel % LANES == 0) {
            copy(panel, depth, b, from, sum.b(), right, to);
        } else {
            for (int j = 0; j < panel; j++) {
                spread(depth, b, from + j * column.b(), sum.b(), right, to + j, panel);
            }
        }
    }

    private static void spread(int n, double[] from, int source, int stride, double[] to, int target, int step) {
        if (stride == 1) {
            for (int k = 0; k < n; k++) {
                to[target + k * step] = from[source + k];
            }
        } else {
            for (int k = 0; k < n; k++) {
                to[target + k * step] = from[source + k * stride];
            }
        }
    }

    /** A panel whose lines are side by side already and make whole vectors. */
    private static void copy(int panel, int depth, double[] from, int source, int stride, double[] to, int target) {
        for (int k = 0; k < depth; k++) {
            for (int line = 0; line < panel; line += LANES) {
                DoubleVector.fromArray(SPECIES, from, source + line).intoArray(to, target + line);
            }
            source += stride;
            target += panel;
        }
    }

    /** How many columns the next tiles have, where so many are left: more than a vector has, if it can be. */
    private static int panel(int left) {
        return left > WIDTH && left < WIDTH + LANES ? 2 * LANES : Math.min(WIDTH, left);
    }

    private void block(boolean blank, boolean first, int rows, int columns, int depth, int inA, int inB, int corner) {
        int panel;
        for (int j = 0; j < columns; j += panel) {
            panel = panel(columns - j);
            int r = packsB ? j * depth : inB + j;
            int step = packsB ? panel : sum.b();
            if (packsB && first) {
                packB(inB + j * column.b(), panel, depth, r);
            }
            for (int i = 0; i < rows; i += HEIGHT) {
                int l = packsA ? i * depth : inA + i * row.a();
                int to = corner + i * row.c() + j * column.c();
                tile(blank, Math.min(HEIGHT, rows - i), panel, depth, l, r, step, to);
            }
        }
    }

    /** One tile of C; where its columns are apart there, they are first side by side. */
    private void tile(boolean blank, int rows, int columns, int depth, int l, int r, int step, int to) {
        if (column.c() == 1) {
            tile(blank, rows, columns, depth, l, r, step, c, to, row.c());
            return;
        }
        double[] tile = TILE.get();
        tile(true, rows, columns, depth, l, r, step, tile, 0, WIDTH);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int at = to + i * row.c() + j * column.c();
                c[at] = blank ? tile[i * WIDTH + j] : c[at] + tile[i * WIDTH + j];
            }
        }
    }

    /**
     * As many rows at once as the registers hold sums of, or four. A row that is left over is worked on four times at once,
     * and comes to the same each time. Sums begin from what is there already, or from zeros if nothing is.
     */
    private void tile(
            boolean blank, int rows, int columns, int depth, int l, int r, int step, double[] out, int o, int stride) {
        int line = packsA ? 1 : row.a();
        int aStep = packsA ? HEIGHT : sum.a();
        double[] z = blank ? ZEROS : out;
        int start = blank ? 0 : o;
        int next = blank ? 0 : stride;
        if (rows == 8 && columns > 2 * LANES) {
            eight(depth, left, l, line, aStep, right, r, step, out, o, stride, z, start, next, columns - LANES);
            return;
        }
        int i = 0;
        for (; i + 4 <= rows; i += 4) {
            int from = start + i * next;
            int row = l + i * line;
            four(columns, depth, left, row, line, aStep, right, r, step, out, o + i * stride, stride, z, from, next);
        }
        for (; i < rows; i++) {
            int from = start + i * next;
            four(columns, depth, left, l + i * line, 0, aStep, right, r, step, out, o + i * stride, 0, z, from, 0);
        }
    }

    /**
     * The kernels are methods of their own, which call nothing but vector operations: beyond a size that they reach, the JIT
     * inlines no other method, and a vector that is handed to one becomes an object, in the loop too. A tile's last vector
     * ends where its columns do, and may hold some that the one before holds too: both come to the same, since all is read
     * before any is written.
     */
    private static void four(
            int columns,
            int depth,
            double[] a,
            int l,
            int line,
            int aStep,
            double[] b,
            int r,
            int bStep,
            double[] c,
            int o,
            int stride,
            double[] z,
            int start,
            int step) {
        if (columns > 2 * LANES) {
            wide(depth, a, l, line, aStep, b, r, bStep, c, o, stride, z, start, step, columns - LANES);
        } else if (columns > LANES) {
            middle(depth, a, l, line, aStep, b, r, bStep, c, o, stride, z, start, step, columns - LANES);
        } else {
            narrow(depth, a, l, line, aStep, b, r, bStep, c, o, stride, z, start, step, columns);
        }
    }

    /** Eight rows and three vectors, the last of which begins where it says. */
    private static void eight(
            int depth,
            double[] a,
            int l,
            int line,
            int aStep,
            double[] b,
            int r,
            int bStep,
            double[] c,
            int o,
            int stride,
            double[] z,
            int start,
            int step,
            int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, start);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, start + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, start + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, start + step);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, start + step + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, z, start + step + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, start + 2 * step);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, start + 2 * step + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, z, start + 2 * step + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, start + 3 * step);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, start + 3 * step + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, z, start + 3 * step + last);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, z, start + 4 * step);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, z, start + 4 * step + LANES);
        DoubleVector c42 = DoubleVector.fromArray(SPECIES, z, start + 4 * step + last);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, z, start + 5 * step);
        DoubleVector c51 = DoubleVector.fromArray(SPECIES, z, start + 5 * step + LANES);
        DoubleVector c52 = DoubleVector.fromArray(SPECIES, z, start + 5 * step + last);
        DoubleVector c60 = DoubleVector.fromArray(SPECIES, z, start + 6 * step);
        DoubleVector c61 = DoubleVector.fromArray(SPECIES, z, start + 6 * step + LANES);
        DoubleVector c62 = DoubleVector.fromArray(SPECIES, z, start + 6 * step + last);
        DoubleVector c70 = DoubleVector.fromArray(SPECIES, z, start + 7 * step);
        DoubleVector c71 = DoubleVector.fromArray(SPECIES, z, start + 7 * step + LANES);
        DoubleVector c72 = DoubleVector.fromArray(SPECIES, z, start + 7 * step + last);
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, r);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, r + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, r + last);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[l + line]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[l + 2 * line]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[l + 3 * line]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, a[l + 4 * line]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, a[l + 5 * line]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, a[l + 6 * line]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, a[l + 7 * line]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
            l += aStep;
            r += bStep;
        }
        c00.intoArray(c, o);
        c01.intoArray(c, o + LANES);
        c02.intoArray(c, o + last);
        c10.intoArray(c, o + stride);
        c11.intoArray(c, o + stride + LANES);
        c12.intoArray(c, o + stride + last);
        c20.intoArray(c, o + 2 * stride);
        c21.intoArray(c, o + 2 * stride + LANES);
        c22.intoArray(c, o + 2 * stride + last);
        c30.intoArray(c, o + 3 * stride);
        c31.intoArray(c, o + 3 * stride + LANES);
        c32.intoArray(c, o + 3 * stride + last);
        c40.intoArray(c, o + 4 * stride);
        c41.intoArray(c, o + 4 * stride + LANES);
        c42.intoArray(c, o + 4 * stride + last);
        c50.intoArray(c, o + 5 * stride);
        c51.intoArray(c, o + 5 * stride + LANES);
        c52.intoArray(c, o + 5 * stride + last);
        c60.intoArray(c, o + 6 * stride);
        c61.intoArray(c, o + 6 * stride + LANES);
        c62.intoArray(c, o + 6 * stride + last);
        c70.intoArray(c, o + 7 * stride);
        c71.intoArray(c, o + 7 * stride + LANES);
        c72.intoArray(c, o + 7 * stride + last);
    }

    /** Four rows and three vectors. */
    private static void wide(
            int depth,
            double[] a,
            int l,
            int line,
            int aStep,
            double[] b,
            int r,
            int bStep,
            double[] c,
            int o,
            int stride,
            double[] z,
            int start,
            int step,
            int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, start);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, start + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, z, start + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, start + step);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, start + step + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, z, start + step + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, start + 2 * step);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, start + 2 * step + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, z, start + 2 * step + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, start + 3 * step);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, start + 3 * step + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, z, start + 3 * step + last);
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, r);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, r + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, b, r + last);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[l + line]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[l + 2 * line]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[l + 3 * line]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            l += aStep;
            r += bStep;
        }
        c00.intoArray(c, o);
        c01.intoArray(c, o + LANES);
        c02.intoArray(c, o + last);
        c10.intoArray(c, o + stride);
        c11.intoArray(c, o + stride + LANES);
        c12.intoArray(c, o + stride + last);
        c20.intoArray(c, o + 2 * stride);
        c21.intoArray(c, o + 2 * stride + LANES);
        c22.intoArray(c, o + 2 * stride + last);
        c30.intoArray(c, o + 3 * stride);
        c31.intoArray(c, o + 3 * stride + LANES);
        c32.intoArray(c, o + 3 * stride + last);
    }

    /** Four rows and two vectors. */
    private static void middle(
            int depth,
            double[] a,
            int l,
            int line,
            int aStep,
            double[] b,
            int r,
            int bStep,
            double[] c,
            int o,
            int stride,
            double[] z,
            int start,
            int step,
            int last) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, start);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, z, start + last);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, start + step);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, z, start + step + last);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, start + 2 * step);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, z, start + 2 * step + last);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, start + 3 * step);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, z, start + 3 * step + last);
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, r);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, b, r + last);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[l + line]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[l + 2 * line]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[l + 3 * line]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            l += aStep;
            r += bStep;
        }
        c00.intoArray(c, o);
        c01.intoArray(c, o + last);
        c10.intoArray(c, o + stride);
        c11.intoArray(c, o + stride + last);
        c20.intoArray(c, o + 2 * stride);
        c21.intoArray(c, o + 2 * stride + last);
        c30.intoArray(c, o + 3 * stride);
        c31.intoArray(c, o + 3 * stride + last);
    }

    /** Four rows and the first lanes of one vector, as many as are said. */
    private static void narrow(
            int depth,
            double[] a,
            int l,
            int line,
            int aStep,
            double[] b,
            int r,
            int bStep,
            double[] c,
            int o,
            int stride,
            double[] z,
            int start,
            int step,
            int columns) {
        VectorMask<Double> present = SPECIES.indexInRange(0, columns);
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, z, start, present);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, z, start + step, present);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, z, start + 2 * step, present);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, z, start + 3 * step, present);
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, b, r, present);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, a[l]);
            c00 = a0.fma(b0, c00);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, a[l + line]);
            c10 = a1.fma(b0, c10);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, a[l + 2 * line]);
            c20 = a2.fma(b0, c20);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, a[l + 3 * line]);
            c30 = a3.fma(b0, c30);
            l += aStep;
            r += bStep;
        }
        c00.intoArray(c, o, present);
        c10.intoArray(c, o + stride, present);
        c20.intoArray(c, o + 2 * stride, present);
        c30.intoArray(c, o + 3 * stride, present);
    }
}
