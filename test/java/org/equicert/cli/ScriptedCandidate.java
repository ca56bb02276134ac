package org.equicert.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** A candidate in a process that answers {@code var} as its argument says: 42, with a crash, or not at all. */
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
                "quantities":["value"],"modes":[]}""");
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            JsonNode question = new ObjectMapper().readTree(line);
            String start = "{\"type\":\"answer\",\"id\":" + question.get("id") + ",\"status\":";
            switch (arguments[0]) {
                case "42" -> say(start + "\"ok\",\"outputs\":[{\"shape\":[],\"data\":[42]}]}");
                case "declines" -> say(start + "\"unsupported\",\"reason\":\"not today\"}");
                default -> System.exit(7);
            }
        }
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
