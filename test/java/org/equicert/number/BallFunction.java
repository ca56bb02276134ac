package org.equicert.number;

import java.util.function.Predicate;

/** The functions of one number that balls have, with where they are defined. */
enum BallFunction {
    SQRT(Balls::sqrt, x -> x.low().signum() >= 0),
    ABS(BallOrder::abs, x -> true),
    SQUARE((balls, x) -> balls.power(x, 2), x -> true),
    CUBE((balls, x) -> balls.power(x, 3), x -> true),
    POWER_MINUS_7((balls, x) -> balls.power(x, -7), x -> !x.containsZero()),
    POWER_40((balls, x) -> balls.power(x, 40), x -> true),
    POW_5_2((balls, x) -> balls.pow(x, Ball.exact(2.5)), x -> x.low().signum() > 0),
    POW_MINUS_1_3(
            (balls, x) -> balls.pow(x, Balls.ofBits(400).of(Rational.of(-1, 3))),
            x -> x.low().signum() > 0),
    EXP(Balls::exp, BallFunction::isBelowExpLimit),
    EXPM1(Balls::expm1, BallFunction::isBelowExpLimit),
    LOG(Balls::log, x -> x.low().signum() > 0),
    LOG1P(Balls::log1p, x -> x.low().compareTo(Dyadic.of(-1)) > 0),
    SIN(Balls::sin, x -> true),
    COS(Balls::cos, x -> true),
    TAN(
            Balls::tan,
            x -> Balls.ofBits(100).sign(Balls.ofBits(100).cos(x)) != Sign.UNKNOWN
                    && x.above().compareTo(Bound.powerOfTwo(1 << 12)) < 0),
    ATAN(Balls::atan, x -> true),
    ASIN(Balls::asin, x -> x.above().compareTo(Bound.powerOfTwo(0)) <= 0),
    ACOS(Balls::acos, x -> x.above().compareTo(Bound.powerOfTwo(0)) <= 0),
    ASINH(Balls::asinh, x -> true),
    ACOSH(Balls::acosh, x -> x.low().compareTo(Dyadic.of(1)) >= 0),
    ATANH(Balls::atanh, x -> x.above().compareTo(Bound.powerOfTwo(0)) < 0),
    SINH(Balls::sinh, BallFunction::isBelowExpLimit),
    COSH(Balls::cosh, BallFunction::isBelowExpLimit),
    TANH(Balls::tanh, x -> true),
    LOGISTIC(Balls::logistic, BallFunction::isBelowExpLimit),
    SOFTPLUS(Balls::softplus, BallFunction::isBelowExpLimit),
    ERF(Balls::erf, x -> true),
    ERFC(Balls::erfc, x -> x.high().compareTo(Dyadic.of(1L << 19)) < 0),
    GAMMA(Balls::gamma, x -> hasNoPole(x) && isNotFarBelowZero(x) && x.above().compareTo(Bound.powerOfTwo(20)) < 0),
    LGAMMA(Balls::lgamma, x -> hasNoPole(x) && (x.isExact() || isNotFarBelowZero(x))),
    DIGAMMA((balls, x) -> balls.polygamma(0, x), x -> hasNoPole(x) && isNotFarBelowZero(x)),
    TRIGAMMA((balls, x) -> balls.polygamma(1, x), x -> hasNoPole(x) && isNotFarBelowZero(x)),
    TETRAGAMMA((balls, x) -> balls.polygamma(2, x), x -> hasNoPole(x) && isNotFarBelowZero(x));

    interface Operation {
        Ball on(Balls balls, Ball x);
    }

    private final Operation operation;
    private final Predicate<Ball> domain;

    BallFunction(Operation operation, Predicate<Ball> domain) {
        this.operation = operation;
        this.domain = domain;
    }

    Ball on(Balls balls, Ball x) {
        return operation.on(balls, x);
    }

    boolean isDefinedAt(Ball x) {
        return domain.test(x);
    }

    private static boolean isBelowExpLimit(Ball x) {
        return x.above().compareTo(Bound.powerOfTwo(39)) < 0;
    }

    /** Far below zero the functions of the gamma family climb step by step, which shows nothing new. */
    private static boolean isNotFarBelowZero(Ball x) {
        return x.low().compareTo(Dyadic.of(-1L << 5)) > 0;
    }

    /** Whether no integer from 0 down lies in x. */
    private static boolean hasNoPole(Ball x) {
        if (x.low().signum() > 0) {
            return true;
        }
        if (x.high().signum() >= 0 || x.low().top() > 100) {
            return false;
        }
        return x.low().negate().floor(0L).negate().compareTo(x.high().floor(0L)) > 0;
    }
}
