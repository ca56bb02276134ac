package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Campaign;
import org.equicert.campaign.Finding;
import org.equicert.campaign.Plan;
import org.equicert.campaign.Result;
import org.equicert.campaign.Run;
import org.equicert.candidate.Candidate;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.candidate.Description;
import org.equicert.function.Definition;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Verdict;
import org.equicert.report.FindingText;
import org.equicert.report.Report;
import org.equicert.report.ReportFolder;
import org.equicert.report.ReportJson;
import org.equicert.report.ReportTable;
import org.equicert.report.Versions;
import org.equicert.report.WitnessText;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equicert certify}: the main job. */
@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Judges an implementation: asks it values and derivatives, and holds every answer against proven"
                + " enclosures of the truth and against identities that any correct derivative satisfies.",
        footer = {
            "",
            "Exit code: 0 something was judged, nothing refuted, nothing failed; 1 something is refuted; 2 usage, or",
            "the candidate could not be used, or nothing could be judged; 3 something failed, or with --strict",
            "anything short of exact or consistent.",
            "",
            "Examples:",
            "  equicert certify",
            "  equicert certify python:torch --function linalg.det",
            "  equicert certify java:hipparchus",
            "  equicert certify python:jax --search 12",
            "  equicert certify fast:gpu",
            "  equicert certify exec:\"python3 src/adapters/python/minimal_candidate.py\""
        })
final class Certify implements Callable<Integer> {
    static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss");

    private final Terminal terminal;

    @Parameters(
            arity = "0..1",
            paramLabel = "CANDIDATE",
            defaultValue = "fast",
            description =
                    "fast (the built-in core, default), fast:gpu (the same on a device of CUDA or OpenCL), a library with an adapter (python:torch, java:hipparchus, node:tfjs and"
                            + " others) or such a name==VERSION, or exec:\"COMMAND\", which speaks the protocol.")
    private String name = "fast";

    @Mixin
    private final Catalogue catalogue = new Catalogue();

    @Option(
            names = "--precision",
            paramLabel = "f64|f32|tf32|f16|bf16",
            split = ",",
            description = "Only this precision; f64 and f32 unless said.")
    private List<String> precisions = new ArrayList<>();

    @Option(
            names = "--points",
            paramLabel = "N",
            defaultValue = "3",
            description = "At how many points each function is asked (default ${DEFAULT-VALUE}).")
    private int points = 3;

    @Option(
            names = "--search",
            paramLabel = "N",
            defaultValue = "0",
            description =
                    "At how many further ones: degenerate and extreme first, then where answers came nearest to being"
                            + " wrong (default ${DEFAULT-VALUE}).")
    private int search;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    @Option(
            names = "--jobs",
            paramLabel = "N",
            description =
                    "How many instances of the candidate work side by side (default: one a processor, at most 4).")
    private int jobs = Math.min(4, Runtime.getRuntime().availableProcessors());

    @Option(names = "--out", paramLabel = "DIR", description = "The report's folder (default reports/CANDIDATE-TIME).")
    private @Nullable Path out;

    @Option(names = "--json", description = "Print the report as JSON in the place of the table.")
    private boolean json;

