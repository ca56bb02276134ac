package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Linear systems and inverses by the ways that libraries have for them: general, triangular, of factors, least squares. */
final class Solutions {
    static final List<Definition> ALL = List.of(
            define(
                    "linalg.logdet",
                    "x (n, n) of positive determinant -> log det x, scalar",
                    Set.of(Capability.DIVISION, Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Solutions::logDeterminant),
            rational("linalg.inv_ex", "x (n, n) invertible -> inverse of x, (n, n)", Solutions::inverse),
            rational("linalg.solve.vector", "x1 (n, n) invertible, x2 (n) -> y with x1·y = x2, (n)", Solutions::vector),
            rational(
                    "linalg.solve.right",
                    "x1 (n, n) invertible, x2 (m, n) -> y with y·x1 = x2, (m, n)",
                    Solutions::right),
            rational(
                    "linalg.lu_solve",
                    "x1 (n, n) invertible, x2 (n, m) -> y with x1·y = x2, (n, m)",
                    Solutions::general),
            rational(
                    "linalg.solve_triangular.lower",
                    "x1 (n, n) triangular, x2 (n, m) -> y with l·y = x2, l the lower triangle of x1, (n, m)",
                    Solutions::lower),
            rational(
                    "linalg.solve_triangular.upper",
                    "x1 (n, n) triangular, x2 (n, m) -> y with u·y = x2, u the upper triangle of x1, (n, m)",
                    Solutions::upper),
            rational(
                    "linalg.solve_triangular.unit",
                    "x1 (n, n), x2 (n, m) -> y with l·y = x2, l the lower triangle of x1 below a diagonal of ones, (n, m)",
                    Solutions::unit),
            rational(
                    "linalg.solve_triangular.transposed",
                    "x1 (n, n) triangular, x2 (n, m) -> y with lᵀ·y = x2, l the lower triangle of x1, (n, m)",
                    Solutions::transposed),
            rational(
                    "linalg.solve_triangular.right",
                    "x1 (n, n) triangular, x2 (m, n) -> y with y·l = x2, l the lower triangle of x1, (m, n)",
                    Solutions::triangularRight),
            rational(
                    "linalg.cholesky_solve",
                    "x1 (n, n) triangular, x2 (n, m) -> y with l·lᵀ·y = x2, l the lower triangle of x1, (n, m)",
                    Solutions::factored),
            rational(
                    "linalg.cholesky_inverse",
                    "x (n, n) triangular -> inverse of l·lᵀ, l the lower triangle of x, (n, n)",
                    Solutions::factoredInverse),
            rational("linalg.pinv", "x (m, n) of full rank -> pseudo-inverse of x, (n, m)", Solutions::pseudoInverse),
            rational(
                    "linalg.lstsq",
                    "x1 (m, n) tall of full rank, x2 (m, k) -> y with the least |x1·y - x2|, (n, k)",
                    Solutions::leastSquares),
            define(
                    "linalg.matrix_power.negative",
                    "x (n, n) invertible -> x to the power n, (n, n)",
                    Set.of(Capability.DIVISION),
                    Stability.NORMWISE,
                    Solutions::negativePower,
                    Map.of("n", List.of(-3L, -2L, -1L))));

    private Solutions() {}

    private static Definition rational(String name, String text, Formula formula) {
        return define(name, text, Set.of(Capability.DIVISION), Stability.NORMWISE, formula);
    }

    private static <E> Array<E> logDeterminant(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.log(Elimination.determinant(algebra, in.get("x"))));
    }

    private static <E> Array<E> inverse(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.inverse(algebra, in.get("x"));
    }

    private static <E> Array<E> general(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.solve(algebra, in.get("x1"), in.get("x2"));
    }

    private static <E> Array<E> vector(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> b = in.get("x2");
        Array<E> column = new Array<>(List.of(b.size(), 1), b.entries());
        return Array.vector(Elimination.solve(algebra, in.get("x1"), column).entries());
    }

