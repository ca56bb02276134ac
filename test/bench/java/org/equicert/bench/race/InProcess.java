package org.equicert.bench.race;

import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A contestant in this JVM.
 *
 * @param call what is timed
 * @param check what of its result is held against the others'
 */
record InProcess<T>(String name, double work, Supplier<T> call, Function<T, Checksum> check) implements Contestant {
    /** What a call returns is stored here, lest the compiler finds that nobody needs it. */
    private static volatile Object sink = "";

    @Override
    public double seconds(int calls) {
        long start = System.nanoTime();
        for (int i = 0; i < calls; i++) {
            sink = call.get();
        }
        double seconds = (System.nanoTime() - start) * 1e-9;
        sink = ""; // lets a large result go
        return seconds;
    }

    @Override
    public Checksum result() {
        return check.apply(call.get());
    }
}
