package org.equicert.fast;

import java.util.List;

/** Models that solve linear systems. */
public final class Systems {
    private Systems() {}

    /**
     * y with x1·y = x2 for x1 of shape (n, n) and x2 of shape (n) or (n, m).
     *
     * @throws ShapeException if the shapes are not of that form
     */
    public static Model solve(List<Integer> x1, List<Integer> x2) {
        int n = Model.square("x1", x1);
        if (x2.isEmpty()) {
            throw new ShapeException("x2 is a scalar, and needs " + n + " rows");
        }
        Model.equal("rows of x1", n, "rows of x2", x2.getFirst());
        Solve f = new Solve(n, Shapes.size(x2) / n, false);
        return Model.of(x1, x2, x2, new Binary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V a, V b) {
                return on.solve(f, a, b);
            }
        });
    }

    /** y with y·x1 = x2 for x1 of shape (n, n) and x2 of shape (m, n): each row of x2 is a right side of x1ᵀ. */
    public static Model solveRight(List<Integer> x1, List<Integer> x2) {
        int n = Model.square("x1", x1);
        Model.order(2, "x2", x2);
        Model.equal("rows of x1", n, "columns of x2", x2.getLast());
        Solve f = new Solve(n, 1, true);
        return Model.of(x1, x2, x2, new Binary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V a, V b) {
                return on.solve(f, a, b);
            }
        });
    }

    /** x⁻¹ of x of shape (n, n). */
    public static Model inverse(List<Integer> x) {
        int n = Model.square("x", x);
        return Model.of(x, x, new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V a) {
                return Solve.inverse(on, n, false, a);
            }
        });
    }

    /** log |det x| of x of shape (n, n). */
    public static Model logDeterminant(List<Integer> x) {
        int n = Model.square("x", x);
        return Model.of(x, List.of(), new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V a) {
                return on.logDeterminant(n, a);
            }
        });
    }
}
