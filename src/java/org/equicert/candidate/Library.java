package org.equicert.candidate;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A library that has an adapter: {@code python:torch}, or {@code python:torch==2.13.0} where a version is pinned.
 *
 * @param name of the library and its adapter alike
 * @param pin the version that it has to have
 */
record Library(Language language, String name, Optional<String> pin) {
    private static final Pattern SPECIFICATION = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)(?:==([A-Za-z0-9.+-]+))?");

    /**
     * The library that a specification names.
     *
     * @param specification what stands behind the language's colon
     * @throws CandidateUnusable where it is not of this form or there is no adapter for it
     */
    static Library parse(Language language, String specification, Path home) throws CandidateUnusable {
        Matcher matcher = SPECIFICATION.matcher(specification);
        List<String> known = language.libraries(home);
        if (known.isEmpty()) {
            throw new CandidateUnusable(
                    "There are no adapters in " + language.adapters(home) + ": clone the project whole.");
        }
        if (!matcher.matches()) {
            String example = language.word() + ":" + known.getLast();
            throw new CandidateUnusable(language.word() + ":" + Words.brief(specification, 60)
                    + " is not a library: write " + example + ", or " + example
                    + "==VERSION for that version only.");
        }
        if (!known.contains(matcher.group(1))) {
            throw new CandidateUnusable("There is no adapter for " + language.word() + ":" + matcher.group(1)
                    + ": there are " + String.join(", ", known) + "; for another, write one and use exec:.");
        }
        return new Library(language, matcher.group(1), Optional.ofNullable(matcher.group(2)));
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
                    case "tfjs" -> "4.22.0";
                    default -> "";
                });
    }

    @Override
    public String toString() {
        return language.word() + ":" + name + pin.map(version -> "==" + version).orElse("");
    }
}
