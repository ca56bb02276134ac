package org.equicert.number;

import org.equicert.number.Undecided.Reason;

/**
 * Functions of one exact number extended to balls. With midpoint m and radius r the mean value theorem gives |f(x) − f(m)| ≤
 * r sup |f′|; where the ball is wide, functions that are monotone are enclosed by their values at its ends, others by these
 * and their critical points. Not even a root at a ball that touches zero or a tanh that is saturated loses more than the
 * midpoint-radius form must.
 */
final class Extension {
    /** An operand with a radius (relative or absolute, as the function has it) beyond 2⁻¹⁰ counts as wide. */
    private static final int WIDE = -10;

    static final Bound WIDE_RADIUS = Bound.powerOfTwo(WIDE);

    /** Of a number beyond 2^this nobody asks between which integers or extrema it lies. */
    static final int LARGEST_INTEGER_PART = 1 << 16;

    /** The midpoint between two ends is found with so many more bits: a hull may be far narrower than one rounding of it. */
    private static final int WIDTH_BITS = 64;

    /** Slopes and widths are needed to a few digits only. */
    static final Balls COARSE = Balls.ofBits(32);

    private static final Kernel SINH = ((Kernel) Exponentials::sinh).refined();
    private static final Kernel COSH = ((Kernel) Exponentials::cosh).refined();
    private static final Kernel LOGISTIC = ((Kernel) Exponentials::logistic).refined();
    private static final Kernel SOFTPLUS = ((Kernel) Exponentials::softplus).refined();
    private static final Kernel ERF = ((Kernel) ErrorFunction::erf).refined();
    private static final Kernel ERFC = ((Kernel) ErrorFunction::erfc).refined();
    private static final Kernel GAMMA = ((Kernel) GammaFunction::gamma).refined();
    private static final Kernel LGAMMA = ((Kernel) GammaFunction::lgamma).refined();

    private Extension() {}

    /** A ball whose lower end is exactly 0 is in the domain. For 0 &lt; m − r: |√x − √m| ≤ r / (2 √(m − r)). */
    static Ball sqrt(Balls balls, Ball x) {
        if (x.mid.signum() < 0 || x.rad.compareToMagnitude(x.mid) > 0) {
            throw new Undecided(Reason.DOMAIN, "square root of " + x + ", which may be negative");
        }
        if (x.rad.isZero()) {
            return at(balls, Elementary::sqrt, x.mid);
        }
        if (isRelativelyWide(x)) {
            return hull(balls, x, Elementary::sqrt);
        }
        return at(balls, Elementary::sqrt, x.mid)
                .widen(x.rad.overUp(Balls.leastMagnitude(x).sqrtDown()).scaled(-1));
    }

    /** Monotone on either side of 0; |xⁿ − mⁿ| ≤ n r (|m| + r)^(n−1). */
    static Ball power(Balls balls, Ball x, int n) {
        if (n < 0) {
            return reciprocalPower(balls, x, n);
        }
        if (n <= 1) {
            return n == 0 ? Ball.ONE : balls.round(x);
        }
        Kernel f = (y, bits) -> Exponentials.power(y, n, bits);
        if (!isRelativelyWide(x)) {
            Ball outermost = new Ball(x.above().toDyadic(), Bound.ZERO);
            Bound slope = x.isExact()
                    ? Bound.ZERO
                    : power(COARSE, outermost, n - 1).above().timesUp(Bound.up(n, 0));
            return meanValue(balls, x, f, slope);
        }
        return n % 2 == 0 && x.containsZero() ? fromZero(balls, x, f) : hull(balls, x, f);
    }

    private static Ball reciprocalPower(Balls balls, Ball x, int n) {
        if (x.containsZero()) {
            throw new Undecided(Reason.SINGULAR, "a negative power of " + x + ", which contains 0");
        }
        if (n == Integer.MIN_VALUE) {
            return balls.over(reciprocalPower(balls, x, n + 1), x);
        }
        Balls fine = Balls.ofBits(balls.bits() + 4);
        if (!isRelativelyWide(x)) {
            return balls.round(fine.over(Ball.ONE, power(fine, x, -n)));
        }
        return hull(balls, x, (y, bits) -> fine.over(Ball.ONE, Exponentials.power(y, -n, bits + 4)));
    }

