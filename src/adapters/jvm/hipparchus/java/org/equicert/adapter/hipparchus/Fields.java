package org.equicert.adapter.hipparchus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.equicert.adapter.hipparchus.Values.Formula;
import org.equicert.adapter.hipparchus.Values.In;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.Derivative;
import org.hipparchus.analysis.differentiation.UnivariateDifferentiableFunction;
import org.hipparchus.analysis.function.Logit;
import org.hipparchus.analysis.function.Sigmoid;
import org.hipparchus.analysis.function.Sinc;
import org.hipparchus.geometry.euclidean.threed.FieldVector3D;
import org.hipparchus.linear.FieldDecompositionSolver;
import org.hipparchus.linear.FieldLUDecomposition;
import org.hipparchus.linear.FieldMatrix;
import org.hipparchus.linear.FieldQRDecomposition;
import org.hipparchus.linear.FieldVector;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.special.Erf;
import org.hipparchus.special.Gamma;
import org.hipparchus.util.Binary64;
import org.hipparchus.util.FastMath;

/** What Hipparchus has over every field, and so with derivatives. */
final class Fields {
    static final Map<String, Formula> ALL = new LinkedHashMap<>();

    private interface Unary {
        <T extends CalculusFieldElement<T>> T of(T x);
    }

    private interface Binary {
        <T extends CalculusFieldElement<T>> T of(T x1, T x2);
    }

    static {
        ALL.put("matmul", Fields::product);
        ALL.put("matmul.matrix_vector", Fields::matrixVector);
        ALL.put("matmul.vector_matrix", Fields::vectorMatrix);
        ALL.put("linalg.vecdot", Fields::dot);
        ALL.put("linalg.outer", Fields::outer);
        ALL.put("linalg.cross", Fields::cross);
        ALL.put("linalg.trace", Fields::trace);
        ALL.put("linalg.multi_dot", Fields::product3);
        ALL.put("linalg.matrix_power", Fields::power);
        ALL.put("matrix_transpose", Fields::transpose);
        ALL.put("diag", Fields::diagonal);
        ALL.put("bilinear_form", Fields::bilinear);
        ALL.put("quadratic_form", Fields::quadratic);
        ALL.put("gram", Fields::gram);
        ALL.put("congruence", Fields::congruence);
        ALL.put("einsum.trace_of_product", Fields::traceOfProduct);
        ALL.put("Gemm", Fields::gemm);
        ALL.put("linear", Fields::linear);
        ALL.put("linalg.det", Fields::determinant);
        ALL.put("linalg.slogdet", Fields::logDeterminant);
        ALL.put("linalg.inv", Fields::inverse);
        ALL.put("linalg.solve", Fields::solve);
        ALL.put("linalg.solve.vector", Fields::solveVector);
        ALL.put("linalg.solve.right", Fields::solveRight);
        ALL.put("linalg.lstsq", Fields::leastSquares);
        ALL.put("linalg.qr.q", Fields::orthogonal);
        ALL.put("linalg.qr.r", Fields::triangular);
        ALL.put("sum", Fields::sum);
        ALL.put("ReduceSumSquare", Fields::sumOfSquares);
        ALL.put("network.tanh", Fields::network);
        ALL.put("clip", Fields::clip);

        unary("abs", CalculusFieldElement::abs);
        unary("acos", CalculusFieldElement::acos);
        unary("acosh", CalculusFieldElement::acosh);
        unary("asin", CalculusFieldElement::asin);
        unary("asinh", CalculusFieldElement::asinh);
        unary("atan", CalculusFieldElement::atan);
        unary("atanh", CalculusFieldElement::atanh);
        unary("cos", CalculusFieldElement::cos);
        unary("cosh", CalculusFieldElement::cosh);
        unary("exp", CalculusFieldElement::exp);
        unary("expm1", CalculusFieldElement::expm1);
        unary("log", CalculusFieldElement::log);
        unary("log1p", CalculusFieldElement::log1p);
        unary("log10", CalculusFieldElement::log10);
        unary("negative", CalculusFieldElement::negate);
        unary("reciprocal", CalculusFieldElement::reciprocal);
        unary("sin", CalculusFieldElement::sin);
        unary("sinh", CalculusFieldElement::sinh);
        unary("sqrt", CalculusFieldElement::sqrt);
        unary("square", CalculusFieldElement::square);
        unary("tan", CalculusFieldElement::tan);
        unary("tanh", CalculusFieldElement::tanh);
        unary("Erf", Erf::erf);
        unary("erfc", Erf::erfc);
        unary("digamma", Gamma::digamma);
        unary("lgamma", Gamma::logGamma);
        unary("Sigmoid", Fields::sigmoid);
        unary("logit", Fields::logit);
        unary("sinc", Fields::sinc);

        binary("add", CalculusFieldElement::add);
        binary("atan2", CalculusFieldElement::atan2);
        binary("copysign", CalculusFieldElement::copySign);
        binary("divide", CalculusFieldElement::divide);
        binary("hypot", CalculusFieldElement::hypot);
        binary("maximum", FastMath::max);
        binary("minimum", FastMath::min);
        binary("multiply", CalculusFieldElement::multiply);
        binary("pow", CalculusFieldElement::pow);
        binary("subtract", CalculusFieldElement::subtract);
    }

