package org.equicert.function;

import static org.equicert.function.Range.POSITIVE;
import static org.equicert.function.Range.REAL;
import static org.equicert.function.Term.*;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.equicert.function.Pointwise.Ranges;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/**
 * Losses. Most are the mean over entries of a formula in prediction x and target: a row is a name, the formula and ranges.
 * Those of a whole vector have a formula of their own below.
 */
public final class Losses {
    private static final Term X = named("x");
    private static final Term X1 = named("x1");
    private static final Term X2 = named("x2");
    private static final Term TARGET = named("target");
    private static final Term VAR = named("var");
    private static final Term RESIDUAL = X.minus(TARGET);
    private static final Term HALF = exactly(0.5);
    private static final Range SCORE = REAL.upTo(16);
    private static final Range SHARE = POSITIVE.below(1);

    /** In the order of reports. */
    static final List<Definition> ALL = List.of(
            mean(
                    "loss.binary_cross_entropy",
                    TARGET.times(log(X))
                            .plus(exactly(1).minus(TARGET).times(log1p(X.negated())))
                            .negated(),
                    SHARE.without(0.5),
                    SHARE),
            mean("loss.binary_cross_entropy_with_logits", softplus(X).minus(X.times(TARGET)), SCORE, SHARE),
            Pointwise.mean(
                    "loss.gaussian_nll",
                    HALF.times(log(VAR).plus(RESIDUAL.squared().over(VAR))),
                    Ranges.of("x", SCORE)
                            .and("target", SCORE)
                            .and("var", POSITIVE.above(0x1p-6).upTo(64)),
                    Parameters.NONE),
            mean(
                    "loss.huber",
                    beyond(
                            named("delta"),
                            HALF.times(RESIDUAL.squared()),
                            named("delta").times(Term.abs(RESIDUAL).minus(HALF.times(named("delta"))))),
                    REAL,
                    REAL,
                    Parameters.of("delta", 1.25)),
            mean("loss.kl_div", TARGET.times(log(TARGET).minus(X)), SCORE, POSITIVE),
            mean("loss.l1", Term.abs(RESIDUAL), REAL, REAL),
            mean("loss.mse", RESIDUAL.squared(), REAL, REAL),
            mean("loss.poisson_nll", exp(X).minus(TARGET.times(X)), SCORE, POSITIVE),
            mean(
                    "loss.smooth_l1",
                    beyond(
                            named("beta"),
                            HALF.times(RESIDUAL.squared()).over(named("beta")),
                            Term.abs(RESIDUAL).minus(HALF.times(named("beta")))),
                    REAL,
                    REAL,
                    Parameters.of("beta", 0.75)),
            Pointwise.mean(
                    "loss.soft_margin",
                    softplus(X.times(TARGET).negated()),
                    Ranges.of("x", SCORE.upTo(4)).andData("target", SCORE.upTo(4)),
                    Parameters.NONE),
            Pointwise.mean(
                    "loss.hinge_embedding",
                    relu(named("margin").minus(X)),
                    Ranges.of("x", REAL.without(1.25)),
                    Parameters.of("margin", 1.25)),
            Pointwise.mean(
                    "loss.margin_ranking",
                    relu(named("margin").minus(X1.minus(X2))),
                    Ranges.of("x1", REAL).and("x2", REAL),
                    Parameters.of("margin", 0.75)),
            vector("NegativeLogLikelihoodLoss", "-x[label]", Set.of(), Stability.COMPONENTWISE, Losses::likelihood),
            vector(
                    "SoftmaxCrossEntropyLoss",
                    "-log softmax(x)[label]",
                    Set.of(Capability.ELEMENTARY),
                    Stability.ROWWISE,
                    Losses::crossEntropy),
            vector(
                    "loss.multi_margin",
                    "sum over j other than label of max(0, 1 - x[label] + x[j]) over n",
                    Set.of(Capability.DIVISION, Capability.ORDER),
                    Stability.COMPONENTWISE,
                    Losses::multiMargin),
            vectors(
                    "loss.cosine_embedding",
                    "x1 (n), x2 (n) -> 1 - x1·x2 / sqrt((x1·x1 + ε)·(x2·x2 + ε)) with ε = 10⁻¹², scalar",
                    List.of("x1", "x2"),
                    Set.of(Capability.DIVISION, Capability.ROOT),
                    Losses::cosineEmbedding),
            vectors(
                    "loss.triplet_margin",
                    "anchor (n), positive (n), negative (n) -> max(0, 1 + d(positive) - d(negative)) with d(z) the"
                            + " Euclidean norm of anchor - z + 10⁻⁶, scalar",
                    List.of("anchor", "positive", "negative"),
                    Set.of(Capability.DIVISION, Capability.ORDER, Capability.ROOT),
                    Losses::tripletMargin));

