package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A Python library that has an adapter: {@code torch}, or {@code torch==2.13.0} where a version is pinned.
 *
 * @param name of the library, its package and its adapter alike
 * @param pin the version that it has to have
 */
record PythonLibrary(String name, Optional<String> pin) {
    /** Before a library's name in that of a candidate. */
    static final String PREFIX = "python:";

    private static final Pattern SPECIFICATION = Pattern.compile("([A-Za-z][A-Za-z0-9_]*)(?:==([A-Za-z0-9.+]+))?");
    private static final String ADAPTER = "_adapter.py";

    /**
     * The library that a specification names.
     *
     * @throws CandidateUnusable where it is not of this form or there is no adapter for it
     */
    static PythonLibrary parse(String specification, Path adapters) throws CandidateUnusable {
        Matcher matcher = SPECIFICATION.matcher(specification);
        List<String> known = adapters(adapters);
        if (!matcher.matches()) {
            throw new CandidateUnusable("python:" + Words.brief(specification, 60)
                    + " is not a library: write python:torch, or python:torch==2.13.0 for that version only.");
        }
        if (!known.contains(matcher.group(1))) {
            throw new CandidateUnusable("There is no adapter for the Python library " + matcher.group(1)
                    + ": there are " + String.join(", ", known) + "; for another, write one and use exec:.");
        }
        return new PythonLibrary(matcher.group(1), Optional.ofNullable(matcher.group(2)));
    }

    /**
     * The library that a candidate of this name is.
     *
     * @throws CandidateUnusable where it is none
     */
    static PythonLibrary ofCandidate(String candidate, Path adapters) throws CandidateUnusable {
        if (!candidate.startsWith(PREFIX)) {
            throw new CandidateUnusable(
                    "Reproductions are written for Python libraries, not for " + Words.brief(candidate, 60) + ".");
        }
        return parse(candidate.substring(PREFIX.length()), adapters);
    }

    private static List<String> adapters(Path folder) throws CandidateUnusable {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(ADAPTER) && !file.startsWith("equicert"))
                    .map(file -> file.substring(0, file.length() - ADAPTER.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CandidateUnusable("The Python adapters are not in " + folder + ": clone the project whole.");
        }
    }

    /** Whether an installed version is the pinned one; a build's own suffix ({@code +cpu}) does not matter. */
    boolean accepts(String version) {
        return pin.isEmpty()
                || version.equals(pin.get())
                || version.replaceFirst("\\+.*", "").equals(pin.get());
    }

    /** The version that an installation gets. */
    String installedVersion() {
        return pin.orElse(
                switch (name) {
                    case "torch" -> "2.13.0";
                    case "numpy" -> "2.4.6";
                    case "jax" -> "0.10.2";
                    default -> "";
                });
    }

    @Override
    public String toString() {
        return name + pin.map(version -> "==" + version).orElse("");
    }
}
