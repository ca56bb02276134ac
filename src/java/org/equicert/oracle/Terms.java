package org.equicert.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equicert.derivative.Tape;
import org.equicert.derivative.Taped;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Doubles;

/**
 * S of each entry of an answer as the reference run has it: Σ |intermediate · adjoint| over everything that the run comes
 * across. A relative error of u in each intermediate moves the entry by no more than u·S, to first order. An entry that
 * depends on no input, such as a product with the derivative of a linear function, leaves nothing to walk back over: its S
 * is infinite, and gives way to the majorant. An intermediate below the normal numbers counts as the least that rounds like it.
 */
final class Terms {
    /** Walking back over the run for each entry costs this much at most; larger answers do without. */
    private static final double MOST_STEPS = 2e8;

    private Terms() {}

    /** One S for each entry, row-major; empty where the answer is too large to be walked back from. */
    static Optional<double[]> of(Definition f, Question question) {
        Tape<Double> tape = new Tape<>(new Doubles());
        List<String> names = List.copyOf(question.inputs().arrays().keySet());
        List<Taped<Double>> inputs = new ArrayList<>();
        for (double x : question.inputs().flatten(names)) {
            inputs.add(tape.variable(x));
        }
        Arguments<Taped<Double>> in = question.inputs().map(tape::constant).withTheta(names, inputs);
        Array<Taped<Double>> answer = Quantities.of(tape, f, question, in);
        if ((double) answer.size() * tape.size() > MOST_STEPS) {
            return Optional.empty();
        }
        return Optional.of(answer.entries().stream()
                .mapToDouble(entry -> terms(tape, entry, question.precision().leastScale()))
                .toArray());
    }

    private static double terms(Tape<Double> tape, Taped<Double> entry, double least) {
        if (entry.place() < 0) {
            return Double.POSITIVE_INFINITY;
        }
        double[] sum = {0};
        tape.visit(entry, (value, adjoint) -> sum[0] += size(value, least) * Math.abs(adjoint));
        return Double.isNaN(sum[0]) ? Double.POSITIVE_INFINITY : sum[0];
    }

    /** Zeros are exact. */
    private static double size(double value, double least) {
        return value == 0 ? 0 : Math.max(Math.abs(value), least);
    }
}
