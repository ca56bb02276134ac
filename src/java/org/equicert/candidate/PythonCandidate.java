package org.equicert.candidate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts {@code python:torch} and its like: a Python library behind its adapter in {@code src/adapters/python}. */
public final class PythonCandidate {
    private PythonCandidate() {}

    /**
     * How it is found.
     *
     * @param adapters the folder of the adapters
     * @param python the interpreter that {@code --python} names; its library is judged and no other
     * @param install whether a private environment may be made where the library is missing
     * @param environment the variables of the user's shell
     * @param log where the candidate's stderr is appended
     */
    public record Options(
            Path adapters,
            Optional<Path> python,
            boolean install,
            Map<String, String> environment,
            Optional<Path> log) {}

    /**
     * Starts the library's adapter.
     *
     * @param specification {@code torch}, or {@code torch==2.13.0}
     * @param notes hears which interpreter is used and how an installation goes, a line each
     * @throws CandidateUnusable where the library is missing; the message says what {@code --install} would do
     */
    public static ProcessCandidate start(
            String specification, Options options, ProcessCandidate.Limits limits, Consumer<String> notes)
            throws CandidateUnusable {
        PythonLibrary library = PythonLibrary.parse(specification, options.adapters());
        String python = interpreter(library, options, notes);
        notes.accept(PythonLibrary.PREFIX + library + " runs in " + python);
        String adapter = options.adapters()
                .resolve("equicert_adapter.py")
                .toAbsolutePath()
                .toString();
        // One thread, so that a run repeats itself; no byte code among the sources.
        Map<String, String> environment =
                Map.of("OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1", "PYTHONDONTWRITEBYTECODE", "1");
        return ProcessCandidate.start(
                new ProcessCandidate.Command(List.of(python, adapter, library.name()), environment, options.log()),
                Optional.of(PythonLibrary.PREFIX + library.name()),
                limits,
                notes);
    }

    /**
     * The interpreter that has the library of a candidate.
     *
     * @param candidate its name in a report: {@code python:torch}
     * @throws CandidateUnusable where it is no Python library or the library is missing; the message says what to do
     */
    public static String interpreter(String candidate, Options options, Consumer<String> notes)
            throws CandidateUnusable {
        return interpreter(PythonLibrary.ofCandidate(candidate, options.adapters()), options, notes);
    }

    private static String interpreter(PythonLibrary library, Options options, Consumer<String> notes)
            throws CandidateUnusable {
        PythonInstallation installation =
                new PythonInstallation(library, PythonInstallation.cache(options.environment()));
        PythonEnvironment environment = new PythonEnvironment(library, options.environment());
        Optional<String> found = environment.find(options.python(), installation);
        if (found.isPresent()) {
            return found.get();
        }
        if (!options.install()) {
            throw new CandidateUnusable("python:" + library + " was not found. Looked at: " + environment.looked()
                    + ". Activate an environment that has it, name one with --python, or add --install, which would "
                    + installation.plan() + ".");
        }
        return installation.make(options.python().map(Path::toString).orElse("python3"), notes);
    }
}
