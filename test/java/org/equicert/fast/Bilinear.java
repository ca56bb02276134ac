package org.equicert.fast;

import java.util.List;
import org.equicert.reference.Tensor;

/**
 * A bilinear map by its definition: the list of its terms a[i]·b[j] in c[o], and exact values and derivatives from that
 * list alone. θ = (a, b).
 */
interface Bilinear {
    /** One term: positions in a, in b and in the result. */
    interface Term {
        void at(int i, int j, int o);
    }

    void forEach(Term term);

    int sizeA();

    int sizeB();

    int sizeC();

    default int parameters() {
        return sizeA() + sizeB();
    }

    /** β(a, b) */
    default long[] value(long[] a, long[] b) {
        long[] c = new long[sizeC()];
        forEach((i, j, o) -> c[o] += a[i] * b[j]);
        return c;
    }

    /** ∇β[v] */
    default long[] jvp(long[] a, long[] b, long[] v) {
        long[] c = new long[sizeC()];
        forEach((i, j, o) -> c[o] += v[i] * b[j] + a[i] * v[sizeA() + j]);
        return c;
    }

    /** ∇⟨c, β⟩ */
    default long[] gradient(long[] a, long[] b, long[] c) {
        long[] gradient = new long[parameters()];
        forEach((i, j, o) -> {
            gradient[i] += c[o] * b[j];
            gradient[sizeA() + j] += c[o] * a[i];
        });
        return gradient;
    }

    /** ∇²⟨c, β⟩[v] */
    default long[] hvp(long[] c, long[] v) {
        long[] product = new long[parameters()];
        forEach((i, j, o) -> {
            product[i] += c[o] * v[sizeA() + j];
            product[sizeA() + j] += c[o] * v[i];
        });
        return product;
    }

    /** ∇²⟨c, β⟩ */
    default long[] hessian(long[] c) {
        int p = parameters();
        long[] hessian = new long[p * p];
        forEach((i, j, o) -> {
            hessian[i * p + sizeA() + j] += c[o];
            hessian[(sizeA() + j) * p + i] += c[o];
        });
        return hessian;
    }

    /** The matrix product of x1 of shape (n, k) and x2 of shape (k, m). */
    record Product(int n, int k, int m) implements Bilinear {
        @Override
        public void forEach(Term term) {
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < m; column++) {
                    for (int i = 0; i < k; i++) {
                        term.at(row * k + i, i * m + column, row * m + column);
                    }
                }
            }
        }

        @Override
        public int sizeA() {
            return n * k;
        }

        @Override
        public int sizeB() {
            return k * m;
        }

        @Override
        public int sizeC() {
            return n * m;
        }

        Model model() {
            return Products.product(List.of(n, k), List.of(k, m));
        }
    }

    /** A window of w entries that slides over n: c[i] = Σⱼ a[i + j]·b[j]. */
    record Sliding(int n, int w) implements Bilinear {
        @Override
        public void forEach(Term term) {
            for (int i = 0; i <= n - w; i++) {
                for (int j = 0; j < w; j++) {
                    term.at(i + j, j, i);
                }
            }
        }

        @Override
        public int sizeA() {
            return n;
        }

        @Override
        public int sizeB() {
            return w;
        }

        @Override
        public int sizeC() {
            return n - w + 1;
        }

        Model model() {
            return Model.of(List.of(n), List.of(w), List.of(sizeC()), Contraction.sliding(n, w));
        }
    }

    /** (A ∘ₖ B)[i_s, i_u, i_t] = Σᵢ A[i_s, i, i_t]·B[i_u, i] for A of shape s ⊕ (n) ⊕ t and B of shape u ⊕ (n). */
    record Composition(List<Integer> s, int n, List<Integer> t, List<Integer> u) implements Bilinear {
        @Override
        public void forEach(Term term) {
            int inner = Shapes.size(t);
            int filled = Shapes.size(u);
            for (int is = 0; is < Shapes.size(s); is++) {
                for (int iu = 0; iu < filled; iu++) {
                    for (int it = 0; it < inner; it++) {
                        for (int i = 0; i < n; i++) {
                            term.at((is * n + i) * inner + it, iu * n + i, (is * filled + iu) * inner + it);
                        }
                    }
                }
            }
        }

        @Override
        public int sizeA() {
            return Shapes.size(a());
        }

        @Override
        public int sizeB() {
            return Shapes.size(b());
        }

        @Override
        public int sizeC() {
            return Shapes.size(Shapes.concatenation(s, u, t));
        }

        List<Integer> a() {
            return Shapes.concatenation(s, List.of(n), t);
        }

        List<Integer> b() {
            return Shapes.concatenation(u, List.of(n));
        }

        /** A ∘ₖ B by the verified reference. */
        @Override
        public long[] value(long[] a, long[] b) {
            return tensor(a(), a).compose(slot(), tensor(b(), b)).entries();
        }

        private static Tensor tensor(List<Integer> shape, long... entries) {
            return Tensor.of(shape.stream().mapToInt(x -> x).toArray(), entries);
        }

        int slot() {
            return s.size() + 1;
        }

        Model model() {
            return Products.composition(a(), slot(), b());
        }
    }
}
