package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.util.List;
import java.util.Map;
import org.equicert.fast.Contraction.Axis;

/** cuBLAS on one stream of a device: products of matrices. The device has to be the calling thread's. */
final class Cublas {
    /** What the library is called: on Linux, on Windows. */
    static final List<String> LIBRARIES = List.of(
            "libcublas.so.13",
            "libcublas.so.12",
            "libcublas.so.11",
            "cublas64_13.dll",
            "cublas64_12.dll",
            "cublas64_11.dll");

    /** The handle; whether to transpose each factor; m, n, k; α; X, Y with their strides; β; C with its; how many. */
    private static final MemoryLayout[] PRODUCT = {
        ADDRESS, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, ADDRESS,
        JAVA_INT, JAVA_LONG, ADDRESS, ADDRESS, JAVA_INT, JAVA_LONG, JAVA_INT
    };

    static final Map<String, FunctionDescriptor> FUNCTIONS = Map.of(
            "cublasCreate_v2", FunctionDescriptor.of(JAVA_INT, ADDRESS),
            "cublasDestroy_v2", FunctionDescriptor.of(JAVA_INT, ADDRESS),
            "cublasGetVersion_v2", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS),
            "cublasSetStream_v2", FunctionDescriptor.of(JAVA_INT, ADDRESS, ADDRESS),
            "cublasDgemmStridedBatched", FunctionDescriptor.of(JAVA_INT, PRODUCT),
            "cublasSgemmStridedBatched", FunctionDescriptor.of(JAVA_INT, PRODUCT));

    private final NativeLibrary library;
    private final MemorySegment handle;
    private final String version;

    /** @throws DeviceException if it lacks a function, or fails */
    Cublas(SymbolLookup symbols, MemorySegment stream) {
        this.library = new NativeLibrary(symbols, "cuBLAS is too old", FUNCTIONS);
        try (Arena call = Arena.ofConfined()) {
            MemorySegment made = call.allocate(ADDRESS);
            call("cublasCreate_v2", made);
            this.handle = made.get(ADDRESS, 0);
            try {
                MemorySegment number = call.allocate(JAVA_INT);
                call("cublasGetVersion_v2", handle, number);
                int word = number.get(JAVA_INT, 0);
                this.version = word / 10_000 + "." + word / 100 % 100;
                call("cublasSetStream_v2", handle, stream);
            } catch (DeviceException failing) {
                close();
                throw failing;
            }
        }
    }

    String version() {
        return version;
    }

    /** C = A·B, or C + A·B, where these parts of them begin. */
    synchronized void product(Format format, Gemm f, boolean adds, MemorySegment a, MemorySegment b, MemorySegment c) {
        String function = format == Format.F64 ? "cublasDgemmStridedBatched" : "cublasSgemmStridedBatched";
        Axis batch = f.batch();
        long apartA = batch.a();
        long apartB = batch.b();
        long apartC = batch.c();
        try (Arena call = Arena.ofConfined()) {
            call(
                    function,
                    handle,
                    f.x().transposed() ? 1 : 0,
                    f.y().transposed() ? 1 : 0,
                    f.m(),
                    f.n(),
                    f.k(),
                    format.pack(call, 1),
                    f.exchanged() ? b : a,
                    f.x().leading(),
                    f.exchanged() ? apartB : apartA,
                    f.exchanged() ? a : b,
                    f.y().leading(),
                    f.exchanged() ? apartA : apartB,
                    format.pack(call, adds ? 1 : 0),
                    c,
                    f.leadingC(),
                    apartC,
                    batch.extent());
        }
    }

    private void call(String function, Object... arguments) {
        int status = library.status(function, arguments);
        if (status != 0) {
            throw new DeviceException("cuBLAS fails: " + function + " reports error " + status);
        }
    }

    void close() {
        library.status("cublasDestroy_v2", handle);
    }
}
