package org.equicert.adapter;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import javax.lang.model.SourceVersion;

/**
 * What a program has to show. All of it may come from others: names are held to be names, and numbers are numbers.
 *
 * @param place where in the answer the wrong entry is, row-major
 * @param rounding how far from what is expected rounding may put that entry
 */
record Task(Question question, Tensor expected, int place, double rounding) {
    private static final Set<String> PRECISIONS = Set.of("f64", "f32");
    private static final Set<String> QUANTITIES = Set.of("value", "gradient");

    Task {
        require(PRECISIONS, question.precision(), "precision");
        require(QUANTITIES, question.quantity(), "quantity");
        require(Set.of("", "rev"), question.mode(), "mode");
        question.inputs().keySet().forEach(Task::requireName);
        question.wrt().forEach(question::input);
        Objects.checkIndex(place, expected.entries().length);
    }

    /** @param node {@code question}, {@code expected}, {@code entry} and {@code rounding}, as {@code reproduction.py} has them */
    static Task read(JsonNode node) {
        Tensor expected = Numbers.read(node.path("expected"));
        int place = 0;
        for (int axis = 0; axis < expected.shape().size(); axis++) {
            int length = expected.shape().get(axis);
            place = place * length
                    + Objects.checkIndex(node.path("entry").path(axis).asInt(-1), length);
        }
        return new Task(
                Numbers.question(node.path("question")), expected, place, Numbers.number(node.path("rounding")));
    }

    private static void require(Set<String> known, String word, String what) {
        if (!known.contains(word)) {
            throw new IllegalArgumentException("there are no programs of the " + what + " " + word);
        }
    }

    private static void requireName(String name) {
        if (!name.matches("[A-Za-z]\\w*")) {
            throw new IllegalArgumentException("an argument has a name that is none");
        }
    }

    boolean isValue() {
        return question.quantity().equals("value");
    }

    boolean isMoved(String argument) {
        return question.wrt().contains(argument);
    }

    /** The cotangent, unless it is the 1 of a function that is a scalar. */
    Optional<Tensor> cotangent() {
        return question.cotangent().filter(c -> !c.shape().isEmpty() || c.entries()[0] != 1);
    }

    /** What the program calls an argument: its name, where that has no other meaning. */
    String local(String argument) {
        boolean isFree = SourceVersion.isName(argument) && !Reproduction.LOCALS.contains(argument);
        return isFree ? argument : argument + "_";
    }

    Map<String, String> locals() {
        return question.inputs().keySet().stream().collect(Collectors.toMap(name -> name, this::local));
    }

    /** Text of each argument. */
    String inputs(BiFunction<String, Tensor, String> text) {
        return question.inputs().entrySet().stream()
                .map(input -> text.apply(input.getKey(), input.getValue()))
                .collect(Collectors.joining());
    }

    /** Text of each argument that is differentiated. */
    List<String> wrt(UnaryOperator<String> text) {
        return question.wrt().stream().map(text).toList();
    }

    /** The precision's type. */
    String type() {
        return question.precision().equals("f32") ? "float" : "double";
    }

    /** The entries in the precision, as Java writes them. */
    String numbers(Tensor x) {
        return Value.literals(x.entries(), type().equals("float"));
    }
}
