package org.equicert.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Two-layer networks at one input x, which is data: only weights and biases are differentiated. */
public final class Networks {
    /** network.tanh: w1 (h, d), b1 (h), w2 (m, h), b2 (m), data x (d) ↦ w2·tanh(w1·x + b1) + b2 (m). */
    public static final Definition TANH = new Definition(
            "network.tanh",
            "w1 (h, d), b1 (h), w2 (m, h), b2 (m), data x (d) -> w2·tanh(w1·x + b1) + b2, (m)",
            Set.of(Capability.ELEMENTARY),
            Stability.COMPONENTWISE,
            List.of("w1", "b1", "w2", "b2"),
            Networks::tanh,
            Networks::tanhPoint,
            Optional.empty());

    /** network.tanh.squared_loss: the arguments of {@link #TANH} and data target (m) ↦ ½‖f − target‖², a scalar. */
    public static final Definition SQUARED_LOSS = new Definition(
            "network.tanh.squared_loss",
            "as network.tanh, and data target (m) -> half the squared distance from target, scalar",
            TANH.needs(),
            Stability.COMPONENTWISE,
            TANH.wrt(),
            Networks::squaredLossOfTanh,
            Networks::squaredLossPoint,
            Optional.of(new Definition.Composed(TANH, Networks::squaredLoss)));

    /** network.relu: w1 (h, d), w2 (m, h), data x (d) ↦ w2·max(w1·x, 0) (m); homogeneous of degree 2 in the weights. */
    public static final Definition RELU = new Definition(
            "network.relu",
            "w1 (h, d), w2 (m, h), data x (d) -> w2·max(w1·x, 0), (m)",
            Set.of(Capability.ORDER),
            Stability.COMPONENTWISE,
            List.of("w1", "w2"),
            Networks::relu,
            Networks::reluPoint,
            Optional.empty());

    /** How far from its kink every hidden unit of a ReLU network's point is. */
    static final double KINK_DISTANCE = 0x1p-6;

    private Networks() {}

    private static <E> Array<E> tanh(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> hidden =
                affine(algebra, in.get("w1"), in.get("x"), in.get("b1")).map(algebra::tanh);
        return affine(algebra, in.get("w2"), hidden, in.get("b2"));
    }

    private static <E> Array<E> squaredLossOfTanh(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return squaredLoss(algebra, in.with("y", tanh(algebra, in, parameters)), parameters);
    }

    /** ½‖y − target‖². */
    private static <E> Array<E> squaredLoss(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> residuals = in.get("y").zip(in.get("target"), algebra::minus).entries();
        return Array.scalar(algebra.times(algebra.of(0.5), Products.dot(algebra, residuals, residuals)));
    }

    private static <E> Array<E> relu(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> hidden = Products.multiply(algebra, in.get("w1"), in.get("x")).map(algebra::relu);
        return Products.multiply(algebra, in.get("w2"), hidden);
    }

    /** w·x + b. */
    private static <E> Array<E> affine(Algebra<E> algebra, Array<E> w, Array<E> x, Array<E> b) {
        return Products.multiply(algebra, w, x).zip(b, algebra::plus);
    }

    /** Inner weights and data are in (−1, 1), so that few units saturate. */
    private static Point tanhPoint(int size, RandomGenerator random) {
        return Draw.until(
                () -> {
                    int d = Draw.dimension(size, random);
                    int h = Draw.dimension(size, random);
                    int m = Draw.dimension(size, random);
                    return new Point(
                            Parameters.NONE,
                            Arguments.of("w1", half(Draw.array(random, h, d)))
                                    .with("b1", half(Draw.array(random, h)))
                                    .with("w2", Draw.array(random, m, h))
                                    .with("b2", Draw.array(random, m))
                                    .with("x", half(Draw.array(random, d))));
                },
                point -> point.arguments().flatten(TANH.wrt()).size() <= Draw.entries(size));
    }

    private static Point squaredLossPoint(int size, RandomGenerator random) {
        Point point = tanhPoint(size, random);
        int m = point.arguments().get("b2").size();
        return new Point(point.parameters(), point.arguments().with("target", Draw.array(random, m)));
    }

    /** No hidden unit is near its kink, and one at least is active. */
    private static Point reluPoint(int size, RandomGenerator random) {
        return Draw.until(
                () -> {
                    int d = Draw.dimension(size, random);
                    int h = Draw.dimension(size, random);
                    int m = Draw.dimension(size, random);
                    return new Point(
                            Parameters.NONE,
                            Arguments.of("w1", Draw.array(random, h, d))
                                    .with("w2", Draw.array(random, m, h))
                                    .with("x", Draw.array(random, d)));
                },
                point -> point.arguments().flatten(RELU.wrt()).size() <= Draw.entries(size)
                        && awayFromKinks(point.arguments()));
    }

    private static boolean awayFromKinks(Arguments<Double> in) {
        Array<Double> w1 = in.get("w1");
        boolean active = false;
        for (int i = 0; i < w1.dimension(0); i++) {
            double unit = 0;
            for (int j = 0; j < w1.dimension(1); j++) {
                unit += w1.get(i, j) * in.get("x").get(j);
            }
            if (Math.abs(unit) < KINK_DISTANCE) {
                return false;
            }
            active |= unit > 0;
        }
        return active;
    }

    private static Array<Double> half(Array<Double> x) {
        return x.map(entry -> entry / 2);
    }
}
