package org.equicert.fast.gpu;

import java.util.Optional;
import org.equicert.fast.Contraction.Axis;

/**
 * A contraction as BLAS states a product: C = X·Y for each of a batch of column-major matrices, C of shape (m, n), with k
 * terms.
 *
 * @param exchanged whether X is the contraction's second operand, and Y its first
 * @param batch the axis that counts the products; of extent 1 where there is one
 */
record Gemm(boolean exchanged, int m, int n, int k, Matrix x, Matrix y, int leadingC, Axis batch) {
    /**
     * A factor.
     *
     * @param transposed whether it is its transpose that lies there in columns
     * @param leading how far apart these columns begin
     */
    record Matrix(boolean transposed, int leading) {}

    /** Of a contraction that is worth it, and is a product of matrices that BLAS can read: one axis for each of its roles. */
    static Optional<Gemm> of(LoopNest nest) {
        if (!nest.isTiled()
                || nest.rows().size() > 1
                || nest.columns().size() > 1
                || nest.sums().size() > 1
                || nest.batches().size() > 1) {
            return Optional.empty();
        }
        Axis row = nest.rows().getFirst();
        Axis column = nest.columns().getFirst();
        Axis sum = nest.sums().getFirst();
        Axis batch =
                nest.batches().isEmpty() ? new Axis(1, 0, 0, 0) : nest.batches().getFirst();
        boolean exchanged = column.c() == 1;
        Axis m = exchanged ? column : row;
        Axis n = exchanged ? row : column;
        int k = sum.extent();
        if (m.c() != 1 || n.c() < m.extent()) {
            return Optional.empty();
        }
        return matrix(m.extent(), inX(exchanged, m), k, inX(exchanged, sum))
                .flatMap(x -> matrix(k, inX(!exchanged, sum), n.extent(), inX(!exchanged, n))
                        .map(y -> new Gemm(exchanged, m.extent(), n.extent(), k, x, y, n.c(), batch)));
    }

    private static int inX(boolean exchanged, Axis axis) {
        return exchanged ? axis.b() : axis.a();
    }

    /** One with so many rows and columns, which are so far apart. */
    private static Optional<Matrix> matrix(int rows, int rowsApart, int columns, int columnsApart) {
        if (rowsApart == 1 && columnsApart >= rows) {
            return Optional.of(new Matrix(false, columnsApart));
        }
        return columnsApart == 1 && rowsApart >= columns ? Optional.of(new Matrix(true, rowsApart)) : Optional.empty();
    }
}
