package org.equicert.candidate;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Question;
import org.jspecify.annotations.Nullable;

/**
 * Version 1 of the protocol for candidates: questions to lines, lines to answers. Schemas are in {@code spec/schema},
 * the text in {@code spec/guide/protocol.md}. What is read is untrusted: its memory is bounded and whatever is wrong
 * with it is a {@link Misbehaviour}.
 */
final class Protocol {
    static final int VERSION = 1;
    /** The most bytes that a line may have. */
    static final int LINE_LIMIT = 64 << 20;

    private static final int TOKEN_LIMIT = 1 << 20;
    private static final ObjectMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(16)
                            .maxTokenCount(TOKEN_LIMIT)
                            .maxStringLength(LINE_LIMIT)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
                    .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private Protocol() {}

    /** The line that opens a conversation. */
    static String hello() {
        return JSON.createObjectNode()
                .put("type", "hello")
                .put("protocol", VERSION)
                .toString();
    }

    /** The question as a line. */
    static String line(Question question) {
        return json(question).toString();
    }

    /** The question as JSON. */
    static ObjectNode json(Question question) {
        ObjectNode line = JSON.createObjectNode()
                .put("type", "question")
                .put("id", question.id())
                .put("function", question.function());
        ObjectNode parameters = line.putObject("parameters");
        question.parameters().values().forEach((name, value) -> {
            if (value instanceof Long whole) {
                parameters.put(name, whole);
            } else {
                parameters.put(name, ArrayJson.word(value.doubleValue()));
            }
        });
        line.put("quantity", question.quantity().word())
                .put("mode", question.mode().map(Mode::word).orElse(null))
                .put("precision", question.precision().word());
        ArrayNode inputs = line.putArray("inputs");
        question.inputs()
                .arrays()
                .forEach((name, array) ->
                        inputs.add(JSON.createObjectNode().put("name", name).setAll(ArrayJson.write(array))));
        ArrayNode wrt = line.putArray("wrt");
        question.wrt().forEach(wrt::add);
        question.cotangent().ifPresent(c -> line.set("cotangent", ArrayJson.write(c)));
        question.tangent().ifPresent(v -> line.set("tangent", ArrayJson.write(v)));
        return line;
    }

    /** The answer to the question that a line is: given or unsupported, or failed in the candidate's own words. */
    static Answer answer(String line, Question question) throws Misbehaviour {
        JsonNode message = message(line, "answer");
        String id = text(message, "id", "an answer");
        if (!id.equals(question.id())) {
            throw new Misbehaviour("answered " + Words.brief(id, 40) + " when asked " + Words.brief(question.id(), 40));
        }
        String status = text(message, "status", "an answer");
        return switch (status) {
            case "ok" -> new Answer.Given(output(message.path("outputs"), question));
            case "unsupported" -> new Answer.Unsupported(reason(message));
            case "error" -> new Answer.Failed(reason(message));
            default ->
                throw new Misbehaviour(
                        "status '" + Words.brief(status, 40) + "' where ok, unsupported or error belongs");
        };
    }

    /** The object of the wanted type that a line is. */
    static JsonNode message(String line, String type) throws Misbehaviour {
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (StreamConstraintsException e) {
            throw new Misbehaviour(
                    "JSON past the limits (" + TOKEN_LIMIT + " tokens, 16 levels): send large data as base64");
        } catch (JsonProcessingException e) {
            throw new Misbehaviour("not JSON: '" + Words.brief(line, 60) + "'");
        }
        if (message == null || !message.isObject()) {
            throw new Misbehaviour("not a JSON object: '" + Words.brief(line, 60) + "'");
        }
        String actual = text(message, "type", "a message");
        if (!actual.equals(type)) {
            throw new Misbehaviour("type '" + Words.brief(actual, 40) + "' where " + type + " belongs");
        }
        return message;
    }

    static String text(JsonNode message, String field, String what) throws Misbehaviour {
        JsonNode value = message.path(field);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new Misbehaviour(what + " without its " + field);
        }
        return value.textValue();
    }

    private static String reason(JsonNode message) {
        String reason = message.path("reason").asText("");
        return reason.isBlank() ? "no reason given" : Words.brief(reason, 300);
    }

    private static Array<Double> output(JsonNode outputs, Question question) throws Misbehaviour {
        if (!outputs.isArray() || outputs.size() != 1) {
            throw new Misbehaviour("outputs is not a list of one array");
        }
        Array<Double> output = ArrayJson.read(outputs.get(0));
        List<Integer> wanted = wantedShape(question);
        if (wanted != null && !output.shape().equals(wanted)) {
            throw new Misbehaviour("shape " + output.shape() + " where " + wanted + " was asked");
        }
        return output;
    }

    /** The shape of the answer, as far as the question tells: a value's own shape it need not. */
    private static @Nullable List<Integer> wantedShape(Question question) {
        int p = question.wrt().stream()
                .mapToInt(name -> question.inputs().get(name).size())
                .sum();
        return switch (question.quantity()) {
            case GRADIENT, VJP, HVP -> List.of(p);
            case HESSIAN -> List.of(p, p);
            case VALUE, JVP -> question.cotangent().map(Array::shape).orElse(null);
        };
    }
}
