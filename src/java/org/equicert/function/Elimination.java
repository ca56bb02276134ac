package org.equicert.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.equicert.number.Algebra;
import org.equicert.number.Undecided;

/**
 * Gaussian elimination with partial pivoting over any algebra with division. Pivots are chosen by
 * {@link Algebra#magnitude} alone, so that the roundings of a run are those of the stable algorithms in use. Jets go
 * through: a pivot is judged by its base value.
 *
 * <p>The determinant is a polynomial, so it is decided at singular matrices too: where no entry of a pivot column is
 * certainly nonzero, the rest is done without division.
 */
public final class Elimination {
    private Elimination() {}

    /** The determinant of x (n, n), singular or not. */
    public static <E> E determinant(Algebra<E> algebra, Array<E> x) {
        List<E> factors = factors(algebra, x);
        E product = factors.getFirst();
        for (E factor : factors.subList(1, factors.size())) {
            product = algebra.times(product, factor);
        }
        return product;
    }

    /**
     * log |det x| of x (n, n): the sum of the logarithms of the pivots.
     *
     * @throws Undecided {@code SINGULAR} where x is or may be singular
     */
    public static <E> E logAbsDeterminant(Algebra<E> algebra, Array<E> x) {
        List<E> logarithms = new ArrayList<>();
        for (E factor : factors(algebra, x)) {
            if (algebra.magnitude(factor) == 0) {
                throw new Undecided(Undecided.Reason.SINGULAR, "the matrix is or may be singular");
            }
            logarithms.add(algebra.log(algebra.abs(factor)));
        }
        return algebra.sum(logarithms);
    }

    /**
     * The y (n, m) with x·y = b, for x (n, n) and b (n, m).
     *
     * @throws Undecided {@code SINGULAR} where x is or may be singular
     */
    public static <E> Array<E> solve(Algebra<E> algebra, Array<E> x, Array<E> b) {
        int n = x.dimension(0);
        int m = b.dimension(1);
        List<List<E>> rows = rows(x);
        for (int i = 0; i < n; i++) {
            rows.get(i).addAll(b.row(i));
        }
        for (int k = 0; k < n; k++) {
            Collections.swap(rows, k, pivot(algebra, rows, k));
            clearBelow(algebra, rows, k);
        }
        for (int k = n - 1; k >= 0; k--) {
            List<E> row = rows.get(k);
            for (int j = n; j < n + m; j++) {
                List<E> terms = new ArrayList<>(List.of(row.get(j)));
                for (int i = k + 1; i < n; i++) {
                    terms.add(
                            algebra.negate(algebra.times(row.get(i), rows.get(i).get(j))));
                }
                row.set(j, algebra.over(algebra.sum(terms), row.get(k)));
            }
        }
        return Array.matrix(n, m, (i, j) -> rows.get(i).get(n + j));
    }

    /**
     * The inverse of x (n, n).
     *
     * @throws Undecided {@code SINGULAR} where x is or may be singular
     */
    public static <E> Array<E> inverse(Algebra<E> algebra, Array<E> x) {
        return solve(algebra, x, identity(algebra, x.dimension(0)));
    }

    /**
     * p·x = l·u for the permutation p that puts each pivot on top.
     *
     * @param l (n, n), lower triangular with ones on the diagonal
     * @param u (n, n), upper triangular
     */
    public record Lu<E>(Array<E> l, Array<E> u) {}

    /**
     * The factors of x (n, n) by partial pivoting.
     *
     * @throws Undecided {@code SINGULAR} where x is or may be singular
     */
    public static <E> Lu<E> factorise(Algebra<E> algebra, Array<E> x) {
        int n = x.dimension(0);
        List<List<E>> rows = rows(x);
        for (int k = 0; k < n; k++) {
            Collections.swap(rows, k, pivot(algebra, rows, k));
            List<E> top = rows.get(k);
            for (List<E> row : rows.subList(k + 1, n)) {
                row.set(k, algebra.over(row.get(k), top.get(k)));
                for (int j = k + 1; j < n; j++) {
                    row.set(j, algebra.minus(row.get(j), algebra.times(row.get(k), top.get(j))));
                }
            }
        }
        return new Lu<>(
                Array.matrix(n, n, (i, j) -> {
                    if (i == j) {
                        return algebra.one();
                    }
                    return j < i ? rows.get(i).get(j) : algebra.zero();
                }),
                Array.matrix(n, n, (i, j) -> i <= j ? rows.get(i).get(j) : algebra.zero()));
    }

