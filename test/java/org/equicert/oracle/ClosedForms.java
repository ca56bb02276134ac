package org.equicert.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.equicert.candidate.Description;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;

/**
 * Right, and built like nothing in the catalogue: value, Jacobian and second derivatives by the closed formulas that
 * libraries use, with shifts by the maximum, scaled norms, explicit inverses pivoted by columns, fused multiply-adds, and
 * sums from the far end.
 */
public final class ClosedForms extends CorrectCandidate {
    private static final Set<String> FUNCTIONS = Set.of(
            "linalg.det",
            "linalg.slogdet",
            "linalg.inv",
            "linalg.solve",
            "ReduceLogSumExp",
            "Softmax",
            "linalg.vector_norm",
            "var",
            "LayerNormalization",
            "linear",
            "linear.softmax_cross_entropy");

    @Override
    public Description description() {
        Description catalogue = super.description();
        return new Description("closed forms", "test", catalogue.precisions(), FUNCTIONS, catalogue.modes());
    }

    @Override
    public Answer ask(Question q) {
        Expansion e = new Formulas(q.precision() == Precision.F32).expansion(q.function(), q.inputs(), q.parameters());
        Formulas fl = new Formulas(q.precision() == Precision.F32);
        double[] c = q.cotangent().map(ClosedForms::doubles).orElse(new double[0]);
        double[] v = q.tangent().map(ClosedForms::doubles).orElse(new double[0]);
        int p = q.inputs().flatten(q.wrt()).size();
        return new Answer.Given(
                switch (q.quantity()) {
                    case VALUE -> new Array<>(e.shape, boxed(e.value));
                    case GRADIENT, VJP -> Array.build(List.of(p), a -> fl.dot(c, column(e.first, a)));
                    case JVP -> Array.build(e.shape, i -> fl.dot(e.first[i], v));
                    case HESSIAN -> Array.matrix(p, p, (a, b) -> hessian(fl, e, c, a, b));
                    case HVP ->
                        Array.build(List.of(p), a -> {
                            double[] row = new double[p];
                            for (int b = 0; b < p; b++) {
                                row[b] = hessian(fl, e, c, a, b);
                            }
                            return fl.dot(row, v);
                        });
                });
    }

    private static double hessian(Formulas fl, Expansion e, double[] c, int a, int b) {
        double[] second = new double[c.length];
        for (int i = 0; i < c.length; i++) {
            second[i] = e.second.at(i, a, b);
        }
        return fl.dot(c, second);
    }

    private static double[] column(double[][] rows, int a) {
        double[] column = new double[rows.length];
        for (int i = 0; i < rows.length; i++) {
            column[i] = rows[i][a];
        }
        return column;
    }

