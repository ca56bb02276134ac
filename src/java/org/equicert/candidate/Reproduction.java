package org.equicert.candidate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.function.Array;
import org.equicert.oracle.Expectation;
import org.equicert.oracle.Question;

/**
 * A program in a library's own language that shows a wrong answer without anything of ours. It prints what is right and what
 * comes out, and ends with 1 where that is wrong, with 0 where it is right.
 *
 * @param language that it is written in
 * @param text the program
 */
public record Reproduction(Language language, String text) {
    private static final Duration WRITING_LIMIT = Duration.ofSeconds(30);
    private static final String ACTUAL = "actual ";
    private static final String OPTIONS_NOTED = "Picked up "; // a JVM says so where JAVA_TOOL_OPTIONS is set

    /** What came of running it. */
    public enum Outcome {
        REPRODUCED,
        NOT_REPRODUCED,
        COULD_NOT_RUN;

        /** As reports write it. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /**
     * One run.
     *
     * @param said the program's own words, brief: what came out, or why nothing did
     */
    public record Attempt(Outcome outcome, String said) {}

    /**
     * Where the library is.
     *
     * @param interpreter Python, Node or Java
     * @param options of it, which come before the program
     * @param folder in which Node finds it
     */
    public record Place(String interpreter, List<String> options, Path folder) {
        /**
         * The place that a candidate is run in.
         *
         * @param candidate as reports name it
         * @param notes hears how an installation is made
         * @throws CandidateUnusable where the library is missing or the candidate is none; the message says what to do
         */
        public static Place of(String candidate, LibraryCandidate.Options options, Consumer<String> notes)
                throws CandidateUnusable {
            Library library = library(candidate, options.home());
            return switch (library.language()) {
                case PYTHON -> PythonCandidate.place(library, options, notes);
                case JAVA -> JvmCandidate.place(library, options, notes);
                case NODE -> NodeCandidate.place(library, options, notes);
            };
        }

        private Program.Result run(List<String> program, Duration limit) {
            List<String> argv = new ArrayList<>(List.of(interpreter));
            argv.addAll(options);
            argv.addAll(program);
            return Program.run(argv, folder, limit, line -> {});
        }
    }

    /**
     * Writes the program.
     *
     * @param candidate as reports name it; {@code python:torch}, {@code java:nd4j} and their like have programs
     * @param answer the wrong one
     * @param home the project's folder
     * @param chosen an interpreter of its language, any: the library need not be there
     * @throws CandidateUnusable where there is none for this candidate, function or precision; the message says why
     */
    public static Reproduction write(
            String candidate,
            Question question,
            Expectation expected,
            Array<Double> answer,
            Path home,
            Optional<Path> chosen)
            throws CandidateUnusable {
        Library library = library(candidate, home);
        int worst = expected.worst(answer);
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.set("question", Protocol.json(question));
        task.set("expected", ArrayJson.write(expected.value()));
        expected.value().index(worst).forEach(task.putArray("entry")::add);
        task.put("rounding", ArrayJson.word(expected.rounding().get(worst)));
        List<String> writer = writer(library, home, chosen);
        Program.Result written = onFile(
                task.toString(),
                "task.json",
                file -> Program.run(
                        Stream.concat(writer.stream(), Stream.of(file)).toList(), WRITING_LIMIT, line -> {}));
        if (!written.succeeded()) {
            throw new CandidateUnusable("No reproduction could be written with " + writer.getFirst() + ": "
                    + Words.brief(written.lastLine(), 200) + ".");
        }
        String text = written.output().stream()
                .filter(line -> !line.startsWith(OPTIONS_NOTED))
                .collect(Collectors.joining("\n", "", "\n"));
        return new Reproduction(library.language(), text);
    }

    /** The library that a candidate of this name is. */
    private static Library library(String candidate, Path home) throws CandidateUnusable {
        Optional<Language> language = Language.of(candidate);
        if (language.isEmpty()) {
            throw new CandidateUnusable(
                    "Reproductions are written for libraries, not for " + Words.brief(candidate, 60) + ".");
        }
        return Library.parse(language.get(), language.get().specification(candidate), home);
    }

    /** What writes programs in a library's language, but for the file that says which. */
    private static List<String> writer(Library library, Path home, Optional<Path> chosen) throws CandidateUnusable {
        Path adapters = library.language().adapters(home).toAbsolutePath();
        return switch (library.language()) {
            case PYTHON ->
                List.of(interpreter(chosen, "python3"), "-B", adapters.resolve("reproduction.py") + "", library.name());
            case JAVA -> JvmCandidate.writer(library, home);
            case NODE ->
                List.of(interpreter(chosen, "node"), adapters.resolve("reproduction.mjs") + "", library.name());
        };
    }

    private static String interpreter(Optional<Path> chosen, String usual) {
        return chosen.map(Path::toString).orElse(usual);
    }

    /** Runs the program and reads off its exit code what came of it. */
    public Attempt run(Place place, Duration limit) {
        Program.Result result = switch (language) {
            case PYTHON -> onFile(text, "reproduction.py", file -> place.run(List.of(file), limit));
            case JAVA -> onFile(text, "Reproduction.java", file -> place.run(List.of(file), limit));
            // Node looks for modules where the file is, or where it was started if there is none
            case NODE -> place.run(List.of("-e", text), limit);
        };
        // an interpreter that ends with a trace says 1 too, but not what came out
        String actual = result.output().stream()
                .filter(line -> line.startsWith(ACTUAL))
                .findFirst()
                .orElse("");
        if (actual.isEmpty() || result.code() < 0 || result.code() > 1) {
            return new Attempt(Outcome.COULD_NOT_RUN, Words.brief(result.lastLine(), 200));
        }
        Outcome outcome = result.code() == 1 ? Outcome.REPRODUCED : Outcome.NOT_REPRODUCED;
        return new Attempt(outcome, Words.brief(actual, 200));
    }

    /** What comes of a file of this text, in a folder of its own, so that no neighbour is taken for a module. */
    private static Program.Result onFile(String text, String name, Function<String, Program.Result> run) {
        try {
            Path folder = Files.createTempDirectory("equicert-");
            Path file = folder.resolve(name);
            try {
                Files.writeString(file, text, StandardCharsets.UTF_8);
                return run.apply(file.toString());
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return new Program.Result(-1, List.of("no temporary file: " + e.getMessage()));
        }
    }
}
