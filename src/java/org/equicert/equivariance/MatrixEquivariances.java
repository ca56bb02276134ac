package org.equicert.equivariance;

import static java.util.Map.entry;
import static org.equicert.equivariance.Notation.read;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** The equivariances of the functions of matrices: most in the notation that says them, a few with a ψ of their own. */
final class MatrixEquivariances {
    /** What holds for whatever depends on the symmetric part of x alone. */
    private static final String SYMMETRIC = "antisymmetric shift: x + S -> y";

    static final Map<String, List<Equivariance>> ALL = Map.ofEntries(
            rows(
                    "matmul.matrix_vector",
                    "left action: Λ·x1 -> Λ·y",
                    "reparameterisation: x1·Λ, Λ⁻¹·x2 -> y",
                    "homogeneity: λ·x2 -> λ·y"),
            rows(
                    "matmul.vector_matrix",
                    "right action: x2·Λ -> y·Λ",
                    "reparameterisation: x1·Λ, Λ⁻¹·x2 -> y",
                    "homogeneity: λ·x1 -> λ·y"),
            rows(
                    "matmul.batched",
                    "right action: x2·Λ -> y·Λ",
                    "batch scaling: D·x1 -> D·y",
                    "batch reparameterisation: D·x1, D⁻¹·x2 -> y"),
            rows("linalg.vecdot", "homogeneity: λ·x1 -> λ·y", "reparameterisation: Λ·x1, Λ⁻ᵀ·x2 -> y"),
            rows("linalg.outer", "left action: Λ·x1 -> Λ·y", "right action: x2·Λ -> y·Λ"),
            rows("linalg.trace", "homogeneity: λ·x -> λ·y", "similarity: Λ·x·Λ⁻¹ -> y", SYMMETRIC),
            rows("linalg.diagonal", "row scaling: D·x -> D·y", "column scaling: x·D -> D·y", SYMMETRIC),
            rows("matrix_transpose", "left action: Λ·x -> y·Λᵀ", "right action: x·Λ -> Λᵀ·y"),
            rows(
                    "linalg.multi_dot",
                    "left action: Λ·x1 -> Λ·y",
                    "right action: x3·Λ -> y·Λ",
                    "first reparameterisation: x1·Λ, Λ⁻¹·x2 -> y",
                    "second reparameterisation: x2·Λ, Λ⁻¹·x3 -> y"),
            rows(
                    "tensordot",
                    "left action: Λ·x1 -> Λ·y",
                    "right action: x2·Λ -> y·Λ",
                    "homogeneity: λ·x1, λ⁻¹·x2 -> y"),
            rows(
                    "bilinear_form",
                    "homogeneity: λ·a -> λ·y",
                    "left reparameterisation: Λᵀ·x1, Λ⁻¹·a -> y",
                    "right reparameterisation: Λ·x2, a·Λ⁻¹ -> y"),
            rows(
                    "quadratic_form",
                    "homogeneity in x: λ·x -> λ²·y",
                    "homogeneity in a: λ·a -> λ·y",
                    "reparameterisation: Λ·x, Λ⁻ᵀ·a·Λ⁻¹ -> y",
                    "antisymmetric shift: a + S -> y"),
            rows(
                    "bilinear",
                    "left action: Λ·w -> Λ·y",
                    "reparameterisation: w·Λ, Λ⁻¹·x2 -> y",
                    "homogeneity: λ·x1 -> λ·y"),
            rows("gram", "homogeneity: λ·x -> λ²·y", "rotation: Q·x -> y", "right action: x·Λ -> Λᵀ·y·Λ"),
            rows(
                    "congruence",
                    "left action: Λ·a -> Λ·y·Λᵀ",
                    "reparameterisation: a·Λ, Λ⁻¹·x·Λ⁻ᵀ -> y",
                    "homogeneity: λ·x -> λ·y"),
            rows(
                    "einsum.trace_of_product",
                    "homogeneity: λ·x1 -> λ·y",
                    "inner reparameterisation: x1·Λ, Λ⁻¹·x2 -> y",
                    "outer reparameterisation: Λ·x1, x2·Λ⁻¹ -> y"),
            rows(
                    "einsum.khatri_rao",
                    "left action: Λ·x1 -> Λ·y",
                    "column scaling: x1·D -> y·D",
                    "column reparameterisation: x1·D, x2·D⁻¹ -> y"),
            rows(
                    "einsum.tucker",
                    "left action: Λ·u -> Λ·y",
                    "right action: Λ·v -> y·Λᵀ",
                    "left reparameterisation: Λ·g, u·Λ⁻¹ -> y",
                    "right reparameterisation: g·Λ, v·Λ⁻ᵀ -> y"),
            rows(
                    "einsum.canonical",
                    "left action: Λ·a -> Λ·y",
                    "right action: Λ·c -> y·Λᵀ",
                    "first column scaling: a·D, b·D⁻¹ -> y",
                    "second column scaling: b·D, c·D⁻¹ -> y"),
            entry(
                    "linalg.kron",
                    List.of(
                            read("homogeneity: λ·x1 -> λ·y"),
                            read("rescaling: λ·x1, λ⁻¹·x2 -> y"),
                            read("left action on the first: Λ·x1 -> (Λ ⊗ I)·y", MatrixEquivariances::blocksMoved),
                            read("left action on the second: Λ·x2 -> (I ⊗ Λ)·y", MatrixEquivariances::insidesMoved))),
            rows(
                    "linalg.cross",
                    "homogeneity: λ·x1 -> λ·y",
                    "rescaling: λ·x1, λ⁻¹·x2 -> y",
                    "rotation: Q·x1, Q·x2 -> Q·y"),
            rows(
                    "Gemm",
                    "left action: Λ·a, Λ·c -> Λ·y",
                    "right action: b·Λ, c·Λ -> y·Λ",
                    "reparameterisation: a·Λ, Λ⁻¹·b -> y"),
            rows("tril", "homogeneity: λ·x -> λ·y", "row scaling: D·x -> D·y", "column scaling: x·D -> y·D"),
            rows("triu", "homogeneity: λ·x -> λ·y", "row scaling: D·x -> D·y", "column scaling: x·D -> y·D"),
            rows("diag", "scaling: D·x -> D·y", "homogeneity: λ·x -> λ·y"),
            entry("block_diag", List.of(read("homogeneity: λ·x1, λ·x2 -> λ·y"))),
            entry("linalg.vander", List.of(read("scaling: D·x -> D[i]^j·y[i, j]", MatrixEquivariances::powersScaled))),
            rows("linalg.eigvals.power_sum", "homogeneity: λ·x -> λ³·y", "similarity: Λ·x·Λ⁻¹ -> y"),
            entry(
                    "linalg.matrix_power",
                    List.of(
                            read("similarity: Λ·x·Λ⁻¹ -> Λ·y·Λ⁻¹"),
                            read("homogeneity: λ·x -> λⁿ·y", MatrixEquivariances::scaledByPower))),
            entry(
                    "linalg.logdet",
                    List.of(
                            read("homogeneity: λ·x -> y + n·log λ", LinearAlgebraActions::shiftedByLogarithm),
                            read("left action: Λ·x -> y + log det Λ", LinearAlgebraActions::shiftedByLogDeterminant),
                            read("right action: x·Λ -> y + log det Λ", LinearAlgebraActions::shiftedByLogDeterminant))),
            rows("linalg.inv_ex", "left action: Λ·x -> y·Λ⁻¹", "right action: x·Λ -> Λ⁻¹·y"),
            rows(
                    "linalg.solve.vector",
                    "left action: Λ·x1, Λ·x2 -> y",
                    "substitution: x1·Λ -> Λ⁻¹·y",
                    "homogeneity: λ·x2 -> λ·y"),
            rows(
                    "linalg.solve.right",
                    "right action: x1·Λ, x2·Λ -> y",
                    "left action: Λ·x2 -> Λ·y",
                    "substitution: Λ·x1 -> y·Λ⁻¹"),
            rows(
                    "linalg.lu_solve",
                    "left action: Λ·x1, Λ·x2 -> y",
                    "right action: x2·Λ -> y·Λ",
                    "substitution: x1·Λ -> Λ⁻¹·y"),
            rows(
                    "linalg.solve_triangular.lower",
                    "row scaling: D·x1, D·x2 -> y",
                    "right action: x2·Λ -> y·Λ",
                    "substitution: x1·D -> D⁻¹·y",
                    "shift of what is not read: x1 + N -> y"),
            rows(
                    "linalg.solve_triangular.upper",
                    "row scaling: D·x1, D·x2 -> y",
                    "right action: x2·Λ -> y·Λ",
                    "substitution: x1·D -> D⁻¹·y",
                    "shift of what is not read: x1 + Nᵀ -> y"),
            rows(
                    "linalg.solve_triangular.unit",
                    "right action: x2·Λ -> y·Λ",
                    "diagonal similarity: D·x1·D⁻¹, D·x2 -> D·y",
                    "shift of what is not read: x1 + U -> y"),
            rows(
                    "linalg.solve_triangular.transposed",
                    "row scaling: x1·D, D·x2 -> y",
                    "right action: x2·Λ -> y·Λ",
                    "substitution: D·x1 -> D⁻¹·y",
                    "shift of what is not read: x1 + N -> y"),
            rows(
                    "linalg.solve_triangular.right",
                    "column scaling: x1·D, x2·D -> y",
                    "left action: Λ·x2 -> Λ·y",
                    "substitution: D·x1 -> y·D⁻¹",
                    "shift of what is not read: x1 + N -> y"),
            rows(
                    "linalg.cholesky_solve",
                    "scaling: D·x1, D·x2 -> D⁻¹·y",
                    "right action: x2·Λ -> y·Λ",
                    "homogeneity: λ·x1 -> λ⁻²·y",
                    "shift of what is not read: x1 + N -> y"),
            rows(
                    "linalg.cholesky_inverse",
                    "scaling: D·x -> D⁻¹·y·D⁻¹",
                    "homogeneity: λ·x -> λ⁻²·y",
                    "shift of what is not read: x + N -> y"),
            rows(
                    "linalg.pinv",
                    "homogeneity: λ·x -> λ⁻¹·y",
                    "left rotation: Q·x -> y·Qᵀ",
                    "right rotation: x·Q -> Qᵀ·y"),
            rows(
                    "linalg.lstsq",
                    "homogeneity in x1: λ·x1 -> λ⁻¹·y",
                    "rotation: Q·x1, Q·x2 -> y",
                    "right action: x2·Λ -> y·Λ",
                    "substitution: x1·Λ -> Λ⁻¹·y"),
            entry(
                    "linalg.matrix_power.negative",
                    List.of(
                            read("similarity: Λ·x·Λ⁻¹ -> Λ·y·Λ⁻¹"),
                            read("homogeneity: λ·x -> λⁿ·y", MatrixEquivariances::scaledByPower))),
            rows("linalg.cholesky", "left action: T·x·Tᵀ -> T·y", SYMMETRIC, "homogeneity: λ·x -> √λ·y"),
            entry(
                    "linalg.cholesky.logdet",
                    List.of(
                            read("congruence: Λ·x·Λᵀ -> y + 2·log det Λ", MatrixEquivariances::shiftedTwice),
                            read(SYMMETRIC))),
            rows("linalg.qr.q", "rotation: Q·x -> Q·y", "triangular substitution: x·Tᵀ -> y", "homogeneity: λ·x -> y"),
            rows(
                    "linalg.qr.r",
                    "rotation: Q·x -> y",
                    "triangular substitution: x·Tᵀ -> y·Tᵀ",
                    "homogeneity: λ·x -> λ·y"),
            rows("linalg.lu.l", "triangular substitution: x·Tᵀ -> y", "homogeneity: λ·x -> y"),
            rows("linalg.lu.u", "triangular substitution: x·Tᵀ -> y·Tᵀ", "homogeneity: λ·x -> λ·y"),
            rows(
                    "linalg.eigvalsh",
                    "homogeneity: λ·x -> λ·y",
                    "shift: x + λ·I -> y + λ",
                    "rotation: Q·x·Qᵀ -> y",
                    SYMMETRIC),
            rows(
                    "linalg.eigh.projection",
                    "homogeneity: λ·x -> y",
                    "shift: x + λ·I -> y",
                    "rotation: Q·x·Qᵀ -> Q·y·Qᵀ",
                    SYMMETRIC),
            rows("linalg.eigh.square_root", "homogeneity: λ·x -> √λ·y", "rotation: Q·x·Qᵀ -> Q·y·Qᵀ", SYMMETRIC),
            invariantUnderRotations("linalg.svdvals", "λ·y"),
            rows(
                    "linalg.svd.polar",
                    "homogeneity: λ·x -> y",
                    "left rotation: Q·x -> Q·y",
                    "right rotation: x·Q -> y·Q"),
            rows(
                    "linalg.svd.leading",
                    "homogeneity: λ·x -> λ·y",
                    "left rotation: Q·x -> Q·y",
                    "right rotation: x·Q -> y·Q"),
            invariantUnderRotations("linalg.matrix_norm.nuclear", "λ·y"),
            invariantUnderRotations("linalg.matrix_norm.spectral", "λ·y"),
            invariantUnderRotations("linalg.matrix_norm.least", "λ·y"),
            invariantUnderRotations("linalg.cond", "y"),
            entry(
                    "linalg.matrix_exp",
                    List.of(
                            read("similarity: Λ·x·Λ⁻¹ -> Λ·y·Λ⁻¹"),
                            read("shift: x + λ·I -> exp λ·y", MatrixEquivariances::scaledByExponential))),
            invariantUnderRotations("linalg.matrix_norm.frobenius", "λ·y"),
            rows("linalg.matrix_norm.one", "homogeneity: λ·x -> λ·y"),
            rows("linalg.matrix_norm.infinity", "homogeneity: λ·x -> λ·y"),
            invariantUnderRotations("linalg.cond.frobenius", "y"),
            rows("linalg.cond.one", "homogeneity: λ·x -> y"),
            entry("cov", List.of(read("left action: Λ·x -> Λ·y·Λᵀ"), shiftOfRows())),
            entry("corrcoef", List.of(read("row scaling: D·x -> y"), shiftOfRows())));

