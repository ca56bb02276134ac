package org.equicert.adapter.commonsmath;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.apache.commons.math3.analysis.differentiation.UnivariateDifferentiableFunction;
import org.apache.commons.math3.analysis.function.Acos;
import org.apache.commons.math3.analysis.function.Acosh;
import org.apache.commons.math3.analysis.function.Asin;
import org.apache.commons.math3.analysis.function.Asinh;
import org.apache.commons.math3.analysis.function.Atan;
import org.apache.commons.math3.analysis.function.Atanh;
import org.apache.commons.math3.analysis.function.Cos;
import org.apache.commons.math3.analysis.function.Cosh;
import org.apache.commons.math3.analysis.function.Exp;
import org.apache.commons.math3.analysis.function.Expm1;
import org.apache.commons.math3.analysis.function.Inverse;
import org.apache.commons.math3.analysis.function.Log;
import org.apache.commons.math3.analysis.function.Log10;
import org.apache.commons.math3.analysis.function.Log1p;
import org.apache.commons.math3.analysis.function.Logit;
import org.apache.commons.math3.analysis.function.Minus;
import org.apache.commons.math3.analysis.function.Power;
import org.apache.commons.math3.analysis.function.Sigmoid;
import org.apache.commons.math3.analysis.function.Sin;
import org.apache.commons.math3.analysis.function.Sinc;
import org.apache.commons.math3.analysis.function.Sinh;
import org.apache.commons.math3.analysis.function.Sqrt;
import org.apache.commons.math3.analysis.function.Tan;
import org.apache.commons.math3.analysis.function.Tanh;
import org.apache.commons.math3.linear.Array2DRowFieldMatrix;
import org.apache.commons.math3.linear.ArrayFieldVector;
import org.apache.commons.math3.linear.FieldDecompositionSolver;
import org.apache.commons.math3.linear.FieldLUDecomposition;
import org.apache.commons.math3.linear.FieldMatrix;
import org.apache.commons.math3.linear.FieldVector;

/** What Commons Math has over its {@link DerivativeStructure}: functions of analysis, and matrices of any field. */
final class Structures {
    static final Map<String, Function<Inputs, DerivativeStructure[]>> ALL = new LinkedHashMap<>();

    /** The functions of analysis, whose values {@link Doubles} asks for. */
    static final Map<String, UnivariateDifferentiableFunction> ANALYSIS = new LinkedHashMap<>();

    static {
        ANALYSIS.put("acos", new Acos());
        ANALYSIS.put("acosh", new Acosh());
        ANALYSIS.put("asin", new Asin());
        ANALYSIS.put("asinh", new Asinh());
        ANALYSIS.put("atan", new Atan());
        ANALYSIS.put("atanh", new Atanh());
        ANALYSIS.put("cos", new Cos());
        ANALYSIS.put("cosh", new Cosh());
        ANALYSIS.put("exp", new Exp());
        ANALYSIS.put("expm1", new Expm1());
        ANALYSIS.put("reciprocal", new Inverse());
        ANALYSIS.put("log", new Log());
        ANALYSIS.put("log10", new Log10());
        ANALYSIS.put("log1p", new Log1p());
        ANALYSIS.put("logit", new Logit());
        ANALYSIS.put("negative", new Minus());
        ANALYSIS.put("square", new Power(2));
        ANALYSIS.put("Sigmoid", new Sigmoid());
        ANALYSIS.put("sin", new Sin());
        ANALYSIS.put("sinc", new Sinc(true));
        ANALYSIS.put("sinh", new Sinh());
        ANALYSIS.put("sqrt", new Sqrt());
        ANALYSIS.put("tan", new Tan());
        ANALYSIS.put("tanh", new Tanh());
        ANALYSIS.forEach((name, f) -> unary(name, f::value));
        unary("abs", DerivativeStructure::abs);
        binary("add", DerivativeStructure::add);
        binary("atan2", (y, x) -> y.atan2(x));
        binary("copysign", DerivativeStructure::copySign);
        binary("divide", DerivativeStructure::divide);
        binary("hypot", (a, b) -> a.hypot(b));
        binary("multiply", DerivativeStructure::multiply);
        binary("pow", DerivativeStructure::pow);
        binary("subtract", DerivativeStructure::subtract);
        matrix("matmul", in -> in.matrix("x1").multiply(in.matrix("x2")));
        matrix(
                "linalg.multi_dot",
                in -> in.matrix("x1").multiply(in.matrix("x2")).multiply(in.matrix("x3")));
        matrix("linalg.matrix_power", in -> in.matrix("x").power(in.whole("n")));
        matrix("matrix_transpose", in -> in.matrix("x").transpose());
        matrix("gram", in -> in.matrix("x").transpose().multiply(in.matrix("x")));
        matrix(
                "congruence",
                in -> in.matrix("a")
                        .multiply(in.matrix("x"))
                        .multiply(in.matrix("a").transpose()));
        matrix("linalg.outer", in -> in.vector("x1").outerProduct(in.vector("x2")));
        matrix("linalg.inv", in -> solver(in.matrix("x")).getInverse());
        matrix("linalg.solve", in -> solver(in.matrix("x1")).solve(in.matrix("x2")));
        matrix("linalg.lu_solve", in -> solver(in.matrix("x1")).solve(in.matrix("x2")));
        vector("linalg.solve.vector", in -> solver(in.matrix("x1")).solve(in.vector("x2")));
        vector("matmul.matrix_vector", in -> in.matrix("x1").operate(in.vector("x2")));
        vector("matmul.vector_matrix", in -> in.matrix("x2").preMultiply(in.vector("x1")));
        vector("linear", in -> in.matrix("w").operate(in.vector("h")));
        scalar("linalg.vecdot", in -> in.vector("x1").dotProduct(in.vector("x2")));
        scalar("bilinear_form", in -> in.vector("x1").dotProduct(in.matrix("a").operate(in.vector("x2"))));
        scalar("quadratic_form", in -> in.vector("x").dotProduct(in.matrix("a").operate(in.vector("x"))));
        scalar("linalg.trace", in -> in.matrix("x").getTrace());
        scalar(
                "einsum.trace_of_product",
                in -> in.matrix("x1").multiply(in.matrix("x2")).getTrace());
        scalar("linalg.det", in -> new FieldLUDecomposition<>(in.matrix("x")).getDeterminant());
        scalar("ReduceSumSquare", in -> in.get("x")[0].linearCombination(in.get("x"), in.get("x")));
        scalar("sum", in -> in.get("x")[0].linearCombination(ones(in.get("x").length), in.get("x")));
    }

