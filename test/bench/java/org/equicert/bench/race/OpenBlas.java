package org.equicert.bench.race;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_BYTE;
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
import org.equicert.bench.race.Contestant.Absent;

/** OpenBLAS through foreign functions (Debian: {@code libopenblas0-pthread}). */
final class OpenBlas {
    private static final int ROW_MAJOR = 101;
    private static final int AS_IT_IS = 111;

    private static final MemoryLayout TEXT = MemoryLayout.sequenceLayout(1024, JAVA_BYTE);

    private final MethodHandle threads;
    private final MethodHandle dgemm;
    private final MethodHandle sgemm;

    private OpenBlas(SymbolLookup library) {
        threads = handle(library, "openblas_set_num_threads", FunctionDescriptor.ofVoid(JAVA_INT));
        dgemm = handle(library, "cblas_dgemm", gemm(JAVA_DOUBLE));
        sgemm = handle(library, "cblas_sgemm", gemm(JAVA_FLOAT));
    }

    /** @param threads how many it is to use */
    static OpenBlas installed(int threads) throws Absent {
        OpenBlas openBlas = new OpenBlas(library());
        openBlas.useThreads(threads);
        return openBlas;
    }

    private static SymbolLookup library() throws Absent {
        try {
            return SymbolLookup.libraryLookup("libopenblas.so.0", Arena.global());
        } catch (IllegalArgumentException absent) {
            throw new Absent("OpenBLAS is not installed (libopenblas.so.0)");
        }
    }

    /** What it says of itself: {@code 0.3.21}. */
    static String version() throws Absent {
        MethodHandle config =
                handle(library(), "openblas_get_config", FunctionDescriptor.of(ADDRESS.withTargetLayout(TEXT)));
        try {
            String text = ((MemorySegment) config.invokeExact()).getString(0);
            return text.replaceFirst("^OpenBLAS ", "").replaceFirst(" .*", "");
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
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

    private void useThreads(int count) {
        try {
            threads.invokeExact(count);
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** c = a·b, n × n. */
    double[] multiply(int n, double[] a, double[] b, double[] c) {
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
            return c;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** c = a·b, n × n. */
    float[] multiply(int n, float[] a, float[] b, float[] c) {
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
            return c;
        } catch (Throwable impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
