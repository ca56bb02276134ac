package org.equicert.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.equicert.fast.Arithmetic;
import org.equicert.fast.Attention;
import org.equicert.fast.Binary;
import org.equicert.fast.DeepNetworks;
import org.equicert.fast.Elementwise;
import org.equicert.fast.Losses;
import org.equicert.fast.Maps;
import org.equicert.fast.Model;
import org.equicert.fast.Networks;
import org.equicert.fast.Products;
import org.equicert.fast.Products.Step;
import org.equicert.fast.Reductions;
import org.equicert.fast.Rows;
import org.equicert.fast.Systems;
import org.equicert.fast.Unary;
import org.equicert.function.Parameters;

/** The catalogue's names for what the built-in core has. */
final class BuiltInFunctions {
    /**
     * A function of the core.
     *
     * @param arguments their names, in the model's order
     * @param model for given shapes of them
     */
    record Entry(List<String> arguments, Builder model) {}

    @FunctionalInterface
    interface Builder {
        Model model(List<List<Integer>> shapes, Parameters parameters);
    }

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    private BuiltInFunctions() {}

    static Map<String, Entry> all() {
        BuiltInFunctions functions = new BuiltInFunctions();
        functions.products();
        functions.systems();
        functions.maps();
        functions.reductions();
        functions.losses();
        functions.networks();
        return Map.copyOf(functions.entries);
    }

    private void products() {
        add("matmul", "x1 x2", (s, p) -> Products.product(s.get(0), s.get(1)));
        add("tensor.compose", "a b", (s, p) -> Products.composition(s.get(0), p.whole("k"), s.get(1)));
        chain("matmul.matrix_vector", "x1 x2", new Step("ij,j->i", 1));
        chain("matmul.vector_matrix", "x1 x2", new Step("i,ij->j", 1));
        chain("matmul.batched", "x1 x2", new Step("bij,bjk->bik", 1));
        chain("linalg.vecdot", "x1 x2", new Step("i,i->", 1));
        chain("linalg.outer", "x1 x2", new Step("i,j->ij", 1));
        chain("linalg.trace", "x", new Step("ii,->", -1));
        chain("linalg.diagonal", "x", new Step("ii,->i", -1));
        chain("diag", "x", new Step("i,->ii", -1));
        chain("matrix_transpose", "x", new Step("ij,->ji", -1));
        chain("linalg.multi_dot", "x1 x2 x3", new Step("ij,jk->ik", 1), new Step("ik,kl->il", 2));
        chain("tensordot", "x1 x2", new Step("ijk,jkl->il", 1));
        chain("bilinear_form", "x1 a x2", new Step("i,ij->j", 1), new Step("j,j->", 2));
        chain("quadratic_form", "x a", new Step("i,ij->j", 1), new Step("j,j->", 0));
        chain("bilinear", "w x1 x2", new Step("oij,i->oj", 1), new Step("oj,j->o", 2));
        chain("gram", "x", new Step("ki,kj->ij", 0));
        chain("congruence", "a x", new Step("ij,jk->ik", 1), new Step("ik,lk->il", 0));
        chain("einsum.trace_of_product", "x1 x2", new Step("ij,ji->", 1));
        chain("einsum.khatri_rao", "x1 x2", new Step("ir,jr->ijr", 1));
        chain("einsum.tucker", "g u v", new Step("ab,ia->bi", 1), new Step("bi,jb->ij", 2));
        chain("einsum.canonical", "a b c", new Step("ir,jr->ijr", 1), new Step("ijr,kr->ijk", 2));
        add("linalg.matrix_power", "x", (s, p) -> Products.power(s.getFirst(), p.whole("n")));
        add("Gemm", "a b c", (s, p) -> Products.gemm(s));
    }

    private void systems() {
        for (String name : List.of("linalg.solve", "linalg.solve.vector", "linalg.lu_solve")) {
            add(name, "x1 x2", (s, p) -> Systems.solve(s.get(0), s.get(1)));
        }
        add("linalg.solve.right", "x1 x2", (s, p) -> Systems.solveRight(s.get(0), s.get(1)));
        for (String name : List.of("linalg.inv", "linalg.inv_ex")) {
            add(name, "x", (s, p) -> Systems.inverse(s.getFirst()));
        }
        for (String name : List.of("linalg.slogdet", "linalg.logdet")) {
            add(name, "x", (s, p) -> Systems.logDeterminant(s.getFirst()));
        }
    }

    private void maps() {
        map("Relu", Elementwise.RELU);
        map("abs", Elementwise.ABS);
        map("reciprocal", Elementwise.RECIPROCAL);
        map("sqrt", Elementwise.SQRT);
        map("exp", Elementwise.EXP);
        map("expm1", Elementwise.EXPM1);
        map("log", Elementwise.LOG);
        map("log1p", Elementwise.LOG1P);
        map("sin", Elementwise.SIN);
        map("cos", Elementwise.COS);
        map("tan", Elementwise.TAN);
        map("asin", Elementwise.ASIN);
        map("acos", Elementwise.ACOS);
        map("atan", Elementwise.ATAN);
        map("sinh", Elementwise.SINH);
        map("cosh", Elementwise.COSH);
        map("tanh", Elementwise.TANH);
        map("Sigmoid", Elementwise.SIGMOID);
        map("Softplus", Elementwise.SOFTPLUS);
        map("negative", Maps::negative);
        map("square", Maps::square);
        map("log2", Maps::log2);
        map("log10", Maps::log10);
        map("exp2", Maps::exp2);
        map("rsqrt", Maps::rsqrt);
        map("Softsign", Maps::softsign);
        map("Swish", Maps::swish);
        map("Mish", Maps::mish);
        map("log_sigmoid", Maps::logSigmoid);
        map("tanhshrink", Maps::tanhShrink);
        map("logit", Maps::logit);
        map("entr", Maps::entropy);
        map("add", Arithmetic::add);
        map("subtract", Arithmetic::subtract);
        map("multiply", Arithmetic::multiply);
        map("divide", Maps::divide);
        map("hypot", Maps::hypotenuse);
        map("logaddexp", Maps::logAddExp);
        map("xlogy", Maps::xLogY);
        map("xlog1py", Maps::xLog1pY);
    }

