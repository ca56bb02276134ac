package org.equicert.oracle;

import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Elimination;
import org.equicert.function.Stability;
import org.equicert.number.Rounding;
import org.equicert.number.Roundings;

/**
 * The budget: the longest dependent chain of roundings in the reference run. A function that is computed through a
 * factorisation (normwise stable, of a square argument) is differentiated through it too: det′ = det·tr(x⁻¹dx). So each
 * differentiation may cost what inverting that argument costs, even where jets of the definition do without.
 */
final class Budget {
    private Budget() {}

    static int of(Definition f, Question question, Array<Rounding> reference) {
        int solves = f.stability() == Stability.NORMWISE ? order(question.quantity()) : 0;
        return Math.max(1, longest(reference)) + solves * factorisation(question);
    }

    private static int order(Quantity quantity) {
        return switch (quantity) {
            case VALUE -> 0;
            case GRADIENT, JVP, VJP -> 1;
            case HVP, HESSIAN -> 2;
        };
    }

    /** What inverting the largest square argument costs. */
    private static int factorisation(Question question) {
        return question.inputs().arrays().values().stream()
                .filter(x -> x.shape().size() == 2 && x.dimension(0) == x.dimension(1))
                .mapToInt(x -> longest(Elimination.inverse(Roundings.INSTANCE, x.map(Roundings.INSTANCE::of))))
                .max()
                .orElse(0);
    }

    private static int longest(Array<Rounding> roundings) {
        return roundings.entries().stream().mapToInt(Rounding::chain).max().orElse(0);
    }
}
