package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.number.Doubles;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Right answers that look wrong, and points at which nothing can be said. */
class HardCasesTest {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED);

    private static Array<Double> vector(double... x) {
        return Array.build(List.of(x.length), i -> x[i]);
    }

    private static Array<Double> matrix(int rows, double... x) {
        return Array.build(List.of(rows, x.length / rows), i -> x[i]);
    }

    private static Question question(
            String function, Parameters parameters, Quantity quantity, Precision precision, Arguments<Double> in) {
        Definition f = Functions.find(function).orElseThrow();
        Arguments<Double> held = in.map(precision::round);
        Array<Double> value = f.value(new Doubles(), held.map(x -> x + 0.5), parameters); // its shape is what counts
        int p = held.flatten(f.wrt()).size();
        return new Question(
                function,
                function,
                parameters,
                quantity,
                Optional.empty(),
                precision,
                held,
                f.wrt(),
                Optional.of(value.map(y -> 1.0)),
                Optional.of(Array.build(List.of(p), a -> 1.0 + a)));
    }

    private static Judgement judgement(Question question, Array<Double> output) {
        Exchange exchange = new Exchange("s", question, new Answer.Given(output));
        return Oracle.ofCatalogue()
                .judge(question.function(), List.of(exchange))
                .getFirst()
                .judgement();
    }

    /** What a plain evaluation in the precision deserves, for every quantity. */
    private static void assertNeverAccused(
            String function, Parameters parameters, Precision precision, Arguments<Double> in) {
        Definition f = Functions.find(function).orElseThrow();
        for (Quantity quantity : Quantity.values()) {
            Question question = question(function, parameters, quantity, precision, in);
            for (Array<Double> output : List.of(
                    Quantities.of(new Narrow(precision), f, question, question.inputs()),
                    Quantities.inReverse(new Narrow(precision), f, question, question.inputs()))) {
                Judgement judgement = judgement(question, output);
                assertFalse(
                        ACCUSATIONS.contains(judgement.verdict()),
                        () -> precision + " " + quantity + " " + output + ": " + judgement);
            }
        }
    }

    /** Two values become ∓1 whatever they are: the derivative is exactly 0, and rounding leaves a residue. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void layerNormalizationOfTwoValues(Precision precision) {
        for (double epsilon : new double[] {0, 0x1p-17}) {
            assertNeverAccused(
                    "LayerNormalization",
                    Parameters.of("epsilon", epsilon),
                    precision,
                    Arguments.of("x", matrix(1, 0.3, -1.7))
                            .with("scale", vector(1.1, -0.7))
                            .with("bias", vector(0.2, 0.9)));
        }
    }

    @ParameterizedTest
    @EnumSource(Precision.class)
    void varianceAtAConstantVector(Precision precision) {
        for (double x : new double[] {0.1, 1.0 / 3, 7}) {
            assertNeverAccused("var", Parameters.of("correction", 1L), precision, Arguments.of("x", vector(x, x, x)));
        }
    }

    /** The target is the network's own value as the candidate has it: a gradient of rounding residues. */
    @ParameterizedTest
    @EnumSource(Precision.class)
    void aStationaryPoint(Precision precision) {
        Arguments<Double> in = Arguments.of("w1", matrix(2, 0.3, -0.7, 0.9, 0.2))
                .with("b1", vector(0.1, -0.4))
                .with("w2", matrix(1, 1.3, -0.6))
                .with("b2", vector(0.7))
                .with("x", vector(0.8, -0.3))
                .map(precision::round);
        Definition network = Functions.find("network.tanh").orElseThrow();
        Array<Double> target = network.value(new Narrow(precision), in, Parameters.NONE);
        assertNeverAccused("network.tanh.squared_loss", Parameters.NONE, precision, in.with("target", target));
    }

    /** Rows of very different size: elimination with pivoting is stable against the largest entry, not entry by entry. */
    @ParameterizedTest
    @CsvSource({"F64,20", "F64,12", "F32,8", "F32,4", "BF16,2"})
    void aBadlyScaledSolve(Precision precision, int scale) {
        double s = Math.scalb(1.0, scale);
        Array<Double> x = matrix(3, 1.1, 0.3, -0.7, 0.2 / s, 1.3 / s, 0.4 / s, -0.6 * s, 0.9 * s, 1.7 * s);
        assertNeverAccused(
                "linalg.solve",
                Parameters.NONE,
                precision,
                Arguments.of("x1", x).with("x2", matrix(3, 1, 0.3 / s, 0.7 * s)));
        assertNeverAccused("linalg.inv", Parameters.NONE, precision, Arguments.of("x", x));
    }

    /** The determinant is a polynomial: its derivatives at singular points are as good as anywhere. */
    @ParameterizedTest
    @EnumSource(value = Quantity.class, names = "VALUE", mode = EnumSource.Mode.EXCLUDE)
    void theDeterminantAtASingularMatrix(Quantity quantity) {
        Question q = question(
                "linalg.det",
                Parameters.NONE,
                quantity,
                Precision.F64,
                Arguments.of("x", matrix(3, 1, 2, 3, 2, 4, 6, 1, 0, 1)));
        Array<Double> right =
                Quantities.of(new Doubles(), Functions.find("linalg.det").orElseThrow(), q, q.inputs());
        assertEquals(Verdict.CONSISTENT, judgement(q, right).verdict());
        assertEquals(Verdict.REFUTED, judgement(q, right.map(x -> x + 0.01)).verdict());
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 0x1p-52, -0x1p-51})
    void aKinkWithinReachIsUndecidedAndSaysWhich(double distance) {
        Question q = question(
                "network.relu",
                Parameters.NONE,
                Quantity.GRADIENT,
                Precision.F64,
                Arguments.of("w1", matrix(1, 1, 1)).with("w2", matrix(1, 1)).with("x", vector(1, -1 + distance)));
        Judgement judgement = judgement(q, vector(0, 0, 0));
        assertEquals(Verdict.UNDECIDED, judgement.verdict());
        assertTrue(judgement.reason().contains("relu has a kink"), judgement::reason);
    }

    @ParameterizedTest
    @CsvSource({"linalg.vector_norm,sqrt", "linalg.slogdet,singular", "linalg.inv,division"})
    void aSingularPointIsUndecidedAndSaysWhich(String function, String word) {
        Arguments<Double> in = Arguments.of("x", function.contains("norm") ? vector(0, 0) : matrix(2, 1, 2, 2, 4));
        Definition f = Functions.find(function).orElseThrow();
        Question q = new Question(
                "q",
                function,
                Parameters.NONE,
                Quantity.GRADIENT,
                Optional.empty(),
                Precision.F64,
                in,
                f.wrt(),
                Optional.of(function.equals("linalg.inv") ? matrix(2, 1, 1, 1, 1) : Array.scalar(1.0)),
                Optional.empty());
        Judgement judgement = judgement(q, vector(new double[in.get("x").size()]));
        assertEquals(Verdict.UNDECIDED, judgement.verdict());
        assertTrue(judgement.reason().contains(word), judgement::reason);
    }

    /** exp 12 is beyond f16: an algorithm that shifts gets it right, one that does not answers infinity; both are stable code. */
    @ParameterizedTest
    @ValueSource(doubles = {0.5, Double.POSITIVE_INFINITY, Double.NaN})
    void anIntermediateThatMayOverflowIsUndecided(double answer) {
        Question q = question(
                "Softmax", Parameters.NONE, Quantity.VALUE, Precision.F16, Arguments.of("x", matrix(1, 12, 12)));
        Judgement judgement = judgement(q, matrix(1, answer, answer));
        assertEquals(Verdict.UNDECIDED, judgement.verdict());
        assertTrue(judgement.reason().contains("overflow"), judgement::reason);
    }

    /** A block of small numbers does not hide behind one of large ones. */
    @ParameterizedTest
    @ValueSource(doubles = {0x1p-10, 0x1p-20, 0x1p-30})
    void aSmallBlockIsJudgedByItsOwnSize(double error) {
        Question q = question(
                "matmul",
                Parameters.NONE,
                Quantity.GRADIENT,
                Precision.F64,
                Arguments.of("x1", matrix(1, 1e9, 3e9)).with("x2", matrix(2, 1e-9, 2e-9)));
        Array<Double> wrong = vector(1e-9 * (1 + error), 2e-9, 1e9, 3e9);
        assertTrue(ACCUSATIONS.contains(judgement(q, wrong).verdict()));
        assertEquals(
                Verdict.CONSISTENT, judgement(q, vector(1e-9, 2e-9, 1e9, 3e9)).verdict());
    }

    /** The first has more entries than an array, the second more than there is memory; neither is an error of anybody's. */
    @ParameterizedTest
    @CsvSource({"50000,more than can be held", "46000,does not fit in memory"})
    void aTruthThatCannotBeHeldIsUndecidedAndSaysWhy(int p, String why) {
        Question q = question(
                "linalg.vector_norm",
                Parameters.NONE,
                Quantity.HESSIAN,
                Precision.F64,
                Arguments.of("x", Array.build(List.of(p), i -> 1.0 + i % 7)));
        Judgement judgement = judgement(q, Array.scalar(0.0));
        assertEquals(Verdict.UNDECIDED, judgement.verdict());
        assertTrue(judgement.reason().contains(why), judgement::reason);
    }
}
