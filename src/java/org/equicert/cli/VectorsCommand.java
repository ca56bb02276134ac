package org.equicert.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code equicert vectors}: tests for those who cannot run a candidate here, or do not want to. */
@Command(
        name = "vectors",
        mixinStandardHelpOptions = true,
        synopsisSubcommandLabel = "COMMAND",
        description = "Language-neutral test vectors: exact inputs, and proven bounds of what is right.",
        footer = {"", "Example:", "  equicert vectors export --out vectors --function linalg.det"})
final class VectorsCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private VectorsCommand() {}

    static CommandLine withSubcommands(Terminal terminal) {
        return new CommandLine(new VectorsCommand())
                .addSubcommand(new VectorsExport(terminal))
                .addSubcommand(new VectorsJudge(terminal));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which command? There are "
                        + String.join(", ", spec.commandLine().getSubcommands().keySet()) + ".");
    }
}