    private Structures() {}

    /** The arguments of a function. */
    record Inputs(
            Map<String, DerivativeStructure[]> entries,
            Map<String, List<Integer>> shapes,
            Map<String, Number> parameters) {
        DerivativeStructure[] get(String name) {
            return entries.get(name);
        }

        FieldVector<DerivativeStructure> vector(String name) {
            return new ArrayFieldVector<>(get(name));
        }

        FieldMatrix<DerivativeStructure> matrix(String name) {
            int columns = shapes.get(name).getLast();
            DerivativeStructure[][] rows = IntStream.range(0, shapes.get(name).getFirst())
                    .mapToObj(i -> Arrays.copyOfRange(get(name), i * columns, (i + 1) * columns))
                    .toArray(DerivativeStructure[][]::new);
            return new Array2DRowFieldMatrix<>(rows);
        }

        int whole(String name) {
            return parameters.get(name).intValue();
        }
    }

    private static void unary(String name, UnaryOperator<DerivativeStructure> f) {
        ALL.put(name, in -> Arrays.stream(in.get("x")).map(f).toArray(DerivativeStructure[]::new));
    }

    private static void binary(String name, BinaryOperator<DerivativeStructure> f) {
        ALL.put(
                name,
                in -> IntStream.range(0, in.get("x1").length)
                        .mapToObj(i -> f.apply(in.get("x1")[i], in.get("x2")[i]))
                        .toArray(DerivativeStructure[]::new));
    }

    private static void matrix(String name, Function<Inputs, FieldMatrix<DerivativeStructure>> f) {
        ALL.put(
                name,
                in -> Arrays.stream(f.apply(in).getData())
                        .flatMap(Arrays::stream)
                        .toArray(DerivativeStructure[]::new));
    }

    private static void vector(String name, Function<Inputs, FieldVector<DerivativeStructure>> f) {
        ALL.put(name, in -> f.apply(in).toArray());
    }

    private static void scalar(String name, Function<Inputs, DerivativeStructure> f) {
        ALL.put(name, in -> new DerivativeStructure[] {f.apply(in)});
    }

    private static FieldDecompositionSolver<DerivativeStructure> solver(FieldMatrix<DerivativeStructure> x) {
        return new FieldLUDecomposition<>(x).getSolver();
    }

    private static double[] ones(int n) {
        double[] ones = new double[n];
        Arrays.fill(ones, 1);
        return ones;
    }
}
