package org.equicert.adapter.nd4j;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * What Equicert found in SameDiff, each by the library alone against what follows from the function's formula by hand. A
 * test fails when the library has been mended: then the finding has to leave {@code spec/guide/findings.md}.
 */
class FindingsTest {
    /** The gradient of the sum of f's entries. */
    private static double[] gradient(INDArray x, UnaryOperator<SDVariable> f, SameDiff sd) {
        SDVariable variable = sd.var("x", x);
        sd.setLossVariables(sd.sum(f.apply(variable)));
        return entries(sd.calculateGradients(Map.of(), "x").get("x"));
    }

    private static double[] entries(INDArray x) {
        return x.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }

    private static void isWrong(String what, double[] actual, double... expected) {
        System.out.printf("| %s | %s | %s |%n", what, Arrays.toString(expected), Arrays.toString(actual));
        double largest = Arrays.stream(expected).map(Math::abs).max().orElseThrow();
        boolean differs = actual.length != expected.length;
        for (int i = 0; !differs && i < expected.length; i++) {
            differs = !(Math.abs(actual[i] - expected[i]) < largest / 1000);
        }
        assertTrue(differs, () -> what + " is right now");
    }

    private static void isAnError(String what, double expected, Executable computation) {
        RuntimeException error = assertThrows(RuntimeException.class, computation, () -> what + " is an answer now");
        System.out.printf("| %s | %s | an error: \"%s\" |%n", what, expected, error.getMessage());
    }

    /** −A⁻ᵀ·1·1ᵀ·A⁻ᵀ. */
    @Test
    void theGradientOfAnInverse() {
        SameDiff sd = SameDiff.create();
        INDArray a = Nd4j.createFromArray(new double[][] {{2, 1}, {1, 3}});
        isWrong(
                "sum of the inverse of [[2, 1], [1, 3]], gradient",
                gradient(a, x -> sd.linalg().matrixInverse(x), sd),
                -0.16,
                -0.08,
                -0.08,
                -0.04);
    }

    /** The sum of the first two entries of a × b is a·(b × c) with c = [1, 1, 0]. */
    @Test
    void theGradientOfACrossProduct() {
        SameDiff sd = SameDiff.create();
        SDVariable b = sd.constant(Nd4j.createFromArray(4.0, 5, 7));
        SDVariable c = sd.constant(Nd4j.createFromArray(1.0, 1, 0));
        isWrong(
                "first two entries of [1, 2, 3] × [4, 5, 7] added, gradient by [1, 2, 3]",
                gradient(
                        Nd4j.createFromArray(1.0, 2, 3),
                        x -> sd.math().cross(x, b).mul(c),
                        sd),
                -7,
                7,
                -1);
    }

    /** x₁ + x₁x₂ + x₁x₂x₃. */
    @Test
    void theGradientOfACumulativeProduct() {
        SameDiff sd = SameDiff.create();
        isWrong(
                "sum of the cumulative products of [2, 3, 5], gradient",
                gradient(Nd4j.createFromArray(2.0, 3, 5), x -> sd.cumprod(x, 0), sd),
                19,
                12,
                6);
    }

    /** 2·(x − mean)/n. */
    @Test
    void theGradientOfAVarianceWithoutCorrection() {
        SameDiff sd = SameDiff.create();
        isWrong(
                "variance of [1, 2, 6] without correction, gradient",
                gradient(Nd4j.createFromArray(1.0, 2, 6), x -> sd.variance(x, false), sd),
                -4 / 3.0,
                -2 / 3.0,
                2);
    }

    @Test
    void theGradientOfTheUpperTriangleOfOneEntry() {
        SameDiff sd = SameDiff.create();
        isWrong(
                "upper triangle of [[2]], gradient",
                gradient(
                        Nd4j.createFromArray(new double[][] {{2}}),
                        x -> sd.linalg().triu(x),
                        sd),
                1);
    }

    /** xᵀ·x of a column. */
    @Test
    void theGradientOfAProductWithATranspose() {
        SameDiff sd = SameDiff.create();
        isWrong(
                "xᵀ·x of the column [1, 2, 3], gradient",
                gradient(
                        Nd4j.createFromArray(new double[][] {{1}, {2}, {3}}),
                        x -> sd.mmul(x, x, true, false, false),
                        sd),
                2,
                4,
                6);
    }

    @Test
    void theGradientOfAProductOfOneEntry() {
        SameDiff sd = SameDiff.create();
        SDVariable three = sd.constant(Nd4j.createFromArray(new double[][] {{3}}));
        isAnError(
                "[[2]]·[[3]], gradient by [[2]]",
                3,
                () -> gradient(Nd4j.createFromArray(new double[][] {{2}}), x -> sd.mmul(x, three), sd));
    }

    /** 1·1, four times. */
    @Test
    void theContractionOverTwoAxes() {
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.constant(Nd4j.ones(DataType.DOUBLE, 1, 2, 2));
        SDVariable y = sd.constant(Nd4j.ones(DataType.DOUBLE, 2, 2, 1));
        isAnError(
                "ones of shape [1, 2, 2] and [2, 2, 1] contracted over two axes",
                4,
                () -> sd.tensorMmul(x, y, new int[] {1, 2}, 0, 1).eval());
    }

    /** x/2·(1 + tanh(√(2/π)·(x + 0.044715·x³))), which "precise" names here. */
    @Test
    void theValueOfThePreciseGelu() {
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.constant(Nd4j.createFromArray(1.0));
        double inner = Math.sqrt(2 / Math.PI) * 1.044715;
        isWrong("precise GELU at 1", entries(sd.nn().preciseGelu(x).eval()), 0.5 * (1 + Math.tanh(inner)));
    }
}
