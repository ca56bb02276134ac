package org.equicert.equivariance;

import static java.util.Map.entry;
import static org.equicert.equivariance.Symmetry.flip;
import static org.equicert.equivariance.Symmetry.swap;

import java.util.List;
import java.util.Map;
import org.equicert.equivariance.Symmetry.Axis;
import org.equicert.equivariance.Symmetry.Part;
import org.equicert.function.Definition;
import org.equicert.function.Point;

/** The discrete symmetries known of each function of the catalogue: permutations of hidden units, sign flips, mirrors. */
public final class Symmetries {
    private static final List<Symmetry> ENTRIES = List.of(swap("swap of entries", new Axis("x", 0)));
    private static final List<Symmetry> ENTRIES_AND_MIRROR =
            List.of(swap("swap of entries", new Axis("x", 0)), flip("mirror", new Axis("x", 0)));

    private static final Map<String, List<Symmetry>> ALL = Map.ofEntries(
            entry("ReduceLogSumExp", ENTRIES),
            entry("var", ENTRIES),
            entry("std", ENTRIES),
            entry("mean", ENTRIES),
            entry("prod", ENTRIES),
            entry("norm.3", ENTRIES),
            entry("linalg.vector_norm", ENTRIES_AND_MIRROR),
            entry("ReduceSumSquare", ENTRIES_AND_MIRROR),
            entry(
                    "linalg.det",
                    List.of(new Symmetry(
                            "transposition",
                            "rows and columns change places",
                            List.of(Part.moved(
                                    "x",
                                    (shape, o, at) -> o % shape.getFirst() * shape.getFirst() + o / shape.getFirst())),
                            at -> at.arguments().get("x").dimension(0) > 1))),
            entry(
                    "network.tanh",
                    List.of(
                            units("hidden units", "w1", "b1", "w2"),
                            flip("sign flip of a tanh unit", new Axis("w1", 0), new Axis("b1", 0), new Axis("w2", 1)))),
            entry("network.relu", List.of(swap("swap of hidden units", new Axis("w1", 0), new Axis("w2", 1)))),
            entry(
                    "network.deep_linear",
                    List.of(
                            swap("swap of hidden units", new Axis("w1", 0), new Axis("w2", 1)),
                            flip("mirror of a hidden unit", new Axis("w1", 0), new Axis("w2", 1)))),
            entry(
                    "network.deep_tanh",
                    List.of(
                            units("units of layer 1", "w1", "b1", "w2"),
                            units("units of layer 2", "w2", "b2", "w3"),
                            flip("sign flip of a tanh unit", new Axis("w1", 0), new Axis("b1", 0), new Axis("w2", 1)))),
            entry(
                    "network.deep_relu",
                    List.of(
                            swap("swap of units of layer 1", new Axis("w1", 0), new Axis("w2", 1)),
                            swap("swap of units of layer 2", new Axis("w2", 0), new Axis("w3", 1)))),
            entry(
                    "network.swiglu",
                    List.of(swap("swap of hidden units", new Axis("w1", 0), new Axis("w2", 0), new Axis("w3", 1)))),
            entry("network.residual", List.of(swap("swap of hidden units", new Axis("w1", 0), new Axis("w2", 1)))),
            entry("network.convolutional", List.of(units("channels", "w1", "b1", "w2"))),
            entry("multi_head_attention", List.of(heads())),
            entry(
                    "network.transformer",
                    List.of(heads(), swap("swap of hidden units", new Axis("w1", 0), new Axis("w2", 1)))));

    private Symmetries() {}

    /** The symmetries of a function or, where it is an objective, of its model, which are the objective's too. */
    public static List<Symmetry> of(Definition function) {
        String model =
                function.composed().map(composed -> composed.model().name()).orElse(function.name());
        return ALL.getOrDefault(model, List.of());
    }

    /** Units with weights and biases before them, and weights behind. */
    private static Symmetry units(String units, String before, String bias, String behind) {
        return swap("swap of " + units, new Axis(before, 0), new Axis(bias, 0), new Axis(behind, 1));
    }

    /** The first two heads, in each of the parts of w that make q, k and v, and in the columns of o. */
    private static Symmetry heads() {
        return new Symmetry(
                "swap of heads",
                "heads 0 and 1 change places",
                List.of(
                        Part.moved(
                                "w",
                                (shape, o, at) -> Symmetry.along(0, shape, o, i -> {
                                    int all = shape.getFirst() / 3;
                                    return i / all * all + swapped(i % all, all, at);
                                })),
                        Part.moved(
                                "o",
                                (shape, o, at) -> Symmetry.along(1, shape, o, i -> swapped(i, shape.getLast(), at)))),
                at -> at.parameters().whole("heads") > 1);
    }

    /** Where the i-th of all features is taken from. */
    private static int swapped(int i, int all, Point at) {
        int own = all / at.parameters().whole("heads");
        int head = i / own;
        return (head < 2 ? 1 - head : head) * own + i % own;
    }
}
