package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.equicert.candidate.MavenModule;

/**
 * A prover's runner: a program of its own below {@code verification/}, built on first use, that never shares a class path
 * with the product.
 */
enum ProverProgram {
    KEY,
    OPENJML;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Runs one of its main classes with our own streams; returns its exit code. */
    int run(Terminal terminal, String main, List<String> arguments) throws IOException, InterruptedException, Unusable {
        Path runner = terminal.home().resolve("verification").resolve(toString());
        Path jar = runner.resolve("target").resolve("equicert-" + this + ".jar");
        MavenModule module =
                new MavenModule(terminal.home(), runner.resolve("pom.xml"), List.of(), List.of(runner), jar);
        ModuleProgram.build(terminal, module, "prover");
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        List<String> command = new ArrayList<>(List.of(
                java,
                "-Xmx384m", // with two workers beside it, all stay below 4 GiB
                "-XX:+UseSerialGC",
                "-cp",
                module.classPath(),
                "org.equicert.verification." + this + "." + main));
        command.addAll(arguments);
        return start(terminal, command);
    }

    /** Runs a program in the project's folder with our own streams. */
    private static int start(Terminal terminal, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(terminal.home().toFile())
                .inheritIO()
                .start();
        return process.waitFor();
    }
}
