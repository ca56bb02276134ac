package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equicert.function.Array;
import org.equicert.function.Parameters;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PythonCandidateTest {
    private static final Path HOME = Path.of("");
    /** An interpreter that may have the libraries; the tests that need one are skipped where it has not. */
    private static final String PYTHON = System.getenv().getOrDefault("EQUICERT_TEST_PYTHON", "python3");

    @TempDir
    Path cache;

    private final List<String> notes = new ArrayList<>();

    private LibraryCandidate.Options options(String python, boolean install) {
        return new LibraryCandidate.Options(
                HOME,
                Optional.of(Path.of(python)),
                install,
                Map.of("EQUICERT_CACHE", cache.toString()),
                Optional.empty());
    }

    private ProcessCandidate start(String specification, String python) throws CandidateUnusable {
        return LibraryCandidate.start(
                Language.PYTHON, specification, options(python, false), ProcessCandidate.Limits.DEFAULT, notes::add);
    }

    private String refusal(String specification, String python) {
        return String.valueOf(assertThrows(CandidateUnusable.class, () -> start(specification, python))
                .getMessage());
    }

    @Test
    void aLibraryWithoutAnAdapterIsSaidWithThoseThatThereAre() {
        assertTrue(refusal("tortch", PYTHON).contains("there are jax, numpy, torch"));
        assertTrue(refusal("torch>=2", PYTHON).contains("write python:torch, or"));
    }

    @Test
    void whereTheLibraryIsMissingItIsSaidWhatInstallWouldDo() {
        String refusal = refusal("torch==2.13.0", "no-such-python");
        assertTrue(refusal.contains("no-such-python (--python): does not run"), refusal);
        assertTrue(refusal.contains("install torch 2.13.0 (CPU build) and numpy into " + cache), refusal);
    }

    @Test
    void anInstallationThatFailsLeavesNothingThatCounts() {
        CandidateUnusable unusable = assertThrows(
                CandidateUnusable.class,
                () -> LibraryCandidate.start(
                        Language.PYTHON,
                        "torch",
                        options("no-such-python", true),
                        ProcessCandidate.Limits.DEFAULT,
                        notes::add));
        assertTrue(String.valueOf(unusable.getMessage()).contains("python3-venv"));
        Library torch = new Library(Language.PYTHON, "torch", Optional.empty());
        assertEquals(Optional.empty(), new PythonInstallation(torch, cache).interpreter());
    }

    @Test
    void aHalfMadeEnvironmentIsNotTakenForAWholeOne() throws IOException {
        PythonInstallation installation =
                new PythonInstallation(new Library(Language.PYTHON, "torch", Optional.of("9.9")), cache);
        Path folder = Files.createDirectories(cache.resolve("python").resolve("torch-9.9"));
        assertEquals(Optional.empty(), installation.interpreter());
        Files.writeString(folder.resolve("equicert-complete"), "");
        assertTrue(installation.interpreter().isPresent());
    }

    @Test
    void aPinnedVersionIsThatVersionOfAnyBuild() {
        Library pinned = new Library(Language.PYTHON, "torch", Optional.of("2.13.0"));
        assertTrue(pinned.accepts("2.13.0") && pinned.accepts("2.13.0+cpu"));
        assertFalse(pinned.accepts("2.13.1") || pinned.accepts("2.1"));
    }

    @Test
    void theHessianOfDetIsRightWhereTheGradientIsTakenInReverse() throws CandidateUnusable {
        assumeTrue(
                PythonEnvironment.version(PYTHON, "torch").startsWith("version "),
                "PyTorch is not importable by " + PYTHON + ": set EQUICERT_TEST_PYTHON to an interpreter that has it");
        Array<Double> x = Array.matrix(2, 2, (i, j) -> 1.0 + 2 * i + j * (1 - 3.0 * i));
        Array<Double> hessian =
                new Array<>(List.of(4, 4), List.of(0., 0., 0., 1., 0., 0., -1., 0., 0., -1., 0., 0., 1., 0., 0., 0.));
        try (ProcessCandidate torch = start("torch", PYTHON)) {
            assertEquals("python:torch", torch.description().name());
            assertEquals(
                    4,
                    torch.description()
                            .modes()
                            .getOrDefault(Quantity.HESSIAN, List.of())
                            .size());
            for (Mode mode : List.of(Mode.FWD_OVER_REV, Mode.REV_OVER_REV)) {
                Answer answer = torch.ask(Questions.of("linalg.det", Quantity.HESSIAN, Optional.of(mode), x));
                assertTrue(answer instanceof Answer.Given given && near(hessian, given.output()), answer::toString);
            }
            Answer declined = torch.ask(Questions.of("erf", Quantity.VALUE, Optional.empty(), x));
            assertEquals(new Answer.Unsupported("no function erf"), declined);
            Answer refused = torch.ask(
                    Questions.of("linalg.inv", Quantity.VALUE, Optional.empty(), Array.build(List.of(2, 2), o -> 0.0)));
            assertTrue(
                    refused instanceof Answer.Failed failed && failed.reason().contains("singular"), refused::toString);
        }
    }

    @Test
    void theDocumentedCandidateAnswersTheGuidesQuestion() throws CandidateUnusable {
        assumeTrue(
                Program.run(List.of(PYTHON, "--version"), Duration.ofSeconds(30), line -> {})
                        .succeeded(),
                PYTHON + " does not run");
        Question asked = Questions.gradient("var", 1.0, 2.0, 6.0);
        Question question = new Question(
                asked.id(),
                asked.function(),
                Parameters.of("correction", 1L),
                asked.quantity(),
                asked.mode(),
                asked.precision(),
                asked.inputs(),
                asked.wrt(),
                asked.cotangent(),
                asked.tangent());
        ProcessCandidate.Command command = new ProcessCandidate.Command(
                List.of(
                        PYTHON,
                        Language.PYTHON
                                .adapters(HOME)
                                .resolve("minimal_candidate.py")
                                .toString()),
                Map.of(),
                Optional.empty());
        try (ProcessCandidate minimal =
                ProcessCandidate.start(command, Optional.empty(), ProcessCandidate.Limits.DEFAULT, notes::add)) {
            assertEquals("minimal", minimal.description().name());
            assertEquals(new Answer.Given(Array.vector(List.of(-2.0, -1.0, 3.0))), minimal.ask(question));
        }
    }

    private static boolean near(Array<Double> a, Array<Double> b) {
        for (int o = 0; o < a.size(); o++) {
            if (!(Math.abs(a.get(o) - b.get(o)) <= 1e-14)) {
                return false;
            }
        }
        return true;
    }
}
