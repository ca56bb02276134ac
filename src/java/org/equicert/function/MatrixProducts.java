package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Algebra;

/** What matrices and tensors give by sums and products alone. */
final class MatrixProducts {
    static final List<Definition> ALL = List.of(
            Einsum.define("matmul.matrix_vector", "x1 (n, k), x2 (k)", "y[i] = x1[i, j]·x2[j]"),
            Einsum.define("matmul.vector_matrix", "x1 (k), x2 (k, m)", "y[j] = x1[i]·x2[i, j]"),
            Einsum.define("matmul.batched", "x1 (b, n, k), x2 (b, k, m)", "y[b, i, k] = x1[b, i, j]·x2[b, j, k]"),
            Einsum.define("linalg.vecdot", "x1 (n), x2 (n)", "y[] = x1[i]·x2[i]"),
            Einsum.define("linalg.outer", "x1 (n), x2 (m)", "y[i, j] = x1[i]·x2[j]"),
            Einsum.define("linalg.trace", "x (n, n)", "y[] = x[i, i]"),
            Einsum.define("linalg.diagonal", "x (n, n)", "y[i] = x[i, i]"),
            Einsum.define("matrix_transpose", "x (n, m)", "y[j, i] = x[i, j]"),
            Einsum.define(
                    "linalg.multi_dot", "x1 (n, k), x2 (k, l), x3 (l, m)", "y[i, l] = x1[i, j]·x2[j, k]·x3[k, l]"),
            Einsum.define("tensordot", "x1 (n, k, l), x2 (k, l, m)", "y[i, l] = x1[i, j, k]·x2[j, k, l]"),
            Einsum.define("bilinear_form", "x1 (n), a (n, m), x2 (m)", "y[] = x1[i]·a[i, j]·x2[j]"),
            Einsum.define("quadratic_form", "x (n), a (n, n)", "y[] = x[i]·a[i, j]·x[j]"),
            Einsum.define("bilinear", "w (o, n, m), x1 (n), x2 (m)", "y[o] = w[o, i, j]·x1[i]·x2[j]"),
            Einsum.define("gram", "x (k, n)", "y[i, j] = x[k, i]·x[k, j]"),
            Einsum.define("congruence", "a (n, k), x (k, k)", "y[i, l] = a[i, j]·x[j, k]·a[l, k]"),
            Einsum.define("einsum.trace_of_product", "x1 (n, k), x2 (k, n)", "y[] = x1[i, j]·x2[j, i]"),
            Einsum.define("einsum.khatri_rao", "x1 (n, r), x2 (m, r)", "y[i, j, r] = x1[i, r]·x2[j, r]"),
            Einsum.define("einsum.tucker", "g (k, l), u (n, k), v (m, l)", "y[i, j] = g[a, b]·u[i, a]·v[j, b]"),
            Einsum.define("einsum.canonical", "a (n, r), b (m, r), c (l, r)", "y[i, j, k] = a[i, r]·b[j, r]·c[k, r]"),
            product(
                    "linalg.kron",
                    "x1 (n, m), x2 (k, l) -> x1[i, j]·x2, block by block, (n·k, m·l)",
                    MatrixProducts::kron),
            product("linalg.cross", "x1 (3), x2 (3) -> x1 × x2, (3)", MatrixProducts::cross),
            product("Gemm", "a (n, k), b (k, m), c (n, m) -> a·b/2 + 2·c, (n, m)", MatrixProducts::gemm),
            product("tril", "x (n, m) -> x with 0 above the diagonal", MatrixProducts::lower),
            product("triu", "x (n, m) -> x with 0 below the diagonal", MatrixProducts::upper),
            product("diag", "x (n) -> x on the diagonal, 0 elsewhere, (n, n)", MatrixProducts::diagonal),
            product("block_diag", "x1 (n, m), x2 (k, l) -> both on the diagonal, 0 elsewhere", MatrixProducts::blocks),
            product("linalg.vander", "x (n) -> x[i]^j for j = 0..3, (n, 4)", MatrixProducts::vandermonde),
            define(
                    "linalg.matrix_power",
                    "x (n, n) -> x to the power n, (n, n)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    MatrixProducts::power,
                    Map.of("n", List.of(2L, 3L))));

    private MatrixProducts() {}

    private static Definition product(String name, String text, Formula formula) {
        return define(name, text, Set.of(), Stability.COMPONENTWISE, formula);
    }

    private static <E> Array<E> kron(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return kron(algebra, in.get("x1"), in.get("x2"));
    }

    /** a ⊗ b. */
    private static <E> Array<E> kron(Algebra<E> algebra, Array<E> a, Array<E> b) {
        int k = b.dimension(0);
        int l = b.dimension(1);
        return Array.matrix(
                a.dimension(0) * k,
                a.dimension(1) * l,
                (i, j) -> algebra.times(a.get(i / k, j / l), b.get(i % k, j % l)));
    }

    private static <E> Array<E> cross(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> a = in.get("x1");
        Array<E> b = in.get("x2");
        return Array.build(List.of(3), i -> {
            int j = (i + 1) % 3;
            int k = (i + 2) % 3;
            return algebra.minus(algebra.times(a.get(j), b.get(k)), algebra.times(a.get(k), b.get(j)));
        });
    }

    private static <E> Array<E> gemm(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        E half = algebra.of(0.5);
        E two = algebra.of(2L);
        return Products.multiply(algebra, in.get("a"), in.get("b"))
                .zip(in.get("c"), (ab, c) -> algebra.plus(algebra.times(half, ab), algebra.times(two, c)));
    }

    private static <E> Array<E> lower(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return lower(algebra, in.get("x"));
    }

    /** x with 0 above the diagonal. */
    static <E> Array<E> lower(Algebra<E> algebra, Array<E> x) {
        return Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> j <= i ? x.get(i, j) : algebra.zero());
    }

    private static <E> Array<E> upper(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return transpose(lower(algebra, transpose(in.get("x"))));
    }

    /** xᵀ. */
    static <E> Array<E> transpose(Array<E> x) {
        return Array.matrix(x.dimension(1), x.dimension(0), (i, j) -> x.get(j, i));
    }

    private static <E> Array<E> diagonal(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        return Array.matrix(x.size(), x.size(), (i, j) -> i == j ? x.get(i) : algebra.zero());
    }

    private static <E> Array<E> blocks(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> a = in.get("x1");
        Array<E> b = in.get("x2");
        int n = a.dimension(0);
        int m = a.dimension(1);
        return Array.matrix(n + b.dimension(0), m + b.dimension(1), (i, j) -> {
            if (i < n != j < m) {
                return algebra.zero();
            }
            return i < n ? a.get(i, j) : b.get(i - n, j - m);
        });
    }

    private static <E> Array<E> vandermonde(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        return Array.matrix(x.size(), 4, (i, j) -> algebra.power(x.get(i), j));
    }

    /** The sum of the diagonal. */
    static <E> E trace(Algebra<E> algebra, Array<E> x) {
        List<E> diagonal = new ArrayList<>();
        for (int i = 0; i < x.dimension(0); i++) {
            diagonal.add(x.get(i, i));
        }
        return algebra.sum(diagonal);
    }

    private static <E> Array<E> power(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return power(algebra, in.get("x"), parameters.whole("n"));
    }

    /** xᵏ for k ≥ 1. */
    static <E> Array<E> power(Algebra<E> algebra, Array<E> x, int k) {
        Array<E> power = x;
        for (int i = 1; i < k; i++) {
            power = Products.multiply(algebra, power, x);
        }
        return power;
    }
}
