package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import org.equicert.number.Algebra;

/** What linear systems, eigenvectors and singular vectors satisfy; a matrix's entries are data, row-major. */
public final class MatrixEquations {
    private MatrixEquations() {}

    /** x·z = b; data x (n, n), then b (n). */
    public static Equations solve(int n) {
        return new Equations() {
            @Override
            public <E> List<E> residual(Algebra<E> algebra, List<E> z, List<E> a) {
                List<E> residual = new ArrayList<>(n);
                for (int i = 0; i < n; i++) {
                    E product = dot(algebra, a.subList(i * n, (i + 1) * n), z);
                    residual.add(algebra.minus(product, a.get(n * n + i)));
                }
                return residual;
            }
        };
    }

    /** x·v = λ·v and ‖v‖² = 1; unknown v (n), then λ; data x (n, n). */
    public static Equations eigenpair(int n) {
        return new Equations() {
            @Override
            public <E> List<E> residual(Algebra<E> algebra, List<E> z, List<E> a) {
                List<E> v = z.subList(0, n);
                List<E> residual = new ArrayList<>(n + 1);
                for (int i = 0; i < n; i++) {
                    E product = dot(algebra, a.subList(i * n, (i + 1) * n), v);
                    residual.add(algebra.minus(product, algebra.times(z.get(n), v.get(i))));
                }
                residual.add(algebra.minus(dot(algebra, v, v), algebra.one()));
                return residual;
            }
        };
    }

    /** x·v = σ·u, xᵀ·u = σ·v and ‖v‖² = 1; unknown u (m), v (n), then σ; data x (m, n). */
    public static Equations singularTriple(int m, int n) {
        return new Equations() {
            @Override
            public <E> List<E> residual(Algebra<E> algebra, List<E> z, List<E> a) {
                List<E> u = z.subList(0, m);
                List<E> v = z.subList(m, m + n);
                E sigma = z.get(m + n);
                List<E> residual = new ArrayList<>(m + n + 1);
                for (int i = 0; i < m; i++) {
                    E product = dot(algebra, a.subList(i * n, (i + 1) * n), v);
                    residual.add(algebra.minus(product, algebra.times(sigma, u.get(i))));
                }
                for (int j = 0; j < n; j++) {
                    List<E> column = new ArrayList<>(m);
                    for (int i = 0; i < m; i++) {
                        column.add(a.get(i * n + j));
                    }
                    residual.add(algebra.minus(dot(algebra, column, u), algebra.times(sigma, v.get(j))));
                }
                residual.add(algebra.minus(dot(algebra, v, v), algebra.one()));
                return residual;
            }
        };
    }

    private static <E> E dot(Algebra<E> algebra, List<E> x, List<E> y) {
        List<E> terms = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            terms.add(algebra.times(x.get(i), y.get(i)));
        }
        return algebra.sum(terms);
    }
}
