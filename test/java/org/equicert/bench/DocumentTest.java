package org.equicert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class DocumentTest {
    private static final Results ALL = MadeUp.all(1);

    private static String guide() throws IOException {
        return Files.readString(Path.of("spec", "guide", "benchmarks.md"));
    }

    @Test
    void theGuideHasAPlaceForEveryBenchmark() throws IOException {
        String renewed = Document.renewed(guide(), ALL);
        for (Benchmark benchmark : Benchmark.values()) {
            for (Table table : Tables.of(ALL, benchmark)) {
                assertTrue(renewed.contains(table.markdown()), table.title());
            }
        }
        assertTrue(renewed.contains(MadeUp.MACHINE.sentence()));
        assertEquals(renewed, Document.renewed(renewed, ALL));
    }

    @Test
    void whatWasNotMeasuredStays() throws IOException {
        String old = Document.renewed(guide(), ALL);
        Results dots = MadeUp.all(2).only(Benchmark.DOT.cases().toList());
        String renewed = Document.renewed(old, dots);
        for (Table table : Tables.of(ALL, Benchmark.PRODUCT)) {
            assertTrue(renewed.contains(table.markdown()));
        }
        assertFalse(renewed.contains(Tables.of(ALL, Benchmark.DOT).getFirst().markdown()));
        assertTrue(renewed.contains(Tables.of(dots, Benchmark.DOT).getFirst().markdown()));
    }

    @Test
    void aGuideWithoutAPlaceIsRefusedByTheNameOfThePlace() throws IOException {
        String without = guide().replace("<!-- bench:dot -->", "");
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> Document.renewed(without, ALL));
        assertTrue(String.valueOf(refusal.getMessage()).contains("<!-- bench:dot -->"));
    }
}
