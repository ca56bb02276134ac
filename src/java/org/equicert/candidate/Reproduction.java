package org.equicert.candidate;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
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
     * @param interpreter Python or Node
     * @param folder in which Node finds it
     */
    public record Place(String interpreter, Path folder) {
        /**
         * The place that a candidate is run in.
         *
         * @param candidate as reports name it
         * @param notes hears how an installation is made
         * @throws CandidateUnusable where the library is missing or of another language; the message says what to do
         */
        public static Place of(String candidate, LibraryCandidate.Options options, Consumer<String> notes)
                throws CandidateUnusable {
            Library library = library(candidate, options.home());
            return library.language() == Language.NODE
                    ? NodeCandidate.place(library, options, notes)
                    : new Place(PythonCandidate.interpreter(library, options, notes), Path.of(""));
        }
    }

    /**
     * Writes the program.
     *
     * @param candidate as reports name it; {@code python:torch} and {@code node:tfjs} and their like have programs
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
        Language language = library.language();
        boolean node = language == Language.NODE;
        String interpreter = chosen.map(Path::toString).orElse(node ? "node" : "python3");
        int worst = expected.worst(answer);
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.set("question", Protocol.json(question));
        task.set("expected", ArrayJson.write(expected.value()));
        expected.value().index(worst).forEach(task.putArray("entry")::add);
        task.put("rounding", ArrayJson.word(expected.rounding().get(worst)));
        String writer = language.adapters(home)
                .resolve(node ? "reproduction.mjs" : "reproduction.py")
                .toAbsolutePath()
                .toString();
        List<String> start = node ? List.of(interpreter, writer) : List.of(interpreter, "-B", writer);
        Program.Result written = run(
                task.toString(),
                "task.json",
                file -> Stream.concat(start.stream(), Stream.of(library.name(), file))
                        .toList(),
                WRITING_LIMIT);
        if (!written.succeeded()) {
            throw new CandidateUnusable("No reproduction could be written with " + interpreter + ": "
                    + Words.brief(written.lastLine(), 200) + ".");
        }
        return new Reproduction(language, String.join("\n", written.output()) + "\n");
    }

    /** The library that a candidate of this name is. */
    private static Library library(String candidate, Path home) throws CandidateUnusable {
        for (Language language : List.of(Language.PYTHON, Language.NODE)) {
            String prefix = language.word() + ":";
            if (candidate.startsWith(prefix)) {
                return Library.parse(language, candidate.substring(prefix.length()), home);
            }
        }
        throw new CandidateUnusable("Reproductions are written for libraries of Python and Node, not for "
                + Words.brief(candidate, 60) + ".");
    }

    /** The language as Markdown names it. */
    public String markdown() {
        return language == Language.NODE ? "javascript" : "python";
    }

    /** Runs the program and reads off its exit code what came of it. */
    public Attempt run(Place place, Duration limit) {
        // Node looks for modules where the file is, or where it was started if there is none; Python knows where they
        // are
        Program.Result result = language == Language.NODE
                ? Program.run(List.of(place.interpreter(), "-e", text), place.folder(), limit, line -> {})
                : run(text, "reproduction.py", file -> List.of(place.interpreter(), "-B", file), limit);
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

    /** Runs a program on a file of this text, in a folder of its own, so that no neighbour is taken for a module. */
    private static Program.Result run(String text, String name, Function<String, List<String>> argv, Duration limit) {
        try {
            Path folder = Files.createTempDirectory("equicert-");
            Path file = folder.resolve(name);
            try {
                Files.writeString(file, text, StandardCharsets.UTF_8);
                return Program.run(argv.apply(file.toString()), limit, line -> {});
            } finally {
                Files.deleteIfExists(file);
                Files.deleteIfExists(folder);
            }
        } catch (IOException e) {
            return new Program.Result(-1, List.of("no temporary file: " + e.getMessage()));
        }
    }
}
