package org.equicert.candidate;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A library for Node: of the project in the current folder, or of the private folder of an earlier {@code --install}, the
 * first that has it.
 */
final class NodeCandidate {
    private static final Duration PROBE_LIMIT = Duration.ofSeconds(30);
    private static final Duration INSTALL_LIMIT = Duration.ofMinutes(60);
    private static final String PROBE = """
            try {
              const manifest = require.resolve(process.argv[1] + "/package.json", { paths: [process.argv[2]] });
              console.log("version " + require(manifest).version);
            } catch (error) {
              console.log("missing");
            }
            """;

    private final Library library;
    private final String node;
    private final PrivateFolder installation;
    private final List<String> looked = new ArrayList<>();

    private NodeCandidate(Library library, LibraryCandidate.Options options) {
        this.library = library;
        this.node = options.interpreter().map(Path::toString).orElse("node");
        this.installation = PrivateFolder.of(library, PrivateFolder.cache(options.environment()));
    }

    /**
     * What is to be started.
     *
     * @throws CandidateUnusable where Node or the library is missing; the message says what {@code --install} would do
     */
    static ProcessCandidate.Command command(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        Reproduction.Place place = place(library, options, notes);
        String adapter = library.language()
                .adapters(options.home())
                .resolve("equicert_adapter.mjs")
                .toAbsolutePath()
                .toString();
        return new ProcessCandidate.Command(
                List.of(
                        place.interpreter(),
                        adapter,
                        library.name(),
                        place.folder().toString()),
                LibraryCandidate.ONE_THREAD,
                options.log());
    }

    /**
     * Node, and the folder whose {@code node_modules} has the library.
     *
     * @throws CandidateUnusable where either is missing; the message says what {@code --install} would do
     */
    static Reproduction.Place place(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        NodeCandidate it = new NodeCandidate(library, options);
        Program.Result version = Program.run(List.of(it.node, "--version"), PROBE_LIMIT, line -> {});
        if (!version.succeeded()) {
            throw new CandidateUnusable(library + " needs Node, and " + it.node
                    + " does not run: install Node 20 or later, or name one with --node ("
                    + Words.brief(version.lastLine(), 120) + ").");
        }
        Path folder = it.folder(options, notes);
        notes.accept(library + " of " + folder + " runs in " + it.node + " " + version.lastLine());
        return new Reproduction.Place(it.node, List.of(), folder);
    }

    private Path folder(LibraryCandidate.Options options, Consumer<String> notes) throws CandidateUnusable {
        Optional<Path> found = Optional.of(Path.of("").toAbsolutePath())
                .filter(this::has)
                .or(() -> Optional.of(installation.path()).filter(path -> installation.isComplete() && has(path)));
        if (found.isPresent()) {
            return found.get();
        }
        if (!options.install()) {
            throw LibraryCandidate.missing(
                    library,
                    looked,
                    "Go to a folder whose node_modules has it",
                    "install " + npmName() + " " + library.installedVersion() + " into " + installation.path()
                            + " (about 70 MB to download, 300 MB on disk)");
        }
        installation.make(path -> fill(path, notes));
        return installation.path();
    }

    private void fill(Path path, Consumer<String> notes) throws CandidateUnusable {
        notes.accept("installing " + npmName() + " " + library.installedVersion() + " into " + path);
        List<String> npm = List.of("npm", "install", "--no-audit", "--no-fund", "--prefix", path.toString());
        List<String> argv = new ArrayList<>(npm);
        argv.add(npmName() + "@" + library.installedVersion());
        Program.Result installed = Program.run(argv, INSTALL_LIMIT, line -> {});
        if (!installed.succeeded() || !has(path)) {
            throw new CandidateUnusable(npmName() + " " + library.installedVersion()
                    + " could not be installed: check that npm is there, the network, and that this version exists ("
                    + Words.brief(installed.lastLine(), 160) + ").");
        }
    }

    private boolean has(Path folder) {
        List<String> argv = List.of(node, "-e", PROBE, npmName(), folder.toString());
        Program.Result probe = Program.run(argv, PROBE_LIMIT, line -> {});
        String found = probe.lastLine();
        boolean fits = found.startsWith("version ") && library.accepts(found.substring("version ".length()));
        if (!fits) {
            looked.add(folder + ": " + (found.equals("missing") ? "no " + npmName() : Words.brief(found, 120)));
        }
        return fits;
    }

    /** What the registry calls it. */
    private String npmName() {
        return library.name().equals("tfjs") ? "@tensorflow/tfjs" : library.name();
    }
}
