package org.equicert.oracle;

import java.util.List;
import org.equicert.derivative.Adjoints;
import org.equicert.derivative.Derivatives;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Algebra;

/** What a question asks for, computed from the catalogue's definition over any algebra. */
final class Quantities {
    private Quantities() {}

    /**
     * The true answer to {@code question}, if the arguments are {@code in}.
     *
     * @param in the question's inputs in the algebra, perhaps moved
     */
    static <E> Array<E> of(Algebra<E> algebra, Definition f, Question question, Arguments<E> in) {
        Derivatives<E> at = new Derivatives<>(algebra, f, question.parameters(), in);
        return switch (question.quantity()) {
            case VALUE -> at.value();
            case GRADIENT, VJP -> at.gradient(cotangent(algebra, question));
            case HESSIAN -> at.hessian(cotangent(algebra, question));
            case JVP -> at.jvp(tangent(algebra, question));
            case HVP -> at.hvp(cotangent(algebra, question), tangent(algebra, question));
        };
    }

    /** The same, gradients and Hessians by reverse mode: fewer operations, in another order. */
    static <E> Array<E> inReverse(Algebra<E> algebra, Definition f, Question question, Arguments<E> in) {
        Adjoints<E> at = new Adjoints<>(algebra, f, question.parameters(), in);
        return switch (question.quantity()) {
            case VALUE, JVP -> of(algebra, f, question, in);
            case GRADIENT, VJP -> at.gradient(cotangent(algebra, question));
            case HESSIAN -> at.hessian(cotangent(algebra, question));
            case HVP -> at.hvp(cotangent(algebra, question), tangent(algebra, question));
        };
    }

    private static <E> Array<E> cotangent(Algebra<E> algebra, Question question) {
        return question.cotangent()
                .orElseThrow(() -> new IllegalArgumentException(question.id() + " has no cotangent"))
                .map(algebra::of);
    }

    private static <E> List<E> tangent(Algebra<E> algebra, Question question) {
        return question.tangent()
                .orElseThrow(() -> new IllegalArgumentException(question.id() + " has no tangent"))
                .<E>map(algebra::of)
                .entries();
    }
}
