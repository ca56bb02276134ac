package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.equicert.campaign.Finding;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.candidate.Language;
import org.equicert.candidate.LibraryCandidate;
import org.equicert.candidate.Reproduction;
import org.equicert.candidate.Reproduction.Attempt;
import org.equicert.candidate.Reproduction.Outcome;
import org.equicert.candidate.Reproduction.Place;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Expectation;
import org.equicert.oracle.Oracle;
import org.equicert.report.Changes;
import org.equicert.report.FindingText;
import org.equicert.report.IssueText;
import org.equicert.report.Report;
import org.equicert.report.ReportFolder;
import org.equicert.report.ReportJson;
import org.equicert.report.ReportSvg;
import org.equicert.report.ReportUnreadable;
import org.equicert.report.RunTable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equicert report}: what a report has found, for those who have to mend it. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists what a report has found wrong, each thing once; writes it up as a bug report, runs its"
                + " stand-alone reproduction, compares it with another report.",
        footer = {
            "",
            "Exit code: 0; with --reproduce and --findings 1 where something was not reproduced, 3 where a",
            "reproduction could not run; with --changed-since 1 where something is newly refuted, 3 where",
            "something newly failed; 2 usage, or the report cannot be read.",
            "",
            "Examples:",
            "  equicert report reports/torch",
            "  equicert report reports/torch --issue linalg.det/hessian/fwd-over-fwd --out issue.md",
            "  equicert report reports/torch --reproduce --python venv/bin/python",
            "  equicert report reports/torch-2.14 --changed-since reports/torch-2.13",
            "  equicert report reports/torch reports/jax --table"
        })
final class ReportCommand implements Callable<Integer> {
    private static final int MOST_DRAWN = 16;

    private final Terminal terminal;

    @Parameters(
            paramLabel = "REPORT",
            arity = "1..*",
            description = "A report's folder, or its report.json; more than one for --table alone.")
    private List<Path> paths = new ArrayList<>();

    @ArgGroup(exclusive = true)
    private What what = new What();

    /** What is wanted of the report; nothing for the list of its findings. */
    private static final class What {
        private static final String ALL = "";

        @Option(names = "--json", description = "Print the findings as JSON, each with its witness.")
        private boolean json;

        @Option(
                names = "--table",
                description =
                        "Write a table in Markdown: what was asked and found, and in what time, a row for each report.")
        private boolean table;

        @Option(
                names = "--picture",
                description = "Draw report.svg for the functions with findings alone, the first " + MOST_DRAWN + ".")
        private boolean picture;

        @Option(
                names = "--issue",
                paramLabel = "FINDING",
                description =
                        "Write this finding up as a bug report in Markdown, with a reproduction that needs nothing of"
                                + " Equicert.")
        private @Nullable String issue;

        @Option(
                names = "--reproduce",
                paramLabel = "FINDING",
                arity = "0..1",
                fallbackValue = ALL,
                description = "Run the reproduction of this finding, or of all, in the library's own environment.")
        private @Nullable String reproduce;

        @Option(
                names = "--findings",
                description =
                        "Run them, and write a section of a document, in Markdown, of the findings that were reproduced.")
        private boolean document;

        @Option(
                names = "--changed-since",
                paramLabel = "OLD",
                description = "Compare with an older report, as of another version of the library.")
        private @Nullable Path old;
    }

    @Option(names = "--out", paramLabel = "FILE", description = "Write to this file what would be printed.")
    private @Nullable Path out;

    @Option(
            names = "--python",
            paramLabel = "PATH",
            description = "The Python interpreter that has the library; for --issue, any.")
    private @Nullable Path python;

