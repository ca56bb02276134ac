package org.equicert.campaign;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Verdict;

/**
 * One thing that is wrong, however many rows of a report say so: the refuted rows of one quantity of a function, in the
 * modes that are wrong in the same way. Two modes are where, at a witness of one of them, their answers lie nearer to each
 * other than to the truth. Precisions and judges divide nothing.
 *
 * @param rows refuted; the one with the witness to show comes first: by truth, in the finest precision
 */
public record Finding(List<Result> rows) {
    /** The findings of a run, in the order of its rows. */
    public static List<Finding> of(Run run, Oracle oracle) {
        SequencedMap<List<Object>, List<Result>> refuted = new LinkedHashMap<>();
        for (Result row : run.results()) {
            if (row.verdict() == Verdict.REFUTED) {
                refuted.computeIfAbsent(List.of(row.function(), row.quantity()), k -> new ArrayList<>())
                        .add(row);
            }
        }
        Likeness likeness = new Likeness(run.exchanges(), oracle);
        return refuted.values().stream()
                .flatMap(rows -> divided(rows, likeness).stream())
                .toList();
    }

    /** Names the finding, in every run that finds it alike: {@code linalg.det/hessian/fwd-over-fwd}. */
    public String id() {
        String what = function() + "/" + quantity().word();
        return modes().stream()
                .findFirst()
                .map(mode -> what + "/" + mode.word())
                .orElse(what);
    }

    public String function() {
        return rows.getFirst().function();
    }

    public Quantity quantity() {
        return rows.getFirst().quantity();
    }

    /** The modes that are wrong; none for a value. */
    public List<Mode> modes() {
        return rows.stream().flatMap(r -> r.mode().stream()).distinct().sorted().toList();
    }

    public List<Precision> precisions() {
        return rows.stream().map(Result::precision).distinct().sorted().toList();
    }

    public List<Judge> judges() {
        return rows.stream().map(Result::judge).distinct().sorted().toList();
    }

    /** What is shown of it. */
    public Witness witness() {
        return rows.getFirst().witness().orElseThrow();
    }

    /** What shows it first: a row by truth, whose witness has been shrunk, before one by an identity, and f64 before f32. */
    private static final Comparator<Result> TO_SHOW = Comparator.<Result, Boolean>comparing(
                    r -> r.judge() != Judge.TRUTH)
            .thenComparing(Result::precision)
            .thenComparing(r -> r.mode().map(Mode::ordinal).orElse(-1));

    private static List<Finding> divided(List<Result> rows, Likeness likeness) {
        List<List<Result>> groups = new ArrayList<>();
        for (Result row : rows) {
            List<List<Result>> alike = groups.stream()
                    .filter(group -> group.stream().anyMatch(other -> likeness.of(row, other)))
                    .toList();
            groups.removeAll(alike);
            List<Result> merged = new ArrayList<>(List.of(row));
            alike.forEach(merged::addAll);
            groups.add(merged);
        }
        return groups.stream()
                .map(group -> new Finding(group.stream().sorted(TO_SHOW).toList()))
                .sorted(Comparator.comparing(Finding::id))
                .toList();
    }
}
