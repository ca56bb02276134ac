package org.equicert.adapter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.source.util.JavacTask;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Programs as they are written, which needs no library; that they say what the adapters say is tested beside those. */
class ReproductionTest {
    private static final Path ADAPTERS = Path.of("..");

    private static final String TASK = """
            {"question": {"function": "var", "parameters": {"correction": 0}, "quantity": "gradient", "mode": "rev",
              "precision": "f64", "inputs": [{"name": "x", "shape": [2], "data": ["0x1p0", "0x1.8p1"]}], "wrt": ["x"],
              "cotangent": {"shape": [], "data": ["0x1p0"]}},
             "expected": {"shape": [2], "data": ["-0x1p0", "0x1p0"]}, "entry": [1], "rounding": "0x1p-50"}
            """;

    @TempDir
    Path folder;

    private static String program(String library, String task) throws IOException {
        return new Reproduction(ADAPTERS.resolve(library)).program(Task.read(new ObjectMapper().readTree(task)));
    }

    @Test
    void itIsShortAndOfTheLibraryAlone() throws IOException {
        String text = program("nd4j", TASK);
        assertTrue(text.startsWith("// var: the gradient, rev, in float64."), text);
        assertTrue(text.contains("//     org.nd4j:nd4j-native:1.0.0-M2.1\n"), text);
        assertTrue(text.contains("SDVariable x = sd.var(\"x\", Nd4j.createFromArray(1.0, 3.0));"), text);
        assertTrue(text.contains("SDVariable y = sd.variance(x, false);"), text);
        assertTrue(text.contains("Math.abs(actual[1] - expected[1])"), text);
        assertTrue(text.contains("System.exit(apart <= 8.881784197001252E-16 ? 0 : 1);"), text);
        assertFalse(text.contains("equicert"), text);
        assertTrue(text.lines().filter(line -> !line.startsWith("//")).count() <= 20, text);
    }

    /** The adapters' source has nothing that programs could not say, and what they say is Java. */
    @ParameterizedTest
    @ValueSource(strings = {"nd4j", "djl"})
    void everyFunctionOfAnAdapterHasAProgram(String library) throws IOException {
        Reproduction writer = new Reproduction(ADAPTERS.resolve(library));
        List<JsonNode> tasks = Tasks.of(writer.functions());
        assertEquals(6 * writer.functions().size(), tasks.size());
        assertTrue(writer.functions().size() > 75, () -> "functions: " + writer.functions());
        List<Path> files = new ArrayList<>();
        for (JsonNode task : tasks) {
            String text = writer.program(Task.read(task));
            files.add(Files.writeString(folder.resolve("Program" + files.size() + ".java"), text));
        }
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> errors = new DiagnosticCollector<>();
        try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
            Iterable<? extends JavaFileObject> sources = manager.getJavaFileObjectsFromPaths(files);
            ((JavacTask) compiler.getTask(null, manager, errors, List.of("-proc:none"), null, sources)).parse();
        }
        assertEquals(List.of(), errors.getDiagnostics());
    }

    @Test
    void ofALargeAnswerOnlyTheWrongEntryIsShown() throws IOException {
        String zeros = Stream.generate(() -> "\"0x0p0\"")
                .limit(17)
                .reduce((a, b) -> a + "," + b)
                .orElseThrow();
        String large = TASK.replaceFirst(
                "\"expected\": [{][^}]*[}], \"entry\": \\[1]",
                "\"expected\": {\"shape\": [17], \"data\": [" + zeros + "]}, \"entry\": [11]");
        String text = program("nd4j", large);
        assertTrue(text.contains("actual = new double[] {actual[11]};"), text);
        assertTrue(text.contains("double[] expected = {0.0};"), text);
        assertTrue(text.contains("Math.abs(actual[0] - expected[0])"), text);
    }

    /** What a program has other uses for is renamed; the graph's variable is not. */
    @Test
    void argumentsKeepTheirNamesWhereTheyCan() throws IOException {
        String product = TASK.replace("\"var\"", "\"multiply\"")
                .replace("\"name\": \"x\"", "\"name\": \"x1\"")
                .replace(
                        "}], \"wrt\": [\"x\"]",
                        "}, {\"name\": \"x2\", \"shape\": [], \"data\": [\"0x1p0\"]},"
                                + " {\"name\": \"int\", \"shape\": [], \"data\": [\"0x1p0\"]},"
                                + " {\"name\": \"actual\", \"shape\": [], \"data\": [\"0x1p0\"]}], \"wrt\": [\"x2\", \"int\"]");
        String text = program("nd4j", product);
        assertTrue(text.contains("SDVariable int_ = sd.var(\"int\", Nd4j.scalar(1.0));"), text);
        assertTrue(text.contains("SDVariable actual_ = sd.constant(\"actual\", Nd4j.scalar(1.0));"), text);
        assertTrue(text.contains("SDVariable y = sd.math().mul(x1, x2);"), text);
        assertTrue(program("djl", product).contains("Stream.of(x2, int_)"), text);
    }

    /** What a report says is neither code nor path, whoever wrote it. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            "var"       | "x\\nimport y;"      | no function of this name
            "var"       | "nothing"            | no function of this name
            "rev"       | "rev\\nint evil = 1;"  | the mode
            "f64"       | "f64\\nint evil = 1;"  | the precision
            "f64"       | "bf16"               | the precision bf16
            "gradient"  | "hessian"            | the quantity hessian
            "gradient"  | "value; evil()"      | the quantity
            "x", "shape" | "x = 1; evil(); var y", "shape" | a name that is none
            ["x"]       | ["y"]                | lacks its argument y
            "0x1.8p1"   | "1.0); evil("        | 1.0); evil(
            "0x1p-50"   | "0 ? 1 : evil()"     | evil
            {"correction": 0} | {"correction": "evil()"} | evil()
            {"correction": 0} | {"evil()": 0}  | lacks correction
            "entry": [1] | "entry": [2]        | 2
            "entry": [1] | "entry": ["evil()"] | -1
            """)
    void aCraftedReportPutsNothingIntoAProgram(String there, String instead, String said) {
        assertTrue(TASK.contains(there), there);
        RuntimeException refusal = assertThrows(
                RuntimeException.class,
                () -> program("nd4j", TASK.replaceFirst(Pattern.quote(there), instead.replace("\\", "\\\\"))));
        assertTrue(String.valueOf(refusal.getMessage()).contains(said), refusal::getMessage);
    }

    @Test
    void thereAreProgramsOfTwoLibraries() {
        RuntimeException refusal = assertThrows(RuntimeException.class, () -> program("ejml", TASK));
        assertEquals(
                "there are programs for djl and nd4j; in ejml nothing has been found wrong yet", refusal.getMessage());
    }
}