    private static double[] doubles(Array<Double> x) {
        return x.entries().stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static List<Double> boxed(double[] x) {
        List<Double> boxed = new ArrayList<>();
        for (double entry : x) {
            boxed.add(entry);
        }
        return boxed;
    }

    /** ∂ₐ∂ᵦ of output i. */
    private interface Second {
        double at(int i, int a, int b);
    }

    /** ∂ₐ of output i. */
    private interface First {
        double at(int i, int a);
    }

    private record Expansion(List<Integer> shape, double[] value, double[][] first, Second second) {
        static Expansion of(List<Integer> shape, double[] value, int p, First first, Second second) {
            double[][] jacobian = new double[value.length][p];
            for (int i = 0; i < value.length; i++) {
                for (int a = 0; a < p; a++) {
                    jacobian[i][a] = first.at(i, a);
                }
            }
            return new Expansion(shape, value, jacobian, second);
        }
    }

    /** The formulas, rounded to float after each operation where {@code single}. */
    private record Formulas(boolean single) {
        double r(double x) {
            return single ? (float) x : x;
        }

        double dot(double[] x, double[] y) {
            double sum = 0;
            for (int i = x.length - 1; i >= 0; i--) {
                sum = single ? Math.fma((float) x[i], (float) y[i], (float) sum) : Math.fma(x[i], y[i], sum);
            }
            return sum;
        }

        double sum(double... x) {
            double[] ones = new double[x.length];
            java.util.Arrays.fill(ones, 1);
            return dot(ones, x);
        }

        double product(double... x) {
            double product = x[x.length - 1];
            for (int i = x.length - 2; i >= 0; i--) {
                product = r(product * x[i]);
            }
            return product;
        }

        Expansion expansion(String function, Arguments<Double> in, Parameters parameters) {
            return switch (function) {
                case "linalg.det" -> determinant(in.get("x"));
                case "linalg.slogdet" -> logDeterminant(in.get("x"));
                case "linalg.inv" -> inverse(in.get("x"));
                case "linalg.solve" -> solve(in.get("x1"), in.get("x2"));
                case "ReduceLogSumExp" -> logSumExp(doubles(in.get("x")));
                case "Softmax" -> softmax(in.get("x"));
                case "linalg.vector_norm" -> norm(doubles(in.get("x")));
                case "var" -> variance(doubles(in.get("x")), parameters.whole("correction"));
                case "LayerNormalization" ->
                    layerNormalization(
                            in.get("x"), doubles(in.get("scale")), doubles(in.get("bias")), parameters.real("epsilon"));
                case "linear" -> linear(in.get("w"), doubles(in.get("h")));
                default -> crossEntropy(in.get("w"), doubles(in.get("h")), parameters.whole("label"));
            };
        }

        /** x⁻¹ by Gauss-Jordan on the transpose, and det x in the last place. */
        private double[][] inverted(Array<Double> x) {
            int n = x.dimension(0);
            double[][] w = new double[n][2 * n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    w[i][j] = x.get(j, i);
                }
                w[i][n + i] = 1;
            }
            double det = 1;
            for (int k = 0; k < n; k++) {
                int best = k;
                for (int i = k + 1; i < n; i++) {
                    best = Math.abs(w[i][k]) > Math.abs(w[best][k]) ? i : best;
                }
                double[] pivot = w[best];
                w[best] = w[k];
                w[k] = pivot;
                det = r(det * (best == k ? pivot[k] : -pivot[k]));
                double reciprocal = r(1 / pivot[k]);
                for (int j = 0; j < 2 * n; j++) {
                    pivot[j] = j == k ? 1 : r(pivot[j] * reciprocal);
                }
                for (int i = 0; i < n; i++) {
                    double multiple = w[i][k];
                    for (int j = 0; i != k && j < 2 * n; j++) {
                        w[i][j] = r(w[i][j] - r(multiple * pivot[j]));
                    }
                }
            }
            double[][] result = new double[n + 1][n];
            for (int i = 0; i < n; i++) {
                for (int j = 0; j < n; j++) {
                    result[j][i] = w[i][n + j];
                }
            }
            result[n][0] = det;
            return result;
        }

        private Expansion determinant(Array<Double> x) {
            int n = x.dimension(0);
            double[][] m = inverted(x);
            double det = m[n][0];
            return Expansion.of(
                    List.of(),
                    new double[] {det},
                    n * n,
                    (o, a) -> r(det * m[a % n][a / n]),
                    (o, a, b) ->
                            r(det * r(r(m[a % n][a / n] * m[b % n][b / n]) - r(m[a % n][b / n] * m[b % n][a / n]))));
        }

        private Expansion logDeterminant(Array<Double> x) {
            int n = x.dimension(0);
            double[][] m = inverted(x);
            return Expansion.of(
                    List.of(),
                    new double[] {r(Math.log(Math.abs(m[n][0])))},
                    n * n,
                    (o, a) -> m[a % n][a / n],
                    (o, a, b) -> -r(m[a % n][b / n] * m[b % n][a / n]));
        }

        private Expansion inverse(Array<Double> x) {
            int n = x.dimension(0);
            double[][] m = inverted(x);
            double[] value = new double[n * n];
            for (int o = 0; o < n * n; o++) {
                value[o] = m[o / n][o % n];
            }
            return Expansion.of(
                    x.shape(),
                    value,
                    n * n,
                    (o, a) -> -r(m[o / n][a / n] * m[a % n][o % n]),
                    (o, a, b) -> sum(
                            product(m[o / n][b / n], m[b % n][a / n], m[a % n][o % n]),
                            product(m[o / n][a / n], m[a % n][b / n], m[b % n][o % n])));
        }

        private Expansion solve(Array<Double> x1, Array<Double> x2) {
            int n = x1.dimension(0);
            int w = x2.dimension(1);
            double[][] m = inverted(x1);
            double[] y = new double[n * w];
            for (int o = 0; o < n * w; o++) {
                y[o] = dot(
                        m[o / w], x2.column(o % w).stream().mapToDouble(e -> e).toArray());
            }
            int q = n * n;
            return Expansion.of(
                    x2.shape(),
                    y,
                    q + n * w,
                    (o, a) -> {
                        if (a < q) {
                            return -r(m[o / w][a / n] * y[(a % n) * w + o % w]);
                        }
                        return (a - q) % w == o % w ? m[o / w][(a - q) / w] : 0;
                    },
                    (o, a, b) -> {
                        if (a < q && b < q) {
                            return sum(
                                    product(m[o / w][b / n], m[b % n][a / n], y[(a % n) * w + o % w]),
                                    product(m[o / w][a / n], m[a % n][b / n], y[(b % n) * w + o % w]));
                        }
                        if (a >= q && b >= q) {
                            return 0;
                        }
                        int ofX1 = Math.min(a, b);
                        int ofX2 = Math.max(a, b) - q;
                        return ofX2 % w == o % w ? -r(m[o / w][ofX1 / n] * m[ofX1 % n][ofX2 / w]) : 0;
                    });
        }

        /** exp(x − max) over its sum, and log Σ exp x in the last place. */
        private double[] shares(double[] x) {
            double max = java.util.Arrays.stream(x).max().orElseThrow();
            double[] exp = new double[x.length];
            for (int i = 0; i < x.length; i++) {
                exp[i] = r(Math.exp(r(x[i] - max)));
            }
            double sum = sum(exp);
            double[] shares = new double[x.length + 1];
            for (int i = 0; i < x.length; i++) {
                shares[i] = r(exp[i] / sum);
            }
            shares[x.length] = r(max + r(Math.log(sum)));
            return shares;
        }

        private Expansion logSumExp(double[] x) {
            double[] p = shares(x);
            return Expansion.of(
                    List.of(),
                    new double[] {p[x.length]},
                    x.length,
                    (o, a) -> p[a],
                    (o, a, b) -> r(p[a] * r((a == b ? 1 : 0) - p[b])));
        }

        private Expansion softmax(Array<Double> x) {
            int n = x.dimension(1);
            double[] y = new double[x.size()];
            for (int i = 0; i < x.dimension(0); i++) {
                double[] row = shares(x.row(i).stream().mapToDouble(e -> e).toArray());
                System.arraycopy(row, 0, y, i * n, n);
            }
            return Expansion.of(
                    x.shape(),
                    y,
                    x.size(),
                    (o, a) -> o / n != a / n ? 0 : r(y[o] * r((o == a ? 1 : 0) - y[a])),
                    (o, a, b) -> {
                        if (o / n != a / n || o / n != b / n) {
                            return 0;
                        }
                        double both = r(r((o == a ? 1 : 0) - y[a]) * r((o == b ? 1 : 0) - y[b]));
                        return r(y[o] * r(both - r(y[a] * r((a == b ? 1 : 0) - y[b]))));
                    });
        }

        private Expansion norm(double[] x) {
            double max = java.util.Arrays.stream(x).map(Math::abs).max().orElseThrow();
            double[] scaled = java.util.Arrays.stream(x).map(e -> r(e / max)).toArray();
            double norm = r(max * r(Math.sqrt(dot(scaled, scaled))));
            double[] unit = java.util.Arrays.stream(x).map(e -> r(e / norm)).toArray();
            return Expansion.of(
                    List.of(),
                    new double[] {norm},
                    x.length,
                    (o, a) -> unit[a],
                    (o, a, b) -> r(r((a == b ? 1 : 0) - r(unit[a] * unit[b])) / norm));
        }

        private Expansion variance(double[] x, int correction) {
            int n = x.length;
            double mean = r(sum(x) / n);
            double[] d = java.util.Arrays.stream(x).map(e -> r(e - mean)).toArray();
            double factor = r(2.0 / (n - correction));
            return Expansion.of(
                    List.of(),
                    new double[] {r(dot(d, d) / (n - correction))},
                    n,
                    (o, a) -> r(factor * d[a]),
                    (o, a, b) -> r(factor * r((a == b ? 1 : 0) - r(1.0 / n))));
        }

        private Expansion layerNormalization(Array<Double> x, double[] scale, double[] bias, double epsilon) {
            int n = x.dimension(1);
            int size = x.size();
            double[] h = new double[size];
            double[] s = new double[x.dimension(0)];
            double[] y = new double[size];
            for (int i = 0; i < s.length; i++) {
                double[] row = x.row(i).stream().mapToDouble(e -> e).toArray();
                double mean = r(sum(row) * r(1.0 / n));
                double[] d = java.util.Arrays.stream(row).map(e -> r(e - mean)).toArray();
                s[i] = r(1 / r(Math.sqrt(r(r(dot(d, d) / n) + epsilon))));
                for (int j = 0; j < n; j++) {
                    h[i * n + j] = r(d[j] * s[i]);
                    y[i * n + j] = r(r(h[i * n + j] * scale[j]) + bias[j]);
                }
            }
            double part = r(1.0 / n);
            First slope = (o, a) ->
                    o / n != a / n ? 0 : r(s[o / n] * r(r((o == a ? 1 : 0) - part) - r(part * r(h[o] * h[a]))));
            return Expansion.of(
                    x.shape(),
                    y,
                    size + 2 * n,
                    (o, a) -> {
                        if (a < size) {
                            return r(scale[o % n] * slope.at(o, a));
                        }
                        return (a - size) % n != o % n ? 0 : a < size + n ? h[o] : 1;
                    },
                    (o, a, b) -> {
                        int low = Math.min(a, b);
                        int high = Math.max(a, b);
                        if (low >= size || high >= size + n) {
                            return 0;
                        }
                        if (high >= size) {
                            return high - size == o % n ? slope.at(o, low) : 0;
                        }
                        if (o / n != a / n || o / n != b / n) {
                            return 0;
                        }
                        double linear = sum(
                                r(r((o == a ? 1 : 0) - part) * h[b]),
                                r(r((o == b ? 1 : 0) - part) * h[a]),
                                r(r((a == b ? 1 : 0) - part) * h[o]));
                        double cubic = r(r(3 * part) * product(h[o], h[a], h[b]));
                        return product(scale[o % n], part, s[o / n], s[o / n], r(cubic - linear));
                    });
        }

        private Expansion linear(Array<Double> w, double[] h) {
            double[] y = new double[w.dimension(0)];
            for (int i = 0; i < y.length; i++) {
                y[i] = dot(w.row(i).stream().mapToDouble(e -> e).toArray(), h);
            }
            return Expansion.of(
                    List.of(y.length), y, w.size(), (o, a) -> a / h.length == o ? h[a % h.length] : 0, (o, a, b) -> 0);
        }

        private Expansion crossEntropy(Array<Double> w, double[] h, int label) {
            double[] y = linear(w, h).value;
            double[] p = shares(y);
            int n = h.length;
            return Expansion.of(
                    List.of(),
                    new double[] {r(p[y.length] - y[label])},
                    w.size(),
                    (o, a) -> r(r(p[a / n] - (a / n == label ? 1 : 0)) * h[a % n]),
                    (o, a, b) -> product(p[a / n], r((a / n == b / n ? 1 : 0) - p[b / n]), h[a % n], h[b % n]));
        }
    }
}
