package org.equicert.campaign;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.candidate.Description;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Doubles;
import org.equicert.oracle.Answer;
import org.equicert.oracle.CorrectCandidate;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.Test;

class CampaignTest {
    private static Run run(CorrectCandidate candidate, List<Precision> precisions, String... functions) {
        Plan plan = new Plan(
                List.of(functions).stream()
                        .map(f -> Functions.find(f).orElseThrow())
                        .toList(),
                precisions,
                4,
                1);
        return new Campaign(candidate, plan, Oracle.ofCatalogue(), Progress.SILENT).run();
    }

    /** Wrong in every Hessian. */
    private static final class WrongHessians extends CorrectCandidate {
        @Override
        public Answer ask(Question question) {
            Answer answer = super.ask(question);
            return question.quantity() == Quantity.HESSIAN && answer instanceof Answer.Given given
                    ? new Answer.Given(given.output().map(x -> x + 1))
                    : answer;
        }
    }

    @Test
    void everyQuestionIsWellPosedTheOnesAtWitnessesToo() {
        Run run = run(new WrongHessians(), List.of(Precision.F64, Precision.F32), "LayerNormalization", "linalg.solve");
        assertTrue(run.exchanges().stream().anyMatch(e -> e.station().contains("witness-")));
        for (Exchange exchange : run.exchanges()) {
            Question question = exchange.question();
            int p = question.inputs().flatten(question.wrt()).size();
            List<Integer> value = Functions.find(question.function())
                    .orElseThrow()
                    .value(new Doubles(), question.inputs(), question.parameters())
                    .shape();
            question.tangent().ifPresent(v -> assertEquals(List.of(p), v.shape(), question::id));
            question.cotangent().ifPresent(c -> assertEquals(value, c.shape(), question::id));
            assertTrue(
                    question.inputs().arrays().values().stream()
                            .flatMap(a -> a.entries().stream())
                            .allMatch(question.precision()::holds),
                    question::id);
        }
        assertEquals(
                run.exchanges().size(),
                run.exchanges().stream().map(e -> e.question().id()).distinct().count(),
                "ids are unique");
    }

    @Test
    void aNarrowedFunctionIsAskedWhatIsLeftOfItAndOthersAll() {
        CorrectCandidate narrowed = new CorrectCandidate() {
            @Override
            public Description description() {
                Description all = super.description();
                Map<Quantity, List<Optional<Mode>>> left = Map.of(
                        Quantity.VALUE, List.of(Optional.empty()), Quantity.GRADIENT, List.of(Optional.of(Mode.FWD)));
                return new Description(
                        all.name(),
                        all.version(),
                        all.precisions(),
                        all.functions(),
                        all.modes(),
                        Map.of("Softmax", left));
            }
        };
        Run run = run(narrowed, List.of(Precision.F64), "Softmax", "var");
        assertEquals(
                Set.of(Quantity.VALUE, Quantity.GRADIENT),
                run.results().stream()
                        .filter(r -> r.function().equals("Softmax"))
                        .map(Result::quantity)
                        .collect(Collectors.toSet()));
        assertTrue(
                run.exchanges().stream()
                        .map(Exchange::question)
                        .filter(q -> q.function().equals("Softmax"))
                        .allMatch(q -> q.mode().isEmpty() || q.mode().get() == Mode.FWD),
                "what the identities need besides is asked in the modes that are left");
        assertEquals(
                Set.of(Quantity.values()),
                run.results().stream()
                        .filter(r -> r.function().equals("var"))
                        .map(Result::quantity)
                        .collect(Collectors.toSet()));
    }

    @Test
    void aWitnessIsSmallAndRound() {
        Run run = run(new WrongHessians(), List.of(Precision.F64), "linalg.det");
        Witness witness = run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED)
                .findFirst()
                .flatMap(Result::witness)
                .orElseThrow();
        Array<Double> x = witness.exchange().question().inputs().get("x");
        assertEquals(Array.matrix(1, 1, (i, j) -> 1.0), x);
        assertTrue(witness.confirmation().isPresent());
    }

    @Test
    void aKindOfQuestionThatKeepsFailingIsAskedNoMore() {
        int[] asked = {0};
        CorrectCandidate crashing = new CorrectCandidate() {
            @Override
            public Answer ask(Question question) {
                if (question.quantity() != Quantity.HVP) {
                    return super.ask(question);
                }
                asked[0]++;
                return new Answer.Failed("crashed");
            }
        };
        Run run = run(crashing, List.of(Precision.F64), "matmul");
        assertEquals(2 * 3, asked[0], "two modes, three times each");
        assertTrue(run.results().stream()
                .filter(r -> r.quantity() == Quantity.HVP)
                .allMatch(r -> r.verdict() == Verdict.FAILED));
        assertTrue(run.results().stream()
                .filter(r -> r.quantity() != Quantity.HVP)
                .allMatch(r -> r.verdict() == Verdict.CONSISTENT || r.verdict() == Verdict.EXACT));
    }

    @Test
    void aStoppedCampaignReturnsWhatItHas() {
        Campaign[] campaign = new Campaign[1];
        Plan plan = new Plan(Functions.all(), List.of(Precision.F64), 1, 1);
        campaign[0] = new Campaign(new CorrectCandidate(), plan, Oracle.ofCatalogue(), (done, total, doing) -> {
            if (done == 5) {
                campaign[0].stop();
            }
        });
        Run run = campaign[0].run();
        assertEquals(false, run.complete());
        assertEquals(6, run.exchanges().size());
        assertEquals(run.results(), new Assessment(Oracle.ofCatalogue()).results(run.exchanges()));
    }

    @Test
    void severalInstancesSideBySideComeToTheSame() {
        List<Definition> asked = Stream.of("matmul", "linalg.det", "linalg.vector_norm", "var", "tanh")
                .map(f -> Functions.find(f).orElseThrow())
                .toList();
        Plan plan = new Plan(asked, List.of(Precision.F64, Precision.F32), 2, 2, 1);
        Oracle oracle = Oracle.ofCatalogue();
        List<Integer> counted = Collections.synchronizedList(new ArrayList<>());
        Run alone = new Campaign(new WrongHessians(), plan, oracle, Progress.SILENT).run();
        Run together = new Campaign(
                        List.of(new WrongHessians(), new WrongHessians(), new WrongHessians()),
                        plan,
                        oracle,
                        (done, total, doing) -> counted.add(done))
                .run();
        assertEquals(alone.exchanges(), together.exchanges());
        assertEquals(alone.results(), together.results());
        assertTrue(together.results().stream().anyMatch(r -> r.verdict() == Verdict.REFUTED));
        assertTrue(counted.contains(counted.getLast() - 1), "each planned question is counted");
    }
}
