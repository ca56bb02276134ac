package org.equicert.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Determinant, its logarithm, inverse and linear systems, all by {@link Elimination}. */
public final class LinearAlgebra {
    /** linalg.det: x (n, n) ↦ det x, a scalar. */
    public static final Definition DET =
            square("linalg.det", "x (n, n) -> det x, scalar", Set.of(Capability.DIVISION), LinearAlgebra::determinant);

    /** linalg.slogdet: x (n, n) ↦ log |det x|, a scalar: the second of the pair that libraries return. */
    public static final Definition SLOGDET = square(
            "linalg.slogdet",
            "x (n, n) -> log |det x|, scalar",
            Set.of(Capability.DIVISION, Capability.ORDER, Capability.ELEMENTARY),
            LinearAlgebra::logAbsDeterminant);

    /** linalg.inv: x (n, n) ↦ x⁻¹ (n, n). */
    public static final Definition INV = square(
            "linalg.inv", "x (n, n) -> inverse of x, (n, n)", Set.of(Capability.DIVISION), LinearAlgebra::inverse);

    /** linalg.solve: x1 (n, n), x2 (n, m) ↦ x1⁻¹·x2 (n, m). */
    public static final Definition SOLVE = new Definition(
            "linalg.solve",
            "x1 (n, n), x2 (n, m) -> y with x1·y = x2, (n, m)",
            Set.of(Capability.DIVISION),
            Stability.NORMWISE,
            List.of("x1", "x2"),
            LinearAlgebra::solve,
            LinearAlgebra::solvePoint,
            Optional.empty());

    private LinearAlgebra() {}

    private static Definition square(String name, String text, Set<Capability> needs, Formula formula) {
        return new Definition(
                name,
                text,
                needs,
                Stability.NORMWISE,
                List.of("x"),
                formula,
                (size, random) -> new Point(Parameters.NONE, Arguments.of("x", Draw.invertible(size, random))),
                Optional.empty());
    }

    private static <E> Array<E> determinant(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(Elimination.determinant(algebra, in.get("x")));
    }

    private static <E> Array<E> logAbsDeterminant(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(Elimination.logAbsDeterminant(algebra, in.get("x")));
    }

    private static <E> Array<E> inverse(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.inverse(algebra, in.get("x"));
    }

    private static <E> Array<E> solve(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.solve(algebra, in.get("x1"), in.get("x2"));
    }

    private static Point solvePoint(int size, RandomGenerator random) {
        int m = Draw.between(1, Math.max(1, size - 1), random);
        return new Point(
                Parameters.NONE,
                Arguments.of("x1", Draw.invertible(size, random)).with("x2", Draw.array(random, size, m)));
    }
}
