package org.equicert.adapter.ejml;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.CholeskyDecomposition_F64;
import org.ejml.interfaces.decomposition.LUDecomposition_F64;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.ejml.simple.SimpleMatrix;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;

/** EJML: values of linear algebra, by {@link SimpleMatrix} in both precisions, and by what is for doubles alone. */
public final class Ejml implements Library {
    private static final Map<String, Function<Question, Tensor>> SIMPLE = new LinkedHashMap<>();
    private static final Map<String, Function<Question, Tensor>> DOUBLES = new LinkedHashMap<>();

    static {
        binary("matmul", SimpleMatrix::mult);
        binary("linalg.kron", SimpleMatrix::kron);
        binary("linalg.solve", SimpleMatrix::solve);
        binary("linalg.lstsq", SimpleMatrix::solve);
        binary("linalg.outer", (a, b) -> a.mult(b.transpose()));
        binary("add", SimpleMatrix::plus);
        binary("subtract", SimpleMatrix::minus);
        binary("multiply", SimpleMatrix::elementMult);
        binary("divide", SimpleMatrix::elementDiv);
        binary("pow", SimpleMatrix::elementPower);
        unary("exp", SimpleMatrix::elementExp);
        unary("log", SimpleMatrix::elementLog);
        unary("square", x -> x.elementPower(2));
        unary("sqrt", x -> x.elementPower(0.5));
        unary("negative", SimpleMatrix::negative);
        unary("matrix_transpose", SimpleMatrix::transpose);
        unary("linalg.inv", SimpleMatrix::invert);
        unary("linalg.pinv", SimpleMatrix::pseudoInverse);
        unary("gram", x -> x.transpose().mult(x));
        unary("diag", SimpleMatrix::toDiagonal);
        unary(
                "linalg.svd.polar",
                x -> x.svd(true).getU().mult(x.svd(true).getV().transpose()));
        scalar("linalg.det", SimpleMatrix::determinant);
        scalar("linalg.trace", SimpleMatrix::trace);
        scalar("linalg.cond", SimpleMatrix::conditionP2);
        scalar("linalg.matrix_norm.frobenius", SimpleMatrix::normF);
        scalar("linalg.vector_norm", SimpleMatrix::normF);
        scalar("linalg.matrix_norm.spectral", x -> x.svd().getSingleValue(0));
        scalar("norm.inf", SimpleMatrix::elementMaxAbs);
        scalar("sum", SimpleMatrix::elementSum);
        scalar("max", SimpleMatrix::elementMax);
        scalar("min", SimpleMatrix::elementMin);
        SIMPLE.put("linalg.multi_dot", q -> matrix(of(q, "x1").mult(of(q, "x2")).mult(of(q, "x3"))));
        SIMPLE.put(
                "congruence",
                q -> matrix(of(q, "a").mult(of(q, "x")).mult(of(q, "a").transpose())));
        SIMPLE.put(
                "Gemm",
                q -> matrix(
                        of(q, "a").mult(of(q, "b")).scale(0.5).plus(of(q, "c").scale(2))));
        SIMPLE.put("matmul.matrix_vector", q -> vector(of(q, "x1").mult(of(q, "x2"))));
        SIMPLE.put("matmul.vector_matrix", q -> vector(of(q, "x1").transpose().mult(of(q, "x2"))));
        SIMPLE.put("linear", q -> vector(of(q, "w").mult(of(q, "h"))));
        SIMPLE.put("linalg.solve.vector", q -> vector(of(q, "x1").solve(of(q, "x2"))));
        SIMPLE.put("linalg.vecdot", q -> Tensor.scalar(of(q, "x1").dot(of(q, "x2"))));
        SIMPLE.put(
                "einsum.trace_of_product",
                q -> Tensor.scalar(of(q, "x1").mult(of(q, "x2")).trace()));
        SIMPLE.put(
                "bilinear_form", q -> Tensor.scalar(of(q, "x1").dot(of(q, "a").mult(of(q, "x2")))));
        SIMPLE.put(
                "quadratic_form", q -> Tensor.scalar(of(q, "x").dot(of(q, "a").mult(of(q, "x")))));
        SIMPLE.put("linalg.diagonal", q -> vector(of(q, "x").diag()));
        SIMPLE.put("linalg.svdvals", q -> Tensor.vector(of(q, "x").svd().getSingularValues()));
        SIMPLE.put("linalg.eigvalsh", q -> {
            SimpleMatrix x = of(q, "x");
            return Tensor.vector(x.plus(x.transpose()).scale(0.5).eig().getEigenvalues().stream()
                    .mapToDouble(value -> value.getReal())
                    .sorted()
                    .toArray());
        });

        doubles("linalg.matrix_norm.one", x -> Tensor.scalar(NormOps_DDRM.inducedP1(x)));
        doubles("linalg.matrix_norm.infinity", x -> Tensor.scalar(NormOps_DDRM.inducedPInf(x)));
        doubles("linalg.cond.one", x -> Tensor.scalar(NormOps_DDRM.conditionP(x, 1)));
        doubles("norm.3", x -> Tensor.scalar(NormOps_DDRM.normP(x, 3)));
        doubles("ReduceL1", x -> Tensor.scalar(CommonOps_DDRM.elementSumAbs(x)));
        doubles("abs", x -> {
            CommonOps_DDRM.abs(x);
            return Tensor.vector(x.getData());
        });
        doubles("linalg.cholesky", x -> {
            CholeskyDecomposition_F64<DMatrixRMaj> cholesky = DecompositionFactory_DDRM.chol(x.getNumRows(), true);
            DMatrixRMaj symmetric = CommonOps_DDRM.transpose(x, null);
            CommonOps_DDRM.add(0.5, x, 0.5, symmetric, symmetric);
            demand(cholesky.decompose(symmetric));
            return matrix(SimpleMatrix.wrap(cholesky.getT(null)));
        });
        doubles("linalg.lu.l", x -> matrix(SimpleMatrix.wrap(lu(x).getLower(null))));
        doubles("linalg.lu.u", x -> matrix(SimpleMatrix.wrap(lu(x).getUpper(null))));
        doubles("linalg.qr.q", x -> {
            QRDecomposition<DMatrixRMaj> qr = qr(x);
            return matrix(SimpleMatrix.wrap(qr.getQ(null, true)).mult(signs(qr)));
        });
        doubles("linalg.qr.r", x -> {
            QRDecomposition<DMatrixRMaj> qr = qr(x);
            return matrix(signs(qr).mult(SimpleMatrix.wrap(qr.getR(null, true))));
        });
    }

