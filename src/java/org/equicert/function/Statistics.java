package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Variance and layer normalisation, in two passes: the mean first, then the squares of what is left. */
public final class Statistics {
    /** var: x (n), parameter correction (0 or 1) ↦ Σ(xᵢ − mean)² / (n − correction), a scalar. */
    public static final Definition VAR = new Definition(
            "var",
            "x (n), correction -> sum of (x[i] - mean)^2 over n - correction, scalar",
            Set.of(Capability.DIVISION),
            Stability.ROWWISE,
            List.of("x"),
            Statistics::variance,
            Statistics::variancePoint,
            Optional.empty());

    /**
     * LayerNormalization: x (r, n), scale (n), bias (n), parameter epsilon ≥ 0 ↦ (r, n), each row
     * (x − mean) / √(variance + epsilon) · scale + bias.
     */
    public static final Definition LAYER_NORMALIZATION = new Definition(
            "LayerNormalization",
            "x (r, n), scale (n), bias (n), epsilon -> (x - mean) / sqrt(variance + epsilon)·scale + bias by row, (r, n)",
            Set.of(Capability.DIVISION, Capability.ROOT),
            Stability.ROWWISE,
            List.of("x", "scale", "bias"),
            Statistics::layerNormalization,
            Statistics::layerNormalizationPoint,
            Optional.empty());

    /** The epsilon that points have unless it is 0; a power of two, so that every precision holds it. */
    static final double EPSILON = 0x1p-17;

    private Statistics() {}

    private static <E> Array<E> variance(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        List<E> residuals = residuals(algebra, x);
        return Array.scalar(algebra.over(
                Products.dot(algebra, residuals, residuals),
                algebra.of((long) x.size() - parameters.whole("correction"))));
    }

    private static <E> Array<E> layerNormalization(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        E epsilon = algebra.of(parameters.real("epsilon"));
        E n = algebra.of((long) x.dimension(1));
        List<E> normalized = new ArrayList<>(x.size());
        for (int i = 0; i < x.dimension(0); i++) {
            List<E> residuals = residuals(algebra, x.row(i));
            E variance = algebra.over(Products.dot(algebra, residuals, residuals), n);
            E deviation = algebra.sqrt(algebra.plus(variance, epsilon));
            residuals.forEach(residual -> normalized.add(algebra.over(residual, deviation)));
        }
        List<E> scale = in.get("scale").entries();
        List<E> bias = in.get("bias").entries();
        return Array.build(x.shape(), o -> {
            int j = o % x.dimension(1);
            return algebra.plus(algebra.times(normalized.get(o), scale.get(j)), bias.get(j));
        });
    }

    /** xᵢ − mean. */
    static <E> List<E> residuals(Algebra<E> algebra, List<E> x) {
        E mean = algebra.over(algebra.sum(x), algebra.of((long) x.size()));
        return x.stream().map(entry -> algebra.minus(entry, mean)).toList();
    }

    private static Point variancePoint(int size, RandomGenerator random) {
        int n = Draw.length(size, random);
        long correction = n == 1 ? 0 : random.nextInt(2);
        return new Point(Parameters.of("correction", correction), Arguments.of("x", Draw.spread(random, n)));
    }

    /** Rows of 3 or more; of 2 now and then, where the derivative in x all but vanishes. */
    private static Point layerNormalizationPoint(int size, RandomGenerator random) {
        double epsilon = random.nextInt(3) == 0 ? 0 : EPSILON;
        return Draw.until(
                () -> {
                    int n = random.nextInt(6) == 0 ? 2 : Draw.between(3, size + 2, random);
                    int r = Draw.between(1, (size + 1) / 2, random);
                    return new Point(
                            Parameters.of("epsilon", epsilon),
                            Arguments.of("x", Draw.spread(random, r, n))
                                    .with("scale", Draw.array(random, n))
                                    .with("bias", Draw.array(random, n)));
                },
                point -> point.arguments().flatten(LAYER_NORMALIZATION.wrt()).size() <= Draw.entries(size));
    }
}
