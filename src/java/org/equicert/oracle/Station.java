package org.equicert.oracle;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Undecided;

/**
 * All that was asked and answered at one point of one function in one precision, each answer judged against the truth.
 */
final class Station {
    private final Definition f;
    private final Function<String, Optional<Definition>> catalogue;
    private final Corroborations corroborations;
    private final Map<List<Object>, Truth> truths = new HashMap<>();
    private final List<Answered> answered = new ArrayList<>();
    private final List<Ruling> rulings = new ArrayList<>();

    Station(
            Definition f,
            Function<String, Optional<Definition>> catalogue,
            Corroborations corroborations,
            List<Exchange> exchanges) {
        this.f = f;
        this.catalogue = catalogue;
        this.corroborations = corroborations;
        for (Exchange exchange : exchanges) {
            Judgement judgement = judge(exchange);
            if (exchange.question().function().equals(f.name())) {
                rulings.add(new Ruling(
                        exchange, judgement, List.of(exchange.question().id())));
            }
        }
    }

    /** What the truth judge says of each answer about f itself. */
    List<Ruling> rulings() {
        return rulings;
    }

    /** The answers that are numbers. */
    List<Answered> answered() {
        return answered;
    }

    Optional<Answered> find(String function, Quantity quantity, Optional<Mode> mode) {
        return answered.stream()
                .filter(a -> a.question().function().equals(function)
                        && a.question().quantity() == quantity
                        && a.question().mode().equals(mode))
                .findFirst();
    }

    private Judgement judge(Exchange exchange) {
        return switch (exchange.answer()) {
            case Answer.Unsupported unsupported ->
                Judgement.without(Judge.TRUTH, Verdict.UNSUPPORTED, unsupported.reason());
            case Answer.Failed failed -> Judgement.without(Judge.TRUTH, Verdict.FAILED, failed.reason());
            case Answer.Given given -> judge(exchange, given.output());
        };
    }

    private Judgement judge(Exchange exchange, Array<Double> output) {
        try {
            return judge(exchange, output, truth(exchange.question()));
        } catch (Undecided e) {
            return Judgement.without(Judge.TRUTH, Verdict.UNDECIDED, e.getMessage());
        } catch (OutOfMemoryError e) { // all that was asked for was the truth's own
            return Judgement.without(Judge.TRUTH, Verdict.UNDECIDED, "the truth about it does not fit in memory");
        }
    }

    private Judgement judge(Exchange exchange, Array<Double> output, Truth truth) {
        Question question = exchange.question();
        Judgement judgement = corroborations.temper(
                definition(question.function()), TruthJudge.judge(truth, question.precision(), output));
        if (judgement.verdict() != Verdict.FAILED && output.entries().stream().allMatch(Double::isFinite)) {
            answered.add(new Answered(exchange, output, truth, judgement));
        }
        return judgement;
    }

    /** The truth about a question: one for all modes, and one for gradient and vjp. */
    private Truth truth(Question question) {
        Quantity quantity = question.quantity() == Quantity.VJP ? Quantity.GRADIENT : question.quantity();
        List<Object> key = List.of(
                question.function(),
                question.parameters(),
                question.precision(),
                question.inputs(),
                quantity,
                question.cotangent(),
                question.tangent());
        Truth known = truths.get(key);
        if (known != null) {
            return known;
        }
        Truth truth = new Truth(definition(question.function()), question);
        truths.put(key, truth);
        return truth;
    }

    private Definition definition(String function) {
        return function.equals(f.name())
                ? f
                : catalogue.apply(function).orElseThrow(() -> new IllegalArgumentException("no function " + function));
    }
}
