package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Single layers of networks: affine and bilinear maps of a batch, gates, and the cells of recurrent networks. */
final class Layers {
    static final List<Definition> ALL = List.of(
            define(
                    "linear.bias",
                    "x (n, k), w (m, k), b (m) -> x·wᵀ + b, (n, m)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    Layers::affine),
            define(
                    "bilinear.bias",
                    "x1 (n, k), x2 (n, l), w (o, k, l), b (o) -> x1·w·x2 + b by row, (n, o)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    Layers::bilinear),
            define(
                    "PRelu",
                    "x (n, c), slope (c) -> x where it is positive, slope[j]·x where it is not, (n, c)",
                    Set.of(Capability.ORDER),
                    Stability.COMPONENTWISE,
                    Layers::sloped),
            define(
                    "glu",
                    "x (n, 2m) moderate -> the left half times the logistic function of the right one, (n, m)",
                    Set.of(Capability.ELEMENTARY),
                    Stability.COMPONENTWISE,
                    Layers::gated),
            define(
                    "Softmax.axis",
                    "x (l+1, n+1, m+1) moderate -> exp x over its sum along an axis",
                    Set.of(Capability.DIVISION, Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Layers::softmax,
                    Map.of("axis", List.of(0L, 1L, 2L))),
            define(
                    "LogSoftmax.axis",
                    "x (l+1, n+1, m+1) moderate -> x less the log of the sum of exp x along an axis",
                    Set.of(Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Layers::logSoftmax,
                    Map.of("axis", List.of(0L, 1L, 2L))),
            define(
                    "RNN.cell",
                    "x (n) moderate, h (m) moderate, w (m, n) moderate, u (m, m) moderate -> tanh(w·x + u·h), (m)",
                    Set.of(Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Layers::recurrent),
            define(
                    "GRU.cell",
                    "x (n) moderate, h (m) moderate, w (3m, n) moderate, u (3m, m) moderate"
                            + " -> (1 - z)·t + z·h with r, z = logistic of w·x + u·h, t = tanh(w·x + r·(u·h)), (m)",
                    Set.of(Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Layers::gatedRecurrent),
            define(
                    "LSTM.cell",
                    "x (n) moderate, h (m) moderate, c (m) moderate, w (4m, n) moderate, u (4m, m) moderate"
                            + " -> o·tanh s with s = f·c + i·g, g the tanh and i, f, o the logistic function of w·x + u·h,"
                            + " (m)",
                    Set.of(Capability.ELEMENTARY),
                    Stability.NORMWISE,
                    Layers::longShortTerm));

    private Layers() {}

    private static <E> Array<E> affine(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> w = in.get("w");
        return Array.matrix(
                x.dimension(0),
                w.dimension(0),
                (i, j) -> algebra.plus(
                        Products.dot(algebra, x.row(i), w.row(j)), in.get("b").get(j)));
    }

    private static <E> Array<E> bilinear(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x1 = in.get("x1");
        Array<E> x2 = in.get("x2");
        Array<E> w = in.get("w");
        int k = w.dimension(1);
        int l = w.dimension(2);
        return Array.matrix(x1.dimension(0), w.dimension(0), (i, o) -> {
            List<E> terms = new ArrayList<>(List.of(in.get("b").get(o)));
            for (int a = 0; a < k; a++) {
                for (int b = 0; b < l; b++) {
                    E product = algebra.times(x1.get(i, a), w.get((o * k + a) * l + b));
                    terms.add(algebra.times(product, x2.get(i, b)));
                }
            }
            return algebra.sum(terms);
        });
    }

    private static <E> Array<E> sloped(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int columns = x.dimension(1);
        return Array.build(x.shape(), o -> switch (algebra.sign(x.get(o))) {
            case POSITIVE -> x.get(o);
            case NEGATIVE -> algebra.times(in.get("slope").get(o % columns), x.get(o));
            case ZERO, UNKNOWN -> throw Algebra.kink("PRelu");
        });
    }

    private static <E> Array<E> gated(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int half = x.dimension(1) / 2;
        return Array.matrix(
                x.dimension(0), half, (i, j) -> algebra.times(x.get(i, j), algebra.logistic(x.get(i, half + j))));
    }

    private static <E> Array<E> softmax(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> powers = in.get("x").map(algebra::exp);
        return Array.build(
                powers.shape(),
                o -> algebra.over(powers.get(o), algebra.sum(powers.line(parameters.whole("axis"), o))));
    }

    private static <E> Array<E> logSoftmax(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        return Array.build(
                x.shape(),
                o -> algebra.minus(x.get(o), Reductions.logSumExp(algebra, x.line(parameters.whole("axis"), o))));
    }

    private static <E> Array<E> recurrent(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Products.multiply(algebra, in.get("w"), in.get("x"))
                .zip(Products.multiply(algebra, in.get("u"), in.get("h")), algebra::plus)
                .map(algebra::tanh);
    }

    private static <E> Array<E> gatedRecurrent(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> h = in.get("h");
        int m = h.size();
        Array<E> fromX = Products.multiply(algebra, in.get("w"), in.get("x"));
        Array<E> fromH = Products.multiply(algebra, in.get("u"), h);
        return Array.build(h.shape(), i -> {
            E r = algebra.logistic(algebra.plus(fromX.get(i), fromH.get(i)));
            E z = algebra.logistic(algebra.plus(fromX.get(m + i), fromH.get(m + i)));
            E t = algebra.tanh(algebra.plus(fromX.get(2 * m + i), algebra.times(r, fromH.get(2 * m + i))));
            return algebra.plus(algebra.times(algebra.minus(algebra.one(), z), t), algebra.times(z, h.get(i)));
        });
    }

    private static <E> Array<E> longShortTerm(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> c = in.get("c");
        int m = c.size();
        Array<E> gates = Products.multiply(algebra, in.get("w"), in.get("x"))
                .zip(Products.multiply(algebra, in.get("u"), in.get("h")), algebra::plus);
        return Array.build(c.shape(), j -> {
            E input = algebra.logistic(gates.get(j));
            E forget = algebra.logistic(gates.get(m + j));
            E g = algebra.tanh(gates.get(2 * m + j));
            E output = algebra.logistic(gates.get(3 * m + j));
            E state = algebra.plus(algebra.times(forget, c.get(j)), algebra.times(input, g));
            return algebra.times(output, algebra.tanh(state));
        });
    }
}
