package org.equicert.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.equicert.report.Fields;
import org.equicert.report.ReportReader;
import org.equicert.report.ReportUnreadable;

/** Results as JSON, a line for each measurement, and back: the text is untrusted. */
public final class ResultsJson {
    private static final String SCHEMA = "urn:equicert:schema:bench:1";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ResultsJson() {}

    /** The whole text. */
    public static String write(Results results) {
        return "{\n  \"schema\": " + JSON.textNode(SCHEMA)
                + ",\n  \"machine\": " + machine(results.machine())
                + ",\n  \"quick\": " + results.quick()
                + ",\n  \"measurements\": ["
                + results.measurements().stream()
                        .map(it -> "\n    " + measurement(it))
                        .collect(Collectors.joining(","))
                + "\n  ]\n}\n";
    }

    /** What {@link #write} wrote. */
    public static Results read(String text) throws ReportUnreadable {
        JsonNode root = ReportReader.parse(text, SCHEMA, "results of benchmarks");
        Fields fields = Fields.of(root, "the results", Set.of("schema", "machine", "quick", "measurements"), Set.of());
        Results results = new Results(
                machine(root.path("machine"), "machine"),
                fields.flag("quick"),
                fields.list("measurements", ResultsJson::measurement));
        long distinct = results.measurements().stream()
                .map(it -> List.of(it.at(), it.contestant()))
                .distinct()
                .count();
        if (distinct < results.measurements().size()) {
            throw new ReportUnreadable("a contestant is measured twice in one case");
        }
        return results;
    }

    static ObjectNode machine(Results.Machine machine) {
        ObjectNode node = JSON.objectNode()
                .put("cores", machine.cores())
                .put("vectorBits", machine.vectorBits())
                .put("java", machine.java())
                .put("system", machine.system());
        ArrayNode versions = node.putArray("versions");
        new TreeMap<>(machine.versions())
                .forEach((peer, version) ->
                        versions.addObject().put("peer", peer).put("version", version));
        return node;
    }

    static Results.Machine machine(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(node, place, Set.of("cores", "vectorBits", "java", "system", "versions"), Set.of());
        Map<String, String> versions = new TreeMap<>();
        fields.list("versions", (peer, at) -> Fields.of(peer, at, Set.of("peer", "version"), Set.of()))
                .forEach(peer -> versions.put(
                        peer.node().path("peer").asText(),
                        peer.node().path("version").asText()));
        return new Results.Machine(
                count(fields, "cores"),
                count(fields, "vectorBits"),
                fields.text("java"),
                fields.text("system"),
                versions);
    }

    private static int count(Fields fields, String field) throws ReportUnreadable {
        long value = fields.whole(field);
        if (value < 1 || value > 1 << 20) {
            throw new ReportUnreadable(fields.place() + "." + field + " is no number of " + field);
        }
        return (int) value;
    }

    static ObjectNode measurement(Measurement measurement) {
        ObjectNode node =
                JSON.objectNode().put("case", measurement.at().id()).put("contestant", measurement.contestant());
        if (!measurement.wasRun()) {
            return node.put("notRun", measurement.notRun());
        }
        ArrayNode seconds = node.put("work", measurement.work()).putArray("seconds");
        measurement.seconds().forEach(seconds::add);
        return node;
    }

    static Measurement measurement(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(node, place, Set.of("case", "contestant"), Set.of("work", "seconds", "notRun"));
        Case at = Case.named(fields.text("case"))
                .orElseThrow(() -> new ReportUnreadable(place + ".case is no case of any benchmark"));
        String contestant = fields.text("contestant");
        if (node.has("notRun")) {
            String reason = fields.text("notRun");
            if (reason.isBlank() || node.has("seconds")) {
                throw new ReportUnreadable(place + " is neither run nor not run");
            }
            return Measurement.notRun(at, contestant, reason);
        }
        List<Double> seconds = fields.list("seconds", ResultsJson::positive);
        if (seconds.isEmpty()) {
            throw new ReportUnreadable(place + ".seconds is empty");
        }
        return Measurement.of(at, contestant, positive(node.path("work"), place + ".work"), seconds);
    }

    private static double positive(JsonNode node, String place) throws ReportUnreadable {
        double value = node.asDouble();
        if (!node.isNumber() || !Double.isFinite(value) || value <= 0) {
            throw new ReportUnreadable(place + " is no number above 0");
        }
        return value;
    }
}
