package org.equicert.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** All that can be asked of functions where another library's value was recorded, with whatever is expected. */
final class Tasks {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Tasks() {}

    /** The last record of each of these functions, as values and as gradients with two cotangents, in both precisions. */
    static List<JsonNode> of(Set<String> functions) throws IOException {
        Path records = Path.of("../../../java/org/equicert/function/corroboration.json");
        Map<String, JsonNode> last = new LinkedHashMap<>();
        JSON.readTree(records.toFile()).forEach(record -> {
            if (functions.contains(record.path("function").asText())) {
                last.put(record.path("function").asText(), record);
            }
        });
        List<JsonNode> tasks = new ArrayList<>();
        for (JsonNode record : last.values()) {
            for (String precision : List.of("f64", "f32")) {
                tasks.add(task(record, precision, "value", 0));
                tasks.add(task(record, precision, "gradient", 0));
                tasks.add(task(record, precision, "gradient", 1));
            }
        }
        return tasks;
    }

    /** @param step by how much each entry of the cotangent is more than the one before it; the first is 1 */
    private static ObjectNode task(JsonNode record, String precision, String quantity, int step) {
        ObjectNode question =
                JSON.createObjectNode().put("precision", precision).put("quantity", quantity);
        question.set("function", record.path("function"));
        question.set("parameters", record.path("parameters"));
        question.set("inputs", record.path("inputs"));
        ArrayNode wrt = question.putArray("wrt");
        int size = 0;
        for (JsonNode input : record.path("inputs")) {
            wrt.add(input.path("name").asText());
            size += input.path("data").size();
        }
        JsonNode shape = record.path("output").path("shape");
        int outputs = record.path("output").path("data").size();
        boolean isValue = quantity.equals("value");
        if (!isValue) {
            question.put("mode", "rev");
            ObjectNode cotangent = question.putObject("cotangent");
            cotangent.set("shape", shape);
            numbers(cotangent, outputs, 1, step);
        }
        ObjectNode task = JSON.createObjectNode().put("rounding", "0x0p0");
        task.set("question", question);
        ObjectNode expected = task.putObject("expected");
        expected.putArray("shape").add(isValue ? outputs : size);
        numbers(expected, isValue ? outputs : size, 0, 0);
        task.putArray("entry").add(0);
        return task;
    }

    private static void numbers(ObjectNode array, int size, int first, int step) {
        ArrayNode data = array.putArray("data");
        for (int i = 0; i < size; i++) {
            data.add(Double.toHexString(first + i * step));
        }
    }
}
