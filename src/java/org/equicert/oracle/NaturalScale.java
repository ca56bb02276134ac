package org.equicert.oracle;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.equicert.derivative.Derivatives;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Rounding;
import org.equicert.number.Roundings;

/**
 * How large the entries of a derivative are by their units: ∂L/∂xᵢ as L / xᵢ, ∂²L/∂xᵢ∂xⱼ as L / (xᵢ xⱼ), where the size of L is
 * its scale S. A rule that divides by an argument what was multiplied with it leaves roundings of that size, even where the
 * derivative, and S with it, is 0: the second derivative of x as the difference of y/x² and y/x², say.
 */
final class NaturalScale {
    /** Differentiating y/x twice gives up to four such terms, after two more products, quotients and sums. */
    private static final int TERMS = 4;

    private static final int ROUNDINGS = 6;

    private NaturalScale() {}

    /** Whether every entry of an answer is acceptable or, where 0 is right, what roundings leave that have the natural scale. */
    static boolean holdsResidue(Definition f, Question question, Truth truth, Array<Double> output) {
        double u = question.precision().unitRoundoff();
        if (!output.shape().equals(truth.shape()) || (truth.budget() + ROUNDINGS) * u > Scale.MOST_BUDGET) {
            return false;
        }
        double reach = Budget.reach(truth.budget(), u);
        double residue = TERMS * u * Budget.reach(truth.budget() + ROUNDINGS, u);
        double[] natural = of(f, question, output.size());
        return IntStream.range(0, output.size())
                .allMatch(i -> truth.acceptable(i, reach).contains(output.get(i))
                        || truth.within(0).get(i).containsZero() && Math.abs(output.get(i)) <= residue * natural[i]);
    }

    /** By entry, row-major; 0 where an argument is 0, which gives no unit. */
    private static double[] of(Definition f, Question question, int entries) {
        Roundings counting = new Roundings(question.precision().leastScale());
        Arguments<Rounding> in = question.inputs().map(counting::of);
        Array<Rounding> value = new Derivatives<>(counting, f, question.parameters(), in).value();
        double[] y = value.entries().stream().mapToDouble(Rounding::scale).toArray();
        double[] unit = question.inputs().flatten(f.wrt()).stream()
                .mapToDouble(x -> x == 0 ? 0 : 1 / Math.abs(x))
                .toArray();
        double moved = question.tangent().map(v -> sum(v, unit)).orElse(0.0);
        double size = question.cotangent().map(c -> sum(c, y)).orElse(0.0);
        double[] natural = new double[entries];
        Arrays.setAll(natural, i -> switch (question.quantity()) {
            case VALUE -> y[i];
            case JVP -> y[i] * moved;
            case GRADIENT, VJP -> size * unit[i];
            case HVP -> size * moved * unit[i];
            case HESSIAN -> size * unit[i / unit.length] * unit[i % unit.length];
        });
        for (int i = 0; i < entries; i++) {
            natural[i] = Double.isFinite(natural[i]) ? natural[i] : 0;
        }
        return natural;
    }

    private static double sum(Array<Double> factors, double[] sizes) {
        return IntStream.range(0, sizes.length)
                .mapToDouble(i -> Math.abs(factors.get(i)) * sizes[i])
                .sum();
    }
}
