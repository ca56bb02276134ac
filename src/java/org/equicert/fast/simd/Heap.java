package org.equicert.fast.simd;

import java.util.Locale;
import java.util.function.IntFunction;
import org.equicert.fast.Contraction;
import org.equicert.fast.ShapeException;

/** Room for results on the heap, asked for before any work begins. */
final class Heap {
    private static final double GIBIBYTE = 0x1p30;

    private Heap() {}

    /**
     * The array that f's result is written to.
     *
     * @param bytes of an entry
     * @throws ShapeException if the heap has no room for it
     */
    static <V> V result(Contraction f, int bytes, IntFunction<V> array) {
        try {
            return array.apply(f.c());
        } catch (OutOfMemoryError e) {
            throw new ShapeException(String.format(
                    Locale.ROOT,
                    "a result of %d entries from operands of %d and %d needs %.2f GiB of a heap of at most %.2f GiB,"
                            + " which -Xmx raises",
                    f.c(),
                    f.a(),
                    f.b(),
                    (double) f.c() * bytes / GIBIBYTE,
                    Runtime.getRuntime().maxMemory() / GIBIBYTE));
        }
    }
}