    /** The image of a ball that contains 0 under an even function that grows with |x|. */
    private static Ball fromZero(Balls balls, Ball x, Kernel f) {
        Dyadic outermost = x.mid.signum() < 0 ? x.low() : x.high();
        return union(balls, at(balls, f, Dyadic.ZERO), at(balls, f, outermost));
    }

    /** e^(y log x) with as many more bits as y log x has before the point. Where x reaches 0, between 0 and its ends' powers. */
    static Ball pow(Balls balls, Ball x, Ball y) {
        if (y.isExact() && y.mid.top() < Integer.SIZE && y.mid.equals(Dyadic.of((double) (int) y.midpoint()))) {
            return power(balls, x, (int) y.midpoint());
        }
        Dyadic low = x.low();
        if (low.signum() == 0 && y.low().signum() > 0 && x.mid.signum() >= 0) {
            return x.isExact() ? Ball.ZERO : union(balls, Ball.ZERO, atTop(balls, x, y));
        }
        if (low.signum() <= 0) {
            throw new Undecided(Reason.DOMAIN, "a real power of " + x + ", which is not certainly positive");
        }
        Ball size = COARSE.times(y, COARSE.log(x));
        int more = (int) Math.clamp(size.above().toDyadic().top(), 0, 2L * Elementary.EXP_LIMIT);
        Balls fine = Balls.ofBits(balls.bits() + more + 4);
        return balls.round(fine.exp(fine.times(y, fine.log(x))));
    }

    /** The greatest of xʸ where x ≥ 0 reaches 0 and y is positive. */
    private static Ball atTop(Balls balls, Ball x, Ball y) {
        Ball high = new Ball(x.high(), Bound.ZERO);
        Ball first = pow(balls, high, new Ball(y.low(), Bound.ZERO));
        Ball second = pow(balls, high, new Ball(y.high(), Bound.ZERO));
        return union(balls, first, second);
    }

    /** For r ≤ 1: |e^x − e^m| ≤ e^m (r + r²). */
    static Ball exp(Balls balls, Ball x) {
        if (isWide(x)) {
            return hull(balls, x, Elementary::exp);
        }
        Ball result = at(balls, Elementary::exp, x.mid);
        Bound relative = x.rad.plusUp(x.rad.timesUp(x.rad));
        return result.widen(result.above().timesUp(relative));
    }

    /** The slope e^x is greatest at the upper end. */
    static Ball expm1(Balls balls, Ball x) {
        return isWide(x)
                ? hull(balls, x, Elementary::expm1)
                : meanValue(balls, x, Elementary::expm1, slope(Elementary::exp, x, x.high()));
    }

    /** For r &lt; m: |log x − log m| ≤ r / (m − r). */
    static Ball log(Balls balls, Ball x) {
        if (balls.sign(x) != Sign.POSITIVE) {
            throw new Undecided(Reason.DOMAIN, "logarithm of " + x + ", which is not certainly positive");
        }
        if (isRelativelyWide(x)) {
            return hull(balls, x, Elementary::log);
        }
        Ball result = at(balls, Elementary::log, x.mid);
        return x.isExact() ? result : result.widen(x.rad.overUp(Balls.leastMagnitude(x)));
    }

    /** As {@link #log} of 1 + x, whose lower end is rounded down. */
    static Ball log1p(Balls balls, Ball x) {
        Ball total = COARSE.plus(Ball.ONE, new Ball(x.low(), Bound.ZERO));
        if (x.low().compareTo(Dyadic.of(-1)) <= 0) {
            throw new Undecided(Reason.DOMAIN, "logarithm of 1 + " + x + ", which is not certainly positive");
        }
        if (isWide(x) || balls.sign(total) != Sign.POSITIVE || x.rad.compareToMagnitude(total.mid.scaled(WIDE)) > 0) {
            return hull(balls, x, Elementary::log1p);
        }
        Ball result = at(balls, Elementary::log1p, x.mid);
        return x.isExact() ? result : result.widen(x.rad.overUp(Balls.leastMagnitude(total)));
    }

    /** The slope cosh x is greatest where |x| is. */
    static Ball sinh(Balls balls, Ball x) {
        return isWide(x)
                ? hull(balls, x, SINH)
                : meanValue(balls, x, SINH, slope(Exponentials::cosh, x, farthestFromZero(x)));
    }

