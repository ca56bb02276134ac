package org.equicert.function;

import static org.equicert.function.Range.POSITIVE;
import static org.equicert.function.Range.REAL;
import static org.equicert.function.Term.*;

import java.util.List;
import org.equicert.function.Pointwise.Ranges;

/**
 * Functions that act entry by entry: those of the Python array API that have derivatives, then ONNX's activations and what
 * libraries have besides. A row is a name, a formula and the ranges of the arguments; the formula is the definition.
 *
 * <p>Formulas are those that libraries document, with the cancellations that these have: gelu's 1 + erf is not erfc.
 */
public final class Elementwise {
    private static final Term X = named("x");
    private static final Term X1 = named("x1");
    private static final Term X2 = named("x2");
    private static final Term ALPHA = named("alpha");
    private static final Term HALF = exactly(0.5);

    private static final Range UNIT = REAL.above(-1).below(1);
    private static final Range SHARE = POSITIVE.below(1);
    /** What exponentials are asked of: 2^±92 and its derivatives fit in single precision. */
    private static final Range EXPONENT = REAL.upTo(64);
    /** PyTorch documents that its softplus is linear beyond 20. */
    private static final Range UNSATURATED = REAL.upTo(16);
    /** e^(−x²) and its derivatives fit in single precision. */
    private static final Range BELL = REAL.upTo(8);

