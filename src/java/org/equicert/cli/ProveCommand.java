package org.equicert.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code equicert prove}: the static verification of the reference. */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Proves the reference's contracts with KeY, or with OpenJML, and keeps the ledger.",
        footer = {
            "",
            "Exit code: 0 everything is proved; 1 not so; 2 usage, or the prover could not run;",
            "3 OpenJML is not there.",
            "",
            "Examples:",
            "  equicert prove                    prove what the ledger does not already have",
            "  equicert prove --status           show how each statement stands",
            "  equicert prove --prover openjml   the second prover, from OPENJML_HOME",
            "  equicert prove -- --help          all the prover's options"
        })
final class ProveCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--prover",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private ProverProgram prover = ProverProgram.KEY;

    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "The prover's own options.")
    private List<String> arguments = new ArrayList<>();

    ProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unusable {
        return prover.run(terminal, prover == ProverProgram.KEY ? "Prove" : "OpenJml", arguments);
    }
}
