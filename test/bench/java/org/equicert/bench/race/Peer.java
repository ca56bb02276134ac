package org.equicert.bench.race;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;

/**
 * A library in a process of its own, which does as many calls as it is told, and times itself: {@code bench_peer.py}, or
 * what else speaks as it does.
 */
final class Peer implements AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** How long an answer is waited for: compilers and large Hessians take their time. */
    private static final long PATIENCE_SECONDS = 180;

    private final String name;
    private final Process process;
    private final BufferedReader answers;
    private final String version;
    private boolean isGivenUp;

    private Peer(String name, Process process) throws Absent {
        this.name = name;
        this.process = process;
        this.answers = process.inputReader(StandardCharsets.UTF_8);
        this.version = receive("version").path("version").asText();
    }

    /** @param threads how many it is asked to use */
    static Peer start(String name, List<String> command, int threads) throws Absent {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("OMP_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("MKL_NUM_THREADS", String.valueOf(threads));
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1"); // no byte code among the sources
        try {
            return new Peer(
                    name, builder.redirectError(ProcessBuilder.Redirect.INHERIT).start());
        } catch (IOException e) {
            throw new Absent(command.getFirst() + " cannot be started");
        }
    }

    String version() {
        return version;
    }

    /** A process that was given up may take a moment to end. */
    boolean isAlive() {
        return !isGivenUp && process.isAlive();
    }

    /** Itself as a contestant in a task, which is so much work. */
    Contestant prepared(ObjectNode task, double work) throws Absent {
        JsonNode answer = ask(task, "checksum");
        Checksum result = new Checksum(
                answer.path("checksum").asDouble(), answer.path("magnitude").asDouble());
        return new Contestant() {
            @Override
            public String name() {
                return name;
            }

            @Override
            public double work() {
                return work;
            }

            @Override
            public double seconds(int calls) throws Absent {
                double seconds = ask(JsonNodeFactory.instance.objectNode().put("calls", calls), "seconds")
                        .path("seconds")
                        .asDouble();
                if (!(seconds > 0)) {
                    throw new Absent("its clock stands still");
                }
                return seconds;
            }

            @Override
            public Checksum result() {
                return result;
            }
        };
    }

    /** @throws Absent if the process is no use any more, or says that it cannot do this */
    private JsonNode ask(ObjectNode question, String field) throws Absent {
        try {
            process.getOutputStream().write((question + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw gone("its process has ended");
        }
        return receive(field);
    }

    private JsonNode receive(String field) throws Absent {
        CompletableFuture<String> line = CompletableFuture.supplyAsync(this::line);
        try {
            String text = line.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (text.isEmpty()) {
                throw gone("its process has ended");
            }
            JsonNode answer = JSON.readTree(text);
            if (answer.has("absent")) {
                throw new Absent(answer.path("absent").asText());
            }
            if (!answer.has(field)) {
                throw gone("it answered without " + field);
            }
            return answer;
        } catch (TimeoutException e) {
            throw gone("it took longer than " + PATIENCE_SECONDS + " s");
        } catch (JsonProcessingException | ExecutionException e) {
            throw gone("it said what is no answer");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw gone("interrupted");
        }
    }

    private String line() {
        try {
            String line = answers.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            return "";
        }
    }

    private Absent gone(String reason) {
        close();
        return new Absent(reason + "; the log says more");
    }

    @Override
    public void close() {
        isGivenUp = true;
        process.destroyForcibly();
    }
}
