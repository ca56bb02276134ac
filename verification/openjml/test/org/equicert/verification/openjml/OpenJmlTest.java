package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner against a program that speaks as OpenJML does: whatever happens, only a proof is a proof. */
class OpenJmlTest {

    private static final String METHOD = "org.equicert.reference.Thing.fact(int)";
    private static final String STARTING = "Starting proof of " + METHOD + " with prover z3_4_3";
    private static final String COMPLETED = "Completed proof of " + METHOD + " with prover z3_4_3 - ";
    private static final String PROVED =
            STARTING + "\nMethod assertions are validated\n" + COMPLETED + "no warnings [1.50 secs]";

    @TempDir
    private Path root;

    private Path home;
    private String said;

    @BeforeEach
    void aProject() throws IOException {
        home = Files.createDirectories(root.resolve("home"));
        Files.createDirectories(home.resolve("specs"));
        Path sources = Files.createDirectories(root.resolve(OpenJml.REFERENCE));
        Files.createDirectories(root.resolve("verification"));
        Files.writeString(sources.resolve("Thing.java"), """
                package org.equicert.reference;
                public final class Thing {
                    /*@ public model_behavior
                      @   requires true;
                      @   accessible \\nothing;
                      @ public static model boolean small(\\bigint x) { return x < 10; } @*/

                    /*@ public normal_behavior
                      @   requires small(x);
                      @   ensures x < 10;
                      @   assignable \\strictly_nothing;
                      @*/
                    public static void fact(int x) {}

                    /*@ public normal_behavior
                      @   ensures (\\product int i; 0 <= i && i < 1; x) == x;
                      @   assignable \\strictly_nothing;
                      @*/
                    public static void total(int x) {}
                }
                """);
    }

    /** A program that answers as told; it is asked for its version first. */
    private void openjml(String script) throws IOException {
        Path program = home.resolve("openjml");
        Files.writeString(
                program,
                "#!/bin/sh\nif [ \"$1\" = -version ]; then echo 'openjml 21-0.21'; exit 0; fi\n" + script + "\n");
        assertTrue(program.toFile().setExecutable(true));
    }

    private void answers(String output, int exit) throws IOException {
        openjml("cat <<'END'\n" + output + "\nEND\nexit " + exit);
    }

    private int run(String... options) {
        return runIn(home.toString(), options);
    }

    private int runIn(String openjmlHome, String... options) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        String[] all = Arrays.copyOf(options, options.length + 2);
        all[options.length] = "--root";
        all[options.length + 1] = root.toString();
        int exit = OpenJml.run(openjmlHome, new PrintStream(bytes, true, StandardCharsets.UTF_8), all);
        said = bytes.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private Ledger.Row row(String id) throws IOException {
        return Ledger.read(root.resolve("verification/ledger.json")).rows().get(id);
    }

    private void recorded(String status, String reason) throws IOException {
        Ledger.Row row = row("Thing.fact");
        assertEquals(status, row.status(), said);
        assertTrue(row.reason().contains(reason), row.reason());
    }

    @Test
    void aProof() throws IOException {
        answers(PROVED, 0);
        assertEquals(0, run(), said);
        recorded("proved", "");
        assertEquals(1.5, row("Thing.fact").seconds());
        assertEquals("OpenJML 21-0.21", row("Thing.fact").prover());
        assertEquals("not-expressible", row("Thing.total").status());
        assertTrue(row("Thing.total").reason().contains("\\product"));
        assertEquals("not-expressible", row("Thing.small model").status());
        assertEquals("not-expressible", row("Thing.small accessible").status());
    }

    @Test
    void whatIsKnownIsKept() throws IOException {
        answers(PROVED, 0);
        run();
        answers("", 4);
        assertEquals(0, run(), said);
        assertEquals(1, run("--fresh"), said);
        recorded("error", "exit code 4");
    }

