package org.equicert.adapter.commonsmath;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.linear.CholeskyDecomposition;
import org.apache.commons.math3.linear.EigenDecomposition;
import org.apache.commons.math3.linear.LUDecomposition;
import org.apache.commons.math3.linear.MatrixUtils;
import org.apache.commons.math3.linear.QRDecomposition;
import org.apache.commons.math3.linear.RealMatrix;
import org.apache.commons.math3.linear.RealVector;
import org.apache.commons.math3.linear.SingularValueDecomposition;
import org.apache.commons.math3.special.Erf;
import org.apache.commons.math3.special.Gamma;
import org.apache.commons.math3.stat.StatUtils;
import org.apache.commons.math3.stat.correlation.Covariance;
import org.apache.commons.math3.stat.correlation.PearsonsCorrelation;
import org.apache.commons.math3.util.FastMath;
import org.apache.commons.math3.util.MathArrays;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;

/** What Commons Math has for doubles: values. A function gives a number, a vector or a matrix. */
final class Doubles {
    private static final Map<String, Function<Question, Object>> ALL = new LinkedHashMap<>();

    static {
        Structures.ANALYSIS.forEach((name, f) -> unary(name, f::value));
        unary("abs", FastMath::abs);
        unary("Erf", Erf::erf);
        unary("erfc", Erf::erfc);
        unary("lgamma", Gamma::logGamma);
        unary("digamma", Gamma::digamma);
        unary("ndtr", new NormalDistribution()::cumulativeProbability);
        binary("add", Double::sum);
        binary("atan2", FastMath::atan2);
        binary("copysign", FastMath::copySign);
        binary("hypot", FastMath::hypot);
        binary("maximum", FastMath::max);
        binary("minimum", FastMath::min);
        binary("pow", FastMath::pow);

        ALL.put("matmul", q -> m(q, "x1").multiply(m(q, "x2")));
        ALL.put("matmul.matrix_vector", q -> m(q, "x1").operate(v(q, "x2")));
        ALL.put("matmul.vector_matrix", q -> m(q, "x2").preMultiply(v(q, "x1")));
        ALL.put("linalg.vecdot", q -> v(q, "x1").dotProduct(v(q, "x2")));
        ALL.put("linalg.outer", q -> v(q, "x1").outerProduct(v(q, "x2")));
        ALL.put("linalg.matrix_power", q -> m(q, "x").power(whole(q, "n")));
        ALL.put("linalg.trace", q -> m(q, "x").getTrace());
        ALL.put("linalg.det", q -> lu(q, "x").getDeterminant());
        ALL.put("linalg.inv", q -> lu(q, "x").getSolver().getInverse());
        ALL.put("linalg.solve", q -> lu(q, "x1").getSolver().solve(m(q, "x2")));
        ALL.put("linalg.lu_solve", q -> lu(q, "x1").getSolver().solve(m(q, "x2")));
        ALL.put("linalg.solve.vector", q -> lu(q, "x1").getSolver().solve(v(q, "x2")));
        ALL.put("linalg.lu.l", q -> lu(q, "x").getL());
        ALL.put("linalg.lu.u", q -> lu(q, "x").getU());
        ALL.put("linalg.lstsq", q -> new QRDecomposition(m(q, "x1")).getSolver().solve(m(q, "x2")));
        ALL.put("linalg.pinv", q -> svd(q).getSolver().getInverse());
        ALL.put("linalg.cholesky", q -> new CholeskyDecomposition(symmetric(q)).getL());
        ALL.put("linalg.eigvalsh", q -> sorted(new EigenDecomposition(symmetric(q)).getRealEigenvalues()));
        ALL.put("linalg.eigh.square_root", q -> new EigenDecomposition(symmetric(q)).getSquareRoot());
        ALL.put("linalg.svdvals", q -> svd(q).getSingularValues());
        ALL.put("linalg.svd.polar", q -> svd(q).getU().multiply(svd(q).getVT()));
        ALL.put("linalg.matrix_norm.spectral", q -> svd(q).getNorm());
        ALL.put("linalg.cond", q -> svd(q).getConditionNumber());
        ALL.put("linalg.matrix_norm.frobenius", q -> m(q, "x").getFrobeniusNorm());
        ALL.put("linalg.matrix_norm.one", q -> m(q, "x").getNorm());
        ALL.put("cov", q -> new Covariance(m(q, "x").transpose(), whole(q, "correction") == 1).getCovarianceMatrix());
        ALL.put("corrcoef", q -> new PearsonsCorrelation(m(q, "x").transpose()).getCorrelationMatrix());
        ALL.put("linalg.vector_norm", q -> v(q, "x").getNorm());
        ALL.put("norm.inf", q -> v(q, "x").getLInfNorm());
        ALL.put("ReduceL1", q -> v(q, "x").getL1Norm());
        ALL.put("sum", q -> StatUtils.sum(entries(q)));
        ALL.put("mean", q -> StatUtils.mean(entries(q)));
        ALL.put("prod", q -> StatUtils.product(entries(q)));
        ALL.put("max", q -> StatUtils.max(entries(q)));
        ALL.put("min", q -> StatUtils.min(entries(q)));
        ALL.put("median", q -> StatUtils.percentile(entries(q), 50));
        ALL.put("ReduceSumSquare", q -> StatUtils.sumSq(entries(q)));
        ALL.put(
                "var",
                q -> whole(q, "correction") == 1
                        ? StatUtils.variance(entries(q))
                        : StatUtils.populationVariance(entries(q)));
        ALL.put("sort", q -> sorted(entries(q)));
    }

    private Doubles() {}

    static Set<String> names() {
        return ALL.keySet();
    }

    static Tensor value(Question question) {
        return switch (ALL.get(question.function()).apply(question)) {
            case Tensor tensor -> tensor;
            case RealMatrix matrix -> Tensor.matrix(matrix.getData());
            case RealVector vector -> Tensor.vector(vector.toArray());
            case double[] vector -> Tensor.vector(vector);
            case Double number -> Tensor.scalar(number);
            default -> throw new IllegalStateException("no tensor");
        };
    }

    private static void unary(String name, DoubleUnaryOperator f) {
        ALL.put(
                name,
                q -> new Tensor(
                        q.input("x").shape(), Arrays.stream(entries(q)).map(f).toArray()));
    }

    private static void binary(String name, DoubleBinaryOperator f) {
        ALL.put(name, q -> {
            double[] a = q.input("x1").entries();
            double[] b = q.input("x2").entries();
            double[] y = IntStream.range(0, a.length)
                    .mapToDouble(i -> f.applyAsDouble(a[i], b[i]))
                    .toArray();
            return new Tensor(q.input("x1").shape(), y);
        });
    }

    private static RealMatrix m(Question q, String name) {
        return MatrixUtils.createRealMatrix(q.input(name).rows());
    }

    private static RealVector v(Question q, String name) {
        return MatrixUtils.createRealVector(q.input(name).entries());
    }

    private static double[] entries(Question q) {
        return q.input("x").entries();
    }

    private static int whole(Question q, String parameter) {
        return q.parameters().get(parameter).intValue();
    }

    private static LUDecomposition lu(Question q, String name) {
        return new LUDecomposition(m(q, name));
    }

    private static SingularValueDecomposition svd(Question q) {
        return new SingularValueDecomposition(m(q, "x"));
    }

    private static RealMatrix symmetric(Question q) {
        return m(q, "x").add(m(q, "x").transpose()).scalarMultiply(0.5);
    }

    private static double[] sorted(double[] x) {
        double[] sorted = x.clone();
        MathArrays.sortInPlace(sorted);
        return sorted;
    }
}
