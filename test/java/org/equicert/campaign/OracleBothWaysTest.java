package org.equicert.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.equicert.candidate.Candidate;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.oracle.Answer;
import org.equicert.oracle.CorrectCandidate;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The oracle must refute what is wrong and must not accuse what is right. */
class OracleBothWaysTest {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED);

    private static Run judge(Candidate candidate, List<Definition> functions, List<Precision> precisions, long seed) {
        List<Candidate> twice = List.of(candidate, candidate); // none of these has a state
        return new Campaign(twice, new Plan(functions, precisions, 3, seed), Oracle.ofCatalogue(), Progress.SILENT)
                .run();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aCorrectImplementationIsNeverAccused(long seed) {
        Run run = judge(new CorrectCandidate(), Functions.all(), List.of(Precision.F64, Precision.F32), seed);
        List<Result> accused = run.results().stream()
                .filter(r -> ACCUSATIONS.contains(r.verdict()))
                .toList();
        assertEquals(List.of(), accused);
        for (Definition f : Functions.all()) {
            for (Quantity quantity : Quantity.values()) {
                assertTrue(
                        run.results().stream()
                                .anyMatch(r -> r.function().equals(f.name())
                                        && r.quantity() == quantity
                                        && r.judge() == Judge.TRUTH
                                        && r.precision() == Precision.F64
                                        && r.verdict() == Verdict.CONSISTENT),
                        () -> "nothing was decided about " + quantity + " of " + f.name());
            }
        }
    }

    /** A correct candidate whose answers of one quantity and mode are spoilt. */
    private static Candidate spoilt(
            Quantity quantity, Optional<Mode> mode, BiFunction<Question, Array<Double>, Array<Double>> fault) {
        return new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                Answer answer = super.ask(question);
                boolean hit = question.quantity() == quantity && question.mode().equals(mode);
                return hit && answer instanceof Answer.Given given
                        ? new Answer.Given(fault.apply(question, given.output()))
                        : answer;
            }
        };
    }

    private static Set<String> refuted(Run run, Judge judge) {
        return run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED && r.judge() == judge)
                .map(r ->
                        r.quantity().word() + r.mode().map(m -> " " + m.word()).orElse(""))
                .collect(Collectors.toSet());
    }

    @ParameterizedTest
    @CsvSource({
        "linalg.det",
        "linalg.slogdet",
        "linalg.inv",
        "linalg.solve",
        "matmul",
        "tensor.compose",
        "network.relu",
    })
    void aHessianThatIsWrongAlongACharacteristicDirectionIsRefutedByTruthAndByIdentity(String function) {
        Definition f = Functions.find(function).orElseThrow();
        Run run = judge(
                spoilt(Quantity.HESSIAN, Optional.of(Mode.FWD_OVER_FWD), (q, h) -> planted(h, 1e-3)),
                List.of(f),
                List.of(Precision.F64),
                1);
        assertEquals(Set.of("hessian fwd-over-fwd"), refuted(run, Judge.TRUTH));
        assertEquals(Set.of("hessian fwd-over-fwd"), refuted(run, Judge.IDENTITY));
    }

    /** Adds a relative error to every entry, and keeps the Hessian symmetric, so that no symmetry check sees it. */
    private static Array<Double> planted(Array<Double> h, double error) {
        double largest = h.entries().stream().mapToDouble(Math::abs).max().orElse(1);
        return h.map(x -> x + error * Math.max(largest, 1));
    }

    @Test
    void aGaussNewtonHessianIsSeenByTheMixedIdentityAlone() {
        Definition f = Functions.find("network.tanh.squared_loss").orElseThrow();
        Run run = judge(
                spoilt(Quantity.HESSIAN, Optional.of(Mode.FWD_OVER_FWD), GaussNewton::of),
                List.of(f),
                List.of(Precision.F64),
                1);
        assertEquals(Set.of("hessian fwd-over-fwd"), refuted(run, Judge.TRUTH));
        assertEquals(Set.of("hessian fwd-over-fwd"), refuted(run, Judge.IDENTITY));
        assertTrue(run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED && r.judge() == Judge.IDENTITY)
                .allMatch(r -> r.reason().startsWith("T.Thm1.2a")));
    }

    /** Orthogonal to x, so that homogeneity does not see it; and where x[0] = x[1], not what the swap of these leaves. */
    private static List<Double> across(Question question) {
        Array<Double> x = question.inputs().get("x");
        boolean isFixed = x.size() == 3 && x.get(0).equals(x.get(1));
        return isFixed ? List.of(x.get(2), 0.0, -x.get(0)) : x.map(entry -> 0.0).entries();
    }

    @Test
    void T_Thm2_1_aGradientThatBreaksASymmetryAtAFixedPointIsRefuted() {
        Run run = judge(
                spoilt(Quantity.GRADIENT, Optional.of(Mode.FWD), (q, g) -> {
                    List<Double> v = across(q);
                    return Array.build(g.shape(), a -> g.get(a) + 1e-3 * v.get(a));
                }),
                List.of(Functions.find("norm.3").orElseThrow()),
                List.of(Precision.F64),
                1);
        assertIsRefutedBecause("T.Thm2.1 (swap of entries)", run);
    }

    @Test
    void T_Thm2_2_aHessianThatBreaksASymmetryAtAFixedPointIsRefuted() {
        Run run = judge(
                spoilt(Quantity.HESSIAN, Optional.of(Mode.FWD_OVER_FWD), (q, h) -> {
                    List<Double> v = across(q);
                    return Array.matrix(v.size(), v.size(), (a, b) -> h.get(a, b) + 1e-3 * v.get(a) * v.get(b));
                }),
                List.of(Functions.find("norm.3").orElseThrow()),
                List.of(Precision.F64),
                1);
        assertIsRefutedBecause("T.Thm2.2 (swap of entries)", run);
    }

    private static void assertIsRefutedBecause(String identity, Run run) {
        List<String> reasons = run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED && r.judge() == Judge.IDENTITY)
                .map(Result::reason)
                .toList();
        assertEquals(1, reasons.size(), reasons::toString);
        assertTrue(reasons.getFirst().startsWith(identity), reasons::toString);
    }

    @Test
    void floatInternalsInDoubleAreInaccurateNotRefuted() {
        Candidate internals = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                return super.ask(question.in(Precision.F32, question.id()));
            }
        };
        Run run = judge(internals, Functions.all(), List.of(Precision.F64), 1);
        assertFalse(run.results().stream().anyMatch(r -> r.verdict() == Verdict.REFUTED));
        assertTrue(run.results().stream()
                        .filter(r -> r.verdict() == Verdict.INACCURATE)
                        .count()
                > 20);
    }

    @Test
    void anErrorInOneEntryIsFoundWhereverItExceedsWhatWouldHavePassed() {
        Definition f = Functions.find("network.tanh").orElseThrow();
        for (int bits = 2; bits <= 40; bits += 2) {
            double error = Math.scalb(1.0, -bits);
            Run run = judge(
                    spoilt(Quantity.GRADIENT, Optional.of(Mode.REV), (q, g) -> first(g, error)),
                    List.of(f),
                    List.of(Precision.F64),
                    bits);
            Result row = run.results().stream()
                    .filter(r -> r.quantity() == Quantity.GRADIENT
                            && r.mode().equals(Optional.of(Mode.REV))
                            && r.judge() == Judge.TRUTH)
                    .findFirst()
                    .orElseThrow();
            assertTrue(
                    row.verdict() == Verdict.REFUTED || row.verdict() == Verdict.INACCURATE,
                    () -> "an error of " + error + " passed as " + row);
        }
    }

    /** The largest entry off by a relative error. */
    private static Array<Double> first(Array<Double> g, double error) {
        List<Double> entries = new ArrayList<>(g.entries());
        int largest = 0;
        for (int i = 1; i < entries.size(); i++) {
            if (Math.abs(entries.get(i)) > Math.abs(entries.get(largest))) {
                largest = i;
            }
        }
        entries.set(largest, entries.get(largest) * (1 + error));
        return new Array<>(g.shape(), entries);
    }

    @Test
    void nonsenseIsFailedAndTheRestIsKept() {
        Definition f = Functions.find("matmul").orElseThrow();
        Run run = judge(
                spoilt(Quantity.GRADIENT, Optional.of(Mode.REV), (q, g) -> g.map(x -> Double.NaN)),
                List.of(f),
                List.of(Precision.F64),
                1);
        assertTrue(run.results().stream()
                .filter(r -> r.quantity() == Quantity.GRADIENT && r.mode().equals(Optional.of(Mode.REV)))
                .allMatch(r -> r.verdict() == Verdict.FAILED));
        assertTrue(run.results().stream().anyMatch(r -> r.verdict() == Verdict.CONSISTENT));
        assertFalse(run.results().stream().anyMatch(r -> r.verdict() == Verdict.REFUTED));
    }

    @Test
    void whatIsJudgedTodayIsJudgedTheSameFromTheExchangesAlone() {
        Definition f = Functions.find("linalg.det").orElseThrow();
        Run run = judge(
                spoilt(Quantity.HESSIAN, Optional.of(Mode.FWD_OVER_FWD), (q, h) -> planted(h, 0.1)),
                List.of(f),
                List.of(Precision.F64, Precision.F32),
                7);
        Oracle oracle = Oracle.ofCatalogue();
        assertEquals(run.results(), new Assessment(oracle).results(run.exchanges()));
        assertTrue(run.results().stream().anyMatch(r -> r.witness().isPresent()));
    }
}
