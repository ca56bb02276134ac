package org.equicert.fast;

import java.util.List;

/** Scaled dot-product attention, of one head or of several side by side. */
public final class Attention {
    private Attention() {}

    /**
     * Softmax of q·kᵀ/√d by row, times v, for q of shape (n, d), k of shape (m, d) and v of shape (m, e).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model plain(List<Integer> q, List<Integer> k, List<Integer> v) {
        Step step = Step.of(q, k, v);
        return new Model(List.of(q, k, v), step.shape(), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                return List.of(step.mix(on, step.score(on, in.get(0), in.get(1)), in.get(2)));
            }
        });
    }

    /** The same with a mask of shape (n, m), the last input, added to q·kᵀ/√d. */
    public static Model biased(List<Integer> q, List<Integer> k, List<Integer> v, List<Integer> mask) {
        Step step = Step.of(q, k, v);
        Model.equal("rows of q times rows of k", q.getFirst() * k.getFirst(), "entries of mask", Shapes.size(mask));
        return new Model(List.of(q, k, v, mask), step.shape(), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V scores = on.add(step.score(on, in.get(0), in.get(1)), in.get(3));
                return List.of(step.mix(on, scores, in.get(2)));
            }
        });
    }

    /**
     * Heads side by side, times oᵀ: of x of shape (n, d), with w of shape (3h, d), which makes q, k and v one beside the
     * other, and o of shape (m, h); a head has its share of the h columns of each.
     *
     * @throws ShapeException if the shapes are not of that form, or the heads do not share h
     */
    public static Model ofHeads(List<Integer> x, List<Integer> w, List<Integer> o, int heads) {
        Model.order(2, "o", o);
        int width = o.get(1);
        Model.equal("rows of w", w.getFirst(), "three times the columns of o", 3 * width);
        if (heads < 1 || width % heads != 0) {
            throw new ShapeException(heads + " heads cannot share " + width + " columns");
        }
        Einsum all = Einsum.of("ij,kj->ik", x, w);
        int n = x.getFirst();
        Einsum part = Einsum.of("nph,p->nh", List.of(n, 3, width), List.of(3));
        Step step = Step.of(n, n, heads, width / heads, width / heads);
        Einsum out = Einsum.of("ij,kj->ik", part.shape(), o);
        return new Model(List.of(x, w, o), out.shape(), new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V made = on.contract(all.contraction(), in.get(0), in.get(1));
                V q = on.contract(part.contraction(), made, on.of(1, 0, 0));
                V k = on.contract(part.contraction(), made, on.of(0, 1, 0));
                V v = on.contract(part.contraction(), made, on.of(0, 0, 1));
                return List.of(on.contract(out.contraction(), step.mix(on, step.score(on, q, k), v), in.get(2)));
            }
        });
    }

    /**
     * Queries of shape (n, heads, d), keys of shape (m, heads, d) and values of shape (m, heads, e).
     *
     * @param scores from queries and keys to shape (heads, n, m)
     * @param mixture from that and the values to shape (n, heads, e)
     * @param d entries of a query
     */
    private record Step(Einsum scores, Einsum mixture, int d) {
        static Step of(List<Integer> q, List<Integer> k, List<Integer> v) {
            Model.order(2, "q", q);
            Model.order(2, "k", k);
            Model.order(2, "v", v);
            Model.equal("columns of q", q.get(1), "columns of k", k.get(1));
            Model.equal("rows of k", k.getFirst(), "rows of v", v.getFirst());
            return of(q.getFirst(), k.getFirst(), 1, q.get(1), v.get(1));
        }

        static Step of(int n, int m, int heads, int d, int e) {
            Einsum scores = Einsum.of("nhd,mhd->hnm", List.of(n, heads, d), List.of(m, heads, d));
            Einsum mixture = Einsum.of("hnm,mhe->nhe", scores.shape(), List.of(m, heads, e));
            return new Step(scores, mixture, d);
        }

        /** That of the mixture, the heads side by side. */
        List<Integer> shape() {
            List<Integer> shape = mixture.shape();
            return List.of(shape.get(0), shape.get(1) * shape.get(2));
        }

        <V> V score(Arithmetic<V> on, V q, V k) {
            return on.scale(1 / Math.sqrt(d), on.contract(scores.contraction(), q, k));
        }

        <V> V mix(Arithmetic<V> on, V scores, V v) {
            int rows = this.scores.shape().get(0) * this.scores.shape().get(1);
            return on.contract(mixture.contraction(), Reductions.rowSoftmax(on, rows, scores), v);
        }
    }
}
