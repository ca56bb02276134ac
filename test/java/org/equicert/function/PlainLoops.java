package org.equicert.function;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/** The catalogue's values once more, by loops over doubles that share nothing with its formulas. */
final class PlainLoops {
    /** The functions known here; what else the catalogue has is checked exactly elsewhere. */
    static final Set<String> FUNCTIONS = Set.of(
            "matmul",
            "ReduceLogSumExp",
            "Softmax",
            "linalg.vector_norm",
            "var",
            "LayerNormalization",
            "network.tanh",
            "network.tanh.squared_loss",
            "network.relu",
            "linear",
            "linear.softmax_cross_entropy");

    private PlainLoops() {}

    static double[] value(String function, Point point) {
        Arguments<Double> in = point.arguments();
        return switch (function) {
            case "matmul" -> flat(product(matrix(in, "x1"), matrix(in, "x2")));
            case "ReduceLogSumExp" -> new double[] {logSumExp(vector(in, "x"))};
            case "Softmax" -> softmax(matrix(in, "x"));
            case "linalg.vector_norm" -> new double[] {norm(vector(in, "x"))};
            case "var" ->
                new double[] {variance(vector(in, "x"), point.parameters().whole("correction"))};
            case "LayerNormalization" ->
                layerNormalization(
                        matrix(in, "x"),
                        vector(in, "scale"),
                        vector(in, "bias"),
                        point.parameters().real("epsilon"));
            case "network.tanh" -> tanhNetwork(in);
            case "network.tanh.squared_loss" -> new double[] {squaredLoss(tanhNetwork(in), vector(in, "target"))};
            case "network.relu" -> reluNetwork(in);
            case "linear" -> times(matrix(in, "w"), vector(in, "h"));
            case "linear.softmax_cross_entropy" -> {
                double[] y = times(matrix(in, "w"), vector(in, "h"));
                yield new double[] {
                    -Math.log(softmax(new double[][] {y})[point.parameters().whole("label")])
                };
            }
            default -> throw new IllegalArgumentException(function);
        };
    }

    /** All multi-indices of a shape, in row-major order. */
    static List<List<Integer>> indices(List<Integer> shape) {
        List<List<Integer>> all = List.of(List.of());
        for (int dimension : shape) {
            List<List<Integer>> longer = new ArrayList<>();
            for (List<Integer> start : all) {
                for (int i = 0; i < dimension; i++) {
                    List<Integer> index = new ArrayList<>(start);
                    index.add(i);
                    longer.add(index);
                }
            }
            all = longer;
        }
        return all;
    }

    /** Where a multi-index stands in row-major order. */
    static int offset(List<Integer> shape, List<Integer> index) {
        return indices(shape).indexOf(index);
    }

    private static double logSumExp(double[] x) {
        double largest =
                IntStream.range(0, x.length).mapToDouble(i -> x[i]).max().orElseThrow();
        double sum = 0;
        for (double entry : x) {
            sum += Math.exp(entry - largest);
        }
        return largest + Math.log(sum);
    }

    private static double[] softmax(double[][] x) {
        double[][] p = new double[x.length][];
        for (int i = 0; i < x.length; i++) {
            double total = logSumExp(x[i]);
            p[i] = new double[x[i].length];
            for (int j = 0; j < x[i].length; j++) {
                p[i][j] = Math.exp(x[i][j] - total);
            }
        }
        return flat(p);
    }

    private static double norm(double[] x) {
        double norm = 0;
        for (double entry : x) {
            norm = Math.hypot(norm, entry);
        }
        return norm;
    }

    /** By pairs: Σ (xᵢ − xⱼ)² over i < j is n times the sum of the squared residuals. */
    private static double variance(double[] x, int correction) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            for (int j = 0; j < i; j++) {
                sum += (x[i] - x[j]) * (x[i] - x[j]);
            }
        }
        return sum / x.length / (x.length - correction);
    }

    private static double[] layerNormalization(double[][] x, double[] scale, double[] bias, double epsilon) {
        double[][] y = new double[x.length][scale.length];
        for (int i = 0; i < x.length; i++) {
            double deviation = Math.sqrt(variance(x[i], 0) + epsilon);
            double mean = 0;
            for (double entry : x[i]) {
                mean += entry / x[i].length;
            }
            for (int j = 0; j < scale.length; j++) {
                y[i][j] = (x[i][j] - mean) / deviation * scale[j] + bias[j];
            }
        }
        return flat(y);
    }

    private static double[] tanhNetwork(Arguments<Double> in) {
        double[] hidden = times(matrix(in, "w1"), vector(in, "x"));
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.tanh(hidden[i] + in.get("b1").get(i));
        }
        double[] y = times(matrix(in, "w2"), hidden);
        for (int i = 0; i < y.length; i++) {
            y[i] += in.get("b2").get(i);
        }
        return y;
    }

    private static double squaredLoss(double[] y, double[] target) {
        double loss = 0;
        for (int i = 0; i < y.length; i++) {
            loss += (y[i] - target[i]) * (y[i] - target[i]) / 2;
        }
        return loss;
    }

    private static double[] reluNetwork(Arguments<Double> in) {
        double[] hidden = times(matrix(in, "w1"), vector(in, "x"));
        for (int i = 0; i < hidden.length; i++) {
            hidden[i] = Math.max(hidden[i], 0);
        }
        return times(matrix(in, "w2"), hidden);
    }

    private static double[] times(double[][] w, double[] x) {
        double[] y = new double[w.length];
        for (int i = 0; i < w.length; i++) {
            for (int j = 0; j < x.length; j++) {
                y[i] += w[i][j] * x[j];
            }
        }
        return y;
    }

    private static double[][] product(double[][] a, double[][] b) {
        double[][] c = new double[a.length][b[0].length];
        for (int l = 0; l < b.length; l++) {
            for (int i = 0; i < a.length; i++) {
                for (int j = 0; j < b[0].length; j++) {
                    c[i][j] += a[i][l] * b[l][j];
                }
            }
        }
        return c;
    }

    private static double[] vector(Arguments<Double> in, String name) {
        return in.get(name).entries().stream().mapToDouble(x -> x).toArray();
    }

    private static double[][] matrix(Arguments<Double> in, String name) {
        Array<Double> x = in.get(name);
        double[][] rows = new double[x.dimension(0)][x.dimension(1)];
        for (int o = 0; o < x.size(); o++) {
            rows[o / x.dimension(1)][o % x.dimension(1)] = x.get(o);
        }
        return rows;
    }

    private static double[] flat(double[][] rows) {
        return IntStream.range(0, rows.length)
                .boxed()
                .flatMapToDouble(i -> Arrays.stream(rows[i]))
                .toArray();
    }
}
