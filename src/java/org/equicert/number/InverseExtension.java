package org.equicert.number;

import org.equicert.number.Undecided.Reason;

/**
 * Inverse sine, cosine and hyperbolic functions of balls. At one exact number each is an expression in functions that enclose
 * theirs, written so that nothing cancels; so it encloses its own. All are monotone: a ball's image is what lies between the
 * images of its ends.
 */
final class InverseExtension {
    private static final Kernel ASIN = ((Kernel) InverseExtension::asin).refined();
    private static final Kernel ACOS = ((Kernel) InverseExtension::acos).refined();
    private static final Kernel ASINH = ((Kernel) InverseExtension::asinh).refined();
    private static final Kernel ACOSH = ((Kernel) InverseExtension::acosh).refined();
    private static final Kernel ATANH = ((Kernel) InverseExtension::atanh).refined();
    private static final Dyadic ONE = Dyadic.of(1);
    private static final Dyadic MINUS_ONE = Dyadic.of(-1);

    private InverseExtension() {}

    static Ball asin(Balls balls, Ball x) {
        require(x.low().compareTo(MINUS_ONE) >= 0 && x.high().compareTo(ONE) <= 0, "inverse sine", x);
        return between(balls, x, ASIN);
    }

    static Ball acos(Balls balls, Ball x) {
        require(x.low().compareTo(MINUS_ONE) >= 0 && x.high().compareTo(ONE) <= 0, "inverse cosine", x);
        return between(balls, x, ACOS);
    }

    static Ball asinh(Balls balls, Ball x) {
        return between(balls, x, ASINH);
    }

    static Ball acosh(Balls balls, Ball x) {
        require(x.low().compareTo(ONE) >= 0, "inverse hyperbolic cosine", x);
        return between(balls, x, ACOSH);
    }

    static Ball atanh(Balls balls, Ball x) {
        require(x.low().compareTo(MINUS_ONE) > 0 && x.high().compareTo(ONE) < 0, "inverse hyperbolic tangent", x);
        return between(balls, x, ATANH);
    }

    private static void require(boolean inside, String function, Ball x) {
        if (!inside) {
            throw new Undecided(Reason.DOMAIN, function + " of " + x + ", which may lie outside its domain");
        }
    }

    private static Ball between(Balls balls, Ball x, Kernel f) {
        return x.isExact() ? Extension.at(balls, f, x.mid) : Extension.hull(balls, x, f);
    }

    /** The angle of (√((1 − x)(1 + x)), x). */
    private static Ball asin(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball number = new Ball(x, Bound.ZERO);
        Ball square = balls.times(balls.minus(Ball.ONE, number), balls.plus(Ball.ONE, number));
        return x.signum() == 0 ? Ball.ZERO : balls.atan2(number, balls.sqrt(square));
    }

    /** Twice the angle of (√(1 + x), √(1 − x)). */
    private static Ball acos(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball number = new Ball(x, Bound.ZERO);
        Ball half = balls.atan2(balls.sqrt(balls.minus(Ball.ONE, number)), balls.sqrt(balls.plus(Ball.ONE, number)));
        return balls.plus(half, half);
    }

    /** log(1 + x + x²/(1 + √(1 + x²))) for x ≥ 0, odd. */
    private static Ball asinh(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball size = new Ball(x.abs(), Bound.ZERO);
        Ball square = balls.times(size, size);
        Ball root = balls.sqrt(balls.plus(Ball.ONE, square));
        Ball result = balls.log1p(balls.plus(size, balls.over(square, balls.plus(Ball.ONE, root))));
        return x.signum() < 0 ? balls.negate(result) : result;
    }

    /** log(1 + t + √(t (t + 2))) with t = x − 1. */
    private static Ball acosh(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball t = balls.minus(new Ball(x, Bound.ZERO), Ball.ONE);
        return balls.log1p(balls.plus(t, balls.sqrt(balls.times(t, balls.plus(t, balls.of(2L))))));
    }

    /** ½ log(1 + 2x/(1 − x)) for x ≥ 0, odd. */
    private static Ball atanh(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball size = new Ball(x.abs(), Bound.ZERO);
        Ball ratio = balls.over(balls.plus(size, size), balls.minus(Ball.ONE, size));
        Ball result = balls.half(balls.log1p(ratio));
        return x.signum() < 0 ? balls.negate(result) : result;
    }
}
