package org.equicert.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Questions and arrays in the protocol's form: hexadecimal floats, or base64 where there are many. */
final class Numbers {
    private static final int HEX_LIMIT = 4096;

    private Numbers() {}

    static Question question(JsonNode message) {
        Map<String, Number> parameters = new LinkedHashMap<>();
        message.path("parameters")
                .properties()
                .forEach(parameter -> parameters.put(parameter.getKey(), parameter(parameter.getValue())));
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        message.path("inputs").forEach(input -> inputs.put(input.path("name").asText(), read(input)));
        List<String> wrt = new ArrayList<>();
        message.path("wrt").forEach(name -> wrt.add(name.asText()));
        return new Question(
                message.path("function").asText(),
                parameters,
                message.path("quantity").asText(),
                message.path("mode").asText(""),
                message.path("precision").asText(),
                inputs,
                wrt,
                optional(message, "cotangent"),
                optional(message, "tangent"));
    }

    private static Number parameter(JsonNode value) {
        if (value.isTextual()) {
            return Double.valueOf(value.textValue());
        }
        return value.longValue();
    }

    private static Optional<Tensor> optional(JsonNode message, String name) {
        return message.hasNonNull(name) ? Optional.of(read(message.get(name))) : Optional.empty();
    }

    static Tensor read(JsonNode array) {
        List<Integer> shape = new ArrayList<>();
        array.path("shape").forEach(length -> shape.add(length.intValue()));
        if (array.has("base64")) {
            ByteBuffer bytes = ByteBuffer.wrap(
                            Base64.getDecoder().decode(array.path("base64").asText()))
                    .order(ByteOrder.LITTLE_ENDIAN);
            double[] entries = new double[bytes.remaining() / Double.BYTES];
            bytes.asDoubleBuffer().get(entries);
            return new Tensor(shape, entries);
        }
        double[] entries = new double[array.path("data").size()];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = number(array.path("data").path(i));
        }
        return new Tensor(shape, entries);
    }

    static double number(JsonNode number) {
        return switch (number.asText()) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan" -> Double.NaN;
            default -> Double.parseDouble(number.asText());
        };
    }

    static ObjectNode write(ObjectNode node, Tensor tensor) {
        ArrayNode shape = node.putArray("shape");
        tensor.shape().forEach(shape::add);
        if (tensor.entries().length > HEX_LIMIT) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(tensor.entries().length * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
            bytes.asDoubleBuffer().put(tensor.entries());
            return node.put("base64", Base64.getEncoder().encodeToString(bytes.array()));
        }
        ArrayNode data = node.putArray("data");
        for (double entry : tensor.entries()) {
            data.add(Double.toHexString(entry)); // and NaN, Infinity, -Infinity
        }
        return node;
    }
}
