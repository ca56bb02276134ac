package org.equicert.cli;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.equicert.candidate.Accelerator;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.candidate.Language;
import org.equicert.candidate.LibraryCandidate;
import org.equicert.candidate.ProcessCandidate;

/** From {@code fast}, {@code python:torch} or {@code exec:"./my-adapter"} to a candidate that answers. */
final class Candidates {
    private static final String EXEC = "exec:";
    private static final String BUILT_IN = "fast";

    private final Terminal terminal;

    Candidates(Terminal terminal) {
        this.terminal = terminal;
    }

    /**
     * How a candidate is found and waited for.
     *
     * @param timeout for each question; empty for the default
     * @param python the interpreter for Python libraries
     * @param node the interpreter for libraries of Node
     * @param install whether what is missing may be installed
     * @param log where a process's stderr goes
     */
    record Options(Optional<Duration> timeout, Optional<Path> python, Optional<Path> node, boolean install, Path log) {}

    Candidate start(String name, Options options, Consumer<String> notes) throws CandidateUnusable, Unusable {
        ProcessCandidate.Limits usual = ProcessCandidate.Limits.DEFAULT;
        ProcessCandidate.Limits limits = new ProcessCandidate.Limits(
                usual.hello(), options.timeout().orElse(usual.question()), usual.restarts());
        check(name);
        if (name.equals(BUILT_IN)) {
            return new BuiltInCandidate();
        }
        if (name.equals(Accelerator.CORE)) {
            return Accelerator.core(Optional.ofNullable(terminal.environment().get("EQUICERT_DEVICE")), notes);
        }
        if (name.startsWith(EXEC)) {
            List<String> argv =
                    ProcessCandidate.Command.of(name.substring(EXEC.length())).argv();
            ProcessCandidate.Command command = new ProcessCandidate.Command(argv, Map.of(), Optional.of(options.log()));
            return ProcessCandidate.start(command, Optional.empty(), limits, notes);
        }
        Language language = Language.of(name).orElseThrow();
        LibraryCandidate.Options how = new LibraryCandidate.Options(
                terminal.home(),
                language.named(options.python(), options.node()),
                options.install(),
                terminal.environment(),
                Optional.of(options.log()));
        return LibraryCandidate.start(language, language.specification(name), how, limits, notes);
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
        List<String> known = new ArrayList<>(List.of(BUILT_IN, Accelerator.CORE));
        for (Language language : Language.values()) {
            language.libraries(terminal.home()).forEach(library -> known.add(language.word() + ":" + library));
        }
        return known;
    }
}
