package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;

/**
 * An open device: memory, transfers and launches. All it is told to do is done in that order, while the caller goes on; only
 * reading waits. What it holds is given back when it is closed, by any thread.
 */
public final class Context implements AutoCloseable {
    private static final int READ_WRITE = 1;
    private static final int BUILD_LOG = 0x1183;

    private final Device device;
    private final OpenCl openCl;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment handle;
    private final MemorySegment queue;
    private final Map<Format, MemorySegment> programs = new EnumMap<>(Format.class);
    private final Map<String, MemorySegment> kernels = new HashMap<>();

    Context(Device device) {
        this.device = device;
        this.openCl = device.openCl();
        int needed = Kernels.SIDE * Kernels.SIDE;
        if (device.largestGroup() < needed) {
            throw new DeviceException(device.name() + " runs groups of at most " + device.largestGroup()
                    + " items, and " + needed + " are needed");
        }
        try {
            MemorySegment devices = arena.allocateFrom(ADDRESS, device.handle());
            this.handle = openCl.create(
                    arena,
                    "clReleaseContext",
                    "clCreateContext",
                    MemorySegment.NULL,
                    1,
                    devices,
                    MemorySegment.NULL,
                    MemorySegment.NULL);
            this.queue =
                    openCl.create(arena, "clReleaseCommandQueue", "clCreateCommandQueue", handle, device.handle(), 0L);
        } catch (DeviceException failing) {
            arena.close();
            throw failing;
        }
    }

    public Device device() {
        return device;
    }

    /**
     * A machine of arrays on this device, which are freed when the machine is closed.
     *
     * @throws DeviceException if the device has not this format, or does not compile the kernels
     */
    public DeviceMachine machine(Format format) {
        if (!device.has(format)) {
            throw new DeviceException(device.name() + " does not compute in " + format.type());
        }
        program(format);
        return new DeviceMachine(this, format);
    }

    /** Memory of so many bytes, freed with the arena. */
    MemorySegment allocate(Arena owner, long bytes) {
        return openCl.create(
                owner, "clReleaseMemObject", "clCreateBuffer", handle, (long) READ_WRITE, bytes, MemorySegment.NULL);
    }

    /** Copies to the device; the source has to stay as it is until {@link #finish}. */
    void write(MemorySegment memory, MemorySegment source) {
        transfer("clEnqueueWriteBuffer", memory, false, 0, source);
    }

    /** Waits for all that was asked for, and copies from the device what begins at a byte. */
    void read(MemorySegment memory, long from, MemorySegment target) {
        transfer("clEnqueueReadBuffer", memory, true, from, target);
    }

    private void transfer(String function, MemorySegment memory, boolean waits, long from, MemorySegment host) {
        int wait = waits ? 1 : 0;
        MemorySegment none = MemorySegment.NULL;
        openCl.call(function, queue, memory, wait, from, host.byteSize(), host, 0, none, none);
    }

    /** Waits for all that was asked for. */
    void finish() {
        openCl.call("clFinish", queue);
    }

    /**
     * Starts a kernel.
     *
     * @param arguments each an int, float or double, a memory of this device, or an int[] that is passed as a struct
     */
    synchronized void launch(Format format, String name, int groups, int items, Object... arguments) {
        MemorySegment kernel = kernel(format, name);
        try (Arena call = Arena.ofConfined()) {
            for (int i = 0; i < arguments.length; i++) {
                MemorySegment argument = argument(call, arguments[i]);
                openCl.call("clSetKernelArg", kernel, i, argument.byteSize(), argument);
            }
            openCl.call(
                    "clEnqueueNDRangeKernel",
                    queue,
                    kernel,
                    1,
                    MemorySegment.NULL,
                    call.allocateFrom(JAVA_LONG, (long) groups * items),
                    call.allocateFrom(JAVA_LONG, items),
                    0,
                    MemorySegment.NULL,
                    MemorySegment.NULL);
        }
    }

    private static MemorySegment argument(Arena call, Object argument) {
        return switch (argument) {
            case Integer x -> call.allocateFrom(JAVA_INT, x);
            case Float x -> call.allocateFrom(JAVA_FLOAT, x);
            case Double x -> call.allocateFrom(JAVA_DOUBLE, x);
            case int[] struct -> call.allocateFrom(JAVA_INT, struct);
            case MemorySegment memory -> call.allocateFrom(ADDRESS, memory);
            default -> throw new IllegalArgumentException(String.valueOf(argument));
        };
    }

    private MemorySegment kernel(Format format, String name) {
        return kernels.computeIfAbsent(
                format + " " + name,
                key -> openCl.create(
                        arena, "clReleaseKernel", "clCreateKernel", program(format), arena.allocateFrom(name)));
    }

    private synchronized MemorySegment program(Format format) {
        return programs.computeIfAbsent(format, this::build);
    }

    private MemorySegment build(Format format) {
        MemorySegment sources = arena.allocateFrom(ADDRESS, arena.allocateFrom(Kernels.source()));
        MemorySegment program = openCl.create(
                arena, "clReleaseProgram", "clCreateProgramWithSource", handle, 1, sources, MemorySegment.NULL);
        MemorySegment options =
                arena.allocateFrom("-cl-std=CL1.2 " + String.join(" ", Kernels.definitions(format, device.hasF64())));
        int status = openCl.status(
                "clBuildProgram", program, 0, MemorySegment.NULL, options, MemorySegment.NULL, MemorySegment.NULL);
        if (status != 0) {
            String log = Device.text(openCl, "clGetProgramBuildInfo", program, device.handle(), BUILD_LOG);
            throw new DeviceException(device.name() + " does not compile the kernels (error " + status + "): "
                    + log.lines().findFirst().orElse("it does not say why"));
        }
        return program;
    }

    @Override
    public void close() {
        arena.close();
    }
}
