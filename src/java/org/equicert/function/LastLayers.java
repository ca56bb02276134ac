package org.equicert.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** A network's last layer y = w·h for given features h, and its softmax cross-entropy (T.Cor3). */
public final class LastLayers {
    /** linear: w (m, h), data h (h) ↦ w·h (m). */
    public static final Definition LINEAR = new Definition(
            "linear",
            "w (m, h), data h (h) -> w·h, (m)",
            Set.of(),
            Stability.COMPONENTWISE,
            List.of("w"),
            LastLayers::linear,
            LastLayers::linearPoint,
            Optional.empty());

    /**
     * linear.softmax_cross_entropy: w (m, h), data h (h), parameter label in 0..m−1 ↦ −log softmax(w·h)[label], a scalar.
     * A stable algorithm shifts by the largest of w·h, so each row of w may move by a multiple of another.
     */
    public static final Definition SOFTMAX_CROSS_ENTROPY = new Definition(
            "linear.softmax_cross_entropy",
            "w (m, h), data h (h), label -> -log softmax(w·h)[label], scalar",
            Set.of(Capability.ELEMENTARY),
            Stability.NORMWISE,
            LINEAR.wrt(),
            LastLayers::softmaxCrossEntropyOfLinear,
            LastLayers::softmaxCrossEntropyPoint,
            Optional.of(new Definition.Composed(LINEAR, LastLayers::softmaxCrossEntropy)));

    private LastLayers() {}

    private static <E> Array<E> linear(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Products.multiply(algebra, in.get("w"), in.get("h"));
    }

    private static <E> Array<E> softmaxCrossEntropyOfLinear(
            Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return softmaxCrossEntropy(algebra, in.with("y", linear(algebra, in, parameters)), parameters);
    }

    /** log Σ exp yᵢ − y[label], which is −log softmax(y)[label]. */
    private static <E> Array<E> softmaxCrossEntropy(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> y = in.get("y").entries();
        return Array.scalar(algebra.minus(Reductions.logSumExp(algebra, y), y.get(parameters.whole("label"))));
    }

    private static Point linearPoint(int size, RandomGenerator random) {
        return point(Parameters.NONE, Draw.dimension(size, random), Draw.dimension(size, random), random);
    }

    /** Two classes or more: with one the loss is constant. */
    private static Point softmaxCrossEntropyPoint(int size, RandomGenerator random) {
        int m = 1 + Draw.dimension(size, random);
        return point(Parameters.of("label", (long) random.nextInt(m)), m, Draw.dimension(size, random), random);
    }

    private static Point point(Parameters parameters, int m, int h, RandomGenerator random) {
        return new Point(parameters, Arguments.of("w", Draw.array(random, m, h)).with("h", Draw.array(random, h)));
    }
}
