package org.equicert.fast;

import static org.equicert.fast.Elementwise.RELU;
import static org.equicert.fast.Elementwise.TANH;

import java.util.List;

/**
 * A function with one result, for inputs of fixed shapes.
 *
 * @param shapes the inputs' shapes
 * @param shape the result's shape
 * @param program what computes it
 */
public record Model(List<List<Integer>> shapes, List<Integer> shape, Program program) {
    /**
     * The matrix product of x1, of shape (n, k), and x2, of shape (k, m).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model product(List<Integer> x1, List<Integer> x2) {
        order(2, "x1", x1);
        order(2, "x2", x2);
        equal("columns of x1", x1.get(1), "rows of x2", x2.get(0));
        return contraction(x1, x2, List.of(x1.get(0), x2.get(1)), Contraction.product(x1.get(0), x1.get(1), x2.get(1)));
    }

    /**
     * Component composition A ∘ₖ B (T.Lem1.2) of A, of shape s ⊕ (n) ⊕ t with n in its k-th slot, and B, of shape
     * u ⊕ (n): the result has shape s ⊕ u ⊕ t.
     *
     * @param k the slot, from 1
     * @throws ShapeException if there is no such slot, or the n differ
     */
    public static Model composition(List<Integer> a, int k, List<Integer> b) {
        if (k < 1 || k > a.size()) {
            throw new ShapeException("a of shape " + a + " has no slot " + k);
        }
        if (b.isEmpty()) {
            throw new ShapeException("b is a scalar: it has no last dimension to fill slot " + k + " of a with");
        }
        int n = a.get(k - 1);
        equal("slot " + k + " of a", n, "the last dimension of b", b.getLast());
        List<Integer> s = a.subList(0, k - 1);
        List<Integer> t = a.subList(k, a.size());
        List<Integer> u = b.subList(0, b.size() - 1);
        Contraction f = Contraction.composition(Shapes.size(s), n, Shapes.size(t), Shapes.size(u));
        return contraction(a, b, Shapes.concatenation(s, u, t), f);
    }

    /**
     * w·h for w of shape (m, n) and h of shape (n).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model linear(List<Integer> w, List<Integer> h) {
        return contraction(w, h, List.of(w.getFirst()), layer("w", w, "h", h));
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
        order(1, "b2", b2);
        equal("rows of w1", w1.getFirst(), "length of b1", b1.getFirst());
        equal("rows of w2", w2.getFirst(), "length of b2", b2.getFirst());
        return new Model(List.of(w1, b1, w2, b2, x), b2, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V hidden = on.map(TANH, on.add(on.contract(first, in.get(0), in.get(4)), in.get(1)));
                return List.of(on.add(on.contract(second, in.get(2), hidden), in.get(3)));
            }
        });
    }

    private static Model contraction(List<Integer> a, List<Integer> b, List<Integer> shape, Contraction f) {
        return new Model(List.of(a, b), shape, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                return List.of(on.contract(f, in.get(0), in.get(1)));
            }
        });
    }

    private static Contraction layer(String matrix, List<Integer> w, String vector, List<Integer> h) {
        order(2, matrix, w);
        order(1, vector, h);
        equal("columns of " + matrix, w.get(1), "length of " + vector, h.getFirst());
        return Contraction.product(w.get(0), w.get(1), 1);
    }

    private static void order(int order, String name, List<Integer> shape) {
        if (shape.size() != order) {
            throw new ShapeException(name + " has shape " + shape + ", and needs " + order + " dimensions");
        }
    }

    private static void equal(String one, int n, String other, int m) {
        if (n != m) {
            throw new ShapeException(one + " (" + n + ") and " + other + " (" + m + ") differ");
        }
    }
}
