package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** CUDA's driver, as far as the device machine needs it. Whatever it reports other than success is a {@link DeviceException}. */
final class Cuda {
    /** What the library is called that comes with the driver: on Linux, on Windows. */
    private static final List<String> LIBRARIES = List.of("libcuda.so.1", "nvcuda.dll");

    static final Map<String, FunctionDescriptor> FUNCTIONS = Map.ofEntries(
            function("cuInit", JAVA_INT),
            function("cuDriverGetVersion", ADDRESS),
            function("cuGetErrorString", JAVA_INT, ADDRESS),
            function("cuDeviceGetCount", ADDRESS),
            function("cuDeviceGet", ADDRESS, JAVA_INT),
            function("cuDeviceGetName", ADDRESS, JAVA_INT, JAVA_INT),
            function("cuDeviceGetAttribute", ADDRESS, JAVA_INT, JAVA_INT),
            function("cuDeviceTotalMem_v2", ADDRESS, JAVA_INT),
            function("cuDevicePrimaryCtxRetain", ADDRESS, JAVA_INT),
            function("cuDevicePrimaryCtxRelease_v2", JAVA_INT),
            function("cuCtxSetCurrent", ADDRESS),
            function("cuModuleLoadDataEx", ADDRESS, ADDRESS, JAVA_INT, ADDRESS, ADDRESS),
            function("cuModuleUnload", ADDRESS),
            function("cuModuleGetFunction", ADDRESS, ADDRESS, ADDRESS),
            function("cuMemAlloc_v2", ADDRESS, JAVA_LONG),
            function("cuMemFree_v2", ADDRESS),
            function("cuMemcpyHtoDAsync_v2", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS),
            function("cuMemcpyDtoHAsync_v2", ADDRESS, ADDRESS, JAVA_LONG, ADDRESS),
            function("cuStreamCreate", ADDRESS, JAVA_INT),
            function("cuStreamSynchronize", ADDRESS),
            function("cuStreamDestroy_v2", ADDRESS),
            function(
                    "cuLaunchKernel",
                    ADDRESS,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    JAVA_INT,
                    ADDRESS,
                    ADDRESS,
                    ADDRESS));

    private static final int NO_DEVICE = 100;
    private static final int CAPABILITY = 75;
    private static final int MINOR_CAPABILITY = 76;
    private static final int NAME_LENGTH = 256;

    private final NativeLibrary library;
    private final Supplier<Optional<SymbolLookup>> blas;

    /** @param blas finds cuBLAS, where it is there */
    Cuda(SymbolLookup library, Supplier<Optional<SymbolLookup>> blas) {
        this.blas = blas;
        this.library = new NativeLibrary(library, "the CUDA driver is too old", FUNCTIONS);
    }

    private static Map.Entry<String, FunctionDescriptor> function(String name, MemoryLayout... arguments) {
        return Map.entry(name, FunctionDescriptor.of(JAVA_INT, arguments));
    }

    /**
     * The GPUs that the driver names.
     *
     * @throws DeviceException if there is no CUDA driver or no such GPU, or it fails
     */
    static List<Device> devices() {
        return devices(LIBRARIES);
    }

    /** Those that the first of these libraries finds. */
    static List<Device> devices(List<String> libraries) {
        SymbolLookup library = NativeLibrary.first(libraries)
                .orElseThrow(() ->
                        new DeviceException.Absent("there is no CUDA driver (" + String.join(", ", libraries) + ")"));
        return new Cuda(library, () -> NativeLibrary.first(Cublas.LIBRARIES)).found();
    }

    List<Device> found() {
        int begun = library.status("cuInit", 0);
        if (begun == NO_DEVICE) {
            throw new DeviceException.Absent("CUDA finds no device");
        }
        check("cuInit", begun);
        int version = number("cuDriverGetVersion");
        String driver = "CUDA %d.%d".formatted(version / 1000, version % 1000 / 10);
        List<Device> devices = new ArrayList<>();
        List<String> tooOld = new ArrayList<>();
        int count = number("cuDeviceGetCount");
        for (int i = 0; i < count; i++) {
            int handle = number("cuDeviceGet", i);
            int capability = 10 * number("cuDeviceGetAttribute", CAPABILITY, handle)
                    + number("cuDeviceGetAttribute", MINOR_CAPABILITY, handle);
            if (capability < Kernels.CAPABILITY) {
                tooOld.add(name(handle) + ", of capability " + capability / 10.0);
            } else {
                devices.add(device(driver, handle));
            }
        }
        if (devices.isEmpty()) {
            throw tooOld.isEmpty()
                    ? new DeviceException.Absent("CUDA finds no device")
                    : new DeviceException("CUDA finds no device of compute capability " + Kernels.CAPABILITY / 10.0
                            + " or more, but " + String.join(" and ", tooOld));
        }
        return devices;
    }

    private Device device(String driver, int handle) {
        long memory = made(JAVA_LONG, told -> told.get(JAVA_LONG, 0), "cuDeviceTotalMem_v2", handle);
        return new Device(
                name(handle), driver, memory, memory, true, true, device -> new CudaContext(device, this, handle));
    }

    private String name(int handle) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment name = call.allocate(NAME_LENGTH);
            call("cuDeviceGetName", name, NAME_LENGTH, handle);
            return name.getString(0);
        }
    }

    private int number(String function, Object... of) {
        return made(JAVA_INT, told -> told.get(JAVA_INT, 0), function, of);
    }

    /** cuBLAS, where it is there. */
    Optional<SymbolLookup> blas() {
        return blas.get();
    }

    /** What a function makes whose first argument is where it puts it. */
    MemorySegment make(String function, Object... of) {
        return made(ADDRESS, told -> told.get(ADDRESS, 0), function, of);
    }

    private <T> T made(ValueLayout layout, Function<MemorySegment, T> value, String function, Object... of) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment made = call.allocate(layout);
            Object[] arguments = new Object[of.length + 1];
            arguments[0] = made;
            System.arraycopy(of, 0, arguments, 1, of.length);
            call(function, arguments);
            return value.apply(made);
        }
    }

    /** The error code; 0 is success. */
    int status(String function, Object... arguments) {
        return library.status(function, arguments);
    }

    void call(String function, Object... arguments) {
        check(function, status(function, arguments));
    }

    private void check(String function, int code) {
        if (code != 0) {
            throw new DeviceException("the device fails: " + function + " reports " + error(code));
        }
    }

    /** An error code, and what the driver says of it. */
    String error(int code) {
        try (Arena call = Arena.ofConfined()) {
            MemorySegment words = call.allocate(ADDRESS);
            int status = status("cuGetErrorString", code, words);
            return "error " + code
                    + (status == 0
                            ? ", "
                                    + words.get(ADDRESS, 0)
                                            .reinterpret(Long.MAX_VALUE)
                                            .getString(0)
                            : "");
        }
    }
}
