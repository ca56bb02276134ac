package org.equicert.fast;

import java.util.List;

/**
 * Linear systems a·y = b with one matrix a of shape (n, n), or aᵀ·y = b, and right sides b of shape (·, n, m): the leading
 * dimension is whatever b's length makes it.
 */
public record Solve(int n, int m, boolean transposed) {
    /** The adjoint in b: the same with the matrix transposed. */
    public Solve adjoint() {
        return new Solve(n, m, !transposed);
    }

    /** The same for right sides that are stacks of k, the stack's axis last: each row is one of m·k columns. */
    Solve stackedLast(int k) {
        return new Solve(n, Shapes.size(List.of(m, k)), transposed);
    }

    /** a⁻¹ of a matrix of n rows, or a⁻ᵀ. */
    public static <V> V inverse(Arithmetic<V> on, int n, boolean transposed, V a) {
        double[] unit = new double[n * n];
        for (int i = 0; i < n; i++) {
            unit[i * n + i] = 1;
        }
        return on.solve(new Solve(n, n, transposed), a, on.of(unit));
    }

    /** How many right sides of shape (n, m) a b of this many entries holds. */
    int stacked(int size) {
        if (size % (n * m) != 0) {
            throw new ShapeException(
                    size + " entries are no stack of right sides with " + n + " rows and " + m + " columns");
        }
        return size / (n * m);
    }

    /** (ȳ, y) ↦ the adjoint of a, but for its sign: the sum over the stack of ȳ·yᵀ, transposed where a is. */
    Contraction outer(int k) {
        int row = transposed ? 1 : n;
        int column = transposed ? n : 1;
        return new Contraction(
                k * n * m,
                k * n * m,
                n * n,
                List.of(
                        new Contraction.Axis(k, n * m, n * m, 0),
                        new Contraction.Axis(n, m, 0, row),
                        new Contraction.Axis(n, 0, m, column),
                        new Contraction.Axis(m, 1, 1, 0)));
    }

    /** (a, y) ↦ a·y or aᵀ·y for a stack of k: what is solved for. */
    Contraction applied(int k) {
        int row = transposed ? 1 : n;
        int column = transposed ? n : 1;
        return new Contraction(
                n * n,
                k * n * m,
                k * n * m,
                List.of(
                        new Contraction.Axis(k, 0, n * m, n * m),
                        new Contraction.Axis(n, row, 0, m),
                        new Contraction.Axis(n, column, m, 0),
                        new Contraction.Axis(m, 0, 1, 1)));
    }
}
