package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The languages whose libraries can be judged by name: {@code python:torch}. Each has a folder of adapters. */
public enum Language {
    PYTHON("python", "_adapter.py", "python"),
    JAVA("jvm", "/pom.xml", "java"),
    NODE("node", "_adapter.mjs", "javascript");

    /** What all adapters of a language share. */
    private static final List<String> SHARED = List.of("equicert", "protocol");

    private final String folder;
    private final String ending;
    private final String markdown;

    Language(String folder, String ending, String markdown) {
        this.folder = folder;
        this.ending = ending;
        this.markdown = markdown;
    }

    /** {@code python}, {@code java} or {@code node}, which stands before the colon. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** As Markdown names it. */
    public String markdown() {
        return markdown;
    }

    /** The language of a candidate's name; none where the candidate is no library. */
    public static Optional<Language> of(String candidate) {
        return Arrays.stream(values())
                .filter(language -> candidate.startsWith(language.word() + ":"))
                .findFirst();
    }

    /** What stands behind the colon of a candidate's name in this language: a library, and its version where one is pinned. */
    public String specification(String candidate) {
        return candidate.substring(word().length() + 1);
    }

    /** The interpreter that is named for it; Java runs in our own. */
    public Optional<Path> named(Optional<Path> python, Optional<Path> node) {
        return switch (this) {
            case PYTHON -> python;
            case NODE -> node;
            case JAVA -> Optional.empty();
        };
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
