package org.equicert.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code equicert explain}: one statement of the theory, and all that stands behind it. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Shows a statement of the theory: text, formula, Java, JML, proofs, tests, assumptions.",
        footer = {
            "",
            "Exit code: 0; 2 if there is no such statement.",
            "",
            "Examples:",
            "  equicert explain             list the statements",
            "  equicert explain T.Thm1.2a   one of them in full"
        })
final class ExplainCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(paramLabel = "STATEMENT", arity = "0..*", description = "Its name; without one, all are listed.")
    private List<String> arguments = new ArrayList<>();

    ExplainCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unusable {
        return ProverProgram.KEY.run(terminal, "Explain", arguments);
    }
}
