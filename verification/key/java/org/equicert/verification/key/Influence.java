package org.equicert.verification.key;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which methods' contracts a proof can see. Proofs are modular: of what a method calls only the contract counts, of a model
 * method also its body. So a fault in a body is seen by that method's own proof alone, one in a contract by those that see it.
 */
final class Influence {

    private static final Pattern NAME = Pattern.compile("(?:(\\w+)\\.)?\\b(\\w+)\\s*\\(");

    private final Outline outline;
    private final Sources sources;
    private final Map<String, List<String>> byName = new HashMap<>();
    private final Map<String, Outline.Method> byId = new TreeMap<>();
    private final Map<String, Set<String>> seen = new HashMap<>();

    Influence(Sources sources, Outline outline) {
        this.sources = sources;
        this.outline = outline;
        outline.methods().forEach(method -> {
            byId.putIfAbsent(method.id(), method);
            byName.computeIfAbsent(method.name(), name -> new ArrayList<>()).add(method.id());
        });
    }

    /** The methods whose contract may take part in a proof of this one, itself among them. */
    Set<String> seenBy(Outline.Method method) {
        return seen.computeIfAbsent(method.id(), id -> closure(method));
    }

    private Set<String> closure(Outline.Method method) {
        Set<String> reached = new TreeSet<>(Set.of(method.id()));
        Deque<String> todo = new ArrayDeque<>(named(method, whole(method)));
        outline.methods().stream()
                .filter(m -> m.type().equals(method.type()))
                .findFirst()
                .ifPresent(first -> todo.addAll(
                        named(method, invariants(method.type())))); // whatever the class demands of its objects
        while (!todo.isEmpty()) {
            String next = todo.pop();
            if (reached.add(next)) {
                Outline.Method callee = byId.get(next);
                todo.addAll(named(callee, callee.inModel() ? whole(callee) : callee.contract()));
            }
        }
        return reached;
    }

    private String whole(Outline.Method method) {
        return sources.classes().get(method.type()).substring(method.start(), method.close());
    }

    private String invariants(String type) {
        return String.join(
                "\n",
                Bans.only(sources.classes().get(type))
                        .lines()
                        .filter(line -> line.contains("invariant"))
                        .toList());
    }

    /** Every method that a text may mean: of the class that it names, else of its own, else of any. */
    private Set<String> named(Outline.Method from, String text) {
        Set<String> found = new TreeSet<>();
        Matcher m = NAME.matcher(text);
        while (m.find()) {
            String type = m.group(1) == null ? from.type() : m.group(1);
            if (byId.containsKey(type + "." + m.group(2))) {
                found.add(type + "." + m.group(2));
            } else if (!sources.classes().containsKey(type) || m.group(1) == null) {
                found.addAll(byName.getOrDefault(m.group(2), List.of()));
            }
        }
        return found;
    }

    /** Whether two faults may be planted in the same sources without either changing what is said of the other. */
    boolean independent(Mutant one, Mutant other) {
        return !one.method().id().equals(other.method().id()) && !disturbs(one, other) && !disturbs(other, one);
    }

    private boolean disturbs(Mutant planted, Mutant tried) {
        return planted.kind() == Mutant.Kind.SPEC
                && seenBy(tried.method()).contains(planted.method().id());
    }

    /** As few loads as a greedy choice finds, each of independent faults. */
    List<List<Mutant>> batches(List<Mutant> mutants, int most) {
        List<List<Mutant>> batches = new ArrayList<>();
        for (Mutant mutant : mutants) {
            List<Mutant> fitting = batches.stream()
                    .filter(batch ->
                            batch.size() < most && batch.stream().allMatch(other -> independent(mutant, other)))
                    .findFirst()
                    .orElse(null);
            if (fitting == null) {
                fitting = new ArrayList<>();
                batches.add(fitting);
            }
            fitting.add(mutant);
        }
        return batches;
    }
}
