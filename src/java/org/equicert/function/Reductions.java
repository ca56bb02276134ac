package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/**
 * Log-sum-exp, softmax and the Euclidean norm, by their plain definitions: exact numbers and enclosures do not overflow,
 * so nothing is shifted or scaled. A stable algorithm shifts by the largest of the row, hence {@link Stability#ROWWISE}.
 */
public final class Reductions {
    /** ReduceLogSumExp: x (n) ↦ log Σ exp xᵢ, a scalar. */
    public static final Definition LOG_SUM_EXP = new Definition(
            "ReduceLogSumExp",
            "x (n) -> log of the sum of exp x[i], scalar",
            Set.of(Capability.ELEMENTARY),
            Stability.ROWWISE,
            List.of("x"),
            Reductions::logSumExp,
            (size, random) ->
                    new Point(Parameters.NONE, Arguments.of("x", Draw.array(random, Draw.length(size, random)))),
            Optional.empty());

    /** Softmax: x (r, n) ↦ exp xᵢⱼ / Σⱼ exp xᵢⱼ (r, n), along the last axis. */
    public static final Definition SOFTMAX = new Definition(
            "Softmax",
            "x (r, n) -> exp x[i, j] over the sum of its row, (r, n)",
            Set.of(Capability.DIVISION, Capability.ELEMENTARY),
            Stability.ROWWISE,
            List.of("x"),
            Reductions::softmax,
            (size, random) -> Draw.until(
                    () -> new Point(
                            Parameters.NONE,
                            Arguments.of(
                                    "x", Draw.array(random, Draw.dimension(size, random), Draw.length(size, random)))),
                    point -> point.arguments().get("x").size() <= Draw.entries(size)),
            Optional.empty());

    /** linalg.vector_norm: x (n) ↦ √Σ xᵢ², a scalar. */
    public static final Definition VECTOR_NORM = new Definition(
            "linalg.vector_norm",
            "x (n) -> Euclidean norm, scalar",
            Set.of(Capability.ROOT),
            Stability.COMPONENTWISE,
            List.of("x"),
            Reductions::vectorNorm,
            (size, random) ->
                    new Point(Parameters.NONE, Arguments.of("x", Draw.array(random, Draw.length(size, random)))),
            Optional.empty());

    private Reductions() {}

    /** log Σ exp xᵢ. */
    static <E> E logSumExp(Algebra<E> algebra, List<E> x) {
        return algebra.log(algebra.sum(x.stream().map(algebra::exp).toList()));
    }

    private static <E> Array<E> logSumExp(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(logSumExp(algebra, in.get("x").entries()));
    }

    private static <E> Array<E> softmax(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> exp = in.get("x").map(algebra::exp);
        List<E> sums = new ArrayList<>();
        for (int i = 0; i < exp.dimension(0); i++) {
            sums.add(algebra.sum(exp.row(i)));
        }
        return Array.matrix(exp.dimension(0), exp.dimension(1), (i, j) -> algebra.over(exp.get(i, j), sums.get(i)));
    }

    private static <E> Array<E> vectorNorm(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        return Array.scalar(algebra.sqrt(Products.dot(algebra, x, x)));
    }
}
