package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equicert.candidate.Reproduction.Attempt;
import org.equicert.candidate.Reproduction.Outcome;
import org.equicert.function.Array;
import org.equicert.oracle.Expectation;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReproductionTest {
    private static final Path HOME = Path.of("");
    private static final String PYTHON = System.getenv().getOrDefault("EQUICERT_TEST_PYTHON", "python3");
    private static final Reproduction.Place PLACE = new Reproduction.Place(PYTHON, List.of("-B"), HOME);
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private static Reproduction ofDet(String candidate, Mode mode) throws CandidateUnusable {
        assumePython();
        Question question =
                Questions.of("linalg.det", Quantity.HESSIAN, Optional.of(mode), Array.matrix(1, 1, (i, j) -> 1.0));
        Expectation expected = Oracle.ofCatalogue().expectation(question).orElseThrow();
        assertEquals(Array.matrix(1, 1, (i, j) -> 0.0), expected.value());
        return Reproduction.write(
                candidate, question, expected, Array.matrix(1, 1, (i, j) -> 1.0), HOME, Optional.of(Path.of(PYTHON)));
    }

    private static void assumePython() {
        assumeRuns(PYTHON);
    }

    private static void assumeRuns(String interpreter) {
        assumeTrue(
                Program.run(List.of(interpreter, "--version"), Duration.ofSeconds(30), line -> {})
                        .succeeded(),
                interpreter + " does not run");
    }

    @Test
    void theProgramIsShortAndNeedsTheLibraryAlone() throws CandidateUnusable {
        String text = ofDet("python:torch", Mode.FWD_OVER_FWD).text();
        assertTrue(text.contains("import torch\n") && !text.contains("equicert"), text);
        assertTrue(text.contains("return torch.linalg.det(x)"), text);
        assertTrue(text.contains("jacfwd(jacfwd(f))(theta)"), text);
        assertTrue(text.lines().filter(line -> !line.isBlank()).count() <= 20, text);
        assertTrue(ofDet("python:jax", Mode.FWD_OVER_FWD).text().contains("return jnp.linalg.det(x)"));
    }

    @Test
    void whereThereIsNoneItIsSaidWhy() {
        for (String candidate : List.of("fast", "python:../../etc", "python:tortch", "java:../nd4j", "java:protocol")) {
            assertThrows(CandidateUnusable.class, () -> ofDet(candidate, Mode.FWD_OVER_FWD));
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            print("actual [1.0]"); raise SystemExit(1)  | REPRODUCED
            print("actual [0.0]")                       | NOT_REPRODUCED
            raise ValueError("no such function")        | COULD_NOT_RUN
            print("actual [1.0]"); import os; os.abort() | COULD_NOT_RUN
            raise SystemExit(1)                         | COULD_NOT_RUN
            """)
    void whatCameOfItIsReadOffItsEnd(String program, Outcome outcome) {
        assumePython();
        Attempt attempt = new Reproduction(Language.PYTHON, program + "\n").run(PLACE, LIMIT);
        assertEquals(outcome, attempt.outcome(), attempt::said);
    }

    /** In JavaScript for a library of Node, in f32, which is all that TensorFlow.js has. */
    @Test
    void ofTensorFlowJsItIsJavaScript() throws CandidateUnusable {
        assumeRuns("node");
        Question question = Questions.gradient("sum", 1.0, 2.0);
        Question inFloat = question.in(Precision.F32, "q");
        Expectation expected = Oracle.ofCatalogue().expectation(inFloat).orElseThrow();
        Reproduction program =
                Reproduction.write("node:tfjs", inFloat, expected, expected.value(), HOME, Optional.empty());
        assertEquals("javascript", program.language().markdown());
        assertTrue(program.text().contains("const f = unary((x) => tf.sum(x));"), program.text());
        assertTrue(program.text().lines().filter(line -> !line.isBlank()).count() <= 20, program.text());
        assertThrows(
                CandidateUnusable.class,
                () -> Reproduction.write("node:tfjs", question, expected, expected.value(), HOME, Optional.empty()));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            console.log("actual [1]"); process.exit(1)             | REPRODUCED
            console.log("actual [0]")                              | NOT_REPRODUCED
            require("./no-such-library"); console.log("actual 1")  | COULD_NOT_RUN
            """)
    void whatCameOfItInNodeIsReadOffItsEnd(String program, Outcome outcome) {
        assumeRuns("node");
        Attempt attempt = new Reproduction(Language.NODE, program + "\n")
                .run(new Reproduction.Place("node", List.of(), HOME), LIMIT);
        assertEquals(outcome, attempt.outcome(), attempt::said);
    }

    /** In Java for a library of the JVM; where nothing has been found in one, that is said. */
    @Test
    void ofNd4jItIsJava() throws CandidateUnusable {
        Question question = Questions.gradient("sum", 1.0, 2.0);
        Expectation expected = Oracle.ofCatalogue().expectation(question).orElseThrow();
        Reproduction program =
                Reproduction.write("java:nd4j", question, expected, expected.value(), HOME, Optional.empty());
        assertEquals("java", program.language().markdown());
        assertTrue(program.text().contains("SDVariable y = sd.sum(x);"), program.text());
        assertTrue(program.text().lines().filter(line -> !line.startsWith("//")).count() <= 20, program.text());
        CandidateUnusable refusal = assertThrows(
                CandidateUnusable.class,
                () -> Reproduction.write("java:ejml", question, expected, expected.value(), HOME, Optional.empty()));
        assertTrue(String.valueOf(refusal.getMessage()).endsWith("in ejml nothing has been found wrong yet."));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            void main() { IO.println("actual [1.0]"); System.exit(1); }  | REPRODUCED
            void main() { IO.println("actual [0.0]"); }                  | NOT_REPRODUCED
            void main() { throw new IllegalStateException(); }           | COULD_NOT_RUN
            import org.nd4j.Nothing; void main() { }                     | COULD_NOT_RUN
            """)
    void whatCameOfItInJavaIsReadOffItsEnd(String program, Outcome outcome) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Attempt attempt = new Reproduction(Language.JAVA, program + "\n")
                .run(new Reproduction.Place(java, List.of(), HOME), LIMIT);
        assertEquals(outcome, attempt.outcome(), attempt::said);
    }

    @Test
    void oneThatDoesNotEndIsEnded() {
        assumePython();
        Attempt attempt = new Reproduction(Language.PYTHON, "while True: pass\n").run(PLACE, Duration.ofSeconds(1));
        assertEquals(new Attempt(Outcome.COULD_NOT_RUN, "it ran past 1 s"), attempt);
    }

    @Test
    void inPyTorchItShowsWhichModesAreWrong() throws CandidateUnusable {
        assumeTrue(
                PythonEnvironment.version(PYTHON, "torch").equals("version 2.13.0+cpu"),
                "PyTorch 2.13.0 is not importable by " + PYTHON);
        assertEquals(
                Outcome.REPRODUCED,
                ofDet("python:torch", Mode.FWD_OVER_FWD).run(PLACE, LIMIT).outcome());
        assertEquals(
                Outcome.NOT_REPRODUCED,
                ofDet("python:torch", Mode.FWD_OVER_REV).run(PLACE, LIMIT).outcome());
    }

    /** The adapters' own tests: all functions' programs are written and parsed; where the library is there, all are run. */
    @Test
    void everyFunctionOfANodeAdapterHasAProgramThatSaysWhatTheAdapterSays() {
        assumeRuns("node");
        String tests = Language.NODE.adapters(HOME).toString();
        Program.Result result = Program.run(List.of("node", "--test", tests), LIMIT, line -> {});
        assertTrue(result.succeeded(), () -> String.join("\n", result.output()));
    }

    /** All functions' programs are written and parsed; where the library is there, some are run beside the adapter. */
    @ParameterizedTest
    @CsvSource({
        "torch, linalg.det tensor.compose network.tanh LayerNormalization einsum.tucker linalg.svd.leading clip",
        "jax, linalg.det tensor.compose network.tanh linalg.svd.leading clip",
        "numpy, linalg.det clip"
    })
    void everyFunctionOfAnAdapterHasAProgramThatSaysWhatTheAdapterSays(String library, String functions) {
        assumePython();
        List<String> argv = new ArrayList<>(List.of(
                PYTHON,
                "-B",
                Path.of("test", "adapters", "python", "reproduction_test.py").toString(),
                library,
                Path.of("src", "java", "org", "equicert", "function", "corroboration.json")
                        .toString()));
        if (PythonEnvironment.version(PYTHON, library).startsWith("version ")) {
            argv.addAll(List.of(functions.split(" ")));
        }
        Program.Result result = Program.run(argv, LIMIT, line -> {});
        assertTrue(result.succeeded(), () -> String.join("\n", result.output()));
    }
}
