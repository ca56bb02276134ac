package org.equicert.equivariance;

import static org.equicert.equivariance.PointwiseEquivariance.LAMBDA;
import static org.equicert.equivariance.PointwiseEquivariance.Y;
import static org.equicert.function.Term.*;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.function.Term;

/**
 * The equivariances of functions that act entry by entry, one λ for each entry, so that K has full rank where there is one
 * argument. Each is a functional equation of the function: e^(x + λ) = e^λ·e^x. A row is the function, the name, λ₀, φ and ψ.
 *
 * <p>φ and ψ are written to hold for every x and λ near λ₀. Where an addition theorem has two branches (sin, cos) or would leave
 * the domain (cosh, asin), another one stands: x ↦ 2·atan(e^(−λ)·tan(x/2)) takes cos x to (cos x + tanh λ)/(1 + cos x·tanh λ).
 */
final class ElementwiseEquivariances {
    private static final Term X = named("x");
    private static final Term X1 = named("x1");
    private static final Term X2 = named("x2");
    private static final Term TARGET = named("target");
    private static final Term ONE = exactly(1);
    private static final Term POWER = exp(LAMBDA);

    static final Map<String, List<Equivariance>> ALL = Stream.of(
                    of("abs", "scaling", 1, LAMBDA.times(X), LAMBDA.times(Y)),
                    of("acos", "cotangent scaling", 1, slanted(), angle(Y, LAMBDA, ONE)),
                    of(
                            "acosh",
                            "sine scaling",
                            1,
                            sqrt(LAMBDA.squared().times(X.squared().minus(1)).plus(1)),
                            asinh(LAMBDA.times(sinh(Y)))),
                    of("asin", "tangent scaling", 1, slanted(), angle(Y, ONE, LAMBDA)),
                    of(
                            "asinh",
                            "addition",
                            0,
                            X.times(cosh(LAMBDA)).plus(sqrt(X.squared().plus(1)).times(sinh(LAMBDA))),
                            Y.plus(LAMBDA)),
                    of("atan", "tangent scaling", 1, LAMBDA.times(X), angle(Y, ONE, LAMBDA)),
                    of("atanh", "addition", 0, added(X), Y.plus(LAMBDA)),
                    of("cos", "aberration", 0, X.plus(aberration(sin(X), cos(X))), added(Y)),
                    of(
                            "cosh",
                            "sine scaling",
                            1,
                            asinh(LAMBDA.times(sinh(X))),
                            sqrt(LAMBDA.squared().times(Y.squared().minus(1)).plus(1))),
                    of("exp", "shift", 0, X.plus(LAMBDA), POWER.times(Y)),
                    of(
                            "exp2",
                            "shift",
                            0,
                            X.plus(LAMBDA),
                            exp(LAMBDA.times(log(exactly(2)))).times(Y)),
                    of("expm1", "shift", 0, X.plus(LAMBDA), POWER.times(Y).plus(expm1(LAMBDA))),
                    of("log", "scaling", 1, LAMBDA.times(X), Y.plus(log(LAMBDA))),
                    of("log1p", "scaling of 1 + x", 1, LAMBDA.times(X).plus(LAMBDA.minus(1)), Y.plus(log(LAMBDA))),
                    of("log2", "scaling", 1, LAMBDA.times(X), Y.plus(log(LAMBDA).over(log(exactly(2))))),
                    of(
                            "log10",
                            "scaling",
                            1,
                            LAMBDA.times(X),
                            Y.plus(log(LAMBDA).over(log(exactly(10))))),
                    of("negative", "shift", 0, X.plus(LAMBDA), Y.minus(LAMBDA)),
                    of("negative", "scaling", 1, LAMBDA.times(X), LAMBDA.times(Y)),
                    of("reciprocal", "scaling", 1, LAMBDA.times(X), Y.over(LAMBDA)),
                    of("sin", "aberration", 0, X.minus(aberration(cos(X), sin(X))), added(Y)),
                    of(
                            "sinh",
                            "shift",
                            0,
                            X.plus(LAMBDA),
                            Y.times(cosh(LAMBDA)).plus(sqrt(Y.squared().plus(1)).times(sinh(LAMBDA)))),
                    of("sqrt", "scaling", 1, LAMBDA.squared().times(X), LAMBDA.times(Y)),
                    of("square", "scaling", 1, LAMBDA.times(X), LAMBDA.squared().times(Y)),
                    of("tan", "angle", 1, angle(X, ONE, LAMBDA), LAMBDA.times(Y)),
                    of("tanh", "shift", 0, X.plus(LAMBDA), added(Y)),
                    //
                    of("add", "shift", 0, X1, X2.plus(LAMBDA), Y.plus(LAMBDA)),
                    of("add", "compensation", 0, X1.plus(LAMBDA), X2.minus(LAMBDA), Y),
                    of("atan2", "scaling", 1, LAMBDA.times(X1), LAMBDA.times(X2), Y),
                    of("atan2", "tangent scaling", 1, LAMBDA.times(X1), X2, angle(Y, ONE, LAMBDA)),
                    of("copysign", "scaling", 1, LAMBDA.times(X1), X2, LAMBDA.times(Y)),
                    of("copysign", "scaling of the sign", 1, X1, LAMBDA.times(X2), Y),
                    of("divide", "scaling", 1, LAMBDA.times(X1), X2, LAMBDA.times(Y)),
                    of("divide", "cancellation", 1, LAMBDA.times(X1), LAMBDA.times(X2), Y),
                    of("hypot", "scaling", 1, LAMBDA.times(X1), LAMBDA.times(X2), LAMBDA.times(Y)),
                    of(
                            "hypot",
                            "rotation",
                            0,
                            X1.times(cos(LAMBDA)).minus(X2.times(sin(LAMBDA))),
                            X2.times(cos(LAMBDA)).plus(X1.times(sin(LAMBDA))),
                            Y),
                    of("lerp", "shift", 0, X1.plus(LAMBDA), X2.plus(LAMBDA), Y.plus(LAMBDA)),
                    of("lerp", "scaling", 1, LAMBDA.times(X1), LAMBDA.times(X2), LAMBDA.times(Y)),
                    of("logaddexp", "shift", 0, X1.plus(LAMBDA), X2.plus(LAMBDA), Y.plus(LAMBDA)),
                    of("maximum", "shift", 0, X1.plus(LAMBDA), X2.plus(LAMBDA), Y.plus(LAMBDA)),
                    of("maximum", "scaling", 1, LAMBDA.times(X1), LAMBDA.times(X2), LAMBDA.times(Y)),
                    of("minimum", "shift", 0, X1.plus(LAMBDA), X2.plus(LAMBDA), Y.plus(LAMBDA)),
                    of("minimum", "scaling", 1, LAMBDA.times(X1), LAMBDA.times(X2), LAMBDA.times(Y)),
                    of("multiply", "scaling", 1, LAMBDA.times(X1), X2, LAMBDA.times(Y)),
                    of("multiply", "rescaling", 1, LAMBDA.times(X1), X2.over(LAMBDA), Y),
                    of("pow", "power of a power", 1, pow(X1, LAMBDA), X2.over(LAMBDA), Y),
                    of("pow", "scaling of the exponent", 1, X1, LAMBDA.times(X2), pow(Y, LAMBDA)),
                    of("subtract", "shift", 0, X1.plus(LAMBDA), X2, Y.plus(LAMBDA)),
                    of("subtract", "common shift", 0, X1.plus(LAMBDA), X2.plus(LAMBDA), Y),
                    of("xlog1py", "scaling", 1, LAMBDA.times(X1), X2, LAMBDA.times(Y)),
                    of("xlog1py", "power", 1, X1.over(LAMBDA), expm1(LAMBDA.times(log1p(X2))), Y),
                    of("xlogy", "scaling", 1, LAMBDA.times(X1), X2, LAMBDA.times(Y)),
                    of("xlogy", "power", 1, X1.over(LAMBDA), pow(X2, LAMBDA), Y),
                    //
                    of("LeakyRelu", "scaling", 1, LAMBDA.times(X), LAMBDA.times(Y)),
                    of("Relu", "scaling", 1, LAMBDA.times(X), LAMBDA.times(Y)),
                    of(
                            "Sigmoid",
                            "shift",
                            0,
                            X.plus(LAMBDA),
                            POWER.times(Y).over(expm1(LAMBDA).times(Y).plus(1))),
                    of("Softplus", "shift", 0, X.plus(LAMBDA), log1p(POWER.times(expm1(Y)))),
                    of(
                            "Softsign",
                            "scaling",
                            1,
                            LAMBDA.times(X),
                            LAMBDA.times(Y)
                                    .over(LAMBDA.minus(1).times(Term.abs(Y)).plus(1))),
                    of(
                            "log_sigmoid",
                            "shift",
                            0,
                            X.plus(LAMBDA),
                            log1p(expm1(Y.negated()).over(POWER)).negated()),
                    of(
                            "logit",
                            "tilt",
                            0,
                            POWER.times(X).over(expm1(LAMBDA).times(X).plus(1)),
                            Y.plus(LAMBDA)),
                    of("rsqrt", "scaling", 1, LAMBDA.squared().times(X), Y.over(LAMBDA)),
                    //
                    mean(
                            "loss.binary_cross_entropy",
                            "target shift",
                            Map.of("target", TARGET.plus(LAMBDA.over(log(X.over(ONE.minus(X)))))),
                            LAMBDA.negated()),
                    mean(
                            "loss.binary_cross_entropy_with_logits",
                            "target shift",
                            Map.of("target", TARGET.plus(LAMBDA.over(X))),
                            LAMBDA.negated()),
                    mean("loss.gaussian_nll", "common shift", together(), exactly(0)),
                    mean(
                            "loss.gaussian_nll",
                            "scaling",
                            Map.of(
                                    "x", POWER.times(X),
                                    "target", POWER.times(TARGET),
                                    "var", POWER.squared().times(named("var"))),
                            LAMBDA),
                    mean("loss.huber", "common shift", together(), exactly(0)),
                    mean("loss.kl_div", "shift", Map.of("x", X.plus(LAMBDA.over(TARGET))), LAMBDA.negated()),
                    mean("loss.l1", "common shift", together(), exactly(0)),
                    mean(
                            "loss.margin_ranking",
                            "common shift",
                            Map.of("x1", X1.plus(LAMBDA), "x2", X2.plus(LAMBDA)),
                            exactly(0)),
                    mean("loss.mse", "common shift", together(), exactly(0)),
                    mean("loss.smooth_l1", "common shift", together(), exactly(0)),
                    mean(
                            "loss.poisson_nll",
                            "target shift",
                            Map.of("target", TARGET.plus(LAMBDA.over(X))),
                            LAMBDA.negated()))
            .collect(Collectors.groupingBy(Row::function, Collectors.mapping(Row::equivariance, Collectors.toList())));

