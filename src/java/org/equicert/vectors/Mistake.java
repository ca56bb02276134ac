package org.equicert.vectors;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.equicert.function.Array;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/** A mistake that libraries make, and the wrong answer that it turns the right one into. */
public enum Mistake {
    SIGN_ERROR("the sign is wrong") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return right.map(x -> x == 0 ? x : -x);
        }
    },
    FACTOR_TWO("a factor of 2 is too much") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return right.map(x -> 2 * x);
        }
    },
    SWAPPED_INDICES("matrices are read or written column by column") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return question.quantity() == Quantity.VALUE || question.quantity() == Quantity.JVP
                    ? permuted(right, List.of(columnMajor(right.shape())))
                    : permutedTheta(question, right, name -> columnMajor(shape(question, name)), question.wrt());
        }
    },
    TRANSPOSED_SLOTS("the parts that belong to different arguments stand in the wrong order") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return question.quantity() == Quantity.VALUE || question.quantity() == Quantity.JVP
                    ? right
                    : permutedTheta(
                            question,
                            right,
                            name -> identity(shape(question, name)),
                            question.wrt().reversed());
        }
    },
    WRONG_BROADCASTING("the first entry of each row stands for the whole row") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            int row = right.shape().isEmpty() ? 1 : right.shape().getLast();
            return Array.build(right.shape(), i -> right.get(i - i % row));
        }
    },
    MISSING_TAIL("the last entry of each row is never written") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            int row = right.shape().isEmpty() ? 1 : right.shape().getLast();
            return Array.build(right.shape(), i -> i % row == row - 1 ? 0.0 : right.get(i));
        }
    },
    NOT_SYMMETRISED("only the upper triangle of the Hessian is computed") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return ofHessian(question, right, (a, b) -> a <= b ? right.get(a, b) : 0.0);
        }
    },
    MISSING_CROSS_TERM("the mixed second derivatives of different arguments are missing") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            List<String> owner = owners(question);
            return ofHessian(question, right, (a, b) -> owner.get(a).equals(owner.get(b)) ? right.get(a, b) : 0.0);
        }
    },
    DIAGONAL_ONLY("only the diagonal of the Hessian is computed") {
        @Override
        Array<Double> spoil(Question question, Array<Double> right) {
            return ofHessian(question, right, (a, b) -> a == b ? right.get(a, b) : 0.0);
        }
    };

    private final String text;

    Mistake(String text) {
        this.text = text;
    }

    /** What goes wrong, in words. */
    public String text() {
        return text;
    }

    /** As it is written in test vectors: {@code swapped-indices}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What the mistake makes of the right answer; empty where it makes no difference. */
    public Optional<Array<Double>> of(Question question, Array<Double> right) {
        Array<Double> wrong = spoil(question, right);
        return wrong.equals(right) ? Optional.empty() : Optional.of(wrong);
    }

    abstract Array<Double> spoil(Question question, Array<Double> right);

    private static Array<Double> ofHessian(Question question, Array<Double> right, Array.Entry<Double> entry) {
        return question.quantity() == Quantity.HESSIAN
                ? Array.matrix(right.dimension(0), right.dimension(1), entry)
                : right;
    }

    private static List<Integer> shape(Question question, String argument) {
        return question.inputs().get(argument).shape();
    }

    /** Which differentiated argument each entry of θ belongs to. */
    private static List<String> owners(Question question) {
        List<String> owners = new ArrayList<>();
        for (String name : question.wrt()) {
            owners.addAll(Collections.nCopies(question.inputs().get(name).size(), name));
        }
        return owners;
    }

    private static List<Integer> identity(List<Integer> shape) {
        return IntStream.range(0, Array.size(shape)).boxed().toList();
    }

    /** Where each entry of an array is found if it is taken for one that is stored column by column. */
    private static List<Integer> columnMajor(List<Integer> shape) {
        if (shape.size() < 2) {
            return identity(shape);
        }
        int columns = shape.getLast();
        int rows = Array.size(shape) / columns;
        return IntStream.range(0, rows * columns)
                .map(o -> o % rows * columns + o / rows)
                .boxed()
                .toList();
    }

    private interface OrderOfArgument {
        List<Integer> of(String name);
    }

    /** The answer with θ in another order: arguments as listed, each with its entries in its order. */
    private static Array<Double> permutedTheta(
            Question question, Array<Double> right, OrderOfArgument order, List<String> arguments) {
        List<String> owners = owners(question);
        List<Integer> theta = new ArrayList<>();
        for (String name : arguments) {
            int from = owners.indexOf(name);
            order.of(name).forEach(i -> theta.add(from + i));
        }
        return permuted(right, Collections.nCopies(right.shape().size(), theta));
    }

    /** The answer with each axis, or all entries as one, in another order. */
    private static Array<Double> permuted(Array<Double> right, List<List<Integer>> orders) {
        List<Integer> first = orders.getFirst();
        return orders.size() == 1
                ? Array.build(right.shape(), i -> right.get(first.get(i)))
                : Array.matrix(first.size(), first.size(), (a, b) -> right.get(first.get(a), first.get(b)));
    }
}
