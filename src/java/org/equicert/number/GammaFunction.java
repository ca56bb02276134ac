package org.equicert.number;

import java.math.BigInteger;
import java.util.List;

/**
 * Enclosures of the gamma function, its logarithm and the derivatives of that at one exact number, in ball arithmetic: the
 * argument is moved up by recurrence to where the expansion at infinity is as good as the precision asks for.
 *
 * <p>For z &gt; 0 the expansions of log Γ, ψ and its derivatives are enveloping: what is left out has the sign of its first term
 * and is smaller (DLMF 5.11.1, 5.15.8 and 5.11(ii)).
 */
final class GammaFunction {
    /** Beyond this, a negative argument is not moved up step by step. */
    private static final long MOST_STEPS = 1 << 14;

    private GammaFunction() {}

    /** @throws Undecided {@code SINGULAR} at a pole, {@code WIDTH} where the result is beyond all exponents */
    static Ball gamma(Dyadic x, int bits) {
        requireNoPole(x);
        Balls balls = Balls.ofBits(bits);
        if (isAtMost(x, bits) && isInteger(x)) {
            return factorial(x.floor(0L).intValue() - 1, balls);
        }
        if (isReflected(x)) {
            Dyadic other = Dyadic.ONE.minus(x);
            Ball product = balls.times(sinPi(x, bits), gamma(other, bits));
            return balls.over(balls.pi(), product);
        }
        if (x.top() > Elementary.EXP_LIMIT) {
            throw new Undecided(Undecided.Reason.WIDTH, "gamma of a number beyond 2^" + Elementary.EXP_LIMIT);
        }
        Balls fine = Balls.ofBits(bits + 12 + (int) Math.max(0, x.top()));
        Raised z = raised(x, fine.bits());
        Ball raised = fine.exp(logGammaAtLarge(z.top, fine));
        return balls.over(raised, z.product(balls));
    }

    /** @throws Undecided {@code SINGULAR} at a pole, {@code WIDTH} where the argument is too negative */
    static Ball lgamma(Dyadic x, int bits) {
        requireNoPole(x);
        if (x.equals(Dyadic.ONE) || x.equals(Dyadic.of(2L))) {
            return Ball.ZERO;
        }
        Balls balls = Balls.ofBits(bits);
        if (isReflected(x)) {
            Ball sine = sinPi(x, bits);
            Ball size = sine.mid.signum() < 0 ? balls.negate(sine) : sine;
            Ball other = lgamma(Dyadic.ONE.minus(x), bits);
            return balls.minus(balls.log(balls.over(balls.pi(), size)), other);
        }
        Raised z = raised(x, bits);
        Ball product = z.product(balls);
        Ball size = product.mid.signum() < 0 ? balls.negate(product) : product;
        return balls.minus(logGammaAtLarge(z.top, balls), balls.log(size));
    }

    /**
     * ψ^(m)(x) = ψ^(m)(x + r) − (−1)^m m! Σ 1 / (x + k)^(m+1).
     *
     * @throws Undecided {@code SINGULAR} at a pole, {@code WIDTH} where the argument is too negative
     */
    static Kernel polygamma(int m) {
        return (x, bits) -> {
            requireNoPole(x);
            if (x.signum() < 0 && x.top() > 1 && x.abs().compareTo(Dyadic.of(MOST_STEPS)) > 0) {
                throw new Undecided(Undecided.Reason.WIDTH, "polygamma of a number below −" + MOST_STEPS);
            }
            Balls balls = Balls.ofBits(bits);
            Raised z = raised(x, bits + 8 * m);
            Ball sum = Ball.ZERO;
            for (int k = 0; k < z.steps; k++) {
                Ball inverse = balls.over(Ball.ONE, z.step(k, balls));
                Ball power = inverse;
                for (int i = 0; i < m; i++) {
                    power = balls.times(power, inverse);
                }
                sum = balls.plus(sum, power);
            }
            Ball below = balls.times(sum, factorial(m, balls));
            Ball above = polygammaAtLarge(m, z.top, balls);
            return m % 2 == 0 ? balls.minus(above, below) : balls.plus(above, below);
        };
    }

    /** x, x + 1, …, x + steps − 1, and above them the number {@code top} at which the expansion is taken. */
    private record Raised(Dyadic x, int steps, Ball top) {
        Ball step(int k, Balls balls) {
            return balls.plus(new Ball(x, Bound.ZERO), balls.of((long) k));
        }

        /** x (x + 1) ⋯. */
        Ball product(Balls balls) {
            Ball product = Ball.ONE;
            for (int k = 0; k < steps; k++) {
                product = balls.times(product, step(k, balls));
            }
            return product;
        }
    }

    /** Raised to at least bits/5 + 3, where the least term of the expansion, about e^(−2πz), is below 2^(−1.8 bits). */
    private static Raised raised(Dyadic x, int bits) {
        long least = bits / 5 + 3;
        long steps = x.signum() > 0 && x.top() > 31 ? 0 : Math.max(0, least - (long) x.floor());
        Ball start = new Ball(x, Bound.ZERO);
        return new Raised(x, (int) steps, Balls.ofBits(bits + 8).plus(start, new Ball(Dyadic.of(steps), Bound.ZERO)));
    }

