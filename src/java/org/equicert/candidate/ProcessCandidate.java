package org.equicert.candidate;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Question;
import org.jspecify.annotations.Nullable;

/**
 * A candidate in a process of its own that speaks the protocol ({@code spec/guide/protocol.md}). A process that
 * crashes, hangs, or breaks the protocol is killed with its descendants, its question is {@link Answer.Failed}, and the
 * next question starts it again, {@link Limits#restarts} times at most; then every question fails.
 *
 * <p>{@link #ask} returns within the limit for a question, plus the limit for hello where the process has to be started
 * again. Confined to one thread.
 */
public final class ProcessCandidate implements Candidate {
    private final Command command;
    private final Limits limits;
    private final Consumer<String> notes;
    private final Description description;
    private @Nullable CandidateProcess process;
    private int asked;
    private int restarts;
    private @Nullable String givenUp;

    /**
     * What is started.
     *
     * @param argv the program and its arguments
     * @param environment variables that are set beside the inherited ones
     * @param log where its stderr is appended
     */
    public record Command(List<String> argv, Map<String, String> environment, Optional<Path> log) {
        public Command {
            argv = List.copyOf(argv);
            environment = Map.copyOf(environment);
        }

        /** A command line, split into words as a shell does; no shell runs. */
        public static Command of(String commandLine) throws CandidateUnusable {
            return new Command(Words.split(commandLine), Map.of(), Optional.empty());
        }
    }

    /**
     * How long it is waited for, and how often it is started again.
     *
     * @param hello from start to the answer to hello
     * @param question from question to answer
     * @param restarts in the candidate's lifetime
     */
    public record Limits(Duration hello, Duration question, int restarts) {
        public static final Limits DEFAULT = new Limits(Duration.ofSeconds(120), Duration.ofSeconds(30), 20);
    }

    private ProcessCandidate(
            Command command, Limits limits, Consumer<String> notes, CandidateProcess process, Description description) {
        this.command = command;
        this.limits = limits;
        this.notes = notes;
        this.process = process;
        this.description = description;
    }

    /**
     * Starts the process and says hello.
     *
     * @param name the candidate's name in descriptions and reports; its own where empty
     * @param notes hears what is odd but not fatal, a line each
     * @throws CandidateUnusable where it cannot be started or its hello is no hello
     */
    public static ProcessCandidate start(Command command, Optional<String> name, Limits limits, Consumer<String> notes)
            throws CandidateUnusable {
        CandidateProcess process = null;
        try {
            process = new CandidateProcess(command);
            Description description = hello(process, limits, notes);
            return new ProcessCandidate(command, limits, notes, process, named(name, description));
        } catch (IOException e) {
            throw new CandidateUnusable("The candidate " + command.argv().getFirst()
                    + " cannot be started: check that it exists and is executable (" + e.getMessage() + ").");
        } catch (Misbehaviour e) {
            if (process != null) {
                process.close();
            }
            throw new CandidateUnusable("The candidate " + String.join(" ", command.argv())
                    + " did not answer hello as the protocol asks (spec/guide/protocol.md): " + e.reason() + ".");
        }
    }

    private static Description named(Optional<String> name, Description it) {
        return new Description(
                name.orElse(it.name()), it.version(), it.precisions(), it.functions(), it.modes(), it.narrowed());
    }

    private static Description hello(CandidateProcess process, Limits limits, Consumer<String> notes)
            throws Misbehaviour {
        process.send(Protocol.hello());
        return Hello.description(process.receive(limits.hello()), notes);
    }

    @Override
    public Description description() {
        return description;
    }

    @Override
    public Answer ask(Question question) {
        asked++;
        // a number for an id: what a question is asked for is none of the candidate's business
        Question plain = question.in(question.precision(), "q" + asked);
        String line = Protocol.line(plain);
        try {
            CandidateProcess listener = listener();
            listener.send(line);
            return Protocol.answer(listener.receive(limits.question()), plain);
        } catch (Misbehaviour e) {
            stop();
            return new Answer.Failed(e.reason());
        }
    }

    /** The running process, started again where there is none. */
    private CandidateProcess listener() throws Misbehaviour {
        if (process != null && process.isStale()) {
            notes.accept(
                    "between two questions it ended, or printed a line that nobody asked for: it is started again");
            stop();
        }
        if (process == null) {
            process = restarted();
        }
        return process;
    }

    private CandidateProcess restarted() throws Misbehaviour {
        if (givenUp == null && restarts == limits.restarts()) {
            givenUp = "not asked: it had to be started again " + restarts + " times already";
        }
        if (givenUp != null) {
            throw new Misbehaviour(givenUp);
        }
        restarts++;
        CandidateProcess fresh = null;
        try {
            fresh = new CandidateProcess(command);
            hello(fresh, limits, note -> {});
            return fresh;
        } catch (IOException e) {
            givenUp = "could not be started again: " + e.getMessage();
        } catch (Misbehaviour e) {
            if (fresh != null) {
                fresh.close();
            }
            givenUp = "could not be started again: " + e.reason();
        }
        throw new Misbehaviour(givenUp);
    }

    private void stop() {
        if (process != null) {
            process.close();
            process = null;
        }
    }

    @Override
    public void close() {
        stop();
        givenUp = "not asked: it is closed";
    }
}
