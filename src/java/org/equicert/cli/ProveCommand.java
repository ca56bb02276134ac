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
import picocli.CommandLine.Parameters;

/**
 * {@code equicert prove}: the static verification of the reference. The prover is a program of its own, built on first
 * use: it never shares a class path with the product.
 */
@Command(
        name = "prove",
        mixinStandardHelpOptions = true,
        description = "Proves the reference's contracts with KeY and keeps the ledger.",
        footer = {
            "",
            "Exit code: 0 everything is proved; 1 not so; 2 usage, or the prover could not run.",
            "",
            "Examples:",
            "  equicert prove             prove what the ledger does not already have",
            "  equicert prove --status    show the ledger",
            "  equicert prove -- --help   all the prover's options"
        })
final class ProveCommand implements Callable<Integer> {
    private static final String MAIN = "org.equicert.verification.key.Prove";

    private final Terminal terminal;

    @Parameters(paramLabel = "ARGS", arity = "0..*", description = "The prover's own options.")
    private List<String> arguments = new ArrayList<>();

    ProveCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException, Unusable {
        Path prover = terminal.home().resolve("verification").resolve("key");
        Path target = prover.resolve("target");
        Path jar = target.resolve("equicert-key.jar");
        if (isStale(prover, jar)) {
            terminal.say(terminal.err(), "equicert: building the prover (first use, or its sources changed) …");
            String pom = prover.resolve("pom.xml").toString();
            if (run(List.of("./mvnw", "-q", "-B", "-f", pom, "-Dmaven.test.skip=true", "package")) != 0) {
                throw new Unusable("the prover could not be built; see above.");
            }
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        }
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classPath = jar + File.pathSeparator + target.resolve("lib").resolve("*");
        List<String> command = new ArrayList<>(List.of(java, "-cp", classPath, MAIN));
        command.addAll(arguments);
        return run(command);
    }

    private static boolean isStale(Path prover, Path jar) throws IOException {
        if (!Files.exists(jar)) {
            return true;
        }
        var built = Files.getLastModifiedTime(jar);
        try (var files = Files.walk(prover)) {
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