    private void reductions() {
        reduction("sum", Reductions::sum);
        reduction("mean", Reductions::mean);
        reduction("ReduceSumSquare", Reductions::sumOfSquares);
        reduction("ReduceL1", Reductions::sumOfMagnitudes);
        reduction("ReduceLogSum", Reductions::logOfSum);
        reduction("ReduceLogSumExp", Reductions::logSumExp);
        reduction("linalg.vector_norm", Reductions::norm);
        reduction("linalg.matrix_norm.frobenius", Reductions::norm);
        reduction("std", Reductions::deviation);
        reduction("trapezoid", Reductions::trapezoid);
        map("Softmin", Reductions::softmin);
        map("LogSoftmax", Reductions::logSoftmax);
        add("Softmax", "x", (s, p) -> Rows.softmax(s.getFirst()));
        add("var", "x", (s, p) -> Rows.variance(s.getFirst(), p.whole("correction")));
        add("diff", "x", (s, p) -> Rows.differences(s.getFirst()));
        add(
                "LayerNormalization",
                "x scale bias",
                (s, p) -> Rows.layerNormalization(s.get(0), s.get(1), s.get(2), p.real("epsilon")));
    }

    private void losses() {
        loss("loss.l1", Losses::absolute);
        loss("loss.mse", Losses::squared);
        loss("loss.poisson_nll", Losses::poisson);
        loss("loss.binary_cross_entropy_with_logits", Losses::binaryCrossEntropy);
        loss("loss.soft_margin", Losses::softMargin);
        add("SoftmaxCrossEntropyLoss", "x", (s, p) -> Rows.crossEntropy(s.getFirst(), p.whole("label")));
        add("NegativeLogLikelihoodLoss", "x", (s, p) -> Rows.negativeLogLikelihood(s.getFirst(), p.whole("label")));
        add(
                "linear.softmax_cross_entropy",
                "w h",
                (s, p) -> Networks.crossEntropy(s.get(0), s.get(1), p.whole("label")));
    }

    private void networks() {
        add("linear", "w h", (s, p) -> Networks.linear(s.get(0), s.get(1)));
        add("network.relu", "w1 w2 x", (s, p) -> Networks.relu(s.get(0), s.get(1), s.get(2)));
        add("network.tanh", "w1 b1 w2 b2 x", (s, p) -> Networks.tanh(s.get(0), s.get(1), s.get(2), s.get(3), s.get(4)));
        add("network.tanh.squared_loss", "w1 b1 w2 b2 x target", (s, p) -> Networks.squaredLoss(s));
        add("network.deep_linear", "w1 w2 w3 x", (s, p) -> DeepNetworks.linear(s));
        add("network.deep_relu", "w1 w2 w3 x", (s, p) -> DeepNetworks.relu(s));
        add("network.deep_tanh", "w1 b1 w2 b2 w3 b3 x", (s, p) -> DeepNetworks.tanh(s));
        add("network.swiglu", "w1 w2 w3 x", (s, p) -> DeepNetworks.gated(s));
        add("network.residual", "w1 w2 w3 w4 x", (s, p) -> DeepNetworks.residual(s));
        add("network.convolutional", "w1 b1 w2 x", (s, p) -> DeepNetworks.convolutional(s));
        add("network.attention", "q k v o x", (s, p) -> DeepNetworks.attention(s));
        add("network.transformer", "x w o w1 w2", (s, p) -> DeepNetworks.transformer(s, p.whole("heads")));
        add("Attention", "q k v", (s, p) -> Attention.plain(s.get(0), s.get(1), s.get(2)));
        add("Attention.bias", "q k v mask", (s, p) -> Attention.biased(s.get(0), s.get(1), s.get(2), s.get(3)));
        add(
                "multi_head_attention",
                "x w o",
                (s, p) -> Attention.ofHeads(s.get(0), s.get(1), s.get(2), p.whole("heads")));
        add(
                "RMSNormalization",
                "x scale",
                (s, p) -> Rows.rootMeanSquareNormalization(s.get(0), s.get(1), p.real("epsilon")));
    }

    private void chain(String name, String arguments, Step... steps) {
        add(name, arguments, (s, p) -> Products.chain(s, List.of(steps)));
    }

    private void map(String name, Elementwise g) {
        add(name, "x", (s, p) -> Model.map(s.getFirst(), g));
    }

    private void map(String name, Unary f) {
        add(name, "x", (s, p) -> Model.of(s.getFirst(), s.getFirst(), f));
    }

    private void map(String name, Binary f) {
        add(name, "x1 x2", (s, p) -> Model.of(s.get(0), s.get(1), s.get(0), f));
    }

    private void reduction(String name, Unary f) {
        add(name, "x", (s, p) -> Model.of(s.getFirst(), List.of(), f));
    }

    private void loss(String name, Binary f) {
        add(name, "x target", (s, p) -> Model.of(s.get(0), s.get(1), List.of(), f));
    }

    private void add(String name, String arguments, Builder model) {
        entries.put(name, new Entry(List.of(arguments.split(" ")), model));
    }
}
