package org.equicert.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code equicert prove}: the static verification of the reference. Each prover's runner is a program of its own, built
 * on first use: it never shares a class path with the product.
 */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Proves the reference's contracts with KeY, or with OpenJML, and keeps the ledger.",
        footer = {
            "",
            "Exit code: 0 everything is proved; 1 not so; 2 usage, or the prover could not run; 3 OpenJML is not there.",
            "",
            "Examples:",
            "  equicert prove             prove what the ledger does not already have",
            "  equicert prove --status    show the ledger",
            "  equicert prove --prover openjml   the second prover, from OPENJML_HOME",
            "  equicert prove -- --help   all the prover's options"
        })
final class ProveCommand implements Callable<Integer> {
    /** A runner: its folder below verification/, and its main class. */
    private enum Prover {
        key("org.equicert.verification.key.Prove"),
        openjml("org.equicert.verification.openjml.OpenJml");

        private final String main;

        Prover(String main) {
            this.main = main;
        }
    }

    private final Terminal terminal;

    @Option(
            names = "--prover",
            paramLabel = "NAME",
            description = "${COMPLETION-CANDIDATES} (default ${DEFAULT-VALUE}).")
    private Prover prover = Prover.key;

    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "The prover's own options.")
    private List<String> arguments = new ArrayList<>();

    ProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unusable {
        Path runner = terminal.home().resolve("verification").resolve(prover.name());
        Path target = runner.resolve("target");
        Path jar = target.resolve("equicert-" + prover + ".jar");
        if (isStale(runner, jar)) {
            terminal.say(terminal.err(), "equicert: building the prover (first use, or its sources changed) …");
            String pom = runner.resolve("pom.xml").toString();
            if (run(List.of("./mvnw", "-q", "-B", "-f", pom, "-Dmaven.test.skip=true", "package")) != 0) {
                throw new Unusable("the prover could not be built; see above.");
            }
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        }
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classPath = jar + File.pathSeparator + target.resolve("lib").resolve("*");
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, prover.main));
        command.addAll(arguments);
        return run(command);
    }

    private static boolean isStale(Path runner, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return true;
        }
        var built = Files.getLastModifiedTime(jar);
        try (var files = Files.walk(runner)) {
            List<Path> sources = files.filter(file -> !file.startsWith(jar.getParent())
                            && (file.toString().endsWith(".java") || file.endsWith("pom.xml")))
                    .toList();
            for (Path source : sources) {
                if (Files.getLastModifiedTime(source).compareTo(built) > 0) {
                    return true;
                }
            }
            return false;
        }
    }

    /** Runs a program in the project's folder with our own streams. */
    private int run(List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(terminal.home().toFile())
                .inheritIO()
                .start();
        return process.waitFor();
    }
}
