package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Capability;
import org.equicert.number.Undecided;

/** Networks of several layers, with the symmetries that their architectures have. */
final class DeepNetworks {
    private static final Balls BALLS = Balls.ofBits(64);

    /** Points are so far from every kink, as a part of each entry. */
    private static final double CLEAR = 0x1p-7;

    private static final Set<Capability> ORDER = Set.of(Capability.ORDER);
    private static final Set<Capability> ELEMENTARY = Set.of(Capability.ELEMENTARY);

    static final List<Definition> ALL = List.of(
            network(
                    "network.deep_linear",
                    "w1 (h, d), w2 (k, h), w3 (m, k), data x (d) -> w3·w2·w1·x, (m)",
                    Set.of(),
                    DeepNetworks::linear),
            network(
                    "network.deep_tanh",
                    "w1 (h, d) moderate, b1 (h) moderate, w2 (k, h) moderate, b2 (k) moderate, w3 (m, k), b3 (m),"
                            + " data x (d) moderate -> w3·tanh(w2·tanh(w1·x + b1) + b2) + b3, (m)",
                    ELEMENTARY,
                    DeepNetworks::tanh),
            network(
                    "network.deep_relu",
                    "w1 (h, d), w2 (k, h), w3 (m, k), data x (d) -> w3·max(w2·max(w1·x, 0), 0), (m)",
                    ORDER,
                    DeepNetworks::relu),
            network(
                    "network.swiglu",
                    "w1 (h, d) moderate, w2 (h, d), w3 (m, h), data x (d) moderate -> w3·(silu(w1·x)·(w2·x)), (m)",
                    ELEMENTARY,
                    DeepNetworks::swiglu),
            network(
                    "network.residual",
                    "w1 (h, d), w2 (d, h), w3 (k, d), w4 (d, k), data x (d)"
                            + " -> z + w4·max(w3·z, 0) with z = x + w2·max(w1·x, 0), (d)",
                    ORDER,
                    DeepNetworks::residual),
            network(
                    "network.convolutional",
                    "w1 (c, 1, k+1), b1 (c), w2 (m, c), data x (1, n+3)"
                            + " -> w2·mean of max(x correlated with w1, plus b1, 0) over windows, (m)",
                    Set.of(Capability.DIVISION, Capability.ORDER),
                    DeepNetworks::convolutional),
            network(
                    "network.attention",
                    "q (h, d) moderate, k (h, d) moderate, v (e, d) moderate, o (d, e) moderate, data x (n+1, d) moderate"
                            + " -> x + attention of x·qᵀ, x·kᵀ and x·vᵀ, times oᵀ, (n+1, d)",
                    Attentions.NEEDS,
                    DeepNetworks::attention),
            Signature.define(
                    "network.transformer",
                    "x (2, 2) moderate, w (3h, 2) moderate, o (2, h) moderate, w1 (f, 2) moderate, w2 (2, f) moderate"
                            + " -> z + max(n(z)·w1ᵀ, 0)·w2ᵀ with z = x + multi-head attention of n(x) by w, times oᵀ, and"
                            + " n(x) = x over the root of its mean square, by row, (2, 2)",
                    Set.of(Capability.DIVISION, Capability.ROOT, Capability.ELEMENTARY, Capability.ORDER),
                    Stability.NORMWISE,
                    DeepNetworks::transformer,
                    Map.of("heads", List.of(1L, 2L)),
                    point -> point.arguments().get("o").dimension(1)
                                            % point.parameters().whole("heads")
                                    == 0
                            && isClear(DeepNetworks::transformer, point)));

    private DeepNetworks() {}

    private static Definition network(String name, String text, Set<Capability> needs, Formula formula) {
        return Signature.define(
                name, text, needs, Stability.NORMWISE, formula, Map.of(), point -> isClear(formula, point));
    }

    /** Whether no kink is near, and some unit is active. */
    private static boolean isClear(Formula formula, Point point) {
        try {
            Arguments<Ball> near = point.arguments().map(x -> Ball.of(x, CLEAR * Math.abs(x)));
            Array<Ball> value = formula.apply(BALLS, near, point.parameters());
            return value.entries().stream().anyMatch(y -> !(y.isExact() && y.containsZero()));
        } catch (Undecided kink) {
            return false;
        }
    }

    private static <E> Array<E> times(Algebra<E> algebra, Arguments<E> in, String w, Array<E> x) {
        return Products.multiply(algebra, in.get(w), x);
    }

    /** x·wᵀ. */
    private static <E> Array<E> byRow(Algebra<E> algebra, Array<E> x, Array<E> w) {
        return Products.multiply(algebra, x, MatrixProducts.transpose(w));
    }

    private static <E> Array<E> linear(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return times(algebra, in, "w3", times(algebra, in, "w2", times(algebra, in, "w1", in.get("x"))));
    }

    private static <E> Array<E> tanh(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> first = times(algebra, in, "w1", in.get("x")).zip(in.get("b1"), algebra::plus);
        Array<E> second = times(algebra, in, "w2", first.map(algebra::tanh)).zip(in.get("b2"), algebra::plus);
        return times(algebra, in, "w3", second.map(algebra::tanh)).zip(in.get("b3"), algebra::plus);
    }

    private static <E> Array<E> relu(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> first = times(algebra, in, "w1", in.get("x")).map(algebra::relu);
        return times(algebra, in, "w3", times(algebra, in, "w2", first).map(algebra::relu));
    }

    private static <E> Array<E> swiglu(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> gate = times(algebra, in, "w1", in.get("x")).map(unit -> algebra.times(unit, algebra.logistic(unit)));
        return times(algebra, in, "w3", gate.zip(times(algebra, in, "w2", in.get("x")), algebra::times));
    }

    private static <E> Array<E> residual(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> z = x.zip(times(algebra, in, "w2", times(algebra, in, "w1", x).map(algebra::relu)), algebra::plus);
        return z.zip(times(algebra, in, "w4", times(algebra, in, "w3", z).map(algebra::relu)), algebra::plus);
    }

    private static <E> Array<E> convolutional(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> w = in.get("w1");
        Windows windows = new Windows(List.of(x.dimension(1)), List.of(w.dimension(2)), 1, 0, 1);
        Arguments<E> layer = in.with("w", w).with("b", in.get("b1"));
        Array<E> hidden = Convolutions.convolve(algebra, layer, windows, 1).map(algebra::relu);
        List<E> means = new ArrayList<>();
        for (int c = 0; c < hidden.dimension(0); c++) {
            means.add(algebra.over(algebra.sum(hidden.row(c)), algebra.of((long) windows.count())));
        }
        return times(algebra, in, "w2", Array.vector(means));
    }

    private static <E> Array<E> attention(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> mixed = Attentions.attend(
                algebra,
                byRow(algebra, x, in.get("q")),
                byRow(algebra, x, in.get("k")),
                byRow(algebra, x, in.get("v")));
        return x.zip(byRow(algebra, mixed, in.get("o")), algebra::plus);
    }

    private static <E> Array<E> transformer(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> attended = Attentions.heads(
                algebra,
                Normalisations.byMeanSquare(algebra, x, 0),
                in.get("w"),
                in.get("o"),
                parameters.whole("heads"));
        Array<E> z = x.zip(attended, algebra::plus);
        Array<E> hidden = byRow(algebra, Normalisations.byMeanSquare(algebra, z, 0), in.get("w1"))
                .map(algebra::relu);
        return z.zip(byRow(algebra, hidden, in.get("w2")), algebra::plus);
    }
}
