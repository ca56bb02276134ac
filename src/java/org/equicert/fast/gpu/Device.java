package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/**
 * A device that OpenCL found.
 *
 * @param name the maker's
 * @param driver the platform and the driver's version
 * @param memory bytes in all
 * @param largest bytes that one array may have
 * @param isGpu whether it is a graphics processor
 * @param hasF64 whether it computes in double
 */
public record Device(
        String name,
        String driver,
        long memory,
        long largest,
        boolean isGpu,
        boolean hasF64,
        MemorySegment handle,
        OpenCl openCl) {
    private static final int NO_PLATFORM = -1001;
    private static final int NO_DEVICE = -1;
    private static final long ANY_TYPE = 0xFFFFFFFFL;
    private static final long GPU = 4;

    private static final int PLATFORM_NAME = 0x902;
    private static final int TYPE = 0x1000;
    private static final int MAX_GROUP = 0x1004;
    private static final int MAX_ALLOCATION = 0x1010;
    private static final int GLOBAL_MEMORY = 0x101F;
    private static final int NAME = 0x102B;
    private static final int DRIVER_VERSION = 0x102D;
    private static final int DOUBLES = 0x1032;

    /**
     * All devices, in the order in which their drivers name them.
     *
     * @throws DeviceException if there is no OpenCL library, or a driver fails
     */
    public static List<Device> found() {
        OpenCl openCl = OpenCl.load();
        List<Device> found = new ArrayList<>();
        for (MemorySegment platform : handles(openCl, NO_PLATFORM, "clGetPlatformIDs")) {
            String name = text(openCl, "clGetPlatformInfo", platform, PLATFORM_NAME);
            handles(openCl, NO_DEVICE, "clGetDeviceIDs", platform, ANY_TYPE)
                    .forEach(device -> found.add(of(openCl, name, device)));
        }
        return found;
    }

    /** Whether it computes in a format. */
    public boolean has(Format format) {
        return format == Format.F32 || hasF64;
    }

    /**
     * Makes it ready to compute.
     *
     * @throws DeviceException if it fails
     */
    public Context open() {
        return new Context(this);
    }

    /** How many items a group may have. */
    long largestGroup() {
        return number(openCl, handle, MAX_GROUP);
    }

    private static Device of(OpenCl openCl, String platform, MemorySegment device) {
        return new Device(
                text(openCl, "clGetDeviceInfo", device, NAME),
                platform + " " + text(openCl, "clGetDeviceInfo", device, DRIVER_VERSION),
                number(openCl, device, GLOBAL_MEMORY),
                number(openCl, device, MAX_ALLOCATION),
                (number(openCl, device, TYPE) & GPU) != 0,
                number(openCl, device, DOUBLES) != 0,
                device,
                openCl);
    }

    /** What a function that fills an array with handles has; none where it reports a certain error. */
    private static List<MemorySegment> handles(OpenCl openCl, int none, String function, Object... of) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment count = call.allocate(JAVA_INT);
            int status = openCl.status(function, with(of, 0, MemorySegment.NULL, count));
            if (status == none) {
                return List.of();
            }
            OpenCl.check(function, status);
            int n = count.get(JAVA_INT, 0);
            MemorySegment handles = call.allocate(ADDRESS, n);
            openCl.call(function, with(of, n, handles, MemorySegment.NULL));
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
    static String text(OpenCl openCl, String function, Object... of) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment length = call.allocate(JAVA_LONG);
            openCl.call(function, with(of, 0L, MemorySegment.NULL, length));
            MemorySegment text = call.allocate(length.get(JAVA_LONG, 0) + 1);
            openCl.call(function, with(of, length.get(JAVA_LONG, 0), text, MemorySegment.NULL));
            return text.getString(0).strip();
        }
    }

    private static long number(OpenCl openCl, MemorySegment device, int what) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment number = call.allocate(JAVA_LONG);
            openCl.call("clGetDeviceInfo", device, what, number.byteSize(), number, MemorySegment.NULL);
            return number.get(JAVA_LONG, 0);
        }
    }
}