    private Fields() {}

    private static void unary(String name, Unary f) {
        ALL.put(name, new Formula() {
            @Override
            public <T extends CalculusFieldElement<T>> Values<T> of(In<T> in) {
                Values<T> x = in.get("x");
                return new Values<>(x.shape(), x.entries().stream().map(f::of).toList());
            }
        });
    }

    private static void binary(String name, Binary f) {
        ALL.put(name, new Formula() {
            @Override
            public <T extends CalculusFieldElement<T>> Values<T> of(In<T> in) {
                List<T> a = in.get("x1").entries();
                List<T> b = in.get("x2").entries();
                List<T> y = IntStream.range(0, a.size())
                        .mapToObj(i -> f.of(a.get(i), b.get(i)))
                        .toList();
                return new Values<>(in.get("x1").shape(), y);
            }
        });
    }

    private static <T extends CalculusFieldElement<T>> T sigmoid(T x) {
        return differentiable(new Sigmoid(), x);
    }

    private static <T extends CalculusFieldElement<T>> T logit(T x) {
        return differentiable(new Logit(), x);
    }

    private static <T extends CalculusFieldElement<T>> T sinc(T x) {
        return differentiable(new Sinc(true), x);
    }

    /** These functions take derivatives, and not every field. */
    @SuppressWarnings("unchecked")
    private static <T extends CalculusFieldElement<T>> T differentiable(UnivariateDifferentiableFunction f, T x) {
        return switch (x) {
            case Binary64 plain -> (T) new Binary64(f.value(plain.getReal()));
            case Derivative<?> derivative -> (T) ofDerivative(f, derivative);
            default ->
                throw new UnsupportedOperationException(f.getClass().getSimpleName() + " takes no "
                        + x.getClass().getSimpleName());
        };
    }

    @SuppressWarnings("unchecked")
    private static <D extends Derivative<D>> D ofDerivative(UnivariateDifferentiableFunction f, Derivative<?> x) {
        return f.value((D) x);
    }

