package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import org.equicert.number.Algebra;

/** Triangular factors over any algebra with division and roots; jets and balls go through, so derivatives are enclosed too. */
public final class Factorisations {
    private Factorisations() {}

    /**
     * A factorisation x = q·r.
     *
     * @param q (m, n), with orthonormal columns
     * @param r (n, n), upper triangular with a positive diagonal
     */
    public record Qr<E>(Array<E> q, Array<E> r) {}

    /**
     * The lower triangular l (n, n) with a positive diagonal and l·lᵀ = x; reads the lower triangle of x.
     *
     * @throws org.equicert.number.Undecided where x is or may be not positive definite
     */
    public static <E> Array<E> cholesky(Algebra<E> algebra, Array<E> x) {
        int n = x.dimension(0);
        List<List<E>> rows = new ArrayList<>();
        for (int i = 0; i < n; i++) {
            List<E> row = new ArrayList<>();
            rows.add(row);
            for (int j = 0; j < i; j++) {
                E rest = algebra.minus(
                        x.get(i, j), Products.dot(algebra, row, rows.get(j).subList(0, j)));
                row.add(algebra.over(rest, rows.get(j).get(j)));
            }
            row.add(algebra.sqrt(algebra.minus(x.get(i, i), Products.dot(algebra, row, row))));
        }
        return Array.matrix(n, n, (i, j) -> j <= i ? rows.get(i).get(j) : algebra.zero());
    }

    /**
     * The factors of x (m, n), m ≥ n, by Gram and Schmidt.
     *
     * @throws org.equicert.number.Undecided where the columns of x are or may be dependent
     */
    public static <E> Qr<E> qr(Algebra<E> algebra, Array<E> x) {
        int m = x.dimension(0);
        int n = x.dimension(1);
        List<List<E>> q = new ArrayList<>();
        List<List<E>> r = new ArrayList<>();
        for (int j = 0; j < n; j++) {
            List<E> rest = x.column(j);
            List<E> column = new ArrayList<>();
            for (List<E> unit : q) {
                E part = Products.dot(algebra, unit, rest);
                column.add(part);
                List<E> before = rest;
                rest = Array.build(List.of(m), i -> algebra.minus(before.get(i), algebra.times(part, unit.get(i))))
                        .entries();
            }
            E length = algebra.sqrt(Products.dot(algebra, rest, rest));
            column.add(length);
            r.add(column);
            q.add(rest.stream().map(entry -> algebra.over(entry, length)).toList());
        }
        return new Qr<>(
                Array.matrix(m, n, (i, j) -> q.get(j).get(i)),
                Array.matrix(n, n, (i, j) -> i <= j ? r.get(j).get(i) : algebra.zero()));
    }
}
