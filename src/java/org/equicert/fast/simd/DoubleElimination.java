package org.equicert.fast.simd;

import org.equicert.fast.Solve;

/**
 * A square matrix as P·a = L·U, by elimination with partial pivoting: normwise backward stable for the matrices that are
 * met.
 *
 * @param n its rows
 * @param lu U, and below the diagonal L
 * @param rows which row of a each row of lu was
 */
record DoubleElimination(int n, double[] lu, int[] rows) {
    /** @throws ArithmeticException if a column has no pivot left */
    static DoubleElimination of(int n, double[] a) {
        double[] lu = a.clone();
        int[] rows = new int[n];
        for (int i = 0; i < n; i++) {
            rows[i] = i;
        }
        for (int k = 0; k < n; k++) {
            exchange(n, lu, rows, k, pivot(n, lu, k));
            for (int i = k + 1; i < n; i++) {
                lu[i * n + k] /= lu[k * n + k];
                subtract(n - k - 1, lu[i * n + k], lu, k * n + k + 1, lu, i * n + k + 1);
            }
        }
        return new DoubleElimination(n, lu, rows);
    }

    private static int pivot(int n, double[] lu, int k) {
        int pivot = k;
        for (int i = k + 1; i < n; i++) {
            if (Math.abs(lu[i * n + k]) > Math.abs(lu[pivot * n + k])) {
                pivot = i;
            }
        }
        if (lu[pivot * n + k] == 0) {
            throw new ArithmeticException("the matrix is singular: elimination finds no pivot in column " + k);
        }
        return pivot;
    }

    private static void exchange(int n, double[] lu, int[] rows, int i, int j) {
        if (i != j) {
            int row = rows[i];
            rows[i] = rows[j];
            rows[j] = row;
            for (int k = 0; k < n; k++) {
                double entry = lu[i * n + k];
                lu[i * n + k] = lu[j * n + k];
                lu[j * n + k] = entry;
            }
        }
    }

    /** y −= factor·x on so many entries. */
    private static void subtract(int count, double factor, double[] x, int xo, double[] y, int yo) {
        for (int i = 0; i < count; i++) {
            y[yo + i] -= factor * x[xo + i];
        }
    }

    /** log |det a| */
    double logDeterminant() {
        double sum = 0;
        for (int i = 0; i < n; i++) {
            sum += Math.log(Math.abs(lu[i * n + i]));
        }
        return sum;
    }

    /** The solutions for a stack of right sides. */
    double[] solve(Solve f, double[] b) {
        int m = f.m();
        double[] y = new double[b.length];
        for (int o = 0; o < b.length; o += n * m) {
            if (f.transposed()) {
                double[] z = new double[n * m];
                System.arraycopy(b, o, z, 0, n * m);
                transposed(m, z);
                for (int i = 0; i < n; i++) {
                    System.arraycopy(z, i * m, y, o + rows[i] * m, m);
                }
            } else {
                for (int i = 0; i < n; i++) {
                    System.arraycopy(b, o + rows[i] * m, y, o + i * m, m);
                }
                straight(m, y, o);
            }
        }
        return y;
    }

    private void straight(int m, double[] y, int o) {
        for (int i = 1; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtract(m, lu[i * n + k], y, o + k * m, y, o + i * m);
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                subtract(m, lu[i * n + k], y, o + k * m, y, o + i * m);
            }
            divide(m, lu[i * n + i], y, o + i * m);
        }
    }

    private void transposed(int m, double[] z) {
        for (int i = 0; i < n; i++) {
            for (int k = 0; k < i; k++) {
                subtract(m, lu[k * n + i], z, k * m, z, i * m);
            }
            divide(m, lu[i * n + i], z, i * m);
        }
        for (int i = n - 1; i >= 0; i--) {
            for (int k = i + 1; k < n; k++) {
                subtract(m, lu[k * n + i], z, k * m, z, i * m);
            }
        }
    }

    private static void divide(int count, double divisor, double[] y, int yo) {
        for (int i = 0; i < count; i++) {
            y[yo + i] /= divisor;
        }
    }
}
