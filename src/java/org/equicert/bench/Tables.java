package org.equicert.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.bench.Comparison.Measure;

/** Results as tables: one for each variant of a benchmark, a row for each case, a column for each comparison. */
public final class Tables {
    /** Marks what falls short of its aim. */
    private static final String SHORT = " !";

    private static final String NOT_RUN = "not run";

    private Tables() {}

    /** All that was measured of a benchmark. */
    public static List<Table> of(Results results, Benchmark benchmark) {
        return results
                .cases(benchmark)
                .collect(Collectors.groupingBy(Case::words, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(cases -> variant(results, benchmark, cases))
                .toList();
    }

    private static Table variant(Results results, Benchmark benchmark, List<Case> cases) {
        List<Comparison> comparisons = benchmark.comparisons().stream()
                .filter(it -> cases.stream().anyMatch(at -> isThere(results, at, it)))
                .toList();
        List<String> contestants = results.measurements().stream()
                .filter(it -> cases.contains(it.at()))
                .map(Measurement::contestant)
                .distinct()
                .toList();
        List<String> head = new ArrayList<>(List.of(benchmark.axis()));
        List<String> aims = new ArrayList<>(List.of("aim"));
        String timed = comparisons.stream()
                .filter(it -> it.measure() == Measure.SPEED)
                .map(Comparison::ours)
                .findFirst()
                .orElse(contestants.getFirst());
        head.add(timed);
        aims.add("");
        comparisons.forEach(it -> {
            head.add(it.measure() == Measure.SPEED && it.ours().equals(timed) ? "over " + it.peer() : it.words());
            aims.add(aim(it, cases));
        });
        List<List<String>> rows = new ArrayList<>();
        if (aims.stream().filter(aim -> !aim.isEmpty()).count() > 1) {
            rows.add(aims);
        }
        for (Case at : cases) {
            List<String> row = new ArrayList<>(List.of(at.at(), time(results, at, timed)));
            comparisons.forEach(it -> row.add(cell(results, at, it)));
            rows.add(row);
        }
        String variant = cases.getFirst().words();
        String title = benchmark.caption() + (variant.isEmpty() ? "" : ": " + variant);
        return new Table(title, head, rows, reasons(results, cases));
    }

    private static String time(Results results, Case at, String contestant) {
        return results.find(at, contestant)
                .filter(Measurement::wasRun)
                .map(it -> Spread.duration(Spread.of(it.seconds()).median()))
                .orElse(NOT_RUN);
    }

    private static boolean isThere(Results results, Case at, Comparison comparison) {
        boolean ours = results.find(at, comparison.ours()).isPresent();
        return ours
                && (comparison.measure() == Measure.TIME
                        || results.find(at, comparison.peer()).isPresent());
    }

    /** {@code ≥ 1 or 0.95}; empty where there is none. */
    private static String aim(Comparison comparison, List<Case> cases) {
        String aims = cases.stream()
                .map(comparison.aims()::applyAsDouble)
                .filter(aim -> !aim.isNaN())
                .distinct()
                .map(aim -> comparison.measure() == Measure.TIME
                        ? Spread.duration(aim)
                        : aim.toString().replaceFirst("\\.0$", ""))
                .collect(Collectors.joining(" or "));
        return aims.isEmpty() ? "" : (comparison.measure() == Measure.SPEED ? "≥ " : "≤ ") + aims;
    }

    private static String cell(Results results, Case at, Comparison comparison) {
        Optional<Spread> spread = comparison.of(results, at);
        if (spread.isEmpty()) {
            return isThere(results, at, comparison) ? NOT_RUN : "";
        }
        boolean misses = comparison
                .missedBy(at, spread.get().median())
                .filter(by -> by > 0)
                .isPresent();
        return text(comparison, spread.get()) + (misses ? SHORT : "");
    }

    private static String text(Comparison comparison, Spread spread) {
        return comparison.measure() == Measure.TIME ? Spread.duration(spread.median()) : spread.text();
    }

    /** Why what was not run was not, each reason once. */
    private static List<String> reasons(Results results, List<Case> cases) {
        return results.measurements().stream()
                .filter(it -> cases.contains(it.at()) && !it.wasRun())
                .map(it -> it.contestant() + ", not run: " + it.notRun())
                .distinct()
                .toList();
    }

    /** How many cases meet each aim, and the one that falls shortest of it. */
    public static Table aims(Results results) {
        List<List<String>> rows = results.benchmarks()
                .flatMap(benchmark -> benchmark.comparisons().stream()
                        .flatMap(comparison -> aim(results, benchmark, comparison).stream()))
                .toList();
        return new Table(
                "Aims",
                List.of("benchmark", "what", "aim", "met", "falls shortest at", "there", "by"),
                rows,
                List.of());
    }

    private record Outcome(Case at, Spread spread, double missedBy) {}

    private static Optional<List<String>> aim(Results results, Benchmark benchmark, Comparison comparison) {
        List<Outcome> outcomes = results.cases(benchmark)
                .flatMap(at -> comparison.of(results, at).stream()
                        .flatMap(spread -> comparison.missedBy(at, spread.median()).stream()
                                .map(by -> new Outcome(at, spread, by))))
                .toList();
        if (outcomes.isEmpty()) {
            return Optional.empty();
        }
        List<Outcome> missed = outcomes.stream().filter(it -> it.missedBy > 0).toList();
        Stream<String> worst = missed.stream()
                .max(Comparator.comparingDouble(Outcome::missedBy))
                .map(it -> Stream.of(
                        (it.at.words() + " " + it.at.at()).strip(),
                        text(comparison, it.spread),
                        it.missedBy > 9.99 ? "> 999 %" : Math.round(100 * it.missedBy) + " %"))
                .orElse(Stream.of("", "", ""));
        String aim = aim(comparison, outcomes.stream().map(Outcome::at).toList());
        String met = (outcomes.size() - missed.size()) + "/" + outcomes.size();
        return Optional.of(Stream.concat(Stream.of(benchmark.word(), comparison.words(), aim, met), worst)
                .toList());
    }
}
