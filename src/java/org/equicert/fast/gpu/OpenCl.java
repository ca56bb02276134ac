package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** OpenCL 1.2, as far as the device machine needs it. Whatever it reports other than success is a {@link DeviceException}. */
final class OpenCl {
    /** What the library is called: on Linux, on Windows, on macOS. */
    private static final List<String> LIBRARIES = List.of(
            "libOpenCL.so.1", "OpenCL.dll", "/System/Library/Frameworks/OpenCL.framework/Versions/Current/OpenCL");

    /** Queue, memory, whether to wait, from which byte, how many bytes, the host's memory, and events. */
    private static final MemoryLayout[] TRANSFER = {
        ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_LONG, ADDRESS, JAVA_INT, ADDRESS, ADDRESS
    };

    private static final Map<String, FunctionDescriptor> FUNCTIONS = Map.ofEntries(
            status("clGetPlatformIDs", JAVA_INT, ADDRESS, ADDRESS),
            status("clGetPlatformInfo", ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
            status("clGetDeviceIDs", ADDRESS, JAVA_LONG, JAVA_INT, ADDRESS, ADDRESS),
            status("clGetDeviceInfo", ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
            handle("clCreateContext", ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
            status("clReleaseContext", ADDRESS),
            handle("clCreateCommandQueue", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS),
            status("clReleaseCommandQueue", ADDRESS),
            handle("clCreateProgramWithSource", ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS),
            status("clBuildProgram", ADDRESS, JAVA_INT, ADDRESS, ADDRESS, ADDRESS, ADDRESS),
            status("clGetProgramBuildInfo", ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS),
            status("clReleaseProgram", ADDRESS),
            handle("clCreateKernel", ADDRESS, ADDRESS, ADDRESS),
            status("clReleaseKernel", ADDRESS),
            status("clSetKernelArg", ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS),
            handle("clCreateBuffer", ADDRESS, JAVA_LONG, JAVA_LONG, ADDRESS, ADDRESS),
            status("clReleaseMemObject", ADDRESS),
            status("clEnqueueWriteBuffer", TRANSFER),
            status("clEnqueueReadBuffer", TRANSFER),
            status(
                    "clEnqueueNDRangeKernel",
                    ADDRESS,
                    ADDRESS,
                    JAVA_INT,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS,
                    JAVA_INT,
                    ADDRESS,
                    ADDRESS),
            status("clFinish", ADDRESS));

    private static final int NO_PLATFORM = -1001;
    private static final int NO_DEVICE = -1;
    private static final long ANY_TYPE = 0xFFFFFFFFL;
    private static final long GPU = 4;

    private static final int PLATFORM_NAME = 0x902;
    private static final int TYPE = 0x1000;
    private static final int MAX_ALLOCATION = 0x1010;
    private static final int GLOBAL_MEMORY = 0x101F;
    private static final int NAME = 0x102B;
    private static final int DRIVER_VERSION = 0x102D;
    private static final int DOUBLES = 0x1032;

    private final NativeLibrary library;

    OpenCl(SymbolLookup library) {
        this.library = new NativeLibrary(library, "the OpenCL library is none of version 1.2", FUNCTIONS);
    }

    /**
     * The devices of all its platforms.
     *
     * @throws DeviceException if there is no OpenCL library or no device, or a platform fails
     */
    static List<Device> devices() {
        return devices(LIBRARIES);
    }

    /** Those that the first of these libraries finds. */
    static List<Device> devices(List<String> libraries) {
        OpenCl openCl = new OpenCl(NativeLibrary.first(libraries)
                .orElseThrow(() -> new DeviceException.Absent(
                        "there is no OpenCL library (" + String.join(", ", libraries) + ")")));
        List<Device> devices = new ArrayList<>();
        for (MemorySegment platform : openCl.handles(NO_PLATFORM, "clGetPlatformIDs")) {
            String name = openCl.text("clGetPlatformInfo", platform, PLATFORM_NAME);
            openCl.handles(NO_DEVICE, "clGetDeviceIDs", platform, ANY_TYPE)
                    .forEach(device -> devices.add(openCl.device(name, device)));
        }
        if (devices.isEmpty()) {
            throw new DeviceException.Absent("OpenCL finds no device");
        }
        return devices;
    }

    private Device device(String platform, MemorySegment handle) {
        return new Device(
                text("clGetDeviceInfo", handle, NAME),
                "OpenCL, " + platform + " " + text("clGetDeviceInfo", handle, DRIVER_VERSION),
                number(handle, GLOBAL_MEMORY),
                number(handle, MAX_ALLOCATION),
                (number(handle, TYPE) & GPU) != 0,
                number(handle, DOUBLES) != 0,
                device -> new OpenClContext(device, this, handle));
    }

    /** What a function that fills an array with handles has; none where it reports a certain error. */
    private List<MemorySegment> handles(int none, String function, Object... of) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocate(JAVA_INT);
            int status = status(function, with(of, 0, MemorySegment.NULL, count));
            if (status == none) {
                return List.of();
            }
            check(function, status);
            int n = count.get(JAVA_INT, 0);
            MemorySegment handles = call.allocate(ADDRESS, n);
            call(function, with(of, n, handles, MemorySegment.NULL));
            List<MemorySegment> all = new ArrayList<>();
            for (int i = 0; i < n; i++) {
                all.add(handles.getAtIndex(ADDRESS, i));
            }
            return all;
        }
    }

    private static Object[] with(Object[] first, Object... more) {
        List<Object> all = new ArrayList<>(List.of(first));
        all.addAll(List.of(more));
        return all.toArray();
    }

    /** What a function that tells something tells of that, in words. */
    String text(String function, Object... of) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment length = call.allocate(JAVA_LONG);
            call(function, with(of, 0L, MemorySegment.NULL, length));
            MemorySegment text = call.allocate(length.get(JAVA_LONG, 0) + 1);
            call(function, with(of, length.get(JAVA_LONG, 0), text, MemorySegment.NULL));
            return text.getString(0).strip();
        }
    }

    /** A number that describes a device. */
    long number(MemorySegment device, int what) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment number = call.allocate(JAVA_LONG);
            call("clGetDeviceInfo", device, what, number.byteSize(), number, MemorySegment.NULL);
            return number.get(JAVA_LONG, 0);
        }
    }

    private static Map.Entry<String, FunctionDescriptor> status(String name, MemoryLayout... arguments) {
        return Map.entry(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /** One that creates something: its last argument is where it puts the error code. */
    private static Map.Entry<String, FunctionDescriptor> handle(String name, MemoryLayout... arguments) {
        return Map.entry(name, FunctionDescriptor.of(ADDRESS, arguments));
    }

    /** The error code; 0 is success. */
    int status(String name, Object... arguments) {
        return library.status(name, arguments);
    }

    void call(String name, Object... arguments) {
        check(name, status(name, arguments));
    }

    /**
     * Creates something that is released when the arena is closed.
     *
     * @param arguments without the error code
     */
    MemorySegment create(Arena arena, String release, String name, Object... arguments) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment code = call.allocate(JAVA_INT);
            Object[] all = Arrays.copyOf(arguments, arguments.length + 1);
            all[arguments.length] = code;
            MemorySegment made = (MemorySegment) library.call(name, all);
            check(name, code.get(JAVA_INT, 0));
            return made.reinterpret(arena, handle -> status(release, handle));
        }
    }

    private static void check(String name, int code) {
        if (code != 0) {
            throw new DeviceException("the device fails: " + name + " reports error " + code
                    + switch (code) {
                        case -1 -> ", no such device";
                        case -2 -> ", the device is not available";
                        case -4 -> ", its memory does not suffice";
                        case -5 -> ", its resources do not suffice";
                        case -6 -> ", the host's memory does not suffice";
                        default -> "";
                    });
        }
    }
}
