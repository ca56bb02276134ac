package org.equicert.verification.key;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code ./equicert prove}: from the sources to the ledger, and the mutants that keep it honest. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        version = Prover.NAME,
        sortOptions = false,
        usageHelpWidth = 110,
        description = "Proves the contracts of the verified core with KeY and writes verification/ledger.json.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prove                                 prove what has changed since the ledger was written",
            "  prove --fresh                         prove everything anew (what CI does)",
            "  prove --only 'Composition\\..*'        prove some contracts",
            "  prove --status                        show the ledger, prove nothing",
            "  prove --mutants --sample 4 --seed 7   plant four of the faults, which must not be proved",
            "",
            "Exit code: 0 everything closed (with --mutants: every fault stayed open); 1 not so; 2 usage, or the",
            "sources could not be loaded. A contract whose sources, settings and prover are unchanged is kept from",
            "the ledger; --fresh trusts nothing that was recorded."
        })
public final class Prove implements Callable<Integer> {

    @Option(names = "--fresh", description = "Prove everything, whatever the ledger says.")
    private boolean fresh;

    @Option(
            names = "--only",
            paramLabel = "REGEX",
            description = "Only contracts with a matching name; the others are kept.")
    private String only = ".*";

    @Option(names = "--status", description = "Show the ledger, with stale rows marked; prove nothing.")
    private boolean status;

    @Option(names = "--mutants", description = "Plant the seeded faults and demand that each stays open.")
    private boolean mutants;

    @Option(names = "--sample", paramLabel = "N", description = "With --mutants: only N of them.")
    private int sample = Integer.MAX_VALUE;

    @Option(names = "--seed", paramLabel = "S", description = "With --sample: which ones (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--json",
            description = "Print the ledger as JSON on standard output; progress goes to standard error.")
    private boolean json;

    @Option(
            names = "--save-proofs",
            description = "Keep closed proofs in verification/key/proofs, for KeY's own viewer.")
    private boolean saveProofs;

    @Option(names = "--root", paramLabel = "DIR", description = "The project's root (default: the working directory).")
    private Path root = Path.of("");

