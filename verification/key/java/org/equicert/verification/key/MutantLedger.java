package org.equicert.verification.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code verification/mutants.json}: what became of each fault that was planted, a row a line; and
 * {@code verification/key/survivors.json}: why those that the prover accepts are no faults.
 */
record MutantLedger(Map<String, Row> rows, Map<String, String> explanations) {

    /** The fault would not even load: it is no Java, or no JML. */
    static final String STILLBORN = "stillborn";

    /**
     * One fault.
     *
     * @param status the target contract's: {@code proved} means that the fault survived
     * @param hash of the sources that it was planted in
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Row(String id, String kind, int line, String change, String status, double seconds, String hash) {
        boolean survived() {
            return status.equals(Ledger.Status.PROVED.toString());
        }

        boolean counts() {
            return !status.equals(STILLBORN);
        }
    }

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    static MutantLedger read(Project project) throws IOException, Unusable {
        Map<String, Row> rows = new TreeMap<>();
        for (Row row : read(file(project), new TypeReference<List<Row>>() {}, List.of())) {
            rows.put(row.id(), row);
        }
        Path survivors = project.root().resolve("verification/key/survivors.json");
        return new MutantLedger(rows, read(survivors, new TypeReference<Map<String, String>>() {}, Map.of()));
    }

    private static <T> T read(Path file, TypeReference<T> type, T absent) throws IOException, Unusable {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), type) : absent;
        } catch (JsonProcessingException e) {
            throw Unusable.damaged(file, e, "");
        }
    }

    private static Path file(Project project) {
        return project.root().resolve("verification/mutants.json");
    }

    /** Keeps the rows of faults that still exist. */
    void write(Project project, Collection<String> existing) throws IOException {
        List<String> lines = new ArrayList<>();
        for (Row row : rows.values()) {
            if (existing.contains(row.id())) {
                lines.add(JSON.writeValueAsString(row));
            }
        }
        Files.writeString(file(project), "[\n" + String.join(",\n", lines) + "\n]\n");
    }

    /** Why a survivor is no fault, or null. */
    String explanation(String id) {
        return explanations.get(id);
    }

    private List<Row> current(Project project) {
        return rows.values().stream()
                .filter(row -> row.hash().equals(hash(row.id(), project)))
                .toList();
    }

    static String hash(String id, Project project) {
        return project.sources()
                .hash(Sources.type(id), Prover.NAME, project.settings().options());
    }

    /** The faults that were tried against other sources than these. */
    List<String> stale(Project project) {
        List<Row> current = current(project);
        return rows.values().stream()
                .filter(row -> !current.contains(row))
                .map(Row::id)
                .toList();
    }

    List<String> survivors(Project project) {
        return current(project).stream().filter(Row::survived).map(Row::id).toList();
    }

    List<String> unexplained(Project project) {
        return survivors(project).stream().filter(id -> explanation(id) == null).toList();
    }

    Map<String, Object> figures(Project project) {
        List<Row> counted = current(project).stream().filter(Row::counts).toList();
        int survivors = survivors(project).size();
        Map<String, Object> figures = new LinkedHashMap<>();
        figures.put("tried", counted.size());
        figures.put("killed", counted.size() - survivors);
        figures.put("survivors", survivors(project));
        figures.put("unexplained", unexplained(project));
        figures.put("stale", stale(project));
        return figures;
    }

    String summary(Project project) {
        List<Row> counted = current(project).stream().filter(Row::counts).toList();
        int survivors = survivors(project).size();
        return counted.isEmpty()
                ? "no mutants tried on these sources"
                : "%d mutants, %d killed (%.1f %%), %d survivors of which %d unexplained"
                        .formatted(
                                counted.size(),
                                counted.size() - survivors,
                                100.0 * (counted.size() - survivors) / counted.size(),
                                survivors,
                                unexplained(project).size());
    }
}
