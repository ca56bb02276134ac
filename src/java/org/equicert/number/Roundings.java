package org.equicert.number;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Counts roundings: the budget and the scale S of every number that a formula computes.
 *
 * <p>The invariant of {@link Rounding} is kept by each operation. With errors e(x) ≤ c(x)·u·S(x): a sum of n terms has
 * error Σe + (n−1)·u·ΣS; a product |x|e(y) + |y|e(x) + u|xy| ≤ (c(x)+c(y)+1)·u·S(x)S(y); a quotient the same with
 * S(1/y) = S(y)/y²; and g(x), computed within w ulps, |g′|e(x) + w·u|g| ≤ (c(x)+w)·u·max(|g|, |g′|S(x)); g(x, y) alike, with
 * |∂g/∂x|S(x) + |∂g/∂y|S(y).
 *
 * <p>A result that is smaller than the format's normal numbers rounds by as much as the least of them does, so its S is that
 * one's: what is divided by it, or its root, is off by as much more.
 *
 * <p>Functions are those of {@link StrictMath}, so that a report is judged alike on every machine.
 */
public final class Roundings implements Algebra<Rounding> {
    /** Of a format whose exponents have no end. */
    public static final Roundings INSTANCE = new Roundings(0);

    /** Ulps that mathematical libraries state for elementary functions; the largest of those in common use. */
    static final int ELEMENTARY_ULPS = 4;

    /** The same for error and gamma functions. */
    static final int SPECIAL_ULPS = 10;

    private static final Rounding ZERO = new Rounding(0, 0, 0);

    private final double least;

    /** @param least the size below which results round by as much as at it; 0 or more */
    public Roundings(double least) {
        this.least = least;
    }

    @Override
    public Set<Capability> capabilities() {
        return EnumSet.allOf(Capability.class);
    }

    @Override
    public Rounding of(long n) {
        return of((double) n);
    }

    @Override
    public Rounding of(double x) {
        return new Rounding(x, Math.abs(x), 0);
    }

    @Override
    public Rounding plus(Rounding x, Rounding y) {
        return sum(List.of(x, y));
    }

    @Override
    public Rounding minus(Rounding x, Rounding y) {
        return sum(List.of(x, negate(y)));
    }

    @Override
    public Rounding sum(List<Rounding> terms) {
        double value = 0;
        double scale = 0;
        int chain = 0;
        int count = 0;
        for (Rounding term : terms) {
            if (term.scale() == 0) {
                continue; // adding an exact zero rounds nothing
            }
            value += term.value();
            scale += term.scale();
            chain = Math.max(chain, term.chain());
            count++;
        }
        return count == 0 ? ZERO : new Rounding(value, scale, chain + count - 1);
    }

    @Override
    public Rounding times(Rounding x, Rounding y) {
        if (x.scale() == 0 || y.scale() == 0) {
            return ZERO;
        }
        int own = isPowerOfTwo(x) || isPowerOfTwo(y) ? 0 : 1;
        return rounded(x.value() * y.value(), x.scale() * y.scale(), x.chain() + y.chain(), own);
    }

    @Override
    public Rounding negate(Rounding x) {
        return new Rounding(-x.value(), x.scale(), x.chain());
    }

    @Override
    public Rounding over(Rounding x, Rounding y) {
        if (y.value() == 0) {
            throw new Undecided(Undecided.Reason.SINGULAR, "division by zero");
        }
        if (x.scale() == 0) {
            return ZERO;
        }
        int own = isPowerOfTwo(y) ? 0 : 1;
        double scale = x.scale() * (y.scale() / Math.abs(y.value())) / Math.abs(y.value());
        return rounded(x.value() / y.value(), scale, x.chain() + y.chain(), own);
    }

    /**
     * A result of as many roundings as led to it and of its own: one at least where it is below the normal numbers. A value
     * of 0 by cancellation is none of those.
     */
    private Rounding rounded(double value, double scale, int chain, int own) {
        boolean small = scale < least || value != 0 && Math.abs(value) < least;
        return small
                ? new Rounding(value, Math.max(scale, least), chain + Math.max(own, 1))
                : new Rounding(value, scale, chain + own);
    }

    @Override
    public Rounding sqrt(Rounding x) {
        if (x.value() < 0) {
            throw new Undecided(Undecided.Reason.DOMAIN, "square root of a negative number");
        }
        double root = Math.sqrt(x.value());
        return function(x, root, 0.5 / root, 1);
    }

    @Override
    public Rounding exp(Rounding x) {
        double value = StrictMath.exp(x.value());
        return function(x, value, value, ELEMENTARY_ULPS);
    }