    @Test
    void changedSourcesAreProvedAnew() throws IOException {
        answers(PROVED, 0);
        run();
        Path thing = root.resolve(OpenJml.REFERENCE).resolve("Thing.java");
        Files.writeString(thing, Files.readString(thing) + "// changed\n");
        answers("", 4);
        assertEquals(1, run(), said);
        recorded("error", "exit code 4");
    }

    @Test
    void theRestOfTheLedgerStays() throws IOException {
        Path ledger = root.resolve("verification/ledger.json");
        Files.writeString(
                ledger,
                "{\"prover\" : \"KeY\", \"contracts\" : [ {\"id\" : \"Thing.fact\"} ], \"openjml\" : {\"Gone.fact\" : "
                        + "{\"status\" : \"proved\", \"seconds\" : 1.0, \"prover\" : \"\", \"sourceHash\" : \"\", \"reason\" : \"\"}}}");
        answers(PROVED, 0);
        run();
        assertTrue(Files.readString(ledger).contains("\"prover\" : \"KeY\""));
        assertTrue(Files.readString(ledger).contains("\"contracts\""));
        assertFalse(Files.readString(ledger).contains("Gone"));
    }

    @Test
    void nothingMatchedIsNoProof() throws IOException {
        answers("Proving methods in Thing\nSkipping proof of " + METHOD + " (excluded by -method)", 0);
        assertEquals(1, run(), said);
        recorded("error", "0 completed proof(s), 1 expected");
    }

    @Test
    void oneProofTooMany() throws IOException {
        answers(PROVED + "\n" + PROVED, 0);
        assertEquals(1, run(), said);
        recorded("error", "2 completed proof(s), 1 expected");
    }

    @Test
    void anotherMethodsProof() throws IOException {
        answers(PROVED.replace("Thing.fact(", "Thing.factor("), 0);
        assertEquals(1, run(), said);
        recorded("error", "0 completed");
    }

    @Test
    void aCompletionWithoutABeginning() throws IOException {
        answers(COMPLETED + "no warnings [1.50 secs]", 0);
        assertEquals(1, run(), said);
        recorded("error", "0 completed");
    }

    @Test
    void notImplemented() throws IOException {
        answers(
                STARTING + "\nThing.java:3: Note: Not implemented for static checking: \\sum\n" + COMPLETED
                        + "no warnings",
                0);
        assertEquals(0, run(), said);
        recorded("not-expressible", "Not implemented");
    }

    @Test
    void open() throws IOException {
        answers(
                STARTING + "\nThing.java:9: verify: The prover cannot establish an assertion (Postcondition)\n"
                        + COMPLETED + "with warnings [2.0 secs]",
                6);
        assertEquals(1, run(), said);
        recorded("open", "Postcondition");
    }

    @Test
    void theSolversLimit() throws IOException {
        answers(
                STARTING
                        + "\nThing.java:9: verify: Validity is unknown - time or memory limit reached: : Aborted proof\n"
                        + COMPLETED + "with warnings [60.0 secs]",
                6);
        assertEquals(1, run(), said);
        recorded("timeout", "the solver's limit");
    }

    @Test
    void theOuterLimit() throws IOException {
        openjml("echo '" + STARTING + "'\nsleep 600");
        assertEquals(1, run("--seconds", "1", "--startup-seconds", "1"), said);
        recorded("timeout", "stopped after");
    }

    @Test
    void stoppedBeforeTheEndOfAProofThatSucceeds() throws IOException {
        openjml("cat <<'END'\n" + PROVED + "\nEND\nsleep 600");
        assertEquals(0, run("--seconds", "1", "--startup-seconds", "1"), said);
        recorded("proved", "");
    }

    @ParameterizedTest
    @CsvSource({"1,type-error", "2,error", "3,error", "4,error", "5,error", "137,killed", "143,killed"})
    void aProofIsNotBelievedWithAnExitCodeThatDeniesIt(int exit, String status) throws IOException {
        answers(PROVED, exit);
        assertEquals(1, run(), said);
        recorded(status, "");
    }