    /** In the order of reports. */
    static final List<Definition> ALL = List.of(
            // the array API, one argument
            of("abs", Term.abs(X), REAL),
            of("acos", acos(X), UNIT),
            of("acosh", acosh(X), REAL.above(1)),
            of("asin", asin(X), UNIT),
            of("asinh", asinh(X), REAL),
            of("atan", atan(X), REAL),
            of("atanh", atanh(X), UNIT),
            of(
                    "clip",
                    cases(X.minus(named("min")), named("min"), cases(X.minus(named("max")), X, named("max"))),
                    REAL.without(-1.5, 1.25),
                    Parameters.of("min", -1.5).with("max", 1.25)),
            of("cos", cos(X), REAL.upTo(0x1p12)),
            of("cosh", cosh(X), EXPONENT),
            of("exp", exp(X), EXPONENT),
            of("expm1", expm1(X), EXPONENT),
            of("log", log(X), POSITIVE),
            of("log1p", log1p(X), REAL.above(-1)),
            of("log2", log(X).over(log(exactly(2))), POSITIVE),
            of("log10", log(X).over(log(exactly(10))), POSITIVE),
            of("negative", X.negated(), REAL),
            of("reciprocal", X.inverse(), REAL.without(0.0)),
            of("sin", sin(X), REAL.upTo(0x1p12)),
            of("sinh", sinh(X), EXPONENT),
            of("sqrt", sqrt(X), POSITIVE),
            of("square", X.squared(), REAL),
            of("tan", tan(X), REAL.above(-1.5).below(1.5)),
            of("tanh", tanh(X), EXPONENT),
            // the array API, two arguments
            of("add", X1.plus(X2), REAL, REAL),
            of("atan2", atan2(X1, X2), REAL.without(0.0), REAL.without(0.0)),
            of("copysign", cases(X2, Term.abs(X1).negated(), Term.abs(X1)), REAL, REAL),
            of("divide", X1.over(X2), REAL, REAL.without(0.0)),
            of("hypot", sqrt(X1.squared().plus(X2.squared())), REAL, REAL),
            of("logaddexp", log(exp(X1).plus(exp(X2))), EXPONENT, EXPONENT),
            of("maximum", max(X1, X2), REAL, REAL),
            of("minimum", min(X1, X2), REAL, REAL),
            of("multiply", X1.times(X2), REAL, REAL),
            of("pow", pow(X1, X2), POSITIVE.above(0x1p-4).upTo(16), REAL.upTo(8)),
            of("subtract", X1.minus(X2), REAL, REAL),
            // activations, ONNX's names first
            of(
                    "Celu",
                    cases(X, ALPHA.times(expm1(X.over(ALPHA))), X),
                    EXPONENT.without(0.0),
                    Parameters.of("alpha", 1.5)),
            of("Elu", cases(X, ALPHA.times(expm1(X)), X), EXPONENT.without(0.0), Parameters.of("alpha", 1.25)),
            of("Erf", erf(X), BELL),
            of("Gelu", HALF.times(X).times(erf(X.over(sqrt(exactly(2)))).plus(1)), BELL),
            of(
                    "Gelu.tanh",
                    HALF.times(X)
                            .times(tanh(sqrt(exactly(2).over(pi()))
                                            .times(X.plus(ratio(44715, 1_000_000)
                                                    .times(X)
                                                    .times(X)
                                                    .times(X))))
                                    .plus(1)),
                    BELL),
            of("HardSigmoid", clamped(X.over(6).plus(0.5), 3, 0, 1), REAL.without(-3.0, 3.0)),
            of("HardSwish", X.times(clamped(X.over(6).plus(0.5), 3, 0, 1)), REAL.without(-3.0, 3.0)),
            of("LeakyRelu", cases(X, ALPHA.times(X), X), REAL, Parameters.of("alpha", 0x1p-6)),
            of("Mish", X.times(tanh(softplus(X))), UNSATURATED),
            of("Relu", relu(X), REAL),
            of("Selu", selu(1_050_700_987_355_480_493L, 1_673_263_242_354_377_285L), EXPONENT.without(0.0)),
            of("Sigmoid", logistic(X), EXPONENT),
            of("Softplus", softplus(X), UNSATURATED),
            of("Softsign", X.over(Term.abs(X).plus(1)), REAL),
            of(
                    "Shrink",
                    cases(X.plus(0.5), X.plus(0.5), cases(X.minus(0.5), exactly(0), X.minus(0.5))),
                    REAL.without(-0.5, 0.5)),
            of("Swish", X.times(logistic(X)), EXPONENT),
            of("hardtanh", clamped(X, 1, -1, 1), REAL.without(-1.0, 1.0)),
            of("log_sigmoid", softplus(X.negated()).negated(), EXPONENT),
            of("relu6", cases(X, exactly(0), cases(X.minus(6), X, exactly(6))), REAL.without(0.0, 6.0)),
            of("tanhshrink", X.minus(tanh(X)), EXPONENT),
            // special functions
            of("digamma", digamma(X), POSITIVE.above(-4).upTo(0x1p12).without(0.0, -1.0, -2.0, -3.0)),
            of("entr", X.times(log(X)).negated(), POSITIVE),
            of("erfc", erfc(X), BELL),
            of("exp2", exp(X.times(log(exactly(2)))), EXPONENT),
            of("lerp", X1.plus(named("weight").times(X2.minus(X1))), REAL, REAL, Parameters.of("weight", 0.375)),
            of("lgamma", lgamma(X), POSITIVE.upTo(0x1p12)),
            of("log_ndtr", log(HALF.times(erfc(X.negated().over(sqrt(exactly(2)))))), BELL),
            of("logit", log(X.over(exactly(1).minus(X))), SHARE),
            of("ndtr", HALF.times(erfc(X.negated().over(sqrt(exactly(2))))), BELL),
            of("rsqrt", sqrt(X).inverse(), POSITIVE),
            of("sinc", sin(pi().times(X)).over(pi().times(X)), REAL.upTo(0x1p8).without(0.0)),
            of("xlog1py", X1.times(log1p(X2)), REAL, REAL.above(-1)),
            of("xlogy", X1.times(log(X2)), REAL, POSITIVE));

    private Elementwise() {}

    private static Definition of(String name, Term formula, Range x) {
        return of(name, formula, x, Parameters.NONE);
    }

    private static Definition of(String name, Term formula, Range x, Parameters parameters) {
        return Pointwise.each(name, formula, Ranges.of("x", x), parameters);
    }

    private static Definition of(String name, Term formula, Range x1, Range x2) {
        return of(name, formula, x1, x2, Parameters.NONE);
    }

    private static Definition of(String name, Term formula, Range x1, Range x2, Parameters parameters) {
        return Pointwise.each(name, formula, Ranges.of("x1", x1).and("x2", x2), parameters);
    }

    /** The formula where |x| is below the bound, else the constant of that side. */
    private static Term clamped(Term formula, double bound, double below, double above) {
        return cases(X.plus(bound), exactly(below), cases(X.minus(bound), formula, exactly(above)));
    }

    /** The constants times 10¹⁸, as in the paper and in every library. */
    private static Term selu(long scale, long alpha) {
        long unit = 1_000_000_000_000_000_000L;
        return ratio(scale, unit).times(cases(X, ratio(alpha, unit).times(expm1(X)), X));
    }
}
