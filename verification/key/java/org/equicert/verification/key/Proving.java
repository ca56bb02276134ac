package org.equicert.verification.key;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** From the sources to the ledger: what has changed is proved again, the longest first, and recorded as it comes. */
final class Proving {

    private static final double UNKNOWN_SECONDS = 30;
    private static final int GOAL_LINES = 60;

    /**
     * How it is done.
     *
     * @param fresh whether everything is searched for anew, whatever the ledger and the cache hold
     * @param replay whether saved proofs are followed even where the ledger has the row
     * @param save whether proofs that are found are kept
     */
    record Way(boolean fresh, boolean replay, boolean save, int jobs) {}

    private final Project project;
    private final Ledger old;
    private final ProofCache cache;
    private final Way way;
    private final PrintStream progress;
    private final Map<String, Ledger.Entry> entries = new TreeMap<>();
    private Unusable trouble;

    Proving(Project project, ProofCache cache, Way way, PrintStream progress) throws IOException, Unusable {
        this.project = project;
        this.old = project.ledger();
        this.cache = cache;
        this.way = way;
        this.progress = progress;
    }

    /** Proves what is selected and not yet proved; the rest is kept. */
    Ledger run(Selection selection) throws IOException, Unusable, InterruptedException {
        long start = System.nanoTime();
        current().write(project.ledgerFile()); // whether it can be written is better known now than in ten minutes
        progress.printf("Loading %s with %s …%n", project.sources().directory(), Prover.NAME);
        try (Crew crew =
                new Crew(project.sources().directory(), project.settingsFile(), project.settings(), way.jobs())) {
            if (!crew.loaded().withoutContract().isEmpty()) {
                throw new Unusable(
                        "methods without a contract: " + crew.loaded().withoutContract());
            }
            List<String> todo = todo(crew.loaded().contracts(), selection);
            List<Task> tasks = tasks(todo);
            List<Task> again = new ArrayList<>();
            crew.run(tasks, (task, outcome) -> {
                if (task.replay() != null && outcome.status() != Ledger.Status.PROVED) {
                    progress.println("REPLAY   " + task.contract() + ": " + outcome.said() + "; searching instead");
                    again.add(new Task(task.contract(), task.strategy(), null, task.save()));
                } else {
                    record(task.contract(), outcome);
                }
            });
            crew.run(again, (task, outcome) -> record(task.contract(), outcome));
            if (trouble != null) {
                throw trouble;
            }
            report(selection, tasks.size(), (System.nanoTime() - start) / 1e9);
        }
        return current();
    }

    private List<String> todo(List<String> contracts, Selection selection) throws Unusable {
        if (contracts.stream().noneMatch(selection::contains)) {
            throw selection.empty(contracts);
        }
        List<String> todo = new ArrayList<>();
        for (String id : contracts) {
            Ledger.Entry known = old.entry(id);
            boolean current = known != null && !project.isStale(known);
            entries.put(id, current ? known : project.entry(id, Outcome.NOT_RUN));
            String reason = project.settings().notYetProved().get(id);
            if (reason != null && !id.equals(selection.given())) {
                progress.printf("DEFERRED %s is not proved: %s%n", id, reason);
            } else if (selection.contains(id)
                    && (way.fresh() || way.replay() || !entries.get(id).proved())) {
                todo.add(id);
            }
        }
        return longestFirst(todo, old);
    }

    /** By the seconds that each took the last time: the short ones fill what the long ones leave. */
    static List<String> longestFirst(List<String> contracts, Ledger known) {
        return contracts.stream()
                .sorted(Comparator.comparingDouble((String id) -> {
                            Ledger.Entry entry = known.entry(id);
                            return entry == null || entry.seconds() == 0 ? UNKNOWN_SECONDS : entry.seconds();
                        })
                        .reversed()
                        .thenComparing(id -> id))
                .toList();
    }

    private List<Task> tasks(List<String> contracts) throws IOException {
        List<Task> tasks = new ArrayList<>();
        for (String id : contracts) {
            Path saved = cache.file(id, project.hash(id));
            ProofCache.State state = way.fresh() ? ProofCache.State.ABSENT : ProofCache.state(saved);
            if (state == ProofCache.State.EDITED) {
                progress.println("EDITED   " + id + ": " + saved + " was changed since it was saved: not used");
            }
            tasks.add(new Task(
                    id,
                    project.settings().strategyOf(id),
                    state == ProofCache.State.INTACT ? saved : null,
                    way.save() ? saved : null));
        }
        return tasks;
    }

    private void record(String contract, Outcome outcome) {
        Ledger.Entry entry = project.entry(contract, outcome);
        entries.put(contract, entry);
        progress.println(entry.row());
        if (!entry.proved()) {
            progress.println("  " + entry.file() + ":" + entry.line());
            outcome.said().lines().limit(GOAL_LINES).forEach(line -> progress.println("    " + line));
        }
        try {
            current().write(project.ledgerFile()); // at once: an interrupted run keeps what it has
        } catch (Unusable e) {
            trouble = e;
        }
    }

    private Ledger current() {
        return entries.isEmpty()
                ? old
                : old.with(project.sources().hash(), project.settings().options(), entries.values());
    }

    private void report(Selection selection, int tried, double seconds) {
        List<String> open = current().unproved();
        progress.printf(
                "%n%d of %d contracts closed; %d tried now by %d prover%s, in %.0f s, the others unchanged%n",
                entries.size() - open.size(), entries.size(), tried, way.jobs(), way.jobs() == 1 ? "" : "s", seconds);
        List<String> wanted = open.stream().filter(selection::contains).toList();
        if (!wanted.isEmpty()) {
            progress.println("NOT PROVED: " + String.join(", ", wanted));
        }
    }
}
