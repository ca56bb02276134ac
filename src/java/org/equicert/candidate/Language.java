package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The languages whose libraries can be judged by name: {@code python:torch}. Each has a folder of adapters. */
public enum Language {
    PYTHON("python", "_adapter.py"),
    JAVA("jvm", "/pom.xml"),
    NODE("node", "_adapter.mjs");

    /** What all adapters of a language share. */
    private static final List<String> SHARED = List.of("equicert", "protocol");

    private final String folder;
    private final String ending;

    Language(String folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    /** {@code python}, {@code java} or {@code node}, which stands before the colon. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The folder of its adapters within the project's. */
    public Path adapters(Path home) {
        return home.resolve("src").resolve("adapters").resolve(folder);
    }

    /** The libraries that have an adapter; none where the folder is missing. */
    public List<String> libraries(Path home) {
        Path adapters = adapters(home);
        try (Stream<Path> files = Files.list(adapters)) {
            return files.map(file -> file.getFileName().toString().replaceFirst(ending + "$", ""))
                    .filter(name -> Files.exists(Path.of(adapters.resolve(name) + ending)) && !SHARED.contains(name))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