    @Override
    public Rounding log(Rounding x) {
        if (!(x.value() > 0)) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of a number that is not positive");
        }
        return function(x, StrictMath.log(x.value()), 1 / x.value(), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding expm1(Rounding x) {
        return function(x, StrictMath.expm1(x.value()), StrictMath.exp(x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding log1p(Rounding x) {
        if (!(x.value() > -1)) {
            throw new Undecided(Undecided.Reason.DOMAIN, "logarithm of 1 plus a number that is not above -1");
        }
        return function(x, StrictMath.log1p(x.value()), 1 / (1 + x.value()), ELEMENTARY_ULPS);
    }

    /** A library has it as one function: with z = xʸ, |∂z/∂x| = |y z / x| and |∂z/∂y| = |z log x|. */
    @Override
    public Rounding pow(Rounding x, Rounding y) {
        if (!(x.value() > 0)) {
            throw new Undecided(Undecided.Reason.DOMAIN, "a real power of a number that is not positive");
        }
        double value = StrictMath.pow(x.value(), y.value());
        double inX = Math.abs(y.value() * value / x.value());
        double inY = Math.abs(value * StrictMath.log(x.value()));
        return function(x, inX, y, inY, value);
    }

    /** g(x, y) from its derivatives' sizes and its value. */
    private Rounding function(Rounding x, double inX, Rounding y, double inY, double value) {
        double moved = (inX == 0 ? 0 : inX * x.scale()) + (inY == 0 ? 0 : inY * y.scale());
        return rounded(value, Math.max(Math.abs(value), moved), Math.max(x.chain(), y.chain()), ELEMENTARY_ULPS);
    }

    /** One rounding: a library's constant. */
    @Override
    public Rounding pi() {
        return new Rounding(Math.PI, Math.PI, 1);
    }

    @Override
    public Rounding sin(Rounding x) {
        return function(x, StrictMath.sin(x.value()), StrictMath.cos(x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding cos(Rounding x) {
        return function(x, StrictMath.cos(x.value()), StrictMath.sin(x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding tan(Rounding x) {
        double value = StrictMath.tan(x.value());
        return function(x, value, 1 + value * value, ELEMENTARY_ULPS);
    }

    @Override
    public Rounding atan(Rounding x) {
        return function(x, StrictMath.atan(x.value()), 1 / (1 + x.value() * x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding atan2(Rounding y, Rounding x) {
        Doubles.requireAngle(y.value(), x.value());
        double length = StrictMath.hypot(x.value(), y.value());
        double inY = Math.abs(x.value()) / length / length;
        double inX = Math.abs(y.value()) / length / length;
        return function(x, inX, y, inY, StrictMath.atan2(y.value(), x.value()));
    }

    @Override
    public Rounding sinh(Rounding x) {
        return function(x, StrictMath.sinh(x.value()), StrictMath.cosh(x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding cosh(Rounding x) {
        return function(x, StrictMath.cosh(x.value()), StrictMath.sinh(x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding logistic(Rounding x) {
        double value = 1 / (1 + StrictMath.exp(-x.value()));
        return function(x, value, value / (1 + StrictMath.exp(x.value())), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding softplus(Rounding x) {
        double value = Math.max(x.value(), 0) + StrictMath.log1p(StrictMath.exp(-Math.abs(x.value())));
        return function(x, value, 1 / (1 + StrictMath.exp(-x.value())), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding asin(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::asin);
        return function(x, value, 1 / Math.sqrt((1 - x.value()) * (1 + x.value())), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding acos(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::acos);
        return function(x, value, 1 / Math.sqrt((1 - x.value()) * (1 + x.value())), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding asinh(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::asinh);
        return function(x, value, 1 / StrictMath.hypot(1, x.value()), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding acosh(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::acosh);
        return function(x, value, 1 / Math.sqrt((x.value() - 1) * (x.value() + 1)), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding atanh(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::atanh);
        return function(x, value, 1 / ((1 - x.value()) * (1 + x.value())), ELEMENTARY_ULPS);
    }

    @Override
    public Rounding erf(Rounding x) {
        return function(x, SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::erf), bell(x.value()), SPECIAL_ULPS);
    }

    @Override
    public Rounding erfc(Rounding x) {
        return function(x, SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::erfc), bell(x.value()), SPECIAL_ULPS);
    }

    private static double bell(double x) {
        return 2 / Math.sqrt(Math.PI) * StrictMath.exp(-x * x);
    }

    @Override
    public Rounding gamma(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::gamma);
        return function(x, value, value * psi(0, x.value()), SPECIAL_ULPS);
    }

    @Override
    public Rounding lgamma(Rounding x) {
        double value = SpecialDoubles.of(x.value(), SpecialDoubles.BALLS::lgamma);
        return function(x, value, psi(0, x.value()), SPECIAL_ULPS);
    }

    @Override
    public Rounding polygamma(int m, Rounding x) {
        return function(x, psi(m, x.value()), psi(m + 1, x.value()), SPECIAL_ULPS);
    }

    private static double psi(int m, double x) {
        return SpecialDoubles.of(x, y -> SpecialDoubles.BALLS.polygamma(m, y));
    }

    @Override
    public Rounding tanh(Rounding x) {
        double sech = 1 / StrictMath.cosh(x.value());
        return function(x, StrictMath.tanh(x.value()), sech * sech, ELEMENTARY_ULPS);
    }

    /** g(x) from its value, its derivative at x and the ulps of its implementation. */
    private Rounding function(Rounding x, double value, double derivative, int ulps) {
        if (x.scale() == 0) {
            return new Rounding(value, Math.abs(value), x.chain() + ulps); // an exact zero moves nothing
        }
        return rounded(value, Math.max(Math.abs(value), Math.abs(derivative) * x.scale()), x.chain(), ulps);
    }

    @Override
    public Sign sign(Rounding x) {
        return x.value() > 0
                ? Sign.POSITIVE
                : x.value() < 0 ? Sign.NEGATIVE : x.value() == 0 ? Sign.ZERO : Sign.UNKNOWN;
    }

    @Override
    public double magnitude(Rounding x) {
        return Math.abs(x.value());
    }

    /** Whether x is an exact power of two, by which products and quotients do not round. */
    private static boolean isPowerOfTwo(Rounding x) {
        double size = Math.abs(x.value());
        return x.chain() == 0 && x.scale() == size && Math.scalb(1.0, Math.getExponent(size)) == size;
    }
}
