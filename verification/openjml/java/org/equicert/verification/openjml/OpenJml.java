package org.equicert.verification.openjml;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.equicert.verification.openjml.Dialect.Definitions;
import org.equicert.verification.openjml.Installation.Absent;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** The command behind {@code ./equicert prove --prover openjml}: the same contracts, a second prover. */
@Command(
        name = "prove --prover openjml",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 110,
        description = {
            "Proves the contracts of the verified core with OpenJML and writes the section openjml of",
            "verification/ledger.json. The environment variable OPENJML_HOME says where OpenJML is unpacked."
        },
        footer = {
            "",
            "Exit code: 0 everything that OpenJML can express is proved; 1 not so; 2 usage; 3 OpenJML or its solver is",
            "not there, and nothing was run. A proof of unchanged sources by the same OpenJML is kept; --fresh trusts",
            "nothing that was recorded."
        })
public final class OpenJml implements Callable<Integer> {

    static final String REFERENCE = "src/java/org/equicert/reference";
    static final String PACKAGE = "org.equicert.reference";

    @Option(names = "--fresh", description = "Prove everything, whatever the ledger says.")
    private boolean fresh;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only contracts with a matching name.")
    private String only = ".*";

    @Option(
            names = "--rac",
            description = "Prove nothing; run the reference's tests on classes that check their contracts.")
    private boolean rac;

    @Option(
            names = "--planted",
            paramLabel = "N",
            description =
                    "Prove nothing; add 'ensures false' to N of the proved contracts, one at a time and drawn by --seed,"
                            + " and see that none of them is proved, however definitions are read.")
    private int planted;

    @Option(
            names = "--seed",
            paramLabel = "SEED",
            description = "Which contracts are drawn (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--seconds",
            paramLabel = "S",
            description = "Time for one method and one attempt (default ${DEFAULT-VALUE}).")
    private int seconds = 60;

    @Option(names = "--startup-seconds", paramLabel = "S", description = "Time to begin (default ${DEFAULT-VALUE}).")
    private int startup = 120;

    @Option(
            names = "--definitions",
            paramLabel = "HOW",
            split = ",",
            description =
                    "What is said of model methods: HIDDEN (nothing) and SHOWN (what they are), and with _TOTAL that"
                            + " an array has an entry at every index, as to KeY (default: all four, in this order).")
    private List<Definitions> attempts = List.of(Definitions.values());

    @Option(names = "--translation", paramLabel = "DIR", description = "Keep what OpenJML is given there.")
    private Path translation;

    @Option(names = "--root", paramLabel = "DIR", description = "The project's root (default: the working directory).")
    private Path root = Path.of("");

    private final String home;
    private final PrintStream out;

