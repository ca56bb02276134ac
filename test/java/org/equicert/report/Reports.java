package org.equicert.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.equicert.campaign.Assessment;
import org.equicert.campaign.Campaign;
import org.equicert.campaign.Plan;
import org.equicert.campaign.Progress;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.campaign.Witness;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.Description;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.equicert.oracle.Verdict;

/** Reports for tests: a real one, a real one that refutes, and random ones. */
final class Reports {
    private Reports() {}

    static Assessment assessment() {
        return new Assessment(Oracle.ofCatalogue());
    }

    /** Of a small campaign on the built-in core. */
    static Report real() {
        return of(new BuiltInCandidate());
    }

    /** Of the built-in core with a fault: its Hessians in one mode are off. */
    static Report refuted() {
        return of(new Faulty());
    }

    private static Report of(Candidate candidate) {
        Plan plan = new Plan(
                List.of(
                        Functions.find("linear").orElseThrow(),
                        Functions.find("network.tanh").orElseThrow()),
                List.of(Precision.F64),
                1,
                1);
        Oracle oracle = Oracle.ofCatalogue();
        return new Report(Versions.current(), new Campaign(candidate, plan, oracle, Progress.SILENT).run());
    }

    private static final class Faulty implements Candidate {
        private final Candidate right = new BuiltInCandidate();

        @Override
        public Description description() {
            return right.description();
        }

        @Override
        public Answer ask(Question question) {
            Answer answer = right.ask(question);
            boolean hit =
                    question.quantity() == Quantity.HESSIAN && question.mode().equals(Optional.of(Mode.FWD_OVER_FWD));
            return hit && answer instanceof Answer.Given given
                    ? new Answer.Given(given.output().map(x -> x + 0.125))
                    : answer;
        }

        @Override
        public void close() {
            right.close();
        }
    }

    static Arbitrary<Report> random() {
        Arbitrary<Run> runs = Combinators.combine(
                        descriptions(),
                        Arbitraries.longs(),
                        Arbitraries.of(true, false),
                        results().list().ofMaxSize(12),
                        exchanges().list().ofMaxSize(6))
                .as(Run::new);
        Arbitrary<OptionalLong> seconds = Arbitraries.oneOf(
                Arbitraries.just(OptionalLong.empty()), Arbitraries.longs().map(OptionalLong::of));
        return Combinators.combine(words(), words(), words(), runs, seconds)
                .as((equicert, java, catalogue, run, took) ->
                        new Report(new Versions(equicert, java, catalogue), run, took));
    }

    private static Arbitrary<String> words() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMaxLength(12),
                Arbitraries.of("", "η ≤ 3·u", "\"quoted\" <b>&amp;</b>", "two\nlines\t\u001b[31m", "a".repeat(300)));
    }

    private static Arbitrary<String> names() {
        return Arbitraries.strings().alpha().ofMinLength(1).ofMaxLength(40);
    }

    private static Arbitrary<Optional<Mode>> modes() {
        return Arbitraries.of(Mode.values()).optional();
    }

    private static Arbitrary<Description> descriptions() {
        return Combinators.combine(
                        words(),
                        words(),
                        Arbitraries.of(Precision.values()).set(),
                        names().set().ofMaxSize(3),
                        answered(),
                        Arbitraries.maps(words(), answered()).ofMaxSize(3))
                .as(Description::new);
    }

    private static Arbitrary<Map<Quantity, List<Optional<Mode>>>> answered() {
        return Arbitraries.maps(
                Arbitraries.of(Quantity.values()), modes().list().ofMaxSize(3));
    }

    private static Arbitrary<Double> measurements() {
        return Arbitraries.oneOf(
                Arbitraries.just(Double.NaN),
                Arbitraries.doubles().greaterOrEqual(0).ofScale(17),
                Arbitraries.of(0.0, Double.MIN_VALUE, 0x1p-53, 1e300, Double.MAX_VALUE));
    }

    private static Arbitrary<Array<Double>> arrays() {
        Arbitrary<Double> doubles =
                Arbitraries.longs().map(Double::longBitsToDouble).map(x -> x + 0.0);
        return Arbitraries.integers()
                .between(1, 3)
                .list()
                .ofMaxSize(3)
                .flatMap(shape -> doubles.list().ofSize(Array.size(shape)).map(entries -> new Array<>(shape, entries)));
    }

    private static Arbitrary<Exchange> exchanges() {
        Arbitrary<Question> questions = Combinators.combine(
                        names(),
                        Arbitraries.of(Quantity.values()),
                        modes(),
                        Arbitraries.of(Precision.values()),
                        arrays(),
                        arrays().optional(),
                        Arbitraries.longs())
                .as(Reports::question);
        Arbitrary<Answer> answers = Arbitraries.oneOf(
                arrays().map(Answer.Given::new), words().map(Answer.Unsupported::new), words().map(Answer.Failed::new));
        return Combinators.combine(names(), questions, answers).as(Exchange::new);
    }

    private static Question question(
            String name,
            Quantity quantity,
            Optional<Mode> mode,
            Precision precision,
            Array<Double> x,
            Optional<Array<Double>> c,
            long k) {
        SequencedMap<String, Array<Double>> inputs = new LinkedHashMap<>();
        inputs.put("z", x);
        inputs.put("a", Array.scalar(-0.0));
        Parameters parameters = Parameters.of("k", k).with("epsilon", 1e-5);
        return new Question(
                name, "f" + name, parameters, quantity, mode, precision, new Arguments<>(inputs), List.of("z"), c, c);
    }

    private static Arbitrary<Result> results() {
        Arbitrary<Discrepancy> discrepancies =
                Combinators.combine(words(), words(), words(), measurements()).as(Discrepancy::new);
        Arbitrary<Witness> witnesses = Combinators.combine(exchanges(), discrepancies, words().optional())
                .as(Witness::new);
        Arbitrary<Coverage> coverages = Arbitraries.integers()
                .between(0, 9)
                .flatMap(of -> Arbitraries.integers().between(0, of).map(r -> new Coverage(r, of)));
        Arbitrary<Result> bare = Combinators.combine(
                        Arbitraries.oneOf(names(), Arbitraries.of("linalg.det", "matmul")),
                        Arbitraries.of(Quantity.values()),
                        modes(),
                        Arbitraries.of(Precision.values()),
                        Arbitraries.of(Judge.values()),
                        Arbitraries.of(Verdict.values()),
                        measurements().list().ofSize(3),
                        coverages.optional())
                .as((f, quantity, mode, precision, judge, verdict, m, coverage) -> new Result(
                        f,
                        quantity,
                        mode,
                        precision,
                        judge,
                        verdict,
                        m.get(0),
                        m.get(1),
                        m.get(2),
                        coverage,
                        "",
                        List.of(),
                        Optional.empty()));
        return Combinators.combine(bare, words(), words().list().ofMaxSize(3), witnesses)
                .as((r, reason, questions, witness) -> new Result(
                        r.function(),
                        r.quantity(),
                        r.mode(),
                        r.precision(),
                        r.judge(),
                        r.verdict(),
                        r.eta(),
                        r.budget(),
                        r.power(),
                        r.coverage(),
                        reason,
                        questions,
                        r.verdict() == Verdict.REFUTED ? Optional.of(witness) : Optional.empty()));
    }

    /** The verdicts that a report holds. */
    static Set<Verdict> verdicts(Report report) {
        return report.run().results().stream().map(Result::verdict).collect(Collectors.toSet());
    }
}
