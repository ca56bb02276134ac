package org.equicert.equivariance;

import static java.util.Map.entry;
import static org.equicert.equivariance.MatrixEquivariances.rows;
import static org.equicert.equivariance.Notation.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/**
 * The continuous equivariances of attention and of networks of several layers (T.Reparam, T.Rescaling): invertible maps inside
 * attention, rescalings of hidden units, and orthogonal maps of a residual stream.
 */
final class ArchitectureEquivariances {
    /** Of attention: q and k only meet each other, a score is relative to its row, and means of rows of v move with them. */
    private static final List<String> ATTENTION = List.of(
            "reparameterisation: q·Λ, k·Λ⁻ᵀ -> y",
            "key shift: k + 1·vᵀ -> y",
            "value action: v·Λ -> y·Λ",
            "value shift: v + 1·vᵀ -> y + 1·vᵀ");

    static final Map<String, List<Equivariance>> ALL = Map.ofEntries(
            rows("Attention", ATTENTION.toArray(String[]::new)),
            rows("Attention.causal", ATTENTION.toArray(String[]::new)),
            rows(
                    "Attention.bias",
                    Stream.concat(ATTENTION.stream(), Stream.of("mask shift: mask + v·1ᵀ -> y"))
                            .toArray(String[]::new)),
            entry(
                    "multi_head_attention",
                    List.of(queryKeyMaps(), valueOutputMaps(), read("output action: Λ·o -> y·Λᵀ"))),
            rows("RotaryEmbedding", "row scaling: D·x -> D·y"),
            entry(
                    "network.deep_linear",
                    List.of(
                            read("first reparameterisation: Λ·w1, w2·Λ⁻¹ -> y"),
                            read("second reparameterisation: Λ·w2, w3·Λ⁻¹ -> y"),
                            read("last-layer action: Λ·w3 -> Λ·y"),
                            orthogonalShift("w1"))),
            entry(
                    "network.deep_tanh",
                    List.of(
                            read("last-layer action: Λ·w3, Λ·b3 -> Λ·y"),
                            read("output shift: b3 + v -> y + v"),
                            Equivariances.compensation())),
            entry(
                    "network.deep_relu",
                    List.of(
                            read("homogeneity: λ·w1, λ·w2, λ·w3 -> λ³·y"),
                            read("first rescaling: D·w1, w2·D⁻¹ -> y"),
                            read("second rescaling: D·w2, w3·D⁻¹ -> y"),
                            read("last-layer action: Λ·w3 -> Λ·y"),
                            orthogonalShift("w1"))),
            entry(
                    "network.swiglu",
                    List.of(
                            read("rescaling: D·w2, w3·D⁻¹ -> y"),
                            read("last-layer action: Λ·w3 -> Λ·y"),
                            orthogonalShift("w1"),
                            orthogonalShift("w2"))),
            entry(
                    "network.residual",
                    List.of(
                            read("first rescaling: D·w1, w2·D⁻¹ -> y"),
                            read("second rescaling: D·w3, w4·D⁻¹ -> y"),
                            orthogonalShift("w1"))),
            rows("network.convolutional", "rescaling: D·w1, D·b1, w2·D⁻¹ -> y", "last-layer action: Λ·w2 -> Λ·y"),
            rows("network.attention", "query-key maps: Λ·q, Λ⁻ᵀ·k -> y", "value-output maps: Λ·v, o·Λ⁻¹ -> y"),
            entry(
                    "network.transformer",
                    List.of(
                            queryKeyMaps(),
                            valueOutputMaps(),
                            read("rescaling of hidden units: D·w1, w2·D⁻¹ -> y"),
                            read("orthogonal maps of the stream: x·Q, w·Q, Qᵀ·o, w1·Q, Qᵀ·w2 -> y·Q"))));

    private ArchitectureEquivariances() {}

    private static Equivariance orthogonalShift(String weights) {
        return Equivariances.of(
                "orthogonal shift of " + weights,
                weights + " + Λ·(I − x·xᵀ/xᵀ·x) -> y, Λ of its shape",
                Actions.zeroPerEntry(weights),
                NetworkActions.shiftOrthogonally(weights, "x"),
                Actions::fixed);
    }

    /** An invertible Λ for each head: (Λ·q, Λ⁻ᵀ·k), where w holds q above k above v, and each of these its heads. */
    private static Equivariance queryKeyMaps() {
        return Equivariances.of(
                "query-key maps",
                "(Λ·q, Λ⁻ᵀ·k) in w, by head -> y",
                ArchitectureEquivariances::identityPerHead,
                ArchitectureEquivariances::moveQueriesAndKeys,
                Actions::fixed);
    }

    /** An invertible Λ for each head: (Λ·v, o·Λ⁻¹). */
    private static Equivariance valueOutputMaps() {
        return Equivariances.of(
                "value-output maps",
                "(Λ·v in w, o·Λ⁻¹), by head -> y",
                ArchitectureEquivariances::identityPerHead,
                ArchitectureEquivariances::moveValuesAndOutputs,
                Actions::fixed);
    }

    private static int heads(Point at) {
        return at.parameters().whole("heads");
    }

    private static List<Double> identityPerHead(Point at) {
        int own = at.arguments().get("o").dimension(1) / heads(at);
        List<Double> identities = new ArrayList<>();
        for (int head = 0; head < heads(at); head++) {
            identities.addAll(Actions.identity(own));
        }
        return identities;
    }

    /** The matrices of all heads along the diagonal. */
    private static <E> Array<E> blocks(Algebra<E> algebra, List<E> lambda, Point at) {
        int all = at.arguments().get("o").dimension(1);
        int own = all / heads(at);
        return Array.matrix(all, all, (i, j) -> i / own == j / own ? lambda.get(i * own + j % own) : algebra.zero());
    }

    private static <E> Arguments<E> moveQueriesAndKeys(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> g = blocks(algebra, lambda, at);
        Array<E> q = Products.multiply(algebra, g, third(in.get("w"), 0));
        Array<E> inverse = Elimination.inverse(algebra, g);
        Array<E> back = Array.matrix(g.dimension(0), g.dimension(0), (i, j) -> inverse.get(j, i));
        Array<E> k = Products.multiply(algebra, back, third(in.get("w"), 1));
        return in.with("w", stacked(q, k, third(in.get("w"), 2)));
    }

    private static <E> Arguments<E> moveValuesAndOutputs(
            Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> g = blocks(algebra, lambda, at);
        Array<E> v = Products.multiply(algebra, g, third(in.get("w"), 2));
        return in.with("w", stacked(third(in.get("w"), 0), third(in.get("w"), 1), v))
                .with("o", Products.multiply(algebra, in.get("o"), Elimination.inverse(algebra, g)));
    }

    /** One of the three parts of w that lie above each other. */
    private static <E> Array<E> third(Array<E> w, int number) {
        int rows = w.dimension(0) / 3;
        return Array.matrix(rows, w.dimension(1), (i, j) -> w.get(number * rows + i, j));
    }

    private static <E> Array<E> stacked(Array<E> q, Array<E> k, Array<E> v) {
        List<E> entries = new ArrayList<>(q.entries());
        entries.addAll(k.entries());
        entries.addAll(v.entries());
        return new Array<>(List.of(3 * q.dimension(0), q.dimension(1)), entries);
    }
}
