package org.equicert.verification.key;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * {@code verification/ledger.json}: what was proved, of which sources, by which prover, at what cost.
 *
 * @param contracts KeY's rows
 * @param openjml OpenJML's rows, by contract; they are written by its own runner
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record Ledger(
        String prover,
        Map<String, String> options,
        String sourceHash,
        List<Entry> contracts,
        Map<String, OpenJml> openjml) {

    enum Status {
        @JsonProperty("proved")
        PROVED,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("timeout")
        TIMEOUT,
        /** The prover's process ended by itself or by another's hand. */
        @JsonProperty("killed")
        KILLED,
        @JsonProperty("out-of-memory")
        OUT_OF_MEMORY,
        /** The prover could not even begin, or a saved proof is not one. */
        @JsonProperty("error")
        ERROR,
        @JsonProperty("not-run")
        NOT_RUN;

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** One contract; {@code hash} covers the sources, settings and prover that its proof depends on. */
    @JsonPropertyOrder({"id", "file", "line", "statement", "status", "mode", "seconds", "nodes", "hash"})
    record Entry(
            String id,
            String file,
            int line,
            String statement,
            Status status,
            String mode,
            double seconds,
            int nodes,
            String hash) {

        boolean proved() {
            return status == Status.PROVED;
        }

        /** The row that people read. */
        String row() {
            return "%-13s %-6s %6.1f s %6d nodes  %-34s %s"
                    .formatted(
                            proved() ? "closed" : status.toString().toUpperCase(Locale.ROOT),
                            mode,
                            seconds,
                            nodes,
                            id,
                            statement)
                    .stripTrailing();
        }
    }

    /** What OpenJML says of one contract: {@code proved, open, timeout, not-expressible, not-run}, and why. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record OpenJml(String status, double seconds, String prover, String sourceHash, String reason) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    Ledger {
        contracts = contracts == null ? List.of() : contracts;
        openjml = openjml == null ? Map.of() : new TreeMap<>(openjml);
    }

    static Ledger empty() {
        return new Ledger(Prover.NAME, Map.of(), "", List.of(), Map.of());
    }

    static Ledger read(Path file) throws IOException, Unusable {
        if (!Files.exists(file)) {
            return empty();
        }
        try {
            return JSON.readValue(file.toFile(), Ledger.class);
        } catch (JsonProcessingException e) {
            throw Unusable.damaged(file, e, "; delete it, and 'prove --fresh' writes it anew");
        }
    }

    /** Replaces the file in one step, so that it is never half written. */
    void write(Path file) throws Unusable {
        try {
            Path next = Files.createTempFile(file.toAbsolutePath().getParent(), "ledger", ".json");
            Files.writeString(next, JSON.writeValueAsString(this) + "\n");
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new Unusable(file + " cannot be written: " + e.getMessage(), e);
        }
    }

    Entry entry(String id) {
        return contracts.stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
    }

    /** The names of the contracts that are not proved. */
    List<String> unproved() {
        return contracts.stream().filter(e -> !e.proved()).map(Entry::id).toList();
    }

    /** The other prover's rows beside new ones of KeY. */
    Ledger with(String hash, Map<String, String> sound, Collection<Entry> entries) {
        return new Ledger(Prover.NAME, sound, hash, List.copyOf(entries), openjml);
    }
}
