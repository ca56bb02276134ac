package org.equicert.number;

import java.math.BigInteger;
import org.equicert.number.Undecided.Reason;

/** Trigonometric functions extended to balls, as {@link Extension} has the others. */
final class CircularExtension {
    private static final Kernel SIN = ((Kernel) Trigonometry::sin).refined();
    private static final Kernel COS = ((Kernel) Trigonometry::cos).refined();
    private static final Kernel TAN = ((Kernel) Trigonometry::tan).refined();

    private CircularExtension() {}

    /** |sin x − sin m| ≤ r min(1, |cos m| + r); where wide, from the values at the ends and ±1 where an extremum may lie. */
    static Ball sin(Balls balls, Ball x) {
        return wave(balls, x, SIN, COS, Dyadic.of(0.5));
    }

    /** As {@link #sin}. */
    static Ball cos(Balls balls, Ball x) {
        return wave(balls, x, COS, SIN, Dyadic.ZERO);
    }

    /** f = sin or cos, |f′| = |cos| or |sin|; f = ±1 at (n + offset) π. */
    private static Ball wave(Balls balls, Ball x, Kernel f, Kernel slope, Dyadic offset) {
        if (!Extension.isWide(x)) {
            if (x.isExact()) {
                return Extension.at(balls, f, x.mid);
            }
            Bound steepest = slope.at(x.mid, 32).above().plusUp(x.rad);
            return Extension.meanValue(balls, x, f, Extension.least(steepest, Bound.powerOfTwo(0)));
        }
        Ball all = new Ball(Dyadic.ZERO, Bound.powerOfTwo(0));
        if (x.rad.compareTo(Bound.powerOfTwo(1)) >= 0 || x.mid.top() > Extension.LARGEST_INTEGER_PART) {
            return all;
        }
        Balls fine = Balls.ofBits(balls.bits() + (int) Math.max(0, x.mid.top()) + 16);
        Ball from = fine.minus(fine.over(new Ball(x.low(), Bound.ZERO), fine.pi()), new Ball(offset, Bound.ZERO));
        Ball to = fine.minus(fine.over(new Ball(x.high(), Bound.ZERO), fine.pi()), new Ball(offset, Bound.ZERO));
        BigInteger first = from.low().negate().floor(0L).negate();
        BigInteger last = to.high().floor(0L);
        Ball ends = Extension.hull(balls, x, f);
        if (first.compareTo(last) > 0) {
            return ends;
        }
        boolean both = first.compareTo(last) < 0;
        return both ? all : Extension.union(balls, ends, balls.of(first.testBit(0) ? -1L : 1L));
    }

    /** Increasing between poles; the slope 1 + tan² is greatest at one of the ends. */
    static Ball tan(Balls balls, Ball x) {
        if (x.isExact()) {
            return Extension.at(balls, TAN, x.mid);
        }
        if (cos(Extension.COARSE, x).containsZero() && cos(balls, x).containsZero()
                || x.rad.compareTo(Bound.powerOfTwo(1)) > 0) {
            throw new Undecided(Reason.SINGULAR, "tangent of " + x + ", which may be a pole");
        }
        Bound low = TAN.at(x.low(), 32).above();
        Bound high = TAN.at(x.high(), 32).above();
        Bound steepest = Extension.greatest(low, high);
        Bound slope = steepest.timesUp(steepest).plusUp(Bound.powerOfTwo(0));
        return x.rad.timesUp(slope).compareTo(Extension.WIDE_RADIUS) > 0
                ? Extension.hull(balls, x, TAN)
                : Extension.meanValue(balls, x, TAN, slope);
    }

    /** The slope 1 / (1 + x²) is greatest where |x| is least. */
    static Ball atan(Balls balls, Ball x) {
        if (Extension.isWide(x) && Extension.isRelativelyWide(x)) {
            return Extension.hull(balls, x, Trigonometry::atan);
        }
        if (x.isExact()) {
            return Extension.at(balls, Trigonometry::atan, x.mid);
        }
        Ball nearest = new Ball(Extension.nearestToZero(x), Bound.ZERO);
        Ball steepest = Extension.COARSE.over(
                Ball.ONE, Extension.COARSE.plus(Ball.ONE, Extension.COARSE.times(nearest, nearest)));
        return Extension.meanValue(balls, x, Trigonometry::atan, steepest.above());
    }

    /**
     * On a box without the origin and off the cut the angle is greatest and least at corners; and it moves by at most
     * (r_y |x| + r_x |y|) / (x² + y²).
     */
    static Ball atan2(Balls balls, Ball y, Ball x) {
        if (y.containsZero() && x.containsZero()) {
            throw new Undecided(Reason.SINGULAR, "the angle of a point that may be the origin");
        }
        if (y.containsZero() && x.mid.signum() < 0) {
            throw new Undecided(Reason.DOMAIN, "the angle of a point that may lie on the cut y = 0, x < 0");
        }
        if (y.isExact() && x.isExact()) {
            return balls.round(Trigonometry.atan2(y.mid, x.mid, balls.bits()));
        }
        Bound square = squareDown(x).plusUp(squareDown(y));
        Bound move = y.rad.timesUp(x.above()).plusUp(x.rad.timesUp(y.above())).overUp(below(square));
        if (move.compareTo(Extension.WIDE_RADIUS) <= 0) {
            return balls.round(Trigonometry.atan2(y.mid, x.mid, balls.bits())).widen(move);
        }
        Ball lower = Extension.union(balls, angle(balls, y.low(), x.low()), angle(balls, y.low(), x.high()));
        Ball upper = Extension.union(balls, angle(balls, y.high(), x.low()), angle(balls, y.high(), x.high()));
        return Extension.union(balls, lower, upper);
    }

    private static Ball angle(Balls balls, Dyadic y, Dyadic x) {
        return Trigonometry.atan2(y, x, balls.bits());
    }

    /** Not above x² for any x of the ball. */
    private static Bound squareDown(Ball x) {
        if (x.containsZero()) {
            return Bound.ZERO;
        }
        Bound least = Balls.leastMagnitude(x);
        return Bound.down(least.mantissa() * least.mantissa(), 2 * least.exponent());
    }

    /** A little below a sum of two that was rounded up. */
    private static Bound below(Bound x) {
        return new Bound(Math.max(1L << 30, x.mantissa() - 1), x.exponent());
    }
}