    private final PrintStream out = System.out;
    private PrintStream progress = out;

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        int exit =
                new CommandLine(new Prove()).setExitCodeExceptionMapper(e -> 2).execute(args);
        System.out.flush();
        System.exit(exit); // KeY leaves threads behind
    }

    @Override
    public Integer call() throws IOException {
        progress = json ? System.err : out;
        Path home = root.resolve("verification");
        Path ledgerFile = home.resolve("ledger.json");
        if (!Files.isDirectory(home.resolve("key"))) {
            return cannot("there is no verification/key here: run this in the project's root, or give --root");
        }
        Ledger old = Ledger.read(ledgerFile);
        Settings settings = Settings.read(home.resolve("key/settings.json"));
        Sources sources = Sources.read(root.resolve("src/java/org/equicert/reference"));
        List<String> violations = new ArrayList<>(Bans.violations(sources));
        violations.addAll(Recursion.violations(sources));
        if (!violations.isEmpty()) {
            violations.forEach(progress::println);
            return cannot(violations.size() + " thing(s) in the verified sources that would make proofs worthless");
        }
        try {
            if (status) {
                return show(old, sources, settings);
            }
            Ledger ledger = mutants
                    ? tryMutants(Mutants.read(home.resolve("key/mutants.json")), old, ledgerFile, sources, settings)
                    : prove(old, ledgerFile, sources, settings, saveProofs ? home.resolve("key/proofs") : null);
            ledger.write(ledgerFile);
            if (json) {
                out.println(ledger.json());
            }
            return (mutants ? ledger.survivors() : unproved(ledger)).isEmpty() ? 0 : 1;
        } catch (Prover.CannotLoad e) {
            return cannot(e.getMessage());
        }
    }

    private Ledger prove(Ledger old, Path file, Sources sources, Settings settings, Path saveTo)
            throws Prover.CannotLoad, IOException {
        long start = System.nanoTime();
        progress.printf("Loading %s with %s …%n", sources.directory(), Prover.NAME);
        try (Prover prover = Prover.load(sources.directory(), settings)) {
            if (!prover.methodsWithoutContract().isEmpty()) {
                throw new Prover.CannotLoad("methods without a contract: " + prover.methodsWithoutContract(), null);
            }
            Map<String, Ledger.Entry> entries = new LinkedHashMap<>();
            List<String> todo = new ArrayList<>();
            for (String id : prover.contracts()) {
                String hash = hash(id, sources, settings);
                Ledger.Entry known = old.entry(id);
                boolean current = known != null && known.hash().equals(hash);
                entries.put(id, current ? known : entry(id, Prover.Outcome.NOT_RUN, hash, sources));
                String reason = settings.notYetProved().get(id);
                if (reason != null && !id.equals(only)) {
                    progress.printf("DEFERRED %s is not proved: %s%n", id, reason);
                } else if (id.matches(only) && (fresh || entries.get(id).status() != Ledger.Status.PROVED)) {
                    todo.add(id);
                }
            }
            Ledger ledger = old.with(sources.hash(), settings.options(), entries.values());
            for (String id : todo) {
                Prover.Outcome outcome = prover.prove(id, settings.strategyOf(id), saveTo);
                entries.put(id, entry(id, outcome, entries.get(id).hash(), sources));
                ledger = old.with(sources.hash(), settings.options(), entries.values());
                ledger.write(file); // at once: an interrupted run keeps what it has
            }
            int closed = entries.size() - ledger.unproved().size();
            progress.printf(
                    "%n%d of %d contracts closed; %d tried now, in %.0f s, the others unchanged%n",
                    closed, entries.size(), todo.size(), (System.nanoTime() - start) / 1e9);
            if (!unproved(ledger).isEmpty()) {
                progress.println("NOT PROVED: " + String.join(", ", unproved(ledger)));
            }
            return ledger;
        }
    }

    /** What was asked for and is not proved. */
    private List<String> unproved(Ledger ledger) {
        return ledger.unproved().stream().filter(id -> id.matches(only)).toList();
    }

    private Ledger.Entry entry(String id, Prover.Outcome outcome, String hash, Sources sources) {
        Ledger.Entry entry = new Ledger.Entry(
                id,
                "src/java/org/equicert/reference/" + Sources.type(id) + ".java",
                sources.line(id),
                sources.statement(id),
                outcome.status(),
                "auto",
                outcome.seconds(),
                outcome.nodes(),
                hash);
        if (outcome.status() != Ledger.Status.NOT_RUN) {
            progress.println(entry.row());
            outcome.openGoal().lines().limit(40).forEach(line -> progress.println("        " + line));
        }
        return entry;
    }

    private static String hash(String id, Sources sources, Settings settings) {
        return sources.hash(Sources.type(id), Prover.NAME, settings.options(), settings.strategyOf(id));
    }

    private Ledger tryMutants(List<Mutants> all, Ledger old, Path file, Sources sources, Settings settings)
            throws Prover.CannotLoad, IOException {
        List<Mutants> chosen = Mutants.sample(all, sample, seed);
        progress.printf(
                "%d of %d faults, each in a copy of the sources; every one of them must stay open%n",
                chosen.size(), all.size());
        Map<String, Ledger.Mutant> results = new LinkedHashMap<>();
        old.mutants().forEach(m -> results.put(m.id(), m));
        results.keySet().retainAll(all.stream().map(Mutants::id).toList());
        Ledger ledger = old.with(List.copyOf(results.values()));
        for (Mutants mutant : chosen) {
            Prover.Outcome outcome = mutant.attempt(sources, settings);
            boolean closes = outcome.status() == Ledger.Status.PROVED;
            progress.printf(
                    "%-8s %6.1f s  %-34s %s%n",
                    closes ? "CLOSES!" : "open", outcome.seconds(), mutant.id(), mutant.target());
            if (closes) {
                progress.println("         The prover accepts this fault: " + mutant.why());
            }
            results.put(
                    mutant.id(),
                    new Ledger.Mutant(
                            mutant.id(),
                            mutant.target(),
                            mutant.kind(),
                            outcome.status(),
                            outcome.seconds(),
                            sources.hash(mutant.file(), mutant)));
            ledger = old.with(List.copyOf(results.values()));
            ledger.write(file);
        }
        return ledger;
    }

    private int show(Ledger ledger, Sources sources, Settings settings) throws IOException {
        if (json) {
            out.println(ledger.json());
        } else {
            for (Ledger.Entry entry : ledger.contracts()) {
                boolean stale = !entry.hash().equals(hash(entry.id(), sources, settings));
                out.println(entry.row() + (stale ? "  STALE" : ""));
            }
            out.printf(
                    "%n%d contracts, %d not proved; %d mutants, %d proved by mistake%n",
                    ledger.contracts().size(),
                    ledger.unproved().size(),
                    ledger.mutants().size(),
                    ledger.survivors().size());
        }
        boolean current = ledger.contracts().stream().allMatch(e -> e.hash().equals(hash(e.id(), sources, settings)));
        return current && ledger.unproved().isEmpty() ? 0 : 1;
    }

    private int cannot(String why) {
        System.err.println("prove: " + why);
        return 2;
    }
}
