package org.equicert.verification.openjml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;

/** The section {@code openjml} of {@code verification/ledger.json}; everything else in it is KeY's and is left alone. */
record Ledger(Path file, Map<String, Row> rows) {

    private static final String SECTION = "openjml";

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    /** What OpenJML says of one contract, of which sources. */
    record Row(String status, double seconds, String prover, String sourceHash, String reason) {

        boolean isProved() {
            return status.equals(Status.PROVED.toString());
        }
    }

    static Ledger read(Path file) throws IOException {
        Map<String, Row> rows = new TreeMap<>();
        for (Map.Entry<String, JsonNode> row : whole(file).path(SECTION).properties()) {
            rows.put(row.getKey(), JSON.treeToValue(row.getValue(), Row.class));
        }
        return new Ledger(file, rows);
    }

    private static ObjectNode whole(Path file) throws IOException {
        return Files.exists(file) ? (ObjectNode) JSON.readTree(file.toFile()) : JSON.createObjectNode();
    }

    /** A row of the sources as they are, by this prover; null if there is none. */
    Row current(String id, String prover, String sourceHash) {
        Row row = rows.get(id);
        return row != null && row.prover.equals(prover) && row.sourceHash.equals(sourceHash) ? row : null;
    }

    void put(String id, Verdict verdict, String prover, String sourceHash) {
        double seconds = Math.round(verdict.seconds() * 100) / 100.0;
        rows.put(id, new Row(verdict.status().toString(), seconds, prover, sourceHash, verdict.reason()));
    }

    /** Replaces the file in one step; rows of contracts that there are no more go. */
    void write(Collection<String> contracts) throws IOException {
        rows.keySet().retainAll(contracts);
        ObjectNode all = whole(file);
        all.set(SECTION, JSON.valueToTree(rows));
        Path next = file.resolveSibling(file.getFileName() + ".next");
        Files.writeString(next, JSON.writeValueAsString(all) + "\n");
        Files.move(next, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
