package org.equicert.fault;

import java.util.function.UnaryOperator;
import org.equicert.number.Algebra;

/** What a differentiating implementation computes with at each level; a fault puts wrong numbers in the place of right ones. */
interface Rules {
    /** No fault. */
    Rules RIGHT = new Rules() {};

    /** How a level differentiates. */
    enum Sweep {
        FORWARD,
        REVERSE
    }

    /**
     * The numbers of one level of differentiation.
     *
     * @param value a number without this level's derivatives
     * @param plain a number without any level's derivatives
     */
    default <E> Algebra<E> differentiating(
            Sweep sweep, Algebra<E> numbers, UnaryOperator<E> value, UnaryOperator<E> plain) {
        return numbers;
    }

    /** The numbers that the function itself is computed with. */
    default <E> Algebra<E> computing(Algebra<E> numbers) {
        return numbers;
    }
}