    /** The identity matrix (n, n). */
    public static <E> Array<E> identity(Algebra<E> algebra, int n) {
        return Array.matrix(n, n, (i, j) -> i == j ? algebra.one() : algebra.zero());
    }

    /**
     * Numbers whose product is det x: the pivots, and in the place of those that may vanish the determinant of what
     * elimination has left.
     */
    static <E> List<E> factors(Algebra<E> algebra, Array<E> x) {
        List<List<E>> rows = rows(x);
        List<E> factors = new ArrayList<>();
        int n = rows.size();
        for (int k = 0; k < n; k++) {
            int from = k;
            int best = pivot(algebra, rows, k);
            E pivot = rows.get(best).get(k);
            if (algebra.magnitude(pivot) == 0) {
                factors.add(divisionFreeDeterminant(
                        algebra,
                        Array.matrix(n - k, n - k, (i, j) -> rows.get(from + i).get(from + j))));
                return factors;
            }
            factors.add(best == k ? pivot : algebra.negate(pivot));
            Collections.swap(rows, k, best);
            clearBelow(algebra, rows, k);
        }
        return factors;
    }

    /** The row, from k on, of the largest entry of column k. */
    private static <E> int pivot(Algebra<E> algebra, List<List<E>> rows, int k) {
        int best = k;
        for (int i = k + 1; i < rows.size(); i++) {
            if (algebra.magnitude(rows.get(i).get(k))
                    > algebra.magnitude(rows.get(best).get(k))) {
                best = i;
            }
        }
        return best;
    }

    /** Takes from each row below row k the multiple of row k that clears column k, which is not written: nobody reads it. */
    private static <E> void clearBelow(Algebra<E> algebra, List<List<E>> rows, int k) {
        List<E> top = rows.get(k);
        for (List<E> row : rows.subList(k + 1, rows.size())) {
            E multiple = algebra.over(row.get(k), top.get(k));
            for (int j = k + 1; j < row.size(); j++) {
                row.set(j, algebra.minus(row.get(j), algebra.times(multiple, top.get(j))));
            }
        }
    }

    /**
     * The determinant of x (n, n) by sums and products alone, in O(n⁴): (−1)ⁿ⁻¹ times the first entry of Fⁿ⁻¹(x), where
     * F(y) = μ(y)·x and μ keeps what is above the diagonal and puts minus the sum of the later diagonal entries on it.
     *
     * @see <a href="https://doi.org/10.1016/j.ipl.2011.08.006">R. S. Bird, A simple division-free algorithm for
     *     computing determinants (2011)</a>
     */
    static <E> E divisionFreeDeterminant(Algebra<E> algebra, Array<E> x) {
        int n = x.dimension(0);
        Array<E> y = x;
        for (int step = 1; step < n; step++) {
            Array<E> last = y;
            Array<E> mu = Array.matrix(n, n, (i, j) -> {
                if (i != j) {
                    return i < j ? last.get(i, j) : algebra.zero();
                }
                List<E> later = new ArrayList<>();
                for (int l = i + 1; l < n; l++) {
                    later.add(last.get(l, l));
                }
                return algebra.negate(algebra.sum(later));
            });
            y = Products.multiply(algebra, mu, x);
        }
        return n % 2 == 1 ? y.get(0) : algebra.negate(y.get(0));
    }

    private static <E> List<List<E>> rows(Array<E> x) {
        List<List<E>> rows = new ArrayList<>();
        for (int i = 0; i < x.dimension(0); i++) {
            rows.add(new ArrayList<>(x.row(i)));
        }
        return rows;
    }
}