    @Override
    public Description describe() {
        LinkedHashMap<String, Function<Question, Tensor>> all = new LinkedHashMap<>(SIMPLE);
        all.putAll(DOUBLES);
        return new Description(
                "ejml", Library.version(), List.of("f64", "f32"), all.keySet(), List.of("value"), List.of());
    }

    @Override
    public Tensor answer(Question question) {
        boolean single = question.precision().equals("f32");
        Function<Question, Tensor> f = SIMPLE.getOrDefault(question.function(), DOUBLES.get(question.function()));
        if (f == null || !question.quantity().equals("value")) {
            throw new UnsupportedOperationException("no " + question.quantity() + " of " + question.function());
        }
        if (single && !SIMPLE.containsKey(question.function())) {
            throw new UnsupportedOperationException(question.function() + " is asked in f64 only");
        }
        return f.apply(question);
    }

    private static void unary(String name, UnaryOperator<SimpleMatrix> f) {
        SIMPLE.put(name, q -> shaped(q, name, f.apply(of(q, "x"))));
    }

    private static void binary(String name, BinaryOperator<SimpleMatrix> f) {
        SIMPLE.put(name, q -> shaped(q, name, f.apply(of(q, "x1"), of(q, "x2"))));
    }

    private static void scalar(String name, ToDoubleFunction<SimpleMatrix> f) {
        SIMPLE.put(name, q -> Tensor.scalar(f.applyAsDouble(of(q, "x"))));
    }

    private static void doubles(String name, Function<DMatrixRMaj, Tensor> f) {
        DOUBLES.put(name, q -> f.apply(of(q, "x").getDDRM()));
    }

    /** An argument in the question's precision; a vector is a column. */
    private static SimpleMatrix of(Question question, String name) {
        double[][] rows = question.input(name).rows();
        if (!question.precision().equals("f32")) {
            return new SimpleMatrix(rows);
        }
        float[][] singles = new float[rows.length][rows[0].length];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < rows[i].length; j++) {
                singles[i][j] = (float) rows[i][j];
            }
        }
        return new SimpleMatrix(singles);
    }

    /** What acts entry by entry on vectors gives a column, which is a vector. */
    private static Tensor shaped(Question question, String name, SimpleMatrix y) {
        boolean vectors =
                question.inputs().values().stream().allMatch(x -> x.shape().size() == 1);
        return vectors && y.getNumCols() == 1 && !name.equals("linalg.outer") && !name.equals("diag")
                ? vector(y)
                : matrix(y);
    }

    private static Tensor vector(SimpleMatrix y) {
        return Tensor.vector(matrix(y).entries());
    }

    private static Tensor matrix(SimpleMatrix y) {
        return Tensor.matrix(y.toArray2());
    }

    private static void demand(boolean succeeded) {
        if (!succeeded) {
            throw new ArithmeticException("the decomposition failed");
        }
    }

    private static LUDecomposition_F64<DMatrixRMaj> lu(DMatrixRMaj x) {
        LUDecomposition_F64<DMatrixRMaj> lu = DecompositionFactory_DDRM.lu(x.getNumRows(), x.getNumCols());
        demand(lu.decompose(x.copy()));
        return lu;
    }

    private static QRDecomposition<DMatrixRMaj> qr(DMatrixRMaj x) {
        QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(x.getNumRows(), x.getNumCols());
        demand(qr.decompose(x.copy()));
        return qr;
    }

    /** Signs such that r has a positive diagonal, which makes both unique. */
    private static SimpleMatrix signs(QRDecomposition<DMatrixRMaj> qr) {
        double[] diagonal =
                SimpleMatrix.wrap(qr.getR(null, true)).diag().getDDRM().getData();
        return SimpleMatrix.diag(Arrays.stream(diagonal).map(Math::signum).toArray());
    }
}
