package org.equicert.equivariance;

import static java.util.Map.entry;
import static org.equicert.equivariance.MatrixEquivariances.rows;
import static org.equicert.equivariance.Notation.read;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** The equivariances of single layers: a row for each function. */
final class LayerEquivariances {
    /** What is linear in x alone moves as far as its argument does: K is the identity. */
    private static final List<String> LINEAR = List.of(
            "unfold",
            "fold",
            "AveragePool.1d",
            "AveragePool.2d",
            "AdaptiveAveragePool.1d",
            "AdaptiveAveragePool.2d",
            "Resize.linear",
            "Resize.bilinear",
            "Resize.align_corners",
            "Resize.nearest",
            "Pad.reflect",
            "Pad.edge",
            "Pad.wrap",
            "DepthToSpace",
            "SpaceToDepth",
            "channel_shuffle",
            "embedding",
            "embedding_bag");

    private static final Predicate<Point> ONE_GROUP = at -> at.parameters().whole("groups") == 1;
    private static final Predicate<Point> NO_EPSILON = at -> at.parameters().real("epsilon") == 0;

    static final Map<String, List<Equivariance>> ALL = Stream.of(
                    LINEAR.stream()
                            .map(f -> entry(
                                    f, List.of(VectorEquivariances.additive(f), read("homogeneity: λ·x -> λ·y")))),
                    Stream.of(
                            rows(
                                    "linear.bias",
                                    "left action: Λ·w, Λ·b -> y·Λᵀ",
                                    "reparameterisation: x·Λ, w·Λ⁻ᵀ -> y",
                                    "output shift: b + v -> y + 1·vᵀ"),
                            rows(
                                    "bilinear.bias",
                                    "left action: Λ·w, Λ·b -> y·Λᵀ",
                                    "first reparameterisation: x1·Λ, w·₂Λ⁻ᵀ -> y",
                                    "second reparameterisation: x2·Λ, w·Λ⁻ᵀ -> y",
                                    "output shift: b + v -> y + 1·vᵀ"),
                            rows("PRelu", "row scaling: D·x -> D·y", "column scaling: x·D -> y·D"),
                            entry(
                                    "glu",
                                    List.of(Equivariances.of(
                                            "scaling of values",
                                            "λ·left half of x, entry by entry -> λ·y, entry by entry",
                                            LayerEquivariances::onePerValue,
                                            LayerEquivariances::scaleValues,
                                            LayerEquivariances::scaledEach))),
                            entry(
                                    "Softmax.axis",
                                    List.of(
                                            read("shift: x + λ -> y"),
                                            read(
                                                    "tilt: x + V -> y·exp V / (1 + sum of y·(exp V − 1)) along the axis",
                                                    LayerEquivariances::tilted))),
                            entry(
                                    "LogSoftmax.axis",
                                    List.of(
                                            read("shift: x + λ -> y"),
                                            read(
                                                    "tilt: x + V -> y + V − log(1 + sum of exp y·(exp V − 1)) along the axis",
                                                    LayerEquivariances::logTilted))),
                            rows(
                                    "RNN.cell",
                                    "reparameterisation of x: Λ·x, w·Λ⁻¹ -> y",
                                    "reparameterisation of h: Λ·h, u·Λ⁻¹ -> y"),
                            rows("GRU.cell", "reparameterisation of x: Λ·x, w·Λ⁻¹ -> y"),
                            rows(
                                    "LSTM.cell",
                                    "reparameterisation of x: Λ·x, w·Λ⁻¹ -> y",
                                    "reparameterisation of h: Λ·h, u·Λ⁻¹ -> y"),
                            convolution("Conv.1d", "left action: Λ·w, Λ·b -> Λ·y", "channel action: Λ·x, w·₂Λ⁻¹ -> y"),
                            convolution("Conv.2d", "left action: Λ·w, Λ·b -> Λ·y", "channel action: Λ·x, w·₂Λ⁻¹ -> y"),
                            convolution(
                                    "ConvTranspose.1d",
                                    "left action: Λ·b, w·₂Λᵀ -> Λ·y",
                                    "channel action: Λ·x, Λ⁻ᵀ·w -> y"),
                            convolution(
                                    "ConvTranspose.2d",
                                    "left action: Λ·b, w·₂Λᵀ -> Λ·y",
                                    "channel action: Λ·x, Λ⁻ᵀ·w -> y"),
                            byChannel("MaxPool.1d"),
                            byChannel("MaxPool.2d"),
                            byChannel("AdaptiveMaxPool.1d"),
                            rows("LpPool.1d", "channel scaling: D·x -> D·y"),
                            rows(
                                    "BatchNormalization.training",
                                    "affine scaling: D·scale, D·bias -> y·D",
                                    "bias shift: bias + v -> y + 1·vᵀ",
                                    "shift: x + 1·vᵀ -> y"),
                            rows(
                                    "BatchNormalization",
                                    "affine scaling: D·scale, D·bias -> y·D",
                                    "bias shift: bias + v -> y + 1·vᵀ"),
                            normalisation(
                                    "InstanceNormalization",
                                    "affine scaling: D·scale, D·bias -> D·y",
                                    "bias shift: bias + v -> y + v·1ᵀ",
                                    "shift: x + v·1ᵀ -> y",
                                    "row scaling: D·x -> y"),
                            normalisation(
                                    "GroupNormalization",
                                    "affine scaling: D·scale, D·bias -> D·y",
                                    "bias shift: bias + v -> y + v·1ᵀ",
                                    "shift: x + λ -> y",
                                    "homogeneity: λ·x -> y"),
                            entry(
                                    "RMSNormalization",
                                    List.of(
                                            read("column scaling: D·scale -> y·D"),
                                            read("row scaling: D·x -> y").where(NO_EPSILON))),
                            entry(
                                    "LpNormalization",
                                    List.of(
                                            read("row scaling: D·x -> y"),
                                            read(
                                                    "right action: x·Λ -> y·Λ / √(|y·Λ|² + 1 − |y|²) by row",
                                                    LayerEquivariances::actedOnUnits))),
                            entry(
                                    "weight_norm",
                                    List.of(
                                            read("row scaling: D·v -> y"),
                                            read("scaling: D·g -> D·y"),
                                            read(
                                                    "right action: v·Λ -> y·Λ·|y| / |y·Λ| by row",
                                                    LayerEquivariances::actedOnDirections))),
                            rows(
                                    "cosine_similarity",
                                    "row scaling of x1: D·x1 -> y",
                                    "row scaling of x2: D·x2 -> y",
                                    "reparameterisation: x1·Q, x2·Q -> y"),
                            rows("pairwise_distance", "translation: x1 + V, x2 + V -> y"),
                            rows(
                                    "cdist",
                                    "translation: x1 + 1·vᵀ, x2 + 1·vᵀ -> y",
                                    "rotation: x1·Q, x2·Q -> y",
                                    "homogeneity: λ·x1, λ·x2 -> λ·y"),
                            rows("cdist.1", "translation: x1 + 1·vᵀ, x2 + 1·vᵀ -> y", "homogeneity: λ·x1, λ·x2 -> λ·y"),
                            rows(
                                    "pdist",
                                    "translation: x + 1·vᵀ -> y",
                                    "rotation: x·Q -> y",
                                    "homogeneity: λ·x -> λ·y"),
                            rows("SoftmaxCrossEntropyLoss.smoothed", "shift: x + λ -> y"),
                            rows("SoftmaxCrossEntropyLoss.weighted", "shift: x + v·1ᵀ -> y"),
                            rows(
                                    "SoftmaxCrossEntropyLoss.shares",
                                    "shift: x + v·1ᵀ -> y",
                                    "homogeneity: λ·target -> λ·y"),
                            entry(
                                    "loss.kl_div.log_target",
                                    List.of(read(
                                            "common shift: x + λ, target + λ -> exp λ·y",
                                            MatrixEquivariances::scaledByExponential)))))
            .flatMap(rows -> rows)
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

