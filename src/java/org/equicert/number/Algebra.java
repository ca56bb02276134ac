package org.equicert.number;

import java.util.List;
import java.util.Set;

/**
 * A commutative ring whose numbers are of type {@code E}, with the further operations that its {@link #capabilities()}
 * state. A function of the catalogue is written once over any algebra; the algebra decides what running it means: exact
 * values ({@code Rationals}), enclosures ({@code Balls}), derivatives (jets over any algebra), rounding budgets
 * ({@code Roundings}).
 *
 * <p>Operations that are not among the capabilities throw {@link Undecided} with reason {@code CAPABILITY}. Elements are
 * immutable; all methods are pure.
 */
public interface Algebra<E> {
    /** What this algebra can do beyond + − ×. */
    Set<Capability> capabilities();

    /** The integer {@code n}, exactly. */
    E of(long n);

    /**
     * The number that the finite double {@code x} is, exactly.
     *
     * @throws IllegalArgumentException if {@code x} is not finite
     */
    E of(double x);

    E plus(E x, E y);

    E minus(E x, E y);

    E times(E x, E y);

    E negate(E x);

    /**
     * x / y.
     *
     * @throws Undecided {@code SINGULAR} where y is or may be zero
     */
    default E over(E x, E y) {
        throw lacks(Capability.DIVISION);
    }

    /**
     * The square root.
     *
     * @throws Undecided {@code DOMAIN} where x is or may be negative
     */
    default E sqrt(E x) {
        throw lacks(Capability.ROOT);
    }

    /**
     * xⁿ; 1 for n = 0, whatever x is. By repeated squaring, unless the algebra knows better.
     *
     * @throws Undecided {@code SINGULAR} where n is negative and x is or may be zero
     */
    default E power(E x, int n) {
        if (n < 0) {
            E inverse = over(one(), x);
            return power(inverse, -(n + 1), inverse);
        }
        return n == 0 ? one() : power(x, n - 1, x);
    }

    /** base^n · factor for n ≥ 0. */
    private E power(E base, int n, E factor) {
        E result = factor;
        E square = base;
        for (int left = n; left > 0; left >>= 1) {
            if ((left & 1) != 0) {
                result = times(result, square);
            }
            square = left > 1 ? times(square, square) : square;
        }
        return result;
    }

    /**
     * x to the real power y, e^(y log x).
     *
     * @throws Undecided {@code DOMAIN} where x is not certainly positive
     */
    default E pow(E x, E y) {
        return exp(times(y, log(x)));
    }

    default E exp(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** eˣ − 1, accurate where x is small. */
    default E expm1(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The natural logarithm.
     *
     * @throws Undecided {@code DOMAIN} where x is not certainly positive
     */
    default E log(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * log(1 + x), accurate where x is small.
     *
     * @throws Undecided {@code DOMAIN} where x is not certainly above −1
     */
    default E log1p(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** π. */
    default E pi() {
        throw lacks(Capability.ELEMENTARY);
    }

    default E sin(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E cos(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** @throws Undecided {@code SINGULAR} where x is or may be a pole */
    default E tan(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E atan(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The angle of the point (x, y), within (−π, π).
     *
     * @throws Undecided {@code SINGULAR} where the point is or may be the origin, {@code DOMAIN} where it is or may be on
     *     the cut y = 0, x &lt; 0
     */
    default E atan2(E y, E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The angle in [−π/2, π/2] whose sine is x.
     *
     * @throws Undecided {@code DOMAIN} where |x| is or may be above 1
     */
    default E asin(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The angle in [0, π] whose cosine is x.
     *
     * @throws Undecided {@code DOMAIN} where |x| is or may be above 1
     */
    default E acos(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E sinh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E cosh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E tanh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    default E asinh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The number that is not negative and whose hyperbolic cosine is x.
     *
     * @throws Undecided {@code DOMAIN} where x is or may be below 1
     */
    default E acosh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** @throws Undecided {@code DOMAIN} where x is not certainly between −1 and 1 */
    default E atanh(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** 1 / (1 + e⁻ˣ). */
    default E logistic(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** log(1 + eˣ). */
    default E softplus(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** 2/√π ∫₀ˣ e^(−t²) dt. */
    default E erf(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** 1 − erf x, accurate where x is large. */
    default E erfc(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** @throws Undecided {@code SINGULAR} where x is or may be a pole: 0, −1, −2, … */
    default E gamma(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * log |Γ(x)|.
     *
     * @throws Undecided {@code SINGULAR} where x is or may be a pole: 0, −1, −2, …
     */
    default E lgamma(E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /**
     * The m-th derivative of the digamma function Γ′/Γ, m ≥ 0.
     *
     * @throws Undecided {@code SINGULAR} where x is or may be a pole: 0, −1, −2, …
     */
    default E polygamma(int m, E x) {
        throw lacks(Capability.ELEMENTARY);
    }

    /** The sign of x, which may be {@link Sign#UNKNOWN}. */
    default Sign sign(E x) {
        throw lacks(Capability.ORDER);
    }

    /**
     * Roughly |x|: a guide for the choice of pivots, on which no result's correctness rests. Zero only where x is
     * certainly zero or may be.
     */
    double magnitude(E x);

    default E zero() {
        return of(0L);
    }

    default E one() {
        return of(1L);
    }

    /** x₁ + x₂ + …; zero for none. An algebra that counts roundings counts one sum of n terms here, in whatever order. */
    default E sum(List<E> terms) {
        if (terms.isEmpty()) {
            return zero();
        }
        E total = terms.getFirst();
        for (E term : terms.subList(1, terms.size())) {
            total = plus(total, term);
        }
        return total;
    }

    /**
     * max(x, 0).
     *
     * @throws Undecided {@code KINK} where x is or may be zero but is not known to be on one side
     */
    default E relu(E x) {
        return switch (sign(x)) {
            case POSITIVE -> x;
            case NEGATIVE -> zero();
            case ZERO, UNKNOWN -> throw kink("relu");
        };
    }

    /**
     * |x|.
     *
     * @throws Undecided {@code KINK} as {@link #relu}
     */
    default E abs(E x) {
        return switch (sign(x)) {
            case POSITIVE -> x;
            case NEGATIVE -> negate(x);
            case ZERO, UNKNOWN -> throw kink("abs");
        };
    }

    /**
     * The greater of x and y.
     *
     * @throws Undecided {@code KINK} where x and y are or may be equal
     */
    default E max(E x, E y) {
        return switch (sign(minus(x, y))) {
            case POSITIVE -> x;
            case NEGATIVE -> y;
            case ZERO, UNKNOWN -> throw kink("max");
        };
    }

    /**
     * The lesser of x and y.
     *
     * @throws Undecided {@code KINK} where x and y are or may be equal
     */
    default E min(E x, E y) {
        return switch (sign(minus(x, y))) {
            case POSITIVE -> y;
            case NEGATIVE -> x;
            case ZERO, UNKNOWN -> throw kink("min");
        };
    }

    /** What a function throws at its kink. */
    static Undecided kink(String function) {
        return new Undecided(Undecided.Reason.KINK, function + " has a kink within reach of this point");
    }

    private Undecided lacks(Capability capability) {
        return new Undecided(
                Undecided.Reason.CAPABILITY, getClass().getSimpleName() + " has no " + capability + " operations");
    }
}
