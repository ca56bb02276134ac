package org.equicert.verification.key;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of the verified sources: where a method stands, which statement it is about, and what its proof depends on. */
record Sources(Path directory, Map<String, String> classes) {

    private static final Pattern STATEMENT = Pattern.compile("\\b[TE]( §\\d+|\\.[A-Z]\\w*(\\.\\w+)?)");

    /** Reads the Java files of a directory (it has no packages below it), by class name. */
    static Sources read(Path directory) throws IOException {
        Map<String, String> classes = new TreeMap<>();
        try (var files = Files.list(directory)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                classes.put(file.getFileName().toString().replace(".java", ""), Files.readString(file));
            }
        }
        return new Sources(directory, classes);
    }

    /** A hash of everything, for the ledger's head. */
    String hash() {
        return hash(classes.toString());
    }

    /**
     * What a proof in this class depends on: the class and, transitively, every class that its text mentions. More than the
     * prover looks at, never less: all classes are in one package, so nothing is seen without being named.
     */
    String hash(String type, Object... others) {
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
        List<Object> parts = new ArrayList<>(List.of(others));
        seen.forEach(each -> parts.add(classes.get(each)));
        return hash(parts.toString());
    }

    /** The line of the declaration that a contract's name ({@code Class.method …}) speaks of, 1 if it is not found. */
    int line(String contract) {
        Matcher m = declaration(contract);
        return m.find()
                ? 1
                        + (int) text(contract)
                                .substring(0, m.start(1))
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                : 1;
    }

    /** The statements of the theory that the method's Javadoc names, or else those that its class names; may be empty. */
    String statement(String contract) {
        String text = text(contract);
        Matcher m = declaration(contract);
        if (m.find()) {
            int doc = text.lastIndexOf("/**", m.start(1));
            int end = doc < 0 ? -1 : text.indexOf("*/", doc);
            if (end >= 0 && end < m.start(1)) {
                String own = statements(text.substring(doc, end));
                if (!own.isEmpty()) {
                    return own;
                }
            }
        }
        int head = text.indexOf("/**");
        return head < 0 ? "" : statements(text.substring(head, text.indexOf("*/", head)));
    }

    private static String statements(String doc) {
        TreeSet<String> found = new TreeSet<>();
        STATEMENT.matcher(doc).results().forEach(r -> found.add(r.group()));
        return String.join(", ", found);
    }

    String text(String contract) {
        return classes.getOrDefault(type(contract), "");
    }

    static String type(String contract) {
        return contract.substring(0, contract.indexOf('.'));
    }

    private Matcher declaration(String contract) {
        String method = contract.substring(contract.indexOf('.') + 1).replaceFirst(" .*", "");
        String name = method.equals("new") ? type(contract) : method;
        return Pattern.compile("(?m)^[ @/*]*\\b((?:public|private|protected|static)\\b[^=;(\\n]*\\b"
                        + Pattern.quote(name) + ")\\s*\\(")
                .matcher(text(contract));
    }

    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 12);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
