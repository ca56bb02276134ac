package org.equicert.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.equicert.campaign.Assessment;
import org.equicert.oracle.Oracle;
import org.equicert.report.Recheck;
import org.equicert.report.Report;
import org.equicert.report.ReportFolder;
import org.equicert.report.ReportJson;
import org.equicert.report.ReportUnreadable;
import org.equicert.report.Versions;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equicert recheck}: every verdict again, from the report alone. */
@Command(
        name = "recheck",
        mixinStandardHelpOptions = true,
        description =
                "Judges a report's answers again, with no candidate present, and compares every verdict and figure.",
        footer = {
            "",
            "Exit code: 0 all agree; 1 something comes out otherwise; 2 the report cannot be read.",
            "",
            "Example:",
            "  equicert recheck reports/fast-20260101-120000"
        })
final class RecheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "REPORT", description = "A report's folder, or its report.json.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path path;

    @Option(names = "--json", description = "Print the outcome as JSON: how many results, and which disagree.")
    private boolean json;

    RecheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws ReportUnreadable {
        Report report = ReportFolder.read(path);
        Assessment assessment = new Assessment(Oracle.ofCatalogue());
        Recheck recheck = Recheck.of(report.run(), assessment::results);
        if (json) {
            terminal.say(terminal.out(), ReportJson.write(recheck));
            return recheck.agrees() ? ExitCode.GOOD : ExitCode.REFUTED;
        }
        recheck.disagreements().forEach(line -> terminal.say(terminal.out(), line));
        if (!recheck.agrees()) {
            Versions.current().unlike(report.versions()).ifPresent(why -> terminal.say(terminal.out(), why));
        }
        terminal.say(
                terminal.out(),
                recheck.results() + " results judged again from "
                        + report.run().exchanges().size() + " answers: "
                        + (recheck.agrees()
                                ? "all agree."
                                : recheck.disagreements().size() + " come out otherwise."));
        return recheck.agrees() ? ExitCode.GOOD : ExitCode.REFUTED;
    }
}
