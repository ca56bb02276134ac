package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProcessCandidateTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final ProcessCandidate.Limits LIMITS =
            new ProcessCandidate.Limits(Duration.ofSeconds(20), Duration.ofSeconds(10), 3);
    private static final Answer GOOD = new Answer.Given(Array.vector(List.of(1.0, 2.0)));

    private final List<String> notes = new ArrayList<>();

    private ProcessCandidate start(String greeting, ProcessCandidate.Limits limits) throws CandidateUnusable {
        return ProcessCandidate.start(BadCandidate.command(greeting), Optional.empty(), limits, notes::add);
    }

    private static ProcessCandidate.Limits impatient(int millis) {
        return new ProcessCandidate.Limits(LIMITS.hello(), Duration.ofMillis(millis), 3);
    }

    @Test
    void aHelloSaysWhatItCanDoAndUnknownWordsAreNotedAndIgnored() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            Description it = candidate.description();
            assertEquals("bad", it.name());
            assertEquals(Set.of(Precision.F64), it.precisions());
            assertEquals(Set.of("good"), it.functions());
            assertEquals(
                    Map.of(
                            Quantity.VALUE, List.of(Optional.empty()),
                            Quantity.GRADIENT, List.of(Optional.of(Mode.FWD), Optional.of(Mode.REV)),
                            Quantity.JVP, List.of(Optional.of(Mode.FWD)),
                            Quantity.HESSIAN, List.of(Optional.of(Mode.REV_OVER_REV))),
                    it.modes());
            assertEquals(3, notes.size(), notes::toString);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exits         | exited with code 3; last words on stderr: out of ideas
            segfaults     | exited with code 139 (segmentation fault)
            junk          | not JSON: 'Hello world, here is your answer:'
            million-lines | not JSON: 'line 0'
            long-line     | more than 64 MiB in one line
            many-numbers  | JSON past the limits
            wrong-id      | answered q-other when asked q1
            wrong-shape   | shape [3] where [2] was asked
            wrong-size    | data is not a list of the 2 numbers that its shape holds
            no-number     | not a number of the protocol: "one"
            array         | not a JSON object: '[1,2]'
            question      | type 'question' where answer belongs
            no-outputs    | outputs is not a list of one array
            status        | status 'fine' where ok, unsupported or error belongs
            error         | singular
            """)
    void misbehaviourFailsThatQuestionWithItsReasonAndTheNextIsAnswered(String behaviour, String reason)
            throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            assertTimeoutPreemptively(PATIENCE, () -> {
                Answer answer = candidate.ask(Questions.gradient(behaviour, 1.0, 2.0));
                String said = assertInstanceOf(Answer.Failed.class, answer).reason();
                assertTrue(said.startsWith(reason), said);
                assertEquals(GOOD, candidate.ask(Questions.gradient("good", 1.0, 2.0)));
            });
        }
    }

    @Test
    void nansAreNumbersForTheJudgeToSee() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            assertEquals(
                    new Answer.Given(Array.vector(List.of(Double.NaN, Double.NEGATIVE_INFINITY))),
                    candidate.ask(Questions.gradient("nan", 1.0, 2.0)));
        }
    }

    @Test
    void unsupportedIsInItsOwnWordsWithoutItsControlCharacters() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            assertEquals(
                    new Answer.Unsupported("not [31m today"),
                    candidate.ask(Questions.gradient("unsupported", 1.0, 2.0)));
        }
    }

    @Test
    void aHangIsEndedWithEveryProcessThatItStarted() throws Exception {
        try (ProcessCandidate candidate = start("well", impatient(2500))) {
            Answer answer = candidate.ask(Questions.gradient("hangs-with-child", 1.0, 2.0));
            String said = assertInstanceOf(Answer.Failed.class, answer).reason();
            Matcher child = Pattern.compile("no answer within 2500 ms; last words on stderr: child (\\d+)")
                    .matcher(said);
            assertTrue(child.matches(), said);
            Optional<ProcessHandle> orphan = ProcessHandle.of(Long.parseLong(child.group(1)));
            for (int i = 0; i < 50 && orphan.map(ProcessHandle::isAlive).orElse(false); i++) {
                Thread.sleep(100);
            }
            assertFalse(orphan.map(ProcessHandle::isAlive).orElse(false), "the child lives on");
            assertEquals(GOOD, candidate.ask(Questions.gradient("good", 1.0, 2.0)));
        }
    }

    @Test
    void aQuestionThatIsNeverReadCannotBlockUs() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", impatient(1500))) {
            assertTimeoutPreemptively(PATIENCE, () -> {
                candidate.ask(Questions.gradient("good", 1.0, 2.0));
                Array<Double> large = Array.build(List.of(200_000), i -> (double) i);
                for (int i = 0; i < 2; i++) {
                    Answer answer =
                            candidate.ask(Questions.of("hangs", Quantity.GRADIENT, Optional.of(Mode.REV), large));
                    assertInstanceOf(Answer.Failed.class, answer);
                }
            });
        }
    }

    @Test
    void aFloodOnStderrIsDrained() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            assertEquals(GOOD, candidate.ask(Questions.gradient("talks-on-stderr", 1.0, 2.0)));
        }
    }

    @Test
    void anUnaskedLineIsNotTakenForTheNextAnswer() throws Exception {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            assertEquals(GOOD, candidate.ask(Questions.gradient("chatty", 1.0, 2.0)));
            Thread.sleep(500);
            assertEquals(GOOD, candidate.ask(Questions.gradient("good", 1.0, 2.0)));
            assertTrue(notes.getLast().contains("a line that nobody asked for"), notes::toString);
        }
    }

    @Test
    void restartsAreLimited() throws CandidateUnusable {
        try (ProcessCandidate candidate = start("well", LIMITS)) {
            for (int i = 0; i <= LIMITS.restarts(); i++) {
                candidate.ask(Questions.gradient("exits", 1.0, 2.0));
            }
            assertEquals(
                    new Answer.Failed("not asked: it had to be started again 3 times already"),
                    candidate.ask(Questions.gradient("good", 1.0, 2.0)));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            exits    | exited with code 7; last words on stderr: no such library
            slow     | no answer within 2 s
            junk     | not JSON: 'Welcome to my adapter!'
            newer    | protocol 2 where 1 is spoken
            nameless | a hello without its name
            """)
    void aCandidateThatCannotGreetIsUnusable(String greeting, String reason) {
        ProcessCandidate.Limits limits =
                new ProcessCandidate.Limits(Duration.ofSeconds(greeting.equals("slow") ? 2 : 20), PATIENCE, 3);
        CandidateUnusable unusable = assertThrows(CandidateUnusable.class, () -> start(greeting, limits));
        assertTrue(String.valueOf(unusable.getMessage()).contains(reason), unusable::getMessage);
    }

    @Test
    void aProgramThatDoesNotExistIsUnusable() throws CandidateUnusable {
        ProcessCandidate.Command command = ProcessCandidate.Command.of("./no-such-adapter --x");
        CandidateUnusable unusable = assertThrows(
                CandidateUnusable.class, () -> ProcessCandidate.start(command, Optional.empty(), LIMITS, notes::add));
        assertTrue(String.valueOf(unusable.getMessage()).contains("./no-such-adapter cannot be started"));
    }
}
