package org.equicert.adapter;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes a program of its library alone that shows a wrong answer. Its arguments are ADAPTER and FILE.
 *
 * <p>ADAPTER is the folder of an adapter and FILE what {@code reproduction.py} reads too: a question, the array that is
 * expected, the index of the entry that is wrong, and how far rounding may put it. What the library calls the function is
 * read off the adapter's source; the library is needed only to run the program. That prints what is right and what comes out,
 * and ends with 1 where that is wrong.
 */
public final class Reproduction {
    /** Names that a program has, which no argument of a function may have. */
    static final Set<String> LOCALS = Stream.concat(Dialect.LOCALS.stream(), Stream.of("expected", "actual", "apart"))
            .collect(Collectors.toUnmodifiableSet());

    private static final int MOST_ENTRIES = 16; // of a larger answer only the wrong entry is shown
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.\"])[A-Z]\\w*");

    private final Dialect dialect;
    private final Expressions expressions;
    private final List<String> coordinates;
    private final Map<String, String> imports = new TreeMap<>();

    /** @param adapter its folder, which has the library's name */
    Reproduction(Path adapter) throws IOException {
        String library = String.valueOf(adapter.toAbsolutePath().normalize().getFileName());
        dialect = Dialect.ALL.get(library);
        if (dialect == null) {
            throw new IllegalArgumentException(
                    "there are programs for djl and nd4j; in " + library + " nothing has been found wrong yet");
        }
        Source functions = null;
        for (Path path : sources(adapter.resolve("java"))) {
            Source source = Source.read(path);
            source.imports().forEach(name -> imports.put(name.substring(name.lastIndexOf('.') + 1), name));
            functions = path.endsWith("Functions.java") ? source : functions;
        }
        expressions = new Expressions(Objects.requireNonNull(functions));
        coordinates = Coordinates.of(adapter.resolve("pom.xml"));
    }

    private static List<Path> sources(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    /** The functions that have programs. */
    Set<String> functions() {
        return expressions.names();
    }

    /** The program's text. */
    String program(Task task) {
        Question question = task.question();
        Expressions.Body f = expressions.of(question.function(), task.locals(), question.parameters(), LOCALS);
        String answer = task.isValue() ? dialect.value(task, f) : dialect.gradient(task, f);
        String body = answer + verdict(task);
        return title(question) + imports(body) + "\nvoid main() {\n" + body.indent(4) + "}\n";
    }

    private String title(Question question) {
        return """
                // %s: the %s%s, in %s. Ends with 1 where what comes out is wrong.
                // Needs a JDK 25 and, in the folder lib, these with what they depend on:
                %s// Run it with: java -cp "lib/*" Reproduction.java
                """.formatted(
                question.function(),
                question.quantity(),
                question.mode().isEmpty() ? "" : ", " + question.mode(),
                question.precision().equals("f32") ? "float32" : "float64",
                coordinates.stream().map(each -> "//     " + each + "\n").collect(Collectors.joining()));
    }

    /** Those that the adapter has of the types that stand in the program; the JDK's are there anyway. */
    private String imports(String body) {
        return TYPE.matcher(body)
                .results()
                .map(MatchResult::group)
                .distinct()
                .filter(imports::containsKey)
                .map(imports::get)
                .filter(name -> !name.startsWith("java."))
                .sorted()
                .map(name -> "import " + name + ";\n")
                .collect(Collectors.joining());
    }

    private String verdict(Task task) {
        double[] expected = task.expected().entries();
        boolean isLarge = expected.length > MOST_ENTRIES;
        int place = isLarge ? 0 : task.place();
        return (isLarge
                        ? "actual = new double[] {actual[" + task.place() + "]}; // the wrong one of " + expected.length
                                + "\n"
                        : "")
                + """
                double[] expected = {%s};
                double apart = Math.abs(actual[%d] - expected[%d]);
                IO.println(%s);
                IO.println("expected " + Arrays.toString(expected));
                IO.println("actual " + Arrays.toString(actual));
                System.exit(apart <= %s ? 0 : 1); // rounding explains so much
                """.formatted(
                                isLarge ? Value.literal(expected[task.place()]) : Value.literals(expected, false),
                                place,
                                place,
                                dialect.version(),
                                Value.literal(task.rounding()));
    }

    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 2) {
            System.err.println("usage: java org.equicert.adapter.Reproduction ADAPTER FILE");
            System.exit(2);
        }
        try {
            Task task =
                    Task.read(new ObjectMapper().readTree(Path.of(arguments[1]).toFile()));
            PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
            out.print(new Reproduction(Path.of(arguments[0])).program(task));
        } catch (RuntimeException e) { // what was read is of others
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }
}
