package org.equicert.verification.key;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A fault to be planted in one method: its text between {@code from} and {@code to} becomes {@code replacement}. The prover
 * must leave the target contract open; a fault that it proves would mean that the contract says too little, or that the
 * prover proves too much.
 *
 * @param target the contract that has to stay open
 * @param change what is done, for people
 */
record Mutant(
        String id,
        Kind kind,
        Outline.Method method,
        String target,
        int from,
        int to,
        String replacement,
        String change) {

    enum Kind {
        /** The body does something else than its contract says. */
        CODE,
        /** The contract claims more than holds: a premise less, or a stronger conclusion. */
        SPEC;

        @Override
        public String toString() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    int line(Sources sources) {
        return Lexis.line(sources.classes().get(method.type()), from);
    }

    /** The text of its class with this fault alone. */
    String planted(Sources sources) {
        String text = sources.classes().get(method.type());
        return text.substring(0, from) + replacement + text.substring(to);
    }

    /** The sources' texts with several faults planted, at most one in each method. */
    static Map<String, String> planted(List<Mutant> mutants, Sources sources) {
        Map<String, StringBuilder> texts = new TreeMap<>();
        sources.classes().forEach((type, text) -> texts.put(type, new StringBuilder(text)));
        mutants.stream()
                .sorted(java.util.Comparator.comparingInt(Mutant::from)
                        .reversed()) // so that the others keep their places
                .forEach(m -> texts.get(m.method().type()).replace(m.from(), m.to(), m.replacement()));
        Map<String, String> planted = new TreeMap<>();
        texts.forEach((type, text) -> planted.put(type, text.toString()));
        return planted;
    }

    /** Collects the faults of one method, and names each by what it changes. */
    static final class Collector {
        private final Map<String, Mutant> found;
        private final Outline.Method method;
        private final String text;
        private final Kind kind;

        Collector(Map<String, Mutant> found, Outline.Method method, String text, Kind kind) {
            this.found = found;
            this.method = method;
            this.text = text;
            this.kind = kind;
        }

        void add(String target, int from, int to, String replacement, String change) {
            if (text.substring(from, to).equals(replacement)) {
                return;
            }
            String name = target + ": " + kind + ": " + change;
            String unique = name;
            for (int i = 2; found.containsKey(unique); i++) {
                unique = name + " (" + i + ")";
            }
            found.put(unique, new Mutant(unique, kind, method, target, from, to, replacement, change));
        }

        /** The same, described by the two texts. */
        void replace(String target, int from, int to, String replacement) {
            add(target, from, to, replacement, shown(text.substring(from, to)) + " becomes " + shown(replacement));
        }

        static String shown(String text) {
            return "'" + text.replaceAll("\\s+@\\s+|\\s+", " ").strip() + "'";
        }
    }
}
