package org.equicert.adapter.djl;

import static org.junit.jupiter.api.Assertions.assertTrue;

import ai.djl.ndarray.NDManager;
import ai.djl.nn.Activation;
import org.junit.jupiter.api.Test;

/**
 * What Equicert found in DJL, by the library alone. A test fails when the library has been mended: then the finding has to
 * leave {@code spec/guide/findings.md}.
 */
class FindingsTest {
    /** x·tanh(log(1 + eˣ)), as its documentation has it. */
    @Test
    void theValueOfMish() {
        try (NDManager manager = NDManager.newBaseManager()) {
            double expected = Math.tanh(Math.log1p(Math.E));
            double actual = Activation.mish(manager.create(new double[] {1})).toDoubleArray()[0];
            System.out.printf("| Mish at 1 | %s | %s |%n", expected, actual);
            assertTrue(!(Math.abs(actual - expected) < 1e-3), "Mish is right now");
        }
    }
}
