package org.equicert.adapter.hipparchus;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.hipparchus.complex.Complex;
import org.hipparchus.distribution.continuous.NormalDistribution;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.CholeskyDecomposition;
import org.hipparchus.linear.EigenDecompositionNonSymmetric;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.LUDecomposition;
import org.hipparchus.linear.MatrixUtils;
import org.hipparchus.linear.QRDecomposition;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.RealVector;
import org.hipparchus.linear.SingularValueDecomposition;
import org.hipparchus.stat.StatUtils;
import org.hipparchus.stat.correlation.Covariance;
import org.hipparchus.stat.correlation.PearsonsCorrelation;
import org.hipparchus.util.MathArrays;

/** What Hipparchus has for doubles: values, by other code than that of {@link Fields}, or where there is none. */
final class Doubles {
    static final Map<String, Function<Question, Tensor>> ALL = new LinkedHashMap<>();

    static {
        matrix("matmul", q -> x1(q).multiply(x2(q)));
        vector("matmul.matrix_vector", q -> x1(q).operate(column(q, "x2")));
        vector("matmul.vector_matrix", q -> x2(q).preMultiply(column(q, "x1")));
        scalar("linalg.vecdot", q -> column(q, "x1").dotProduct(column(q, "x2")));
        matrix("linalg.outer", q -> column(q, "x1").outerProduct(column(q, "x2")));
        matrix("linalg.matrix_power", q -> x(q).power(whole(q, "n")));
        matrix("linalg.matrix_power.negative", q -> inverse(x(q)).power(-whole(q, "n")));
        matrix("linalg.kron", q -> new Array2DRowRealMatrix(q.input("x1").rows()).kroneckerProduct(x2(q)));
        scalar("linalg.trace", q -> x(q).getTrace());
        scalar("linalg.det", q -> new LUDecomposition(x(q)).getDeterminant());
        matrix("linalg.inv", q -> inverse(x(q)));
        matrix("linalg.solve", q -> new LUDecomposition(x1(q)).getSolver().solve(x2(q)));
        matrix("linalg.lu_solve", q -> new LUDecomposition(x1(q)).getSolver().solve(x2(q)));
        vector(
                "linalg.solve.vector",
                q -> new LUDecomposition(x1(q)).getSolver().solve(column(q, "x2")));
        columns("linalg.solve_triangular.lower", (l, b) -> MatrixUtils.solveLowerTriangularSystem(l, b));
        columns("linalg.solve_triangular.upper", (u, b) -> MatrixUtils.solveUpperTriangularSystem(u, b));
        matrix("linalg.lstsq", q -> new QRDecomposition(x1(q)).getSolver().solve(x2(q)));
        matrix("linalg.pinv", q -> svd(q).getSolver().getInverse());
        matrix("linalg.cholesky", q -> new CholeskyDecomposition(symmetric(q)).getL());
        matrix("linalg.lu.l", q -> new LUDecomposition(x(q)).getL());
        matrix("linalg.lu.u", q -> new LUDecomposition(x(q)).getU());
        vector("linalg.eigvalsh", q -> sorted(new EigenDecompositionSymmetric(symmetric(q)).getEigenvalues()));
        matrix("linalg.eigh.square_root", q -> new EigenDecompositionSymmetric(symmetric(q)).getSquareRoot());
        matrix("linalg.eigh.projection", q -> {
            RealVector v = new EigenDecompositionSymmetric(symmetric(q)).getEigenvector(0);
            return v.outerProduct(v);
        });
        scalar(
                "linalg.eigvals.power_sum",
                q -> Arrays.stream(new EigenDecompositionNonSymmetric(x(q)).getEigenvalues())
                        .map(value -> value.pow(3))
                        .reduce(Complex.ZERO, Complex::add)
                        .getReal());
        vector("linalg.svdvals", q -> new ArrayRealVector(svd(q).getSingularValues()));
        matrix("linalg.svd.polar", q -> svd(q).getU().multiply(svd(q).getVT()));
        scalar("linalg.matrix_norm.nuclear", q -> StatUtils.sum(svd(q).getSingularValues()));
        scalar("linalg.matrix_norm.spectral", q -> svd(q).getNorm());
        scalar("linalg.matrix_norm.least", q -> StatUtils.min(svd(q).getSingularValues()));
        scalar("linalg.cond", q -> svd(q).getConditionNumber());
        matrix("linalg.matrix_exp", q -> MatrixUtils.matrixExponential(x(q)));
        scalar("linalg.matrix_norm.frobenius", q -> x(q).getFrobeniusNorm());
        scalar("linalg.matrix_norm.one", q -> x(q).getNorm1());
        scalar("linalg.matrix_norm.infinity", q -> x(q).getNormInfty());
        matrix("cov", q -> new Covariance(x(q).transpose(), whole(q, "correction") == 1).getCovarianceMatrix());
        matrix("corrcoef", q -> new PearsonsCorrelation(x(q).transpose()).getCorrelationMatrix());
        scalar("linalg.vector_norm", q -> column(q, "x").getNorm());
        scalar("norm.inf", q -> column(q, "x").getLInfNorm());
        scalar("ReduceL1", q -> column(q, "x").getL1Norm());
        statistic("sum", StatUtils::sum);
        statistic("mean", StatUtils::mean);
        statistic("prod", StatUtils::product);
        statistic("max", StatUtils::max);
        statistic("min", StatUtils::min);
        statistic("median", x -> StatUtils.percentile(x, 50));
        statistic("std", x -> Math.sqrt(StatUtils.variance(x)));
        statistic("ReduceSumSquare", StatUtils::sumSq);
        scalar(
                "var",
                q -> whole(q, "correction") == 1
                        ? StatUtils.variance(q.input("x").entries())
                        : StatUtils.populationVariance(q.input("x").entries()));
        vector("sort", q -> sorted(q.input("x").entries()));
        NormalDistribution normal = new NormalDistribution();
        ALL.put(
                "ndtr",
                q -> new Tensor(
                        q.input("x").shape(),
                        Arrays.stream(q.input("x").entries())
                                .map(normal::cumulativeProbability)
                                .toArray()));
    }