    /** The slope |sinh x| is greatest where |x| is. */
    static Ball cosh(Balls balls, Ball x) {
        if (!isWide(x)) {
            return meanValue(balls, x, COSH, slope(Exponentials::sinh, x, farthestFromZero(x)));
        }
        return x.containsZero() ? fromZero(balls, x, COSH) : hull(balls, x, COSH);
    }

    /** |tanh x − tanh m| ≤ r / cosh² ξ for some ξ with |ξ| ≥ |m| − r. */
    static Ball tanh(Balls balls, Ball x) {
        return isWide(x)
                ? hull(balls, x, Elementary::tanh)
                : meanValue(balls, x, Elementary::tanh, x.isExact() ? Bound.ZERO : greatestSlopeOfTanh(x));
    }

    /** 1 / cosh² at the number of x that is nearest to 0. The library's cosh is within 2.5 ulps; further out 4 e^(−2ξ). */
    private static Bound greatestSlopeOfTanh(Ball x) {
        if (x.containsZero()) {
            return Bound.powerOfTwo(0);
        }
        Dyadic nearest = nearestToZero(x).abs();
        if (nearest.top() > 8) {
            return Elementary.expOfMinusTwice(nearest).scaled(2);
        }
        double cosh = Math.cosh(Math.max(0, nearest.floor()));
        return Bound.up(Math.min(1, (1 + 0x1p-40) / (cosh * cosh)));
    }

    /** The slope σ(x) σ(−x) ≤ e^(−|x|) is greatest where |x| is least. */
    static Ball logistic(Balls balls, Ball x) {
        if (isWide(x)) {
            return hull(balls, x, LOGISTIC);
        }
        Kernel steepness = (y, bits) -> {
            Ball other = Exponentials.logistic(y.abs(), bits);
            Ball e = y.abs().top() > Elementary.EXP_LIMIT
                    ? new Ball(Dyadic.ZERO, Bound.powerOfTwo(-Elementary.EXP_TAIL))
                    : Elementary.exp(y.abs().negate(), bits);
            return COARSE.times(e, COARSE.times(other, other));
        };
        return meanValue(balls, x, LOGISTIC, slope(steepness, x, nearestToZero(x)));
    }

    /** The slope σ(x) is greatest at the upper end. */
    static Ball softplus(Balls balls, Ball x) {
        return isWide(x)
                ? hull(balls, x, SOFTPLUS)
                : meanValue(balls, x, SOFTPLUS, slope(Exponentials::logistic, x, x.high()));
    }

    static Ball erf(Balls balls, Ball x) {
        return isWide(x) ? hull(balls, x, ERF) : meanValue(balls, x, ERF, slope(BELL, x, nearestToZero(x)));
    }

    /** Far out the slope, seen relatively, is about 2x: wide is what is wide beside 1/x. */
    static Ball erfc(Balls balls, Ball x) {
        boolean wide = x.rad.timesUp(Bound.powerOfTwo(0).plusUp(x.above())).compareTo(WIDE_RADIUS) > 0;
        return wide ? hull(balls, x, ERFC) : meanValue(balls, x, ERFC, slope(BELL, x, nearestToZero(x)));
    }

    /** 2/√π e^(−x²) &lt; 1.12838 e^(−x²), the slope of erf; greatest where |x| is least. */
    private static final Kernel BELL = (x, bits) -> {
        if (x.top() > Elementary.EXP_LIMIT / 2) {
            return new Ball(Dyadic.ZERO, Bound.powerOfTwo(-Elementary.EXP_TAIL / 8));
        }
        Ball number = new Ball(x, Bound.ZERO);
        return COARSE.times(COARSE.of(1.12838), COARSE.exp(COARSE.negate(COARSE.times(number, number))));
    };

    /**
     * Where log |Γ| moves by d ≤ 1 at most, |Γ(x) − Γ(m)| ≤ |Γ(m)| (d + d²). Elsewhere Γ = ± e^(log |Γ|), with as many more
     * bits as the logarithm has before the point.
     */
    static Ball gamma(Balls balls, Ball x) {
        if (x.isExact()) {
            return at(balls, GAMMA, x.mid);
        }
        Bound moved = x.rad.timesUp(steepest(x, 0));
        if (moved.compareTo(Bound.powerOfTwo(0)) <= 0) {
            Ball result = at(balls, GAMMA, x.mid);
            return result.widen(result.above().timesUp(moved.plusUp(moved.timesUp(moved))));
        }
        Ball coarse = lgamma(COARSE, x);
        int more = (int) Math.clamp(coarse.above().toDyadic().top(), 0, 2L * Elementary.EXP_LIMIT);
        Balls fine = Balls.ofBits(balls.bits() + more + 4);
        Ball size = balls.round(fine.exp(lgamma(fine, x)));
        boolean negative = x.mid.signum() < 0 && x.mid.floor(0L).testBit(0);
        return negative ? balls.negate(size) : size;
    }

