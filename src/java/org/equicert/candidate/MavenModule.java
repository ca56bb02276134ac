package org.equicert.candidate;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A program of ours that is no part of the product: a Maven build of its own, made on first use, that never shares a class
 * path with the product.
 *
 * @param home the project's folder, where the Maven wrapper is
 * @param pom what is built
 * @param options of Maven besides
 * @param sources folders and files that make the jar stale when they change
 * @param jar what the build makes; the libraries that it needs come to {@code lib} beside it
 */
public record MavenModule(Path home, Path pom, List<String> options, List<Path> sources, Path jar) {
    private static final Duration LIMIT = Duration.ofMinutes(60);

    /** Whether it is not built, or its sources changed since. */
    public boolean isStale() throws IOException {
        if (!Files.exists(jar)) {
            return true;
        }
        FileTime built = Files.getLastModifiedTime(jar);
        for (Path source : sources) {
            try (Stream<Path> files = Files.walk(source)) {
                for (Path file : files.filter(this::isSource).toList()) {
                    if (Files.getLastModifiedTime(file).compareTo(built) > 0) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    private boolean isSource(Path file) {
        boolean source = file.toString().endsWith(".java") || file.endsWith("pom.xml") || isResource(file);
        return source && Files.isRegularFile(file) && !file.startsWith(jar.getParent());
    }

    private static boolean isResource(Path file) {
        return Stream.iterate(file, f -> f != null, Path::getParent).anyMatch(f -> f.endsWith("resources"));
    }

    /**
     * Builds it.
     *
     * @param show hears what Maven says, a line each
     * @return whether it could be built
     */
    public boolean build(Consumer<String> show) throws IOException {
        String wrapper = home.resolve("mvnw").toAbsolutePath().toString();
        List<String> argv = new ArrayList<>(List.of(wrapper, "-q", "-B", "-f", pom.toString()));
        argv.add("-Dmaven.test.skip=true");
        argv.addAll(options);
        argv.add("package");
        if (!Program.run(argv, home, LIMIT, show).succeeded()) {
            return false;
        }
        Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        return true;
    }

    /** The jar and its libraries. */
    public String classPath() {
        return jar + File.pathSeparator + libraries();
    }

    /** The libraries alone. */
    String libraries() {
        return jar.resolveSibling("lib").resolve("*").toString();
    }
}