    private static <T extends CalculusFieldElement<T>> Values<T> product(In<T> in) {
        return Values.matrix(in.matrix("x1").multiply(in.matrix("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> product3(In<T> in) {
        return Values.matrix(in.matrix("x1").multiply(in.matrix("x2")).multiply(in.matrix("x3")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> matrixVector(In<T> in) {
        return Values.vector(in.matrix("x1").operate(in.vector("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> linear(In<T> in) {
        return Values.vector(in.matrix("w").operate(in.vector("h")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> vectorMatrix(In<T> in) {
        return Values.vector(in.matrix("x2").preMultiply(in.vector("x1")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> dot(In<T> in) {
        return Values.scalar(in.vector("x1").dotProduct(in.vector("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> outer(In<T> in) {
        return Values.matrix(in.vector("x1").outerProduct(in.vector("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> cross(In<T> in) {
        FieldVector3D<T> a = new FieldVector3D<>(in.get("x1").array());
        return new Values<>(
                List.of(3),
                List.of(a.crossProduct(new FieldVector3D<>(in.get("x2").array()))
                        .toArray()));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> trace(In<T> in) {
        return Values.scalar(in.matrix("x").getTrace());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> power(In<T> in) {
        return Values.matrix(
                in.matrix("x").power(in.parameters().getOrDefault("n", 1).intValue()));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> transpose(In<T> in) {
        return Values.matrix(in.matrix("x").transpose());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> diagonal(In<T> in) {
        return Values.matrix(MatrixUtils.createFieldDiagonalMatrix(in.get("x").array()));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> bilinear(In<T> in) {
        return Values.scalar(in.vector("x1").dotProduct(in.matrix("a").operate(in.vector("x2"))));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> quadratic(In<T> in) {
        return Values.scalar(in.vector("x").dotProduct(in.matrix("a").operate(in.vector("x"))));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> gram(In<T> in) {
        return Values.matrix(in.matrix("x").transposeMultiply(in.matrix("x")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> congruence(In<T> in) {
        return Values.matrix(in.matrix("a").multiply(in.matrix("x")).multiplyTransposed(in.matrix("a")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> traceOfProduct(In<T> in) {
        return Values.scalar(in.matrix("x1").multiply(in.matrix("x2")).getTrace());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> gemm(In<T> in) {
        T one = in.get("a").number().getField().getOne();
        FieldMatrix<T> product = in.matrix("a").multiply(in.matrix("b")).scalarMultiply(one.newInstance(0.5));
        return Values.matrix(product.add(in.matrix("c").scalarMultiply(one.newInstance(2))));
    }

    private static <T extends CalculusFieldElement<T>> FieldDecompositionSolver<T> solver(FieldMatrix<T> x) {
        return new FieldLUDecomposition<>(x).getSolver();
    }

    private static <T extends CalculusFieldElement<T>> Values<T> determinant(In<T> in) {
        return Values.scalar(new FieldLUDecomposition<>(in.matrix("x")).getDeterminant());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> logDeterminant(In<T> in) {
        return Values.scalar(determinant(in).number().abs().log());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> inverse(In<T> in) {
        return Values.matrix(solver(in.matrix("x")).getInverse());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> solve(In<T> in) {
        return Values.matrix(solver(in.matrix("x1")).solve(in.matrix("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> solveVector(In<T> in) {
        return Values.vector(solver(in.matrix("x1")).solve(in.vector("x2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> solveRight(In<T> in) {
        return Values.matrix(solver(in.matrix("x1").transpose())
                .solve(in.matrix("x2").transpose())
                .transpose());
    }

    private static <T extends CalculusFieldElement<T>> Values<T> leastSquares(In<T> in) {
        return Values.matrix(
                new FieldQRDecomposition<>(in.matrix("x1")).getSolver().solve(in.matrix("x2")));
    }

    /** The library's q, its columns as many as x has, with signs such that r has a positive diagonal, which makes it unique. */
    private static <T extends CalculusFieldElement<T>> Values<T> orthogonal(In<T> in) {
        FieldMatrix<T> x = in.matrix("x");
        FieldQRDecomposition<T> qr = new FieldQRDecomposition<>(x);
        FieldMatrix<T> q = qr.getQ().getSubMatrix(0, x.getRowDimension() - 1, 0, x.getColumnDimension() - 1);
        return Values.matrix(q.multiply(signs(qr, x.getColumnDimension())));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> triangular(In<T> in) {
        FieldMatrix<T> x = in.matrix("x");
        int n = x.getColumnDimension();
        FieldQRDecomposition<T> qr = new FieldQRDecomposition<>(x);
        return Values.matrix(signs(qr, n).multiply(qr.getR().getSubMatrix(0, n - 1, 0, n - 1)));
    }

    private static <T extends CalculusFieldElement<T>> FieldMatrix<T> signs(FieldQRDecomposition<T> qr, int n) {
        FieldMatrix<T> signs =
                MatrixUtils.createFieldIdentityMatrix(qr.getR().getEntry(0, 0).getField(), n);
        for (int i = 0; i < n; i++) {
            signs.setEntry(
                    i,
                    i,
                    signs.getEntry(i, i)
                            .multiply(Math.signum(qr.getR().getEntry(i, i).getReal())));
        }
        return signs;
    }

    private static <T extends CalculusFieldElement<T>> Values<T> sum(In<T> in) {
        T[] x = in.get("x").array();
        double[] ones = IntStream.range(0, x.length).mapToDouble(i -> 1).toArray();
        return Values.scalar(x[0].linearCombination(ones, x));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> sumOfSquares(In<T> in) {
        T[] x = in.get("x").array();
        return Values.scalar(x[0].linearCombination(x, x));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> network(In<T> in) {
        FieldVector<T> hidden = in.matrix("w1").operate(in.vector("x")).add(in.vector("b1"));
        FieldMatrix<T> active =
                MatrixUtils.createColumnFieldMatrix(hidden.toArray()).mapToSelf(CalculusFieldElement::tanh);
        return Values.vector(in.matrix("w2").multiply(active).getColumnVector(0).add(in.vector("b2")));
    }

    private static <T extends CalculusFieldElement<T>> Values<T> clip(In<T> in) {
        double least = in.parameters().getOrDefault("min", 0).doubleValue();
        double most = in.parameters().getOrDefault("max", 0).doubleValue();
        Values<T> x = in.get("x");
        return new Values<>(
                x.shape(),
                x.entries().stream()
                        .map(entry -> FastMath.min(FastMath.max(entry, least), most))
                        .toList());
    }
}
