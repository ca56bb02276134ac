package org.equicert.cli;

import org.equicert.function.Functions;
import picocli.CommandLine.Command;

/** {@code equicert functions}: what can be asked about. */
@Command(
        name = "functions",
        mixinStandardHelpOptions = true,
        description = "Lists the functions of the catalogue.",
        footer = {"", "Example:", "  equicert functions"})
final class FunctionsCommand implements Runnable {
    private final Terminal terminal;

    FunctionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        Functions.all().forEach(f -> terminal.out().printf("%-30s %s%n", f.name(), f.text()));
    }
}
