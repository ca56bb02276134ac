package org.equicert.function;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.SequencedMap;

/**
 * Values that independent libraries gave for functions of the catalogue. A definition is the truth that candidates are held
 * against, and a slip in it would accuse everybody; so it may accuse only where two libraries agree with it.
 *
 * <p>The records are the resource {@code corroboration.json} beside this class, written by
 * {@code src/adapters/python/corroborate.py}, which says how.
 */
public final class Corroboration {
    private Corroboration() {}

    /**
     * What a library answered, in double precision.
     *
     * @param function the function's name in the catalogue
     * @param library the library's name
     * @param version the library's version
     * @param point where it was asked
     * @param value its answer
     */
    public record Record(String function, String library, String version, Point point, Array<Double> value) {}

    /** The records of a function; none for a name that has none. */
    public static List<Record> of(String function) {
        return Loaded.RECORDS.stream()
                .filter(record -> record.function().equals(function))
                .toList();
    }

    /** Read on first use. */
    private static final class Loaded {
        static final List<Record> RECORDS = load();
    }

    private static List<Record> load() {
        try (InputStream resource = Objects.requireNonNull(
                Corroboration.class.getResourceAsStream("corroboration.json"), "corroboration.json is missing")) {
            List<Record> records = new ArrayList<>();
            for (JsonNode node : new ObjectMapper().readTree(resource)) {
                records.add(record(node));
            }
            return records;
        } catch (IOException e) {
            throw new UncheckedIOException("corroboration.json cannot be read", e);
        }
    }

    private static Record record(JsonNode node) {
        Parameters parameters = Parameters.NONE;
        for (var parameter : node.get("parameters").properties()) {
            JsonNode value = parameter.getValue();
            Number number = value.isTextual() ? (Number) Double.valueOf(value.asText()) : (Number) value.asLong();
            parameters = parameters.with(parameter.getKey(), number);
        }
        SequencedMap<String, Array<Double>> inputs = new LinkedHashMap<>();
        for (JsonNode input : node.get("inputs")) {
            inputs.put(input.get("name").asText(), array(input));
        }
        return new Record(
                node.get("function").asText(),
                node.get("library").asText(),
                node.get("version").asText(),
                new Point(parameters, new Arguments<>(inputs)),
                array(node.get("output")));
    }

    private static Array<Double> array(JsonNode node) {
        List<Integer> shape = new ArrayList<>();
        node.get("shape").forEach(dimension -> shape.add(dimension.asInt()));
        List<Double> entries = new ArrayList<>();
        node.get("data").forEach(entry -> entries.add(Double.valueOf(entry.asText())));
        return new Array<>(shape, entries);
    }
}
