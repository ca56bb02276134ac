package org.equicert.fast.simd;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Tasks that are shared with helpers are all done, and once, when the call returns. */
class HelpersProperties {
    @Property(tries = 200)
    void everyTaskIsDoneOnce(@ForAll @IntRange(max = 9) int tasks, @ForAll @IntRange(min = 1, max = 3) int micros) {
        assertDoneOnce(tasks, micros);
    }

    /** Longer than helpers wait awake, so that they sleep when the next call comes. */
    @Property(tries = 20)
    void everyTaskIsDoneOnceAfterARest(@ForAll @IntRange(max = 9) int tasks) {
        LockSupport.parkNanos(2_000_000);
        assertDoneOnce(tasks, 1);
    }

    @Property(tries = 50)
    void callersAtOnceDoNotMeet(@ForAll @IntRange(min = 2, max = 5) int callers, @ForAll @IntRange(max = 9) int tasks) {
        List<Throwable> failures = IntStream.range(0, callers)
                .parallel()
                .boxed()
                .<Throwable>mapMulti((caller, failed) -> {
                    try {
                        assertDoneOnce(tasks, 1);
                    } catch (AssertionError e) {
                        failed.accept(e);
                    }
                })
                .toList();
        assertEquals(List.of(), failures);
    }

    @Property(tries = 100)
    void whatATaskThrowsIsThrownWhenAllAreDone(
            @ForAll @IntRange(min = 1, max = 9) int tasks, @ForAll @IntRange(max = 8) int which) {
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);
        Error thrown = new OutOfMemoryError("of task " + which % tasks);
        List<Runnable> failing = IntStream.range(0, tasks)
                .<Runnable>mapToObj(i -> () -> {
                    done.getAndIncrement(i);
                    if (i == which % tasks) {
                        throw thrown;
                    }
                })
                .toList();
        assertSame(thrown, assertThrows(OutOfMemoryError.class, () -> Helpers.run(3, failing)));
        assertOnes(done);
    }

    private static void assertDoneOnce(int tasks, int micros) {
        AtomicIntegerArray done = new AtomicIntegerArray(tasks);
        Helpers.run(
                3,
                IntStream.range(0, tasks)
                        .<Runnable>mapToObj(i -> () -> {
                            LockSupport.parkNanos(1000L * micros);
                            done.getAndIncrement(i);
                        })
                        .toList());
        assertOnes(done);
    }

    private static void assertOnes(AtomicIntegerArray done) {
        int[] ones = new int[done.length()];
        Arrays.fill(ones, 1);
        assertArrayEquals(ones, IntStream.range(0, ones.length).map(done::get).toArray());
    }
}
