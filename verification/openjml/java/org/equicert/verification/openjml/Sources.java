package org.equicert.verification.openjml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** The verified sources by class name, and the hash by which the ledger knows them. */
record Sources(Map<String, String> classes) {

    static Sources read(Path directory) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return new Sources(classes);
    }

    /** Of a class and every class that its text mentions, transitively: the same hash as KeY's rows are checked by. */
    String hash(String type) {
        TreeSet<String> seen = new TreeSet<>(List.of(type));
        Deque<String> todo = new ArrayDeque<>(seen);
        while (!todo.isEmpty()) {
            String text = classes.getOrDefault(todo.pop(), "");
            for (String other : classes.keySet()) {
                if (text.matches("(?s).*\\b" + other + "\\b.*") && seen.add(other)) {
                    todo.push(other);
                }
            }
        }
        String parts = seen.stream().map(classes::get).toList().toString();
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(parts.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
