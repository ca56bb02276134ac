package org.equicert.fast.gpu;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.equicert.fast.Elementwise;
import org.junit.jupiter.api.Test;

/** The kernels' one text. */
class KernelsTest {
    @Test
    void everyElementwiseFunctionHasAKernel() {
        for (Elementwise g : Elementwise.values()) {
            assertTrue(Kernels.source().contains("MAP(" + g.name() + ", "), g.name());
        }
    }
}
