package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/**
 * Normalisations beyond that of layers: x less its mean over the root of its variance, both taken over the entries of one
 * block, be it a batch, an instance or a group of channels; and what is divided by a norm alone.
 */
final class Normalisations {
    private static final Set<Capability> ROOT = Set.of(Capability.DIVISION, Capability.ROOT);
    private static final Map<String, List<Double>> EPSILON = Map.of("epsilon", List.of(0.0, Statistics.EPSILON));
    private static final Map<String, List<Double>> POSITIVE_EPSILON = Map.of("epsilon", List.of(Statistics.EPSILON));

    /** What is normalised has entries in each block that are so far apart. */
    private static final double SPREAD = 0.5;

    static final List<Definition> ALL = List.of(
            normalisation(
                    "BatchNormalization.training",
                    "x (n+2, c), scale (c), bias (c) -> x by column, less its mean, over its deviation, ·scale + bias, (n+2, c)",
                    (shape, p) -> o -> o % shape.getLast(),
                    shape -> o -> o % shape.getLast(),
                    POSITIVE_EPSILON),
            Signature.define(
                    "BatchNormalization",
                    "x (n, c), scale (c), bias (c), data mean (c), data var (c) positive"
                            + " -> (x - mean) / sqrt(var + epsilon)·scale + bias by column, (n, c)",
                    ROOT,
                    Stability.NORMWISE,
                    Normalisations::byGivenStatistics,
                    POSITIVE_EPSILON),
            normalisation(
                    "InstanceNormalization",
                    "x (c, n+2), scale (c), bias (c) -> x by channel, less its mean, over its deviation, ·scale + bias,"
                            + " (c, n+2)",
                    (shape, p) -> o -> o / shape.getLast(),
                    shape -> o -> o / shape.getLast(),
                    EPSILON),
            normalisation(
                    "GroupNormalization",
                    "x (2c, n+1), scale (2c), bias (2c) -> x by group of channels, less its mean, over its deviation,"
                            + " ·scale + bias by channel, (2c, n+1)",
                    (shape, p) -> o -> o / (Array.size(shape) / p.whole("groups")),
                    shape -> o -> o / shape.getLast(),
                    Map.of("epsilon", EPSILON.get("epsilon"), "groups", List.of(1L, 2L))),
            Signature.define(
                    "RMSNormalization",
                    "x (r, n+1), scale (n+1) -> x over the root of its mean square + epsilon, by row, ·scale, (r, n+1)",
                    ROOT,
                    Stability.ROWWISE,
                    Normalisations::byMeanSquare,
                    EPSILON),
            Signature.define(
                    "LpNormalization",
                    "x (r, n+1) -> x over its Euclidean norm, by row, (r, n+1)",
                    ROOT,
                    Stability.ROWWISE,
                    new OfRows("x")),
            Signature.define(
                    "weight_norm",
                    "v (m, n+1), g (m) -> g[i] times row i of v over its Euclidean norm, (m, n+1)",
                    ROOT,
                    Stability.ROWWISE,
                    Normalisations::weight),
            Signature.define(
                    "LRN",
                    "x (c, n) moderate -> x / (bias + alpha·the mean of x² over three channels, 0 beyond the ends)^beta,"
                            + " (c, n)",
                    Set.of(Capability.DIVISION, Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Normalisations::acrossChannels,
                    Map.of("alpha", List.of(0.5, 2.0), "beta", List.of(0.75), "bias", List.of(1.0, 2.0))));

    private Normalisations() {}

    /** To which block, or to which scale, the entry at an offset belongs. */
    private interface Blocks {
        IntUnaryOperator of(List<Integer> shape, Parameters parameters);
    }

    private interface Channels {
        IntUnaryOperator of(List<Integer> shape);
    }

    private static Definition normalisation(
            String name,
            String text,
            Blocks blocks,
            Channels channels,
            Map<String, ? extends List<? extends Number>> parameters) {
        return Signature.define(
                name,
                text,
                ROOT,
                Stability.NORMWISE,
                new Standardised(blocks, channels),
                parameters,
                point -> isSpread(blocks, point));
    }

    private static boolean isSpread(Blocks blocks, Point point) {
        Array<Double> x = point.arguments().get("x");
        IntUnaryOperator block = blocks.of(x.shape(), point.parameters());
        return members(block, x.size()).stream().allMatch(block0 -> {
            var statistics = block0.stream().mapToDouble(x::get).summaryStatistics();
            return statistics.getMax() - statistics.getMin() >= SPREAD;
        });
    }

    /** The offsets of each block. */
    private static List<List<Integer>> members(IntUnaryOperator block, int size) {
        int blocks = IntStream.range(0, size).map(block).max().orElseThrow() + 1;
        return IntStream.range(0, blocks)
                .mapToObj(b -> IntStream.range(0, size)
                        .filter(o -> block.applyAsInt(o) == b)
                        .boxed()
                        .toList())
                .toList();
    }

    /** (x − mean) / √(variance + epsilon) by block, times scale, plus bias. */
    private record Standardised(Blocks blocks, Channels channels) implements Formula {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
            Array<E> x = in.get("x");
            E epsilon = algebra.of(parameters.real("epsilon"));
            List<E> standardised = new ArrayList<>(x.entries());
            for (List<Integer> block : members(blocks.of(x.shape(), parameters), x.size())) {
                List<E> residuals =
                        Statistics.residuals(algebra, block.stream().map(x::get).toList());
                E variance = algebra.over(Products.dot(algebra, residuals, residuals), algebra.of((long) block.size()));
                E deviation = algebra.sqrt(algebra.plus(variance, epsilon));
                for (int i = 0; i < block.size(); i++) {
                    standardised.set(block.get(i), algebra.over(residuals.get(i), deviation));
                }
            }
            return affine(algebra, in, new Array<>(x.shape(), standardised), channels.of(x.shape()));
        }
    }

