package org.equicert.campaign;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Expectation;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Question;

/** Whether two refuted rows of one function and quantity are wrong in the same way. */
final class Likeness {
    private final Map<String, List<Exchange>> stations = new HashMap<>();
    private final Map<Question, Optional<Array<Double>>> truths = new HashMap<>();
    private final Oracle oracle;

    Likeness(List<Exchange> exchanges, Oracle oracle) {
        exchanges.forEach(e ->
                stations.computeIfAbsent(e.station(), s -> new ArrayList<>()).add(e));
        this.oracle = oracle;
    }

    /** Whether they share their mode or, at a witness of one of them, the two modes' answers lie nearer to each other than to the truth. */
    boolean of(Result one, Result other) {
        return one.mode().equals(other.mode()) || agree(one, other) || agree(other, one);
    }

    /** Whether they do where the first one's witness stands. */
    private boolean agree(Result row, Result other) {
        Exchange exchange = row.witness().orElseThrow().exchange();
        Question question = exchange.question();
        Optional<Array<Double>> beside = stations.getOrDefault(exchange.station(), List.of()).stream()
                .filter(e -> e.question().mode().equals(other.mode())
                        && e.question()
                                .in(question.mode())
                                .in(question.precision(), question.id())
                                .equals(question))
                .flatMap(e -> output(e).stream())
                .findFirst();
        Optional<Array<Double>> answer = output(exchange);
        if (beside.isEmpty() || answer.isEmpty()) {
            return false;
        }
        double apart = distance(answer.get(), beside.get());
        return truth(question)
                .filter(truth -> apart < distance(answer.get(), truth) && apart < distance(beside.get(), truth))
                .isPresent();
    }

    private Optional<Array<Double>> truth(Question question) {
        return truths.computeIfAbsent(question, q -> oracle.expectation(q).map(Expectation::value));
    }

    private static Optional<Array<Double>> output(Exchange exchange) {
        return exchange.answer() instanceof Answer.Given given ? Optional.of(given.output()) : Optional.empty();
    }

    /** The largest difference of two entries; infinite where the shapes differ. */
    private static double distance(Array<Double> one, Array<Double> other) {
        if (!one.shape().equals(other.shape())) {
            return Double.POSITIVE_INFINITY;
        }
        return one.zip(other, (x, y) -> Math.abs(x - y)).entries().stream()
                .mapToDouble(Double::doubleValue)
                .max()
                .orElse(0);
    }
}
