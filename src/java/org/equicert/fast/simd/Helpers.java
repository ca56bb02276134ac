package org.equicert.fast.simd;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Threads that take a part of a large contraction. After one they wait awake for a moment, since the next is often near and
 * waking a thread takes longer than many a product. The JVM may end while they wait.
 */
final class Helpers {
    /** Nanoseconds that a helper waits awake, and that a caller waits so for its helpers. */
    private static final long AWAKE = 300_000;

    private static final int MOST = Runtime.getRuntime().availableProcessors() - 1;
    private static final ReentrantLock ENGAGED = new ReentrantLock();
    private static final List<Helper> HELPERS = new ArrayList<>();

    private Helpers() {}

    /**
     * Runs these tasks, at once as far as there are processors and nobody else has the helpers, and returns when all are done.
     * What one of them throws, it throws.
     *
     * @param threads how many at the most, the caller's among them
     */
    static void run(int threads, List<Runnable> tasks) {
        Job job = new Job(tasks);
        if (tasks.size() > 1 && ENGAGED.tryLock()) {
            try {
                engage(Math.min(Math.min(threads, tasks.size()) - 1, MOST), job);
                job.run();
                job.await();
            } finally {
                ENGAGED.unlock();
            }
        } else {
            job.run();
        }
        job.rethrow();
    }

    private static void engage(int count, Job job) {
        while (HELPERS.size() < count) {
            Helper helper = new Helper(HELPERS.size());
            HELPERS.add(helper);
            helper.start();
        }
        HELPERS.subList(0, count).forEach(helper -> helper.take(job));
    }

    /** Tasks that whoever is free takes one by one: a helper that wakes too late finds none, and keeps nobody waiting. */
    private static final class Job {
        private final List<Runnable> tasks;
        private final AtomicInteger next = new AtomicInteger();
        private final AtomicInteger done = new AtomicInteger();
        private volatile @Nullable Throwable failure;

        Job(List<Runnable> tasks) {
            this.tasks = tasks;
        }

        void run() {
            for (int i = next.getAndIncrement(); i < tasks.size(); i = next.getAndIncrement()) {
                try {
                    tasks.get(i).run();
                } catch (RuntimeException | Error e) {
                    failure = e;
                } finally {
                    done.getAndIncrement();
                }
            }
        }

        void await() {
            for (long from = System.nanoTime(); done.get() < tasks.size(); ) {
                if (System.nanoTime() - from < AWAKE) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.parkNanos(AWAKE);
                }
            }
        }

        void rethrow() {
            if (failure instanceof Error error) {
                throw error;
            }
            if (failure instanceof RuntimeException exception) {
                throw exception;
            }
        }
    }

    private static final class Helper extends Thread {
        private final AtomicReference<@Nullable Job> offered = new AtomicReference<>();

        Helper(int number) {
            super("equicert-helper-" + number);
            setDaemon(true);
        }

        void take(Job job) {
            offered.set(job);
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            for (long from = System.nanoTime(); ; ) {
                Job job = offered.get() == null ? null : offered.getAndSet(null);
                if (job != null) {
                    job.run();
                    from = System.nanoTime();
                } else if (System.nanoTime() - from < AWAKE) {
                    Thread.onSpinWait();
                } else {
                    LockSupport.park();
                }
            }
        }
    }
}
