package org.equicert.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * Results as a table of at most {@link #WIDTH} columns: a line for each function and quantity, and further lines where
 * precisions or modes differ in what the judges say of them.
 */
public final class ReportTable {
    public static final int WIDTH = 100;

    private static final int LONGEST_FUNCTION = 30;
    static final int LONGEST_MODES = 26;

    private ReportTable() {}

    /** Shows a verdict's text with more emphasis than plain text has, in as many columns. */
    @FunctionalInterface
    public interface Paint {
        Paint PLAIN = (verdict, text) -> text;

        String paint(Verdict verdict, String text);
    }

    /** Of one function: what each judge says of these quantity, precisions and modes alike. */
    private record Line(Quantity quantity, SequencedSet<Precision> precisions, String modes, Map<Judge, Cell> cells) {}

    /** What one judge says. */
    private record Cell(Verdict verdict, String text) {
        static Cell of(Result result) {
            String word = result.verdict().word();
            return new Cell(
                    result.verdict(),
                    result.coverage()
                            .filter(c -> result.verdict() == Verdict.CONSISTENT)
                            .map(c -> word + " " + c.directions() + "/" + c.of())
                            .orElse(word));
        }
    }

    /** The table, line by line. */
    public static List<String> lines(List<Result> results, Paint paint) {
        List<Judge> judges =
                results.stream().map(Result::judge).distinct().sorted().toList();
        SequencedMap<String, List<Line>> functions = new LinkedHashMap<>();
        group(results, Result::function).forEach((function, rows) -> functions.put(function, functionLines(rows)));
        int nameWidth = Math.min(LONGEST_FUNCTION, width(functions.keySet().stream(), "function"));
        int modeWidth = Math.min(
                LONGEST_MODES,
                width(functions.values().stream().flatMap(List::stream).map(Line::modes), "modes"));
        List<String> table = new ArrayList<>();
        StringBuilder head = new StringBuilder(pad("function", nameWidth) + " " + pad("quantity", 8) + " "
                + pad("in", 7) + " " + pad("modes", modeWidth));
        judges.forEach(judge -> head.append(' ').append(pad(judge.word(), judgeWidth(judge))));
        table.add(head.toString().stripTrailing());
        functions.forEach((function, lines) -> {
            String name = function;
            @Nullable Quantity last = null;
            for (Line line : lines) {
                String start = pad(name, nameWidth)
                        + " " + pad(line.quantity == last ? "" : line.quantity.word(), 8)
                        + " " + pad(words(line.precisions, Precision::word, " "), 7)
                        + " " + pad(line.modes, modeWidth);
                table.add((start + cells(line, judges, paint)).stripTrailing());
                name = "";
                last = line.quantity;
            }
        });
        return table;
    }

    private static String cells(Line line, List<Judge> judges, Paint paint) {
        StringBuilder text = new StringBuilder();
        for (Judge judge : judges) {
            @Nullable Cell cell = line.cells.get(judge);
            String shown = pad(cell == null ? "" : cell.text, judgeWidth(judge));
            text.append(' ').append(cell == null ? shown : paint.paint(cell.verdict, shown));
        }
        return text.toString();
    }

    /** Identities add on how many directions. */
    private static int judgeWidth(Judge judge) {
        return judge == Judge.IDENTITY ? 18 : judge == Judge.TRUTH ? 11 : 6;
    }

    private static List<Line> functionLines(List<Result> results) {
        List<Line> lines = new ArrayList<>();
        new TreeMap<>(group(results, Result::quantity)).forEach((quantity, ofQuantity) -> {
            SequencedMap<List<Object>, Line> merged = new LinkedHashMap<>();
            group(ofQuantity, Result::precision).forEach((precision, rows) -> {
                for (Line line : modeLines(quantity, precision, rows)) {
                    merged.merge(List.of(line.modes, line.cells), line, (one, other) -> {
                        one.precisions.addAll(other.precisions);
                        return one;
                    });
                }
            });
            lines.addAll(merged.values());
        });
        return lines;
    }

    /** Modes of which the judges say the same share a line; the gravest come first. */
    private static List<Line> modeLines(Quantity quantity, Precision precision, List<Result> results) {
        SequencedMap<Map<Judge, Cell>, List<Optional<Mode>>> alike = new LinkedHashMap<>();
        SequencedMap<Optional<Mode>, List<Result>> modes = group(results, Result::mode);
        modes.forEach((mode, rows) -> {
            Map<Judge, Cell> cells = new EnumMap<>(Judge.class);
            rows.forEach(result -> cells.put(result.judge(), Cell.of(result)));
            alike.computeIfAbsent(cells, c -> new ArrayList<>()).add(mode);
        });
        List<Optional<Mode>> all = List.copyOf(modes.keySet());
        return alike.entrySet().stream()
                .map(entry -> new Line(
                        quantity, new TreeSet<>(List.of(precision)), modes(entry.getValue(), all), entry.getKey()))
                .sorted(Comparator.comparing(ReportTable::gravity).reversed())
                .toList();
    }

    private static Verdict gravity(Line line) {
        return line.cells.values().stream()
                .map(Cell::verdict)
                .reduce(Verdict::and)
                .orElse(Verdict.UNSUPPORTED);
    }

    /** Some of all modes, in at most {@link #LONGEST_MODES} columns. */
    static String modes(List<Optional<Mode>> some, List<Optional<Mode>> all) {
        if (some.size() > 2 && some.size() == all.size()) {
            return "all " + all.size() + " modes";
        }
        if (some.size() == 3) {
            return "all but "
                    + words(all.stream().filter(mode -> !some.contains(mode)).toList(), ReportTable::word, ", ");
        }
        return words(some, ReportTable::word, ", ");
    }

    private static String word(Optional<Mode> mode) {
        return mode.map(Mode::word).orElse("");
    }

    private static <T> String words(Iterable<T> items, Function<T, String> word, String between) {
        List<String> words = new ArrayList<>();
        items.forEach(item -> words.add(word.apply(item)));
        return String.join(between, words);
    }

    private static <K> SequencedMap<K, List<Result>> group(List<Result> results, Function<Result, K> key) {
        return results.stream()
                .collect(Collectors.groupingBy(
                        result -> Objects.requireNonNull(key.apply(result)),
                        LinkedHashMap<K, List<Result>>::new,
                        Collectors.toList()));
    }

    private static int width(Stream<String> texts, String head) {
        return Math.max(head.length(), texts.mapToInt(String::length).max().orElse(0));
    }

    /** In exactly so many columns. */
    private static String pad(String text, int width) {
        return text.length() > width ? text.substring(0, width - 1) + "…" : text + " ".repeat(width - text.length());
    }
}
