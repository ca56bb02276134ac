package org.equicert.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.function.Function;
import org.equicert.function.Array;
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

class FindingTest {
    private static final Oracle ORACLE = Oracle.ofCatalogue();

    /** A correct candidate whose Hessians are spoilt, in each mode in its own way. */
    private static Run spoilt(long seed, Function<Mode, Function<Array<Double>, Array<Double>>> fault) {
        CorrectCandidate candidate = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                Answer answer = super.ask(question);
                return question.quantity() == Quantity.HESSIAN && answer instanceof Answer.Given given
                        ? new Answer.Given(
                                fault.apply(question.mode().orElseThrow()).apply(given.output()))
                        : answer;
            }
        };
        Plan plan = new Plan(
                List.of(Functions.find("linalg.det").orElseThrow()), List.of(Precision.F64, Precision.F32), 2, seed);
        return new Campaign(candidate, plan, ORACLE, Progress.SILENT).run();
    }

    private static Array<Double> plusOne(Array<Double> h) {
        return h.map(x -> x + 1);
    }

    @Test
    void modesThatAreWrongInTheSameWayAreOneFindingInAllPrecisionsAndByAllJudges() {
        Run run = spoilt(1, mode -> FindingTest::plusOne);
        List<Finding> findings = Finding.of(run, ORACLE);
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        assertEquals("linalg.det/hessian/fwd-over-fwd", finding.id());
        assertEquals(List.of(Mode.FWD_OVER_FWD, Mode.FWD_OVER_REV), finding.modes());
        assertEquals(List.of(Precision.F64, Precision.F32), finding.precisions());
        assertEquals(List.of(Judge.TRUTH, Judge.IDENTITY), finding.judges());
        assertEquals(
                run.results().stream()
                        .filter(r -> r.verdict() == Verdict.REFUTED)
                        .count(),
                finding.rows().size());
        assertEquals(Judge.TRUTH, finding.rows().getFirst().judge());
    }

    @Test
    void modesThatAreWrongInDifferentWaysAreTwoFindings() {
        Run run = spoilt(1, mode -> mode == Mode.FWD_OVER_FWD ? FindingTest::plusOne : h -> h.map(x -> x - 1));
        assertEquals(
                List.of("linalg.det/hessian/fwd-over-fwd", "linalg.det/hessian/fwd-over-rev"),
                Finding.of(run, ORACLE).stream().map(Finding::id).toList());
    }

    @Test
    void aModeThatIsRightIsInNoFinding() {
        Run run = spoilt(1, mode -> mode == Mode.FWD_OVER_REV ? FindingTest::plusOne : h -> h);
        List<Finding> findings = Finding.of(run, ORACLE);
        assertEquals(List.of(Mode.FWD_OVER_REV), findings.getFirst().modes());
        assertEquals(1, findings.size());
    }

    @Test
    void anIdIsTheSameAtOtherPoints() {
        assertEquals(
                Finding.of(spoilt(1, mode -> FindingTest::plusOne), ORACLE).stream()
                        .map(Finding::id)
                        .toList(),
                Finding.of(spoilt(7, mode -> FindingTest::plusOne), ORACLE).stream()
                        .map(Finding::id)
                        .toList());
    }
}
