package org.equicert.function;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;

/** Sums of products: the matrix product and the component composition A ∘ₖ B of T §2. */
public final class Products {
    /** matmul: x1 (n, k), x2 (k, m) ↦ x1·x2 (n, m). */
    public static final Definition MATMUL = new Definition(
            "matmul",
            "x1 (n, k), x2 (k, m) -> x1·x2 (n, m)",
            Set.of(),
            Stability.COMPONENTWISE,
            List.of("x1", "x2"),
            Products::matmul,
            Products::matmulPoint,
            Optional.empty());

    /** tensor.compose: a of shape s⊕(n)⊕t, b of shape u⊕(n), parameter k = |s|+1 ↦ a ∘ₖ b of shape s⊕u⊕t (T.Lem1.2). */
    public static final Definition COMPOSE = new Definition(
            "tensor.compose",
            "a (s, n, t) with n in slot k, b (u, n) -> sum over n of a[s, n, t]·b[u, n], (s, u, t)",
            Set.of(),
            Stability.COMPONENTWISE,
            List.of("a", "b"),
            Products::compose,
            Products::composePoint,
            Optional.empty());

    private Products() {}

    /** Σ xᵢ·yᵢ, as one sum. */
    public static <E> E dot(Algebra<E> algebra, List<E> x, List<E> y) {
        List<E> terms = new ArrayList<>(x.size());
        for (int i = 0; i < x.size(); i++) {
            terms.add(algebra.times(x.get(i), y.get(i)));
        }
        return algebra.sum(terms);
    }

    /** a·b for a (n, k) and b (k, m) or, as a column, (k). */
    public static <E> Array<E> multiply(Algebra<E> algebra, Array<E> a, Array<E> b) {
        int n = a.dimension(0);
        if (b.shape().size() == 1) {
            return Array.build(List.of(n), i -> dot(algebra, a.row(i), b.entries()));
        }
        return Array.matrix(n, b.dimension(1), (i, j) -> dot(algebra, a.row(i), b.column(j)));
    }

    /** a ∘ₖ b, with k from 1: a of shape s⊕(n)⊕t with |s| = k−1, b of shape u⊕(n), the result of shape s⊕u⊕t. */
    public static <E> Array<E> compose(Algebra<E> algebra, Array<E> a, int k, Array<E> b) {
        List<Integer> s = a.shape().subList(0, k - 1);
        List<Integer> t = a.shape().subList(k, a.shape().size());
        List<Integer> u = b.shape().subList(0, b.shape().size() - 1);
        int n = a.dimension(k - 1);
        int sizeT = Array.size(t);
        int sizeU = Array.size(u);
        List<Integer> shape = new ArrayList<>(s);
        shape.addAll(u);
        shape.addAll(t);
        return Array.build(shape, o -> {
            int iT = o % sizeT;
            int iU = o / sizeT % sizeU;
            int iS = o / sizeT / sizeU;
            List<E> terms = new ArrayList<>(n);
            for (int i = 0; i < n; i++) {
                terms.add(algebra.times(a.get((iS * n + i) * sizeT + iT), b.get(iU * n + i)));
            }
            return algebra.sum(terms);
        });
    }

    private static <E> Array<E> matmul(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return multiply(algebra, in.get("x1"), in.get("x2"));
    }

    private static <E> Array<E> compose(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return compose(algebra, in.get("a"), parameters.whole("k"), in.get("b"));
    }

    private static Point matmulPoint(int size, RandomGenerator random) {
        return Draw.until(
                () -> {
                    int n = Draw.dimension(size, random);
                    int k = Draw.dimension(size, random);
                    int m = Draw.dimension(size, random);
                    return new Point(
                            Parameters.NONE,
                            Arguments.of("x1", Draw.array(random, n, k)).with("x2", Draw.array(random, k, m)));
                },
                point -> point.arguments().flatten(MATMUL.wrt()).size() <= Draw.entries(size));
    }

    /** Orders from 1 to 3, the slot anywhere, dimensions up to the size. */
    private static Point composePoint(int size, RandomGenerator random) {
        return Draw.until(
                () -> {
                    List<Integer> a = shape(Draw.between(1, Math.min(size, 3), random), size, random);
                    List<Integer> b = shape(Draw.between(1, Math.min(size, 3), random), size, random);
                    int k = Draw.between(1, a.size(), random);
                    b.set(b.size() - 1, a.get(k - 1));
                    return new Point(
                            Parameters.of("k", (long) k),
                            Arguments.of("a", Draw.array(random, a.toArray(Integer[]::new)))
                                    .with("b", Draw.array(random, b.toArray(Integer[]::new))));
                },
                point -> point.arguments().flatten(COMPOSE.wrt()).size() <= Draw.entries(size));
    }

    private static List<Integer> shape(int order, int size, RandomGenerator random) {
        List<Integer> shape = new ArrayList<>(Collections.nCopies(order, 1));
        shape.replaceAll(one -> Draw.dimension(size, random));
        return shape;
    }
}
