package org.equicert.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.equicert.candidate.BuiltInCandidate;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.report.ReportUnreadable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line: {@code equicert COMMAND}. Whatever is wrong with what the user gave is one line, never a trace. */
@Command(
        name = "equicert",
        mixinStandardHelpOptions = true,
        version = "equicert " + BuiltInCandidate.VERSION,
        synopsisSubcommandLabel = "COMMAND",
        description = "Tells whether a tensor or automatic-differentiation implementation is right.",
        footer = {
            "",
            "Examples:",
            "  equicert certify                judge the built-in fast core",
            "  equicert certify python:torch   judge the PyTorch of your active environment",
            "  equicert COMMAND --help         more about a command"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    Main() {}

    public static void main(String[] args) {
        System.exit(run(Terminal.ofProcess(), args));
    }

    /** Runs a command and returns its exit code. */
    static int run(Terminal terminal, String... args) {
        CommandLine prove = new CommandLine(new ProveCommand(terminal));
        CommandLine explain = new CommandLine(new ExplainCommand(terminal));
        CommandLine line = new CommandLine(new Main())
                .addSubcommand(new Certify(terminal))
                .addSubcommand(new ReportCommand(terminal))
                .addSubcommand(new RecheckCommand(terminal))
                .addSubcommand(VectorsCommand.withSubcommands(terminal))
                .addSubcommand(prove)
                .addSubcommand(explain)
                .addSubcommand(new BenchCommand(terminal))
                .addSubcommand(new FunctionsCommand(terminal))
                .addSubcommand(new DevicesCommand(terminal));
        prove.setUnmatchedOptionsArePositionalParams(true);
        explain.setUnmatchedOptionsArePositionalParams(true);
        return line.setOut(new PrintWriter(terminal.out(), true))
                .setErr(new PrintWriter(terminal.err(), true))
                .setColorScheme(CommandLine.Help.defaultColorScheme(
                        terminal.outIsTerminal() ? CommandLine.Help.Ansi.AUTO : CommandLine.Help.Ansi.OFF))
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, given) -> misused(terminal, e))
                .setExecutionExceptionHandler((e, command, parsed) -> failed(terminal, e))
                .execute(args);
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? There are " + String.join(", ", commands(spec.commandLine())) + ".");
    }

    private static int misused(Terminal terminal, ParameterException e) {
        trace(terminal, e);
        CommandLine command = e.getCommandLine();
        terminal.say(terminal.err(), "equicert: " + message(e, command));
        terminal.say(terminal.err(), "Try: " + command.getCommandSpec().qualifiedName() + " --help");
        return ExitCode.UNUSABLE;
    }

    private static String message(ParameterException e, CommandLine command) {
        if (e instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().isEmpty()) {
            String word = unmatched.getUnmatched().getFirst();
            boolean option = word.startsWith("-");
            List<String> known = option ? options(command) : commands(command);
            return "there is no " + (option ? "option " : known.isEmpty() ? "place for " : "command ") + word
                    + Nearest.question(word.replaceFirst("=.*", ""), known)
                    + (known.isEmpty() ? "" : " There are " + String.join(", ", known) + ".");
        }
        String message = String.valueOf(e.getMessage());
        return e instanceof MissingParameterException ? message + "." : message;
    }

    private static List<String> options(CommandLine command) {
        return command.getCommandSpec().options().stream()
                .map(option -> option.longestName())
                .sorted()
                .toList();
    }

    private static List<String> commands(CommandLine command) {
        return new ArrayList<>(command.getSubcommands().keySet());
    }

    private static int failed(Terminal terminal, Exception e) {
        trace(terminal, e);
        boolean expected = e instanceof Unusable || e instanceof CandidateUnusable || e instanceof ReportUnreadable;
        terminal.say(
                terminal.err(),
                expected
                        ? "equicert: " + e.getMessage()
                        : "equicert: this should not happen: " + e + " (EQUICERT_DEBUG=1 shows where)");
        return ExitCode.UNUSABLE;
    }

    private static void trace(Terminal terminal, Exception e) {
        if (terminal.environment().getOrDefault("EQUICERT_DEBUG", "").equals("1")) {
            e.printStackTrace(terminal.err());
        }
    }
}
