package org.equicert.adapter.nd4j;

import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Where SameDiff has an error for an answer, which refutes nothing and so has no reproduction, and what such errors hide in
 * reports. A test fails when the library has been mended: then it has to leave {@code spec/guide/findings.md}.
 */
class ErrorsTest {
    private static void isAnError(String what, double expected, Executable computation) {
        RuntimeException error = assertThrows(RuntimeException.class, computation, () -> what + " is an answer now");
        System.out.printf("| %s | %s | \"%s\" |%n", what, expected, error.getMessage());
    }

    @Test
    void theGradientOfAProductOfOneEntry() {
        SameDiff sd = SameDiff.create();
        SDVariable two = sd.var("x", Nd4j.createFromArray(new double[][] {{2}}));
        SDVariable three = sd.constant(Nd4j.createFromArray(new double[][] {{3}}));
        sd.setLossVariables(sd.sum(sd.mmul(two, three)));
        isAnError("[[2]]·[[3]], gradient by [[2]]", 3, () -> sd.calculateGradients(Map.of(), "x"));
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

    /** xᵀ·x of a column has the gradient 2·x; of one entry it is an error, so that the row of {@code gram} is failed. */
    @Test
    void theGradientOfAProductWithATransposeIsWrong() {
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.var("x", Nd4j.createFromArray(1.0, 2.0, 3.0).reshape(3, 1));
        sd.setLossVariables(sd.sum(sd.mmul(x, x, true, false, false)));
        INDArray gradient = sd.calculateGradients(Map.of(), "x").get("x");
        System.out.printf("| xᵀ·x of the column [1, 2, 3], gradient | [2, 4, 6] | %s |%n", gradient.ravel());
        assertNotEquals(Nd4j.createFromArray(2.0, 4.0, 6.0), gradient.ravel(), "it is right now");
    }
}
