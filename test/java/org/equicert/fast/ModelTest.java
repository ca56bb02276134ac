package org.equicert.fast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.equicert.fast.simd.DoubleMachine;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** What does not fit is refused with the shapes in the message, before work begins. */
class ModelTest {
    @Test
    void mismatchedShapesAreNamed() {
        refused("columns of x1 (3) and rows of x2 (2) differ", () -> Products.product(List.of(2, 3), List.of(2, 3)));
        refused("x2 has shape [3], and needs 2 dimensions", () -> Products.product(List.of(2, 3), List.of(3)));
        refused(
                "slot 2 of a (3) and the last dimension of b (2) differ",
                () -> Products.composition(List.of(2, 3), 2, List.of(3, 2)));
        refused(
                "columns of w2 (5) and length of b1 (4) differ",
                () -> Networks.tanh(List.of(4, 2), List.of(4), List.of(1, 5), List.of(1), List.of(2)));
        refused(
                "columns of matrix 2 (5) and length of layer 1 (4) differ",
                () -> DeepNetworks.relu(List.of(List.of(4, 2), List.of(3, 5), List.of(1, 3), List.of(2))));
        refused(
                "shape [2, 0] has a dimension that is not positive",
                () -> DeepNetworks.convolutional(List.of(List.of(2, 1, 3), List.of(2), List.of(1, 2), List.of(1, 2))));
        refused(
                "2 heads cannot share 3 columns",
                () -> Attention.ofHeads(List.of(4, 2), List.of(9, 2), List.of(2, 3), 2));
        refused(
                "rows of w (8) and three times the columns of o (9) differ",
                () -> Attention.ofHeads(List.of(4, 2), List.of(8, 2), List.of(2, 3), 1));
    }

    @Test
    void missingSlotsAreNamed() {
        refused("a of shape [2, 3] has no slot 3", () -> Products.composition(List.of(2, 3), 3, List.of(3)));
        refused("a of shape [2, 3] has no slot 0", () -> Products.composition(List.of(2, 3), 0, List.of(3)));
        refused("a of shape [] has no slot 1", () -> Products.composition(List.of(), 1, List.of(3)));
        refused(
                "b is a scalar: it has no last dimension to fill slot 1 of a with",
                () -> Products.composition(List.of(2), 1, List.of()));
    }

    @Test
    void dimensionsThatAreNotPositiveAreNamed() {
        refused(
                "shape [0, 3] has a dimension that is not positive",
                () -> Products.product(List.of(0, 3), List.of(3, 2)));
    }

    @Test
    void overflowIsFoundBeforeWorkBegins() {
        refused(
                "shape [65536, 65536] has more entries than an array can hold",
                () -> Products.product(List.of(65536, 1), List.of(1, 65536)));
        refused(
                "shape [2048, 2048, 2048] has more entries than an array can hold",
                () -> Products.composition(List.of(2048, 2, 2048), 2, List.of(2048, 2)));
        DoubleMachine machine = new DoubleMachine();
        Model model = Networks.linear(List.of(1, 50_000), List.of(50_000));
        List<double[]> inputs = List.of(new double[50_000], new double[50_000]);
        var differential = new Differential<>(machine, model, inputs, List.of(0));
        refused(
                "shape [50000, 50000] has more entries than an array can hold",
                () -> differential.hessian(Differential.Sweep.FORWARD, Differential.Sweep.REVERSE, 1));
    }

    @Test
    void lengthsThatDoNotFitTheModelAreNamed() {
        DoubleMachine machine = new DoubleMachine();
        Model model = Networks.linear(List.of(2, 3), List.of(3));
        List<double[]> inputs = List.of(new double[6], new double[3]);
        var differential = new Differential<>(machine, model, inputs, List.of(0));
        refused("the tangent needs 6 entries, not 2", () -> differential.jvp(1, 2));
        refused("the cotangent needs 2 entries, not 3", () -> differential.vjp(1, 2, 3));
        List<double[]> tooShort = List.of(new double[6], new double[2]);
        refused("input 1 needs 3 entries, not 2", () -> new Differential<>(machine, model, tooShort, List.of(0)));
        refused(
                "operands of 6 and 3 entries are needed, not of 6 and 2",
                () -> machine.contract(Contraction.product(2, 3, 1), new double[6], new double[2]));
    }

    private static void refused(String message, Executable what) {
        assertEquals(message, assertThrows(ShapeException.class, what).getMessage());
    }
}
