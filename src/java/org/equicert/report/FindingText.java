package org.equicert.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;

/** Findings as a table for a terminal, and as a document. */
public final class FindingText {
    private FindingText() {}

    /** A line for each finding, under a head; its id comes last, and is never cut. */
    public static List<String> lines(Run run, List<Finding> findings) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("in", "by", "modes", "finding"));
        for (Finding finding : findings) {
            rows.add(List.of(
                    words(finding.precisions(), Precision::word, " "),
                    words(finding.judges(), Judge::word, ", "),
                    modes(run, finding),
                    finding.id()));
        }
        return rows.stream()
                .map(row -> String.format("%-7s %-15s %-" + ReportTable.LONGEST_MODES + "s %s", row.toArray()))
                .toList();
    }

    /** How many rows are refuted, and how many findings that makes. */
    public static String summary(List<Finding> findings) {
        long rows = findings.stream().mapToLong(f -> f.rows().size()).sum();
        return "refuted rows: " + rows + ", findings: " + findings.size();
    }

    /** Which of the candidate's modes are wrong, briefly. */
    static String modes(Run run, Finding finding) {
        List<Optional<Mode>> all =
                run.candidate().modes(finding.function()).getOrDefault(finding.quantity(), List.of());
        return ReportTable.modes(finding.modes().stream().map(Optional::of).toList(), all);
    }

    private static <T> String words(List<T> items, Function<T, String> word, String between) {
        return items.stream().map(word).collect(Collectors.joining(between));
    }

    /** A section of a document, of the findings that a program in the library's own language has reproduced. */
    public static String section(Report report, List<Finding> reproduced) {
        Run run = report.run();
        long functions = run.results().stream().map(Result::function).distinct().count();
        StringBuilder text = new StringBuilder(
                "## " + run.candidate().name() + " " + run.candidate().version());
        text.append("\n\nFunctions asked: " + functions + ", with seed " + run.seed() + ". ");
        if (reproduced.isEmpty()) {
            return text + "Nothing that was refuted has been reproduced.\n";
        }
        text.append("""
                Every row was reproduced by a program of the library alone.

                | function | wrong | modes | in | truth | identity | where | expected | actual |
                |---|---|---|---|---|---|---|---|---|
                """);
        for (Finding finding : reproduced) {
            Discrepancy d = finding.witness().discrepancy();
            text.append(Stream.of(
                            "`" + finding.function() + "`",
                            IssueText.quantity(finding.quantity()),
                            modes(run, finding),
                            words(finding.precisions(), Precision::word, " "),
                            finding.judges().contains(Judge.TRUTH) ? "refuted" : "–",
                            identity(finding),
                            d.where(),
                            d.expected(),
                            d.actual())
                    .map(IssueText::cell)
                    .collect(Collectors.joining(" | ", "| ", " |\n")));
        }
        return text.toString();
    }

    private static String identity(Finding finding) {
        return finding.rows().stream()
                .filter(r -> r.judge() == Judge.IDENTITY)
                .map(Result::reason)
                .map(reason -> reason.replaceFirst(" does not hold.*", "")
                        .replaceFirst("agreement with .*", "the modes disagree"))
                .distinct()
                .collect(Collectors.joining("; "))
                .transform(names -> names.isEmpty() ? "–" : names);
    }
}
