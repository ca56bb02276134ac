package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.equicert.function.Definition;
import org.equicert.report.CataloguePage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equicert functions}: what can be asked about. */
@Command(
        name = "functions",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Lists the functions of the catalogue.",
        footer = {
            "",
            "Examples:",
            "  equicert functions",
            "  equicert functions --page functions.md   # with equivariances, and how much they see"
        })
final class FunctionsCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final Catalogue catalogue = new Catalogue();

    @Option(
            names = "--page",
            paramLabel = "FILE",
            description = "Writes them to a page in Markdown, with their equivariances and the rank of K of p.")
    private Optional<Path> page = Optional.empty();

    FunctionsCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Unusable {
        List<Definition> asked = catalogue.asked();
        if (page.isEmpty()) {
            asked.forEach(f -> terminal.out().printf("%-30s %s%n", f.name(), f.text()));
            return ExitCode.GOOD;
        }
        try {
            Files.writeString(page.get(), CataloguePage.of(asked));
        } catch (IOException e) {
            throw new Unusable("the page cannot be written to " + page.get() + " (" + e.getMessage() + ").");
        }
        terminal.out().println(page.get());
        return ExitCode.GOOD;
    }
}
