package org.equicert.candidate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/**
 * An exchange as a report keeps it: {@code {"station":…,"question":…,"answer":…}}, question and answer in the form of the
 * protocol. {@link #read} is the inverse of {@link #write}, and trusts nothing.
 */
public final class ExchangeJson {
    /** Names become identifiers of programs that show a finding, so that what is no identifier would be a program's text. */
    private static final Pattern NAME = Pattern.compile("[A-Za-z]\\w*");

    private ExchangeJson() {}

    /** What was read is no exchange; the message says why, briefly. */
    public static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    /** The exchange as JSON. */
    public static ObjectNode write(Exchange exchange) {
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("station", exchange.station());
        node.set("question", Protocol.json(exchange.question()));
        ObjectNode answer = node.putObject("answer")
                .put("type", "answer")
                .put("id", exchange.question().id());
        switch (exchange.answer()) {
            case Answer.Given given ->
                answer.put("status", "ok").putArray("outputs").add(ArrayJson.write(given.output()));
            case Answer.Unsupported unsupported ->
                answer.put("status", "unsupported").put("reason", unsupported.reason());
            case Answer.Failed failed -> answer.put("status", "error").put("reason", failed.reason());
        }
        return node;
    }

    /** The question as JSON, in the form of the protocol. */
    public static ObjectNode write(Question question) {
        return Protocol.json(question);
    }

    /** The exchange that untrusted JSON describes. */
    public static Exchange read(JsonNode node) throws Malformed {
        try {
            only(node, "an exchange", "station", "question", "answer");
            Question question = question(node.path("question"));
            return new Exchange(
                    Protocol.text(node, "station", "an exchange"), question, answer(node.path("answer"), question));
        } catch (Misbehaviour e) {
            throw new Malformed(e.reason());
        }
    }

    private static Question question(JsonNode node) throws Misbehaviour {
        String what = "a question";
        only(
                node,
                what,
                "type",
                "id",
                "function",
                "parameters",
                "quantity",
                "mode",
                "precision",
                "inputs",
                "wrt",
                "cotangent",
                "tangent");
        Optional<Mode> mode = node.path("mode").isNull()
                ? Optional.empty()
                : Optional.of(constant(node, "mode", Mode.values(), Mode::word));
        return new Question(
                Protocol.text(node, "id", what),
                Protocol.text(node, "function", what),
                parameters(node.path("parameters")),
                constant(node, "quantity", Quantity.values(), Quantity::word),
                mode,
                constant(node, "precision", Precision.values(), Precision::word),
                inputs(node.path("inputs")),
                names(node.path("wrt")),
                array(node, "cotangent"),
                array(node, "tangent"));
    }

    private static Parameters parameters(JsonNode node) throws Misbehaviour {
        if (!node.isObject()) {
            throw new Misbehaviour("a question's parameters are no object");
        }
        Parameters parameters = Parameters.NONE;
        for (var parameter : node.properties()) {
            JsonNode value = parameter.getValue();
            requireName(parameter.getKey());
            if (value.isIntegralNumber() && value.canConvertToLong()) {
                parameters = parameters.with(parameter.getKey(), value.longValue());
                continue;
            }
            double real = ArrayJson.number(value);
            if (!Double.isFinite(real)) {
                throw new Misbehaviour("the parameter " + Words.brief(parameter.getKey(), 40) + " is not finite");
            }
            parameters = parameters.with(parameter.getKey(), real);
        }
        return parameters;
    }

    private static Arguments<Double> inputs(JsonNode node) throws Misbehaviour {
        if (!node.isArray() || node.isEmpty()) {
            throw new Misbehaviour("a question's inputs are no list of arrays");
        }
        SequencedMap<String, Array<Double>> inputs = new LinkedHashMap<>();
        for (JsonNode input : node) {
            String name = Protocol.text(input, "name", "an input");
            requireName(name);
            if (inputs.put(name, ArrayJson.read(input)) != null) {
                throw new Misbehaviour("two inputs named " + Words.brief(name, 40));
            }
        }
        return new Arguments<>(inputs);
    }

    private static void requireName(String name) throws Misbehaviour {
        if (!NAME.matcher(name).matches()) {
            throw new Misbehaviour("a question with something named " + Words.brief(name, 40) + ", which is no name");
        }
    }

    private static List<String> names(JsonNode node) throws Misbehaviour {
        List<String> names = new ArrayList<>();
        for (JsonNode name : node) {
            if (!name.isTextual()) {
                throw new Misbehaviour("wrt is no list of names");
            }
            requireName(name.textValue());
            names.add(name.textValue());
        }
        if (!node.isArray()) {
            throw new Misbehaviour("wrt is no list of names");
        }
        return List.copyOf(names);
    }

    private static Optional<Array<Double>> array(JsonNode node, String field) throws Misbehaviour {
        return node.has(field) ? Optional.of(ArrayJson.read(node.path(field))) : Optional.empty();
    }

    /** The recorded answer. Its shape is not held against the question: that is the judges' business. */
    private static Answer answer(JsonNode node, Question question) throws Misbehaviour {
        String what = "an answer";
        only(node, what, "type", "id", "status", "reason", "outputs");
        if (!Protocol.text(node, "id", what).equals(question.id())) {
            throw new Misbehaviour("an answer to another question than " + Words.brief(question.id(), 60));
        }
        return switch (Protocol.text(node, "status", what)) {
            case "ok" -> {
                if (node.path("outputs").size() != 1) {
                    throw new Misbehaviour("outputs is not a list of one array");
                }
                yield new Answer.Given(ArrayJson.read(node.path("outputs").path(0)));
            }
            case "unsupported" -> new Answer.Unsupported(node.path("reason").asText(""));
            case "error" -> new Answer.Failed(node.path("reason").asText(""));
            default -> throw new Misbehaviour("an answer whose status is not ok, unsupported or error");
        };
    }

    private static void only(JsonNode node, String what, String... fields) throws Misbehaviour {
        if (!node.isObject()) {
            throw new Misbehaviour(what + " is no object");
        }
        for (var field : node.properties()) {
            if (!Arrays.asList(fields).contains(field.getKey())) {
                throw new Misbehaviour(what + " with an unknown field " + Words.brief(field.getKey(), 40));
            }
        }
    }

    private static <T> T constant(JsonNode node, String field, T[] values, Function<T, String> word)
            throws Misbehaviour {
        String text = Protocol.text(node, field, "a question");
        for (T value : values) {
            if (word.apply(value).equals(text)) {
                return value;
            }
        }
        throw new Misbehaviour("there is no " + field + " " + Words.brief(text, 40));
    }
}
