package org.equicert.fast.simd;

import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/**
 * C += A·B for matrices with any strides, in double with fused multiply-adds. Blocks of A and B are packed into panels
 * of {@value #HEIGHT} rows and of three vectors' width, padded with zeros: so the micro-kernel knows no remainders, and
 * the padding is cut off where C is written. An entry's terms are added in order, block by block: the rounding error is
 * at most that of a sum of that many terms.
 */
final class DoubleProduct implements Schedule.Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();
    private static final int HEIGHT = 4;
    private static final int WIDTH = 3 * LANES;

    /** A block of A and one panel of B are to stay in the nearest caches, a block of B in the next. */
    private static final int ROWS = 24 * HEIGHT;

    private static final int DEPTH = 192;
    private static final int COLUMNS = 20 * WIDTH;

    private final double[] a;
    private final double[] b;
    private final double[] c;
    private final Axis row;
    private final Axis column;
    private final Axis sum;
    private final double[] left;
    private final double[] right;
    private final double[] tile = new double[HEIGHT * WIDTH];

    DoubleProduct(double[] a, double[] b, double[] c, Axis row, Axis column, Axis sum) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.row = row;
        this.column = column;
        this.sum = sum;
        int depth = Math.min(DEPTH, sum.extent());
        this.left = new double[depth * Math.min(ROWS, roundUp(row.extent(), HEIGHT))];
        this.right = new double[depth * Math.min(COLUMNS, roundUp(column.extent(), WIDTH))];
    }

    @Override
    public void at(int ao, int bo, int co) {
        for (int j = 0; j < column.extent(); j += COLUMNS) {
            int columns = Math.min(COLUMNS, column.extent() - j);
            for (int k = 0; k < sum.extent(); k += DEPTH) {
                int depth = Math.min(DEPTH, sum.extent() - k);
                pack(b, bo + j * column.b() + k * sum.b(), columns, column.b(), depth, sum.b(), WIDTH, right);
                for (int i = 0; i < row.extent(); i += ROWS) {
                    int rows = Math.min(ROWS, row.extent() - i);
                    pack(a, ao + i * row.a() + k * sum.a(), rows, row.a(), depth, sum.a(), HEIGHT, left);
                    block(rows, columns, depth, co + i * row.c() + j * column.c());
                }
            }
        }
    }

    /** Lays lines of a matrix side by side in panels: entry k of the panel's lines, then entry k + 1, … */
    private static void pack(
            double[] from, int at, int lines, int lineStride, int depth, int stride, int panel, double[] to) {
        int o = 0;
        for (int first = 0; first < lines; first += panel) {
            int present = Math.min(panel, lines - first);
            for (int k = 0; k < depth; k++) {
                int source = at + first * lineStride + k * stride;
                for (int line = 0; line < present; line++) {
                    to[o++] = from[source + line * lineStride];
                }
                for (int line = present; line < panel; line++) {
                    to[o++] = 0;
                }
            }
        }
    }

    private void block(int rows, int columns, int depth, int co) {
        for (int j = 0; j < columns; j += WIDTH) {
            for (int i = 0; i < rows; i += HEIGHT) {
                int corner = co + i * row.c() + j * column.c();
                if (column.c() == 1 && i + HEIGHT <= rows && j + WIDTH <= columns) {
                    micro(depth, left, i * depth, right, j * depth, c, corner, row.c());
                } else {
                    edge(depth, i, Math.min(HEIGHT, rows - i), j, Math.min(WIDTH, columns - j), corner);
                }
            }
        }
    }

    /** The tile at (i, j) where C holds only part of it, or its columns are apart. */
    private void edge(int depth, int i, int rows, int j, int columns, int corner) {
        Arrays.fill(tile, 0);
        micro(depth, left, i * depth, right, j * depth, tile, 0, WIDTH);
        for (int r = 0; r < rows; r++) {
            for (int s = 0; s < columns; s++) {
                c[corner + r * row.c() + s * column.c()] += tile[r * WIDTH + s];
            }
        }
    }

    /** Adds a panel of A times a panel of B to a tile of four rows and three vectors. A method of its own: the JIT needs it small. */
    private static void micro(int depth, double[] left, int l, double[] right, int r, double[] out, int o, int stride) {
        DoubleVector c00 = DoubleVector.zero(SPECIES);
        DoubleVector c01 = c00;
        DoubleVector c02 = c00;
        DoubleVector c10 = c00;
        DoubleVector c11 = c00;
        DoubleVector c12 = c00;
        DoubleVector c20 = c00;
        DoubleVector c21 = c00;
        DoubleVector c22 = c00;
        DoubleVector c30 = c00;
        DoubleVector c31 = c00;
        DoubleVector c32 = c00;
        for (int k = 0; k < depth; k++) {
            DoubleVector b0 = DoubleVector.fromArray(SPECIES, right, r);
            DoubleVector b1 = DoubleVector.fromArray(SPECIES, right, r + LANES);
            DoubleVector b2 = DoubleVector.fromArray(SPECIES, right, r + 2 * LANES);
            DoubleVector a0 = DoubleVector.broadcast(SPECIES, left[l]);
            c00 = a0.fma(b0, c00);
            c01 = a0.fma(b1, c01);
            c02 = a0.fma(b2, c02);
            DoubleVector a1 = DoubleVector.broadcast(SPECIES, left[l + 1]);
            c10 = a1.fma(b0, c10);
            c11 = a1.fma(b1, c11);
            c12 = a1.fma(b2, c12);
            DoubleVector a2 = DoubleVector.broadcast(SPECIES, left[l + 2]);
            c20 = a2.fma(b0, c20);
            c21 = a2.fma(b1, c21);
            c22 = a2.fma(b2, c22);
            DoubleVector a3 = DoubleVector.broadcast(SPECIES, left[l + 3]);
            c30 = a3.fma(b0, c30);
            c31 = a3.fma(b1, c31);
            c32 = a3.fma(b2, c32);
            l += HEIGHT;
            r += WIDTH;
        }
        add(out, o, c00, c01, c02);
        add(out, o + stride, c10, c11, c12);
        add(out, o + 2 * stride, c20, c21, c22);
        add(out, o + 3 * stride, c30, c31, c32);
    }

    private static void add(double[] out, int o, DoubleVector x0, DoubleVector x1, DoubleVector x2) {
        DoubleVector.fromArray(SPECIES, out, o).add(x0).intoArray(out, o);
        DoubleVector.fromArray(SPECIES, out, o + LANES).add(x1).intoArray(out, o + LANES);
        DoubleVector.fromArray(SPECIES, out, o + 2 * LANES).add(x2).intoArray(out, o + 2 * LANES);
    }

    private static int roundUp(int n, int step) {
        return (n + step - 1) / step * step;
    }
}