    /** The slope ψ increases between poles: |ψ| is greatest at one of the ends. */
    static Ball lgamma(Balls balls, Ball x) {
        return byEndSlopes(balls, x, LGAMMA, 0);
    }

    /** The slope is monotone or convex between poles: its size is greatest at one of the ends. */
    static Ball polygamma(Balls balls, int m, Ball x) {
        return byEndSlopes(balls, x, GammaFunction.polygamma(m).refined(), m + 1);
    }

    /** By the mean value theorem with the slope ψ^(m). */
    private static Ball byEndSlopes(Balls balls, Ball x, Kernel f, int m) {
        return x.isExact() ? at(balls, f, x.mid) : meanValue(balls, x, f, steepest(x, m));
    }

    /** The greatest |ψ^(m)| of a ball without a pole: at one of its ends. */
    private static Bound steepest(Ball x, int m) {
        Dyadic low = x.low();
        Dyadic high = x.high();
        boolean reachesPole = low.signum() <= 0
                && (high.signum() >= 0
                        || low.top() > LARGEST_INTEGER_PART
                        || low.negate().floor(0L).negate().compareTo(high.floor(0L)) <= 0);
        if (reachesPole) {
            throw new Undecided(Reason.SINGULAR, "the gamma function may have a pole in " + x);
        }
        Kernel slope = GammaFunction.polygamma(m);
        return greatest(slope.at(low, 48).above(), slope.at(high, 48).above());
    }

    static boolean isRelativelyWide(Ball x) {
        return x.rad.compareToMagnitude(x.mid.scaled(WIDE)) > 0;
    }

    static boolean isWide(Ball x) {
        return x.rad.compareTo(WIDE_RADIUS) > 0;
    }

    static Bound least(Bound x, Bound y) {
        return x.compareTo(y) < 0 ? x : y;
    }

    static Bound greatest(Bound x, Bound y) {
        return x.compareTo(y) < 0 ? y : x;
    }

    static Dyadic nearestToZero(Ball x) {
        if (x.containsZero()) {
            return Dyadic.ZERO;
        }
        return x.mid.signum() > 0 ? x.low() : x.high();
    }

    private static Dyadic farthestFromZero(Ball x) {
        return x.mid.signum() > 0 ? x.high() : x.low();
    }

    /** An upper bound of |f′| at the number where it is greatest; not asked for where the ball is one number. */
    private static Bound slope(Kernel derivative, Ball x, Dyadic where) {
        return x.isExact() ? Bound.ZERO : derivative.at(where, 40).above();
    }

    static Ball at(Balls balls, Kernel f, Dyadic x) {
        return balls.round(f.at(x, balls.bits()));
    }

    static Ball meanValue(Balls balls, Ball x, Kernel f, Bound slope) {
        Ball result = at(balls, f, x.mid);
        return x.isExact() ? result : result.widen(x.rad.timesUp(slope));
    }

    /** The image of x under a monotone function: every number between f(low) and f(high). */
    static Ball hull(Balls balls, Ball x, Kernel f) {
        return union(balls, at(balls, f, x.low()), at(balls, f, x.high()));
    }

    /** Holds both balls and all numbers between, from the least end to the greatest. */
    static Ball union(Balls balls, Ball x, Ball y) {
        Dyadic low = x.low().compareTo(y.low()) < 0 ? x.low() : y.low();
        Dyadic high = x.high().compareTo(y.high()) < 0 ? y.high() : x.high();
        Ball from = new Ball(low, Bound.ZERO);
        Ball to = new Ball(high, Bound.ZERO);
        Ball middle = balls.round(Balls.ofBits(balls.bits() + WIDTH_BITS).plus(from, to));
        return balls.half(
                new Ball(middle.mid, middle.rad.plusUp(COARSE.minus(to, from).above())));
    }
}
