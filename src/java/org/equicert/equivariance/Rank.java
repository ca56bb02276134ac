package org.equicert.equivariance;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.number.Algebra;

/** How many directions a set of characteristic directions spans. */
public final class Rank {
    private Rank() {}

    /**
     * A lower bound of the rank of the matrix whose columns are all columns of the given ones, by elimination with pivots
     * that are certainly not zero; the rank itself over an exact field.
     */
    public static <E> int of(Algebra<E> algebra, List<Array<E>> matrices) {
        List<List<E>> rows = new ArrayList<>();
        for (Array<E> matrix : matrices) {
            for (int j = 0; j < matrix.dimension(1); j++) {
                rows.add(new ArrayList<>(matrix.column(j)));
            }
        }
        int columns = rows.isEmpty() ? 0 : rows.getFirst().size();
        int rank = 0;
        for (int c = 0; c < columns && rank < rows.size(); c++) {
            int pivot = largest(algebra, rows, rank, c);
            if (algebra.magnitude(rows.get(pivot).get(c)) == 0) {
                continue;
            }
            List<E> pivotRow = rows.get(pivot);
            rows.set(pivot, rows.get(rank));
            rows.set(rank, pivotRow);
            for (int r = rank + 1; r < rows.size(); r++) {
                eliminate(algebra, rows.get(r), pivotRow, c);
            }
            rank++;
        }
        return rank;
    }

    private static <E> int largest(Algebra<E> algebra, List<List<E>> rows, int from, int column) {
        int best = from;
        for (int r = from + 1; r < rows.size(); r++) {
            if (algebra.magnitude(rows.get(r).get(column))
                    > algebra.magnitude(rows.get(best).get(column))) {
                best = r;
            }
        }
        return best;
    }

    private static <E> void eliminate(Algebra<E> algebra, List<E> row, List<E> pivotRow, int column) {
        E factor = algebra.over(row.get(column), pivotRow.get(column));
        row.set(column, algebra.zero());
        for (int c = column + 1; c < row.size(); c++) {
            row.set(c, algebra.minus(row.get(c), algebra.times(factor, pivotRow.get(c))));
        }
    }
}
