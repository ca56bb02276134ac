package org.equicert.fast;

import static org.equicert.fast.Elementwise.RELU;
import static org.equicert.fast.Elementwise.TANH;

import java.util.List;

/** Layers and networks of two layers, and their losses. */
public final class Networks {
    private Networks() {}

    /**
     * w·h for w of shape (m, n) and h of shape (n).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model linear(List<Integer> w, List<Integer> h) {
        return Model.of(w, h, List.of(w.getFirst()), layer("w", w, "h", h));
    }

    /**
     * w2·relu(w1·x) for w1 of shape (h, d), w2 of shape (m, h) and x of shape (d).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model relu(List<Integer> w1, List<Integer> w2, List<Integer> x) {
        Contraction first = layer("w1", w1, "x", x);
        Contraction second = layer("w2", w2, "w1·x", w1.subList(0, 1));
        return new Model(List.of(w1, w2, x), w2.subList(0, 1), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V hidden = on.map(RELU, on.contract(first, in.get(0), in.get(2)));
                return List.of(on.contract(second, in.get(1), hidden));
            }
        });
    }

    /**
     * w2·tanh(w1·x + b1) + b2 for w1 of shape (h, d), b1 of shape (h), w2 of shape (m, h), b2 of shape (m) and x of
     * shape (d).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model tanh(List<Integer> w1, List<Integer> b1, List<Integer> w2, List<Integer> b2, List<Integer> x) {
        Contraction first = layer("w1", w1, "x", x);
        Contraction second = layer("w2", w2, "b1", b1);
        Model.order(1, "b2", b2);
        Model.equal("rows of w1", w1.getFirst(), "length of b1", b1.getFirst());
        Model.equal("rows of w2", w2.getFirst(), "length of b2", b2.getFirst());
        return new Model(List.of(w1, b1, w2, b2, x), b2, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V hidden = on.map(TANH, on.add(on.contract(first, in.get(0), in.get(4)), in.get(1)));
                return List.of(on.add(on.contract(second, in.get(2), hidden), in.get(3)));
            }
        });
    }

    /** Half the squared distance of {@link #tanh} from target, of shape (m), which is the last input. */
    public static Model squaredLoss(List<List<Integer>> shapes) {
        Model network = tanh(shapes.get(0), shapes.get(1), shapes.get(2), shapes.get(3), shapes.get(4));
        Model.equal("length of b2", network.shape().getFirst(), "length of target", Shapes.size(shapes.get(5)));
        return new Model(shapes, List.of(), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V prediction = network.program().apply(on, in.subList(0, 5)).getFirst();
                return List.of(on.scale(0.5, Reductions.sumOfSquares(on, on.subtract(prediction, in.get(5)))));
            }
        });
    }

    /** −log softmax(w·h)[label] for w of shape (m, h) and h of shape (h). */
    public static Model crossEntropy(List<Integer> w, List<Integer> h, int label) {
        Contraction layer = layer("w", w, "h", h);
        return Model.of(w, h, List.of(), new Binary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V weights, V hidden) {
                return Losses.crossEntropy(on, on.contract(layer, weights, hidden), label);
            }
        });
    }

    static Contraction layer(String matrix, List<Integer> w, String vector, List<Integer> h) {
        Model.order(2, matrix, w);
        Model.order(1, vector, h);
        Model.equal("columns of " + matrix, w.get(1), "length of " + vector, h.getFirst());
        return Contraction.product(w.get(0), w.get(1), 1);
    }
}
