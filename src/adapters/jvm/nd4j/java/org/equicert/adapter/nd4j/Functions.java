package org.equicert.adapter.nd4j;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;

/** What SameDiff has of the catalogue, as operations of a graph. */
final class Functions {
    private final Map<String, Supplier<SDVariable>> all = new LinkedHashMap<>();
    private final SameDiff sd;
    private final Map<String, SDVariable> arguments;

    /** @param arguments variables of the graph; none where only the names of functions are asked for */
    Functions(SameDiff sd, Map<String, SDVariable> arguments, Map<String, Number> parameters) {
        this.sd = sd;
        this.arguments = arguments;

        unary("abs", sd.math()::abs);
        unary("acos", sd.math()::acos);
        unary("acosh", sd.math()::acosh);
        unary("asin", sd.math()::asin);
        unary("asinh", sd.math()::asinh);
        unary("atan", sd.math()::atan);
        unary("atanh", sd.math()::atanh);
        unary("cos", sd.math()::cos);
        unary("cosh", sd.math()::cosh);
        unary("exp", sd.math()::exp);
        unary("expm1", sd.math()::expm1);
        unary("log", sd.math()::log);
        unary("log1p", sd.math()::log1p);
        unary("log2", x -> sd.math().log(x, 2));
        unary("log10", x -> sd.math().log(x, 10));
        unary("negative", sd.math()::neg);
        unary("reciprocal", sd.math()::reciprocal);
        unary("sin", sd.math()::sin);
        unary("sinh", sd.math()::sinh);
        unary("sqrt", sd.math()::sqrt);
        unary("square", sd.math()::square);
        unary("tan", sd.math()::tan);
        unary("tanh", sd.math()::tanh);
        unary("rsqrt", sd.math()::rsqrt);
        unary("Erf", sd.math()::erf);
        unary("erfc", sd.math()::erfc);
        unary("Gelu.tanh", sd.nn()::preciseGelu);
        unary("Relu", x -> sd.nn().relu(x, 0));
        unary("relu6", x -> sd.nn().relu6(x, 0));
        unary("Selu", sd.nn()::selu);
        unary("Sigmoid", sd.nn()::sigmoid);
        unary("Softplus", sd.nn()::softplus);
        unary("Softsign", sd.nn()::softsign);
        unary("Swish", sd.nn()::swish);
        unary("hardtanh", sd.nn()::hardTanh);
        unary("log_sigmoid", sd.nn()::logSigmoid);
        unary("Softmax", x -> sd.nn().softmax(x));
        unary("LogSoftmax", x -> sd.nn().logSoftmax(x));
        unary("Softmin", x -> sd.nn().softmax(sd.math().neg(x)));
        unary("ReduceLogSumExp", x -> sd.math().logSumExp(x));
        unary("sum", x -> sd.sum(x));
        unary("mean", x -> sd.mean(x));
        unary("prod", x -> sd.prod(x));
        unary("max", x -> sd.max(x));
        unary("min", x -> sd.min(x));
        unary("std", x -> sd.standardDeviation(x, true));
        unary("cumulative_sum", x -> sd.cumsum(x, 0));
        unary("cumulative_prod", x -> sd.cumprod(x, 0));
        unary("ReduceL1", x -> sd.norm1(x));
        unary("norm.inf", x -> sd.normmax(x));
        unary("linalg.vector_norm", x -> sd.norm2(x));
        unary("linalg.matrix_norm.frobenius", x -> sd.norm2(x));
        unary("ReduceLogSum", x -> sd.math().log(sd.sum(x)));
        unary("ReduceSumSquare", x -> sd.squaredNorm(x));
        unary("matrix_transpose", sd::transpose);
        unary("diag", sd.math()::diag);
        unary("linalg.diagonal", sd.math()::diagPart);
        unary("linalg.trace", sd.math()::trace);
        unary("linalg.det", sd.linalg()::matrixDeterminant);
        unary("linalg.inv", sd.linalg()::matrixInverse);
        unary(
                "linalg.cholesky",
                x -> sd.linalg().cholesky(x.add(sd.transpose(x)).mul(0.5)));
        unary("triu", x -> sd.linalg().triu(x));
        unary("gram", x -> sd.mmul(x, x, true, false, false));
        all.put("clip", () -> sd.math().clipByValue(argument("x"), real(parameters, "min"), real(parameters, "max")));
        all.put("LeakyRelu", () -> sd.nn().leakyRelu(argument("x"), real(parameters, "alpha")));
        all.put(
                "var",
                () -> sd.variance(argument("x"), parameters.get("correction").intValue() == 1));

        binary("add", sd.math()::add);
        binary("atan2", sd.math()::atan2);
        binary("divide", sd.math()::div);
        binary("maximum", sd.math()::max);
        binary("minimum", sd.math()::min);
        binary("multiply", sd.math()::mul);
        binary("pow", sd.math()::pow);
        binary("subtract", sd.math()::sub);
        binary("matmul", sd::mmul);
        binary("matmul.batched", sd::mmul);
        binary("linalg.vecdot", (a, b) -> sd.dot(a, b));
        binary("tensordot", (a, b) -> sd.tensorMmul(a, b, new int[] {1, 2}, 0, 1));
        binary("linalg.cross", sd.math()::cross);
        binary("linalg.solve", (a, b) -> sd.linalg().solve(a, b));
        binary("linalg.solve_triangular.lower", (a, b) -> sd.linalg().triangularSolve(a, b, true, false));
        binary("linalg.solve_triangular.upper", (a, b) -> sd.linalg().triangularSolve(a, b, false, false));
        binary("einsum.trace_of_product", (a, b) -> sd.math().trace(sd.mmul(a, b)));
        all.put("linalg.multi_dot", () -> sd.mmul(sd.mmul(argument("x1"), argument("x2")), argument("x3")));
        all.put("congruence", () -> sd.mmul(sd.mmul(argument("a"), argument("x")), argument("a"), false, true, false));
        loss("loss.mse", (target, x) -> sd.loss().meanSquaredError(target, x, null));
        loss("loss.l1", (target, x) -> sd.loss().absoluteDifference(target, x, null));
        loss("loss.huber", (target, x) -> sd.loss().huberLoss(target, x, null, real(parameters, "delta")));
        loss("loss.binary_cross_entropy_with_logits", (target, x) -> sd.loss().sigmoidCrossEntropy(target, x, null));
    }

    Map<String, Supplier<SDVariable>> all() {
        return all;
    }

    private void unary(String name, UnaryOperator<SDVariable> f) {
        all.put(name, () -> f.apply(argument("x")));
    }

    private void binary(String name, BinaryOperator<SDVariable> f) {
        all.put(name, () -> f.apply(argument("x1"), argument("x2")));
    }

    private void loss(String name, BinaryOperator<SDVariable> f) {
        all.put(name, () -> f.apply(argument("target"), argument("x")));
    }

    private SDVariable argument(String name) {
        return arguments.get(name);
    }

    private static double real(Map<String, Number> parameters, String name) {
        return parameters.get(name).doubleValue();
    }
}
