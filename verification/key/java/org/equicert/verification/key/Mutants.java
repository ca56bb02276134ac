package org.equicert.verification.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;

/** All the faults that are planted in the verified sources; each is derived from the text, none is written by hand. */
final class Mutants {

    private Mutants() {}

    /** In the order of the sources. Witnesses are left alone: they have nothing to say but that they close. */
    static List<Mutant> of(Sources sources, Outline outline) {
        Map<String, Mutant> found = new LinkedHashMap<>();
        CodeMutants code = new CodeMutants(outline);
        for (Outline.Method method : outline.methods()) {
            if (!method.type().startsWith("Witness")) {
                String text = sources.classes().get(method.type());
                code.of(method, text, found);
                SpecMutants.of(method, text, found);
            }
        }
        return List.copyOf(found.values());
    }

    /** Those that a compiler lets pass. */
    static List<Mutant> compiling(List<Mutant> mutants, Sources sources) throws IOException {
        try (Javac javac = new Javac(sources)) {
            return mutants.stream()
                    .filter(m -> m.kind() == Mutant.Kind.SPEC
                            || javac.accepts(m.method().type(), m.planted(sources)))
                    .toList();
        }
    }

    /** A seeded sample, in the same order: one of each method before a second of any. */
    static List<Mutant> sample(List<Mutant> all, int size, long seed) {
        List<Mutant> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        Map<String, Integer> seen = new HashMap<>();
        Map<Mutant, Integer> turn = new HashMap<>();
        shuffled.forEach(m -> turn.put(m, seen.merge(m.method().id(), 1, Integer::sum)));
        Set<Mutant> drawn = shuffled.stream()
                .sorted(Comparator.comparing(turn::get))
                .limit(size)
                .collect(Collectors.toSet());
        return all.stream().filter(drawn::contains).toList();
    }
}
