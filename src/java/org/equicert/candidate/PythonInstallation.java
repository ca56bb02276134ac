package org.equicert.candidate;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A private virtual environment that holds one version of one library, as a CPU build, in the user's cache. It counts
 * only once its marker is written, which is the last thing that happens: a half-made one is made anew.
 */
final class PythonInstallation {
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final String CPU_INDEX = "https://download.pytorch.org/whl/cpu";
    private static final String MARKER = "equicert-complete";

    private final PythonLibrary library;
    private final Path folder;

    /** @param cache the folder that holds the private environments */
    PythonInstallation(PythonLibrary library, Path cache) {
        this.library = library;
        this.folder = cache.resolve("python").resolve(library.name() + "-" + library.installedVersion());
    }

    /** {@code EQUICERT_CACHE}, or {@code equicert} in the user's cache folder. */
    static Path cache(Map<String, String> environment) {
        if (environment.containsKey("EQUICERT_CACHE")) {
            return Path.of(environment.getOrDefault("EQUICERT_CACHE", "")).toAbsolutePath();
        }
        String home = System.getProperty("user.home", ".");
        return Path.of(environment.getOrDefault("XDG_CACHE_HOME", home + "/.cache"))
                .resolve("equicert");
    }

    /** Its interpreter, where it is complete. */
    Optional<String> interpreter() {
        return Files.exists(folder.resolve(MARKER))
                ? Optional.of(PythonEnvironment.interpreter(folder).toString())
                : Optional.empty();
    }

    /** What an installation would do, in words that follow "would". */
    String plan() {
        String what = library.name() + " " + library.installedVersion();
        return library.name().equals("torch")
                ? "install " + what + " (CPU build) and numpy into " + folder
                        + " (about 200 MB to download, 1 GB on disk)"
                : "install " + what + " into " + folder + " (about 20 MB to download, 100 MB on disk)";
    }

    /**
     * Makes the environment, unless it is there, and returns its interpreter.
     *
     * @param base the interpreter that it is made with
     * @param progress hears what goes on, a line each
     */
    String make(String base, Consumer<String> progress) throws CandidateUnusable {
        try {
            Files.createDirectories(folder.getParent());
            Path lockFile = folder.resolveSibling(folder.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock held = channel.lock()) {
                Optional<String> made = held.isValid() ? interpreter() : Optional.empty();
                if (made.isPresent()) {
                    return made.get();
                }
                return makeAnew(base, progress);
            }
        } catch (IOException e) {
            throw new CandidateUnusable("The private environment in " + folder + " cannot be written (" + e.getMessage()
                    + "): set EQUICERT_CACHE to a folder that can.");
        }
    }

    private String makeAnew(String base, Consumer<String> progress) throws IOException, CandidateUnusable {
        delete(folder);
        progress.accept("making a virtual environment in " + folder);
        Program.Result venv = Program.run(List.of(base, "-m", "venv", folder.toString()), LIMIT, line -> {});
        if (!venv.succeeded()) {
            throw new CandidateUnusable("No virtual environment can be made with " + base
                    + ": install Python 3.10 or later with its venv module (Debian: apt install python3-venv) ("
                    + Words.brief(venv.lastLine(), 120) + ").");
        }
        String python = PythonEnvironment.interpreter(folder).toString();
        Program.Result installed = install(python, progress);
        String version = PythonEnvironment.version(python, library.name());
        if (!installed.succeeded() || !version.startsWith("version ")) {
            throw new CandidateUnusable(library.name() + " " + library.installedVersion()
                    + " could not be installed: check the network and that this version exists for your Python ("
                    + Words.brief(error(installed), 160) + ").");
        }
        Files.writeString(folder.resolve(MARKER), library.name() + " " + version + "\n");
        return python;
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

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
