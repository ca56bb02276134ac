package org.equicert.adapter.tensorflow;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tensorflow.Operand;
import org.tensorflow.op.Ops;
import org.tensorflow.op.linalg.MatMul;
import org.tensorflow.op.linalg.TriangularSolve;
import org.tensorflow.op.nn.LeakyRelu;
import org.tensorflow.types.family.TFloating;

/**
 * What TensorFlow has of the catalogue, as operations of a graph.
 *
 * @param <T> the precision
 */
final class Functions<T extends TFloating> {
    private final Map<String, Supplier<Operand<T>>> all = new LinkedHashMap<>();
    private final Ops tf;
    private final Map<String, Operand<T>> arguments;

    /** @param arguments nodes of the graph; none where only the names of functions are asked for */
    Functions(Ops tf, Class<T> type, Map<String, Operand<T>> arguments, Map<String, Number> parameters) {
        this.tf = tf;
        this.arguments = arguments;

        unary("abs", tf.math::abs);
        unary("acos", tf.math::acos);
        unary("acosh", tf.math::acosh);
        unary("asin", tf.math::asin);
        unary("asinh", tf.math::asinh);
        unary("atan", tf.math::atan);
        unary("atanh", tf.math::atanh);
        unary("cos", tf.math::cos);
        unary("cosh", tf.math::cosh);
        unary("exp", tf.math::exp);
        unary("expm1", tf.math::expm1);
        unary("log", tf.math::log);
        unary("log1p", tf.math::log1p);
        unary("negative", tf.math::neg);
        unary("reciprocal", tf.math::reciprocal);
        unary("sin", tf.math::sin);
        unary("sinh", tf.math::sinh);
        unary("sqrt", tf.math::sqrt);
        unary("square", tf.math::square);
        unary("tan", tf.math::tan);
        unary("tanh", tf.math::tanh);
        unary("digamma", tf.math::digamma);
        unary("Erf", tf.math::erf);
        unary("erfc", tf.math::erfc);
        unary("lgamma", tf.math::lgamma);
        unary("rsqrt", tf.math::rsqrt);
        unary("Sigmoid", tf.math::sigmoid);
        unary("Softplus", tf.math::softplus);
        unary("Softsign", tf.nn::softsign);
        unary("Relu", tf.nn::relu);
        unary("relu6", tf.nn::relu6);
        unary("Selu", tf.nn::selu);
        unary("Softmax", tf.nn::softmax);
        unary("LogSoftmax", x -> asRow(x, tf.nn::logSoftmax));
        unary("Softmin", x -> asRow(tf.math.neg(x), tf.nn::softmax));
        unary("cumulative_sum", x -> tf.math.cumsum(x, tf.constant(0)));
        unary("cumulative_prod", x -> tf.math.cumprod(x, tf.constant(0)));
        unary("cumulative_logsumexp", x -> tf.math.cumulativeLogsumexp(x, tf.constant(0)));
        unary("sum", this::sum);
        unary("mean", x -> tf.math.mean(x, tf.constant(0)));
        unary("prod", x -> tf.prod(x, tf.constant(0)));
        unary("max", x -> tf.max(x, tf.constant(0)));
        unary("min", x -> tf.min(x, tf.constant(0)));
        unary("ReduceLogSum", x -> tf.math.log(sum(x)));
        unary("ReduceSumSquare", x -> sum(tf.math.square(x)));
        unary("linalg.vector_norm", x -> tf.linalg.euclideanNorm(x, tf.constant(0)));
        unary("linalg.matrix_norm.frobenius", x -> tf.linalg.euclideanNorm(x, tf.constant(new int[] {0, 1})));
        unary("matrix_transpose", this::transpose);
        unary("tril", x -> tf.linalg.bandPart(x, tf.constant(-1), tf.constant(0)));
        unary("triu", x -> tf.linalg.bandPart(x, tf.constant(0), tf.constant(-1)));
        unary("diag", tf.linalg::tensorDiag);
        unary("linalg.diagonal", tf.linalg::tensorDiagPart);
        unary("linalg.trace", x -> sum(tf.linalg.tensorDiagPart(x)));
        unary("linalg.det", tf.linalg::det);
        unary("linalg.slogdet", x -> tf.linalg.logMatrixDeterminant(x).logAbsDeterminant());
        unary("linalg.inv", x -> tf.linalg.inv(x));
        unary("linalg.cholesky", x -> tf.linalg.cholesky(symmetric(type, x)));
        unary(
                "linalg.eigvalsh",
                x -> tf.linalg.selfAdjointEig(symmetric(type, x)).e());
        unary("linalg.svdvals", x -> tf.linalg.svd(x).s());
        unary("linalg.matrix_norm.nuclear", x -> sum(tf.linalg.svd(x).s()));
        unary("gram", x -> tf.linalg.matMul(x, x, MatMul.transposeA(true)));
        all.put(
                "clip",
                () -> tf.clipByValue(
                        argument("x"),
                        tf.constant(type, parameters.get("min")),
                        tf.constant(type, parameters.get("max"))));
        all.put(
                "LeakyRelu",
                () -> tf.nn.leakyRelu(
                        argument("x"), LeakyRelu.alpha(parameters.get("alpha").floatValue())));

        binary("add", tf.math::add);
        binary("atan2", tf.math::atan2);
        binary("divide", tf.math::div);
        binary("maximum", tf.math::maximum);
        binary("minimum", tf.math::minimum);
        binary("multiply", tf.math::mul);
        binary("pow", tf.math::pow);
        binary("subtract", tf.math::sub);
        binary("xlogy", tf.math::xlogy);
        binary("xlog1py", tf.math::xlog1py);
        binary("matmul", this::product);
        binary("matmul.batched", (a, b) -> tf.train.batchMatMul(a, b, type));
        einsum("matmul.matrix_vector", "ij,j->i", "x1", "x2");
        einsum("matmul.vector_matrix", "i,ij->j", "x1", "x2");
        einsum("linalg.vecdot", "i,i->", "x1", "x2");
        einsum("linalg.outer", "i,j->ij", "x1", "x2");
        einsum("linear", "ij,j->i", "w", "h");
        einsum("tensordot", "ijk,jkl->il", "x1", "x2");
        einsum("einsum.trace_of_product", "ij,ji->", "x1", "x2");
        einsum("einsum.khatri_rao", "ir,jr->ijr", "x1", "x2");
        binary("linalg.cross", tf.linalg::cross);
        binary("linalg.solve", (a, b) -> tf.linalg.solve(a, b));
        binary("linalg.solve_triangular.lower", (a, b) -> tf.linalg.triangularSolve(a, b));
        binary(
                "linalg.solve_triangular.upper",
                (a, b) -> tf.linalg.triangularSolve(a, b, TriangularSolve.lower(false)));
        binary(
                "linalg.solve_triangular.transposed",
                (a, b) -> tf.linalg.triangularSolve(a, b, TriangularSolve.adjoint(true)));
        all.put("linalg.multi_dot", () -> product(product(argument("x1"), argument("x2")), argument("x3")));
        all.put(
                "congruence",
                () -> tf.linalg.matMul(product(argument("a"), argument("x")), argument("a"), MatMul.transposeB(true)));
        all.put("network.tanh", this::network);
        all.put("network.tanh.squared_loss", () -> tf.nn.l2Loss(tf.math.sub(network(), argument("target"))));
        all.put("network.relu", () -> operate(argument("w2"), tf.nn.relu(operate(argument("w1"), argument("x")))));
    }

