package org.equicert.cli;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

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
        Path target = runner.resolve("target");
        Path jar = target.resolve("equicert-" + this + ".jar");
        if (isStale(runner, jar)) {
            terminal.say(terminal.err(), "equicert: building the prover (first use, or its sources changed) …");
            String pom = runner.resolve("pom.xml").toString();
            if (start(terminal, List.of("./mvnw", "-q", "-B", "-f", pom, "-Dmaven.test.skip=true", "package")) != 0) {
                throw new Unusable("the prover could not be built; see above.");
            }
            Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
        }
        String java =
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString();
        String classPath = jar + File.pathSeparator + target.resolve("lib").resolve("*");
        List<String> command =
                new ArrayList<>(List.of(java, "-Xmx384m", "-XX:+UseSerialGC", "-cp", classPath, "org.equicert.verification." + this + "." + main));
        command.addAll(arguments);
        return start(terminal, command);
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
    private static int start(Terminal terminal, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(terminal.home().toFile())
                .inheritIO()
                .start();
        return process.waitFor();
    }
}
