package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM library: the adapter is a Maven module of its own, which is built, and its library fetched, on first use. */
public final class JvmCandidate {
    private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]+:[\\w.-]+:(?:jar|pom):[\\w.:-]*[\\w-]");

    private JvmCandidate() {}

    /**
     * What is to be started.
     *
     * @throws CandidateUnusable where the adapter cannot be built; the message says what is missing
     */
    static ProcessCandidate.Command command(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        List<String> argv = program("org.equicert.adapter.Main", library, options, notes);
        return new ProcessCandidate.Command(argv, LibraryCandidate.ONE_THREAD, options.log());
    }

    /**
     * What runs a library as a peer of {@code equicert bench}.
     *
     * @param name of the library: {@code nd4j}
     * @throws CandidateUnusable where its adapter cannot be built; the message says what is missing
     */
    public static List<String> peer(String name, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        Library library = Library.parse(Language.JAVA, name, options.home());
        return program("org.equicert.adapter.Bench", library, options, notes);
    }

    private static List<String> program(
            String main, Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        MavenModule module = built(library, options.home(), notes);
        List<String> argv = new ArrayList<>(List.of(java()));
        argv.addAll(natives(options));
        argv.addAll(List.of("-cp", module.classPath(), main));
        return argv;
    }

    /**
     * Our own Java, with the library on the class path of its programs.
     *
     * @throws CandidateUnusable where the library cannot be fetched
     */
    static Reproduction.Place place(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        List<String> flags = new ArrayList<>(natives(options));
        flags.addAll(List.of("-cp", built(library, options.home(), notes).libraries()));
        return new Reproduction.Place(java(), flags, Path.of(""));
    }

    /**
     * What writes a library's programs. It reads the adapter's source; the library need not be there.
     *
     * @throws CandidateUnusable where it cannot be built
     */
    static List<String> writer(Library library, Path home) throws CandidateUnusable {
        Library protocol = new Library(library.language(), "protocol", Optional.empty());
        String adapter = library.language()
                .adapters(home.toAbsolutePath())
                .resolve(library.name())
                .toString();
        String classPath = built(protocol, home, note -> {}).classPath();
        return List.of(java(), "-cp", classPath, "org.equicert.adapter.Reproduction", adapter);
    }

    private static String java() {
        return Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
    }

    /** What libraries with native code need to be told. */
    private static List<String> natives(LibraryCandidate.Options options) {
        Path natives = PrivateFolder.cache(options.environment()).resolve("natives");
        return List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives.resolve("javacpp"),
                "-DDJL_CACHE_DIR=" + natives.resolve("djl"));
    }

    private static MavenModule built(Library library, Path home, Consumer<String> notes) throws CandidateUnusable {
        MavenModule module = module(library, home);
        try {
            if (module.isStale()) {
                build(library, module, notes);
            }
        } catch (IOException e) {
            throw new CandidateUnusable("The adapter for " + library + " cannot be built: " + e.getMessage() + ".");
        }
        return module;
    }

    private static MavenModule module(Library library, Path home) {
        Path adapters = library.language().adapters(home.toAbsolutePath());
        Path folder = adapters.resolve(library.name());
        List<String> options = new ArrayList<>(List.of("-pl", library.name(), "-am"));
        Path target = Path.of("target");
        if (library.pin().isPresent()) {
            target = target.resolve(library.pin().get());
            options.add("-Dlibrary.version=" + library.pin().get());
            options.add("-Dbuild.folder=" + target);
        }
        Path jar = folder.resolve(target).resolve("equicert-" + library.name() + ".jar");
        List<Path> sources = List.of(adapters.resolve("pom.xml"), adapters.resolve("protocol"), folder);
        return new MavenModule(home.toAbsolutePath(), adapters.resolve("pom.xml"), options, sources, jar);
    }

    private static void build(Library library, MavenModule module, Consumer<String> notes)
            throws IOException, CandidateUnusable {
        Map<String, String> properties = properties(module.sources().getLast().resolve("pom.xml"));
        notes.accept(library + ": fetching version "
                + library.pin().orElse(properties.getOrDefault("library.version", "unknown")) + " with Maven (about "
                + properties.getOrDefault("library.size", "some MB")
                + ", once) and building its adapter in " + module.jar().getParent());
        List<String> said = new ArrayList<>();
        if (module.build(said::add)) {
            return;
        }
        throw unbuilt(library, said);
    }

    /** The refusal of an adapter that Maven could not build, from what it said. */
    static CandidateUnusable unbuilt(Library library, List<String> said) {
        List<String> errors =
                said.stream().filter(line -> line.contains("ERROR")).toList();
        for (String error : errors) {
            Matcher artifact = ARTIFACT.matcher(error.replaceFirst("^.*?(?=[aA]rtifact)", ""));
            if (error.contains("rtifact") && artifact.find()) {
                return new CandidateUnusable(library + " needs " + artifact.group()
                        + ", which Maven could not fetch: check the network, and that there is such a version.");
            }
        }
        return new CandidateUnusable("The adapter for " + library + " cannot be built: "
                + Words.brief(errors.stream().findFirst().orElse("Maven failed without a word"), 300));
    }

    /** The module's {@code library.version} and {@code library.size}. */
    private static Map<String, String> properties(Path pom) throws IOException {
        Map<String, String> properties = new HashMap<>();
        Matcher property = Pattern.compile("<(library\\.\\w+)>([^<]*)<").matcher(Files.readString(pom));
        while (property.find()) {
            properties.put(property.group(1), property.group(2));
        }
        return properties;
    }
}