    OpenJml(String home, PrintStream out) {
        this.home = home;
        this.out = out;
    }

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        System.exit(run(System.getenv(Installation.VARIABLE), System.out, args));
    }

    static int run(String home, PrintStream out, String... args) {
        return new CommandLine(new OpenJml(home, out))
                .setExitCodeExceptionMapper(e -> 2)
                .execute(args);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Sources sources = Sources.read(root.resolve(REFERENCE));
        if (rac) {
            return check(sources);
        }
        List<Contract> all = Contract.of(sources.classes());
        List<String> ids = all.stream().map(Contract::id).toList();
        List<Contract> asked = all.stream().filter(c -> c.id().matches(only)).toList();
        Ledger ledger = Ledger.read(root.resolve("verification/ledger.json"));
        if (planted > 0) {
            return plant(sources, asked, ledger);
        }
        try {
            Installation openjml = Installation.find(home);
            String prover = openjml.version();
            List<Contract> todo = new ArrayList<>();
            for (Contract contract : asked) {
                String hash = sources.hash(contract.type());
                Ledger.Row known = fresh ? null : ledger.current(contract.id(), prover, hash);
                if (!contract.obstacle().isEmpty()) {
                    ledger.put(contract.id(), Verdict.of(Status.NOT_EXPRESSIBLE, contract.obstacle()), prover, hash);
                } else if (known == null || !known.isProved()) {
                    todo.add(contract);
                }
            }
            boolean there = prove(openjml, prover, sources, todo, ledger, ids);
            return there ? summary(asked, ledger) : 3;
        } catch (Absent e) {
            out.println("NOT RUN: " + e.getMessage() + ". No contract is proved by OpenJML in this run.");
            for (Contract contract : asked) {
                String hash = sources.hash(contract.type());
                Ledger.Row known = ledger.rows().get(contract.id());
                if (known == null || !known.sourceHash().equals(hash)) {
                    ledger.put(contract.id(), Verdict.of(Status.NOT_RUN, e.getMessage()), "", hash);
                }
            }
            ledger.write(ids);
            return 3;
        }
    }

    /** The suite on instrumented classes. */
    private int check(Sources sources) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("openjml");
        try {
            Installation openjml = Installation.find(home);
            if (maven("test-compile").start().waitFor() != 0) {
                out.println("the product does not compile");
                return 2;
            }
            Path target = root.toAbsolutePath().resolve("target");
            Path classes = target.resolve("rac-classes");
            Rac rac = new Rac(openjml, folder, PACKAGE, out);
            if (!rac.instrument(sources.classes(), target.resolve("classes"), classes)) {
                return 1;
            }
            if (!rac.noticed(classes)) {
                out.println("a wrong postcondition, planted, was not noticed: these checks are worth nothing");
                return 1;
            }
            return suite() ? 0 : 1;
        } catch (Absent e) {
            out.println("NOT RUN: " + e.getMessage() + ". No contract was checked at run time.");
            return 3;
        } finally {
            delete(folder);
        }
    }

    /** Whether the reference's tests pass, with every contract evaluated on the way. */
    private boolean suite() throws IOException, InterruptedException {
        Process process = maven("-Popenjml-rac", "surefire:test", "-Dtest=" + PACKAGE + ".**")
                .redirectOutput(Redirect.PIPE)
                .start();
        long undefined;
        try (var lines = process.inputReader()) {
            undefined =
                    lines.lines().peek(out::println).filter(Rac::isUndefined).count();
        }
        boolean passed = process.waitFor() == 0;
        if (undefined > 0) {
            out.println(undefined + " times a contract could not be evaluated");
        }
        out.println(passed && undefined == 0 ? "the reference's tests pass on them" : "FAILED");
        return passed && undefined == 0;
    }

    private ProcessBuilder maven(String... arguments) {
        List<String> command = new ArrayList<>(List.of("./mvnw", "-q", "-B"));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(root.toAbsolutePath().toFile())
                .inheritIO();
    }

    private int plant(Sources sources, List<Contract> asked, Ledger ledger) throws IOException, InterruptedException {
        List<Contract> proved = asked.stream()
                .filter(c -> ledger.rows().containsKey(c.id())
                        && ledger.rows().get(c.id()).isProved())
                .toList();
        try {
            Installation openjml = Installation.find(home);
            Planted faults = new Planted(openjml, startup, seconds, attempts, out);
            return faults.areNoticed(sources.classes(), Planted.drawn(proved, sources.classes(), planted, seed))
                    ? 0
                    : 1;
        } catch (Absent e) {
            out.println("NOT RUN: " + e.getMessage() + ". No wrong contract was tried.");
            return 3;
        }
    }

    /** One attempt after the other, each for what the ones before left; false if there is no solver. */
    private boolean prove(
            Installation openjml, String prover, Sources sources, List<Contract> todo, Ledger ledger, List<String> ids)
            throws IOException, InterruptedException, Absent {
        List<Contract> rest = new ArrayList<>(todo);
        for (Definitions definitions : attempts) {
            Path folder = translation == null
                    ? Files.createTempDirectory("openjml")
                    : Files.createDirectories(translation
                            .toAbsolutePath()
                            .resolve(definitions.name().toLowerCase(Locale.ROOT)));
            try {
                write(Dialect.translate(sources.classes(), definitions), folder);
                Esc esc = new Esc(openjml, folder, PACKAGE, startup, seconds);
                Map<String, List<Contract>> byType =
                        rest.stream().collect(Collectors.groupingBy(Contract::type, TreeMap::new, Collectors.toList()));
                for (var group : byType.entrySet()) {
                    Map<Contract, Verdict> verdicts = esc.prove(group.getKey(), group.getValue());
                    verdicts.forEach((contract, verdict) -> {
                        ledger.put(contract.id(), verdict, prover, sources.hash(contract.type()));
                        report(out, contract, definitions, verdict);
                    });
                    ledger.write(ids);
                    rest.removeIf(
                            c -> verdicts.containsKey(c) && verdicts.get(c).status() == Status.PROVED);
                    if (verdicts.values().stream().anyMatch(v -> v.status().isEnvironment())) {
                        out.println("NOT RUN: OpenJML has no solver: "
                                + verdicts.values().iterator().next().reason());
                        return false;
                    }
                }
            } finally {
                if (translation == null) {
                    delete(folder);
                }
            }
        }
        ledger.write(ids);
        return true;
    }

    static void report(PrintStream out, Contract contract, Definitions definitions, Verdict verdict) {
        out.printf(
                "%-15s %6.1f s  %-34s %-12s %s%n",
                verdict.status(),
                verdict.seconds(),
                contract.id(),
                definitions.name().toLowerCase(Locale.ROOT),
                verdict.reason());
    }

    private int summary(List<Contract> asked, Ledger ledger) {
        Map<String, Long> counts = asked.stream()
                .map(c -> ledger.rows().get(c.id()).status())
                .collect(Collectors.groupingBy(s -> s, LinkedHashMap::new, Collectors.counting()));
        out.println();
        out.println(asked.size() + " contracts: "
                + counts.entrySet().stream()
                        .map(e -> e.getValue() + " " + e.getKey())
                        .collect(Collectors.joining(", ")));
        return asked.stream()
                        .map(c -> ledger.rows().get(c.id()).status())
                        .allMatch(s -> s.equals("proved") || s.equals("not-expressible"))
                ? 0
                : 1;
    }

    static void write(Map<String, String> classes, Path root) throws IOException {
        Path folder = Files.createDirectories(root.resolve(PACKAGE.replace('.', '/')));
        for (var each : classes.entrySet()) {
            Files.writeString(folder.resolve(each.getKey() + ".java"), each.getValue());
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
