package org.equicert.candidate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A private virtual environment in the user's cache that holds one version of one library, as a CPU build. */
final class PythonInstallation {
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final String CPU_INDEX = "https://download.pytorch.org/whl/cpu";

    private final Library library;
    private final PrivateFolder folder;

    /** @param cache the folder that holds the private environments */
    PythonInstallation(Library library, Path cache) {
        this.library = library;
        this.folder = PrivateFolder.of(library, cache);
    }

    /** Its interpreter, where it is complete. */
    Optional<String> interpreter() {
        return folder.isComplete()
                ? Optional.of(PythonEnvironment.interpreter(folder.path()).toString())
                : Optional.empty();
    }

    /** What an installation would do, in words that follow "would". */
    String plan() {
        String what = library.name() + " " + library.installedVersion();
        return library.name().equals("torch")
                ? "install " + what + " (CPU build) and numpy into " + folder.path()
                        + " (about 200 MB to download, 1 GB on disk)"
                : "install " + what + " into " + folder.path() + " (about 20 MB to download, 100 MB on disk)";
    }

    /**
     * Makes the environment, unless it is there, and returns its interpreter.
     *
     * @param base the interpreter that it is made with
     * @param progress hears what goes on, a line each
     */
    String make(String base, Consumer<String> progress) throws CandidateUnusable {
        folder.make(path -> fill(path, base, progress));
        return PythonEnvironment.interpreter(folder.path()).toString();
    }

    private void fill(Path path, String base, Consumer<String> progress) throws CandidateUnusable {
        progress.accept("making a virtual environment in " + path);
        Program.Result venv = Program.run(List.of(base, "-m", "venv", path.toString()), LIMIT, line -> {});
        if (!venv.succeeded()) {
            throw new CandidateUnusable("No virtual environment can be made with " + base
                    + ": install Python 3.10 or later with its venv module (Debian: apt install python3-venv) ("
                    + Words.brief(venv.lastLine(), 120) + ").");
        }
        String python = PythonEnvironment.interpreter(path).toString();
        Program.Result installed = install(python, progress);
        if (!installed.succeeded()
                || !PythonEnvironment.version(python, library.name()).startsWith("version ")) {
            throw new CandidateUnusable(library.name() + " " + library.installedVersion()
                    + " could not be installed: check the network and that this version exists for your Python ("
                    + Words.brief(error(installed), 160) + ").");
        }
    }

    /**
     * CPU builds: by PyTorch's own index; where that has none (macOS, a mirror), the plain version, if nothing that
     * belongs to a GPU comes with it.
     */
    private Program.Result install(String python, Consumer<String> progress) {
        String pinned = library.name() + "==" + library.installedVersion();
        if (!library.name().equals("torch")) {
            return pip(python, List.of(pinned), progress);
        }
        Program.Result cpu = pip(python, List.of("--extra-index-url", CPU_INDEX, pinned + "+cpu", "numpy"), progress);
        if (cpu.succeeded()) {
            return cpu;
        }
        progress.accept("no CPU build by that name: looking at what the plain version would bring");
        Program.Result dry = pip(python, List.of("--dry-run", pinned, "numpy"), line -> {});
        if (!dry.succeeded()) {
            return cpu;
        }
        if (dry.lastLine().contains("nvidia") || dry.lastLine().contains("triton")) {
            return new Program.Result(1, List.of("only a GPU build of several GB was found"));
        }
        return pip(python, List.of(pinned, "numpy"), progress);
    }

    private static Program.Result pip(String python, List<String> arguments, Consumer<String> progress) {
        List<String> argv = new ArrayList<>(List.of(python, "-m", "pip", "install"));
        argv.addAll(List.of("--no-input", "--disable-pip-version-check", "--progress-bar", "off", "--retries", "1"));
        argv.addAll(arguments);
        return Program.run(argv, LIMIT, line -> {
            if (!line.isBlank() && !line.startsWith("WARNING") && !line.startsWith(" ")) {
                progress.accept(Words.brief(line, 160));
            }
        });
    }

    private static String error(Program.Result result) {
        return result.output().stream()
                .filter(line -> line.startsWith("ERROR"))
                .reduce((before, line) -> line)
                .orElse(result.lastLine());
    }
}
