package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.HashMap;
import java.util.Map;

/** A device opened through OpenCL, which compiles the kernels' text. */
final class OpenClContext extends Context {
    private static final int READ_WRITE = 1;
    private static final int MAX_GROUP = 0x1004;
    private static final int BUILD_LOG = 0x1183;

    private final OpenCl openCl;
    private final MemorySegment opened;
    private final Arena arena = Arena.ofShared();
    private final MemorySegment handle;
    private final MemorySegment queue;
    private final Map<String, MemorySegment> programs = new HashMap<>();
    private final Map<String, MemorySegment> kernels = new HashMap<>();

    OpenClContext(Device device, OpenCl openCl, MemorySegment opened) {
        super(device);
        this.openCl = openCl;
        this.opened = opened;
        int needed = Kernels.SIDE * Kernels.SIDE;
        long largest = openCl.number(opened, MAX_GROUP);
        if (largest < needed) {
            throw new DeviceException(
                    device.name() + " runs groups of at most " + largest + " items, and " + needed + " are needed");
        }
        try {
            MemorySegment devices = arena.allocateFrom(ADDRESS, opened);
            this.handle = openCl.create(
                    arena,
                    "clReleaseContext",
                    "clCreateContext",
                    MemorySegment.NULL,
                    1,
                    devices,
                    MemorySegment.NULL,
                    MemorySegment.NULL);
            this.queue = openCl.create(arena, "clReleaseCommandQueue", "clCreateCommandQueue", handle, opened, 0L);
        } catch (DeviceException failing) {
            arena.close();
            throw failing;
        }
    }

    @Override
    MemorySegment allocate(Arena owner, long bytes) {
        return openCl.create(
                owner, "clReleaseMemObject", "clCreateBuffer", handle, (long) READ_WRITE, bytes, MemorySegment.NULL);
    }

    @Override
    void write(MemorySegment memory, MemorySegment source) {
        transfer("clEnqueueWriteBuffer", memory, false, 0, source);
    }

    @Override
    void read(MemorySegment memory, long from, MemorySegment target) {
        transfer("clEnqueueReadBuffer", memory, true, from, target);
    }

    private void transfer(String function, MemorySegment memory, boolean waits, long from, MemorySegment host) {
        int wait = waits ? 1 : 0;
        MemorySegment none = MemorySegment.NULL;
        openCl.call(function, queue, memory, wait, from, host.byteSize(), host, 0, none, none);
    }

    @Override
    void finish() {
        openCl.call("clFinish", queue);
    }

    @Override
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

    private MemorySegment kernel(Format format, String name) {
        return kernels.computeIfAbsent(
                format.type() + " " + name,
                key -> openCl.create(
                        arena, "clReleaseKernel", "clCreateKernel", program(format), arena.allocateFrom(name)));
    }

    @Override
    void compile(Format format) {
        program(format);
    }

    private synchronized MemorySegment program(Format format) {
        return programs.computeIfAbsent(format.type(), type -> build(format));
    }

    private MemorySegment build(Format format) {
        MemorySegment sources = arena.allocateFrom(ADDRESS, arena.allocateFrom(Kernels.source()));
        MemorySegment program = openCl.create(
                arena, "clReleaseProgram", "clCreateProgramWithSource", handle, 1, sources, MemorySegment.NULL);
        MemorySegment options =
                arena.allocateFrom("-cl-std=CL1.2 " + String.join(" ", Kernels.definitions(format, device().hasF64())));
        int status = openCl.status(
                "clBuildProgram", program, 0, MemorySegment.NULL, options, MemorySegment.NULL, MemorySegment.NULL);
        if (status != 0) {
            throw Kernels.refused(
                    device(), "error " + status, openCl.text("clGetProgramBuildInfo", program, opened, BUILD_LOG));
        }
        return program;
    }

    @Override
    public void close() {
        arena.close();
    }
}
