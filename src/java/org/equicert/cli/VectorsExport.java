package org.equicert.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.equicert.function.Definition;
import org.equicert.vectors.VectorSet;
import org.equicert.vectors.VectorsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code equicert vectors export}: writes a file of test vectors for each function. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        description = "Writes test vectors, a file for each function.",
        footer = {"", "Example:", "  equicert vectors export --out vectors --function linalg.det --count 10"})
final class VectorsExport implements Callable<Integer> {
    private final Terminal terminal;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "The folder that they are written to.")
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private Path out;

    @Mixin
    private final Catalogue catalogue = new Catalogue();

    @Option(
            names = "--count",
            paramLabel = "N",
            defaultValue = "3",
            description = "At how many points each function is asked (default ${DEFAULT-VALUE}).")
    private int count = 3;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Of every random choice (default ${DEFAULT-VALUE}).")
    private long seed = 1;

    VectorsExport(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws Unusable {
        if (count < 1) {
            throw new Unusable("--count has to be at least 1.");
        }
        List<Definition> asked = catalogue.asked();
        ProgressLine progress = new ProgressLine(terminal);
        AtomicInteger done = new AtomicInteger();
        AtomicInteger vectors = new AtomicInteger();
        try {
            Files.createDirectories(out);
            for (IOException failure : asked.parallelStream()
                    .<IOException>mapMulti((f, failures) -> {
                        try {
                            vectors.addAndGet(write(f));
                        } catch (IOException e) {
                            failures.accept(e);
                        }
                        synchronized (progress) {
                            progress.at(done.incrementAndGet(), asked.size(), f.name());
                        }
                    })
                    .toList()) {
                throw failure;
            }
        } catch (IOException e) {
            throw new Unusable("the vectors cannot be written to " + out + " (" + e.getMessage() + ").");
        }
        progress.end();
        terminal.say(terminal.out(), vectors + " vectors of " + asked.size() + " functions, seed " + seed + ": " + out);
        return ExitCode.GOOD;
    }

    /** How many vectors of a function were written. */
    private int write(Definition f) throws IOException {
        VectorSet set = VectorSet.of(f, count, seed);
        Files.writeString(out.resolve(f.name() + ".json"), VectorsJson.write(set));
        return set.vectors().size();
    }
}
