package org.equicert.verification.key;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/**
 * One prover in a process of its own: a {@link Request} a line on standard input, its {@link Loaded} or {@link Outcome} a
 * line on standard output.
 */
final class Worker {

    /** Either a directory of sources to load, in place of what was loaded before, or a contract to try. */
    record Request(Path load, Task task) {}

    /** The contracts found, or else the problem. */
    record Loaded(List<String> contracts, List<String> withoutContract, String problem) {}

    static final ObjectMapper JSON = JsonMapper.builder().build();

    private Worker() {}

    /** Argument: the settings' file. */
    public static void main(String[] args) throws IOException, InterruptedException {
        Locale.setDefault(Locale.ROOT);
        PrintStream replies = System.out;
        System.setOut(System.err); // what the prover prints is not a reply
        BlockingQueue<String> lines = readAhead();
        Settings settings = Settings.read(Path.of(args[0]));
        Prover prover = null;
        while (true) {
            Request request = JSON.readValue(lines.take(), Request.class);
            if (request.load() == null) {
                reply(replies, prover.prove(request.task()));
                continue;
            }
            if (prover != null) {
                prover.close();
            }
            try {
                prover = Prover.load(request.load(), settings);
                reply(replies, new Loaded(prover.contracts(), prover.methodsWithoutContract(), null));
            } catch (Unusable e) {
                prover = null;
                reply(replies, new Loaded(List.of(), List.of(), e.getMessage()));
            }
        }
    }

    private static void reply(PrintStream replies, Object what) throws IOException {
        replies.println(JSON.writeValueAsString(what));
        replies.flush();
    }

    /** Reads while the prover works, so that a worker whose parent has gone ends at once. */
    private static BlockingQueue<String> readAhead() {
        BlockingQueue<String> lines = new LinkedBlockingQueue<>();
        Thread.ofPlatform().daemon().start(() -> {
            try (var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    lines.add(line);
                }
            } catch (IOException e) {
                // the same as the end
            }
            Runtime.getRuntime().halt(0); // KeY leaves threads behind
        });
        return lines;
    }
}