    private MatrixEquivariances() {}

    static Map.Entry<String, List<Equivariance>> rows(String function, String... rows) {
        return entry(function, Arrays.stream(rows).map(Notation::read).toList());
    }

    /** What singular values alone decide, homogeneous as said. */
    private static Map.Entry<String, List<Equivariance>> invariantUnderRotations(String function, String scaled) {
        return entry(
                function,
                Stream.of("homogeneity: λ·x -> " + scaled, "left rotation: Q·x -> y", "right rotation: x·Q -> y")
                        .map(Notation::read)
                        .toList());
    }

    private static Equivariance shiftOfRows() {
        return new Equivariance(
                "shift",
                "row i of x + λ[i] -> y",
                Actions.zeroPerRow("x"),
                Actions.translate("x"),
                Actions::fixed,
                at -> true);
    }

    /** (Λ ⊗ I)·y, for y = x1 ⊗ x2. */
    private static <E> Array<E> blocksMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        Array<E> g = Actions.square(lambda);
        int inside = y.dimension(0) / g.dimension(0);
        Array<E> whole = Array.matrix(
                y.dimension(0),
                y.dimension(0),
                (i, j) -> i % inside == j % inside ? g.get(i / inside, j / inside) : algebra.zero());
        return Products.multiply(algebra, whole, y);
    }

    /** (I ⊗ Λ)·y, for y = x1 ⊗ x2. */
    private static <E> Array<E> insidesMoved(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        Array<E> g = Actions.square(lambda);
        int inside = g.dimension(0);
        Array<E> whole = Array.matrix(
                y.dimension(0),
                y.dimension(0),
                (i, j) -> i / inside == j / inside ? g.get(i % inside, j % inside) : algebra.zero());
        return Products.multiply(algebra, whole, y);
    }

    /** λᵢʲ·yᵢⱼ. */
    private static <E> Array<E> powersScaled(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Array.matrix(
                y.dimension(0), y.dimension(1), (i, j) -> algebra.times(algebra.power(lambda.get(i), j), y.get(i, j)));
    }

    /** λⁿ·y, n the parameter. */
    private static <E> Array<E> scaledByPower(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        E factor = algebra.power(Actions.scalar(lambda), at.parameters().whole("n"));
        return y.map(entry -> algebra.times(factor, entry));
    }

    /** e^λ·y. */
    static <E> Array<E> scaledByExponential(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        E factor = algebra.exp(Actions.scalar(lambda));
        return y.map(entry -> algebra.times(factor, entry));
    }

    /** y + 2·log|det Λ|. */
    private static <E> Array<E> shiftedTwice(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        E logarithm = Elimination.logAbsDeterminant(algebra, Actions.square(lambda));
        return y.map(entry -> algebra.sum(List.of(entry, logarithm, logarithm)));
    }
}
