package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.bench.Benchmark;
import org.equicert.bench.Case;
import org.equicert.bench.Document;
import org.equicert.bench.Figures;
import org.equicert.bench.Results;
import org.equicert.bench.ResultsJson;
import org.equicert.bench.Table;
import org.equicert.bench.Tables;
import org.equicert.report.ReportFolder;
import org.equicert.report.ReportUnreadable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code equicert bench}: how fast it is, against whom. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Measures the fast core and the exact numbers against their peers, in turns, in one run: ratios,"
                + " how much they vary, and the aims. A peer that is absent is not run.",
        footer = {
            "",
            "Exit code: 0 something was measured; 2 usage, or nothing was measured.",
            "",
            "Examples:",
            "  equicert bench",
            "  equicert bench --only 'product/f64.*/(256|512)'",
            "  equicert bench --python /path/to/torch/bin/python --python /path/to/jax/bin/python",
            "  equicert bench --only product --java nd4j --java djl",
            "  equicert bench --from reports/bench-… --document"
        })
final class BenchCommand implements Callable<Integer> {
    private static final String RESULTS = "results.json";

    private final Terminal terminal;

    @Option(names = "--only", paramLabel = "REGEX", description = "Only the cases in whose names this is found.")
    private String only = "";

    @Option(names = "--list", description = "List the names of the cases, and measure nothing.")
    private boolean list;

    @Option(
            names = "--quick",
            description = "Rounds so short that the figures say nothing: shows that everything works.")
    private boolean quick;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description =
                    "A Python interpreter that has PyTorch or JAX; may be given twice. Without it, they are looked"
                            + " for as certify does.")
    private List<Path> pythons = new ArrayList<>();

    @Option(
            names = "--java",
            paramLabel = "NAME",
            description = "A library of the JVM with native code to race too, nd4j or djl; may be given twice. Maven"
                    + " fetches it on first use.")
    private List<String> libraries = new ArrayList<>();

    @Option(
            names = "--install",
            description = "Where PyTorch or JAX is missing, make a private environment that has it (CPU build).")
    private boolean install;

    @Option(names = "--from", paramLabel = "DIR", description = "Show what an earlier run measured.")
    private @Nullable Path from;

    @Option(names = "--out", paramLabel = "DIR", description = "The results' folder (default reports/bench-TIME).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the results as JSON in the place of the tables.")
    private boolean json;

    @Option(names = "--document", description = "Write the tables and figures of spec/guide/benchmarks.md anew.")
    private boolean document;

    BenchCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unusable, ReportUnreadable {
        List<Case> cases = cases();
        if (list) {
            cases.forEach(it -> terminal.out().println(it.id()));
            return ExitCode.GOOD;
        }
        if (document && quick) {
            throw new Unusable("--quick measures nothing that belongs into a document: leave one of the two out.");
        }
        if (from != null) {
            Path file = Files.isDirectory(from) ? from.resolve(RESULTS) : from;
            return show(ReportFolder.read(file, ResultsJson::read).only(cases));
        }
        for (Path python : pythons) {
            if (!Files.isExecutable(python)) {
                throw new Unusable("--python " + python + " is no program that can be started.");
            }
        }
        for (String library : libraries) {
            if (!BenchProgram.JVM_PEERS.contains(library)) {
                throw new Unusable("--java " + library + " is no peer: there are "
                        + String.join(" and ", BenchProgram.JVM_PEERS) + ".");
            }
        }
        Path folder = folder();
        BenchProgram program = new BenchProgram(terminal, install, folder.resolve("bench.log"));
        try (Interruption interruption = new Interruption(program::stop)) {
            Results results = program.run(cases, quick, pythons, libraries);
            write(folder, results);
            int code = show(results);
            terminal.say(json ? terminal.err() : terminal.out(), "results: " + folder);
            return code;
        }
    }

    private List<Case> cases() throws Unusable {
        Pattern pattern;
        try {
            pattern = Pattern.compile(only);
        } catch (PatternSyntaxException e) {
            throw new Unusable("--only " + only + " is no regular expression: "
                    + e.getDescription().toLowerCase(Locale.ROOT) + ".");
        }
        List<Case> cases =
                Case.all().filter(it -> pattern.matcher(it.id()).find()).toList();
        if (cases.isEmpty()) {
            String known = Stream.of(Benchmark.values()).map(Benchmark::word).collect(Collectors.joining(", "));
            throw new Unusable("no case is named " + only + ". There are " + known + "; --list names every case.");
        }
        return cases;
    }

    private Path folder() throws Unusable {
        Path folder = out != null
                ? out
                : Path.of("reports", "bench-" + LocalDateTime.now().format(Certify.STAMP));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Unusable("the results' folder " + folder + " cannot be made: choose another with --out.");
        }
    }

    private static void write(Path folder, Results results) throws IOException {
        Files.writeString(folder.resolve(RESULTS), ResultsJson.write(results));
        writeFigures(folder, results);
    }

    private static void writeFigures(Path folder, Results results) throws IOException {
        for (var figure : Figures.of(results).entrySet()) {
            Files.writeString(
                    folder.resolve(Document.figure(figure.getKey())),
                    figure.getValue().svg());
        }
    }

    private int show(Results results) throws IOException, Unusable {
        if (json) {
            terminal.out().print(ResultsJson.write(results));
        } else {
            results.benchmarks()
                    .forEach(benchmark -> Tables.of(results, benchmark).forEach(this::print));
            print(Tables.aims(results));
            terminal.say(
                    terminal.out(), "! falls short of its aim; ± half the distance of the quartiles of all rounds.");
            terminal.say(terminal.out(), "Measured on " + results.machine().sentence());
            if (results.quick()) {
                terminal.say(terminal.out(), "A quick run: the figures say nothing.");
            }
        }
        if (document) {
            renewDocument(results);
        }
        return results.measuredAnything() ? ExitCode.GOOD : ExitCode.UNUSABLE;
    }

    private void print(Table table) {
        table.lines().forEach(line -> terminal.say(terminal.out(), line));
        terminal.out().println();
    }

    private void renewDocument(Results results) throws IOException, Unusable {
        if (results.quick()) {
            throw new Unusable("the figures of a quick run do not belong into a document.");
        }
        Path guide = terminal.home().resolve("spec").resolve("guide").resolve("benchmarks.md");
        try {
            Files.writeString(guide, Document.renewed(Files.readString(guide), results));
        } catch (IllegalArgumentException e) {
            throw new Unusable(guide + ": " + e.getMessage() + ".");
        }
        writeFigures(guide.resolveSibling(""), results);
        terminal.say(terminal.err(), "written anew: " + guide);
    }
}
