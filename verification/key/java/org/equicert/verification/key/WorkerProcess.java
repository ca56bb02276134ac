package org.equicert.verification.key;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The near end of a {@link Worker}: it is asked, and ended when it does not answer in time. */
final class WorkerProcess implements AutoCloseable {

    /** Of each worker: two of them, and the process that drives them, stay below 4 GiB. */
    static final int HEAP_MIB = 1536;

    private static final int GRACE_SECONDS = 30;
    private static final int OUT_OF_MEMORY = 3; // the exit code that -XX:+ExitOnOutOfMemoryError gives
    private static final String END = "";

    private final Process process;
    private final Path home;
    private final BlockingQueue<String> replies = new LinkedBlockingQueue<>();

    private WorkerProcess(Process process, Path home) {
        this.process = process;
        this.home = home;
        Thread.ofPlatform().daemon().start(this::listen);
    }

    /** Starts a prover, which has to {@link #load} something before it is asked anything. */
    static WorkerProcess start(Path settings, String... jvmOptions) throws IOException {
        // a home of its own: no one's settings of KeY's own window get in, and two workers do not share a file
        Path home = Files.createTempDirectory("equicert-key");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx" + HEAP_MIB + "m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-Xms" + HEAP_MIB + "m",
                "-Xmn" + HEAP_MIB / 2 + "m",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.home=" + home));
        command.addAll(List.of(jvmOptions));
        command.addAll(
                List.of("-cp", System.getProperty("java.class.path"), Worker.class.getName(), settings.toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
        return new WorkerProcess(process, home);
    }

    private void listen() {
        try (BufferedReader in = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("{")) { // the JVM, too, says its last words here
                    replies.add(line);
                }
            }
        } catch (IOException e) {
            // the same as the end
        }
        replies.add(END);
    }

    /** Has a directory of sources loaded; {@code Unusable} says why it cannot be. */
    Worker.Loaded load(Path sources, int limitSeconds) throws Unusable, IOException, InterruptedException {
        String line = send(new Worker.Request(sources, null), limitSeconds + GRACE_SECONDS);
        if (line == null) {
            throw new Unusable("the prover did not finish loading within " + limitSeconds + " s");
        }
        if (line.equals(END)) {
            throw new Unusable("the prover could not load " + sources + ": " + end().said());
        }
        Worker.Loaded loaded = Worker.JSON.readValue(line, Worker.Loaded.class);
        if (loaded.problem() != null) {
            throw new Unusable(loaded.problem());
        }
        return loaded;
    }

    /** Has one contract tried; a worker that is too late or ends has an outcome too, and is of no more use. */
    Outcome ask(Task task) throws IOException, InterruptedException {
        long start = System.nanoTime();
        int limit = task.strategy().seconds() + GRACE_SECONDS;
        String line = send(new Worker.Request(null, task), limit);
        if (line == null) {
            double seconds = (System.nanoTime() - start) / 1e9;
            return Outcome.failed(
                    Ledger.Status.TIMEOUT, seconds, "no answer within " + limit + " s: the prover was ended");
        }
        return line.equals(END) ? end() : Worker.JSON.readValue(line, Outcome.class);
    }

    /** The reply; null if it does not come in time, in which case the worker is ended; {@link #END} if it has ended. */
    private String send(Worker.Request request, int limitSeconds) throws InterruptedException, IOException {
        String text = Worker.JSON.writeValueAsString(request);
        try {
            var out = process.outputWriter(StandardCharsets.UTF_8);
            out.write(text + "\n");
            out.flush();
        } catch (IOException e) {
            return END;
        }
        String line = replies.poll(limitSeconds, TimeUnit.SECONDS);
        if (line == null) {
            process.destroyForcibly();
        }
        return line;
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** For tests of what becomes of a prover that is killed. */
    void kill() {
        process.destroyForcibly();
    }

    private Outcome end() throws InterruptedException {
        process.waitFor(5, TimeUnit.SECONDS);
        int code = process.isAlive() ? -1 : process.exitValue();
        return code == OUT_OF_MEMORY
                ? Outcome.failed(Ledger.Status.OUT_OF_MEMORY, 0, "the prover needs more than " + HEAP_MIB + " MiB")
                : Outcome.failed(Ledger.Status.KILLED, 0, "the prover's process ended with exit code " + code);
    }

    @Override
    public void close() {
        process.destroyForcibly();
        Sources.delete(home);
    }
}
