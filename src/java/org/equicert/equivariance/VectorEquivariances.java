package org.equicert.equivariance;

import static java.util.Map.entry;
import static org.equicert.equivariance.Equivariances.of;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Algebra;

/** The equivariances of functions of one or more vectors: a row for each function. */
final class VectorEquivariances {
    private static final Equivariance HOMOGENEITY =
            of("homogeneity", "λ·x -> λ·y, λ > 0", Actions.one(), Actions.scale("x"), Actions::scaled);
    private static final Equivariance SHIFT =
            of("shift", "x + λ -> y + λ", Actions.zero(), ReductionActions::shift, VectorEquivariances::shifted);
    private static final Equivariance INVARIANCE =
            of("shift", "x + λ -> y", Actions.zero(), ReductionActions::shift, Actions::fixed);
    private static final Equivariance SQUARES =
            of("homogeneity", "λ·x -> λ²·y", Actions.one(), Actions.scale("x"), Actions::scaledTwice);

    static final Map<String, List<Equivariance>> ALL = Map.ofEntries(
            entry("cumulative_logsumexp", List.of(SHIFT)),
            entry("cumulative_max", List.of(SHIFT, HOMOGENEITY)),
            entry("cumulative_prod", List.of(multiplicative("cumulative_prod"))),
            entry("cumulative_sum", List.of(additive("cumulative_sum"), HOMOGENEITY)),
            entry("diff", List.of(additive("diff"), HOMOGENEITY)),
            entry(
                    "LogSoftmax",
                    List.of(
                            INVARIANCE,
                            of(
                                    "tilt",
                                    "x + λ -> y + λ − log(1 + sum of exp y·(exp λ − 1))",
                                    Actions.zeroPerEntry("x"),
                                    ReductionActions::shiftEach,
                                    VectorEquivariances::logTilted))),
            entry("max", List.of(SHIFT, HOMOGENEITY)),
            entry("mean", List.of(additive("mean"), HOMOGENEITY)),
            entry("median", List.of(SHIFT, HOMOGENEITY)),
            entry("min", List.of(SHIFT, HOMOGENEITY)),
            entry("norm.3", List.of(HOMOGENEITY)),
            entry("norm.inf", List.of(HOMOGENEITY)),
            entry("prod", List.of(multiplicative("prod"))),
            entry("ReduceL1", List.of(HOMOGENEITY)),
            entry(
                    "ReduceLogSum",
                    List.of(of(
                            "homogeneity",
                            "λ·x -> y + log λ",
                            Actions.one(),
                            Actions.scale("x"),
                            VectorEquivariances::shiftedByLogarithm))),
            entry("ReduceSumSquare", List.of(SQUARES, rotation(ReductionActions::rotate))),
            entry("Softmin", List.of(INVARIANCE)),
            entry("sort", List.of(SHIFT, HOMOGENEITY)),
            entry("std", List.of(INVARIANCE, HOMOGENEITY, rotation(ReductionActions::rotateAboutTheMean))),
            entry("sum", List.of(additive("sum"), HOMOGENEITY)),
            entry("trapezoid", List.of(additive("trapezoid"), HOMOGENEITY)),
            entry("NegativeLogLikelihoodLoss", List.of(additive("NegativeLogLikelihoodLoss"), HOMOGENEITY)),
            entry("SoftmaxCrossEntropyLoss", List.of(INVARIANCE)),
            entry("loss.multi_margin", List.of(INVARIANCE)),
            entry(
                    "loss.triplet_margin",
                    List.of(of(
                            "translation",
                            "(anchor + λ, positive + λ, negative + λ) -> y",
                            Actions.zeroPerEntry("anchor"),
                            VectorEquivariances::translated,
                            Actions::fixed))));

    private VectorEquivariances() {}

    private static Equivariance rotation(Equivariance.Phi phi) {
        return of(
                        "rotation",
                        "(I − S)⁻¹·(I + S)·x -> y, S skew with the entries λ",
                        ReductionActions::skewZero,
                        phi,
                        Actions::fixed)
                .where(at -> at.arguments().get("x").size() > 1);
    }

    /** f(x + λ) = f(x) + f(λ). */
    static Equivariance additive(String function) {
        return of(
                "addition",
                "x + λ -> y + f(λ)",
                Actions.zeroPerEntry("x"),
                ReductionActions::shiftEach,
                new Combined(definition(function), Algebra::plus));
    }

    /** f(λ·x) = f(λ)·f(x), entry by entry. */
    private static Equivariance multiplicative(String function) {
        return of(
                "multiplication",
                "λ·x, entry by entry -> f(λ)·y",
                at -> Collections.nCopies(at.arguments().get("x").size(), 1.0),
                VectorEquivariances::scaledEach,
                new Combined(definition(function), Algebra::times));
    }

    private static Definition definition(String function) {
        return Functions.find(function).orElseThrow();
    }

    private interface Combine {
        <E> E of(Algebra<E> algebra, E x, E y);
    }

    /** y combined with f(λ). */
    private record Combined(Definition f, Combine combine) implements Equivariance.Psi {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
            Array<E> x = new Array<>(at.arguments().get("x").shape(), lambda);
            Array<E> moved = f.value(algebra, Arguments.of("x", x), at.parameters());
            return y.zip(moved, (one, other) -> combine.of(algebra, one, other));
        }
    }

    private static <E> Arguments<E> scaledEach(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        return in.with("x", in.get("x").zip(Array.vector(lambda), algebra::times));
    }

    private static <E> Arguments<E> translated(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
        Arguments<E> moved = in;
        for (String name : in.arrays().keySet()) {
            moved = moved.with(name, in.get(name).zip(Array.vector(lambda), algebra::plus));
        }
        return moved;
    }

    private static <E> Array<E> shifted(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.map(entry -> algebra.plus(entry, Actions.scalar(lambda)));
    }

    private static <E> Array<E> shiftedByLogarithm(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.map(entry -> algebra.plus(entry, algebra.log(Actions.scalar(lambda))));
    }

    private static <E> Array<E> logTilted(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return ReductionActions.logTilted(algebra, y, lambda, 0);
    }
}
