package org.equicert.fast.simd;

import java.util.Arrays;
import java.util.List;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.fast.Contraction.Axis;

/**
 * C += A·B for matrices with any strides, in double with fused multiply-adds. Blocks of A and B are packed into panels
 * of four or eight rows and of three vectors' width, or one's for the columns that remain; what the last one lacks stays
 * what it was: so the micro-kernels know no remainders, and what comes of them is cut off where C is written. An entry's
 * terms are added in order, block by block: the rounding error is at most that of a sum of that many terms.
 */
final class DoubleProduct implements Schedule.Kernel {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;
    private static final int LANES = SPECIES.length();

    /** Vectors of 512 bits come with 32 registers, which hold 24 sums; others with 16. */
    private static final int HEIGHT = SPECIES.vectorBitSize() == 512 ? 8 : 4;

    private static final int WIDTH = 3 * LANES;

    /** A block of A and one panel of B are to stay in the nearest caches, a block of B in the next. */
    private static final int ROWS = 24 * HEIGHT;

    private static final int DEPTH = 256;
    private static final int COLUMNS = 40 * WIDTH;

    /** Cut at multiples of these, rows, columns and sum come to the same tiles, and each tile to the same sums. */
    static final List<Integer> GRAIN = List.of(HEIGHT, WIDTH, DEPTH);

    /** Room for the blocks, a thread's own and kept: made anew for each product, it would be as cold as it is large. */
    private static final ThreadLocal<double[]> LEFT = ThreadLocal.withInitial(() -> new double[DEPTH * ROWS]);

    private static final ThreadLocal<double[]> RIGHT = ThreadLocal.withInitial(() -> new double[DEPTH * COLUMNS]);

    private static final ThreadLocal<double[]> TILE = ThreadLocal.withInitial(() -> new double[HEIGHT * WIDTH]);

    private final double[] a;
    private final double[] b;
    private final double[] c;
    private final Axis row;
    private final Axis column;
    private final Axis sum;
    private final double[] left = LEFT.get();
    private final double[] right = RIGHT.get();
    private final double[] tile = TILE.get();

    DoubleProduct(double[] a, double[] b, double[] c, Axis row, Axis column, Axis sum) {
        this.a = a;
        this.b = b;
        this.c = c;
        this.row = row;
        this.column = column;
        this.sum = sum;
    }

    @Override
    public void at(int ao, int bo, int co) {
        for (int j = 0; j < column.extent(); j += COLUMNS) {
            int columns = Math.min(COLUMNS, column.extent() - j);
            for (int k = 0; k < sum.extent(); k += DEPTH) {
                int depth = Math.min(DEPTH, sum.extent() - k);
                pack(b, bo + j * column.b() + k * sum.b(), columns, column.b(), depth, sum.b(), WIDTH, LANES, right);
                for (int i = 0; i < row.extent(); i += ROWS) {
                    int rows = Math.min(ROWS, row.extent() - i);
                    pack(a, ao + i * row.a() + k * sum.a(), rows, row.a(), depth, sum.a(), HEIGHT, HEIGHT, left);
                    block(rows, columns, depth, co + i * row.c() + j * column.c());
                }
            }
        }
    }

    /**
     * Lays lines of a matrix side by side in panels: entry k of the panel's lines, then entry k + 1, …
     *
     * @param wide how many lines a panel has
     * @param narrow how many those have that hold the lines which make no wide one
     */
    private static void pack(
            double[] from,
            int at,
            int lines,
            int lineStride,
            int depth,
            int stride,
            int wide,
            int narrow,
            double[] to) {
        int panel = wide;
        for (int first = 0; first < lines; first += panel) {
            panel = lines - first >= wide ? wide : narrow;
            int present = Math.min(panel, lines - first);
            int source = at + first * lineStride;
            int target = first * depth;
            if (lineStride == 1 && present == panel && panel % LANES == 0) {
                copy(from, source, stride, depth, panel, to, target);
            } else if (lineStride == 1) {
                for (int k = 0; k < depth; k++) {
                    System.arraycopy(from, source + k * stride, to, target + k * panel, present);
                }
            } else if (stride == 1 && panel == HEIGHT) {
                for (int line = 0; line < present; line++) {
                    spread(from, source + line * lineStride, depth, to, target + line);
                }
            } else {
                for (int line = 0; line < present; line++) {
                    for (int k = 0; k < depth; k++) {
                        to[target + k * panel + line] = from[source + k * stride + line * lineStride];
                    }
                }
            }
        }
    }

    /** A panel whose lines are side by side already and make whole vectors. */
    private static void copy(double[] from, int source, int stride, int depth, int panel, double[] to, int target) {
        for (int k = 0; k < depth; k++) {
            for (int line = 0; line < panel; line += LANES) {
                DoubleVector.fromArray(SPECIES, from, source + line).intoArray(to, target + line);
            }
            source += stride;
            target += panel;
        }
    }

