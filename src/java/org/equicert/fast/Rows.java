package org.equicert.fast;

import java.util.List;

/** Models of a vector or of each row of a matrix, that need to know its shape or a parameter. */
public final class Rows {
    private Rows() {}

    /** Softmax of each row of x of shape (r, n). */
    public static Model softmax(List<Integer> x) {
        Model.order(2, "x", x);
        return Model.of(x, x, new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in) {
                return Reductions.rowSoftmax(on, x.getFirst(), in);
            }
        });
    }

    /** Σ (x − mean)² over n − correction, of x of shape (n). */
    public static Model variance(List<Integer> x, int correction) {
        return Model.of(x, List.of(), new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in) {
                return Reductions.variance(on, in, correction);
            }
        });
    }

    /** x(i + 1) − x(i) of x of shape (n), n ≥ 2. */
    public static Model differences(List<Integer> x) {
        return Model.of(x, List.of(Shapes.size(x) - 1), Reductions::differences);
    }

    /** −log softmax(x)[label] of x of shape (n). */
    public static Model crossEntropy(List<Integer> x, int label) {
        return Model.of(x, List.of(), new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in) {
                return Losses.crossEntropy(on, in, label);
            }
        });
    }

    /** −x[label] of x of shape (n). */
    public static Model negativeLogLikelihood(List<Integer> x, int label) {
        return Model.of(x, List.of(), new Unary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in) {
                return Losses.negative(on, in, label);
            }
        });
    }

    /** x·scale/√(mean square + ε) by row, for x of shape (r, n) and scale of shape (n). */
    public static Model rootMeanSquareNormalization(List<Integer> x, List<Integer> scale, double epsilon) {
        Contraction each = eachRow(x, "scale", scale);
        return Model.of(x, scale, x, new Binary() {
            @Override
            public <V> V apply(Arithmetic<V> on, V in, V factors) {
                return on.contract(each, overRootMeanSquare(on, x.getFirst(), in, epsilon), factors);
            }
        });
    }

    /** x/√(mean square + ε) by row. */
    static <V> V overRootMeanSquare(Arithmetic<V> on, int rows, V x, double epsilon) {
        int n = on.size(x) / rows;
        V meanSquare = on.scale(1.0 / n, Reductions.rowSums(on, rows, on.multiply(x, x)));
        return on.multiply(x, Reductions.spread(on, Maps.rsqrt(on, on.shift(meanSquare, epsilon)), n));
    }

    /** The entry-by-entry product of each row of x, of shape (r, n), with a vector of shape (n). */
    private static Contraction eachRow(List<Integer> x, String name, List<Integer> vector) {
        Model.order(2, "x", x);
        int n = x.get(1);
        Model.equal("columns of x", n, "length of " + name, Shapes.size(vector));
        return new Contraction(
                Shapes.size(x),
                n,
                Shapes.size(x),
                List.of(new Contraction.Axis(x.getFirst(), n, 0, n), new Contraction.Axis(n, 1, 1, 1)));
    }

    /** (x − mean)/√(variance + ε)·scale + bias of each row of x of shape (r, n), for scale and bias of shape (n). */
    public static Model layerNormalization(List<Integer> x, List<Integer> scale, List<Integer> bias, double epsilon) {
        Contraction each = eachRow(x, "scale", scale);
        int rows = x.get(0);
        int n = x.get(1);
        Model.equal("columns of x", n, "length of bias", Shapes.size(bias));
        return new Model(List.of(x, scale, bias), x, new Program() {
            @Override
            public <V> List<V> apply(Arithmetic<V> on, List<V> in) {
                V centred = Reductions.centred(on, rows, in.get(0));
                V variance = on.scale(1.0 / n, Reductions.rowSums(on, rows, on.multiply(centred, centred)));
                V factor = Maps.rsqrt(on, on.shift(variance, epsilon));
                V normal = on.multiply(centred, Reductions.spread(on, factor, n));
                V ones = on.filled(centred, 1);
                return List.of(on.add(on.contract(each, normal, in.get(1)), on.contract(each, ones, in.get(2))));
            }
        });
    }
}
