package org.equicert.vectors;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.equicert.candidate.ArrayJson;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.ExchangeJson;
import org.equicert.function.Array;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/** Test vectors as JSON ({@code spec/schema/vectors.schema.json}), a line for each test. */
public final class VectorsJson {
    static final String SCHEMA = "urn:equicert:schema:vectors:1";

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private VectorsJson() {}

    /** The whole text. */
    public static String write(VectorSet set) {
        ObjectNode generator = JSON.objectNode()
                .put("equicert", BuiltInCandidate.VERSION)
                .put("count", set.count())
                .put("seed", set.seed());
        ObjectNode flags = JSON.objectNode();
        Stream.of(Flag.values()).forEach(flag -> flags.put(flag.word(), flag.text()));
        ObjectNode mistakes = JSON.objectNode();
        Stream.of(Mistake.values()).forEach(mistake -> mistakes.put(mistake.word(), mistake.text()));
        StringBuilder text = new StringBuilder("{\n")
                .append(" \"schema\": ")
                .append(JSON.textNode(SCHEMA))
                .append(",\n")
                .append(" \"generator\": ")
                .append(generator)
                .append(",\n")
                .append(" \"function\": ")
                .append(JSON.textNode(set.f().name()))
                .append(",\n")
                .append(" \"computes\": ")
                .append(JSON.textNode(set.f().text()))
                .append(",\n")
                .append(" \"flags\": ")
                .append(flags)
                .append(",\n")
                .append(" \"mistakes\": ")
                .append(mistakes)
                .append(",\n")
                .append(" \"groups\": [");
        String between = "\n";
        for (Precision precision : VectorSet.PRECISIONS) {
            for (Quantity quantity : VectorSet.QUANTITIES) {
                text.append(between).append(group(set, quantity, precision));
                between = ",\n";
            }
        }
        return text.append("\n ]\n}\n").toString();
    }

    private static String group(VectorSet set, Quantity quantity, Precision precision) {
        StringBuilder text = new StringBuilder("  {\"quantity\": ")
                .append(JSON.textNode(quantity.word()))
                .append(", \"precision\": ")
                .append(JSON.textNode(precision.word()))
                .append(", \"tests\": [");
        String between = "\n";
        for (TestVector vector : set.group(quantity, precision)) {
            text.append(between).append("   ").append(test(vector));
            between = ",\n";
        }
        return text.append("]}").toString();
    }

    private static ObjectNode test(TestVector vector) {
        ObjectNode node = JSON.objectNode().put("id", vector.question().id());
        ArrayNode flags = node.putArray("flags");
        vector.flags().forEach(flag -> flags.add(flag.word()));
        node.set("question", ExchangeJson.write(vector.question()));
        ArrayNode shape = node.putArray("shape");
        vector.truth().lower().shape().forEach(shape::add);
        node.set("lower", words(vector.truth().lower()));
        node.set("upper", words(vector.truth().upper()));
        node.set("accepted_lower", words(vector.accepted().lower()));
        node.set("accepted_upper", words(vector.accepted().upper()));
        node.put("budget", vector.budget());
        ArrayNode bad = node.putArray("bad");
        vector.bad()
                .forEach((mistake, answer) ->
                        bad.addObject().put("mistake", mistake.word()).set("data", words(answer)));
        return node;
    }

    private static ArrayNode words(Array<Double> array) {
        ArrayNode words = JSON.arrayNode();
        array.entries().forEach(x -> words.add(ArrayJson.word(x)));
        return words;
    }
}
