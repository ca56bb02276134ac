package org.equicert.report;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.oracle.Verdict;

/** What runs came to, a row for each, as a table in Markdown. */
public final class RunTable {
    private RunTable() {}

    /** The head, to which rows are added. */
    public static String head() {
        return """
                | candidate | version | functions asked | answered | points | questions | refuted rows | findings | time |
                |---|---|---|---|---|---|---|---|---|
                """;
    }

    /** A run. A function is answered where anything of it could be judged; a point is one of a function in a precision. */
    public static String row(Report report, int findings) {
        Run run = report.run();
        long asked = run.results().stream().map(Result::function).distinct().count();
        long answered = run.results().stream()
                .filter(r -> r.verdict() != Verdict.UNSUPPORTED && r.verdict() != Verdict.FAILED)
                .map(Result::function)
                .distinct()
                .count();
        long refuted = run.results().stream()
                .filter(r -> r.verdict() == Verdict.REFUTED)
                .count();
        String time = report.seconds().isPresent()
                ? String.format(
                        Locale.ROOT,
                        "%d:%02d",
                        report.seconds().getAsLong() / 60,
                        report.seconds().getAsLong() % 60)
                : "–";
        return Stream.of(
                        "`" + run.candidate().name() + "`",
                        run.candidate().version(),
                        asked,
                        answered,
                        run.points(),
                        run.exchanges().size(),
                        refuted,
                        findings,
                        time + (run.complete() ? "" : ", stopped early"))
                .map(String::valueOf)
                .map(IssueText::cell)
                .collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
