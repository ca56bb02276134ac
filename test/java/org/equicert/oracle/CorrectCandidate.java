package org.equicert.oracle;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;

/**
 * The catalogue itself, run in plain floating point: right by construction, and as inaccurate as rounding makes it. What
 * the oracle says against it is a false alarm.
 */
public class CorrectCandidate implements Candidate {
    private static final List<Optional<Mode>> FIRST = List.of(Optional.of(Mode.FWD), Optional.of(Mode.REV));
    private static final List<Optional<Mode>> SECOND =
            List.of(Optional.of(Mode.FWD_OVER_FWD), Optional.of(Mode.FWD_OVER_REV));

    @Override
    public Description description() {
        Set<String> functions = Functions.all().stream().map(Definition::name).collect(Collectors.toSet());
        return new Description(
                "correct",
                "test",
                EnumSet.allOf(Precision.class),
                functions,
                Map.of(
                        Quantity.VALUE,
                        List.of(Optional.empty()),
                        Quantity.GRADIENT,
                        FIRST,
                        Quantity.JVP,
                        List.of(Optional.of(Mode.FWD)),
                        Quantity.VJP,
                        List.of(Optional.of(Mode.REV)),
                        Quantity.HVP,
                        SECOND,
                        Quantity.HESSIAN,
                        SECOND));
    }

    @Override
    public Answer ask(Question question) {
        Definition f = Functions.find(question.function()).orElseThrow();
        try {
            return new Answer.Given(
                    question.precision() == Precision.F64 ? inDouble(f, question) : inNarrow(f, question));
        } catch (Undecided e) {
            return new Answer.Unsupported(e.getMessage());
        }
    }

    static Array<Double> inDouble(Definition f, Question question) {
        return Quantities.of(new Doubles(), f, question, question.inputs());
    }

    static Array<Double> inNarrow(Definition f, Question question) {
        return Quantities.of(new Narrow(question.precision()), f, question, question.inputs());
    }

    @Override
    public void close() {}
}
