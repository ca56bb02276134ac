package org.equicert.bench;

import java.util.List;
import java.util.stream.Collectors;

/**
 * The guide on benchmarks: its words are written by hand, and between {@code <!-- bench:product -->} and
 * {@code <!-- end -->} stand the tables and the figure of a run. What the run did not measure stays as it was.
 */
public final class Document {
    private static final String END = "<!-- end -->";

    private Document() {}

    /** The file of a benchmark's figure. */
    public static String figure(Benchmark benchmark) {
        return "bench-" + benchmark.word() + ".svg";
    }

    /**
     * The guide with what was measured in its places.
     *
     * @throws IllegalArgumentException if there is no place for it; the message names the marker
     */
    public static String renewed(String guide, Results results) {
        String renewed = guide;
        for (Benchmark benchmark : results.benchmarks().toList()) {
            String marker = "<!-- bench:" + benchmark.word() + " -->";
            int from = renewed.indexOf(marker);
            int to = renewed.indexOf(END, from);
            if (from < 0 || to < 0) {
                throw new IllegalArgumentException(
                        "the guide has no place for " + benchmark.word() + ": " + marker + " and, after it, " + END);
            }
            renewed = renewed.substring(0, from + marker.length()) + "\n\n" + section(results, benchmark) + "\n"
                    + renewed.substring(to);
        }
        return renewed;
    }

    private static String section(Results results, Benchmark benchmark) {
        Results ofIt = results.only(results.cases(benchmark).toList());
        String tables =
                Tables.of(results, benchmark).stream().map(Table::markdown).collect(Collectors.joining("\n"));
        List<List<String>> aims = Tables.aims(ofIt).rows();
        String figure = Figures.of(ofIt).containsKey(benchmark)
                ? "![" + benchmark.caption() + "](" + figure(benchmark) + ")\n\n"
                : "";
        return figure + tables + (aims.isEmpty() ? "" : "\n" + Tables.aims(ofIt).markdown()) + "\nMeasured on "
                + results.machine().sentence() + "\n";
    }
}
