package org.equicert.report;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * An object of untrusted JSON, read field by field. Whatever does not fit is said with its place, as in
 * {@code results[3].verdict}.
 */
public record Fields(JsonNode node, String place) {
    /** Reads something that stands at a place. */
    @FunctionalInterface
    public interface Reader<T> {
        T read(JsonNode node, String place) throws ReportUnreadable;
    }

    /** The object at a place, which has these fields, perhaps the optional ones, and no others. */
    public static Fields of(JsonNode node, String place, Set<String> required, Set<String> optional)
            throws ReportUnreadable {
        if (!node.isObject()) {
            throw new ReportUnreadable(place + " is no object");
        }
        for (String field : required) {
            if (!node.has(field)) {
                throw new ReportUnreadable(place + " has no " + field);
            }
        }
        for (var field : node.properties()) {
            if (!required.contains(field.getKey()) && !optional.contains(field.getKey())) {
                throw new ReportUnreadable(place + " has an unknown field");
            }
        }
        return new Fields(node, place);
    }

    public String text(String field) throws ReportUnreadable {
        return text(node.path(field), placeOf(field));
    }

    Optional<String> textOrNull(String field) throws ReportUnreadable {
        return isNull(field) ? Optional.empty() : Optional.of(text(field));
    }

    public long whole(String field) throws ReportUnreadable {
        JsonNode value = node.path(field);
        if (!value.isIntegralNumber() || !value.canConvertToLong()) {
            throw new ReportUnreadable(placeOf(field) + " is no whole number");
        }
        return value.longValue();
    }

    public boolean flag(String field) throws ReportUnreadable {
        if (!node.path(field).isBoolean()) {
            throw new ReportUnreadable(placeOf(field) + " is neither true nor false");
        }
        return node.path(field).booleanValue();
    }

    /** A measurement, not negative; NaN for null. */
    double measurement(String field) throws ReportUnreadable {
        JsonNode value = node.path(field);
        if (value.isNull()) {
            return Double.NaN;
        }
        if (!value.isNumber() || !Double.isFinite(value.doubleValue()) || value.doubleValue() < 0) {
            throw new ReportUnreadable(placeOf(field) + " is neither a number of at least 0 nor null");
        }
        return value.doubleValue();
    }

    <T> T constant(String field, T[] values, Function<T, String> word) throws ReportUnreadable {
        return constant(node.path(field), placeOf(field), values, word);
    }

    public <T> List<T> list(String field, Reader<T> reader) throws ReportUnreadable {
        return list(node.path(field), placeOf(field), reader);
    }

    <T> Optional<T> object(String field, Reader<T> reader) throws ReportUnreadable {
        return node.has(field) && !isNull(field)
                ? Optional.of(reader.read(node.path(field), placeOf(field)))
                : Optional.empty();
    }

    boolean isNull(String field) {
        return node.path(field).isNull();
    }

    private String placeOf(String field) {
        return place.equals(ReportReader.ROOT) ? field : place + "." + field;
    }

    static String text(JsonNode node, String place) throws ReportUnreadable {
        if (!node.isTextual()) {
            throw new ReportUnreadable(place + " is no text");
        }
        return node.textValue();
    }

    static <T> T constant(JsonNode node, String place, T[] values, Function<T, String> word) throws ReportUnreadable {
        for (T value : values) {
            if (node.isTextual() && word.apply(value).equals(node.textValue())) {
                return value;
            }
        }
        throw new ReportUnreadable(
                place + " is none of " + List.of(values).stream().map(word).collect(Collectors.joining(", ")));
    }

    static <T> List<T> list(JsonNode node, String place, Reader<T> reader) throws ReportUnreadable {
        if (!node.isArray()) {
            throw new ReportUnreadable(place + " is no list");
        }
        List<T> items = new ArrayList<>(node.size());
        for (JsonNode item : node) {
            items.add(reader.read(item, place + "[" + items.size() + "]"));
        }
        return List.copyOf(items);
    }
}
