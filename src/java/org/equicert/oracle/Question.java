package org.equicert.oracle;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;

/**
 * One thing asked of a candidate; every number in it is an exact binary float of the precision.
 *
 * @param id names the question within a run; an answer repeats it
 * @param function a name of the catalogue
 * @param parameters the function's exact parameters
 * @param quantity what is asked
 * @param mode how derivatives are to be taken; empty for values
 * @param precision what the candidate computes in
 * @param inputs the function's arguments
 * @param wrt the arguments that are differentiated; θ is their entries one after the other, row-major
 * @param cotangent c, of the shape of the function's value; present for gradient, vjp, hvp and hessian
 * @param tangent v ∈ Rᵖ; present for jvp and hvp
 */
public record Question(
        String id,
        String function,
        Parameters parameters,
        Quantity quantity,
        Optional<Mode> mode,
        Precision precision,
        Arguments<Double> inputs,
        List<String> wrt,
        Optional<Array<Double>> cotangent,
        Optional<Array<Double>> tangent) {

    /** The same question of other numbers. */
    public Question with(
            Arguments<Double> otherInputs,
            Optional<Array<Double>> otherCotangent,
            Optional<Array<Double>> otherTangent) {
        return new Question(
                id, function, parameters, quantity, mode, precision, otherInputs, wrt, otherCotangent, otherTangent);
    }

    /** The same question in another precision, under another id. */
    public Question in(Precision other, String otherId) {
        return new Question(otherId, function, parameters, quantity, mode, other, inputs, wrt, cotangent, tangent);
    }

    /** Whether every number of the question is one of a precision. */
    public boolean isHeldBy(Precision other) {
        return Stream.of(inputs.arrays().values().stream(), cotangent.stream(), tangent.stream())
                .flatMap(arrays -> arrays)
                .flatMap(array -> array.entries().stream())
                .allMatch(other::holds);
    }

    /** The same question in another mode. */
    public Question in(Optional<Mode> other) {
        return new Question(id, function, parameters, quantity, other, precision, inputs, wrt, cotangent, tangent);
    }
}
