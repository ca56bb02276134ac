package org.equicert.verification.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The prover in its process: what it proves, what it leaves open, and what becomes of it when things go wrong. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class WorkerTest {

    private static final int LOAD_SECONDS = 600;
    private static final Settings.Strategy USUAL = new Settings.Strategy("normal", "free", "free", 2000, 120);

    @TempDir
    static Path folder;

    private static WorkerProcess worker;

    @BeforeAll
    static void start() throws IOException {
        worker = WorkerProcess.start(Path.of("settings.json").toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        worker.close();
    }

    private static Path sources(String name, String body) throws IOException {
        Path directory = Files.createDirectory(folder.resolve(name));
        Files.writeString(directory.resolve("X.java"), "public final class X {\n" + body + "\n}\n");
        return directory;
    }

    private static String method(String name, String ensures, String expression) {
        return """
                /*@ public normal_behavior
                  @   requires 0 <= n && n <= 9;
                  @   ensures %s;
                  @   assignable \\strictly_nothing;
                  @*/
                public static int %s(int n) { return %s; }
                """.formatted(ensures, name, expression);
    }

    @Test
    @Order(1)
    void whatCannotBeParsedIsNamedWithFileAndLine() throws IOException {
        Path directory = sources("bad", "\n  public static int f() { return 1 + ; }");
        Unusable e = assertThrows(Unusable.class, () -> worker.load(directory, LOAD_SECONDS));
        assertTrue(e.getMessage().contains("X.java:3: "), e.getMessage());
    }

    @Test
    @Order(1)
    void methodsOfOneNameAreRefused() throws IOException {
        String one = method("next", "\\result == n + 1", "n + 1");
        Path directory = sources("namesakes", one + one.replace("int n)", "int n, int m)"));
        Unusable e = assertThrows(Unusable.class, () -> worker.load(directory, LOAD_SECONDS));
        assertTrue(e.getMessage().contains("two contracts are called X.next"), e.getMessage());
    }

    @Test
    @Order(2)
    void aTrueContractIsProvedAndAFalseOneIsShownOpen() throws Exception {
        String body = method("next", "\\result == n + 1", "n + 1") + method("twice", "\\result == n + n", "n * 3");
        Worker.Loaded loaded = worker.load(sources("good", body), LOAD_SECONDS);
        assertEquals(List.of("X.next", "X.twice"), loaded.contracts());
        Path saved = folder.resolve("proofs").resolve("next.proof");
        Outcome proved = worker.ask(new Task("X.next", USUAL, null, saved));
        assertEquals(Ledger.Status.PROVED, proved.status(), proved.said());
        assertEquals(ProofCache.State.INTACT, ProofCache.state(saved));
        Outcome open = worker.ask(new Task("X.twice", USUAL, null, null));
        assertEquals(Ledger.Status.OPEN, open.status());
        assertTrue(open.said().contains("open goal") && open.said().contains("what usually helps"), open.said());
        assertFalse(open.said().contains("wellFormed"), open.said());
    }

    @Test
    @Order(3)
    void aSavedProofIsFollowedButProvesNothingElse() throws Exception {
        Path saved = folder.resolve("proofs").resolve("next.proof");
        Outcome again = worker.ask(new Task("X.next", USUAL, saved, null));
        assertEquals(Ledger.Status.PROVED, again.status(), again.said());
        assertEquals("replay", again.mode());
        Outcome other = worker.ask(new Task("X.twice", USUAL, saved, null));
        assertEquals(Ledger.Status.ERROR, other.status());
        Path empty = Files.writeString(folder.resolve("empty.proof"), "no proof");
        Outcome none = worker.ask(new Task("X.next", USUAL, empty, null));
        assertEquals(Ledger.Status.ERROR, none.status());
        assertTrue(none.said().contains("not a saved proof"), none.said());
    }

    @Test
    @Order(4)
    void aContractThatDoesNotExistIsAnError() throws Exception {
        assertEquals(
                Ledger.Status.ERROR,
                worker.ask(new Task("X.none", USUAL, null, null)).status());
    }

    @Test
    @Order(5)
    void aKilledProverHasProvedNothing() throws Exception {
        worker.kill();
        Outcome outcome = worker.ask(new Task("X.next", USUAL, null, null));
        assertEquals(Ledger.Status.KILLED, outcome.status());
        assertTrue(outcome.said().contains("exit code"), outcome.said());
        assertFalse(worker.isAlive());
    }

    @Test
    @Order(6)
    void aProverWithoutMemoryHasProvedNothing() throws Exception {
        try (WorkerProcess small =
                WorkerProcess.start(Path.of("settings.json").toAbsolutePath(), "-Xms24m", "-Xmn8m", "-Xmx24m")) {
            Path directory = sources("small", method("next", "\\result == n + 1", "n + 1"));
            Unusable e = assertThrows(Unusable.class, () -> small.load(directory, LOAD_SECONDS));
            assertTrue(e.getMessage().contains("MiB"), e.getMessage());
        }
    }
}
