package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodType;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The functions of OpenCL 1.2 that the device machine needs, called by name. Whatever they report other than success is a
 * {@link DeviceException}.
 */
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

    private final Map<String, MethodHandle> functions = new HashMap<>();

    private OpenCl(SymbolLookup library) {
        FUNCTIONS.forEach((name, descriptor) -> functions.put(name, link(library, name, descriptor)));
    }

    /** @throws DeviceException if there is no OpenCL library on this machine */
    static OpenCl load() {
        return load(LIBRARIES);
    }

    /** The first of these libraries that is there. */
    static OpenCl load(List<String> libraries) {
        for (String library : libraries) {
            SymbolLookup found;
            try {
                found = SymbolLookup.libraryLookup(library, Arena.global());
            } catch (IllegalArgumentException absent) {
                continue;
            }
            return new OpenCl(found);
        }
        throw new DeviceException(
                "there is no OpenCL library (" + String.join(", ", libraries) + "): " + DeviceException.REMEDY);
    }

    private static MethodHandle link(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        MemorySegment symbol = library.find(name)
                .orElseThrow(() -> new DeviceException("the OpenCL library is none of version 1.2: it has no " + name));
        return Linker.nativeLinker()
                .downcallHandle(symbol, descriptor)
                .asSpreader(Object[].class, descriptor.argumentLayouts().size())
                .asType(MethodType.methodType(Object.class, Object[].class));
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
        return (int) invoke(name, arguments);
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
            MemorySegment made = (MemorySegment) invoke(name, all);
            check(name, code.get(JAVA_INT, 0));
            return made.reinterpret(arena, handle -> status(release, handle));
        }
    }

    private Object invoke(String name, Object... arguments) {
        MethodHandle function = functions.get(name);
        if (function == null) {
            throw new IllegalArgumentException(name);
        }
        try {
            return (Object) function.invokeExact(arguments);
        } catch (RuntimeException | Error unexpected) {
            throw unexpected;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static void check(String name, int code) {
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
