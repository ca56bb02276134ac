package org.equicert.fault;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.equicert.campaign.Campaign;
import org.equicert.campaign.Plan;
import org.equicert.campaign.Progress;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.function.Functions;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Question;
import org.equicert.oracle.Slack;

/**
 * What a campaign asks about one function, with the answers of a right implementation.
 *
 * @param results what the judges say of these, who may accuse none
 * @param stations the right exchanges, point by point
 */
record Survey(List<Result> results, List<List<Exchange>> stations, Map<Question, List<Double>> slack) {
    private static final List<Precision> PRECISIONS = List.of(Precision.F64, Precision.F32);

    static Survey of(Implementation right, String function, long seed) {
        Plan plan = new Plan(List.of(Functions.find(function).orElseThrow()), PRECISIONS, right.points(), seed);
        Run run = new Campaign(right.candidate(), plan, Oracle.ofCatalogue(), Progress.SILENT).run();
        Map<String, List<Exchange>> stations = new LinkedHashMap<>();
        Map<Question, List<Double>> slack = new LinkedHashMap<>();
        for (Exchange exchange : run.exchanges()) {
            stations.computeIfAbsent(exchange.station(), s -> new ArrayList<>()).add(exchange);
            slack.put(exchange.question(), Slack.of(exchange.question()));
        }
        return new Survey(run.results(), List.copyOf(stations.values()), slack);
    }

    /** Whether an answer differs from the right one by more than the roundings of both explain. */
    boolean differs(Exchange right, Answer answer) {
        if (answer.equals(right.answer())) {
            return false;
        }
        if (!(answer instanceof Answer.Given given)
                || !(right.answer() instanceof Answer.Given reference)
                || !given.output().shape().equals(reference.output().shape())) {
            return true;
        }
        List<Double> bound = slack.getOrDefault(right.question(), List.of());
        return !bound.isEmpty()
                && IntStream.range(0, bound.size())
                        .anyMatch(i -> !(Math.abs(given.output().get(i)
                                        - reference.output().get(i))
                                <= bound.get(i)));
    }
}
