package org.equicert.verification.key;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** Plants faults, many that cannot see each other in one copy of the sources, and has each target contract tried. */
final class Mutating {

    private static final int MOST_IN_A_BATCH = 60;

    private final Project project;
    private final Ledger ledger;
    private final MutantLedger results;
    private final PrintStream progress;
    private final List<String> existing;
    private final AtomicInteger done = new AtomicInteger();

    Mutating(Project project, List<Mutant> all, PrintStream progress) throws IOException, Unusable {
        this.project = project;
        this.ledger = project.ledger();
        this.results = MutantLedger.read(project);
        this.progress = progress;
        this.existing = all.stream().map(Mutant::id).toList();
    }

    /** Tries them; the rows are written as they come. Returns those that survive without an explanation. */
    List<String> run(List<Mutant> chosen, int jobs) throws IOException, Unusable, InterruptedException {
        List<Mutant> ready = chosen.stream().filter(m -> limits(m) != null).toList();
        if (ready.size() < chosen.size()) {
            progress.printf(
                    "%d left out: their contracts are not proved on these sources%n", chosen.size() - ready.size());
        }
        Influence influence = new Influence(project.sources(), project.links().outline());
        Queue<List<Mutant>> batches = new ConcurrentLinkedQueue<>(influence.batches(ready, MOST_IN_A_BATCH));
        progress.printf(
                "%d of %d faults in %d copies of the sources; every one must stay open%n",
                ready.size(), existing.size(), batches.size());
        List<Thread> threads = new ArrayList<>();
        List<Exception> thrown = new ArrayList<>();
        for (int i = 0; i < Math.min(jobs, batches.size()); i++) {
            threads.add(Thread.ofPlatform().start(() -> {
                try {
                    work(batches, ready.size());
                } catch (Exception e) {
                    synchronized (thrown) {
                        thrown.add(e);
                    }
                    batches.clear();
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        if (!thrown.isEmpty()) {
            throw new Unusable(String.valueOf(thrown.getFirst().getMessage()), thrown.getFirst());
        }
        List<String> chosenIds = chosen.stream().map(Mutant::id).toList();
        return results.unexplained(project).stream().filter(chosenIds::contains).toList();
    }

    private void work(Queue<List<Mutant>> batches, int total) throws Exception {
        WorkerProcess worker = null;
        try {
            for (List<Mutant> batch = batches.poll(); batch != null; batch = batches.poll()) {
                worker = attempt(batch, worker, total);
            }
        } finally {
            if (worker != null) {
                worker.close();
            }
        }
    }

    /** One copy with all faults of a batch; one that the prover cannot load is divided until the guilty fault is alone. */
    private WorkerProcess attempt(List<Mutant> batch, WorkerProcess given, int total) throws Exception {
        WorkerProcess worker = given == null || !given.isAlive() ? WorkerProcess.start(project.settingsFile()) : given;
        Path copy = Files.createTempDirectory("equicert-mutants");
        try {
            for (var each : Mutant.planted(batch, project.sources()).entrySet()) {
                Files.writeString(copy.resolve(each.getKey() + ".java"), each.getValue());
            }
            try {
                worker.load(copy, project.settings().loadSeconds());
            } catch (Unusable e) {
                if (batch.size() == 1) {
                    record(batch.getFirst(), MutantLedger.STILLBORN, 0, total);
                    return worker;
                }
                int half = batch.size() / 2;
                worker = attempt(batch.subList(0, half), worker, total);
                return attempt(batch.subList(half, batch.size()), worker, total);
            }
            for (Mutant mutant : batch) {
                if (!worker.isAlive()) {
                    worker = WorkerProcess.start(project.settingsFile());
                    worker.load(copy, project.settings().loadSeconds());
                }
                Outcome outcome = worker.ask(new Task(mutant.target(), limits(mutant), null, null));
                record(mutant, outcome.status().toString(), outcome.seconds(), total);
            }
            return worker;
        } finally {
            Sources.delete(copy);
        }
    }

    /**
     * How long a fault is tried: twice the steps and three times the seconds of the proof that it attacks, and something;
     * null if there is no such proof.
     */
    private Settings.Strategy limits(Mutant mutant) {
        Ledger.Entry row = ledger.entry(mutant.target());
        if (row == null || !row.proved() || project.isStale(row)) {
            return null;
        }
        return project.settings()
                .strategyOf(mutant.target())
                .within(2 * row.nodes() + 1000, (int) (3 * row.seconds()) + 10);
    }

    private synchronized void record(Mutant mutant, String status, double seconds, int total) throws IOException {
        MutantLedger.Row row = new MutantLedger.Row(
                mutant.id(),
                mutant.kind().toString(),
                mutant.line(project.sources()),
                mutant.change(),
                status,
                seconds,
                MutantLedger.hash(mutant.id(), project));
        results.rows().put(row.id(), row);
        results.write(project, existing);
        int number = done.incrementAndGet();
        String explanation = results.explanation(row.id());
        if (row.survived()) {
            progress.printf("%d/%d CLOSES   %s%n", number, total, row.id());
            progress.println("    " + project.sources().directory().resolve(Sources.type(row.id()) + ".java") + ":"
                    + row.line() + ": "
                    + (explanation == null ? "the prover accepts this fault" : "no fault: " + explanation));
        } else {
            progress.printf("%d/%d %-8s %s%n", number, total, row.status(), row.id());
        }
    }

    String summary() {
        return results.summary(project);
    }
}