    private ElementwiseEquivariances() {}

    private record Row(String function, Equivariance equivariance) {}

    private static Row of(String function, String name, double identity, Term x, Term psi) {
        return new Row(function, PointwiseEquivariance.each(name, identity, Map.of("x", x), psi));
    }

    private static Row of(String function, String name, double identity, Term x1, Term x2, Term psi) {
        return new Row(function, PointwiseEquivariance.each(name, identity, Map.of("x1", x1, "x2", x2), psi));
    }

    private static Row mean(String function, String name, Map<String, Term> phi, Term psi) {
        return new Row(function, PointwiseEquivariance.mean(name, 0, phi, psi));
    }

    /** Prediction and target move alike. */
    private static Map<String, Term> together() {
        return Map.of("x", X.plus(LAMBDA), "target", TARGET.plus(LAMBDA));
    }

    /** The number whose inverse sine has λ times the tangent of that of x. */
    private static Term slanted() {
        Term cosine = ONE.minus(X).times(ONE.plus(X));
        return LAMBDA.times(X).over(sqrt(cosine.plus(LAMBDA.squared().times(X.squared()))));
    }

    /** tanh(atanh z + λ). */
    private static Term added(Term z) {
        return z.plus(tanh(LAMBDA)).over(z.times(tanh(LAMBDA)).plus(1));
    }

    /** The angle near z whose tangent is n/d times that of z. */
    private static Term angle(Term z, Term d, Term n) {
        Term difference = n.minus(d).times(sin(z)).times(cos(z));
        return z.plus(atan(difference.over(d.times(cos(z).squared()).plus(n.times(sin(z).squared())))));
    }

    /** 2·atan(e^(−λ)·t) − 2·atan t, where t is the tangent of half the angle with this sine and cosine. */
    private static Term aberration(Term sine, Term cosine) {
        Term shrunk = exp(LAMBDA.negated());
        Term denominator = ONE.plus(cosine).plus(shrunk.times(ONE.minus(cosine)));
        return exactly(2).times(atan(expm1(LAMBDA.negated()).times(sine).over(denominator)));
    }
}
