package org.equicert.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.equicert.function.Array;

/**
 * Arrays of doubles as the protocol writes them, bit for bit: {@code {"shape":[2,2],"data":["0x1.8p1",…]}} row-major,
 * or {@code "base64"} in the place of {@code "data"}: little-endian IEEE doubles.
 */
public final class ArrayJson {
    /** Above this many entries we write base64. */
    static final int HEX_LIMIT = 4096;

    private static final int WORD_LIMIT = 64;
    private static final Pattern HEX =
            Pattern.compile("[+-]?0[xX]([0-9a-fA-F]+(\\.[0-9a-fA-F]*)?|\\.[0-9a-fA-F]+)[pP][+-]?[0-9]{1,9}");

    private ArrayJson() {}

    /** The array as JSON; {@link #read} is its inverse. */
    static ObjectNode write(Array<Double> array) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode shape = node.putArray("shape");
        array.shape().forEach(shape::add);
        if (array.size() > HEX_LIMIT) {
            ByteBuffer bytes =
                    ByteBuffer.allocate(Math.multiplyExact(8, array.size())).order(ByteOrder.LITTLE_ENDIAN);
            array.entries().forEach(bytes::putDouble);
            node.put("base64", Base64.getEncoder().encodeToString(bytes.array()));
        } else {
            ArrayNode data = node.putArray("data");
            array.entries().forEach(entry -> data.add(word(entry)));
        }
        return node;
    }

    /** A double as the protocol writes it: {@code 0x1.8p1}, {@code nan}, {@code inf}, {@code -inf}. */
    public static String word(double x) {
        if (Double.isNaN(x)) {
            return "nan";
        }
        return Double.isInfinite(x) ? x > 0 ? "inf" : "-inf" : Double.toHexString(x);
    }

    /** The array that untrusted JSON describes. */
    static Array<Double> read(JsonNode node) throws Misbehaviour {
        if (!node.isObject()) {
            throw new Misbehaviour("an array is an object with shape and data, not " + quote(node));
        }
        List<Integer> shape = shape(node.path("shape"));
        int size = size(shape);
        boolean hex = node.has("data");
        if (hex == node.has("base64")) {
            throw new Misbehaviour("an array has either data or base64");
        }
        List<Double> entries = hex ? words(node.get("data"), size) : base64(node.get("base64"), size);
        return new Array<>(shape, entries);
    }

    private static List<Integer> shape(JsonNode node) throws Misbehaviour {
        if (!node.isArray() || node.size() > 32) {
            throw new Misbehaviour("a shape is a list of positive whole numbers, not " + quote(node));
        }
        List<Integer> shape = new ArrayList<>();
        for (JsonNode dimension : node) {
            if (!dimension.isIntegralNumber() || !dimension.canConvertToInt() || dimension.intValue() <= 0) {
                throw new Misbehaviour("a shape is a list of positive whole numbers, not " + quote(node));
            }
            shape.add(dimension.intValue());
        }
        return shape;
    }

    private static int size(List<Integer> shape) throws Misbehaviour {
        try {
            return Array.size(shape);
        } catch (ArithmeticException overflow) {
            throw new Misbehaviour("shape " + shape + " is too large");
        }
    }

    private static List<Double> words(JsonNode data, int size) throws Misbehaviour {
        if (!data.isArray() || data.size() != size) {
            throw new Misbehaviour("data is not a list of the " + size + " numbers that its shape holds");
        }
        List<Double> entries = new ArrayList<>(size);
        for (JsonNode entry : data) {
            entries.add(number(entry));
        }
        return entries;
    }

    /** A hexadecimal float, a word for what is not finite, or a plain JSON number, rounded to nearest. */
    static double number(JsonNode node) throws Misbehaviour {
        if (node.isNumber()) {
            return node.doubleValue();
        }
        String word = node.isTextual() ? node.textValue() : "";
        return switch (word) {
            case "nan", "NaN" -> Double.NaN;
            case "inf", "Infinity" -> Double.POSITIVE_INFINITY;
            case "-inf", "-Infinity" -> Double.NEGATIVE_INFINITY;
            default -> {
                if (word.length() > WORD_LIMIT || !HEX.matcher(word).matches()) {
                    throw new Misbehaviour("not a number of the protocol: " + quote(node));
                }
                yield Double.parseDouble(word);
            }
        };
    }

    private static List<Double> base64(JsonNode node, int size) throws Misbehaviour {
        byte[] bytes;
        try {
            bytes = Base64.getDecoder().decode(node.isTextual() ? node.textValue() : "?");
        } catch (IllegalArgumentException e) {
            throw new Misbehaviour("base64 that does not decode: " + quote(node));
        }
        if (bytes.length != 8L * size) {
            throw new Misbehaviour(
                    "base64 holds " + bytes.length + " bytes, not the " + 8L * size + " of " + size + " doubles");
        }
        ByteBuffer doubles = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Double> entries = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            entries.add(doubles.getDouble());
        }
        return entries;
    }

    private static String quote(JsonNode node) {
        return node.isMissingNode() ? "nothing" : Words.brief(node.toString(), 60);
    }
}
