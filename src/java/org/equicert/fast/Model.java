package org.equicert.fast;

import java.util.List;

/**
 * A function with one result, for inputs of fixed shapes.
 *
 * @param shapes the inputs' shapes
 * @param shape the result's shape
 * @param program what computes it
 */
public record Model(List<List<Integer>> shapes, List<Integer> shape, Program program) {
    /** g of every entry. */
    public static Model map(List<Integer> x, Elementwise g) {
        return of(x, x, new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in) {
                return on.map(g, in);
            }
        });
    }

    /** A function of one input. */
    public static Model of(List<Integer> x, List<Integer> shape, Unary f) {
        return new Model(List.of(x), shape, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                return List.of(f.apply(on, in.getFirst()));
            }
        });
    }

    /** A bilinear map. */
    public static Model of(List<Integer> a, List<Integer> b, List<Integer> shape, Contraction f) {
        return of(a, b, shape, new Binary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V x, V y) {
                return on.contract(f, x, y);
            }
        });
    }

    /** A function of two inputs. */
    public static Model of(List<Integer> x1, List<Integer> x2, List<Integer> shape, Binary f) {
        return new Model(List.of(x1, x2), shape, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                return List.of(f.apply(on, in.get(0), in.get(1)));
            }
        });
    }

    static int square(String name, List<Integer> shape) {
        order(2, name, shape);
        equal("rows of " + name, shape.get(0), "columns of " + name, shape.get(1));
        return shape.getFirst();
    }

    static void order(int order, String name, List<Integer> shape) {
        if (shape.size() != order) {
            throw new ShapeException(name + " has shape " + shape + ", and needs " + order + " dimensions");
        }
    }

    static void equal(String one, int n, String other, int m) {
        if (n != m) {
            throw new ShapeException(one + " (" + n + ") and " + other + " (" + m + ") differ");
        }
    }
}
