package org.equicert.adapter.nd4j;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** ND4J: values, and first derivatives in reverse by SameDiff. A question is a graph of its own. */
public final class Nd4jSameDiff implements Library {
    @Override
    public Description describe() {
        loadAll();
        return new Description(
                "nd4j",
                Library.version(),
                List.of("f64", "f32"),
                new Functions(SameDiff.create(), Map.of(), Map.of()).all().keySet(),
                List.of("value", "gradient"),
                List.of("rev"));
    }

    /** Loads the native code and SameDiff's operations, which takes longer than a question may. */
    private static void loadAll() {
        SameDiff sd = SameDiff.create();
        SDVariable x = sd.var("x", Nd4j.scalar(1.0));
        sd.setLossVariables(sd.sum(x.mul(x)));
        sd.calculateGradients(Map.of(), "x");
    }

    @Override
    public Tensor answer(Question question) {
        SameDiff sd = SameDiff.create();
        Map<String, SDVariable> arguments = new LinkedHashMap<>();
        question.inputs().forEach((name, x) -> {
            INDArray array = array(x, question);
            boolean data = !question.wrt().contains(name);
            arguments.put(name, data ? sd.constant(name, array) : sd.var(name, array));
        });
        Supplier<SDVariable> f =
                new Functions(sd, arguments, question.parameters()).all().get(question.function());
        if (f == null) {
            throw new UnsupportedOperationException("no function " + question.function());
        }
        SDVariable y = f.get();
        return switch (question.quantity()) {
            case "value" -> tensor(y.eval());
            case "gradient" -> gradient(sd, y, question);
            default -> throw new UnsupportedOperationException("no " + question.quantity());
        };
    }

    private static Tensor gradient(SameDiff sd, SDVariable y, Question question) {
        SDVariable c = sd.constant("cotangent", array(question.cotangent().orElseThrow(), question));
        sd.setLossVariables(sd.sum(y.mul(c)));
        Map<String, INDArray> gradients = sd.calculateGradients(Map.of(), question.wrt());
        return Tensor.vector(question.wrt().stream()
                .flatMapToDouble(name -> Arrays.stream(entries(gradients.get(name))))
                .toArray());
    }

    private static INDArray array(Tensor x, Question question) {
        DataType type = question.precision().equals("f32") ? DataType.FLOAT : DataType.DOUBLE;
        INDArray doubles = x.shape().isEmpty()
                ? Nd4j.scalar(x.entries()[0])
                : Nd4j.createFromArray(x.entries()).reshape(x.dimensions());
        return doubles.castTo(type);
    }

    private static Tensor tensor(INDArray x) {
        List<Integer> shape = Arrays.stream(x.shape()).mapToObj(n -> (int) n).toList();
        return new Tensor(shape, entries(x));
    }

    private static double[] entries(INDArray x) {
        return x.castTo(DataType.DOUBLE).dup('c').data().asDouble();
    }
}
