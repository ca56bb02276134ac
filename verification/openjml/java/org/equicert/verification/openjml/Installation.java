package org.equicert.verification.openjml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** OpenJML where the user unpacked it: {@code OPENJML_HOME}, with the program {@code openjml} in it. */
record Installation(Path home) {

    static final String VARIABLE = "OPENJML_HOME";

    /** There is nothing to run. */
    static final class Absent extends Exception {
        private static final long serialVersionUID = 1;

        Absent(String message) {
            super(message);
        }
    }

    /** What a run of a program came to; {@code exit} is -1 if it had to be stopped. */
    record Run(int exit, String output, double seconds) {
        boolean stopped() {
            return exit == -1;
        }
    }

    static Installation find(String home) throws Absent {
        if (home == null || home.isBlank()) {
            throw new Absent(VARIABLE + " is not set");
        }
        Installation found = new Installation(Path.of(home).toAbsolutePath());
        if (!Files.isDirectory(found.home)) {
            throw new Absent(VARIABLE + " is not a folder: " + home);
        }
        if (!Files.isExecutable(found.program())) {
            throw new Absent(VARIABLE + " has no program openjml: " + home);
        }
        if (!Files.isDirectory(found.home.resolve("specs"))) {
            throw new Absent(VARIABLE + " has no specs, it is no whole installation: " + home);
        }
        return found;
    }

    private Path program() {
        return home.resolve("openjml");
    }

    /** Its name and version, as it says them. */
    String version() throws Absent, InterruptedException {
        Run run = run(List.of("-version"), home, 60);
        String line = run.output
                .lines()
                .filter(l -> l.startsWith("openjml "))
                .findFirst()
                .orElse("");
        if (run.exit != 0 || line.isEmpty()) {
            throw new Absent("openjml -version does not answer: "
                    + run.output.lines().findFirst().orElse("exit code " + run.exit));
        }
        return line.replaceFirst("openjml", "OpenJML");
    }

    /** Runs it, at most for so many seconds; then it is ended with all that it started. */
    Run run(List<String> arguments, Path directory, int seconds) throws Absent, InterruptedException {
        List<String> command = new ArrayList<>(List.of(program().toString()));
        command.addAll(arguments);
        long start = System.nanoTime();
        try {
            Path output = Files.createTempFile("openjml", ".txt");
            try {
                Process process = new ProcessBuilder(command)
                        .directory(directory.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start();
                process.getOutputStream().close();
                boolean ended = false;
                try {
                    ended = process.waitFor(seconds, TimeUnit.SECONDS);
                } finally {
                    process.descendants().forEach(ProcessHandle::destroyForcibly);
                    process.destroyForcibly();
                }
                int exit = process.waitFor();
                String said = new String(Files.readAllBytes(output), StandardCharsets.UTF_8);
                return new Run(ended ? exit : -1, said, (System.nanoTime() - start) / 1e9);
            } finally {
                Files.delete(output);
            }
        } catch (IOException e) {
            throw new Absent("openjml cannot be run: " + e.getMessage());
        }
    }
}
