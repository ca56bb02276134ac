package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Scaled dot-product attention: each row of q asks the rows of k, and gets the mean of the rows of v that they answer for. */
final class Attentions {
    static final Set<Capability> NEEDS = Set.of(Capability.DIVISION, Capability.ROOT, Capability.ELEMENTARY);

    static final List<Definition> ALL = List.of(
            attention(
                    "Attention",
                    "q (n, d) moderate, k (m, d) moderate, v (m, e) -> softmax of q·kᵀ/√d by row, times v, (n, e)",
                    Attentions::plain),
            attention(
                    "Attention.causal",
                    "q (n, d) moderate, k (n, d) moderate, v (n, e) -> the same where row i of q asks rows 0..i of k, (n, e)",
                    Attentions::causal),
            attention(
                    "Attention.bias",
                    "q (n, d) moderate, k (m, d) moderate, v (m, e), mask (n, m) moderate"
                            + " -> softmax of q·kᵀ/√d + mask by row, times v, (n, e)",
                    Attentions::biased),
            Signature.define(
                    "multi_head_attention",
                    "data x (n+1, d) moderate, w (3d, d) moderate, o (d, d) -> heads of attention side by side, times oᵀ,"
                            + " each of its share of the columns of q, k and v = x·wᵀ, (n+1, d)",
                    NEEDS,
                    Stability.NORMWISE,
                    Attentions::ofHeads,
                    Map.of("heads", List.of(1L, 2L)),
                    point -> point.arguments().get("o").dimension(0)
                                    % point.parameters().whole("heads")
                            == 0),
            Signature.define(
                    "RotaryEmbedding",
                    "x (n, 2d), data angle (n, d) moderate -> row i turned by its angles in the planes of columns j and"
                            + " d + j, (n, 2d)",
                    Set.of(Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Attentions::turned));

    private Attentions() {}

    private static Definition attention(String name, String text, Formula formula) {
        return Signature.define(name, text, NEEDS, Stability.NORMWISE, formula);
    }

    private static <E> Array<E> plain(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return mixed(algebra, scores(algebra, in.get("q"), in.get("k")), in.get("v"));
    }

    private static <E> Array<E> biased(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> scores = scores(algebra, in.get("q"), in.get("k"));
        return mixed(algebra, scores.zip(in.get("mask"), algebra::plus), in.get("v"));
    }

    private static <E> Array<E> causal(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> scores = scores(algebra, in.get("q"), in.get("k"));
        List<E> rows = new ArrayList<>();
        for (int i = 0; i < scores.dimension(0); i++) {
            List<E> past = scores.row(i).subList(0, i + 1);
            rows.addAll(mixed(algebra, new Array<>(List.of(1, i + 1), past), top(in.get("v"), i + 1))
                    .entries());
        }
        return new Array<>(List.of(scores.dimension(0), in.get("v").dimension(1)), rows);
    }

    /** The first rows of x. */
    private static <E> Array<E> top(Array<E> x, int rows) {
        return Array.matrix(rows, x.dimension(1), x::get);
    }

    /** Softmax of q·kᵀ/√d by row, times v. */
    static <E> Array<E> attend(Algebra<E> algebra, Array<E> q, Array<E> k, Array<E> v) {
        return mixed(algebra, scores(algebra, q, k), v);
    }

    /** q·kᵀ/√d. */
    private static <E> Array<E> scores(Algebra<E> algebra, Array<E> q, Array<E> k) {
        E root = algebra.sqrt(algebra.of((long) q.dimension(1)));
        return Products.multiply(algebra, q, MatrixProducts.transpose(k)).map(score -> algebra.over(score, root));
    }

    private static <E> Array<E> mixed(Algebra<E> algebra, Array<E> scores, Array<E> v) {
        Arguments<E> in = Arguments.of("x", scores);
        return Products.multiply(algebra, Reductions.SOFTMAX.value(algebra, in, Parameters.NONE), v);
    }

    private static <E> Array<E> ofHeads(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return heads(algebra, in.get("x"), in.get("w"), in.get("o"), parameters.whole("heads"));
    }

    /** Attention of q, k and v = x·wᵀ by head, side by side, times oᵀ; w holds what makes q, k and v one above the other. */
    static <E> Array<E> heads(Algebra<E> algebra, Array<E> x, Array<E> w, Array<E> o, int heads) {
        Array<E> all = Products.multiply(algebra, x, MatrixProducts.transpose(w));
        int width = all.dimension(1) / 3;
        int own = width / heads;
        List<Array<E>> mixed = IntStream.range(0, heads)
                .mapToObj(head -> attend(
                        algebra,
                        columns(all, head * own, own),
                        columns(all, width + head * own, own),
                        columns(all, 2 * width + head * own, own)))
                .toList();
        Array<E> side =
                Array.matrix(x.dimension(0), width, (i, j) -> mixed.get(j / own).get(i, j % own));
        return Products.multiply(algebra, side, MatrixProducts.transpose(o));
    }

    /** So many columns of x from one on. */
    private static <E> Array<E> columns(Array<E> x, int from, int count) {
        return Array.matrix(x.dimension(0), count, (i, j) -> x.get(i, from + j));
    }

    private static <E> Array<E> turned(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int half = x.dimension(1) / 2;
        Array<E> cos = in.get("angle").map(algebra::cos);
        Array<E> sin = in.get("angle").map(algebra::sin);
        return Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> {
            int plane = j % half;
            E along = algebra.times(x.get(i, j), cos.get(i, plane));
            E across = algebra.times(x.get(i, (j + half) % (2 * half)), sin.get(i, plane));
            return j < half ? algebra.minus(along, across) : algebra.plus(along, across);
        });
    }
}
