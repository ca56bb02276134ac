package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Cross-entropy as classifiers use it: smoothed, of a weighted batch, of shares in place of a label; and its kin. */
final class CrossEntropies {
    private static final Set<Capability> LOGARITHM = Set.of(Capability.DIVISION, Capability.ELEMENTARY);
    private static final List<Long> LABEL = List.of(0L, 1L, 2L);

    static final List<Definition> ALL = List.of(
            define(
                    "SoftmaxCrossEntropyLoss.smoothed",
                    "x (n+2) moderate -> -sum of t·log softmax(x), t the label's 1 less smoothing, which all share, scalar",
                    LOGARITHM,
                    Stability.NORMWISE,
                    CrossEntropies::smoothed,
                    Map.of("label", LABEL, "smoothing", List.of(0.125, 0.25))),
            define(
                    "SoftmaxCrossEntropyLoss.weighted",
                    "x (2, n+2) moderate, data weight (n+2) positive -> mean of -log softmax(x[i])[label of i], by the"
                            + " labels' weights, scalar",
                    LOGARITHM,
                    Stability.NORMWISE,
                    CrossEntropies::weighted,
                    Map.of("label0", LABEL, "label1", LABEL)),
            define(
                    "SoftmaxCrossEntropyLoss.shares",
                    "x (r, n+1) moderate, target (r, n+1) positive -> -sum of target·log softmax(x) by row, over r, scalar",
                    LOGARITHM,
                    Stability.NORMWISE,
                    CrossEntropies::ofShares),
            define(
                    "loss.kl_div.log_target",
                    "x (r, n) moderate, target (r, n) moderate -> sum of exp target·(target - x), over r, scalar",
                    LOGARITHM,
                    Stability.COMPONENTWISE,
                    CrossEntropies::divergence));

    private CrossEntropies() {}

    /** −log softmax(x) at an entry. */
    private static <E> E surprise(Algebra<E> algebra, List<E> x, int label) {
        return algebra.minus(Reductions.logSumExp(algebra, x), x.get(label));
    }

    private static <E> Array<E> smoothed(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        E smoothing = algebra.of(parameters.real("smoothing"));
        E all = algebra.over(smoothing, algebra.of((long) x.size()));
        List<E> surprises = IntStream.range(0, x.size())
                .mapToObj(label -> surprise(algebra, x, label))
                .toList();
        return Array.scalar(algebra.plus(
                algebra.times(algebra.minus(algebra.one(), smoothing), surprises.get(parameters.whole("label"))),
                algebra.times(all, algebra.sum(surprises))));
    }

    private static <E> Array<E> weighted(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        List<E> surprises = new ArrayList<>();
        List<E> weights = new ArrayList<>();
        for (int i = 0; i < x.dimension(0); i++) {
            int label = parameters.whole("label" + i);
            surprises.add(surprise(algebra, x.row(i), label));
            weights.add(in.get("weight").get(label));
        }
        return Array.scalar(algebra.over(Products.dot(algebra, weights, surprises), algebra.sum(weights)));
    }

    private static <E> Array<E> ofShares(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        int columns = x.dimension(1);
        List<E> surprises = IntStream.range(0, x.size())
                .mapToObj(o -> surprise(algebra, x.row(o / columns), o % columns))
                .toList();
        E sum = Products.dot(algebra, in.get("target").entries(), surprises);
        return Array.scalar(algebra.over(sum, algebra.of((long) x.dimension(0))));
    }

    private static <E> Array<E> divergence(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> target = in.get("target");
        List<E> apart = target.zip(in.get("x"), algebra::minus).entries();
        E sum = Products.dot(algebra, target.map(algebra::exp).entries(), apart);
        return Array.scalar(algebra.over(sum, algebra.of((long) target.dimension(0))));
    }
}
