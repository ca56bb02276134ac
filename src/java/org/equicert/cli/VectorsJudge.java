package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.equicert.campaign.Result;
import org.equicert.oracle.Question;
import org.equicert.report.ReportFolder;
import org.equicert.report.ReportTable;
import org.equicert.report.ReportUnreadable;
import org.equicert.report.WitnessText;
import org.equicert.vectors.AnsweredVectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equicert vectors judge}: what the truth says of answers that were computed anywhere. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Judges answers to test vectors: NAME.answers.json beside NAME.json, computed anywhere.",
        footer = {
            "",
            "Exit code: 0 something was judged, nothing refuted, nothing failed; 1 something is refuted; 2 usage, or",
            "the files could not be read, or nothing could be judged; 3 something failed, or with --strict anything",
            "short of exact or consistent, or a test without an answer.",
            "",
            "Example:",
            "  equicert vectors judge vectors"
        })
final class VectorsJudge implements Callable<Integer> {
    private static final String ANSWERS = ".answers.json";

    private final Terminal terminal;

    @Parameters(paramLabel = "DIR", description = "A folder with vectors and answers.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path folder;

    @Option(
            names = "--strict",
            description = "Exit with 3 for anything short of exact or consistent, or a test without an answer.")
    private boolean strict;

    VectorsJudge(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Unusable, ReportUnreadable {
        List<Result> results = new ArrayList<>();
        int answered = 0;
        int unanswered = 0;
        for (Path file : answers()) {
            Path asked = file.resolveSibling(file.getFileName().toString().replace(ANSWERS, ".json"));
            if (!Files.exists(asked)) {
                throw new Unusable(file + " answers vectors that are not there: " + asked.getFileName() + ".");
            }
            Map<String, Question> questions = ReportFolder.read(asked, AnsweredVectors::questions);
            AnsweredVectors vectors = ReportFolder.read(file, text -> AnsweredVectors.read(text, questions));
            results.addAll(vectors.results());
            answered += vectors.exchanges().size();
            unanswered += vectors.unanswered();
        }
        ReportTable.lines(results, terminal.paint()).forEach(terminal.out()::println);
        WitnessText.lines(results).forEach(line -> terminal.say(terminal.out(), line));
        terminal.out().println();
        terminal.say(
                terminal.out(),
                answered + " answers judged" + (unanswered == 0 ? "." : "; " + unanswered + " tests have no answer."));
        int code = ExitCode.of(results, strict);
        return code == ExitCode.GOOD && strict && unanswered > 0 ? ExitCode.FAILED : code;
    }

    private List<Path> answers() throws Unusable {
        try (Stream<Path> files = Files.list(folder)) {
            List<Path> answers = files.filter(
                            file -> file.getFileName().toString().endsWith(ANSWERS))
                    .sorted()
                    .toList();
            if (answers.isEmpty()) {
                throw new Unusable("there are no answers in " + folder + ": they are files NAME" + ANSWERS
                        + " beside the vectors NAME.json.");
            }
            return answers;
        } catch (IOException e) {
            throw new Unusable("there is no folder " + folder + ".");
        }
    }
}