    @Option(names = "--strict", description = "Exit with 3 for anything short of exact or consistent.")
    private boolean strict;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            description = "How long a process may take for an answer (default 30).")
    private @Nullable Integer timeout;

    @Option(names = "--python", paramLabel = "PATH", description = "The Python interpreter that has the library.")
    private @Nullable Path python;

    @Option(names = "--node", paramLabel = "PATH", description = "The Node that runs libraries of JavaScript.")
    private @Nullable Path node;

    @Option(
            names = "--install",
            description = "Where the library is missing, make a private environment that has it (CPU build).")
    private boolean install;

    Certify(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Unusable, CandidateUnusable, IOException {
        List<Definition> asked = catalogue.asked();
        List<Precision> in = precisions();
        if (points < 1 || (timeout != null && timeout < 1)) {
            throw new Unusable((points < 1 ? "--points" : "--timeout") + " has to be at least 1.");
        }
        if (jobs < 1) {
            throw new Unusable("--jobs has to be at least 1.");
        }
        if (search < 0) {
            throw new Unusable("--search has to be at least 0.");
        }
        Candidates candidates = new Candidates(terminal);
        candidates.check(name);
        boolean fresh = out == null || !Files.exists(out);
        Path folder = folder();
        Candidates.Options options = new Candidates.Options(
                Optional.ofNullable(timeout).map(Duration::ofSeconds),
                Optional.ofNullable(python),
                Optional.ofNullable(node),
                install,
                folder.resolve("candidate.log"));
        List<Candidate> instances = new ArrayList<>();
        try {
            instances.add(candidates.start(name, options, this::note));
            Description description = instances.getFirst().description();
            note("judging " + description.name() + " " + description.version() + ", seed " + seed);
            asked.stream()
                    .filter(f ->
                            catalogue.isNarrowed() && !description.functions().contains(f.name()))
                    .forEach(f -> note(description.name() + " has no " + f.name()));
            while (instances.size() < Math.min(jobs, asked.size())) {
                instances.add(candidates.start(name, options, said -> {})); // the first has said it
            }
            return judge(instances, new Plan(asked, in, points, search, seed), folder);
        } finally {
            instances.forEach(Candidate::close);
            discardEmpty(options.log(), fresh ? Optional.of(folder) : Optional.empty());
        }
    }

    private int judge(List<Candidate> instances, Plan plan, Path folder) throws IOException {
        ProgressLine progress = new ProgressLine(terminal);
        Oracle oracle = Oracle.ofCatalogue();
        Campaign campaign = new Campaign(instances, plan, oracle, progress);
        try (Interruption interruption = new Interruption(campaign::stop)) {
            Instant start = Instant.now();
            Run run = campaign.run();
            long seconds = Duration.between(start, Instant.now()).toSeconds();
            progress.end();
            return report(
                    folder, new Report(Versions.current(), run, OptionalLong.of(seconds)), Finding.of(run, oracle));
        }
    }

    private int report(Path folder, Report report, List<Finding> findings) throws IOException {
        Run run = report.run();
        ReportFolder.write(folder, report);
        if (json) {
            terminal.out().print(ReportJson.write(report));
        } else {
            ReportTable.lines(run.results(), terminal.paint()).forEach(terminal.out()::println);
            WitnessText.lines(run.results()).forEach(line -> terminal.say(terminal.out(), line));
            terminal.out().println();
        }
        var summary = json ? terminal.err() : terminal.out();
        terminal.say(summary, "report: " + folder);
        if (!findings.isEmpty()) {
            terminal.say(summary, FindingText.summary(findings) + "; `equicert report " + folder + "` lists them");
        }
        terminal.say(summary, summary(run));
        return ExitCode.of(run.results(), strict);
    }

    /** {@code fast 0.1.0: 3 refuted, 120 consistent; 5 functions, 400 answers}. */
    private static String summary(Run run) {
        String verdicts = Stream.of(Verdict.values())
                .sorted((a, b) -> b.compareTo(a))
                .map(verdict -> {
                    long count = run.results().stream()
                            .filter(result -> result.verdict() == verdict)
                            .count();
                    return count == 0 ? "" : count + " " + verdict.word();
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
        long functions = run.results().stream().map(Result::function).distinct().count();
        return run.candidate().name() + " " + run.candidate().version() + ": "
                + (verdicts.isEmpty() ? "nothing could be judged" : verdicts) + "; " + functions + " functions, "
                + run.exchanges().size() + " answers, seed " + run.seed()
                + (run.complete() ? "." : "; stopped early, so the report is partial.");
    }

    private List<Precision> precisions() throws Unusable {
        List<String> known = Stream.of(Precision.values()).map(Precision::word).toList();
        List<Precision> in = new ArrayList<>();
        for (String word : precisions) {
            if (!known.contains(word)) {
                throw new Unusable("there is no precision " + word + Nearest.question(word, known) + " There are "
                        + String.join(", ", known) + ".");
            }
            in.add(Precision.values()[known.indexOf(word)]);
        }
        return in.isEmpty()
                ? List.of(Precision.F64, Precision.F32)
                : in.stream().distinct().toList();
    }

    private Path folder() throws Unusable {
        String plain = name.startsWith("exec:") ? "exec" : name.replaceAll("[^A-Za-z0-9.=]+", "-");
        Path folder = out != null
                ? out
                : Path.of("reports", plain + "-" + LocalDateTime.now().format(STAMP));
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Unusable("the report's folder " + folder + " cannot be made: choose another with --out.");
        }
    }

    /** A log without a word, and a folder of ours that nothing was written into, are not left behind. */
    private static void discardEmpty(Path log, Optional<Path> folder) throws IOException {
        if (Files.exists(log) && Files.size(log) == 0) {
            Files.delete(log);
        }
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                if (files.findAny().isPresent()) {
                    return;
                }
            }
            Files.delete(folder.get());
        }
    }

    private void note(String line) {
        terminal.say(terminal.err(), line);
    }
}
