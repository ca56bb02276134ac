package org.equicert.function;

import org.equicert.number.Algebra;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;

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

    /** Whether there is a value at a point, as doubles see it: finite numbers, on no kink, inside the domain. */
    default boolean isDefinedAt(Point point) {
        if (!point.arguments().arrays().values().stream()
                .allMatch(array -> array.entries().stream().allMatch(Double::isFinite))) {
            return false;
        }
        try {
            apply(new Doubles(), point.arguments(), point.parameters());
            return true;
        } catch (Undecided outside) {
            return false;
        }
    }
}
