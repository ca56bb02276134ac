package org.equicert.report;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.campaign.Witness;
import org.equicert.candidate.Description;
import org.equicert.candidate.ExchangeJson;
import org.equicert.oracle.Coverage;
import org.equicert.oracle.Discrepancy;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Judge;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Verdict;

/** Reads what {@link ReportJson} wrote. The text is untrusted: everything about it is checked, its size included. */
public final class ReportReader {
    static final String ROOT = "the report";
    /** The most characters that a report may have. */
    static final int SIZE_LIMIT = 256 << 20;

    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxTokenCount(16_000_000)
                            .maxStringLength(SIZE_LIMIT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private ReportReader() {}

    /**
     * The root of untrusted JSON, which says that it follows a schema.
     *
     * @param schema a name that ends in a version
     * @param what is read, as the refusal names it
     */
    public static JsonNode parse(String text, String schema, String what) throws ReportUnreadable {
        JsonNode root;
        try {
            root = JSON.readTree(text);
        } catch (StreamConstraintsException e) {
            throw new ReportUnreadable("it is larger or nested deeper than any report");
        } catch (JsonProcessingException e) {
            throw new ReportUnreadable("it is not JSON, or was cut off: line "
                    + e.getLocation().getLineNr() + ", column "
                    + e.getLocation().getColumnNr());
        }
        String actual = root.path("schema").asText("");
        if (!actual.equals(schema)) {
            throw new ReportUnreadable(
                    actual.startsWith(schema.substring(0, schema.lastIndexOf(':') + 1))
                            ? "it has another version of the schema than " + schema
                            : "it is not " + what + ": there is no \"schema\": \"" + schema + "\"");
        }
        return root;
    }

    /** The report that a text describes. */
    public static Report read(String text) throws ReportUnreadable {
        JsonNode root = parse(text, ReportJson.SCHEMA, "a report");
        Fields fields = Fields.of(
                root,
                ROOT,
                Set.of("schema", "candidate", "seed", "versions", "complete", "results", "exchanges"),
                Set.of("seconds"));
        Run run = new Run(
                candidate(root.path("candidate"), "candidate"),
                fields.whole("seed"),
                fields.flag("complete"),
                fields.list("results", ReportReader::result),
                fields.list("exchanges", ReportReader::exchange));
        OptionalLong seconds = root.has("seconds") ? OptionalLong.of(fields.whole("seconds")) : OptionalLong.empty();
        return new Report(versions(root.path("versions"), "versions"), run, seconds);
    }

    private static Versions versions(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(node, place, Set.of("equicert", "java", "catalogue"), Set.of());
        return new Versions(fields.text("equicert"), fields.text("java"), fields.text("catalogue"));
    }

    private static Description candidate(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(
                node, place, Set.of("name", "version", "precisions", "functions", "modes"), Set.of("narrowed"));
        return new Description(
                fields.text("name"),
                fields.text("version"),
                new HashSet<>(fields.list(
                        "precisions", (n, at) -> Fields.constant(n, at, Precision.values(), Precision::word))),
                new HashSet<>(fields.list("functions", Fields::text)),
                modes(node.path("modes"), place + ".modes"),
                fields.object("narrowed", ReportReader::narrowed).orElse(Map.of()));
    }

    private static Map<Quantity, List<Optional<Mode>>> modes(JsonNode node, String place) throws ReportUnreadable {
        Set<String> quantities =
                Stream.of(Quantity.values()).map(Quantity::word).collect(Collectors.toSet());
        Fields fields = Fields.of(node, place, Set.of(), quantities);
        Map<Quantity, List<Optional<Mode>>> modes = new EnumMap<>(Quantity.class);
        for (Quantity quantity : Quantity.values()) {
            if (node.has(quantity.word())) {
                modes.put(quantity, fields.list(quantity.word(), ReportReader::optionalMode));
            }
        }
        return modes;
    }

    private static Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed(JsonNode node, String place)
            throws ReportUnreadable {
        if (!node.isObject()) {
            throw new ReportUnreadable(place + " is no object");
        }
        Map<String, Map<Quantity, List<Optional<Mode>>>> narrowed = new HashMap<>();
        for (var function : node.properties()) {
            narrowed.put(function.getKey(), modes(function.getValue(), place));
        }
        return narrowed;
    }

    private static Optional<Mode> optionalMode(JsonNode node, String place) throws ReportUnreadable {
        return node.isNull() ? Optional.empty() : Optional.of(Fields.constant(node, place, Mode.values(), Mode::word));
    }

    private static Result result(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(
                node,
                place,
                Set.of(
                        "function",
                        "quantity",
                        "mode",
                        "precision",
                        "judge",
                        "verdict",
                        "eta",
                        "budget",
                        "power",
                        "coverage",
                        "reason",
                        "questions"),
                Set.of("witness"));
        Verdict verdict = fields.constant("verdict", Verdict.values(), Verdict::word);
        if (verdict == Verdict.REFUTED && !node.has("witness")) {
            throw new ReportUnreadable(place + " is refuted without a witness");
        }
        return new Result(
                fields.text("function"),
                fields.constant("quantity", Quantity.values(), Quantity::word),
                optionalMode(node.path("mode"), place + ".mode"),
                fields.constant("precision", Precision.values(), Precision::word),
                fields.constant("judge", Judge.values(), Judge::word),
                verdict,
                fields.measurement("eta"),
                fields.measurement("budget"),
                fields.measurement("power"),
                fields.object("coverage", ReportReader::coverage),
                fields.text("reason"),
                fields.list("questions", Fields::text),
                fields.object("witness", ReportReader::witness));
    }

    private static Coverage coverage(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(node, place, Set.of("directions", "of"), Set.of());
        long directions = fields.whole("directions");
        long of = fields.whole("of");
        if (directions < 0 || directions > of || of > Integer.MAX_VALUE) {
            throw new ReportUnreadable(place + " is not some of all directions");
        }
        return new Coverage((int) directions, (int) of);
    }

    private static Witness witness(JsonNode node, String place) throws ReportUnreadable {
        Fields fields = Fields.of(
                node,
                place,
                Set.of("station", "question", "answer", "where", "expected", "actual", "difference", "confirmation"),
                Set.of());
        Discrepancy discrepancy = new Discrepancy(
                fields.text("where"), fields.text("expected"), fields.text("actual"), fields.measurement("difference"));
        return new Witness(
                exchange(((ObjectNode) node).deepCopy().retain("station", "question", "answer"), place),
                discrepancy,
                fields.textOrNull("confirmation"));
    }

    private static Exchange exchange(JsonNode node, String place) throws ReportUnreadable {
        try {
            return ExchangeJson.read(node);
        } catch (ExchangeJson.Malformed e) {
            throw new ReportUnreadable(place + ": " + e.getMessage());
        }
    }
}
