package org.equicert.oracle;

import java.util.Optional;
import java.util.function.LongUnaryOperator;
import org.equicert.function.Array;
import org.equicert.reference.Tensor;

/**
 * Judges by logic: on integers so small that every partial sum is exact in whatever order, a sum of products is right or
 * wrong, and the verified reference says which. Applies to the values of functions that are component compositions.
 */
final class LatticeJudge {
    private LatticeJudge() {}

    /** Empty where the function is no sum of products, or its inputs are no integers small enough. */
    static Optional<Judgement> judge(Question question, Array<Double> output) {
        if (question.quantity() != Quantity.VALUE
                || !question.inputs().arrays().values().stream()
                        .flatMap(array -> array.entries().stream())
                        .allMatch(LatticeJudge::isSmallInteger)) {
            return Optional.empty();
        }
        return composition(question, x -> x)
                .filter(expected -> fits(question, expected.entries().length))
                .map(expected -> judge(expected, output));
    }

    /** The function as a component composition of the verified reference (T.Lem1.2), each entry mapped first. */
    private static Optional<Tensor> composition(Question question, LongUnaryOperator entry) {
        return switch (question.function()) {
            case "tensor.compose" ->
                Optional.of(tensor(question, "a", entry)
                        .compose(question.parameters().whole("k"), tensor(question, "b", entry)));
            // x1·x2 = x1 ∘₂ x2ᵀ
            case "matmul" -> Optional.of(tensor(question, "x1", entry).compose(2, transposed(question, "x2", entry)));
            case "linear" -> Optional.of(tensor(question, "w", entry).compose(2, tensor(question, "h", entry)));
            default -> Optional.empty();
        };
    }

    /** Whether Σ|terms| of every entry is exact in the precision, whatever the order. */
    private static boolean fits(Question question, int entries) {
        long[] sizes = composition(question, Math::absExact).orElseThrow().entries();
        for (int i = 0; i < entries; i++) {
            if (sizes[i] * question.precision().unitRoundoff() > 1) {
                return false;
            }
        }
        return true;
    }

    private static Judgement judge(Tensor expected, Array<Double> output) {
        long[] entries = expected.entries();
        if (output.size() != entries.length) {
            return Judgement.without(Judge.LATTICE, Verdict.FAILED, "answered shape " + output.shape());
        }
        for (int i = 0; i < entries.length; i++) {
            if (output.get(i) != entries[i]) { // equal up to signed zero
                return new Judgement(
                        Judge.LATTICE,
                        Verdict.REFUTED,
                        Double.NaN,
                        0,
                        0,
                        Optional.empty(),
                        "exact integer arithmetic says otherwise",
                        Optional.of(new Discrepancy(
                                "entry " + TruthJudge.at(output, i),
                                Long.toString(entries[i]),
                                Double.toString(output.get(i)),
                                Math.abs(output.get(i) - entries[i]))));
            }
        }
        return new Judgement(Judge.LATTICE, Verdict.EXACT, 0, 0, 0, Optional.empty(), "", Optional.empty());
    }

    private static Tensor tensor(Question question, String name, LongUnaryOperator entry) {
        return tensor(question.inputs().get(name), entry);
    }

    private static Tensor transposed(Question question, String name, LongUnaryOperator entry) {
        Array<Double> x = question.inputs().get(name);
        return tensor(Array.matrix(x.dimension(1), x.dimension(0), (i, j) -> x.get(j, i)), entry);
    }

    private static Tensor tensor(Array<Double> x, LongUnaryOperator entry) {
        int[] shape = x.shape().stream().mapToInt(Integer::intValue).toArray();
        long[] entries = x.entries().stream()
                .mapToLong(e -> entry.applyAsLong(e.longValue()))
                .toArray();
        return Tensor.of(shape, entries);
    }

    private static boolean isSmallInteger(double x) {
        return x == Math.rint(x) && Math.abs(x) <= 1 << 20;
    }
}