    @Test
    void aTypeError() throws IOException {
        answers("Thing.java:4: error: cannot find symbol\nOperation not performed because of parse or type errors", 1);
        assertEquals(1, run(), said);
        recorded("type-error", "cannot find symbol");
    }

    @Test
    void killed() throws IOException {
        openjml("echo '" + STARTING + "'\nkill -9 $$");
        assertEquals(1, run(), said);
        recorded("killed", "signal 9");
    }

    @Test
    void theSolverDied() throws IOException {
        answers(
                STARTING + "\n(error \"Failed to start process z3 : Stream closed\")\n"
                        + "error: Error occurred while attempting proof: Stream closed\n" + COMPLETED
                        + "ERROR [2.85 secs]",
                1);
        assertEquals(1, run(), said);
        recorded("killed", "Stream closed");
    }

    @Test
    void noSolver() throws IOException {
        answers(
                STARTING + "\nerror: The executable for prover z3_4_3 is not specified - use -exec\n" + COMPLETED
                        + "ERROR",
                1);
        assertEquals(3, run(), said);
        recorded("no-solver", "is not specified");
        assertTrue(said.contains("NOT RUN"), said);
    }

    @Test
    void noHome() throws IOException {
        assertEquals(3, runIn(null), said);
        recorded("not-run", "OPENJML_HOME is not set");
        assertTrue(said.startsWith("NOT RUN"), said);
    }

    @Test
    void aWrongHome() throws IOException {
        assertEquals(3, runIn(root.resolve("nowhere").toString()), said);
        recorded("not-run", "not a folder");
    }

    @Test
    void aHomeWithoutTheProgram() throws IOException {
        assertEquals(3, run(), said);
        recorded("not-run", "no program openjml");
    }

    @Test
    void anInstallationInPieces() throws IOException {
        openjml("exit 0");
        Files.delete(home.resolve("specs"));
        assertEquals(3, run(), said);
        recorded("not-run", "no specs");
    }

    @Test
    void aProgramThatIsNotOpenJml() throws IOException {
        Files.writeString(home.resolve("openjml"), "#!/bin/sh\necho hello\n");
        assertTrue(home.resolve("openjml").toFile().setExecutable(true));
        assertEquals(3, run(), said);
        recorded("not-run", "does not answer: hello");
    }

    @Test
    void anAbsentProverTakesNoProofAway() throws IOException {
        answers(PROVED, 0);
        run();
        assertEquals(3, runIn(null), said);
        recorded("proved", "");
    }

    @Test
    void withoutOpenJmlNothingIsCheckedAtRunTime() {
        assertEquals(3, runIn(null, "--rac"), said);
        assertTrue(said.startsWith("NOT RUN: OPENJML_HOME is not set"), said);
    }

