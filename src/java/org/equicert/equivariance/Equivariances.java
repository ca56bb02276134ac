package org.equicert.equivariance;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.equicert.function.Definition;
import org.equicert.function.LastLayers;
import org.equicert.function.LinearAlgebra;
import org.equicert.function.Networks;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.function.Reductions;
import org.equicert.function.Statistics;

/**
 * The equivariances known of each function of the catalogue, as φ and ψ alone. Maximal actions, whose K has full rank
 * (GL(n) on a determinant), stand beside scalings: an identity sees only what lies along K.
 */
public final class Equivariances {
    private static final Map<String, List<Equivariance>> ALL = Map.ofEntries(
            entry(
                    Products.MATMUL.name(),
                    List.of(
                            of("homogeneity", "λ·x1 -> λ·y", Actions.one(), Actions.scale("x1"), Actions::scaled),
                            of(
                                    "reparameterisation",
                                    "(x1·Λ, Λ⁻¹·x2) -> y",
                                    Actions.identity("x1", 1),
                                    ProductActions::reparameteriseFactors,
                                    Actions::fixed),
                            of(
                                    "left action",
                                    "Λ·x1 -> Λ·y",
                                    Actions.identity("x1", 0),
                                    Actions.left("x1"),
                                    Actions::movedLeft),
                            of(
                                    "right action",
                                    "x2·Λ -> y·Λ",
                                    Actions.identity("x2", 1),
                                    Actions.right("x2"),
                                    Actions::movedRight))),
            entry(
                    Products.COMPOSE.name(),
                    List.of(
                            of("homogeneity", "λ·a -> λ·y", Actions.one(), Actions.scale("a"), Actions::scaled),
                            of(
                                    "reparameterisation",
                                    "(a ∘ₖ Λ, Λ⁻¹ ∘₁ b) -> y",
                                    ProductActions::contractedIdentity,
                                    ProductActions::reparameteriseSlot,
                                    Actions::fixed),
                            of(
                                    "free-slot action",
                                    "Λ·b -> Λ·y on the slots of y that are b's, taken as one",
                                    ProductActions::freeIdentity,
                                    ProductActions::moveFreeSlots,
                                    ProductActions::freeSlotsMoved),
                            of(
                                    "leading-slot action",
                                    "Λ·a -> Λ·y on the slots before the contracted one, taken as one",
                                    ProductActions::leadingIdentity,
                                    ProductActions::moveLeadingSlots,
                                    ProductActions::leadingSlotsMoved),
                            of(
                                    "trailing-slot action",
                                    "a·Λ -> y·Λ on the slots after the contracted one, taken as one",
                                    ProductActions::trailingIdentity,
                                    ProductActions::moveTrailingSlots,
                                    ProductActions::trailingSlotsMoved))),
            entry(
                    LinearAlgebra.DET.name(),
                    List.of(
                            of(
                                    "homogeneity",
                                    "λ·x -> λⁿ·y",
                                    Actions.one(),
                                    Actions.scale("x"),
                                    LinearAlgebraActions::scaledToTheOrder),
                            of(
                                    "left action",
                                    "Λ·x -> det Λ·y",
                                    Actions.identity("x", 0),
                                    Actions.left("x"),
                                    LinearAlgebraActions::scaledByDeterminant))),
            entry(
                    LinearAlgebra.SLOGDET.name(),
                    List.of(
                            of(
                                    "homogeneity",
                                    "λ·x -> y + n·log|λ|",
                                    Actions.one(),
                                    Actions.scale("x"),
                                    LinearAlgebraActions::shiftedByLogarithm),
                            of(
                                    "left action",
                                    "Λ·x -> y + log|det Λ|",
                                    Actions.identity("x", 0),
                                    Actions.left("x"),
                                    LinearAlgebraActions::shiftedByLogDeterminant))),
            entry(
                    LinearAlgebra.INV.name(),
                    List.of(
                            of("homogeneity", "λ·x -> y/λ", Actions.one(), Actions.scale("x"), Actions::divided),
                            of(
                                    "left action",
                                    "Λ·x -> y·Λ⁻¹",
                                    Actions.identity("x", 0),
                                    Actions.left("x"),
                                    Actions::undoneRight))),
            entry(
                    LinearAlgebra.SOLVE.name(),
                    List.of(
                            of(
                                    "homogeneity in x1",
                                    "λ·x1 -> y/λ",
                                    Actions.one(),
                                    Actions.scale("x1"),
                                    Actions::divided),
                            of("homogeneity in x2", "λ·x2 -> λ·y", Actions.one(), Actions.scale("x2"), Actions::scaled),
                            of(
                                    "left action",
                                    "(Λ·x1, Λ·x2) -> y",
                                    Actions.identity("x1", 0),
                                    Actions.left("x1", "x2"),
                                    Actions::fixed),
                            of(
                                    "right action",
                                    "x2·Λ -> y·Λ",
                                    Actions.identity("x2", 1),
                                    Actions.right("x2"),
                                    Actions::movedRight),
                            of(
                                    "substitution",
                                    "x1·Λ -> Λ⁻¹·y",
                                    Actions.identity("x1", 0),
                                    Actions.right("x1"),
                                    Actions::undoneLeft))),
            entry(
                    Reductions.LOG_SUM_EXP.name(),
                    List.of(of(
                            "shift", "x + λ -> y + λ", Actions.zero(), ReductionActions::shift, Actions::translated))),
            entry(
                    Reductions.SOFTMAX.name(),
                    List.of(
                            of(
                                    "shift",
                                    "row i of x + λ[i] -> y",
                                    Actions.zeroPerRow("x"),
                                    Actions.translate("x"),
                                    Actions::fixed),
                            of(
                                    "tilt",
                                    "x + λ -> y·exp λ / (1 + sum of y·(exp λ − 1)) by row, λ of x's shape",
                                    Actions.zeroPerEntry("x"),
                                    ReductionActions::shiftEach,
                                    ReductionActions::tilted))),
            entry(
                    Reductions.VECTOR_NORM.name(),
                    List.of(
                            of("homogeneity", "λ·x -> λ·y, λ > 0", Actions.one(), Actions.scale("x"), Actions::scaled),
                            of(
                                            "rotation",
                                            "(I − S)⁻¹·(I + S)·x -> y, S skew with the entries λ",
                                            ReductionActions::skewZero,
                                            ReductionActions::rotate,
                                            Actions::fixed)
                                    .where(at -> at.arguments().get("x").size() > 1))),
            entry(
                    Statistics.VAR.name(),
                    List.of(
                            of("shift", "x + λ -> y", Actions.zero(), ReductionActions::shift, Actions::fixed),
                            of("homogeneity", "λ·x -> λ²·y", Actions.one(), Actions.scale("x"), Actions::scaledTwice),
                            of(
                                            "rotation",
                                            "(I − S)⁻¹·(I + S)·x -> y, S skew with the entries λ, made to vanish on constant vectors",
                                            ReductionActions::skewZero,
                                            ReductionActions::rotateAboutTheMean,
                                            Actions::fixed)
                                    .where(at -> at.arguments().get("x").size() > 1))),
            entry(
                    Statistics.LAYER_NORMALIZATION.name(),
                    List.of(
                            of(
                                    "shift",
                                    "row i of x + λ[i] -> y",
                                    Actions.zeroPerRow("x"),
                                    Actions.translate("x"),
                                    Actions::fixed),
                            of(
                                    "homogeneity",
                                    "(λ·scale, λ·bias) -> λ·y",
                                    Actions.one(),
                                    Actions.scale("scale", "bias"),
                                    Actions::scaled),
                            of(
                                    "bias shift",
                                    "bias + λ -> each row of y + λ",
                                    Actions.zeroPerEntry("bias"),
                                    Actions.translate("bias"),
                                    ReductionActions::eachRowTranslated),
                            of(
                                    "column scaling",
                                    "(λ[j]·scale[j], λ[j]·bias[j]) -> λ[j]·column j of y",
                                    ReductionActions::onePerColumn,
                                    ReductionActions::scaleAffine,
                                    ReductionActions::columnsScaled),
                            of(
                                            "row scaling",
                                            "λ[i]·row i of x -> y, λ > 0, where epsilon is 0",
                                            Actions.onePerRow("x"),
                                            ReductionActions::scaleRows,
                                            Actions::fixed)
                                    .where(at -> at.parameters().real("epsilon") == 0))),
            entry(
                    Networks.TANH.name(),
                    List.of(
                            of(
                                    "last-layer action",
                                    "(Λ·w2, Λ·b2) -> Λ·y",
                                    Actions.identity("w2", 0),
                                    Actions.left("w2", "b2"),
                                    Actions::movedLeft),
                            of(
                                    "output shift",
                                    "b2 + λ -> y + λ",
                                    Actions.zeroPerEntry("b2"),
                                    Actions.translate("b2"),
                                    Actions::translated),
                            compensation())),
            entry(
                    Networks.RELU.name(),
                    List.of(
                            of(
                                    "homogeneity",
                                    "(λ·w1, λ·w2) -> λ²·y, λ > 0",
                                    Actions.one(),
                                    Actions.scale("w1", "w2"),
                                    Actions::scaledTwice),
                            of(
                                    "rescaling",
                                    "(λ[i]·row i of w1, column i of w2 / λ[i]) -> y, λ > 0",
                                    Actions.onePerRow("w1"),
                                    NetworkActions::rescale,
                                    Actions::fixed),
                            of(
                                    "last-layer action",
                                    "Λ·w2 -> Λ·y",
                                    Actions.identity("w2", 0),
                                    Actions.left("w2"),
                                    Actions::movedLeft),
                            of(
                                    "orthogonal shift",
                                    "w1 + Λ·(I − x·xᵀ/xᵀ·x) -> y, Λ of w1's shape",
                                    Actions.zeroPerEntry("w1"),
                                    NetworkActions.shiftOrthogonally("w1", "x"),
                                    Actions::fixed))),
            entry(
                    LastLayers.LINEAR.name(),
                    List.of(
                            of(
                                    "last-layer action",
                                    "Λ·w -> Λ·y",
                                    Actions.identity("w", 0),
                                    Actions.left("w"),
                                    Actions::movedLeft),
                            of(
                                    "orthogonal shift",
                                    "w + Λ·(I − h·hᵀ/hᵀ·h) -> y, Λ of w's shape",
                                    Actions.zeroPerEntry("w"),
                                    NetworkActions.shiftOrthogonally("w", "h"),
                                    Actions::fixed))));

    private Equivariances() {}

    /** The equivariances of a function or, where it is an objective, of its model; in an order that stays. */
    public static List<Equivariance> of(Definition function) {
        String model =
                function.composed().map(composed -> composed.model().name()).orElse(function.name());
        return Stream.of(
                        ALL,
                        ElementwiseEquivariances.ALL,
                        VectorEquivariances.ALL,
                        MatrixEquivariances.ALL,
                        LayerEquivariances.ALL,
                        ArchitectureEquivariances.ALL)
                .flatMap(table -> table.getOrDefault(model, List.of()).stream())
                .toList();
    }

    /** Weights of the first layer that move, and the bias that makes up for it at the data x. */
    static Equivariance compensation() {
        return of(
                "compensation",
                "(w1 + Λ, b1 − Λ·x) -> y, Λ of w1's shape",
                Actions.zeroPerEntry("w1"),
                NetworkActions::compensate,
                Actions::fixed);
    }

    static Equivariance of(
            String name,
            String text,
            Function<Point, List<Double>> identity,
            Equivariance.Phi phi,
            Equivariance.Psi psi) {
        return new Equivariance(name, text, identity, phi, psi, at -> true);
    }
}
