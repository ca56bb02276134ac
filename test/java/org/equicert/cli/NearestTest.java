package org.equicert.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.junit.jupiter.api.Test;

class NearestTest {
    private static final List<String> NAMES =
            Functions.all().stream().map(Definition::name).toList();

    @Test
    void theNearestNameForgivesSlipsCaseAndNamespace() {
        assertEquals(Optional.of("linalg.det"), Nearest.to("linalg.dett", NAMES));
        assertEquals(Optional.of("linalg.det"), Nearest.to("det", NAMES));
        assertEquals(Optional.of("Softmax"), Nearest.to("sotfmax", NAMES));
        assertEquals(Optional.of("LayerNormalization"), Nearest.to("layernormalisation", NAMES));
        for (String name : NAMES) {
            assertEquals(Optional.of(name), Nearest.to(name, NAMES));
        }
    }

    @Test
    void whatIsQuiteAnotherWordHasNoNearest() {
        assertEquals(Optional.empty(), Nearest.to("bogosort", NAMES));
        assertEquals(".", Nearest.question("bogosort", NAMES));
    }
}
