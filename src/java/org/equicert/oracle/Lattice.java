package org.equicert.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.equicert.function.Array;
import org.equicert.reference.Tensor;

/**
 * A question about a function that is one component composition (T.Lem1.2), and so linear in each of its two arguments, at
 * integers so small that no order of operations rounds: logic can judge it. Its answer is computed by the verified
 * reference, the derivatives by the product rule (T.Lem1.5), which for a composition is two compositions.
 */
public final class Lattice {
    private final Question question;
    private final Form form;

    private Lattice(Question question, Form form) {
        this.question = question;
        this.form = form;
    }

    /**
     * A ∘ₖ B.
     *
     * @param slot k
     * @param left the name of A
     * @param right the name of B
     * @param transposed whether B is the transposed of the argument of that name
     */
    private record Form(int slot, String left, String right, boolean transposed) {}

    private static Optional<Form> form(Question question) {
        return switch (question.function()) {
            case "tensor.compose" -> Optional.of(new Form(question.parameters().whole("k"), "a", "b", false));
            case "matmul" -> Optional.of(new Form(2, "x1", "x2", true));
            case "linear" -> Optional.of(new Form(2, "w", "h", false));
            default -> Optional.empty();
        };
    }

    /** The question on the lattice; empty where its function is no composition, or its numbers no integers small enough. */
    static Optional<Lattice> of(Question question) {
        return form(question).map(form -> new Lattice(question, form)).filter(Lattice::isExact);
    }

    /** Whether logic can judge the answer to a question. */
    public static boolean holds(Question question) {
        return of(question).isPresent();
    }

    /**
     * Every number that an evaluation can come across, in whatever order and mode, is an integer and a sum of at most so
     * many products of entries; a value's factors are the inputs alone, a derivative's may be sums.
     */
    private boolean isExact() {
        if (!integers()) {
            return false;
        }
        Array<Double> a = argument(form.left);
        Array<Double> b = argument(form.right);
        int n = a.dimension(form.slot - 1);
        double v = question.tangent().map(Lattice::largest).orElse(1.0);
        double left = Math.max(largest(a), v);
        double right = Math.max(largest(b), v);
        Precision precision = question.precision();
        double factor = Math.scalb(1.0, precision.multiplicandBits());
        if (question.quantity() == Quantity.VALUE) {
            return Math.max(left, right) <= factor && n * left * right <= Math.scalb(1.0, precision.accumulatorBits());
        }
        double terms = 2.0 * a.size() / n * b.size();
        return terms * left * right * question.cotangent().map(Lattice::largest).orElse(1.0) <= factor;
    }

    private boolean integers() {
        return question.inputs().arrays().values().stream().allMatch(Lattice::isInteger)
                && question.cotangent().stream().allMatch(Lattice::isInteger)
                && question.tangent().stream().allMatch(Lattice::isInteger);
    }

    private static boolean isInteger(Array<Double> x) {
        return x.entries().stream().allMatch(e -> e == Math.rint(e));
    }

    private static double largest(Array<Double> x) {
        return Math.max(1, x.entries().stream().mapToDouble(Math::abs).max().orElse(1));
    }

    /** The right answer, row-major. */
    long[] answer() {
        return switch (question.quantity()) {
            case VALUE -> compose(argument(form.left), argument(form.right)).entries();
            case JVP -> slope(question.tangent().orElseThrow()).entries();
            case GRADIENT, VJP -> byVariable(e -> List.of(contract(slope(e))));
            case HVP ->
                byVariable(e -> List.of(contract(bend(e, question.tangent().orElseThrow()))));
            case HESSIAN ->
                byVariable(e -> {
                    List<Long> row = new ArrayList<>();
                    for (int b = 0; b < size(); b++) {
                        row.add(contract(bend(e, unit(b))));
                    }
                    return row;
                });
        };
    }

    private interface Entries {
        List<Long> along(Array<Double> direction);
    }

    private long[] byVariable(Entries entries) {
        List<Long> all = new ArrayList<>();
        for (int a = 0; a < size(); a++) {
            all.addAll(entries.along(unit(a)));
        }
        return all.stream().mapToLong(Long::longValue).toArray();
    }

    /** p. */
    private int size() {
        return question.inputs().flatten(question.wrt()).size();
    }

    private Array<Double> unit(int a) {
        return Array.build(List.of(size()), i -> i == a ? 1.0 : 0.0);
    }

    /** ∇(A ∘ₖ B)[v] = v_A ∘ₖ B + A ∘ₖ v_B. */
    private Tensor slope(Array<Double> v) {
        return compose(part(v, form.left), argument(form.right)).add(compose(argument(form.left), part(v, form.right)));
    }

    /** ∇²(A ∘ₖ B)[u, v] = u_A ∘ₖ v_B + v_A ∘ₖ u_B. */
    private Tensor bend(Array<Double> u, Array<Double> v) {
        return compose(part(u, form.left), part(v, form.right)).add(compose(part(v, form.left), part(u, form.right)));
    }

    /** ⟨c, y⟩, which is c ∘₁ y for both as vectors. */
    private long contract(Tensor y) {
        Tensor c = tensor(question.cotangent().orElseThrow());
        int[] flat = {y.entries().length};
        return Tensor.of(flat, c.entries())
                .compose(1, Tensor.of(flat, y.entries()))
                .entries()[0];
    }

    private Array<Double> argument(String name) {
        return question.inputs().get(name);
    }

    /** What v ∈ Rᵖ says of one argument: zeros where that is not differentiated. */
    private Array<Double> part(Array<Double> v, String name) {
        return question.wrt().contains(name)
                ? question.inputs().withTheta(question.wrt(), v.entries()).get(name)
                : argument(name).map(x -> 0.0);
    }

    private Tensor compose(Array<Double> a, Array<Double> b) {
        Array<Double> second =
                form.transposed ? Array.matrix(b.dimension(1), b.dimension(0), (i, j) -> b.get(j, i)) : b;
        return tensor(a).compose(form.slot, tensor(second));
    }

    private static Tensor tensor(Array<Double> x) {
        return Tensor.of(
                x.shape().stream().mapToInt(Integer::intValue).toArray(),
                x.entries().stream().mapToLong(Double::longValue).toArray());
    }
}
