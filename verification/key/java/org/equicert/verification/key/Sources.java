package org.equicert.verification.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The text of the verified sources, and what a proof depends on.
 *
 * @param classes the texts, by class
 * @param dependencies for each class, itself and transitively every class that its text mentions: more than the prover looks
 *     at, never less, since all classes are in one package and nothing is seen without being named
 */
record Sources(Path directory, Map<String, String> classes, Map<String, Set<String>> dependencies) {

    private static final Pattern WORD = Pattern.compile("\\w+");

    /** Reads the Java files of a directory (it has no packages below it), by class name. */
    static Sources read(Path directory) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return of(directory, classes);
    }

    static Sources of(Path directory, Map<String, String> classes) {
        Map<String, Set<String>> named = new TreeMap<>();
        classes.forEach((type, text) -> named.put(
                type,
                WORD.matcher(text)
                        .results()
                        .map(r -> r.group())
                        .filter(classes::containsKey)
                        .collect(Collectors.toSet())));
        Map<String, Set<String>> reached = new TreeMap<>();
        for (String type : classes.keySet()) {
            Set<String> seen = new TreeSet<>(Set.of(type));
            Deque<String> todo = new ArrayDeque<>(seen);
            while (!todo.isEmpty()) {
                named.get(todo.pop()).stream().filter(seen::add).forEach(todo::push);
            }
            reached.put(type, seen);
        }
        return new Sources(directory, classes, reached);
    }

    /** A hash of everything, for the ledger's head. */
    String hash() {
        return digest(classes.toString());
    }

    /** A hash of what a proof in this class depends on, and of other things that it does. */
    String hash(String type, Object... others) {
        List<Object> parts = new ArrayList<>(List.of(others));
        dependencies.getOrDefault(type, Set.of()).forEach(each -> parts.add(classes.get(each)));
        return digest(parts.toString());
    }

    /** A class's own documentation: its first paragraph says what it is about, the others what that rests on. */
    List<String> head(String type) {
        String text = classes.getOrDefault(type, "");
        int from = text.indexOf("/**");
        return from < 0
                ? List.of()
                : List.of(text.substring(from, Lexis.endOfComment(text, from)).split("<p>"));
    }

    static String type(String contract) {
        return contract.substring(0, contract.indexOf('.'));
    }

    /** Removes a directory and what is in it. */
    static void delete(Path directory) {
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // it lies where temporary files lie
        }
    }

    static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
