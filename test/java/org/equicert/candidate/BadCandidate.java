package org.equicert.candidate;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A candidate that misbehaves to order: its argument says how it greets, the function that it is asked about says how it
 * answers. Depends on nothing but a JDK, and is started by the one that runs the tests.
 */
final class BadCandidate {
    private static final Pattern FIELD = Pattern.compile("\"(id|function)\":\"([^\"]*)\"");

    private BadCandidate() {}

    /** The command that starts it. */
    static ProcessCandidate.Command command(String greeting) {
        return new ProcessCandidate.Command(argv(greeting), Map.of(), Optional.empty());
    }

    private static List<String> argv(String greeting) {
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classes;
        try {
            classes = Path.of(BadCandidate.class
                            .getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classes, BadCandidate.class.getName(), greeting);
    }

    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments[0].equals("sleeper")) {
            Thread.sleep(60_000);
        }
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        in.readLine();
        greet(arguments[0]);
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            Matcher field = FIELD.matcher(line);
            String id = field.find() ? field.group(2) : "?";
            String behaviour = field.find() ? field.group(2) : "?";
            answer(id, behaviour);
        }
    }

    private static void greet(String greeting) throws InterruptedException {
        String hello = """
                {"type":"hello","name":"bad","version":"0","precisions":["f64","f8"],\
                "functions":["good"],"quantities":["value","gradient","jvp","hessian","taste"],\
                "modes":["fwd","rev","rev-over-rev","sideways"]}""";
        switch (greeting) {
            case "exits" -> {
                System.err.println("no such library");
                System.exit(7);
            }
            case "slow" -> Thread.sleep(60_000);
            case "junk" -> say("Welcome to my adapter!");
            case "newer" -> say("{\"protocol\":2," + hello.substring(1));
            case "nameless" -> say(hello.replace("\"bad\"", "\"\""));
            default -> say(hello);
        }
    }

    private static void answer(String id, String behaviour) throws IOException, InterruptedException {
        switch (behaviour) {
            case "exits" -> {
                System.err.println("out of ideas");
                System.exit(3);
            }
            case "segfaults" -> Runtime.getRuntime().halt(139);
            case "hangs" -> Thread.sleep(60_000);
            case "hangs-with-child" -> {
                Process child = new ProcessBuilder(argv("sleeper")).start();
                System.err.println("child " + child.pid());
                Thread.sleep(60_000);
            }
            case "junk" -> say("Hello world, here is your answer:");
            case "million-lines" -> {
                for (int i = 0; i < 1_000_000; i++) {
                    say("line " + i);
                }
            }
            case "long-line" -> {
                String much = "a".repeat(1 << 16);
                while (!System.out.checkError()) {
                    System.out.print(much);
                }
            }
            case "many-numbers" -> say(given(id, "[3000000]", "0,".repeat(2_999_999) + "0"));
            case "talks-on-stderr" -> {
                System.err.println("blah ".repeat(200_000));
                say(given(id, "[2]", "1,2"));
            }
            case "chatty" -> say(given(id, "[2]", "1,2") + "\nand another thing");
            case "wrong-id" -> say(given("q-other", "[2]", "1,2"));
            case "wrong-shape" -> say(given(id, "[3]", "1,2,3"));
            case "wrong-size" -> say(given(id, "[2]", "1,2,3"));
            case "no-number" -> say(given(id, "[2]", "\"one\",2"));
            case "nan" -> say(given(id, "[2]", "\"nan\",\"-inf\""));
            case "array" -> say("[1,2]");
            case "question" -> say("{\"type\":\"question\"}");
            case "no-outputs" -> say("{\"type\":\"answer\",\"id\":\"" + id + "\",\"status\":\"ok\"}");
            case "status" -> say("{\"type\":\"answer\",\"id\":\"" + id + "\",\"status\":\"fine\"}");
            case "unsupported" ->
                say("{\"type\":\"answer\",\"id\":\"" + id
                        + "\",\"status\":\"unsupported\",\"reason\":\"not\\u001b[31m today\"}");
            case "error" ->
                say("{\"type\":\"answer\",\"id\":\"" + id + "\",\"status\":\"error\",\"reason\":\"singular\"}");
            default -> say(given(id, "[2]", "\"0x1p0\",2"));
        }
    }

    private static String given(String id, String shape, String data) {
        return "{\"type\":\"answer\",\"id\":\"" + id + "\",\"status\":\"ok\",\"outputs\":[{\"shape\":" + shape
                + ",\"data\":[" + data + "]}]}";
    }

    private static void say(String line) {
        System.out.println(line);
        System.out.flush();
    }
}
