package org.equicert.verification.key;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
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
        usageHelpWidth = 100,
        description = "Proves the contracts of the verified core with KeY and writes verification/ledger.json.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  prove                                  prove what has changed since the ledger was written",
            "  prove --fresh                          prove everything anew (what CI does)",
            "  prove --only T.Thm1.2a                 prove what belongs to a statement",
            "  prove --only 'Composition\\..*'         prove some contracts",
            "  prove --status                         show how each statement stands; prove nothing",
            "  prove --mutants --sample 40 --seed 7   plant forty faults, which must not be proved",
            "",
            "Exit code: 0 everything closed (with --mutants: every fault stayed open, or is explained);",
            "1 not so; 2 usage, or the sources could not be loaded. A contract whose sources, settings and",
            "prover are unchanged is kept from the ledger; --fresh trusts nothing that was recorded."
        })
public final class Prove implements Callable<Integer> {

    @Option(names = "--fresh", description = "Prove everything, whatever the ledger and the cache of proofs hold.")
    private boolean fresh;

    @Option(
            names = "--only",
            paramLabel = "STATEMENT|REGEX",
            description = "Only the contracts of a statement, or those with a matching name; the others are kept.")
    private String only = Selection.ALL;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description = "How many provers at once (default: what fits, at most 2).")
    private int jobs = Crew.fitting();

    @Option(names = "--status", description = "Show the ledger by statement; prove nothing.")
    private boolean status;

    @Option(names = "--strict", description = "With --status: exit code 1 where anything is open, stale or missing.")
    private boolean strict;

    @Option(names = "--mutants", description = "Plant faults in code and contracts, and demand that each stays open.")
    private boolean mutants;

    @Option(names = "--sample", paramLabel = "N", description = "With --mutants: only N of them.")
    private int sample = Integer.MAX_VALUE;

    @Option(names = "--seed", paramLabel = "S", description = "With --sample: which ones (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--json",
            description = "Print the status as JSON on standard output; progress goes to standard error.")
    private boolean json;

    @Option(
            names = "--save-proofs",
            description = "Keep the proofs that are found in the user's cache, outside the project.")
    private boolean save;

    @Option(names = "--replay", description = "Follow saved proofs even where the ledger has the row already.")
    private boolean replay;

    @Option(names = "--root", paramLabel = "DIR", description = "The project's root (default: the working directory).")
    private Path root = Path.of("");

    private final PrintStream out = System.out;

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        int exit = new CommandLine(new Prove())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println("prove: " + (e instanceof Unusable ? e.getMessage() : e));
                    return 2;
                })
                .execute(args);
        System.out.flush();
        System.exit(exit);
    }

    @Override
    public Integer call() throws IOException, Unusable, InterruptedException {
        if (jobs < 1 || sample < 1) {
            throw new Unusable("--jobs and --sample have to be at least 1");
        }
        PrintStream progress = json ? System.err : out;
        Project project = Project.read(root);
        project.demandSound();
        Selection selection = Selection.of(only, project.links());
        boolean good;
        if (status) {
            good = show(project, selection);
        } else if (mutants) {
            good = mutate(project, selection, progress);
        } else {
            ProofCache cache = ProofCache.of(System.getenv(), System.getProperty("user.home"));
            Ledger ledger =
                    new Proving(project, cache, new Proving.Way(fresh, replay, save, jobs), progress).run(selection);
            good = ledger.unproved().stream().noneMatch(selection::contains);
        }
        if (json) {
            out.println(new Status(project).json());
        }
        return good ? 0 : 1;
    }

    private boolean show(Project project, Selection selection) throws IOException, Unusable {
        Status table = new Status(project);
        if (!json) {
            (selection.isAll() ? table.table() : table.rows(selection)).forEach(out::println);
        }
        return strict ? table.isStrictlyGood() : table.isGood();
    }

    private boolean mutate(Project project, Selection selection, PrintStream progress)
            throws IOException, Unusable, InterruptedException {
        List<Mutant> all = Mutants.of(project.sources(), project.links().outline());
        List<Mutant> selected =
                all.stream().filter(m -> selection.contains(m.target())).toList();
        if (selected.isEmpty()) {
            throw selection.empty(all.stream().map(Mutant::target).distinct().toList());
        }
        Mutating mutating = new Mutating(project, all, progress);
        List<Mutant> drawn = Mutants.compiling(Mutants.sample(selected, sample, seed), project.sources());
        List<String> unexplained = mutating.run(drawn, jobs);
        progress.println();
        progress.println(mutating.summary());
        return unexplained.isEmpty();
    }
}
