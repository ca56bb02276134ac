package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import net.jqwik.api.lifecycle.AroundTryHook;
import net.jqwik.api.lifecycle.LifecycleContext;
import net.jqwik.api.lifecycle.PropagationMode;
import net.jqwik.api.lifecycle.SkipExecutionHook;
import net.jqwik.api.lifecycle.TryExecutionResult;
import net.jqwik.api.lifecycle.TryExecutor;
import net.jqwik.api.lifecycle.TryLifecycleContext;
import org.equicert.fast.gpu.Context;
import org.equicert.fast.gpu.Device;
import org.equicert.fast.gpu.DeviceException;
import org.equicert.fast.gpu.DeviceMachine;
import org.equicert.fast.gpu.FakeCuda;
import org.equicert.fast.gpu.Format;

/**
 * Runs properties on a device of each driver: on the first that OpenCL finds and on the first that CUDA finds, of those that
 * have both formats. Where there is none of CUDA, a fake driver runs its route over that of OpenCL. Where there is neither
 * they are skipped, and it is said why. After each try their machines are closed.
 */
final class OnDevices implements SkipExecutionHook, AroundTryHook {
    private static final List<DeviceMachine> OPEN = new ArrayList<>();
    private static final List<Context> CONTEXTS = new ArrayList<>();

    /** Properties that hold on the devices. */
    interface Machines extends OnMachines {
        @Override
        default List<Machine<?>> machines() {
            return open();
        }
    }

    private static List<Machine<?>> open() {
        if (CONTEXTS.isEmpty()) {
            devices().forEach(device -> CONTEXTS.add(device.open()));
        }
        List<Machine<?>> machines = new ArrayList<>();
        for (Context context : CONTEXTS) {
            for (Format format : List.of(Format.F64, Format.F32)) {
                DeviceMachine machine = context.machine(format);
                OPEN.add(machine);
                machines.add(machine);
            }
        }
        return machines;
    }

    private static List<Device> devices() {
        List<Device> found = Device.found(failing -> {}).stream()
                .filter(device -> device.has(Format.F64))
                .toList();
        Predicate<Device> isCuda = device -> device.driver().startsWith("CUDA");
        Optional<Device> openCl = found.stream().filter(isCuda.negate()).findFirst();
        Optional<Device> cuda = found.stream().filter(isCuda).findFirst();
        return Stream.concat(openCl.stream(), cuda.or(() -> openCl.map(FakeCuda::gpu)).stream())
                .toList();
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext property) {
        try {
            return devices().isEmpty() ? SkipResult.skip("not run: no device has doubles") : SkipResult.doNotSkip();
        } catch (DeviceException absent) {
            return SkipResult.skip("not run: " + absent.getMessage());
        }
    }

    @Override
    public TryExecutionResult aroundTry(TryLifecycleContext property, TryExecutor aTry, List<Object> parameters) {
        try {
            return aTry.execute(parameters);
        } finally {
            OPEN.forEach(DeviceMachine::close);
            OPEN.clear();
        }
    }

    @Override
    public PropagationMode propagateTo() {
        return PropagationMode.ALL_DESCENDANTS;
    }
}
