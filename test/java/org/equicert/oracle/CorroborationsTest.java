package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.equicert.function.Corroboration;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.junit.jupiter.api.Test;

class CorroborationsTest {
    private static final Definition DET = Functions.find("linalg.det").orElseThrow();

    @Test
    void everyDefinitionOfTheCatalogueMayAccuse() {
        Corroborations recorded = new Corroborations(Corroboration::of);
        assertEquals(
                List.of(),
                Functions.all().stream()
                        .filter(f -> !recorded.mayAccuse(f))
                        .map(Definition::name)
                        .toList());
    }

    @Test
    void oneLibraryIsNotEnough() {
        List<Corroboration.Record> records = Corroboration.of(DET.name());
        String one = records.getFirst().library();
        assertFalse(new Corroborations(name ->
                        records.stream().filter(r -> r.library().equals(one)).toList())
                .mayAccuse(DET));
    }

    @Test
    void aValueThatContradictsSilencesTheDefinition() {
        assertFalse(with(1 + 0x1p-10).mayAccuse(DET));
    }

    /** 2⁻³⁰ is beyond f64's roundings, within f32's. */
    @Test
    void aLibrarysOwnInaccuracyDoesNot() {
        assertTrue(with(1 + 0x1p-30).mayAccuse(DET));
    }

    /** The records, and the first one once more with its value off by a factor. */
    private static Corroborations with(double factor) {
        List<Corroboration.Record> records = Corroboration.of(DET.name());
        Corroboration.Record first = records.getFirst();
        Corroboration.Record off = new Corroboration.Record(
                first.function(),
                first.library(),
                first.version(),
                first.point(),
                first.value().map(y -> factor * y));
        return new Corroborations(
                name -> Stream.concat(records.stream(), Stream.of(off)).toList());
    }
}
