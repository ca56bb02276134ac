package org.equicert.function;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Prints the points at which the catalogue is corroborated, one JSON object a line; {@code corroborate.py} reads them. The
 * same points on every run.
 */
public final class CorroborationPoints {
    private CorroborationPoints() {}

    /** Every function at one point of each size from 1 to 4. */
    static List<Point> of(Definition function) {
        List<Point> points = new ArrayList<>();
        for (int size = 1; size <= 4; size++) {
            points.add(function.points().at(size, new Random(size)));
        }
        return points;
    }

    public static void main(String[] arguments) {
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        for (Definition function : Functions.all()) {
            for (Point point : of(function)) {
                out.println(line(function.name(), point));
            }
        }
    }

    private static ObjectNode line(String function, Point point) {
        ObjectNode line = new ObjectMapper().createObjectNode().put("function", function);
        ObjectNode parameters = line.putObject("parameters");
        point.parameters().values().forEach((name, value) -> {
            if (value instanceof Double real) {
                parameters.put(name, Double.toHexString(real));
            } else {
                parameters.put(name, value.longValue());
            }
        });
        ArrayNode inputs = line.putArray("inputs");
        point.arguments().arrays().forEach((name, array) -> {
            ObjectNode input = inputs.addObject().put("name", name);
            array.shape().forEach(input.putArray("shape")::add);
            ArrayNode data = input.putArray("data");
            array.entries().forEach(entry -> data.add(Double.toHexString(entry)));
        });
        return line;
    }
}
