package org.equicert.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Verdict;

/** The kill matrix: classes of faults by judges, as a table of Markdown. */
record KillMatrix(List<Trial> trials) {
    private static final String HEAD = """
            | class | faults | with effect | lattice | truth | identity | identity, no reference | killed |
            |---|---:|---:|---:|---:|---:|---:|---:|
            """;

    String table() {
        StringBuilder table = new StringBuilder(HEAD);
        Stream.of(Kind.values()).map(Kind::word).forEach(kind -> {
            List<Trial> of =
                    trials.stream().filter(t -> t.fault().kind().equals(kind)).toList();
            table.append(row(kind, of));
        });
        return table.append(row("**all**", trials)).toString();
    }

    private static String row(String name, List<Trial> of) {
        List<Trial> effective = of.stream().filter(Trial::hasEffect).toList();
        List<String> cells = new ArrayList<>(List.of(name, String.valueOf(of.size())));
        cells.add(String.valueOf(effective.size()));
        for (Judge judge : Judge.values()) {
            cells.add(count(effective, t -> t.verdicts().containsKey(judge)));
        }
        cells.add(count(effective, Trial::contradicts));
        cells.add(count(effective, Trial::isKilled));
        return "| " + String.join(" | ", cells) + " |\n";
    }

    private static String count(List<Trial> of, Predicate<Trial> which) {
        return String.valueOf(of.stream().filter(which).count());
    }

    /** {@code 98.7 %}: which part of the trials with effect. */
    String share(Predicate<Trial> which) {
        return String.format(
                Locale.ROOT,
                "%.1f %%",
                100.0 * effective().stream().filter(which).count() / effective().size());
    }

    List<Trial> effective() {
        return trials.stream().filter(Trial::hasEffect).toList();
    }

    List<Trial> survivors() {
        return effective().stream().filter(t -> !t.isKilled()).toList();
    }

    /** Those that are told from rounding, but called inaccurate rather than wrong. */
    List<Trial> inaccurate() {
        return effective().stream()
                .filter(t -> t.gravest() == Verdict.INACCURATE)
                .toList();
    }
}
