package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.candidate.ProcessCandidate;
import org.equicert.candidate.PythonCandidate;

/** From {@code fast}, {@code python:torch} or {@code exec:"./my-adapter"} to a candidate that answers. */
final class Candidates {
    private static final String PYTHON = "python:";
    private static final String EXEC = "exec:";
    private static final String BUILT_IN = "fast";
    private static final String ADAPTER = "_adapter.py";

    private final Terminal terminal;

    Candidates(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * How a candidate is found and waited for.
     *
     * @param timeout for each question; empty for the default
     * @param python the interpreter for Python libraries
     * @param install whether what is missing may be installed
     * @param log where a process's stderr goes
     */
    record Options(Optional<Duration> timeout, Optional<Path> python, boolean install, Path log) {}

    Candidate start(String name, Options options, Consumer<String> notes) throws CandidateUnusable, Unusable {
        ProcessCandidate.Limits usual = ProcessCandidate.Limits.DEFAULT;
        ProcessCandidate.Limits limits = new ProcessCandidate.Limits(
                usual.hello(), options.timeout().orElse(usual.question()), usual.restarts());
        check(name);
        if (name.equals(BUILT_IN)) {
            return new BuiltInCandidate();
        }
        if (name.startsWith(PYTHON)) {
            PythonCandidate.Options how = new PythonCandidate.Options(
                    adapters(),
                    options.python(),
                    options.install(),
                    terminal.environment(),
                    Optional.of(options.log()));
            return PythonCandidate.start(name.substring(PYTHON.length()), how, limits, notes);
        }
        List<String> argv =
                ProcessCandidate.Command.of(name.substring(EXEC.length())).argv();
        ProcessCandidate.Command command = new ProcessCandidate.Command(argv, Map.of(), Optional.of(options.log()));
        return ProcessCandidate.start(command, Optional.empty(), limits, notes);
    }

    /** Refuses what is no candidate's name. */
    void check(String name) throws Unusable {
        List<String> known = known();
        String plain = name.replaceFirst("==.*", "");
        if (!known.contains(plain) && !name.startsWith(EXEC)) {
            throw new Unusable("there is no candidate " + name + Nearest.question(plain, known) + " There are "
                    + String.join(", ", known) + " and exec:\"COMMAND\".");
        }
    }

    private List<String> known() {
        List<String> known = new ArrayList<>(List.of(BUILT_IN));
        try (Stream<Path> files = Files.list(adapters())) {
            files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ADAPTER) && !file.startsWith("equicert"))
                    .map(file -> PYTHON + file.substring(0, file.length() - ADAPTER.length()))
                    .sorted()
                    .forEach(known::add);
        } catch (IOException e) {
            // Without the folder of adapters there are none.
        }
        return known;
    }

    private Path adapters() {
        return adapters(terminal);
    }

    /** The folder of the Python adapters. */
    static Path adapters(Terminal terminal) {
        return terminal.home().resolve("src").resolve("adapters").resolve("python");
    }
}
