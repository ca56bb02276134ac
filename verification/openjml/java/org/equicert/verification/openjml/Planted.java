package org.equicert.verification.openjml;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.equicert.verification.openjml.Dialect.Definitions;
import org.equicert.verification.openjml.Installation.Absent;

/**
 * Proved contracts that promise <em>false</em> besides: each has to stay open, one at a time and however definitions are
 * read. Otherwise its premises contradict each other, or what the translation says of functions does.
 */
record Planted(Installation openjml, int startup, int seconds, List<Definitions> attempts, PrintStream out) {

    private static final String WRONG = "false";

    /** As many of these contracts as are asked for, of those that promise something. */
    static List<Contract> drawn(List<Contract> proved, Map<String, String> classes, int count, long seed) {
        List<Contract> drawn = new ArrayList<>(proved.stream()
                .filter(c -> c.ensuring(WRONG, classes.get(c.type())).isPresent())
                .toList());
        Collections.shuffle(drawn, new Random(seed));
        return drawn.subList(0, Math.min(count, drawn.size()));
    }

    /** Whether each attempt at each of them came to an end, and none to a proof. */
    boolean areNoticed(Map<String, String> classes, List<Contract> drawn)
            throws IOException, InterruptedException, Absent {
        int believed = 0;
        int unjudged = 0;
        for (Contract contract : drawn) {
            for (Definitions definitions : attempts) {
                Verdict verdict = attempt(contract, classes, definitions);
                OpenJml.report(out, contract, definitions, verdict);
                believed += verdict.status() == Status.PROVED ? 1 : 0;
                unjudged += verdict.status().isOfTheContract() ? 0 : 1;
            }
        }
        out.printf(
                "%n%d contracts that promise false, %d attempts at each: %d proved, %d without a verdict%n",
                drawn.size(), attempts.size(), believed, unjudged);
        return !drawn.isEmpty() && believed == 0 && unjudged == 0;
    }

    private Verdict attempt(Contract contract, Map<String, String> classes, Definitions definitions)
            throws IOException, InterruptedException, Absent {
        Map<String, String> wrong = new TreeMap<>(classes);
        wrong.computeIfPresent(
                contract.type(), (type, text) -> contract.ensuring(WRONG, text).orElse(text));
        Path folder = Files.createTempDirectory("openjml");
        try {
            OpenJml.write(Dialect.translate(wrong, definitions), folder);
            Esc esc = new Esc(openjml, folder, OpenJml.PACKAGE, startup, seconds);
            return esc.prove(contract.type(), List.of(contract))
                    .values()
                    .iterator()
                    .next();
        } finally {
            OpenJml.delete(folder);
        }
    }
}
