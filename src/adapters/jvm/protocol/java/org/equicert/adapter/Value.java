package org.equicert.adapter;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.MemberReferenceTree;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What an expression of an adapter's source is, once its function is applied to a question's arguments. */
sealed interface Value {
    /** A piece of the program; what is not plain is not to be written twice. */
    record Code(String text, boolean plain) implements Value {}

    /** A string. */
    record Word(String text) implements Value {}

    /** A parameter's number. */
    record Figure(Number number) implements Value {}

    /** The arguments and parameters of the function, and the table, all of them maps. */
    enum Role implements Value {
        ARGUMENTS,
        PARAMETERS,
        TABLE
    }

    /** An object of the adapter's own record, by its components. */
    record Instance(ClassTree type, Map<String, Value> components) implements Value {}

    /** A lambda, with what its names stand for. */
    record Lambda(LambdaExpressionTree tree, Map<String, Value> scope) implements Value {}

    /** A method reference likewise. */
    record Reference(MemberReferenceTree tree, Map<String, Value> scope) implements Value {}

    /** As the program has it. */
    static String text(Value value) {
        return switch (value) {
            case Code code -> code.text();
            case Word word -> '"' + word.text() + '"';
            case Figure figure -> literal(figure.number());
            default -> throw new IllegalArgumentException("the adapter hands the library what a program cannot have");
        };
    }

    /** A call of the library. */
    static Code call(Value receiver, String method, List<Value> values) {
        String arguments = values.stream().map(Value::text).collect(Collectors.joining(", ", "(", ")"));
        return new Code(text(receiver) + "." + method + arguments, false);
    }

    /** A number as Java writes it, of its own type. */
    static String literal(Number number) {
        String type = number instanceof Float ? "Float" : "Double";
        double x = number.doubleValue();
        if (Double.isNaN(x)) {
            return type + ".NaN";
        }
        if (Double.isInfinite(x)) {
            return type + (x > 0 ? ".POSITIVE_INFINITY" : ".NEGATIVE_INFINITY");
        }
        return number + (number instanceof Float ? "f" : number instanceof Long ? "L" : "");
    }

    /** Numbers as they stand in an array of doubles, or of floats. */
    static String literals(double[] numbers, boolean single) {
        return Arrays.stream(numbers)
                .mapToObj(x -> single ? literal((float) x) : literal(x))
                .collect(Collectors.joining(", "));
    }
}