    /** A contiguous line of A, in its place of each step of a panel. */
    private static void spread(double[] from, int source, int depth, double[] to, int target) {
        for (int k = 0; k < depth; k++) {
            to[target + k * HEIGHT] = from[source + k];
        }
    }

    private void block(int rows, int columns, int depth, int co) {
        int panel = WIDTH;
        for (int j = 0; j < columns; j += panel) {
            panel = columns - j >= WIDTH ? WIDTH : LANES;
            for (int i = 0; i < rows; i += HEIGHT) {
                int corner = co + i * row.c() + j * column.c();
                if (column.c() == 1 && i + HEIGHT <= rows && j + panel <= columns) {
                    micro(panel, depth, left, i * depth, right, j * depth, c, corner, row.c());
                } else {
                    edge(panel, depth, i, Math.min(HEIGHT, rows - i), j, Math.min(panel, columns - j), corner);
                }
            }
        }
    }

    /** The tile at (i, j) where C holds only part of it, or its columns are apart. */
    private void edge(int panel, int depth, int i, int rows, int j, int columns, int corner) {
        Arrays.fill(tile, 0);
        micro(panel, depth, left, i * depth, right, j * depth, tile, 0, panel);
        int vectors = column.c() == 1 ? SPECIES.loopBound(columns) : 0;
        for (int r = 0; r < rows; r++) {
            int to = corner + r * row.c();
            int s = 0;
            for (; s < vectors; s += LANES) {
                DoubleVector.fromArray(SPECIES, c, to + s)
                        .add(DoubleVector.fromArray(SPECIES, tile, r * panel + s))
                        .intoArray(c, to + s);
            }
            for (; s < columns; s++) {
                c[to + s * column.c()] += tile[r * panel + s];
            }
        }
    }

    /**
     * Methods of their own, which call nothing but vector operations: beyond a size that they reach, the JIT inlines no other
     * method, and a vector that is handed to one becomes an object, in the loop too. As many rows as the registers hold sums of.
     */
    private static void micro(
            int panel, int depth, double[] left, int l, double[] right, int r, double[] out, int o, int stride) {
        if (panel == WIDTH && HEIGHT == 8) {
            micro8(depth, left, l, right, r, out, o, stride);
        } else if (panel == WIDTH) {
            micro4(depth, left, l, right, r, out, o, stride);
        } else {
            for (int i = 0; i < HEIGHT; i += 4) {
                slim(depth, left, l + i, right, r, out, o + i * stride, stride);
            }
        }
    }

