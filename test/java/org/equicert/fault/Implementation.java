package org.equicert.fault;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Undecided;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/** The right implementations that faults are put into. */
enum Implementation {
    /** the built-in fast core */
    CORE {
        @Override
        Function<Question, Answer> right() {
            return new BuiltInCandidate()::ask;
        }

        @Override
        Set<String> functions() {
            return new BuiltInCandidate().description().functions();
        }

        @Override
        int points() {
            return 3; // sums of three terms have a tail
        }
    },
    /** the catalogue's definitions in floating point, differentiated in all modes */
    CALCULUS {
        @Override
        Function<Question, Answer> right() {
            return with(Rules.RIGHT);
        }

        @Override
        Set<String> functions() {
            return new HashSet<>(Functions.all().stream().map(Definition::name).toList());
        }
    };

    private static final List<Optional<Mode>> SECOND_ORDER = Arrays.stream(Mode.values())
            .filter(mode -> mode != Mode.FWD && mode != Mode.REV)
            .map(Optional::of)
            .toList();

    abstract Function<Question, Answer> right();

    abstract Set<String> functions();

    /** At how many points, of growing size, each of them is asked. */
    int points() {
        return 2;
    }

    /** The calculus with these rules. */
    static Function<Question, Answer> with(Rules rules) {
        Calculus calculus = new Calculus(rules);
        return question -> {
            try {
                return new Answer.Given(calculus.answer(question));
            } catch (Undecided e) {
                return new Answer.Unsupported(e.getMessage());
            }
        };
    }

    /** The right implementation, to be asked by a campaign. */
    Candidate candidate() {
        Function<Question, Answer> right = right();
        return new Candidate() {
            @Override
            public Description description() {
                List<Optional<Mode>> first = List.of(Optional.of(Mode.FWD), Optional.of(Mode.REV));
                return new Description(
                        name(),
                        "test",
                        EnumSet.of(Precision.F64, Precision.F32),
                        functions(),
                        new EnumMap<>(Map.of( // asked in an order that stays: stale caches depend on it
                                Quantity.VALUE,
                                List.of(Optional.empty()),
                                Quantity.GRADIENT,
                                first,
                                Quantity.JVP,
                                List.of(Optional.of(Mode.FWD)),
                                Quantity.VJP,
                                List.of(Optional.of(Mode.REV)),
                                Quantity.HVP,
                                SECOND_ORDER,
                                Quantity.HESSIAN,
                                SECOND_ORDER)));
            }

            @Override
            public Answer ask(Question question) {
                return right.apply(question);
            }

            @Override
            public void close() {}
        };
    }
}
