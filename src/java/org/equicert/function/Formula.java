package org.equicert.function;

import org.equicert.number.Algebra;

/** What a function is: its value as an array, written once over any algebra that has what it needs. */
@FunctionalInterface
public interface Formula {
    /**
     * The value.
     *
     * @param algebra the numbers to compute with
     * @param in the arguments, shapes as the function's documentation states
     * @param parameters the function's exact parameters
     */
    <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters);
}
