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
import java.util.function.Function;
import org.equicert.function.Array;
import org.equicert.oracle.Expectation;
import org.equicert.oracle.Question;

/**
 * A program in a library's own language that shows a wrong answer without anything of ours. It prints what is right and what
 * comes out, and ends with 1 where that is wrong, with 0 where it is right.
 *
 * @param language as Markdown names it
 * @param text the program
 */
public record Reproduction(String language, String text) {
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
     * Writes the program.
     *
     * @param candidate as reports name it; {@code python:torch} and its like have programs
     * @param answer the wrong one
     * @param home the project's folder
     * @param python any interpreter: the library need not be there
     * @throws CandidateUnusable where there is none for this candidate, function or precision; the message says why
     */
    public static Reproduction write(
            String candidate, Question question, Expectation expected, Array<Double> answer, Path home, String python)
            throws CandidateUnusable {
        String library = PythonCandidate.library(candidate, home).name();
        int worst = expected.worst(answer);
        ObjectNode task = JsonNodeFactory.instance.objectNode();
        task.set("question", Protocol.json(question));
        task.set("expected", ArrayJson.write(expected.value()));
        expected.value().index(worst).forEach(task.putArray("entry")::add);
        task.put("rounding", ArrayJson.word(expected.rounding().get(worst)));
        String writer = Language.PYTHON
                .adapters(home)
                .resolve("reproduction.py")
                .toAbsolutePath()
                .toString();
        Program.Result written =
                run(task.toString(), "task.json", file -> List.of(python, "-B", writer, library, file), WRITING_LIMIT);
        if (!written.succeeded()) {
            throw new CandidateUnusable("No reproduction could be written with " + python + ": "
                    + Words.brief(written.lastLine(), 200) + ".");
        }
        return new Reproduction("python", String.join("\n", written.output()) + "\n");
    }

    /** Runs the program and reads off its exit code what came of it. */
    public Attempt run(String interpreter, Duration limit) {
        Program.Result result = run(text, "reproduction.py", file -> List.of(interpreter, "-B", file), limit);
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

    /** Runs Python on a file of this text, in a folder of its own, so that no neighbour is taken for a module. */
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
