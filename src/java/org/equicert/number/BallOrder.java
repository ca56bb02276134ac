package org.equicert.number;

/**
 * The order of balls, and the functions that rest on it as enclosures of values: defined at ties, where {@link Algebra#max}
 * and its kin, which are differentiated, are not.
 */
public final class BallOrder {
    private BallOrder() {}

    /** The sign of x − y for all x and y of these balls, where it is one; exact, whatever their precision. */
    public static Sign compare(Ball x, Ball y) {
        Dyadic spread = x.rad.toDyadic();
        Dyadic other = y.rad.toDyadic();
        int least = Dyadic.signOfSum(x.mid, spread.negate(), y.mid.negate(), other.negate());
        int most = Dyadic.signOfSum(x.mid, spread, y.mid.negate(), other);
        if (least > 0 || most < 0) {
            return Sign.of(least > 0 ? 1 : -1);
        }
        return x.isExact() && y.isExact() ? Sign.ZERO : Sign.UNKNOWN;
    }

    /** Every max(x, y) of numbers of these balls; one of the two balls where the order is known. */
    public static Ball max(Balls balls, Ball x, Ball y) {
        return switch (compare(x, y)) {
            case POSITIVE, ZERO -> x;
            case NEGATIVE -> y;
            case UNKNOWN -> between(balls, greatest(x.low(), y.low()), greatest(x.high(), y.high()));
        };
    }

    /** Every min(x, y) of numbers of these balls; one of the two balls where the order is known. */
    public static Ball min(Balls balls, Ball x, Ball y) {
        return balls.negate(max(balls, balls.negate(x), balls.negate(y)));
    }

    /** Every |x| of numbers of this ball. */
    public static Ball abs(Balls balls, Ball x) {
        if (!x.containsZero()) {
            return x.mid.signum() > 0 ? x : balls.negate(x);
        }
        return between(balls, Dyadic.ZERO, greatest(x.low().negate(), x.high()));
    }

    private static Dyadic greatest(Dyadic x, Dyadic y) {
        return x.compareTo(y) < 0 ? y : x;
    }

    private static Ball between(Balls balls, Dyadic low, Dyadic high) {
        return Extension.union(balls, new Ball(low, Bound.ZERO), new Ball(high, Bound.ZERO));
    }
}
