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

    default E exp(E x) {
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

    default E tanh(E x) {
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

    /** What {@link #relu} and {@link #abs} throw at their kink. */
    static Undecided kink(String function) {
        return new Undecided(Undecided.Reason.KINK, function + " has a kink within reach of this point");
    }

    private Undecided lacks(Capability capability) {
        return new Undecided(
                Undecided.Reason.CAPABILITY, getClass().getSimpleName() + " has no " + capability + " operations");
    }
}