    @Option(
            names = "--node",
            paramLabel = "PATH",
            description = "The Node that runs a library's program (default: node of the PATH).")
    private @Nullable Path node;

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "120",
            description = "How long a reproduction may take (default ${DEFAULT-VALUE}).")
    private int timeout = 120;

    private final Oracle oracle = Oracle.ofCatalogue();

    ReportCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ReportUnreadable, Unusable, CandidateUnusable {
        if (timeout < 1) {
            throw new Unusable("--timeout has to be at least 1.");
        }
        if (what.table) {
            return table();
        }
        if (paths.size() > 1) {
            throw new Unusable("several reports are for --table alone.");
        }
        Path path = paths.getFirst();
        Report report = ReportFolder.read(path);
        if (what.old != null) {
            return changes(ReportFolder.read(what.old), report);
        }
        List<Finding> findings = findings(path, report);
        if (what.json) {
            print(ReportJson.write(report, findings) + "\n");
            return ExitCode.GOOD;
        }
        if (what.picture) {
            print(ReportSvg.of(report.run(), findings, MOST_DRAWN));
            return ExitCode.GOOD;
        }
        if (what.issue != null) {
            return issue(report, find(what.issue, findings));
        }
        if (what.reproduce != null) {
            return reproduce(
                    report, what.reproduce.equals(What.ALL) ? findings : List.of(find(what.reproduce, findings)));
        }
        if (what.document) {
            return reproduce(report, findings);
        }
        List<String> lines = findings.isEmpty() ? List.of() : FindingText.lines(report.run(), findings);
        print(Stream.concat(lines.stream(), Stream.of(FindingText.summary(findings), ""))
                .collect(Collectors.joining("\n")));
        return ExitCode.GOOD;
    }

    private int table() throws ReportUnreadable, Unusable {
        StringBuilder table = new StringBuilder(RunTable.head());
        for (Path path : paths) {
            Report report = ReportFolder.read(path);
            table.append(RunTable.row(report, findings(path, report).size()));
        }
        print(table.toString());
        return ExitCode.GOOD;
    }

    private List<Finding> findings(Path path, Report report) throws Unusable {
        try {
            return Finding.of(report.run(), oracle);
        } catch (RuntimeException e) { // what was read may be of another catalogue, or made up
            throw new Unusable("the witnesses of " + path + " cannot be judged: " + e.getMessage() + ".");
        }
    }

    private int changes(Report before, Report now) throws Unusable {
        Changes changes = Changes.of(before.run(), now.run());
        if (before.run().seed() != now.run().seed() || !before.versions().equals(now.versions())) {
            note("the two reports were made with other seeds or versions of Equicert: they asked at other points");
        }
        print(String.join("\n", changes.lines()) + "\n");
        if (changes.has(Changes.Kind.NEWLY_REFUTED)) {
            return ExitCode.REFUTED;
        }
        return changes.has(Changes.Kind.NEWLY_FAILED) ? ExitCode.FAILED : ExitCode.GOOD;
    }

    private static Finding find(String id, List<Finding> findings) throws Unusable {
        List<String> ids = findings.stream().map(Finding::id).toList();
        return findings.stream()
                .filter(f -> f.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new Unusable("there is no finding " + id + Nearest.question(id, ids)
                        + (ids.isEmpty()
                                ? " Nothing is refuted there."
                                : " There are " + String.join(", ", ids) + ".")));
    }

    private int issue(Report report, Finding finding) throws Unusable {
        String reproduction;
        try {
            Reproduction program = reproduction(report, finding, chosen(report));
            reproduction = "Prints what is right and what comes out, and ends with 1 where that is wrong.\n\n```"
                    + program.language().markdown() + "\n" + program.text() + "```";
        } catch (CandidateUnusable e) {
            reproduction = String.valueOf(e.getMessage());
        }
        Path statements = terminal.home().resolve("spec").resolve("statements");
        print(IssueText.of(report, finding, reproduction, statements));
        return ExitCode.GOOD;
    }

    private Reproduction reproduction(Report report, Finding finding, Optional<Path> interpreter)
            throws CandidateUnusable {
        Exchange exchange = finding.witness().exchange();
        Optional<Expectation> expected = oracle.expectation(exchange.question());
        if (expected.isEmpty() || !(exchange.answer() instanceof Answer.Given given)) {
            throw new CandidateUnusable("There is no program that shows it: nothing says what the right answer is.");
        }
        return Reproduction.write(
                report.run().candidate().name(),
                exchange.question(),
                expected.get(),
                given.output(),
                terminal.home(),
                interpreter);
    }

    private int reproduce(Report report, List<Finding> findings) throws Unusable, CandidateUnusable {
        if (findings.isEmpty()) {
            print(what.document ? FindingText.section(report, List.of()) : "nothing is refuted\n");
            return ExitCode.GOOD;
        }
        Place place = Place.of(
                report.run().candidate().name(),
                new LibraryCandidate.Options(
                        terminal.home(), chosen(report), false, terminal.environment(), Optional.empty()),
                this::note);
        List<Finding> reproduced = new ArrayList<>();
        Map<Outcome, Integer> counts = new EnumMap<>(Outcome.class);
        StringBuilder lines = new StringBuilder();
        for (Finding finding : findings) {
            Attempt attempt = attempt(report, finding, place);
            counts.merge(attempt.outcome(), 1, Integer::sum);
            if (attempt.outcome() == Outcome.REPRODUCED) {
                reproduced.add(finding);
            }
            String line = attempt.outcome().word() + ": " + finding.id() + " (" + attempt.said() + ")";
            lines.append(line).append('\n');
            terminal.say(what.document || out != null ? terminal.err() : terminal.out(), line);
        }
        if (what.document) {
            print(FindingText.section(report, reproduced));
        } else if (out != null) {
            print(lines.toString());
        }
        note(reproduced.size() + " of " + findings.size() + " findings reproduced");
        if (counts.containsKey(Outcome.NOT_REPRODUCED)) {
            return ExitCode.REFUTED;
        }
        return counts.containsKey(Outcome.COULD_NOT_RUN) ? ExitCode.FAILED : ExitCode.GOOD;
    }

    private Attempt attempt(Report report, Finding finding, Place place) {
        try {
            return reproduction(report, finding, Optional.of(Path.of(place.interpreter())))
                    .run(place, Duration.ofSeconds(timeout));
        } catch (CandidateUnusable e) {
            return new Attempt(Outcome.COULD_NOT_RUN, String.valueOf(e.getMessage()));
        }
    }

    /** The interpreter that was named for the candidate's language. */
    private Optional<Path> chosen(Report report) {
        return Language.of(report.run().candidate().name())
                .flatMap(language -> language.named(Optional.ofNullable(python), Optional.ofNullable(node)));
    }

    private void print(String text) throws Unusable {
        if (out == null) {
            text.lines().forEach(line -> terminal.say(terminal.out(), line));
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw new Unusable(out + " cannot be written: choose another file with --out.");
        }
        note("written: " + out);
    }

    private void note(String line) {
        terminal.say(terminal.err(), line);
    }
}
