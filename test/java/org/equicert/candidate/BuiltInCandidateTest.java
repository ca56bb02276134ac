package org.equicert.candidate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.SplittableRandom;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.function.Point;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;
import org.junit.jupiter.api.Test;

class BuiltInCandidateTest {
    private final BuiltInCandidate candidate = new BuiltInCandidate();

    private static final List<String> SHAPED =
            List.of("matmul", "tensor.compose", "linear", "network.relu", "network.tanh");

    /** 2 × 2 matrices and vectors of 2, by the names that every function gives its arguments. */
    private static Arguments<Double> inputs() {
        SequencedMap<String, Array<Double>> arrays = new LinkedHashMap<>();
        for (String name : List.of("x1", "x2", "a", "b", "w", "w1", "w2")) {
            arrays.put(name, new Array<>(List.of(2, 2), List.of(1.0, 2.0, 3.0, 5.0)));
        }
        for (String name : List.of("h", "x", "b1", "b2")) {
            arrays.put(name, Array.vector(List.of(0.5, -1.0)));
        }
        return new Arguments<>(arrays);
    }

    private static List<String> wrt(String function) {
        return switch (function) {
            case "matmul" -> List.of("x1", "x2");
            case "tensor.compose" -> List.of("a", "b");
            case "linear" -> List.of("w");
            case "network.relu" -> List.of("w1", "w2");
            default -> List.of("w1", "b1", "w2", "b2");
        };
    }

    private static Question question(
            String function, Quantity quantity, Optional<Mode> mode, Precision precision, List<String> wrt) {
        int p = inputs().flatten(wrt).size();
        List<Integer> shape =
                function.equals("matmul") || function.equals("tensor.compose") ? List.of(2, 2) : List.of(2);
        return new Question(
                "q1",
                function,
                Parameters.of("k", 2L),
                quantity,
                mode,
                precision,
                inputs(),
                wrt,
                Optional.of(Array.build(shape, o -> o + 1.0)),
                p == 0 ? Optional.empty() : Optional.of(Array.build(List.of(p), o -> o - 1.0)));
    }

    private Array<Double> given(Question question) {
        return assertInstanceOf(Answer.Given.class, candidate.ask(question)).output();
    }

    private String unsupported(Question question) {
        return assertInstanceOf(Answer.Unsupported.class, candidate.ask(question))
                .reason();
    }

    @Test
    void everyFunctionIsOneOfTheCatalogueWithItsArguments() {
        for (var entry : BuiltInFunctions.all().entrySet()) {
            Definition definition = Functions.find(entry.getKey()).orElseThrow();
            Point point = definition.points().at(2, new SplittableRandom(1));
            assertEquals(
                    point.arguments().arrays().keySet(),
                    Set.copyOf(entry.getValue().arguments()),
                    entry.getKey());
        }
    }

    @Test
    void everyFunctionAnswersInEveryQuantityAndModeOfTheDescription() {
        Description description = candidate.description();
        for (String function : SHAPED) {
            int p = inputs().flatten(wrt(function)).size();
            for (Precision precision : description.precisions()) {
                description.modes().forEach((quantity, modes) -> {
                    for (Optional<Mode> mode : modes) {
                        Array<Double> answer = given(question(function, quantity, mode, precision, wrt(function)));
                        List<Integer> shape = switch (quantity) {
                            case VALUE, JVP ->
                                wrt(function).size() == 2 && !function.startsWith("network")
                                        ? List.of(2, 2)
                                        : List.of(2);
                            case GRADIENT, VJP, HVP -> List.of(p);
                            case HESSIAN -> List.of(p, p);
                        };
                        assertEquals(shape, answer.shape());
                        assertTrue(answer.entries().stream().allMatch(precision::holds), answer.toString());
                    }
                });
            }
        }
    }

    @Test
    void argumentsAreTakenByTheirNames() {
        assertEquals(
                List.of(7.0, 12.0, 18.0, 31.0),
                given(question("matmul", Quantity.VALUE, Optional.empty(), Precision.F64, List.of()))
                        .entries());
        // (A ∘₂ B)[i, u] = Σ A[i, j]·B[u, j], the product with the transpose
        assertEquals(
                List.of(5.0, 13.0, 13.0, 34.0),
                given(question("tensor.compose", Quantity.VALUE, Optional.empty(), Precision.F32, List.of()))
                        .entries());
        assertEquals(
                List.of(-1.5, -3.5),
                given(question("linear", Quantity.VALUE, Optional.empty(), Precision.F64, List.of()))
                        .entries());
    }

    @Test
    void floatsAreComputedInFloat() {
        Question question = question("matmul", Quantity.VALUE, Optional.empty(), Precision.F32, List.of());
        double x = 1 + 0x1p-20;
        Arguments<Double> inputs = question.inputs()
                .with("x1", new Array<>(List.of(1, 1), List.of(x)))
                .with("x2", new Array<>(List.of(1, 1), List.of(x)));
        Question rounded = with(question, inputs);
        assertEquals((double) ((float) x * (float) x), given(rounded).item());
    }

    @Test
    void whatItCannotDoItDeclinesWithAReason() {
        Optional<Mode> none = Optional.empty();
        Optional<Mode> forward = Optional.of(Mode.FWD);
        assertEquals("no function det", unsupported(question("det", Quantity.VALUE, none, Precision.F64, List.of())));
        assertEquals(
                "no jvp in mode rev",
                unsupported(question("linear", Quantity.JVP, Optional.of(Mode.REV), Precision.F64, List.of("w"))));
        assertEquals(
                "no hessian without a mode",
                unsupported(question("linear", Quantity.HESSIAN, none, Precision.F64, List.of("w"))));
        assertEquals(
                "cannot differentiate by [x1]: each once, from [w, h], is possible",
                unsupported(question("linear", Quantity.JVP, forward, Precision.F64, List.of("x1"))));
        Question product = question("matmul", Quantity.VALUE, none, Precision.F32, List.of());
        Array<Double> row = new Array<>(List.of(1, 3), List.of(1.0, 2.0, 3.0));
        assertEquals(
                "columns of x1 (3) and rows of x2 (2) differ",
                unsupported(with(product, product.inputs().with("x1", row))));
        Array<Double> tenth = new Array<>(List.of(1, 2), List.of(0.1, 2.0));
        assertEquals(
                "x1 holds 0.1, which is no finite f32",
                unsupported(with(product, product.inputs().with("x1", tenth))));
    }

    @Test
    void theVersionIsTheProjects() throws IOException {
        String pom = Files.readString(Path.of("pom.xml"));
        assertTrue(pom.contains("<artifactId>equicert</artifactId>\n  <version>" + BuiltInCandidate.VERSION + "<"));
    }

    private static Question with(Question q, Arguments<Double> inputs) {
        return new Question(
                q.id(),
                q.function(),
                q.parameters(),
                q.quantity(),
                q.mode(),
                q.precision(),
                inputs,
                q.wrt(),
                q.cotangent(),
                q.tangent());
    }
}
