package org.equicert.candidate;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A Python library: the adapter runs in the interpreter that has it. */
public final class PythonCandidate {
    private PythonCandidate() {}

    /**
     * What is to be started.
     *
     * @throws CandidateUnusable where the library is missing; the message says what {@code --install} would do
     */
    static ProcessCandidate.Command command(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        String python = interpreter(library, options, notes);
        notes.accept(library + " runs in " + python);
        String adapter = library.language()
                .adapters(options.home())
                .resolve("equicert_adapter.py")
                .toAbsolutePath()
                .toString();
        Map<String, String> environment = new HashMap<>(LibraryCandidate.ONE_THREAD);
        environment.put("PYTHONDONTWRITEBYTECODE", "1"); // no byte code among the sources
        return new ProcessCandidate.Command(List.of(python, adapter, library.name()), environment, options.log());
    }

    /**
     * The interpreter that has a library.
     *
     * @param name of the library: {@code torch}
     * @throws CandidateUnusable where the library is missing; the message says what to do
     */
    public static String interpreter(String name, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        return interpreter(Library.parse(Language.PYTHON, name, options.home()), options, notes);
    }

    /**
     * The interpreter that has a library, as programs are run in it.
     *
     * @throws CandidateUnusable where the library is missing; the message says what to do
     */
    static Reproduction.Place place(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        return new Reproduction.Place(interpreter(library, options, notes), List.of("-B"), Path.of(""));
    }

    static String interpreter(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        PythonInstallation installation = new PythonInstallation(library, PrivateFolder.cache(options.environment()));
        PythonEnvironment environment = new PythonEnvironment(library, options.environment());
        Optional<String> found = environment.find(options.interpreter(), installation);
        if (found.isPresent()) {
            return found.get();
        }
        if (!options.install()) {
            throw LibraryCandidate.missing(
                    library,
                    environment.looked(),
                    "Activate an environment that has it, name one with --python",
                    installation.plan());
        }
        return installation.make(options.interpreter().map(Path::toString).orElse("python3"), notes);
    }
}
