package org.equicert.fast;

import java.util.List;

/** Properties that hold on every machine; on those of the CPU, unless another is said. */
interface OnMachines {
    /** The machines under test. */
    default List<Machine<?>> machines() {
        return Draws.machines();
    }
}
