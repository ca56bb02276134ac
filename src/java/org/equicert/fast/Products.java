package org.equicert.fast;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Models that are products of their inputs: one contraction, or one after the other. */
public final class Products {
    private Products() {}

    /**
     * The matrix product of x1, of shape (n, k), and x2, of shape (k, m).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model product(List<Integer> x1, List<Integer> x2) {
        Model.order(2, "x1", x1);
        Model.order(2, "x2", x2);
        Model.equal("columns of x1", x1.get(1), "rows of x2", x2.get(0));
        return Model.of(x1, x2, List.of(x1.get(0), x2.get(1)), Contraction.product(x1.get(0), x1.get(1), x2.get(1)));
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
        Model.equal("slot " + k + " of a", n, "the last dimension of b", b.getLast());
        List<Integer> s = a.subList(0, k - 1);
        List<Integer> t = a.subList(k, a.size());
        List<Integer> u = b.subList(0, b.size() - 1);
        Contraction f = Contraction.composition(Shapes.size(s), n, Shapes.size(t), Shapes.size(u));
        return Model.of(a, b, Shapes.concatenation(s, u, t), f);
    }

    /**
     * One contraction of what there is so far, at first the first input.
     *
     * @param formula as in {@link Einsum}
     * @param operand the position of the input that is the second operand; −1 for the scalar 1
     */
    public record Step(String formula, int operand) {}

    /**
     * The steps, one after the other.
     *
     * @throws ShapeException if the shapes do not fit the steps
     */
    public static Model chain(List<List<Integer>> shapes, List<Step> steps) {
        List<Integer> shape = shapes.getFirst();
        List<Contraction> contractions = new ArrayList<>();
        for (Step step : steps) {
            Einsum einsum = Einsum.of(step.formula, shape, step.operand < 0 ? List.of() : shapes.get(step.operand));
            contractions.add(einsum.contraction());
            shape = einsum.shape();
        }
        return new Model(shapes, shape, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V result = in.getFirst();
                for (int i = 0; i < steps.size(); i++) {
                    int operand = steps.get(i).operand;
                    result = on.contract(contractions.get(i), result, operand < 0 ? on.of(1) : in.get(operand));
                }
                return List.of(result);
            }
        });
    }

    /** The n-th power of a square matrix, n ≥ 1. */
    public static Model power(List<Integer> x, int n) {
        return chain(List.of(x), Collections.nCopies(n - 1, new Step("ij,jk->ik", 0)));
    }

    /** a·b/2 + 2·c */
    public static Model gemm(List<List<Integer>> shapes) {
        Einsum ab = Einsum.of("ij,jk->ik", shapes.get(0), shapes.get(1));
        return new Model(shapes, ab.shape(), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V product = on.contract(ab.contraction(), in.get(0), in.get(1));
                return List.of(on.add(on.scale(0.5, product), on.scale(2, in.get(2))));
            }
        });
    }
}