    private static <E> Array<E> affine(Algebra<E> algebra, Arguments<E> in, Array<E> y, IntUnaryOperator channel) {
        return Array.build(
                y.shape(),
                o -> algebra.plus(
                        algebra.times(y.get(o), in.get("scale").get(channel.applyAsInt(o))),
                        in.get("bias").get(channel.applyAsInt(o))));
    }

    private static <E> Array<E> byGivenStatistics(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int columns = x.dimension(1);
        E epsilon = algebra.of(parameters.real("epsilon"));
        Array<E> deviation = in.get("var").map(v -> algebra.sqrt(algebra.plus(v, epsilon)));
        Array<E> standardised = Array.build(x.shape(), o -> {
            E residual = algebra.minus(x.get(o), in.get("mean").get(o % columns));
            return algebra.over(residual, deviation.get(o % columns));
        });
        return affine(algebra, in, standardised, o -> o % columns);
    }

    private static <E> Array<E> byMeanSquare(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> y = byMeanSquare(algebra, in.get("x"), parameters.real("epsilon"));
        return Array.matrix(
                y.dimension(0),
                y.dimension(1),
                (i, j) -> algebra.times(y.get(i, j), in.get("scale").get(j)));
    }

    /** Each row of x over √(mean square + epsilon). */
    static <E> Array<E> byMeanSquare(Algebra<E> algebra, Array<E> x, double epsilon) {
        E n = algebra.of((long) x.dimension(1));
        List<E> roots = IntStream.range(0, x.dimension(0))
                .mapToObj(i -> algebra.over(Products.dot(algebra, x.row(i), x.row(i)), n))
                .map(square -> algebra.sqrt(algebra.plus(square, algebra.of(epsilon))))
                .toList();
        return Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> algebra.over(x.get(i, j), roots.get(i)));
    }

    /** Each row of an argument over its Euclidean norm. */
    private record OfRows(String name) implements Formula {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
            Array<E> x = in.get(name);
            List<E> norms = IntStream.range(0, x.dimension(0))
                    .mapToObj(i -> algebra.sqrt(Products.dot(algebra, x.row(i), x.row(i))))
                    .toList();
            return Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> algebra.over(x.get(i, j), norms.get(i)));
        }
    }

    private static <E> Array<E> weight(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> directions = new OfRows("v").apply(algebra, in, parameters);
        return Array.matrix(
                directions.dimension(0),
                directions.dimension(1),
                (i, j) -> algebra.times(in.get("g").get(i), directions.get(i, j)));
    }

    private static <E> Array<E> acrossChannels(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> squares = x.map(entry -> algebra.times(entry, entry));
        E share = algebra.over(algebra.of(parameters.real("alpha")), algebra.of(3L));
        E beta = algebra.of(parameters.real("beta"));
        return Array.matrix(x.dimension(0), x.dimension(1), (i, j) -> {
            List<E> near = squares.column(j).subList(Math.max(i - 1, 0), Math.min(i + 2, x.dimension(0)));
            E base = algebra.plus(algebra.of(parameters.real("bias")), algebra.times(share, algebra.sum(near)));
            return algebra.over(x.get(i, j), algebra.pow(base, beta));
        });
    }
}
