package org.equicert.candidate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the interpreter that has a library. Where {@code --python} names one, that one only; else the active
 * environment ({@code VIRTUAL_ENV}, {@code CONDA_PREFIX}), the private environment of an earlier {@code --install},
 * {@code python3} on the path: the first that has it.
 */
final class PythonEnvironment {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final String PROBE = """
            import importlib.metadata, sys
            try:
                print("version " + importlib.metadata.version(sys.argv[1]))
            except importlib.metadata.PackageNotFoundError:
                print("missing")
            """;

    private final Library library;
    private final Map<String, String> environment;
    private final List<String> looked = new ArrayList<>();

    /** @param environment the variables of the user's shell */
    PythonEnvironment(Library library, Map<String, String> environment) {
        this.library = library;
        this.environment = environment;
    }

    /** The interpreter that has the library. */
    Optional<String> find(Optional<Path> explicit, PythonInstallation installation) {
        if (explicit.isPresent()) {
            return Optional.of(explicit.get().toString()).filter(python -> has(python, "--python"));
        }
        return Optional.<String>empty()
                .or(() -> inside("VIRTUAL_ENV"))
                .or(() -> inside("CONDA_PREFIX"))
                .or(() -> installation.interpreter().filter(python -> has(python, "made by --install")))
                .or(() -> Optional.of("python3").filter(python -> has(python, "on the PATH")));
    }

    /** The interpreters that were looked at and what was wrong with each, for a message. */
    List<String> looked() {
        return List.copyOf(looked);
    }

    private Optional<String> inside(String variable) {
        @Nullable String folder = environment.get(variable);
        return folder == null || folder.isBlank()
                ? Optional.empty()
                : Optional.of(interpreter(Path.of(folder)).toString()).filter(python -> has(python, variable));
    }

    private boolean has(String python, String origin) {
        String found = version(python, library.name());
        boolean fits = found.startsWith("version ") && library.accepts(found.substring("version ".length()));
        if (!fits) {
            String fault = found.equals("missing") ? "no " + library.name() : found;
            looked.add(python + " (" + origin + "): " + fault);
        }
        return fits;
    }

    /** {@code version 2.13.0+cpu}, {@code missing}, or what went wrong. */
    static String version(String python, String library) {
        Program.Result result = Program.run(List.of(python, "-c", PROBE, library), PROBE_LIMIT, line -> {});
        return result.succeeded() ? result.lastLine() : "does not run (" + Words.brief(result.lastLine(), 120) + ")";
    }

    /** The interpreter of the environment in a folder. */
    static Path interpreter(Path folder) {
        Path windows = folder.resolve("Scripts").resolve("python.exe");
        return Files.exists(windows) ? windows : folder.resolve("bin").resolve("python");
    }
}
