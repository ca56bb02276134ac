package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A JVM library: the adapter is a Maven module of its own, which is built, and its library fetched, on first use. */
final class JvmCandidate {
    private static final Pattern ARTIFACT = Pattern.compile("[\\w.-]+:[\\w.-]+:(?:jar|pom):[\\w.:-]*[\\w-]");

    private JvmCandidate() {}

    /**
     * What is to be started.
     *
     * @throws CandidateUnusable where the adapter cannot be built; the message says what is missing
     */
    static ProcessCandidate.Command command(Library library, LibraryCandidate.Options options, Consumer<String> notes)
            throws CandidateUnusable {
        MavenModule module = module(library, options.home());
        try {
            if (module.isStale()) {
                build(library, module, notes);
            }
        } catch (IOException e) {
            throw new CandidateUnusable("The adapter for " + library + " cannot be built: " + e.getMessage() + ".");
        }
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        Path natives = PrivateFolder.cache(options.environment()).resolve("natives");
        List<String> argv = List.of(
                java,
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dorg.bytedeco.javacpp.cachedir=" + natives.resolve("javacpp"),
                "-DDJL_CACHE_DIR=" + natives.resolve("djl"),
                "-cp",
                module.classPath(),
                "org.equicert.adapter.Main");
        return new ProcessCandidate.Command(argv, LibraryCandidate.ONE_THREAD, options.log());
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
