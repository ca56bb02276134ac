package org.equicert.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.oracle.Coverage;
import org.junit.jupiter.api.Test;

class CataloguePageTest {
    private static Coverage coverage(String name, int size) {
        Definition f = Functions.find(name).orElseThrow();
        return Coverage.known(f, f.point(size, new SplittableRandom(size), x -> x));
    }

    @Test
    void thePublishedPageIsWhatTheCommandWrites() throws IOException {
        assertEquals(Files.readString(Path.of("spec/guide/functions.md")), CataloguePage.of(Functions.all()));
    }

    @Test
    void T_Def2_leftMultiplicationsByGLnReachEveryMatrix() {
        IntStream.rangeClosed(1, 4)
                .mapToObj(n -> coverage("linalg.det", n))
                .forEach(c -> assertEquals(c.of(), c.directions()));
    }

    /** Translations of log-sum-exp along the ones are all that is known of it. */
    @Test
    void T_Def2_aTranslationIsOneDirection() {
        assertEquals(1, coverage("ReduceLogSumExp", 3).directions());
    }

    @Test
    void functionsWithoutEquivariancesAreNotSaidToHaveOne() {
        assertEquals(0, coverage("Erf", 3).directions());
        String page = CataloguePage.of(List.of(Functions.find("Erf").orElseThrow()));
        assertTrue(page.contains("| none | none | 0 of "), page);
    }
}
