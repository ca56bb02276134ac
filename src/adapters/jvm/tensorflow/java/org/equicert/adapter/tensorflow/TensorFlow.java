package org.equicert.adapter.tensorflow;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.tensorflow.Graph;
import org.tensorflow.Operand;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.DataBuffers;
import org.tensorflow.op.Ops;
import org.tensorflow.op.core.Gradients;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TFloating;

/**
 * TensorFlow for Java: values, and derivatives in reverse by the gradients of its C++ core, taken twice for Hessians. A
 * question is a graph of its own.
 */
public final class TensorFlow implements Library {
    @Override
    public Description describe() {
        try (Graph graph = new Graph()) {
            return new Description(
                    "tensorflow",
                    Library.version() + " with TensorFlow " + org.tensorflow.TensorFlow.version(),
                    List.of("f64", "f32"),
                    new Functions<>(Ops.create(graph), TFloat64.class, Map.of(), Map.of())
                            .all()
                            .keySet(),
                    List.of("value", "gradient", "hvp", "hessian"),
                    List.of("rev", "rev-over-rev"));
        }
    }

    @Override
    public Tensor answer(Question question) {
        return question.precision().equals("f32")
                ? new Graphed<>(question, TFloat32.class).answer()
                : new Graphed<>(question, TFloat64.class).answer();
    }

    /** A question as a graph. */
    private static final class Graphed<T extends TFloating> {
        private final Question question;
        private final Class<T> type;

        Graphed(Question question, Class<T> type) {
            this.question = question;
            this.type = type;
        }

        Tensor answer() {
            try (Graph graph = new Graph();
                    Session session = new Session(graph)) {
                Operand<T> answer = answer(Ops.create(graph));
                try (Result result = session.runner().fetch(answer).run()) {
                    return tensor(result.get(0));
                }
            } catch (IllegalStateException e) {
                // The gradient of what does not depend on θ is a node that is none: "close() was called on the Graph".
                throw new UnsupportedOperationException("no gradient where there is no path: " + e.getMessage(), e);
            }
        }

        private Operand<T> answer(Ops tf) {
            Operand<T> theta = constant(tf, Tensor.vector(question.theta()));
            Map<String, Operand<T>> arguments = arguments(tf, theta);
            Supplier<Operand<T>> f = new Functions<>(tf, type, arguments, question.parameters())
                    .all()
                    .get(question.function());
            if (f == null) {
                throw new UnsupportedOperationException("no function " + question.function());
            }
            Operand<T> y = f.get();
            if (question.quantity().equals("value")) {
                return y;
            }
            Operand<T> gradient = gradient(tf, y, question.cotangent().orElseThrow(), theta);
            return switch (question.quantity()) {
                case "gradient" -> gradient;
                case "hvp" -> gradient(tf, gradient, question.tangent().orElseThrow(), theta);
                case "hessian" -> hessian(tf, gradient, theta);
                default -> throw new UnsupportedOperationException("no " + question.quantity());
            };
        }

        /** The arguments, those that are differentiated as pieces of θ. */
        private Map<String, Operand<T>> arguments(Ops tf, Operand<T> theta) {
            Map<String, Operand<T>> arguments = new LinkedHashMap<>();
            int start = 0;
            for (String name : question.wrt()) {
                Tensor x = question.input(name);
                int size = x.entries().length;
                Operand<T> piece = tf.slice(theta, tf.constant(new int[] {start}), tf.constant(new int[] {size}));
                arguments.put(name, tf.reshape(piece, tf.constant(x.dimensions())));
                start += size;
            }
            question.inputs().forEach((name, x) -> {
                if (!arguments.containsKey(name)) {
                    arguments.put(name, constant(tf, x));
                }
            });
            return arguments;
        }

        /** ∇⟨c, y⟩: c stands where the gradient of y itself would. */
        private Operand<T> gradient(Ops tf, Operand<T> y, Tensor c, Operand<T> theta) {
            return tf.gradients(y, List.of(theta), Gradients.dx(List.of(constant(tf, c))))
                    .dy(0);
        }

        private Operand<T> hessian(Ops tf, Operand<T> gradient, Operand<T> theta) {
            int p = question.theta().length;
            List<Operand<T>> rows = new ArrayList<>();
            for (int i = 0; i < p; i++) {
                double[] unit = new double[p];
                unit[i] = 1;
                rows.add(gradient(tf, gradient, Tensor.vector(unit), theta));
            }
            return tf.stack(rows);
        }

        private Operand<T> constant(Ops tf, Tensor x) {
            Operand<TFloat64> doubles = tf.constant(
                    Shape.of(x.dimensions()), DataBuffers.of(x.entries().clone()));
            return tf.dtypes.cast(doubles, type);
        }

        private static Tensor tensor(org.tensorflow.Tensor x) {
            List<Integer> shape = new ArrayList<>();
            for (long n : x.shape().asArray()) {
                shape.add((int) n);
            }
            double[] entries = new double[(int) x.shape().size()];
            if (x instanceof TFloat64 doubles) {
                doubles.copyTo(DataBuffers.of(entries, false, false));
            } else {
                float[] singles = new float[entries.length];
                ((TFloat32) x).copyTo(DataBuffers.of(singles, false, false));
                for (int o = 0; o < entries.length; o++) {
                    entries[o] = singles[o];
                }
            }
            return new Tensor(shape, entries);
        }
    }
}