    /** Adds four rows of a panel of A times a narrow panel of B to a tile of four rows and one vector. */
    private static void slim(int depth, double[] left, int l, double[] right, int r, double[] out, int o, int stride) {
        DoubleVector c0 = DoubleVector.fromArray(SPECIES, out, o);
        DoubleVector c1 = DoubleVector.fromArray(SPECIES, out, o + stride);
        DoubleVector c2 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride);
        DoubleVector c3 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride);
        for (int k = 0; k < depth; k++) {
            DoubleVector b = DoubleVector.fromArray(SPECIES, right, r);
            c0 = DoubleVector.broadcast(SPECIES, left[l]).fma(b, c0);
            c1 = DoubleVector.broadcast(SPECIES, left[l + 1]).fma(b, c1);
            c2 = DoubleVector.broadcast(SPECIES, left[l + 2]).fma(b, c2);
            c3 = DoubleVector.broadcast(SPECIES, left[l + 3]).fma(b, c3);
            l += HEIGHT;
            r += LANES;
        }
        c0.intoArray(out, o);
        c1.intoArray(out, o + stride);
        c2.intoArray(out, o + 2 * stride);
        c3.intoArray(out, o + 3 * stride);
    }

    /** Adds a panel of A times a panel of B to a tile of four rows and three vectors. */
    private static void micro4(
            int depth, double[] left, int l, double[] right, int r, double[] out, int o, int stride) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, out, o);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, out, o + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, out, o + stride);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, out, o + stride + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, out, o + stride + 2 * LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride + 2 * LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride + 2 * LANES);
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
            l += 4;
            r += WIDTH;
        }
        c00.intoArray(out, o);
        c01.intoArray(out, o + LANES);
        c02.intoArray(out, o + 2 * LANES);
        c10.intoArray(out, o + stride);
        c11.intoArray(out, o + stride + LANES);
        c12.intoArray(out, o + stride + 2 * LANES);
        c20.intoArray(out, o + 2 * stride);
        c21.intoArray(out, o + 2 * stride + LANES);
        c22.intoArray(out, o + 2 * stride + 2 * LANES);
        c30.intoArray(out, o + 3 * stride);
        c31.intoArray(out, o + 3 * stride + LANES);
        c32.intoArray(out, o + 3 * stride + 2 * LANES);
    }

    /** Adds a panel of A times a panel of B to a tile of eight rows and three vectors. */
    private static void micro8(
            int depth, double[] left, int l, double[] right, int r, double[] out, int o, int stride) {
        DoubleVector c00 = DoubleVector.fromArray(SPECIES, out, o);
        DoubleVector c01 = DoubleVector.fromArray(SPECIES, out, o + LANES);
        DoubleVector c02 = DoubleVector.fromArray(SPECIES, out, o + 2 * LANES);
        DoubleVector c10 = DoubleVector.fromArray(SPECIES, out, o + stride);
        DoubleVector c11 = DoubleVector.fromArray(SPECIES, out, o + stride + LANES);
        DoubleVector c12 = DoubleVector.fromArray(SPECIES, out, o + stride + 2 * LANES);
        DoubleVector c20 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride);
        DoubleVector c21 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride + LANES);
        DoubleVector c22 = DoubleVector.fromArray(SPECIES, out, o + 2 * stride + 2 * LANES);
        DoubleVector c30 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride);
        DoubleVector c31 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride + LANES);
        DoubleVector c32 = DoubleVector.fromArray(SPECIES, out, o + 3 * stride + 2 * LANES);
        DoubleVector c40 = DoubleVector.fromArray(SPECIES, out, o + 4 * stride);
        DoubleVector c41 = DoubleVector.fromArray(SPECIES, out, o + 4 * stride + LANES);
        DoubleVector c42 = DoubleVector.fromArray(SPECIES, out, o + 4 * stride + 2 * LANES);
        DoubleVector c50 = DoubleVector.fromArray(SPECIES, out, o + 5 * stride);
        DoubleVector c51 = DoubleVector.fromArray(SPECIES, out, o + 5 * stride + LANES);
        DoubleVector c52 = DoubleVector.fromArray(SPECIES, out, o + 5 * stride + 2 * LANES);
        DoubleVector c60 = DoubleVector.fromArray(SPECIES, out, o + 6 * stride);
        DoubleVector c61 = DoubleVector.fromArray(SPECIES, out, o + 6 * stride + LANES);
        DoubleVector c62 = DoubleVector.fromArray(SPECIES, out, o + 6 * stride + 2 * LANES);
        DoubleVector c70 = DoubleVector.fromArray(SPECIES, out, o + 7 * stride);
        DoubleVector c71 = DoubleVector.fromArray(SPECIES, out, o + 7 * stride + LANES);
        DoubleVector c72 = DoubleVector.fromArray(SPECIES, out, o + 7 * stride + 2 * LANES);
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
            DoubleVector a4 = DoubleVector.broadcast(SPECIES, left[l + 4]);
            c40 = a4.fma(b0, c40);
            c41 = a4.fma(b1, c41);
            c42 = a4.fma(b2, c42);
            DoubleVector a5 = DoubleVector.broadcast(SPECIES, left[l + 5]);
            c50 = a5.fma(b0, c50);
            c51 = a5.fma(b1, c51);
            c52 = a5.fma(b2, c52);
            DoubleVector a6 = DoubleVector.broadcast(SPECIES, left[l + 6]);
            c60 = a6.fma(b0, c60);
            c61 = a6.fma(b1, c61);
            c62 = a6.fma(b2, c62);
            DoubleVector a7 = DoubleVector.broadcast(SPECIES, left[l + 7]);
            c70 = a7.fma(b0, c70);
            c71 = a7.fma(b1, c71);
            c72 = a7.fma(b2, c72);
            l += 8;
            r += WIDTH;
        }
        c00.intoArray(out, o);
        c01.intoArray(out, o + LANES);
        c02.intoArray(out, o + 2 * LANES);
        c10.intoArray(out, o + stride);
        c11.intoArray(out, o + stride + LANES);
        c12.intoArray(out, o + stride + 2 * LANES);
        c20.intoArray(out, o + 2 * stride);
        c21.intoArray(out, o + 2 * stride + LANES);
        c22.intoArray(out, o + 2 * stride + 2 * LANES);
        c30.intoArray(out, o + 3 * stride);
        c31.intoArray(out, o + 3 * stride + LANES);
        c32.intoArray(out, o + 3 * stride + 2 * LANES);
        c40.intoArray(out, o + 4 * stride);
        c41.intoArray(out, o + 4 * stride + LANES);
        c42.intoArray(out, o + 4 * stride + 2 * LANES);
        c50.intoArray(out, o + 5 * stride);
        c51.intoArray(out, o + 5 * stride + LANES);
        c52.intoArray(out, o + 5 * stride + 2 * LANES);
        c60.intoArray(out, o + 6 * stride);
        c61.intoArray(out, o + 6 * stride + LANES);
        c62.intoArray(out, o + 6 * stride + 2 * LANES);
        c70.intoArray(out, o + 7 * stride);
        c71.intoArray(out, o + 7 * stride + LANES);
        c72.intoArray(out, o + 7 * stride + 2 * LANES);
    }
}
