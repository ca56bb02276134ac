package org.equicert.verification.key;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

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

    /** A seeded sample, in the same order. */
    static List<Mutant> sample(List<Mutant> all, int size, long seed) {
        List<Mutant> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        List<Mutant> drawn = shuffled.subList(0, Math.min(size, all.size()));
        return all.stream().filter(drawn::contains).toList();
    }
}