    /** (z − ½) log z − z + ½ log 2π + Σ B₂ₖ / (2k (2k−1) z^(2k−1)). */
    private static Ball logGammaAtLarge(Ball z, Balls balls) {
        Ball main = balls.minus(balls.times(balls.minus(z, balls.of(0.5)), balls.log(z)), z);
        Ball constant = balls.half(balls.log(balls.times(balls.of(2L), balls.pi())));
        Ball tail = expansion(
                z, balls.over(Ball.ONE, z), balls, k -> BigInteger.valueOf(2L * k * (2L * k - 1)), k -> BigInteger.ONE);
        return balls.plus(balls.plus(main, constant), tail);
    }

    /**
     * log z − 1/(2z) − Σ B₂ₖ / (2k z^2k) for m = 0, else (−1)^(m+1) ((m−1)!/z^m + m!/(2 z^(m+1)) + Σ B₂ₖ (2k+1) ⋯ (2k+m−1) / z^(2k+m)).
     */
    private static Ball polygammaAtLarge(int m, Ball z, Balls balls) {
        Ball inverse = balls.over(Ball.ONE, z);
        Ball power = balls.power(inverse, m);
        Ball half = balls.half(balls.times(balls.times(power, inverse), factorial(m, balls)));
        Ball first = m == 0 ? balls.negate(balls.log(z)) : balls.times(power, factorial(m - 1, balls));
        Ball start = balls.times(balls.times(power, inverse), inverse);
        Ball tail = expansion(
                z,
                start,
                balls,
                k -> m == 0 ? BigInteger.valueOf(2L * k) : BigInteger.ONE,
                k -> product(2 * k + 1, 2 * k + m - 1));
        Ball size = balls.plus(balls.plus(first, half), tail);
        return m % 2 == 0 ? balls.negate(size) : size;
    }

    private interface Factor {
        BigInteger of(int k);
    }

    /** Σ B₂ₖ over(k)/under(k) · start · z^(−2(k−1)), k ≥ 1, until terms are below the precision or no longer fall. */
    private static Ball expansion(Ball z, Ball start, Balls balls, Factor under, Factor over) {
        Ball step = balls.over(Ball.ONE, balls.times(z, z));
        Bound stop = start.above().scaled(-balls.bits() - 4L);
        Ball sum = Ball.ZERO;
        Ball power = start;
        Bound previous = null;
        for (int k = 1; ; k++) {
            Rational b = bernoulli(k);
            Ball numerator = new Ball(new Dyadic(b.numerator().multiply(over.of(k)), 0), Bound.ZERO);
            Ball denominator = new Ball(new Dyadic(b.denominator().multiply(under.of(k)), 0), Bound.ZERO);
            Ball term = balls.over(balls.times(power, numerator), denominator);
            Bound size = term.above();
            if (size.compareTo(stop) <= 0 || previous != null && size.compareTo(previous) >= 0) {
                return sum.widen(size);
            }
            previous = size;
            sum = balls.plus(sum, term);
            power = balls.times(power, step);
        }
    }

    private static Rational bernoulli(int k) {
        List<Rational> numbers = Bernoulli.even(k);
        return numbers.get(k - 1);
    }

    /** sin πx, x reduced exactly to |x − 2n| ≤ 1. */
    private static Ball sinPi(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        if (x.exponent() >= 0) {
            return Ball.ZERO;
        }
        BigInteger period = BigInteger.ONE.shiftLeft((int) (1 - x.exponent()));
        BigInteger rest = x.mantissa().mod(period);
        boolean negative = rest.compareTo(period.shiftRight(1)) > 0;
        Dyadic t = new Dyadic(negative ? rest.subtract(period.shiftRight(1)) : rest, x.exponent());
        Dyadic mirrored = t.compareTo(Dyadic.of(0.5)) > 0 ? Dyadic.ONE.minus(t) : t;
        Ball sine = balls.sin(balls.times(balls.pi(), new Ball(mirrored, Bound.ZERO)));
        return negative ? balls.negate(sine) : sine;
    }

    /** Far below zero, where Γ(x) Γ(1 − x) = π / sin πx is shorter than the way up. */
    private static boolean isReflected(Dyadic x) {
        return x.signum() < 0 && x.floor() < -8;
    }

    private static boolean isInteger(Dyadic x) {
        return x.exponent() >= 0 || x.mantissa().getLowestSetBit() >= -x.exponent();
    }

    /** Whether 0 &lt; x ≤ bits: then, where x is an integer, Γ(x) has not many more bits than are kept. */
    private static boolean isAtMost(Dyadic x, int bits) {
        return x.signum() > 0 && x.top() < 31 && x.compareTo(Dyadic.of((long) bits)) <= 0;
    }

    private static void requireNoPole(Dyadic x) {
        if (x.signum() <= 0 && isInteger(x)) {
            throw new Undecided(
                    Undecided.Reason.SINGULAR, "the gamma function has a pole at " + new Ball(x, Bound.ZERO));
        }
    }

    private static Ball factorial(int n, Balls balls) {
        Ball product = Ball.ONE;
        for (int k = 2; k <= n; k++) {
            product = balls.times(product, balls.of((long) k));
        }
        return product;
    }

    private static BigInteger product(int from, int to) {
        BigInteger product = BigInteger.ONE;
        for (int k = from; k <= to; k++) {
            product = product.multiply(BigInteger.valueOf(k));
        }
        return product;
    }
}