    private Doubles() {}

    private interface Solve {
        void inPlace(RealMatrix triangle, RealVector b);
    }

    private static void matrix(String name, Function<Question, RealMatrix> f) {
        ALL.put(name, q -> Tensor.matrix(f.apply(q).getData()));
    }

    private static void vector(String name, Function<Question, RealVector> f) {
        ALL.put(name, q -> Tensor.vector(f.apply(q).toArray()));
    }

    private static void scalar(String name, ToDoubleFunction<Question> f) {
        ALL.put(name, q -> Tensor.scalar(f.applyAsDouble(q)));
    }

    private static void statistic(String name, ToDoubleFunction<double[]> f) {
        scalar(name, q -> f.applyAsDouble(q.input("x").entries()));
    }

    private static void columns(String name, Solve solve) {
        matrix(name, q -> {
            RealMatrix y = x2(q);
            for (int j = 0; j < y.getColumnDimension(); j++) {
                RealVector column = y.getColumnVector(j);
                solve.inPlace(x1(q), column);
                y.setColumnVector(j, column);
            }
            return y;
        });
    }

    private static RealMatrix x(Question q) {
        return MatrixUtils.createRealMatrix(q.input("x").rows());
    }

    private static RealMatrix x1(Question q) {
        return MatrixUtils.createRealMatrix(q.input("x1").rows());
    }

    private static RealMatrix x2(Question q) {
        return MatrixUtils.createRealMatrix(q.input("x2").rows());
    }

    private static RealVector column(Question q, String name) {
        return new ArrayRealVector(q.input(name).entries());
    }

    private static int whole(Question q, String parameter) {
        return q.parameters().getOrDefault(parameter, 0).intValue();
    }

    private static RealMatrix symmetric(Question q) {
        return x(q).add(x(q).transpose()).scalarMultiply(0.5);
    }

    private static RealMatrix inverse(RealMatrix x) {
        return new LUDecomposition(x).getSolver().getInverse();
    }

    private static SingularValueDecomposition svd(Question q) {
        return new SingularValueDecomposition(x(q));
    }

    private static RealVector sorted(double[] x) {
        double[] sorted = x.clone();
        MathArrays.sortInPlace(sorted);
        return new ArrayRealVector(sorted);
    }
}