    private LayerEquivariances() {}

    /** Output channels may be mixed, and so may the channels of x, where there is one group. */
    private static Map.Entry<String, List<Equivariance>> convolution(String function, String left, String channels) {
        return entry(
                function,
                List.of(
                        read(left).where(ONE_GROUP),
                        read(channels).where(ONE_GROUP),
                        read("rescaling: λ·x, λ⁻¹·w -> y"),
                        read("homogeneity: λ·w, λ·b -> λ·y"),
                        read("output shift: b + v -> y + v·1ᵀ")));
    }

    private static Map.Entry<String, List<Equivariance>> byChannel(String function) {
        return rows(function, "channel shift: x + v·1ᵀ -> y + v·1ᵀ", "channel scaling: D·x -> D·y");
    }

    /** The last row holds where epsilon is 0. */
    private static Map.Entry<String, List<Equivariance>> normalisation(
            String function, String affine, String bias, String shift, String scaling) {
        return entry(
                function,
                List.of(read(affine), read(bias), read(shift), read(scaling).where(NO_EPSILON)));
    }

    private static List<Double> onePerValue(Point at) {
        return Collections.nCopies(at.arguments().get("x").size() / 2, 1.0);
    }

    private static <E> Arguments<E> scaleValues(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Array<E> x = in.get("x");
        int half = x.dimension(1) / 2;
        return in.with(
                "x",
                Array.matrix(
                        x.dimension(0),
                        2 * half,
                        (i, j) -> j < half ? algebra.times(lambda.get(i * half + j), x.get(i, j)) : x.get(i, j)));
    }

    private static <E> Array<E> scaledEach(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.zip(new Array<>(y.shape(), lambda), algebra::times);
    }

    private static <E> Array<E> tilted(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return ReductionActions.tilted(algebra, y, lambda, at.parameters().whole("axis"));
    }

    private static <E> Array<E> logTilted(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return ReductionActions.logTilted(algebra, y, lambda, at.parameters().whole("axis"));
    }

    /**
     * y·Λ / √(|y·Λ|² + 1 − |y|²) by row. Where the rows of y have length 1, as those of normalised x have, they keep it; but
     * unlike y·Λ / |y·Λ| that is invertible in y, so that positions are good.
     */
    private static <E> Array<E> actedOnUnits(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        Array<E> moved = Products.multiply(algebra, y, Actions.square(lambda));
        return Array.matrix(y.dimension(0), y.dimension(1), (i, j) -> {
            E missing = algebra.minus(algebra.one(), square(algebra, y, i));
            E length = algebra.sqrt(algebra.plus(square(algebra, moved, i), missing));
            return algebra.over(moved.get(i, j), length);
        });
    }

    /** y·Λ by row, each as long as it was. */
    private static <E> Array<E> actedOnDirections(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        Array<E> moved = Products.multiply(algebra, y, Actions.square(lambda));
        return Array.matrix(y.dimension(0), y.dimension(1), (i, j) -> {
            E longer = algebra.over(square(algebra, moved, i), square(algebra, y, i));
            return algebra.over(moved.get(i, j), algebra.sqrt(longer));
        });
    }

    /** The squared length of row i. */
    private static <E> E square(Algebra<E> algebra, Array<E> x, int i) {
        return Products.dot(algebra, x.row(i), x.row(i));
    }
}
