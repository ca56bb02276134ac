package org.equicert.verification.key;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** {@code verification/ledger.json}: what was proved, of which sources, by which prover, at what cost. */
record Ledger(
        String prover, Map<String, String> options, String sourceHash, List<Entry> contracts, List<Mutant> mutants) {

    enum Status {
        @JsonProperty("proved")
        PROVED,
        @JsonProperty("open")
        OPEN,
        @JsonProperty("timeout")
        TIMEOUT,
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

        /** The row that people read. */
        String row() {
            return "%-8s %-4s %7.1f s %7d nodes  %-34s %s"
                    .formatted(
                            status == Status.PROVED
                                    ? "closed"
                                    : status.toString().toUpperCase(Locale.ROOT),
                            mode,
                            seconds,
                            nodes,
                            id,
                            statement)
                    .stripTrailing();
        }
    }

    /** One seeded fault; {@code status} is the target contract's: anything but proved is as it should be. */
    record Mutant(String id, String target, String kind, Status status, double seconds, String hash) {}

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    static Ledger empty() {
        return new Ledger(Prover.NAME, Map.of(), "", List.of(), List.of());
    }

    static Ledger read(Path file) throws IOException {
        return Files.exists(file) ? JSON.readValue(file.toFile(), Ledger.class) : empty();
    }

    void write(Path file) throws IOException {
        Files.writeString(file, json() + "\n");
    }

    String json() throws IOException {
        return JSON.writeValueAsString(this);
    }

    Entry entry(String id) {
        return contracts.stream().filter(e -> e.id().equals(id)).findFirst().orElse(null);
    }

    /** The names of the contracts that are not proved. */
    List<String> unproved() {
        return contracts.stream()
                .filter(e -> e.status() != Status.PROVED)
                .map(Entry::id)
                .toList();
    }

    /** The names of the faults that the prover accepted. */
    List<String> survivors() {
        return mutants.stream()
                .filter(m -> m.status() == Status.PROVED)
                .map(Mutant::id)
                .toList();
    }

    Ledger with(List<Mutant> tried) {
        return new Ledger(prover, options, sourceHash, contracts, tried);
    }

    /** The same mutants over a new set of contracts. */
    Ledger with(String hash, Map<String, String> sound, Collection<Entry> entries) {
        return new Ledger(Prover.NAME, sound, hash, List.copyOf(entries), mutants);
    }
}
