package org.equicert.candidate;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Starts {@code python:torch} and its like: a library behind its adapter in {@code src/adapters}. */
public final class LibraryCandidate {
    /** One thread, so that a run repeats itself. */
    static final Map<String, String> ONE_THREAD = Map.of("OMP_NUM_THREADS", "1", "MKL_NUM_THREADS", "1");

    private LibraryCandidate() {}

    /**
     * How it is found.
     *
     * @param home the project's folder
     * @param interpreter that {@code --python} or {@code --node} names; its library is judged and no other
     * @param install whether a private installation may be made where the library is missing
     * @param environment the variables of the user's shell
     * @param log where the candidate's stderr is appended
     */
    public record Options(
            Path home,
            Optional<Path> interpreter,
            boolean install,
            Map<String, String> environment,
            Optional<Path> log) {}

    /**
     * Starts the library's adapter.
     *
     * @param specification {@code torch}, or {@code torch==2.13.0}
     * @param notes hears which installation is used and how one is made, a line each
     * @throws CandidateUnusable where the library is missing; the message says what to do
     */
    public static ProcessCandidate start(
            Language language,
            String specification,
            Options options,
            ProcessCandidate.Limits limits,
            Consumer<String> notes)
            throws CandidateUnusable {
        Library library = Library.parse(language, specification, options.home());
        ProcessCandidate.Command command = switch (language) {
            case PYTHON -> PythonCandidate.command(library, options, notes);
            case JAVA -> JvmCandidate.command(library, options, notes);
            case NODE -> NodeCandidate.command(library, options, notes);
        };
        return ProcessCandidate.start(command, Optional.of(language.word() + ":" + library.name()), limits, notes);
    }

    /** The refusal of a library that no looked-at installation has. */
    static CandidateUnusable missing(Library library, List<String> looked, String advice, String plan) {
        return new CandidateUnusable(library + " was not found. Looked at: " + String.join("; ", looked) + ". " + advice
                + ", or add --install, which would " + plan + ".");
    }
}
