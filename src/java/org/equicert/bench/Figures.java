package org.equicert.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

/** The pictures of those benchmarks whose growth with size says something. */
public final class Figures {
    private Figures() {}

    /** By the name of their benchmark. */
    public static SequencedMap<Benchmark, Chart> of(Results results) {
        SequencedMap<Benchmark, Chart> figures = new LinkedHashMap<>();
        results.benchmarks()
                .forEach(benchmark -> chart(results, benchmark)
                        .filter(it -> !it.panels().isEmpty())
                        .ifPresent(it -> figures.put(benchmark, it)));
        return figures;
    }

    private static Optional<Chart> chart(Results results, Benchmark benchmark) {
        return switch (benchmark) {
            case PRODUCT ->
                Optional.of(new Chart(
                        benchmark.caption(),
                        benchmark.axis(),
                        "share of the FMA peak measured beside it",
                        false,
                        panels(
                                results,
                                benchmark,
                                (at, it) -> beside(Comparison.speed(it.contestant(), "peak"), results, at))));
            case COMPOSITION, DERIVATIVE, FUNCTION ->
                Optional.of(new Chart(
                        benchmark.caption(),
                        benchmark.axis(),
                        "seconds",
                        true,
                        panels(results, benchmark, (at, it) -> seconds(it))));
            case CHECK_ROUNDS ->
                Optional.of(new Chart(
                        benchmark.caption(),
                        benchmark.axis(),
                        "time of the check / product",
                        false,
                        panels(
                                results,
                                benchmark,
                                (at, it) -> beside(
                                        Comparison.cost(it.contestant(), "product", any -> Double.NaN), results, at))));
            case DEVICE_PRODUCT, DEVICE_HESSIAN, CHECK, DOT, BALL_MATRIX, ENCLOSURE -> Optional.empty();
        };
    }

    /** Peak has none: it does as much work as it likes. */
    private static Optional<Double> seconds(Measurement measurement) {
        return measurement.contestant().equals("peak")
                ? Optional.empty()
                : Optional.of(Spread.of(measurement.seconds()).median());
    }

    /** Nothing of a contestant beside itself. */
    private static Optional<Double> beside(Comparison comparison, Results results, Case at) {
        return comparison.ours().equals(comparison.peer())
                ? Optional.empty()
                : comparison.of(results, at).map(Spread::median);
    }

    private static List<Chart.Panel> panels(
            Results results, Benchmark benchmark, BiFunction<Case, Measurement, Optional<Double>> value) {
        return results
                .cases(benchmark)
                .collect(Collectors.groupingBy(Case::words, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(variant -> new Chart.Panel(
                        variant.getKey(),
                        variant.getValue().stream().map(Case::at).toList(),
                        lines(results, variant.getValue(), value)))
                .toList();
    }

    private static Map<String, Map<String, Double>> lines(
            Results results, List<Case> cases, BiFunction<Case, Measurement, Optional<Double>> value) {
        Map<String, Map<String, Double>> lines = new LinkedHashMap<>();
        results.measurements().stream()
                .filter(it -> cases.contains(it.at()) && it.wasRun())
                .forEach(it -> value.apply(it.at(), it)
                        .ifPresent(y -> lines.computeIfAbsent(it.contestant(), name -> new LinkedHashMap<>())
                                .put(it.at().at(), y)));
        return lines;
    }
}