    private Losses() {}

    /** A function of scores x (n) of which one is the right one. */
    private static Definition vector(
            String name, String text, Set<Capability> needs, Stability stability, Formula formula) {
        return new Definition(
                name,
                "x (n), label -> " + text + ", scalar",
                needs,
                stability,
                List.of("x"),
                formula,
                (size, random) -> Draw.defined(formula, () -> {
                    int n = 1 + Draw.length(size, random);
                    return new Point(
                            Parameters.of("label", (long) random.nextInt(n)),
                            Arguments.of("x", SCORE.array(size, random, n)));
                }),
                Optional.empty());
    }

    /** A function of several vectors of one length. */
    private static Definition vectors(
            String name, String text, List<String> names, Set<Capability> needs, Formula formula) {
        return new Definition(
                name,
                text,
                needs,
                Stability.ROWWISE,
                names,
                formula,
                (size, random) -> Draw.defined(formula, () -> {
                    Arguments<Double> in = new Arguments<>(new LinkedHashMap<>());
                    for (String argument : names) {
                        in = in.with(argument, Draw.array(random, size + 1));
                    }
                    return new Point(Parameters.NONE, in);
                }),
                Optional.empty());
    }

    private static <E> Array<E> likelihood(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.negate(in.get("x").get(parameters.whole("label"))));
    }

    private static <E> Array<E> crossEntropy(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        return Array.scalar(algebra.minus(Reductions.logSumExp(algebra, x), x.get(parameters.whole("label"))));
    }

    private static <E> Array<E> multiMargin(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        int label = parameters.whole("label");
        E bar = algebra.minus(algebra.one(), x.get(label));
        List<E> terms = new ArrayList<>();
        for (int j = 0; j < x.size(); j++) {
            if (j != label) {
                terms.add(algebra.relu(algebra.plus(bar, x.get(j))));
            }
        }
        return Array.scalar(algebra.over(algebra.sum(terms), algebra.of((long) x.size())));
    }

    private static <E> Array<E> cosineEmbedding(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x1 = in.get("x1").entries();
        List<E> x2 = in.get("x2").entries();
        E epsilon = algebra.over(algebra.one(), algebra.of(1_000_000_000_000L));
        E product = algebra.times(
                algebra.plus(Products.dot(algebra, x1, x1), epsilon),
                algebra.plus(Products.dot(algebra, x2, x2), epsilon));
        return Array.scalar(
                algebra.minus(algebra.one(), algebra.over(Products.dot(algebra, x1, x2), algebra.sqrt(product))));
    }

    private static <E> Array<E> tripletMargin(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        E near = distance(algebra, in.get("anchor"), in.get("positive"));
        E far = distance(algebra, in.get("anchor"), in.get("negative"));
        return Array.scalar(algebra.relu(algebra.plus(algebra.one(), algebra.minus(near, far))));
    }

    private static <E> E distance(Algebra<E> algebra, Array<E> x, Array<E> y) {
        E epsilon = algebra.over(algebra.one(), algebra.of(1_000_000L));
        List<E> between =
                x.zip(y, (a, b) -> algebra.plus(algebra.minus(a, b), epsilon)).entries();
        return algebra.sqrt(Products.dot(algebra, between, between));
    }

    private static Definition mean(String name, Term formula, Range x, Range target) {
        return mean(name, formula, x, target, Parameters.NONE);
    }

    private static Definition mean(String name, Term formula, Range x, Range target, Parameters parameters) {
        return Pointwise.mean(name, formula, Ranges.of("x", x).and("target", target), parameters);
    }

    /** {@code near} where the residual is smaller than the bound, {@code far} where it is larger. */
    private static Term beyond(Term bound, Term near, Term far) {
        return cases(RESIDUAL.minus(bound), cases(RESIDUAL.plus(bound), far, near), far);
    }
}
