package org.equicert.report;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.equicert.campaign.Result;
import org.equicert.campaign.Row;
import org.equicert.campaign.Run;
import org.equicert.oracle.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What has changed from one run to another, as of two versions of a library.
 *
 * @param changed row by row, a line each, by kind
 * @param unchanged how many rows have the same verdict in both
 */
public record Changes(Map<Kind, List<String>> changed, int unchanged) {
    /** What can become of a row. */
    public enum Kind {
        NEWLY_REFUTED("newly refuted"),
        NO_LONGER_REFUTED("no longer refuted"),
        NEWLY_FAILED("newly failed"),
        NEWLY_UNSUPPORTED("newly unsupported"),
        OTHERWISE("otherwise changed");

        private final String words;

        Kind(String words) {
            this.words = words;
        }
    }

    public static Changes of(Run before, Run now) {
        SequencedMap<Row, Verdict> old = verdicts(before);
        SequencedMap<Row, Verdict> fresh = verdicts(now);
        SequencedSet<Row> rows = new LinkedHashSet<>(fresh.keySet());
        rows.addAll(old.keySet());
        Map<Kind, List<String>> changed = new EnumMap<>(Kind.class);
        int unchanged = 0;
        for (Row row : rows) {
            @Nullable Verdict then = old.get(row);
            @Nullable Verdict today = fresh.get(row);
            if (then == today) {
                unchanged++;
            } else {
                changed.computeIfAbsent(kind(then, today), k -> new ArrayList<>())
                        .add(row + ": " + word(then) + " before, " + word(today) + " now");
            }
        }
        return new Changes(changed, unchanged);
    }

    public boolean has(Kind kind) {
        return changed.containsKey(kind);
    }

    /** Kind by kind, and then how many are as they were. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        changed.forEach((kind, rows) -> {
            lines.add(kind.words + ": " + rows.size());
            rows.forEach(row -> lines.add("    " + row));
        });
        lines.add("unchanged: " + unchanged);
        return lines;
    }

    private static Kind kind(@Nullable Verdict then, @Nullable Verdict now) {
        if (now == Verdict.REFUTED) {
            return Kind.NEWLY_REFUTED;
        }
        if (now == Verdict.FAILED) {
            return Kind.NEWLY_FAILED;
        }
        if (now == Verdict.UNSUPPORTED) {
            return Kind.NEWLY_UNSUPPORTED;
        }
        return then == Verdict.REFUTED ? Kind.NO_LONGER_REFUTED : Kind.OTHERWISE;
    }

    private static String word(@Nullable Verdict verdict) {
        return verdict == null ? "not asked" : verdict.word();
    }

    private static SequencedMap<Row, Verdict> verdicts(Run run) {
        SequencedMap<Row, Verdict> verdicts = new LinkedHashMap<>();
        for (Result result : run.results()) {
            verdicts.put(Row.of(result), result.verdict());
        }
        return verdicts;
    }
}
