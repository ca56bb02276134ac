package org.equicert.verification.key;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/**
 * Seeded faults in the verified sources. The prover must leave each target contract open: a fault that it proves would
 * mean that the contract says too little, or that the prover proves too much.
 *
 * @param kind {@code code}: the body is wrong; {@code spec}: the contract claims something false
 * @param file the class that is changed: its one occurrence of {@code before} becomes {@code after}
 * @param target the contract that must stay open
 */
record Mutants(String id, String kind, String file, String target, String before, String after, String why) {

    static List<Mutants> read(Path file) throws IOException {
        return JsonMapper.builder().build().readValue(file.toFile(), new TypeReference<List<Mutants>>() {});
    }

    /** A seeded sample, in the order of the file. */
    static List<Mutants> sample(List<Mutants> all, int size, long seed) {
        List<Mutants> shuffled = new ArrayList<>(all);
        Collections.shuffle(shuffled, new Random(seed));
        List<Mutants> drawn = shuffled.subList(0, Math.min(size, all.size()));
        return all.stream().filter(drawn::contains).toList();
    }

    /** Plants the fault in a copy and tries the target; the sources themselves are not touched. */
    Prover.Outcome attempt(Sources sources, Settings settings) throws Prover.CannotLoad {
        String text = sources.classes().getOrDefault(file, "");
        int at = text.indexOf(before);
        if (at < 0 || text.indexOf(before, at + 1) >= 0) {
            throw new Prover.CannotLoad(
                    "mutant " + id + ": its text is " + (at < 0 ? "not" : "more than once") + " in " + file + ".java",
                    null);
        }
        Path copy = null;
        try {
            copy = Files.createTempDirectory("equicert-mutant");
            for (var each : sources.classes().entrySet()) {
                String content = each.getKey().equals(file) ? text.replace(before, after) : each.getValue();
                Files.writeString(copy.resolve(each.getKey() + ".java"), content);
            }
            try (Prover prover = Prover.load(copy, settings)) {
                if (!prover.contracts().contains(target)) {
                    throw new Prover.CannotLoad("mutant " + id + ": there is no contract " + target, null);
                }
                Prover.Outcome outcome = prover.prove(target, settings.strategyOf(target), null);
                if (outcome.status() == Ledger.Status.ERROR) {
                    throw new Prover.CannotLoad("mutant " + id + ": " + outcome.openGoal(), null);
                }
                return outcome;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            delete(copy);
        }
    }

    private static void delete(Path directory) {
        if (directory == null) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
