package org.equicert.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;

/** A candidate in a process that answers {@code var} as its argument says: 42, with a crash, not at all, or rightly until it aborts. */
final class ScriptedCandidate {
    private ScriptedCandidate() {}

    /** What {@code certify} takes to start it. */
    static String exec(String behaviour) {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        return "exec:'" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path") + "' "
                + ScriptedCandidate.class.getName() + " " + behaviour;
    }

    public static void main(String[] arguments) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        in.readLine();
        say("""
                {"type":"hello","name":"scripted","version":"1","precisions":["f64"],"functions":["var"],\
                "quantities":["value","gradient"],"modes":[%s]}""".formatted(arguments[0].startsWith("aborts") ? "\"rev\"" : ""));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode question = new ObjectMapper().readTree(line);
            String start = "{\"type\":\"answer\",\"id\":" + question.get("id") + ",\"status\":";
            switch (arguments[0]) {
                case "42" -> say(start + "\"ok\",\"outputs\":[{\"shape\":[],\"data\":[42]}]}");
                case "declines" -> say(start + "\"unsupported\",\"reason\":\"not today\"}");
                case "aborts-at-gradients" -> {
                    if (question.get("quantity").textValue().equals("gradient")) {
                        Runtime.getRuntime().halt(134); // as a shell says of a native abort
                    }
                    say(start + "\"ok\",\"outputs\":[{\"shape\":[],\"data\":[" + variance(question) + "]}]}");
                }
                default -> System.exit(7);
            }
        }
    }

    private static double variance(JsonNode question) {
        JsonNode data = question.get("inputs").get(0).get("data");
        double[] x = new double[data.size()];
        for (int i = 0; i < x.length; i++) {
            x[i] = Double.parseDouble(data.get(i).textValue());
        }
        double mean = Arrays.stream(x).average().orElseThrow();
        double squares = Arrays.stream(x).map(t -> (t - mean) * (t - mean)).sum();
        return squares
                / (x.length - question.get("parameters").get("correction").intValue());
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
