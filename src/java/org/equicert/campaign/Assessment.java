package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judgement;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Ruling;
import org.equicert.oracle.Verdict;

/**
 * From exchanges to results: a pure function, so that a report can be judged again with no candidate present. What a
 * station is for stands in its name.
 */
public final class Assessment {
    private final Oracle oracle;
    private final Map<String, List<Ruling>> judged = new ConcurrentHashMap<>();

    public Assessment(Oracle oracle) {
        this.oracle = oracle;
    }

    /** One result for each function × quantity × mode × precision × judge, in the order in which they were asked. */
    public List<Result> results(List<Exchange> exchanges) {
        SequencedMap<String, List<Exchange>> stations = stations(exchanges);
        SequencedMap<Row, List<Ruling>> rows = new LinkedHashMap<>();
        stations.forEach((station, asked) -> {
            if (StationName.parse(station).isPoint()) {
                for (Ruling ruling : rulings(station, asked)) {
                    rows.computeIfAbsent(Row.of(ruling), row -> new ArrayList<>())
                            .add(ruling);
                }
            }
        });
        List<Result> results = new ArrayList<>();
        rows.forEach((row, rulings) -> results.add(result(row, rulings, stations)));
        return results;
    }

    /** What the judges say of one station; remembered, since a station never changes once it is asked. */
    List<Ruling> rulings(String station, List<Exchange> asked) {
        return judged.computeIfAbsent(
                station, name -> oracle.judge(StationName.parse(name).function(), asked));
    }

    private static SequencedMap<String, List<Exchange>> stations(List<Exchange> exchanges) {
        SequencedMap<String, List<Exchange>> stations = new LinkedHashMap<>();
        for (Exchange exchange : exchanges) {
            stations.computeIfAbsent(exchange.station(), s -> new ArrayList<>()).add(exchange);
        }
        return stations;
    }

    private Result result(Row row, List<Ruling> rulings, Map<String, List<Exchange>> stations) {
        Ruling worst = rulings.stream().max(GRAVITY).orElseThrow();
        Judgement judgement = worst.judgement();
        Verdict verdict = judgement.verdict();
        String reason = judgement.reason();
        Optional<Witness> witness = Optional.empty();
        if (verdict == Verdict.REFUTED) {
            StationName name = StationName.witness(row.function(), row.precision(), row.quantity(), row.mode());
            Optional<Confirmation> confirmation = confirmation(row, name, stations);
            witness = Optional.of(witness(row, worst, name, stations, confirmation.map(Confirmation::text)));
            if (confirmation.filter(Confirmation::excuses).isPresent()) {
                verdict = Verdict.INACCURATE;
                reason = "unstable rather than wrong: " + confirmation.get().text();
            }
        }
        return new Result(
                row.function(),
                row.quantity(),
                row.mode(),
                row.precision(),
                row.judge(),
                verdict,
                judgement.eta(),
                judgement.budget(),
                rulings.stream()
                        .mapToDouble(r -> r.judgement().power())
                        .filter(power -> !Double.isNaN(power))
                        .min()
                        .orElse(Double.NaN),
                rulings.stream()
                        .flatMap(r -> r.judgement().coverage().stream())
                        .max(Comparator.comparingDouble((Coverage c) -> (double) c.directions() / c.of())
                                .thenComparing(Coverage::of)),
                reason,
                rulings.stream().flatMap(r -> r.questions().stream()).distinct().toList(),
                witness);
    }

    /** Undecided and unsupported at some points says nothing about the points that were decided. */
    private static final Comparator<Ruling> GRAVITY = Comparator.comparing(Ruling::judgement, Judgement.GRAVITY)
            .thenComparingDouble(r -> r.judgement().eta() / r.judgement().budget());

    /** The shrunk witness where there is one that this judge refutes, else the worst point itself. */
    private Witness witness(
            Row row,
            Ruling worst,
            StationName name,
            Map<String, List<Exchange>> stations,
            Optional<String> confirmation) {
        Ruling shown = Optional.ofNullable(stations.get(name.toString()))
                .flatMap(asked -> rulings(name.toString(), asked).stream()
                        .filter(r -> Row.of(r).equals(row) && r.judgement().verdict() == Verdict.REFUTED)
                        .findFirst())
                .orElse(worst);
        return new Witness(shown.accused(), shown.judgement().worst().orElseThrow(), confirmation);
    }

    private Optional<Confirmation> confirmation(Row row, StationName witness, Map<String, List<Exchange>> stations) {
        List<Exchange> again = stations.getOrDefault(witness.confirmation().toString(), List.of());
        return stations.getOrDefault(witness.toString(), List.of()).stream()
                .filter(e -> e.question().function().equals(row.function())
                        && e.question().quantity() == row.quantity()
                        && e.question().mode().equals(row.mode()))
                .findFirst()
                .flatMap(refuted -> again.stream().findFirst().flatMap(e -> Confirmation.of(oracle, refuted, e)));
    }
}
