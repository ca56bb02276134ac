package org.equicert.candidate;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/** Questions for tests. */
final class Questions {
    private Questions() {}

    /** The gradient in reverse mode, at one vector x, of a scalar function. */
    static Question gradient(String function, Double... x) {
        return of(function, Quantity.GRADIENT, Optional.of(Mode.REV), Array.vector(List.of(x)));
    }

    static Question of(String function, Quantity quantity, Optional<Mode> mode, Array<Double> x) {
        SequencedMap<String, Array<Double>> inputs = new LinkedHashMap<>();
        inputs.put("x", x);
        boolean tangent = quantity == Quantity.JVP || quantity == Quantity.HVP;
        return new Question(
                "q1",
                function,
                Parameters.NONE,
                quantity,
                mode,
                Precision.F64,
                new Arguments<>(inputs),
                List.of("x"),
                quantity == Quantity.VALUE ? Optional.empty() : Optional.of(Array.scalar(1.0)),
                tangent ? Optional.of(Array.build(List.of(x.size()), i -> 1.0)) : Optional.empty());
    }
}
