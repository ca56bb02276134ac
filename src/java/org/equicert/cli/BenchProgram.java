package org.equicert.cli;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equicert.bench.Case;
import org.equicert.bench.Event;
import org.equicert.bench.Measurement;
import org.equicert.bench.Results;
import org.equicert.candidate.CandidateUnusable;
import org.equicert.candidate.JvmCandidate;
import org.equicert.candidate.LibraryCandidate;
import org.equicert.candidate.MavenModule;
import org.equicert.candidate.PythonCandidate;
import org.equicert.report.ReportUnreadable;
import org.jspecify.annotations.Nullable;

/**
 * The measuring program in {@code test/bench}: JMH, and libraries that ours are measured against, none of which comes onto
 * the product's class path. It says what it measures line by line; what it said before it was stopped counts.
 */
final class BenchProgram {
    /** Those that the measuring program has no class path for. */
    static final List<String> JVM_PEERS = List.of("nd4j", "djl");

    private final Terminal terminal;
    private final boolean install;
    private final Path log;
    private volatile @Nullable Process process;

    /**
     * @param install whether libraries of Python that are missing may be installed
     * @param log where the program's own messages go
     */
    BenchProgram(Terminal terminal, boolean install, Path log) {
        this.terminal = terminal;
        this.install = install;
        this.log = log;
    }

    /** Ends the program and whatever it started. */
    void stop() {
        Process running = process;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroy);
            running.destroy();
        }
    }

    /** Measures these cases, each contestant that is there. */
    Results run(List<Case> cases, boolean quick, List<Path> pythons, List<String> libraries)
            throws IOException, InterruptedException, Unusable {
        Path folder = terminal.home().resolve("test").resolve("bench");
        Path numbers = terminal.home().resolve("test/java/org/equicert/number");
        MavenModule module = new MavenModule(
                terminal.home(),
                folder.resolve("pom.xml"),
                List.of(),
                List.of(
                        folder,
                        terminal.home().resolve("src").resolve("java"),
                        numbers.resolve("Arb.java"),
                        numbers.resolve("BallFunction.java")),
                folder.resolve("target").resolve("equicert-bench.jar"));
        ModuleProgram.build(terminal, module, "benchmarks");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home", ""), "bin", "java").toString(),
                "--add-modules=jdk.incubator.vector",
                "--enable-native-access=ALL-UNNAMED",
                "-Dequicert.home=" + terminal.home(),
                "-cp",
                module.classPath() + File.pathSeparator + System.getProperty("java.class.path", ""),
                "org.equicert.bench.race.Main",
                quick ? "quick" : "full"));
        interpreters(pythons).forEach((library, python) -> command.add(library + "=" + python));
        peers(libraries).forEach((library, words) -> command.add(library + "=" + String.join("\n", words)));
        cases.forEach(it -> command.add(it.id()));
        Process started = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        process = started;
        Results results = read(started, cases.size(), quick);
        int code = started.waitFor();
        if (code != 0) {
            terminal.say(
                    terminal.err(), "the benchmarks stopped early (exit code " + code + "): " + log + " says more");
        }
        return results;
    }

    private Results read(Process started, int cases, boolean quick) throws IOException, Unusable {
        ProgressLine progress = new ProgressLine(terminal);
        Results.@Nullable Machine machine = null;
        List<Measurement> measurements = new ArrayList<>();
        int begun = 0;
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(started.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                switch (Event.of(line)) {
                    case Event.Started it -> machine = it.machine();
                    case Event.Begun it -> progress.at(begun++, cases, it.at().id());
                    case Event.Measured it -> measurements.add(it.measurement());
                }
            }
        } catch (ReportUnreadable e) {
            stop();
            throw new Unusable("the benchmarks said what is no event: " + e.getMessage() + "; " + log + " says more.");
        } finally {
            progress.end();
        }
        if (machine == null) {
            throw new Unusable("the benchmarks did not start: " + log + " says why.");
        }
        return new Results(machine, quick, measurements);
    }

    /** What starts the JVM's libraries; one that cannot be fetched is said, and not run. */
    private Map<String, List<String>> peers(List<String> libraries) {
        Map<String, List<String>> commands = new LinkedHashMap<>();
        for (String library : libraries) {
            try {
                commands.put(
                        library,
                        JvmCandidate.peer(
                                library, options(Optional.empty(), false), line -> terminal.say(terminal.err(), line)));
            } catch (CandidateUnusable e) {
                terminal.say(terminal.err(), "not run: " + e.getMessage());
            }
        }
        return commands;
    }

    /** The interpreters that have the peers; a library that none has is said, and not run. */
    private Map<String, String> interpreters(List<Path> pythons) {
        Map<String, String> found = new LinkedHashMap<>();
        for (String library : List.of("torch", "jax")) {
            try {
                found.put(library, interpreter(library, pythons));
            } catch (CandidateUnusable e) {
                terminal.say(terminal.err(), "not run: " + e.getMessage());
            }
        }
        return found;
    }

    /** The first of the named ones that has it; without any, where {@code certify} finds it. */
    private String interpreter(String library, List<Path> pythons) throws CandidateUnusable {
        for (Path python : pythons) {
            try {
                return interpreter(library, Optional.of(python), false);
            } catch (CandidateUnusable e) {
                // the next
            }
        }
        return interpreter(library, pythons.stream().findFirst(), install);
    }

    private String interpreter(String library, Optional<Path> python, boolean made) throws CandidateUnusable {
        return PythonCandidate.interpreter(library, options(python, made), line -> terminal.say(terminal.err(), line));
    }

    private LibraryCandidate.Options options(Optional<Path> python, boolean made) {
        return new LibraryCandidate.Options(terminal.home(), python, made, terminal.environment(), Optional.empty());
    }
}
