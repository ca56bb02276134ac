package org.equicert.candidate;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** A helper program that is run to its end: an interpreter that is asked its version, an installer. */
final class Program {
    private static final int LINE_LIMIT = 1 << 20;
    private static final int KEPT_LINES = 200;

    private Program() {}

    /**
     * How it ended.
     *
     * @param code its exit code, or −1 where it could not be started or ran past its time
     * @param output the last lines of stdout and stderr together
     */
    record Result(int code, List<String> output) {
        boolean succeeded() {
            return code == 0;
        }

        /** The last line that is not blank. */
        String lastLine() {
            return output.stream().filter(line -> !line.isBlank()).reduce("", (before, line) -> line);
        }
    }

    /** Runs it, each line of its output shown as it comes. */
    static Result run(List<String> argv, Duration limit, Consumer<String> show) {
        return run(argv, Path.of(""), limit, show);
    }

    /** Runs it in a folder. */
    static Result run(List<String> argv, Path folder, Duration limit, Consumer<String> show) {
        Process process;
        try {
            process = new ProcessBuilder(argv)
                    .directory(folder.toAbsolutePath().toFile())
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
        } catch (IOException e) {
            return new Result(-1, List.of(String.valueOf(e.getMessage())));
        }
        Deque<String> output = new ArrayDeque<>();
        Thread reader = Thread.ofPlatform().daemon().start(() -> read(process, output, show));
        try {
            boolean ended = process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
            reader.join(Duration.ofSeconds(ended ? 2 : 0));
            synchronized (output) {
                return ended
                        ? new Result(process.exitValue(), List.copyOf(output))
                        : new Result(-1, List.of("it ran past " + limit.toSeconds() + " s"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Result(-1, List.of("interrupted"));
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private static void read(Process process, Deque<String> output, Consumer<String> show) {
        LineReader lines = new LineReader(process.getInputStream(), LINE_LIMIT);
        try {
            for (String line = lines.next(); line != null; line = lines.next()) {
                synchronized (output) {
                    output.add(line);
                    if (output.size() > KEPT_LINES) {
                        output.removeFirst();
                    }
                }
                show.accept(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (LineReader.TooLong e) {
            process.destroyForcibly();
        }
    }
}
