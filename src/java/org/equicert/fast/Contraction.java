package org.equicert.fast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * A bilinear map (a, b) ↦ c of row-major arrays: C[γ(i)] = Σ A[α(i)]·B[β(i)] over all multi-indices i of the axes, where
 * α, β, γ are the offsets given by each operand's strides. Matrix product, component composition, inner, outer and
 * elementwise product are all of this form.
 *
 * <p>It stands for the trilinear form Σ A·B·C, so its two adjoints are the same axes with the operands' roles exchanged:
 * the family is closed under differentiation in both modes.
 *
 * @param a the number of entries of the first operand
 * @param b the number of entries of the second
 * @param c the number of entries of the result
 * @param axes the axes; those of extent 1 are dropped
 */
public record Contraction(int a, int b, int c, List<Axis> axes) {
    /**
     * One index.
     *
     * @param extent how many values it takes
     * @param a its stride in the first operand, 0 where that lacks the index
     * @param b its stride in the second operand
     * @param c its stride in the result; 0 means that it is summed over
     */
    public record Axis(int extent, int a, int b, int c) {
        /** Whether it counts rows of a matrix product: in A and C. */
        public boolean isRow() {
            return a > 0 && b == 0 && c > 0;
        }

        /** Whether it counts columns of a matrix product: in B and C. */
        public boolean isColumn() {
            return a == 0 && b > 0 && c > 0;
        }

        /** Whether it counts terms of a matrix product: in A and B. */
        public boolean isSum() {
            return a > 0 && b > 0 && c == 0;
        }
    }

    public Contraction {
        List<Axis> longer = new ArrayList<>(axes);
        longer.removeIf(axis -> axis.extent() <= 1);
        axes = List.copyOf(longer);
    }

    /** The matrix product: A of shape (n, k), B of shape (k, m). */
    public static Contraction product(int n, int k, int m) {
        return new Contraction(
                size(n, k),
                size(k, m),
                size(n, m),
                List.of(new Axis(n, k, 0, m), new Axis(k, 1, m, 0), new Axis(m, 0, 1, 1)));
    }

    /**
     * Component composition ∘ₖ (T.Lem1.2) of A, of shape s ⊕ (n) ⊕ t, with B, of shape u ⊕ (n), where s, t and u hold S,
     * T and U entries: C[i_s, i_u, i_t] = Σᵢ A[i_s, i, i_t]·B[i_u, i].
     */
    public static Contraction composition(int s, int n, int t, int u) {
        return new Contraction(
                size(s, n, t),
                size(u, n),
                size(s, u, t),
                List.of(
                        new Axis(s, n * t, 0, u * t),
                        new Axis(n, t, 1, 0),
                        new Axis(u, 0, n, t),
                        new Axis(t, 1, 0, 1)));
    }

    /** The inner product of two arrays of n entries. */
    public static Contraction inner(int n) {
        return product(1, n, 1);
    }

    /** A window of w entries that slides over n: C[i] = Σⱼ A[i + j]·B[j] for i ≤ n − w. */
    public static Contraction sliding(int n, int w) {
        return new Contraction(n, w, size(n - w + 1), List.of(new Axis(n - w + 1, 1, 0, 1), new Axis(w, 1, 1, 0)));
    }

    /** The entry-by-entry product of two arrays of n entries. */
    public static Contraction elementwise(int n) {
        return new Contraction(n, n, n, List.of(new Axis(n, 1, 1, 1)));
    }

    /**
     * Whether two values of these axes may mean one entry of C, as in a convolution's adjoint. Every product asks, the small
     * too: so there are no streams.
     */
    public static boolean overlap(List<Axis> axes) {
        List<Axis> sorted = new ArrayList<>(axes);
        sorted.sort(Comparator.comparingInt(Axis::c));
        long reach = 1;
        for (Axis x : sorted) {
            if (x.c() > 0 && x.c() < reach) {
                return true;
            }
            reach += (long) (x.extent() - 1) * x.c();
        }
        return false;
    }

