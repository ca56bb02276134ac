package org.equicert.verification.key;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BiConsumer;

/** Several provers, each in a process of its own with the same sources loaded, that share a list of tasks. */
final class Crew implements AutoCloseable {

    private static final long NEEDS = 2L << 30; // a worker's heap, and what the JVM takes beside it

    private final Path sources;
    private final Path settingsFile;
    private final Settings settings;
    private final List<WorkerProcess> workers = new ArrayList<>();
    private final List<FutureTask<Worker.Loaded>> loads = new ArrayList<>();

    /** Starts them, all loading at once. */
    Crew(Path sources, Path settingsFile, Settings settings, int size) throws IOException {
        this.sources = sources;
        this.settingsFile = settingsFile;
        this.settings = settings;
        for (int i = 0; i < size; i++) {
            WorkerProcess worker = WorkerProcess.start(settingsFile);
            workers.add(worker);
            loads.add(new FutureTask<>(() -> worker.load(sources, settings.loadSeconds())));
            Thread.ofPlatform().daemon().start(loads.getLast());
        }
    }

    /** As many as processors and memory allow; two are enough for this machine's kind. */
    static int fitting() {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        long byMemory = system.getTotalMemorySize() / NEEDS;
        return (int) Math.max(1, Math.min(2, Math.min(byMemory, system.getAvailableProcessors())));
    }

    /** What the sources hold; {@code Unusable} says why they cannot be loaded. */
    Worker.Loaded loaded() throws Unusable, InterruptedException {
        return loaded(0);
    }

    private Worker.Loaded loaded(int worker) throws Unusable, InterruptedException {
        try {
            return loads.get(worker).get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Unusable known ? known : new Unusable(String.valueOf(e.getCause()), e);
        }
    }

    /** Tries everything, in order; each outcome is handed over as it comes, one at a time. */
    void run(Collection<Task> tasks, BiConsumer<Task, Outcome> done) throws InterruptedException, Unusable {
        Queue<Task> queue = new ConcurrentLinkedQueue<>(tasks);
        List<FutureTask<Void>> shares = new ArrayList<>();
        for (int i = 0; i < workers.size(); i++) {
            int worker = i;
            shares.add(new FutureTask<>(() -> {
                work(worker, queue, done);
                return null;
            }));
            Thread.ofPlatform().start(shares.getLast());
        }
        for (FutureTask<Void> share : shares) {
            try {
                share.get();
            } catch (ExecutionException e) {
                queue.clear();
                throw e.getCause() instanceof Unusable known ? known : new Unusable(String.valueOf(e.getCause()), e);
            }
        }
    }

    private void work(int index, Queue<Task> queue, BiConsumer<Task, Outcome> done) throws Exception {
        for (Task task = queue.poll(); task != null; task = queue.poll()) {
            loaded(index);
            if (!workers.get(index).isAlive()) {
                workers.get(index).close();
                workers.set(index, WorkerProcess.start(settingsFile));
                workers.get(index).load(sources, settings.loadSeconds());
            }
            Outcome outcome = workers.get(index).ask(task);
            synchronized (this) {
                done.accept(task, outcome);
            }
        }
    }

    @Override
    public void close() {
        workers.forEach(WorkerProcess::close);
    }
}
