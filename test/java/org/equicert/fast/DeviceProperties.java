package org.equicert.fast;

import net.jqwik.api.Group;
import net.jqwik.api.lifecycle.AddLifecycleHook;

/** What is said of every machine holds on devices: the same properties, run there. */
@AddLifecycleHook(OnDevices.class)
class DeviceProperties {
    @Group
    class Maps extends MachineProperties implements OnDevices.Machines {}

    @Group
    class Contractions extends ContractionProperties implements OnDevices.Machines {}

    @Group
    class Einsums extends EinsumProperties implements OnDevices.Machines {}

    @Group
    class BilinearDerivatives extends BilinearDerivativeProperties implements OnDevices.Machines {}

    @Group
    class Networks extends NetworkProperties implements OnDevices.Machines {}

    @Group
    class Systems extends SolveProperties implements OnDevices.Machines {}
}
