package org.equicert.verification.key;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Methods that reach themselves. A call is replaced by the callee's contract, so two methods that call each other would
 * prove each other; the prover only asks for a decreasing measure where one is written. Model methods have one, code needs none.
 */
final class Recursion {

    private static final Pattern METHOD = Pattern.compile("(?m)^ {4}(?:\\w+ )*[\\w\\[\\]]+ (\\w+)\\([^)]*\\)\\s*\\{");
    private static final Pattern CALL = Pattern.compile("(?:(\\w+)\\.)?\\b(\\w+)\\(");

    private Recursion() {}

    /** One line for each method on a cycle of calls. */
    static List<String> violations(Sources sources) {
        Map<String, Set<String>> calls = calls(sources);
        List<String> found = new ArrayList<>();
        for (String method : calls.keySet()) {
            Set<String> reached = new TreeSet<>();
            Deque<String> todo = new ArrayDeque<>(calls.get(method));
            while (!todo.isEmpty()) {
                String next = todo.pop();
                if (reached.add(next)) {
                    todo.addAll(calls.getOrDefault(next, Set.of()));
                }
            }
            if (reached.contains(method)) {
                found.add(method + " is recursive: it would be proved from its own contract");
            }
        }
        return found;
    }

    /** Who calls whom, by name: a call on a variable counts as one of every method of that name. */
    private static Map<String, Set<String>> calls(Sources sources) {
        Map<String, Set<String>> bodies = new TreeMap<>();
        Map<String, String> texts = new TreeMap<>();
        sources.classes().forEach((type, text) -> {
            String code = Bans.without(text);
            Matcher m = METHOD.matcher(code);
            while (m.find()) {
                int end = code.indexOf("\n    }", m.end());
                int next = code.indexOf('}', m.end());
                String body = code.substring(
                        m.end(), end < 0 || code.substring(m.end(), next).isBlank() ? next : end);
                texts.merge(type + "." + m.group(1), body, String::concat);
            }
        });
        texts.forEach((method, body) -> {
            Set<String> called = bodies.computeIfAbsent(method, m -> new TreeSet<>());
            CALL.matcher(body).results().forEach(call -> {
                String of = call.group(1) == null ? Sources.type(method) : call.group(1);
                for (String candidate : texts.keySet()) {
                    boolean known = sources.classes().containsKey(of);
                    if (known ? candidate.equals(of + "." + call.group(2)) : candidate.endsWith("." + call.group(2))) {
                        called.add(candidate);
                    }
                }
            });
        });
        return bodies;
    }
}
