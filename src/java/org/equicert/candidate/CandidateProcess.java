package org.equicert.candidate;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One running process of a candidate: lines go in, lines come out within a time limit. The blocking reads and writes
 * are done by threads of its own, so that nothing the process does or leaves undone can block the caller; a process
 * that talks without end is stopped by its full pipe.
 *
 * <p>After a {@link Misbehaviour} it is of no more use: {@link #close} kills the whole process tree.
 */
final class CandidateProcess implements AutoCloseable {
    private static final Duration EXIT_GRACE = Duration.ofSeconds(2);
    private static final Set<CandidateProcess> RUNNING = ConcurrentHashMap.newKeySet();

    static {
        // None outlives us, not even one that hangs when we are told to stop.
        Runtime.getRuntime().addShutdownHook(new Thread(() -> RUNNING.forEach(CandidateProcess::close)));
    }

    private final Process process;
    private final Tail errors = new Tail();
    private final BlockingQueue<String> toSend = new ArrayBlockingQueue<>(4);
    private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(4);
    private final Thread drainer;
    private final Thread reader;
    private final Thread writer;

    private sealed interface Event {}

    private record Line(String text) implements Event {}

    private record TooLong() implements Event {}

    private record End() implements Event {}

    /** @throws IOException where the program cannot be started */
    CandidateProcess(ProcessCandidate.Command command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command.argv());
        builder.environment().putAll(command.environment());
        OutputStream log = command.log().isPresent()
                ? Files.newOutputStream(command.log().get(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)
                : OutputStream.nullOutputStream();
        try {
            process = builder.start();
        } catch (IOException e) {
            log.close();
            throw e;
        }
        drainer = daemon("errors", () -> errors.drain(process.getErrorStream(), log));
        reader = daemon("reader", this::read);
        writer = daemon("writer", this::write);
        RUNNING.add(this);
    }

    /** Sends a line. */
    void send(String line) {
        // Lines and answers alternate, so the queue is never full but for a process that is gone anyway.
        toSend.offer(line);
    }

    /** Whether it has spoken without being asked, or ended. */
    boolean isStale() {
        return !events.isEmpty();
    }

    /** The next line that it prints, where it comes in time. */
    String receive(Duration limit) throws Misbehaviour {
        @Nullable Event event;
        try {
            event = events.poll(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Misbehaviour("interrupted");
        }
        return switch (event) {
            case null -> throw new Misbehaviour("no answer within " + seconds(limit) + lastWords());
            case Line line -> line.text();
            case TooLong() -> throw new Misbehaviour("more than " + (Protocol.LINE_LIMIT >> 20) + " MiB in one line");
            case End() -> throw new Misbehaviour(obituary());
        };
    }

    /** Kills it and every process that it started and that is still its descendant. */
    @Override
    public void close() {
        // Parents before children, so that none can start another; those then started are found in the next round.
        for (int round = 0; round < 3; round++) {
            List<ProcessHandle> descendants = process.descendants().toList();
            process.destroyForcibly();
            descendants.forEach(CandidateProcess::destroyTree);
            if (descendants.isEmpty()) {
                break;
            }
        }
        reader.interrupt();
        writer.interrupt();
        RUNNING.remove(this);
    }

    private static void destroyTree(ProcessHandle handle) {
        List<ProcessHandle> children = handle.descendants().toList();
        handle.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void read() {
        LineReader lines = new LineReader(process.getInputStream(), Protocol.LINE_LIMIT);
        try {
            Event event;
            do {
                event = nextEvent(lines);
                events.put(event);
            } while (event instanceof Line);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static Event nextEvent(LineReader lines) {
        try {
            String line = lines.next();
            return line == null ? new End() : new Line(line);
        } catch (LineReader.TooLong e) {
            return new TooLong();
        } catch (IOException e) {
            return new End();
        }
    }

    private void write() {
        try (OutputStream out = process.getOutputStream()) {
            while (true) {
                out.write((toSend.take() + "\n").getBytes(StandardCharsets.UTF_8));
                out.flush();
            }
        } catch (IOException e) {
            // It no longer listens: the reader sees its end.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** How it ended, and its last words. */
    private String obituary() {
        try {
            if (!process.waitFor(EXIT_GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                return "closed its output while it went on running" + lastWords();
            }
            drainer.join(EXIT_GRACE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return "exited with code " + exitCode(process.exitValue()) + lastWords();
    }

    private static String exitCode(int code) {
        // A shell's habit, and Java's: 128 + the number of the signal.
        return switch (code) {
            case 134 -> "134 (aborted)";
            case 137 -> "137 (killed, perhaps for want of memory)";
            case 139 -> "139 (segmentation fault)";
            default -> Integer.toString(code);
        };
    }

    private String lastWords() {
        String last = errors.lastLine();
        return last.isEmpty() ? "" : "; last words on stderr: " + Words.brief(last, 200);
    }

    private static String seconds(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }

    private Thread daemon(String role, Runnable work) {
        return Thread.ofPlatform()
                .daemon()
                .name("candidate-" + process.pid() + "-" + role)
                .start(work);
    }
}
