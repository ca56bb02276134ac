package org.equicert.oracle;

import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Elimination;
import org.equicert.function.Stability;
import org.equicert.number.Capability;
import org.equicert.number.Rounding;
import org.equicert.number.Roundings;
import org.equicert.number.Undecided;

/**
 * The budget: the longest dependent chain of roundings in the reference run. A function that is computed through a
 * factorisation of its first argument (normwise stable, and it divides) is differentiated through it too: det′ = det·tr(x⁻¹dx). So each
 * differentiation may cost what inverting that argument costs, even where jets of the definition do without.
 */
final class Budget {
    private Budget() {}

    static int of(Definition f, Question question, Array<Rounding> reference) {
        int chain = Math.max(1, longest(reference));
        boolean factorises = f.stability() == Stability.NORMWISE && f.needs().contains(Capability.DIVISION);
        int solves = factorises ? order(question.quantity()) : 0;
        return solves == 0 ? chain : chain + solves * factorisation(f, question, chain);
    }

    /** How many ulps n roundings in a row are at most: n to first order, and no more than n / (1 − nu). */
    static double reach(double n, double u) {
        return n / (1 - n * u);
    }

    /**
     * How many ulps of a precision n roundings in a row are at most in the lower one that a candidate may use inside;
     * {@link #reach} where there is none.
     */
    static double lenientReach(double n, Precision precision) {
        double u = precision.unitRoundoff();
        return precision
                .lower()
                .map(Precision::unitRoundoff)
                .map(low -> reach(n, low) * low / u)
                .orElse(reach(n, u));
    }

    private static int order(Quantity quantity) {
        return switch (quantity) {
            case VALUE -> 0;
            case GRADIENT, JVP, VJP -> 1;
            case HVP, HESSIAN -> 2;
        };
    }

    /** What inverting the argument that is factorised costs; where it has no inverse, what was done instead. */
    private static int factorisation(Definition f, Question question, int chain) {
        Array<Double> x = question.inputs().get(f.wrt().getFirst());
        boolean isSquare = x.shape().size() == 2 && x.dimension(0) == x.dimension(1);
        if (!isSquare) {
            return chain;
        }
        try {
            return longest(Elimination.inverse(Roundings.INSTANCE, x.map(Roundings.INSTANCE::of)));
        } catch (Undecided singular) {
            return chain;
        }
    }

    private static int longest(Array<Rounding> roundings) {
        return roundings.entries().stream().mapToInt(Rounding::chain).max().orElse(0);
    }
}
