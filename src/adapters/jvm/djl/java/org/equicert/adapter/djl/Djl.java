package org.equicert.adapter.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.training.GradientCollector;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;

/** DJL with its PyTorch engine: values, and first derivatives in reverse by its gradient collector. */
public final class Djl implements Library {
    @Override
    public Description describe() {
        Engine engine = Engine.getInstance();
        return new Description(
                "djl",
                Library.version() + " with " + engine.getEngineName() + " " + engine.getVersion(),
                List.of("f64", "f32"),
                Functions.ALL.keySet(),
                List.of("value", "gradient"),
                List.of("rev"));
    }

    @Override
    public Tensor answer(Question question) {
        Function<Functions.In, NDArray> f = Functions.ALL.get(question.function());
        if (f == null) {
            throw new UnsupportedOperationException("no function " + question.function());
        }
        try (NDManager manager = NDManager.newBaseManager()) {
            Map<String, NDArray> arrays = new LinkedHashMap<>();
            question.inputs().forEach((name, x) -> arrays.put(name, array(manager, x, question)));
            Functions.In in = new Functions.In(arrays, question.parameters());
            return switch (question.quantity()) {
                case "value" -> tensor(f.apply(in));
                case "gradient" -> gradient(manager, f, in, question);
                default -> throw new UnsupportedOperationException("no " + question.quantity());
            };
        }
    }

    private static Tensor gradient(
            NDManager manager, Function<Functions.In, NDArray> f, Functions.In in, Question question) {
        question.wrt().forEach(name -> in.get(name).setRequiresGradient(true));
        Tensor c = question.cotangent().orElseThrow();
        try (GradientCollector collector = Engine.getInstance().newGradientCollector()) {
            collector.backward(f.apply(in).mul(array(manager, c, question)).sum());
        }
        return Tensor.vector(question.wrt().stream()
                .flatMapToDouble(
                        name -> Arrays.stream(tensor(in.get(name).getGradient()).entries()))
                .toArray());
    }

    private static NDArray array(NDManager manager, Tensor x, Question question) {
        DataType type = question.precision().equals("f32") ? DataType.FLOAT32 : DataType.FLOAT64;
        return manager.create(x.entries(), new Shape(x.dimensions())).toType(type, true);
    }

    private static Tensor tensor(NDArray x) {
        List<Integer> shape =
                Arrays.stream(x.getShape().getShape()).mapToObj(n -> (int) n).toList();
        return new Tensor(shape, x.toType(DataType.FLOAT64, true).toDoubleArray());
    }
}