    Map<String, Supplier<Operand<T>>> all() {
        return all;
    }

    private void unary(String name, UnaryOperator<Operand<T>> f) {
        all.put(name, () -> f.apply(argument("x")));
    }

    private void binary(String name, BinaryOperator<Operand<T>> f) {
        all.put(name, () -> f.apply(argument("x1"), argument("x2")));
    }

    private void einsum(String name, String equation, String first, String second) {
        all.put(name, () -> tf.linalg.einsum(List.of(argument(first), argument(second)), equation));
    }

    private Operand<T> argument(String name) {
        return arguments.get(name);
    }

    /** What is documented for matrices only, of a vector. */
    private Operand<T> asRow(Operand<T> x, UnaryOperator<Operand<T>> f) {
        Operand<T> row = tf.reshape(x, tf.constant(new int[] {1, -1}));
        return tf.reshape(f.apply(row), tf.constant(new int[] {-1}));
    }

    private Operand<T> sum(Operand<T> vector) {
        return tf.sum(vector, tf.constant(0));
    }

    private Operand<T> product(Operand<T> a, Operand<T> b) {
        return tf.linalg.matMul(a, b);
    }

    private Operand<T> operate(Operand<T> a, Operand<T> x) {
        return tf.linalg.einsum(List.of(a, x), "ij,j->i");
    }

    private Operand<T> transpose(Operand<T> x) {
        return tf.linalg.transpose(x, tf.constant(new int[] {1, 0}));
    }

    private Operand<T> symmetric(Class<T> type, Operand<T> x) {
        return tf.math.mul(tf.math.add(x, transpose(x)), tf.constant(type, 0.5));
    }

    private Operand<T> network() {
        Operand<T> hidden = tf.math.tanh(tf.math.add(operate(argument("w1"), argument("x")), argument("b1")));
        return tf.math.add(operate(argument("w2"), hidden), argument("b2"));
    }
}