    /** The adjoint in the first operand: (c, b) ↦ a. */
    public Contraction adjointFirst() {
        return new Contraction(c, b, a, each(x -> new Axis(x.extent, x.c, x.b, x.a)));
    }

    /** The adjoint in the second operand: (a, c) ↦ b. */
    public Contraction adjointSecond() {
        return new Contraction(a, c, b, each(x -> new Axis(x.extent, x.a, x.c, x.b)));
    }

    /** The same map of the operands in the other order: (b, a) ↦ c. */
    public Contraction exchanged() {
        return new Contraction(b, a, c, each(x -> new Axis(x.extent, x.b, x.a, x.c)));
    }

    /**
     * The same map of a stack of n first operands with one second operand, to a stack of results. A stack's axis is its last:
     * the n numbers that stand at one place lie side by side, so that all of them are worked on at once.
     */
    public Contraction stackedFirst(int n) {
        List<Axis> all = each(x -> new Axis(x.extent, x.a * n, x.b, x.c * n));
        all.add(new Axis(n, 1, 0, 1));
        return new Contraction(size(a, n), b, size(c, n), all);
    }

    /** The same map of one first operand with a stack of n second operands, to a stack of results. */
    public Contraction stackedSecond(int n) {
        List<Axis> all = each(x -> new Axis(x.extent, x.a, x.b * n, x.c * n));
        all.add(new Axis(n, 0, 1, 1));
        return new Contraction(a, size(b, n), size(c, n), all);
    }

    /** How many entries the first operand has for each value of its outermost axis; 0 if it is not made up of such slices. */
    public int slice() {
        int slice = 0;
        int inside = 0;
        int outermost = 0;
        for (Axis x : axes) {
            if (x.a > slice) {
                inside += outermost;
                slice = x.a;
                outermost = (x.extent - 1) * x.a;
            } else {
                inside += (x.extent - 1) * x.a;
            }
        }
        return inside < slice ? slice : 0;
    }

    /**
     * The same map of unit vectors that make up whole {@linkplain #slice slices} of the first operand, to a stack of n results,
     * of which the last that are too few for a slice are 0. In place of the first operand it takes a stack of unit vectors that
     * say which slices.
     */
    public Contraction ofUnits(int n) {
        int slice = slice();
        int slices = n / slice;
        List<Axis> all = each(x ->
                x.a == slice ? new Axis(x.extent, slices, x.b, x.c * n) : new Axis(x.extent, 0, x.b, x.c * n + x.a));
        all.add(new Axis(slices, 1, 0, slice));
        return new Contraction(a / slice * slices, b, size(c, n), all);
    }

    /** The same map to a stack of n results whose axis is not its last but its first, of this stride. */
    public Contraction transposed(int n, int apart) {
        int length = Math.toIntExact((n - 1L) * apart + c / n);
        return new Contraction(a, b, length, each(x -> new Axis(x.extent, x.a, x.b, x.c / n + x.c % n * apart)));
    }

    /** @throws ShapeException if operands of these lengths are not what the axes run over */
    public void check(int lengthA, int lengthB) {
        if (lengthA != a || lengthB != b) {
            throw new ShapeException(
                    "operands of " + a + " and " + b + " entries are needed, not of " + lengthA + " and " + lengthB);
        }
    }

    /**
     * @param isOperand whether the array that the result is to be written to is an operand
     * @throws ShapeException if it is, or if it is not of the result's length
     */
    public void checkResult(int length, boolean isOperand) {
        if (length != c) {
            throw new ShapeException("the result has " + c + " entries, the array for it " + length);
        }
        if (isOperand) {
            throw new ShapeException("the array for the result of " + c
                    + " entries is an operand, which has to stay as it is until it is read");
        }
    }

    /** A list that can grow. */
    private List<Axis> each(UnaryOperator<Axis> change) {
        List<Axis> changed = new ArrayList<>(axes.size() + 1);
        for (Axis x : axes) {
            changed.add(change.apply(x));
        }
        return changed;
    }

    private static int size(Integer... dimensions) {
        return Shapes.size(List.of(dimensions));
    }
}
