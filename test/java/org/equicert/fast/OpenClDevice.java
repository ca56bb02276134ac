package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
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
import org.equicert.fast.gpu.Format;
import org.jspecify.annotations.Nullable;

/**
 * Runs properties on the first OpenCL device that has both formats. Where there is none they are skipped, and it is said
 * why. After each try its machines are closed.
 */
final class OpenClDevice implements SkipExecutionHook, AroundTryHook {
    private static final List<DeviceMachine> OPEN = new ArrayList<>();
    private static @Nullable Context context;

    /** Properties that hold on the device. */
    interface Machines extends OnMachines {
        @Override
        default List<Machine<?>> machines() {
            return open();
        }
    }

    private static List<Machine<?>> open() {
        if (context == null) {
            context = device().open();
        }
        List<Machine<?>> machines = new ArrayList<>();
        for (Format format : Format.values()) {
            DeviceMachine machine = context.machine(format);
            OPEN.add(machine);
            machines.add(machine);
        }
        return machines;
    }

    private static Device device() {
        return Device.found(failing -> {}).stream()
                .filter(device -> device.has(Format.F64))
                .findFirst()
                .orElseThrow(() -> new DeviceException("OpenCL finds no device that has doubles"));
    }

    @Override
    public SkipResult shouldBeSkipped(LifecycleContext property) {
        try {
            device();
            return SkipResult.doNotSkip();
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
