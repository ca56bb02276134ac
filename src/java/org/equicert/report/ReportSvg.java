package org.equicert.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Verdict;

/**
 * A report as a picture: a row for each function and precision, a column for each quantity and mode, in each cell what
 * each judge says as a letter on a colour that is told apart without colour vision too.
 */
public final class ReportSvg {
    private static final int CELL = 17;
    private static final int ROW = 20;
    private static final int LEFT = 262;
    private static final int HEAD = 158;
    private static final int GAP = 8;
    private static final int LEGEND = 62;

    private ReportSvg() {}

    private record Column(Quantity quantity, Optional<Mode> mode) implements Comparable<Column> {
        @Override
        public int compareTo(Column other) {
            int byQuantity = quantity.compareTo(other.quantity);
            return byQuantity != 0
                    ? byQuantity
                    : Integer.compare(
                            mode.map(Mode::ordinal).orElse(-1),
                            other.mode.map(Mode::ordinal).orElse(-1));
        }

        String text() {
            return quantity.word() + mode.map(m -> " " + m.word()).orElse("");
        }
    }

    private record Row(String function, Precision precision) {}

    private record Place(Row row, Column column, Judge judge) {}

    /** The picture of the functions with findings alone, and of these of the first so many. */
    public static String of(Run run, List<Finding> findings, int most) {
        List<String> functions =
                findings.stream().map(Finding::function).distinct().limit(most).toList();
        List<Result> results = run.results().stream()
                .filter(result -> functions.contains(result.function()))
                .toList();
        return of(new Run(run.candidate(), run.seed(), run.complete(), results, List.of()));
    }

    /** The picture as a text of SVG. */
    public static String of(Run run) {
        SequencedMap<Column, SequencedSet<Judge>> columns = new TreeMap<>();
        SequencedSet<Judge> judges = new TreeSet<>();
        SequencedSet<Row> rows = new LinkedHashSet<>();
        Map<Place, Result> results = new LinkedHashMap<>();
        for (Result result : run.results()) {
            Row row = new Row(result.function(), result.precision());
            Column column = new Column(result.quantity(), result.mode());
            columns.computeIfAbsent(column, c -> new TreeSet<>()).add(result.judge());
            judges.add(result.judge());
            rows.add(row);
            results.put(new Place(row, column, result.judge()), result);
        }
        SequencedMap<Column, Integer> x = positions(columns);
        int right = x.isEmpty() ? LEFT : x.lastEntry().getValue() + judges.size() * CELL;
        int bottom = HEAD + rows.size() * ROW;
        StringBuilder svg = new StringBuilder();
        int width = Math.max(right + 80, LEFT + 420); // the last slanted head needs its room
        String title = "Equicert's verdicts on " + run.candidate().name() + " "
                + run.candidate().version() + (run.complete() ? "" : " (stopped early)");
        svg.append(Svg.head(width, bottom + LEGEND, title));
        svg.append(Svg.text(12, HEAD - 8, "function and precision", "font-weight=\"600\""));
        x.forEach((column, at) -> svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(%d,%d) rotate(-50)\">%s</text>%n",
                at + CELL,
                HEAD - 6,
                Svg.escaped(column.text()))));
        int y = HEAD;
        String last = "";
        for (Row row : rows) {
            svg.append(Svg.text(12, y + 14, row.function.equals(last) ? "" : row.function, ""));
            svg.append(Svg.text(LEFT - 34, y + 14, row.precision.word(), "fill=\"#555555\""));
            last = row.function;
            for (var column : x.entrySet()) {
                int at = column.getValue();
                for (Judge judge : columns.getOrDefault(column.getKey(), judges)) {
                    Place place = new Place(row, column.getKey(), judge);
                    svg.append(cell(at, y, Optional.ofNullable(results.get(place))));
                    at += CELL;
                }
            }
            y += ROW;
        }
        return svg.append(legend(bottom + 14, judges)).append("</svg>\n").toString();
    }

    private static SequencedMap<Column, Integer> positions(SequencedMap<Column, SequencedSet<Judge>> columns) {
        SequencedMap<Column, Integer> x = new LinkedHashMap<>();
        int at = LEFT;
        Optional<Quantity> last = Optional.empty();
        for (var entry : columns.entrySet()) {
            Column column = entry.getKey();
            at += last.isPresent() && last.get() != column.quantity ? GAP : 0;
            x.put(column, at);
            at += entry.getValue().size() * CELL + 2;
            last = Optional.of(column.quantity);
        }
        return x;
    }

    private static String cell(int x, int y, Optional<Result> result) {
        if (result.isEmpty()) {
            return "";
        }
        Result r = result.get();
        String title = r.function() + " " + new Column(r.quantity(), r.mode()).text() + " "
                + r.precision().word() + ", by " + r.judge().word() + ": "
                + r.verdict().word();
        return "<g><title>" + Svg.escaped(title) + "</title>" + square(x, y, r.verdict()) + "</g>\n";
    }

    private static String square(int x, int y, Verdict verdict) {
        return String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\"/>"
                        + "<text x=\"%d\" y=\"%d\" font-size=\"11\" text-anchor=\"middle\" fill=\"%s\">%s</text>",
                x,
                y + 1,
                CELL - 1,
                ROW - 3,
                fill(verdict),
                x + CELL / 2,
                y + 13,
                isDark(verdict) ? "#ffffff" : "#1b1b1b",
                letter(verdict));
    }

    private static String legend(int y, SequencedSet<Judge> judges) {
        StringBuilder legend = new StringBuilder();
        int x = 12;
        for (Verdict verdict : Verdict.values()) {
            legend.append(square(x, y, verdict)).append(Svg.text(x + CELL + 3, y + 13, verdict.word(), ""));
            x += CELL + 16 + 7 * verdict.word().length();
        }
        List<String> words = new ArrayList<>();
        judges.forEach(judge -> words.add(judge.word()));
        String order =
                words.size() < 2 ? "Judged by " : "In each column, from left to right, where there are any: judged by ";
        return legend.append(Svg.text(12, y + 36, order + String.join(", by ", words), "fill=\"#555555\""))
                .toString();
    }

    /** Okabe and Ito's colours, which differ in lightness too. */
    private static String fill(Verdict verdict) {
        return switch (verdict) {
            case EXACT -> "#0072b2";
            case CONSISTENT -> "#a8d8f0";
            case INACCURATE -> "#f0e442";
            case REFUTED -> "#b03a00";
            case FAILED -> "#000000";
            case UNDECIDED -> "#d9d9d9";
            case UNSUPPORTED -> "#f3f3f3";
        };
    }

    private static boolean isDark(Verdict verdict) {
        return switch (verdict) {
            case EXACT, REFUTED, FAILED -> true;
            case CONSISTENT, INACCURATE, UNDECIDED, UNSUPPORTED -> false;
        };
    }

    private static String letter(Verdict verdict) {
        return switch (verdict) {
            case EXACT -> "E";
            case CONSISTENT -> "C";
            case INACCURATE -> "I";
            case REFUTED -> "R";
            case FAILED -> "F";
            case UNDECIDED -> "?";
            case UNSUPPORTED -> "–";
        };
    }
}
