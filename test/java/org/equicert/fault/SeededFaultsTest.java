package org.equicert.fault;

import static org.equicert.oracle.Verdict.INACCURATE;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.function.Functions;
import org.equicert.oracle.Verdict;
import org.junit.jupiter.api.Test;

/**
 * Faults of many classes, put into right implementations, must be found: a seeded sample of the corpus here, all of it by
 * {@code ./mvnw -Pfaults test}, which writes {@code spec/guide/faults.md} anew.
 */
class SeededFaultsTest {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED);
    private static final long SEED = 1;
    private static final int SAMPLE = 2;

    private final Map<List<Object>, Survey> surveys = new HashMap<>();

    private static List<Fault> corpus() {
        List<Traits> catalogue = Functions.all().stream().map(Traits::of).toList();
        SplittableRandom random = new SplittableRandom(SEED);
        return Stream.of(Kind.values())
                .flatMap(kind -> kind.corpus(catalogue, random.split()).stream())
                .toList();
    }

    private Trial trial(Fault fault) {
        return Trial.of(
                fault,
                surveys.computeIfAbsent(
                        List.of(fault.right(), fault.function()),
                        key -> Survey.of(fault.right(), fault.function(), SEED)));
    }

    @Test
    void theCorpusHasManyClassesAndAllImplementationsInIt() {
        List<Fault> corpus = corpus();
        assertTrue(corpus.size() >= 200, "faults: " + corpus.size());
        assertTrue(corpus.stream().map(Fault::kind).distinct().count() >= 15);
        assertEquals(
                EnumSet.allOf(Implementation.class),
                corpus.stream()
                        .map(Fault::right)
                        .collect(Collectors.toCollection(() -> EnumSet.noneOf(Implementation.class))));
        assertEquals(
                corpus.size(),
                new HashSet<>(corpus.stream().map(Fault::toString).toList()).size());
    }

    @Test
    void everyFaultWithEffectIsFoundAndNothingElseIsAccused() throws IOException {
        String folder = System.getProperty("equicert.faults", "");
        List<Trial> trials = sample(folder.isEmpty() ? SAMPLE : Integer.MAX_VALUE).stream()
                .map(this::trial)
                .toList();
        KillMatrix matrix = new KillMatrix(trials);
        if (!folder.isEmpty()) {
            Files.writeString(Path.of(folder, "faults.md"), FaultsPage.of(matrix));
        }
        assertEquals(List.of(), accused(), "right implementations are not accused");
        assertEquals(
                List.of(), faults(trials.stream().filter(t -> !t.wronglyBlamed().isEmpty())));
        assertEquals(List.of(), faults(matrix.survivors().stream()));
        assertEquals(
                List.of(),
                faults(matrix.effective().stream().filter(t -> isLossOfDigits(t) && t.gravest() != INACCURATE)));
    }

    /** What is computed in f32 inside is inaccurate and not wrong. */
    private static boolean isLossOfDigits(Trial trial) {
        return trial.fault().kind().equals(Kind.LOST_PRECISION.word());
    }

    private static List<Fault> faults(Stream<Trial> trials) {
        return trials.map(Trial::fault).toList();
    }

    /** So many faults of each class, by chance. */
    private static List<Fault> sample(int ofEach) {
        List<Fault> faults = new ArrayList<>(corpus());
        Collections.shuffle(faults, new Random(SEED));
        return Stream.of(Kind.values())
                .flatMap(kind -> faults.stream()
                        .filter(fault -> fault.kind().equals(kind.word()))
                        .limit(ofEach))
                .toList();
    }

    /** What the judges say against the right implementations that faults were put into. */
    private List<Result> accused() {
        return surveys.values().stream()
                .flatMap(survey -> survey.results().stream())
                .filter(r -> ACCUSATIONS.contains(r.verdict()))
                .toList();
    }
}
