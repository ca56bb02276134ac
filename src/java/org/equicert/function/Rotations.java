package org.equicert.function;

import java.util.ArrayList;
import java.util.List;

/**
 * Approximate eigenvectors of a symmetric matrix by Jacobi's rotations: where a proof starts, and on which none rests.
 *
 * @see <a href="https://doi.org/10.1137/1.9781421407944">G. H. Golub, C. F. Van Loan, Matrix Computations, 8.5</a>
 */
public final class Rotations {
    private static final int MOST_SWEEPS = 30;

    private Rotations() {}

    /**
     * Column k of {@code vectors} belongs to {@code values[k]}.
     *
     * @param values in no order
     * @param vectors (n, n), orthogonal
     */
    public record Decomposition(List<Double> values, Array<Double> vectors) {}

    /** The eigenvalues and eigenvectors of x (n, n), whose lower triangle is taken to mirror the upper one. */
    public static Decomposition decompose(Array<Double> x) {
        int n = x.dimension(0);
        double[][] a = new double[n][n];
        double[][] v = new double[n][n];
        for (int i = 0; i < n; i++) {
            v[i][i] = 1;
            for (int j = 0; j < n; j++) {
                a[i][j] = x.get(Math.min(i, j), Math.max(i, j));
            }
        }
        for (int sweep = 0; sweep < MOST_SWEEPS; sweep++) {
            for (int p = 0; p < n; p++) {
                for (int q = p + 1; q < n; q++) {
                    rotate(a, v, p, q);
                }
            }
        }
        List<Double> values = new ArrayList<>(n);
        for (int i = 0; i < n; i++) {
            values.add(a[i][i]);
        }
        return new Decomposition(values, Array.matrix(n, n, (i, j) -> v[i][j]));
    }

    /** Makes a[p][q] zero. */
    private static void rotate(double[][] a, double[][] v, int p, int q) {
        if (a[p][q] == 0) {
            return;
        }
        double cot = (a[q][q] - a[p][p]) / (2 * a[p][q]);
        double t = Math.copySign(1, cot) / (Math.abs(cot) + Math.sqrt(1 + cot * cot));
        double c = 1 / Math.sqrt(1 + t * t);
        double s = t * c;
        for (double[] row : a) {
            turn(row, p, q, c, s);
        }
        for (int k = 0; k < a.length; k++) {
            double above = a[p][k];
            double below = a[q][k];
            a[p][k] = c * above - s * below;
            a[q][k] = s * above + c * below;
        }
        for (double[] row : v) {
            turn(row, p, q, c, s);
        }
    }

    private static void turn(double[] row, int p, int q, double c, double s) {
        double left = row[p];
        double right = row[q];
        row[p] = c * left - s * right;
        row[q] = s * left + c * right;
    }
}
