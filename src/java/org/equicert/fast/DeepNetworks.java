package org.equicert.fast;

import static org.equicert.fast.Elementwise.RELU;
import static org.equicert.fast.Elementwise.TANH;

import java.util.ArrayList;
import java.util.List;

/**
 * Networks of several layers; the inputs' shapes come in the order in which they are named.
 *
 * <p>Every method throws {@link ShapeException} if the shapes do not fit each other.
 */
public final class DeepNetworks {
    private DeepNetworks() {}

    /** w3·w2·w1·x. */
    public static Model linear(List<List<Integer>> shapes) {
        List<Contraction> layers = layers(shapes.subList(0, 3), shapes.get(3));
        return new Model(shapes, shapes.get(2).subList(0, 1), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V first = on.contract(layers.get(0), in.get(0), in.get(3));
                V second = on.contract(layers.get(1), in.get(1), first);
                return List.of(on.contract(layers.get(2), in.get(2), second));
            }
        });
    }

    /** w3·relu(w2·relu(w1·x)). */
    public static Model relu(List<List<Integer>> shapes) {
        List<Contraction> layers = layers(shapes.subList(0, 3), shapes.get(3));
        return new Model(shapes, shapes.get(2).subList(0, 1), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V first = on.map(RELU, on.contract(layers.get(0), in.get(0), in.get(3)));
                V second = on.map(RELU, on.contract(layers.get(1), in.get(1), first));
                return List.of(on.contract(layers.get(2), in.get(2), second));
            }
        });
    }

    /** w3·tanh(w2·tanh(w1·x + b1) + b2) + b3, of w1, b1, w2, b2, w3, b3 and x. */
    public static Model tanh(List<List<Integer>> shapes) {
        List<Contraction> layers = layers(List.of(shapes.get(0), shapes.get(2), shapes.get(4)), shapes.get(6));
        for (int i = 0; i < 6; i += 2) {
            Model.equal("rows of matrix", shapes.get(i).getFirst(), "length of bias", Shapes.size(shapes.get(i + 1)));
        }
        return new Model(shapes, shapes.get(5), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V first = on.map(TANH, on.add(on.contract(layers.get(0), in.get(0), in.get(6)), in.get(1)));
                V second = on.map(TANH, on.add(on.contract(layers.get(1), in.get(2), first), in.get(3)));
                return List.of(on.add(on.contract(layers.get(2), in.get(4), second), in.get(5)));
            }
        });
    }

    /** w3·(swish(w1·x)·(w2·x)), the inner product entry by entry. */
    public static Model gated(List<List<Integer>> shapes) {
        List<Contraction> layers = layers(List.of(shapes.get(0), shapes.get(2)), shapes.get(3));
        Model.equal("entries of w1", Shapes.size(shapes.get(0)), "entries of w2", Shapes.size(shapes.get(1)));
        return new Model(shapes, shapes.get(2).subList(0, 1), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V gate = Maps.swish(on, on.contract(layers.get(0), in.get(0), in.get(3)));
                V hidden = on.multiply(gate, on.contract(layers.get(0), in.get(1), in.get(3)));
                return List.of(on.contract(layers.get(1), in.get(2), hidden));
            }
        });
    }

    /** z + w4·relu(w3·z) with z = x + w2·relu(w1·x). */
    public static Model residual(List<List<Integer>> shapes) {
        List<Integer> x = shapes.get(4);
        List<Contraction> layers = layers(shapes.subList(0, 4), x);
        Model.equal("rows of w2", shapes.get(1).getFirst(), "length of x", x.getFirst());
        Model.equal("rows of w4", shapes.get(3).getFirst(), "length of x", x.getFirst());
        return new Model(shapes, x, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V first = on.map(RELU, on.contract(layers.get(0), in.get(0), in.get(4)));
                V z = on.add(in.get(4), on.contract(layers.get(1), in.get(1), first));
                V second = on.map(RELU, on.contract(layers.get(2), in.get(2), z));
                return List.of(on.add(z, on.contract(layers.get(3), in.get(3), second)));
            }
        });
    }

    /**
     * w2·(mean over windows of relu(x correlated with w1, plus b1)), for w1 of shape (c, 1, k), b1 of shape (c), w2 of shape
     * (m, c) and x of shape (1, n).
     */
    public static Model convolutional(List<List<Integer>> shapes) {
        List<Integer> w1 = shapes.get(0);
        Model.order(3, "w1", w1);
        int channels = w1.get(0);
        int window = w1.get(2);
        int n = Shapes.size(shapes.get(3));
        int windows = n - window + 1;
        Model.equal("channels of w1", channels, "length of b1", Shapes.size(shapes.get(1)));
        Contraction correlation = new Contraction(
                Shapes.size(w1),
                n,
                Shapes.size(List.of(channels, windows)),
                List.of(
                        new Contraction.Axis(channels, window, 0, windows),
                        new Contraction.Axis(windows, 0, 1, 1),
                        new Contraction.Axis(window, 1, 1, 0)));
        Contraction last = Networks.layer("w2", shapes.get(2), "b1", shapes.get(1));
        return new Model(shapes, shapes.get(2).subList(0, 1), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V sums = on.contract(correlation, in.get(0), in.get(3));
                V hidden = on.map(RELU, on.add(sums, Reductions.spread(on, in.get(1), windows)));
                V means = on.scale(1.0 / windows, Reductions.rowSums(on, channels, hidden));
                return List.of(on.contract(last, in.get(2), means));
            }
        });
    }

    /** x + attention of x·qᵀ, x·kᵀ and x·vᵀ, times oᵀ, of q, k, v, o and x of shape (n, d). */
    public static Model attention(List<List<Integer>> shapes) {
        List<Integer> x = shapes.get(4);
        List<Einsum> asked = shapes.subList(0, 3).stream()
                .map(w -> Einsum.of("ij,kj->ik", x, w))
                .toList();
        Model attention = Attention.plain(
                asked.get(0).shape(), asked.get(1).shape(), asked.get(2).shape());
        Einsum out = Einsum.of("ij,kj->ik", attention.shape(), shapes.get(3));
        Model.equal("entries of x", Shapes.size(x), "entries of what is added", Shapes.size(out.shape()));
        return new Model(shapes, x, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                List<V> qkv = new ArrayList<>();
                for (int i = 0; i < 3; i++) {
                    qkv.add(on.contract(asked.get(i).contraction(), in.get(4), in.get(i)));
                }
                V mixed = attention.program().apply(on, qkv).getFirst();
                return List.of(on.add(in.get(4), on.contract(out.contraction(), mixed, in.get(3))));
            }
        });
    }

    /**
     * z + relu(n(z)·w1ᵀ)·w2ᵀ with z = x + {@linkplain Attention#ofHeads heads} of n(x) by w, times oᵀ, and n(x) = x over
     * the root of its mean square, by row; of x, w, o, w1 and w2.
     */
    public static Model transformer(List<List<Integer>> shapes, int heads) {
        List<Integer> x = shapes.get(0);
        Model attention = Attention.ofHeads(x, shapes.get(1), shapes.get(2), heads);
        Einsum first = Einsum.of("ij,kj->ik", x, shapes.get(3));
        Einsum second = Einsum.of("ij,kj->ik", first.shape(), shapes.get(4));
        Model.equal("entries of x", Shapes.size(x), "entries of what is added", Shapes.size(second.shape()));
        return new Model(shapes, x, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V normal = Rows.overRootMeanSquare(on, x.getFirst(), in.get(0), 0);
                V z = on.add(
                        in.get(0),
                        attention
                                .program()
                                .apply(on, List.of(normal, in.get(1), in.get(2)))
                                .getFirst());
                V again = Rows.overRootMeanSquare(on, x.getFirst(), z, 0);
                V hidden = on.map(RELU, on.contract(first.contraction(), again, in.get(3)));
                return List.of(on.add(z, on.contract(second.contraction(), hidden, in.get(4))));
            }
        });
    }

    /** The products with these matrices, one after the other, beginning with a vector. */
    private static List<Contraction> layers(List<List<Integer>> weights, List<Integer> x) {
        List<Contraction> layers = new ArrayList<>();
        List<Integer> below = x;
        for (List<Integer> w : weights) {
            int number = layers.size() + 1;
            layers.add(Networks.layer("matrix " + number, w, number == 1 ? "x" : "layer " + (number - 1), below));
            below = w.subList(0, 1);
        }
        return layers;
    }
}
