package org.equicert.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.campaign.Witness;
import org.equicert.candidate.Description;
import org.equicert.candidate.ExchangeJson;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/**
 * A report as JSON ({@code spec/schema/report.schema.json}); {@link ReportReader} is its inverse. Numbers that must be
 * exact travel as hexadecimal floats; a measurement that there is none of, or that is infinite, is null.
 */
public final class ReportJson {
    static final String SCHEMA = "urn:equicert:schema:report:1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private ReportJson() {}

    /** The whole text: a line for each result and each exchange, so that a report can be read and searched by line. */
    public static String write(Report report) {
        Run run = report.run();
        Versions versions = report.versions();
        ObjectNode made = JSON.objectNode()
                .put("equicert", versions.equicert())
                .put("java", versions.java())
                .put("catalogue", versions.catalogue());
        return "{\n  \"schema\": " + JSON.textNode(SCHEMA)
                + ",\n  \"candidate\": " + candidate(run.candidate())
                + ",\n  \"seed\": " + run.seed()
                + ",\n  \"versions\": " + made
                + ",\n  \"complete\": " + run.complete()
                + (report.seconds().isPresent()
                        ? ",\n  \"seconds\": " + report.seconds().getAsLong()
                        : "")
                + ",\n  \"results\": " + lines(run.results(), ReportJson::result)
                + ",\n  \"exchanges\": " + lines(run.exchanges(), ExchangeJson::write)
                + "\n}\n";
    }

    /** What is wrong, each thing once: {@code candidate}, {@code version}, {@code seed} and {@code findings}. */
    public static String write(Report report, List<Finding> findings) {
        Run run = report.run();
        ObjectNode node = JSON.objectNode()
                .put("candidate", run.candidate().name())
                .put("version", run.candidate().version())
                .put("seed", run.seed());
        ArrayNode list = node.putArray("findings");
        findings.forEach(finding -> list.add(finding(finding)));
        return node.toPrettyString();
    }

    private static ObjectNode finding(Finding finding) {
        ObjectNode node = JSON.objectNode()
                .put("id", finding.id())
                .put("function", finding.function())
                .put("quantity", finding.quantity().word());
        node.set("modes", words(finding.modes().stream().map(Mode::word).toList()));
        node.set(
                "precisions",
                words(finding.precisions().stream().map(Precision::word).toList()));
        node.set("judges", words(finding.judges().stream().map(Judge::word).toList()));
        node.set("witness", witness(finding.witness()));
        return node;
    }

    /** What judging a report again came to: {@code results}, {@code agree} and {@code disagreements}. */
    public static String write(Recheck recheck) {
        ObjectNode node = JSON.objectNode().put("results", recheck.results()).put("agree", recheck.agrees());
        recheck.disagreements().forEach(node.putArray("disagreements")::add);
        return node.toPrettyString();
    }

    private static <T> String lines(List<T> items, Function<T, ObjectNode> json) {
        return items.isEmpty()
                ? "[]"
                : items.stream()
                        .map(item -> json.apply(item).toString())
                        .collect(Collectors.joining(",\n    ", "[\n    ", "\n  ]"));
    }

    private static ObjectNode candidate(Description candidate) {
        ObjectNode node = JSON.objectNode().put("name", candidate.name()).put("version", candidate.version());
        node.set(
                "precisions",
                words(candidate.precisions().stream()
                        .sorted()
                        .map(Precision::word)
                        .toList()));
        node.set("functions", words(candidate.functions().stream().sorted().toList()));
        node.set("modes", modes(candidate.modes()));
        if (!candidate.narrowed().isEmpty()) {
            ObjectNode narrowed = node.putObject("narrowed");
            new TreeMap<>(candidate.narrowed()).forEach((function, modes) -> narrowed.set(function, modes(modes)));
        }
        return node;
    }

    private static ObjectNode modes(Map<Quantity, List<Optional<Mode>>> modes) {
        ObjectNode node = JSON.objectNode();
        new TreeMap<>(modes).forEach((quantity, of) -> {
            ArrayNode list = node.putArray(quantity.word());
            of.forEach(mode -> list.add(mode.map(Mode::word).orElse(null)));
        });
        return node;
    }

    private static ObjectNode result(Result result) {
        ObjectNode node = JSON.objectNode()
                .put("function", result.function())
                .put("quantity", result.quantity().word())
                .put("mode", result.mode().map(Mode::word).orElse(null))
                .put("precision", result.precision().word())
                .put("judge", result.judge().word())
                .put("verdict", result.verdict().word());
        node.set("eta", number(result.eta()));
        node.set("budget", number(result.budget()));
        node.set("power", number(result.power()));
        node.set("coverage", result.coverage().map(ReportJson::coverage).orElse(JSON.nullNode()));
        node.put("reason", result.reason());
        node.set("questions", words(result.questions()));
        result.witness().ifPresent(witness -> node.set("witness", witness(witness)));
        return node;
    }

    private static JsonNode coverage(Coverage coverage) {
        return JSON.objectNode().put("directions", coverage.directions()).put("of", coverage.of());
    }

    private static ObjectNode witness(Witness witness) {
        Discrepancy discrepancy = witness.discrepancy();
        ObjectNode node = ExchangeJson.write(witness.exchange())
                .put("where", discrepancy.where())
                .put("expected", discrepancy.expected())
                .put("actual", discrepancy.actual());
        node.set("difference", number(discrepancy.difference()));
        return node.put("confirmation", witness.confirmation().orElse(null));
    }

    private static JsonNode number(double x) {
        return Double.isFinite(x) ? JSON.numberNode(x) : JSON.nullNode();
    }

    private static ArrayNode words(List<String> words) {
        ArrayNode array = JSON.arrayNode();
        words.forEach(array::add);
        return array;
    }
}
