package org.equicert.fast;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;

/** OpenBLAS through foreign functions (Debian: {@code libopenblas0-pthread}); its absence is an error that says so. */
final class OpenBlas {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;

    private final MethodHandle threads;
    private final MethodHandle dgemm;
    private final MethodHandle sgemm;

    OpenBlas() {
        SymbolLookup library;
        try {
            library = SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new IllegalStateException("OpenBLAS is not installed (libopenblas.so.0)", absent);
        }
        threads = handle(library, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
        dgemm = handle(library, "cblas_dgemm", gemm(JAVA_DOUBLE));
        sgemm = handle(library, "cblas_sgemm", gemm(JAVA_FLOAT));
    }

    private static FunctionDescriptor gemm(MemoryLayout scalar) {
        return FunctionDescriptor.ofVoid(
                JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, JAVA_INT, scalar, ADDRESS, JAVA_INT, ADDRESS,
                JAVA_INT, scalar, ADDRESS, JAVA_INT);
    }

    private static MethodHandle handle(SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker()
                .downcallHandle(library.findOrThrow(name), descriptor, Linker.Option.critical(true));
    }

    void useThreads(int count) {
        try {
            threads.invokeExact(count);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** c = a·b, n × n. */
    void multiply(int n, double[] a, double[] b, double[] c) {
        try {
            dgemm.invokeExact(
                    ROW_MAJOR,
                    AS_IT_IS,
                    AS_IT_IS,
                    n,
                    n,
                    n,
                    1.0,
                    MemorySegment.ofArray(a),
                    n,
                    MemorySegment.ofArray(b),
                    n,
                    0.0,
                    MemorySegment.ofArray(c),
                    n);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** c = a·b, n × n. */
    void multiply(int n, float[] a, float[] b, float[] c) {
        try {
            sgemm.invokeExact(
                    ROW_MAJOR,
                    AS_IT_IS,
                    AS_IT_IS,
                    n,
                    n,
                    n,
                    1.0f,
                    MemorySegment.ofArray(a),
                    n,
                    MemorySegment.ofArray(b),
                    n,
                    0.0f,
                    MemorySegment.ofArray(c),
                    n);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
