package org.equicert.adapter.djl;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.LayerNorm;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** What DJL has of the catalogue. */
final class Functions {
    static final Map<String, Function<In, NDArray>> ALL = new LinkedHashMap<>();

    /** The arguments of a function. */
    record In(Map<String, NDArray> arrays, Map<String, Number> parameters) {
        NDArray get(String name) {
            return arrays.get(name);
        }

        float parameter(String name) {
            return parameters.get(name).floatValue();
        }
    }

    static {
        unary("abs", NDArray::abs);
        unary("acos", NDArray::acos);
        unary("acosh", NDArray::acosh);
        unary("asin", NDArray::asin);
        unary("asinh", NDArray::asinh);
        unary("atan", NDArray::atan);
        unary("atanh", NDArray::atanh);
        unary("cos", NDArray::cos);
        unary("cosh", NDArray::cosh);
        unary("exp", NDArray::exp);
        unary("log", NDArray::log);
        unary("log2", NDArray::log2);
        unary("log10", NDArray::log10);
        unary("negative", NDArray::neg);
        unary("sin", NDArray::sin);
        unary("sinh", NDArray::sinh);
        unary("sqrt", NDArray::sqrt);
        unary("square", NDArray::square);
        unary("tan", NDArray::tan);
        unary("tanh", NDArray::tanh);
        unary("Erf", NDArray::erf);
        unary("lgamma", NDArray::gammaln);
        unary("Relu", Activation::relu);
        unary("relu6", Activation::relu6);
        unary("Sigmoid", Activation::sigmoid);
        unary("Softplus", Activation::softPlus);
        unary("Softsign", Activation::softSign);
        unary("Selu", Activation::selu);
        unary("Gelu", Activation::gelu);
        unary("Mish", Activation::mish);
        unary("Swish", x -> Activation.swish(x, 1));
        unary("Softmax", x -> x.softmax(-1));
        unary("LogSoftmax", x -> x.logSoftmax(-1));
        unary("Softmin", x -> x.neg().softmax(-1));
        unary("cumulative_sum", x -> x.cumSum(0));
        unary("cumulative_prod", x -> x.cumProd(0));
        unary("diff", x -> x.diff(1, 0));
        unary("sum", NDArray::sum);
        unary("mean", NDArray::mean);
        unary("prod", NDArray::prod);
        unary("max", NDArray::max);
        unary("min", NDArray::min);
        unary("median", NDArray::median);
        unary("sort", NDArray::sort);
        unary("ReduceLogSum", x -> x.sum().log());
        unary("ReduceSumSquare", x -> x.square().sum());
        unary("linalg.vector_norm", NDArray::norm);
        unary("linalg.matrix_norm.frobenius", NDArray::norm);
        unary("linalg.trace", NDArray::trace);
        unary("linalg.diagonal", NDArray::diagonal);
        unary("linalg.inv", NDArray::inverse);
        unary("matrix_transpose", NDArray::transpose);
        unary("gram", x -> x.transpose().matMul(x));
        ALL.put(
                "clip",
                in -> in.get("x")
                        .clip(in.parameters().get("min"), in.parameters().get("max")));
        ALL.put("LeakyRelu", in -> Activation.leakyRelu(in.get("x"), in.parameter("alpha")));
        ALL.put("Elu", in -> Activation.elu(in.get("x"), in.parameter("alpha")));

        binary("add", NDArray::add);
        binary("atan2", NDArray::atan2);
        binary("divide", NDArray::div);
        binary("maximum", NDArray::maximum);
        binary("minimum", NDArray::minimum);
        binary("multiply", NDArray::mul);
        binary("pow", NDArray::pow);
        binary("subtract", NDArray::sub);
        binary("xlogy", NDArray::xlogy);
        binary("matmul", NDArray::matMul);
        binary("matmul.matrix_vector", NDArray::matMul);
        binary("matmul.vector_matrix", NDArray::matMul);
        binary("matmul.batched", NDArray::batchMatMul);
        binary("linalg.vecdot", NDArray::dot);
        binary("einsum.trace_of_product", (a, b) -> a.matMul(b).trace());
        ALL.put("linalg.multi_dot", in -> in.get("x1").matMul(in.get("x2")).matMul(in.get("x3")));
        ALL.put(
                "congruence",
                in -> in.get("a").matMul(in.get("x")).matMul(in.get("a").transpose()));
        ALL.put(
                "Gemm",
                in -> in.get("a").matMul(in.get("b")).mul(0.5).add(in.get("c").mul(2)));
        ALL.put("bilinear_form", in -> in.get("x1").dot(in.get("a").matMul(in.get("x2"))));
        ALL.put("quadratic_form", in -> in.get("x").dot(in.get("a").matMul(in.get("x"))));
        ALL.put("linear", in -> linear(in.get("h"), in.get("w")));
        ALL.put("network.relu", in -> linear(Activation.relu(linear(in.get("x"), in.get("w1"))), in.get("w2")));
        ALL.put("network.tanh", Functions::network);
        ALL.put(
                "network.tanh.squared_loss",
                in -> network(in).sub(in.get("target")).square().sum().div(2));
        ALL.put("LayerNormalization", Functions::layerNormalization);
    }

    private Functions() {}

    private static void unary(String name, UnaryOperator<NDArray> f) {
        ALL.put(name, in -> f.apply(in.get("x")));
    }

    private static void binary(String name, BinaryOperator<NDArray> f) {
        ALL.put(name, in -> f.apply(in.get("x1"), in.get("x2")));
    }

    private static NDArray linear(NDArray x, NDArray w) {
        return Linear.linear(x, w).singletonOrThrow();
    }

    private static NDArray network(In in) {
        NDArray hidden = Linear.linear(in.get("x"), in.get("w1"), in.get("b1")).singletonOrThrow();
        NDList output = Linear.linear(Activation.tanh(hidden), in.get("w2"), in.get("b2"));
        return output.singletonOrThrow();
    }

    private static NDArray layerNormalization(In in) {
        Shape normalized = in.get("scale").getShape();
        return LayerNorm.layerNorm(in.get("x"), normalized, in.get("scale"), in.get("bias"), in.parameter("epsilon"))
                .singletonOrThrow();
    }
}
