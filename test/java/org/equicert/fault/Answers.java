package org.equicert.fault;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/** Implementations that compute right answers and then do not give them. */
final class Answers {
    private Answers() {}

    /** Each answer is changed. */
    static Function<Question, Answer> changed(
            Function<Question, Answer> right, BiFunction<Question, Array<Double>, Array<Double>> change) {
        return question -> right.apply(question) instanceof Answer.Given given
                ? new Answer.Given(change.apply(question, given.output()).map(question.precision()::round))
                : new Answer.Unsupported("declined");
    }

    /** f64 is computed in f32. */
    static Function<Question, Answer> inSingle(Function<Question, Answer> right) {
        return question -> right.apply(question.in(Precision.F32, question.id()));
    }

    /** What was answered before to a question of the same key, and in the same shape, is answered again. */
    static Function<Question, Answer> remembered(
            Function<Question, Answer> right, Function<Question, List<Object>> key) {
        Map<List<Object>, Answer> known = new HashMap<>();
        return question -> right.apply(question) instanceof Answer.Given given
                ? known.computeIfAbsent(
                        List.of(key.apply(question), given.output().shape()), k -> given)
                : new Answer.Unsupported("declined");
    }

    /** Where the answer to the question before has the right shape, it is given once more. */
    static Function<Question, Answer> oneBehind(Function<Question, Answer> right) {
        Answer[] before = {new Answer.Unsupported("nothing yet")};
        return question -> {
            Answer last = before[0];
            before[0] = right.apply(question);
            return last instanceof Answer.Given old
                            && before[0] instanceof Answer.Given now
                            && old.output().shape().equals(now.output().shape())
                    ? old
                    : before[0];
        };
    }

    /** The last r of the n entries of a row, n ≡ r mod width, are never written. */
    static Array<Double> withoutTail(int width, int r, Array<Double> right) {
        int row = right.shape().isEmpty() ? 1 : right.shape().getLast();
        return row % width == r ? Array.build(right.shape(), i -> i % row < row - r ? right.get(i) : 0.0) : right;
    }

    /** δ is added to ∇f in each row, in every quantity of first order alike: no identity of first order sees it. */
    static Array<Double> besideGradient(Question question, Array<Double> right) {
        Optional<double[]> delta =
                question.quantity() == Quantity.VALUE ? Optional.empty() : NullSpace.direction(question);
        if (delta.isEmpty()) {
            return right;
        }
        double[] d = delta.get();
        return switch (question.quantity()) {
            case GRADIENT, VJP -> {
                double weight = sum(question.cotangent().orElseThrow());
                yield Array.build(right.shape(), a -> right.get(a) + weight * d[a]);
            }
            case JVP -> {
                double moved = dot(d, question.tangent().orElseThrow());
                yield right.map(y -> y + moved);
            }
            case VALUE, HVP, HESSIAN -> right;
        };
    }

    /** δδᵀ is added to the Hessian, in every mode and in its products alike: it is symmetric, and K never meets it. */
    static Array<Double> besideHessian(Question question, Array<Double> right) {
        Optional<double[]> delta = question.quantity() == Quantity.HVP || question.quantity() == Quantity.HESSIAN
                ? NullSpace.direction(question)
                : Optional.empty();
        if (delta.isEmpty()) {
            return right;
        }
        double[] d = delta.get();
        double moved = question.tangent().map(v -> dot(d, v)).orElse(0.0);
        return question.quantity() == Quantity.HVP
                ? Array.build(right.shape(), a -> right.get(a) + d[a] * moved)
                : Array.matrix(d.length, d.length, (a, b) -> right.get(a, b) + d[a] * d[b]);
    }

    private static double sum(Array<Double> x) {
        return x.entries().stream().mapToDouble(e -> e).sum();
    }

    private static double dot(double[] x, Array<Double> y) {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
            sum += x[i] * y.get(i);
        }
        return sum;
    }
}