    /** OpenJML makes these classes, and the suite says this and ends so. */
    private int checks(String thing, String planted, String suite, int exit) throws IOException {
        Path made = Files.createDirectories(home.resolve("made/org/equicert/reference"));
        Files.writeString(made.resolve("Thing.class"), thing);
        Path source = home.resolve("Planted.java");
        Files.writeString(source, """
                package org.equicert.reference;
                class Planted {
                    public static void main(String[] arguments) {
                        %s
                    }
                }
                """.formatted(planted));
        ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, "-d", home.resolve("made").toString(), source.toString());
        openjml("while [ \"$1\" != -d ]; do shift; done\ncp -r '" + home.resolve("made") + "/.' \"$2\"");
        Files.createDirectories(root.resolve("target/classes"));
        Files.writeString(
                root.resolve("mvnw"),
                "#!/bin/sh\ncase \"$*\" in *surefire*) echo '" + suite + "'; exit " + exit + ";; esac\n");
        assertTrue(root.resolve("mvnw").toFile().setExecutable(true));
        return run("--rac");
    }

    private static final String CHECKED = "... org/jmlspecs/runtime/Utils ...";
    private static final String NOTICED = "throw new AssertionError(\"JML postcondition is false\");";

    @Test
    void contractsAreCheckedAtRunTime() throws IOException {
        assertEquals(0, checks(CHECKED, NOTICED, "green", 0), said);
        assertTrue(said.contains("3 clauses of contracts are checked in 1 classes"), said);
        assertTrue(said.contains("green"), said);
        assertTrue(Files.exists(root.resolve("target/rac-classes/org/equicert/reference/Thing.class")));
    }

    @Test
    void aPlantedFaultHasToBeNoticed() throws IOException {
        assertEquals(1, checks(CHECKED, "System.out.println(\"not noticed\");", "green", 0), said);
        assertTrue(said.contains("was not noticed"), said);
        assertFalse(said.contains("green"), said);
    }

    @Test
    void aClassWithoutChecksIsNotChecked() throws IOException {
        assertEquals(1, checks("plain", NOTICED, "green", 0), said);
        assertTrue(said.contains("OpenJML compiled no checks into Thing"), said);
    }

    @Test
    void theSuiteHasToPass() throws IOException {
        assertEquals(1, checks(CHECKED, NOTICED, "red", 1), said);
        assertTrue(said.contains("FAILED"), said);
    }

    @Test
    void aContractWithoutAValueIsNoPass() throws IOException {
        String undefined = "Runtime exception while evaluating postconditions - postconditions are undefined in JML";
        assertEquals(1, checks(CHECKED, NOTICED, undefined, 0), said);
        assertTrue(said.contains("1 times a contract could not be evaluated"), said);
    }

    @Test
    void anOpenJmlThatFailsChecksNothing() throws IOException {
        Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n");
        assertTrue(root.resolve("mvnw").toFile().setExecutable(true));
        openjml("echo 'Thing.java:3: error: code too large'; exit 4");
        assertEquals(1, run("--rac"), said);
        assertTrue(said.contains("OpenJML compiled no checks, exit code 4: Thing.java:3: error: code too large"), said);
    }

    @Test
    void aCheckThatOpenJmlLeavesOutIsNoCheck() throws IOException {
        Files.writeString(root.resolve("mvnw"), "#!/bin/sh\n");
        assertTrue(root.resolve("mvnw").toFile().setExecutable(true));
        openjml("echo 'Thing.java:3: Note: Runtime assertion checking is not implemented for this type'");
        assertEquals(1, run("--rac"), said);
        assertTrue(said.contains("OpenJML leaves out a check: Thing.java:3"), said);
    }

    @Test
    void aPromiseOfFalseHasToStayOpen() throws IOException {
        answers(PROVED, 0);
        run();
        assertEquals(1, run("--planted", "3"), said);
        assertTrue(said.contains("1 contracts that promise false, 4 attempts at each: 4 proved"), said);
        answers(STARTING + "\nverify: The prover cannot establish an assertion\n" + COMPLETED + "with warnings", 6);
        assertEquals(0, run("--planted", "3"), said);
        recorded("proved", "");
    }

    @Test
    void aPromiseOfFalseIsGivenToOpenJml() throws IOException {
        answers(PROVED, 0);
        run();
        openjml("for last; do :; done; grep -q 'ensures false; ensures x < 10' \"$last\" || exit 4\n" + "cat <<'END'\n"
                + STARTING + "\nverify: open\n" + COMPLETED + "with warnings\nEND\nexit 6");
        assertEquals(0, run("--planted", "1"), said);
    }

    @Test
    void aPromiseOfFalseWithoutAVerdictIsNoGoodSign() throws IOException {
        answers(PROVED, 0);
        run();
        answers("", 4);
        assertEquals(1, run("--planted", "1"), said);
        assertTrue(said.contains("4 without a verdict"), said);
        assertEquals(3, runIn(null, "--planted", "1"), said);
        assertTrue(said.startsWith("NOT RUN: OPENJML_HOME is not set"), said);
    }

    @Test
    void badOptions() {
        assertEquals(2, run("--no-such-option"));
    }
}
