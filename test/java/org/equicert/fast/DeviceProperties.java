package org.equicert.fast;

import net.jqwik.api.Group;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** What is said of every machine holds on a device: the same properties, run there. */
@AddLifecycleHook(OpenClDevice.class)
class DeviceProperties {
    @Group
    class Maps extends MachineProperties implements OpenClDevice.Machines {}

    @Group
    class Contractions extends ContractionProperties implements OpenClDevice.Machines {}

    @Group
    class Einsums extends EinsumProperties implements OpenClDevice.Machines {}

    @Group
    class BilinearDerivatives extends BilinearDerivativeProperties implements OpenClDevice.Machines {}

    @Group
    class Networks extends NetworkProperties implements OpenClDevice.Machines {}

    @Group
    class Systems extends SolveProperties implements OpenClDevice.Machines {}
}