    private static <E> Array<E> right(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return MatrixProducts.transpose(Elimination.solve(
                algebra, MatrixProducts.transpose(in.get("x1")), MatrixProducts.transpose(in.get("x2"))));
    }

    private static <E> Array<E> lower(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return substitute(algebra, in.get("x1"), in.get("x2"));
    }

    private static <E> Array<E> upper(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return substituteBack(algebra, in.get("x1"), in.get("x2"));
    }

    private static <E> Array<E> unit(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x1");
        Array<E> l = Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> i == j ? algebra.one() : x.get(i, j));
        return substitute(algebra, l, in.get("x2"));
    }

    private static <E> Array<E> transposed(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return substituteBack(algebra, MatrixProducts.transpose(in.get("x1")), in.get("x2"));
    }

    private static <E> Array<E> triangularRight(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return MatrixProducts.transpose(substituteBack(
                algebra, MatrixProducts.transpose(in.get("x1")), MatrixProducts.transpose(in.get("x2"))));
    }

    private static <E> Array<E> factored(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return factored(algebra, in.get("x1"), in.get("x2"));
    }

    private static <E> Array<E> factoredInverse(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> l = in.get("x");
        return factored(algebra, l, Elimination.identity(algebra, l.dimension(0)));
    }

    private static <E> Array<E> factored(Algebra<E> algebra, Array<E> l, Array<E> b) {
        return substituteBack(algebra, MatrixProducts.transpose(l), substitute(algebra, l, b));
    }

    /** The y with l·y = b, l the lower triangle of x (n, n), for b (n, m). */
    private static <E> Array<E> substitute(Algebra<E> algebra, Array<E> x, Array<E> b) {
        int n = x.dimension(0);
        List<List<E>> y = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<E> row = new ArrayList<>();
            for (int j = 0; j < b.dimension(1); j++) {
                List<E> terms = new ArrayList<>(List.of(b.get(i, j)));
                for (int k = 0; k < i; k++) {
                    terms.add(algebra.negate(algebra.times(x.get(i, k), y.get(k).get(j))));
                }
                row.add(algebra.over(algebra.sum(terms), x.get(i, i)));
            }
            y.add(row);
        }
        return Array.matrix(n, b.dimension(1), (i, j) -> y.get(i).get(j));
    }

    /** The y with u·y = b, u the upper triangle of x: with rows and columns counted from the end it is a lower one. */
    private static <E> Array<E> substituteBack(Algebra<E> algebra, Array<E> x, Array<E> b) {
        List<E> turned = new ArrayList<>(x.entries());
        Collections.reverse(turned);
        return upsideDown(substitute(algebra, new Array<>(x.shape(), turned), upsideDown(b)));
    }

    private static <E> Array<E> upsideDown(Array<E> x) {
        int n = x.dimension(0);
        return Array.matrix(n, x.dimension(1), (i, j) -> x.get(n - 1 - i, j));
    }

    private static <E> Array<E> pseudoInverse(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        return x.dimension(0) >= x.dimension(1)
                ? pseudoInverse(algebra, x)
                : MatrixProducts.transpose(pseudoInverse(algebra, MatrixProducts.transpose(x)));
    }

    /** (xᵀ·x)⁻¹·xᵀ for a tall x. */
    private static <E> Array<E> pseudoInverse(Algebra<E> algebra, Array<E> x) {
        return Elimination.solve(algebra, Spectrum.gram(algebra, x), MatrixProducts.transpose(x));
    }

    private static <E> Array<E> leastSquares(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Products.multiply(algebra, pseudoInverse(algebra, in.get("x1")), in.get("x2"));
    }

    private static <E> Array<E> negativePower(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return MatrixProducts.power(algebra, Elimination.inverse(algebra, in.get("x")), -parameters.whole("n"));
    }
}
