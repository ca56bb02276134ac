package org.equicert.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.equicert.candidate.Description;
import org.equicert.function.Array;
import org.equicert.function.Corroboration;
import org.equicert.function.Functions;
import org.equicert.oracle.Answer;
import org.equicert.oracle.CorrectCandidate;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A rule that is wrong only at rare points is found by searching, and missed by as many points drawn as usual. */
class SearchTest {
    private static final int POINTS = 2;
    private static final int SEARCH = 12;

    /** The truth is enough to see these faults. */
    private static final Oracle ORACLE = new Oracle(Functions::find, f -> List.of(), Corroboration::of);

    enum Rare {
        EIGENVALUES_WITHIN_A_THOUSANDTH("linalg.eigvalsh", Rare::hasNearlyEqualEigenvalues),
        BEYOND_TEN_THOUSAND("std", x -> x.entries().stream().anyMatch(e -> Math.abs(e) > 1e4)),
        AN_ENTRY_EXACTLY_ZERO("multiply", x -> x.entries().contains(0.0));

        private final String function;
        private final Predicate<Array<Double>> condition;

        Rare(String function, Predicate<Array<Double>> condition) {
            this.function = function;
            this.condition = condition;
        }

        /** Σ(λ − λ̄)² = ‖S‖² − tr²/n of the symmetric part S: below 10⁻⁶/2 no two eigenvalues are 10⁻³ apart. */
        private static boolean hasNearlyEqualEigenvalues(Array<Double> x) {
            int n = x.dimension(0);
            double squares = IntStream.range(0, n * n)
                    .mapToDouble(o -> (x.get(o / n, o % n) + x.get(o % n, o / n)) / 2)
                    .map(s -> s * s)
                    .sum();
            double trace = IntStream.range(0, n).mapToDouble(i -> x.get(i, i)).sum();
            return n > 1 && squares - trace * trace / n < 1e-6 / 2;
        }
    }

    /** Gradients alone, and the values that they need. */
    private static final class Gradients extends CorrectCandidate {
        private final Optional<Rare> fault;

        Gradients(Optional<Rare> fault) {
            this.fault = fault;
        }

        @Override
        public Description description() {
            Set<String> functions = super.description().functions();
            return new Description(
                    "gradients",
                    "test",
                    EnumSet.of(Precision.F64),
                    functions,
                    Map.of(
                            Quantity.VALUE, List.of(Optional.empty()),
                            Quantity.GRADIENT, List.of(Optional.of(Mode.REV))));
        }

        @Override
        public Answer ask(Question question) {
            Answer answer = super.ask(question);
            boolean hit = question.quantity() == Quantity.GRADIENT
                    && fault.filter(rare ->
                                    question.inputs().arrays().values().stream().anyMatch(rare.condition))
                            .isPresent();
            return hit && answer instanceof Answer.Given given
                    ? new Answer.Given(given.output().map(g -> 2 * g + 1))
                    : answer;
        }
    }

    private static long accusations(Rare rare, Optional<Rare> fault, int points, int search, long seed) {
        Plan plan = new Plan(
                List.of(Functions.find(rare.function).orElseThrow()), List.of(Precision.F64), points, search, seed);
        return new Campaign(new Gradients(fault), plan, ORACLE, Progress.SILENT)
                .run().results().stream()
                        .filter(r -> EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED)
                                .contains(r.verdict()))
                        .count();
    }

    @ParameterizedTest
    @EnumSource
    void aRareFaultIsFoundBySearchingAndMissedByAsManyPointsDrawn(Rare rare) {
        for (long seed = 1; seed <= 3; seed++) {
            boolean searched = accusations(rare, Optional.of(rare), POINTS, SEARCH, seed) > 0;
            boolean drawn = accusations(rare, Optional.of(rare), POINTS + SEARCH, 0, seed) > 0;
            assertEquals(List.of(true, false), List.of(searched, drawn), rare + ", seed " + seed);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whereNothingIsWrongNothingIsAccused(Rare rare) {
        for (long seed = 1; seed <= 3; seed++) {
            assertEquals(0, accusations(rare, Optional.empty(), POINTS, SEARCH, seed));
        }
    }
}
