package org.equicert.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.equivariance.Equivariances;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.oracle.Answer;
import org.equicert.oracle.ClosedForms;
import org.equicert.oracle.CorrectCandidate;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Candidates that are right in another way, and candidates that play tricks. */
class OracleUnderAttackTest {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED);

    private static Run judge(Candidate candidate, List<Precision> precisions, long seed, String... functions) {
        List<Definition> asked = List.of(functions).stream()
                .map(name -> Functions.find(name).orElseThrow())
                .toList();
        return new Campaign(candidate, new Plan(asked, precisions, 3, seed), Oracle.ofCatalogue(), Progress.SILENT)
                .run();
    }

    /** The catalogue, without some quantities. */
    private static class Lacking extends CorrectCandidate {
        private final Set<Quantity> lacks;

        Lacking(Set<Quantity> lacks) {
            this.lacks = lacks;
        }

        @Override
        public Description description() {
            Description all = super.description();
            Map<Quantity, List<Optional<Mode>>> modes = new EnumMap<>(all.modes());
            modes.keySet().removeAll(lacks);
            return new Description(all.name(), all.version(), all.precisions(), all.functions(), modes);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12})
    void aRightImplementationOfAnotherStructureIsNeverAccused(long seed) {
        ClosedForms candidate = new ClosedForms();
        Run run = judge(
                candidate,
                List.of(Precision.F64, Precision.F32),
                seed,
                candidate.description().functions().toArray(String[]::new));
        assertEquals(
                List.of(),
                run.results().stream()
                        .filter(r -> ACCUSATIONS.contains(r.verdict()))
                        .toList());
    }

    /** What is right in f64 says nothing for what is wrong in f32 alone. */
    @Test
    void aFaultInOnePrecisionOnlyIsRefutedNotCalledUnstable() {
        for (Precision faulty : List.of(Precision.F64, Precision.F32)) {
            Candidate candidate = new CorrectCandidate() {
                @Override
                public Answer ask(Question question) {
                    Answer answer = super.ask(question);
                    return question.precision() == faulty && answer instanceof Answer.Given given
                            ? new Answer.Given(given.output().map(x -> 2 * x))
                            : answer;
                }
            };
            Run run = judge(candidate, List.of(Precision.F64, Precision.F32), 1, "matmul");
            for (Result result : run.results()) {
                if (result.judge() != Judge.IDENTITY && result.quantity() != Quantity.HESSIAN) {
                    assertEquals(
                            result.precision() == faulty,
                            result.verdict() == Verdict.REFUTED,
                            () -> faulty + " only, but " + result);
                }
            }
        }
    }

    /** The catalogue in f64 and f32, each answer off by a part that is the precision's. */
    private static Run off(double inF64, double inF32) {
        Candidate candidate = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                double part = question.precision() == Precision.F64 ? inF64 : inF32;
                return super.ask(question) instanceof Answer.Given given
                        ? new Answer.Given(
                                given.output().map(x -> question.precision().round(x * (1 + part))))
                        : new Answer.Unsupported("no answer");
            }
        };
        return judge(candidate, List.of(Precision.F64, Precision.F32), 1, "matmul");
    }

    private static Set<Verdict> verdicts(Run run, Precision precision) {
        EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        run.results().stream()
                .filter(r -> r.precision() == precision && r.judge() == Judge.TRUTH && r.quantity() == Quantity.VALUE)
                .forEach(r -> verdicts.add(r.verdict()));
        return verdicts;
    }

    /** 2¹⁸ roundings lost in either precision: f32 is unstable rather than wrong, since f64 is right to half its digits. */
    @Test
    void whatIsUnstableIsInaccurateWhereAFinerPrecisionIsRight() {
        Run run = off(0x1p-35, 0x1p-6);
        assertEquals(EnumSet.of(Verdict.INACCURATE), verdicts(run, Precision.F64));
        assertEquals(EnumSet.of(Verdict.INACCURATE), verdicts(run, Precision.F32));
    }

    /** f64 without any error is as right as f64 to its last digit: 2⁸ roundings lost in f32 are digits, 2¹⁸ a fault of f32. */
    @Test
    void aFinerPrecisionThatIsExactExcusesNoLessAndNoMoreThanOneThatIsRounded() {
        for (double inF64 : List.of(0.0, 0x1p-53)) {
            Run digits = off(inF64, 0x1p-16);
            assertEquals(EnumSet.of(Verdict.INACCURATE), verdicts(digits, Precision.F32));
            assertEquals(EnumSet.of(Verdict.CONSISTENT), verdicts(digits, Precision.F64));
            assertEquals(EnumSet.of(Verdict.REFUTED), verdicts(off(inF64, 0x1p-6), Precision.F32));
        }
    }

    /** A candidate can be more wrong in f32 on purpose, so that its fault in f64 seems to shrink with u. */
    @Test
    void aFaultThatIsMadeToShrinkWithUIsRefutedInBothPrecisions() {
        Run run = off(0x1p-18, 0x1p6);
        assertEquals(EnumSet.of(Verdict.REFUTED), verdicts(run, Precision.F64));
        assertEquals(EnumSet.of(Verdict.REFUTED), verdicts(run, Precision.F32));
    }

    /** A function that is linear where it is asked, and its second derivatives off by a part of y/x². */
    private static Run residue(double part) {
        Candidate candidate = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                Answer answer = super.ask(question);
                if (question.quantity() != Quantity.HESSIAN || !(answer instanceof Answer.Given given)) {
                    return answer;
                }
                List<Double> x = question.inputs().flatten(question.wrt());
                double u = question.precision().unitRoundoff();
                return new Answer.Given(Array.build(given.output().shape(), i -> {
                    double size = x.get(i / x.size()) * x.get(i % x.size());
                    double off = size == 0 || given.output().get(i) != 0 ? 0 : part * u / Math.abs(size);
                    return question.precision().round(given.output().get(i) + off);
                }));
            }
        };
        return judge(candidate, List.of(Precision.F64, Precision.F32), 1, "linalg.trace");
    }

    private static Set<Verdict> ofHessians(Run run) {
        EnumSet<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
        run.results().stream()
                .filter(r -> r.quantity() == Quantity.HESSIAN && r.judge() == Judge.TRUTH)
                .forEach(r -> verdicts.add(r.verdict()));
        return verdicts;
    }

    /** What rounding leaves of y/x² − y/x² is inaccurate; as many more roundings as f32 lacks digits are not rounding. */
    @Test
    void whatRoundingLeavesWhereZeroIsRightIsInaccurateAndMoreIsRefuted() {
        assertEquals(EnumSet.of(Verdict.INACCURATE), ofHessians(residue(0.125)));
        assertEquals(EnumSet.of(Verdict.REFUTED), ofHessians(residue(0x1p20)));
        assertEquals(EnumSet.of(Verdict.CONSISTENT), ofHessians(residue(0)));
    }

    /** What identities find is shown where the truth clears nobody: fwd and rev agree, but not with the value. */
    @Test
    void aContradictionWithNobodyToBlameIsNotHidden() {
        Candidate candidate = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                Answer answer = super.ask(question);
                return question.quantity() == Quantity.VALUE && answer instanceof Answer.Given given
                        ? new Answer.Given(given.output().map(x -> 2 * x))
                        : answer;
            }
        };
        Oracle uncorroborated = new Oracle(Functions::find, Equivariances::of, function -> List.of());
        Plan plan = new Plan(List.of(Functions.find("linalg.det").orElseThrow()), List.of(Precision.F64), 3, 1);
        Run run = new Campaign(candidate, plan, uncorroborated, Progress.SILENT).run();
        assertFalse(run.results().stream().anyMatch(r -> ACCUSATIONS.contains(r.verdict())));
        for (Result result : run.results()) {
            if (result.quantity() == Quantity.GRADIENT && result.judge() == Judge.IDENTITY) {
                assertEquals(Verdict.UNDECIDED, result.verdict());
                assertTrue(result.reason().endsWith("does not hold, but linalg.det value may be the wrong one"));
            }
        }
    }

    /** The rows of ∇f are gradients too, but of another L than the Hessian's. */
    @Test
    void aRowOfTheJacobianIsNotTakenForTheGradient() {
        Candidate candidate = new Lacking(Set.of(Quantity.VJP)) {
            @Override
            public Answer ask(Question question) {
                boolean row = question.id().contains("/row-");
                return question.quantity() == Quantity.GRADIENT && !row
                        ? new Answer.Unsupported("rows only")
                        : super.ask(question);
            }
        };
        Run run = judge(candidate, List.of(Precision.F64), 1, "matmul", "linalg.solve");
        assertFalse(run.results().stream().anyMatch(r -> ACCUSATIONS.contains(r.verdict())));
    }

    @Test
    void anIdentityThatWasNotEvaluatedCoversNothing() {
        Run run = judge(
                new Lacking(Set.of(Quantity.GRADIENT, Quantity.VJP)),
                List.of(Precision.F64),
                1,
                "linalg.det",
                "Softmax");
        List<Result> hessians = run.results().stream()
                .filter(r -> r.quantity() == Quantity.HESSIAN && r.judge() == Judge.IDENTITY)
                .toList();
        assertFalse(hessians.isEmpty());
        for (Result result : hessians) {
            assertEquals(0, result.coverage().map(Coverage::directions).orElseThrow());
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {1e200, 1e308, 1e-200, 1e-320})
    void whereNumbersLeaveTheirRangeNothingBreaks(double factor) {
        Oracle oracle = Oracle.ofCatalogue();
        for (Definition f : Functions.all()) {
            Point drawn = f.points().at(2, new SplittableRandom(1));
            Array<Double> value = f.value(new Doubles(), drawn.arguments(), drawn.parameters());
            Arguments<Double> inputs =
                    drawn.arguments().map(x -> Math.clamp(factor * x, -Double.MAX_VALUE, Double.MAX_VALUE));
            int p = inputs.flatten(f.wrt()).size();
            for (Quantity quantity : Quantity.values()) {
                Question question = new Question(
                        "q",
                        f.name(),
                        drawn.parameters(),
                        quantity,
                        Optional.empty(),
                        Precision.F64,
                        inputs,
                        f.wrt(),
                        Optional.of(value.map(y -> 1.0)),
                        Optional.of(Array.build(List.of(p), a -> 1.0)));
                Answer answer = new CorrectCandidate().ask(question);
                assertFalse(oracle.judge(f.name(), List.of(new Exchange("s/f64/point-1", question, answer)))
                        .isEmpty());
            }
        }
    }

    /** So near a singular matrix that rounding reaches it, no number is as good as any. */
    @Test
    void noNumberNearAPoleIsUndecidedAndGoesIntoNoIdentity() {
        Definition f = Functions.find("linalg.inv").orElseThrow();
        Oracle oracle = Oracle.ofCatalogue();
        List<Exchange> exchanges = new ArrayList<>();
        for (Quantity quantity : List.of(Quantity.VALUE, Quantity.GRADIENT, Quantity.HESSIAN)) {
            Question question = new Question(
                    "q",
                    f.name(),
                    Parameters.NONE,
                    quantity,
                    Optional.empty(),
                    Precision.BF16,
                    Arguments.of("x", Array.matrix(2, 2, (i, j) -> i == 1 && j == 1 ? 1.0078125 : 1.0)),
                    f.wrt(),
                    Optional.of(Array.matrix(2, 2, (i, j) -> 1.0)),
                    Optional.empty());
            List<Integer> shape = quantity == Quantity.VALUE
                    ? List.of(2, 2)
                    : quantity == Quantity.GRADIENT ? List.of(4) : List.of(4, 4);
            exchanges.add(new Exchange(
                    "linalg.inv/bf16/point-1", question, new Answer.Given(Array.build(shape, i -> Double.NaN))));
        }
        List<Ruling> rulings = oracle.judge(f.name(), exchanges);
        assertEquals(3, rulings.size());
        assertTrue(rulings.stream().allMatch(r -> r.judgement().verdict() == Verdict.UNDECIDED), rulings::toString);
    }

    /** Only what is factorised costs an inversion: a loss of a square, singular matrix of weights is none of that. */
    @Test
    void aSingularArgumentThatNobodyInvertsIsNoObstacle() {
        Definition f = Functions.find("linear.softmax_cross_entropy").orElseThrow();
        Question question = new Question(
                "q",
                f.name(),
                Parameters.of("label", 0L),
                Quantity.HESSIAN,
                Optional.of(Mode.FWD_OVER_FWD),
                Precision.F64,
                Arguments.of("w", Array.matrix(2, 2, (i, j) -> 1.0)).with("h", Array.vector(List.of(1.0, 1.0))),
                f.wrt(),
                Optional.of(Array.scalar(1.0)),
                Optional.empty());
        Exchange exchange = new Exchange("s/f64/point-1", question, new CorrectCandidate().ask(question));
        assertEquals(
                Verdict.CONSISTENT,
                Oracle.ofCatalogue()
                        .judge(f.name(), List.of(exchange))
                        .getFirst()
                        .judgement()
                        .verdict());
    }
}
