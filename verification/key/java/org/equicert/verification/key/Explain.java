package org.equicert.verification.key;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The command behind {@code ./equicert explain}. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        usageHelpWidth = 100,
        description = "Shows one statement of the theory: text, formula, Java, JML, proofs, tests, assumptions.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  explain               list the statements",
            "  explain T.Thm1.2a     one of them in full",
            "  explain --pages       write spec/statements/*.md anew",
            "",
            "Exit code: 0; 2 if there is no such statement."
        })
public final class Explain implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "STATEMENT", description = "Its name, as T.Thm1.2a.")
    private String statement;

    @Option(
            names = "--pages",
            description = "Write a page for each statement, from spec/statements.yaml and the sources.")
    private boolean pages;

    @Option(names = "--root", paramLabel = "DIR", description = "The project's root (default: the working directory).")
    private Path root = Path.of("");

    public static void main(String[] args) {
        Locale.setDefault(Locale.ROOT);
        int exit = new CommandLine(new Explain())
                .setExecutionExceptionHandler((e, line, parsed) -> {
                    System.err.println("explain: " + (e instanceof Unusable ? e.getMessage() : e));
                    return 2;
                })
                .execute(args);
        System.out.flush();
        System.exit(exit);
    }

    @Override
    public Integer call() throws IOException, Unusable {
        Project project = Project.read(root);
        if (pages) {
            new Pages(project.links()).write(project.root().resolve("spec/statements"));
            return 0;
        }
        Explanation explanation = new Explanation(project);
        List<String> lines = statement == null ? explanation.list() : explanation.of(statement);
        lines.forEach(System.out::println);
        return 0;
    }
}
