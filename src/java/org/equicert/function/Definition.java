package org.equicert.function;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/**
 * A function of the catalogue: its definition is the truth that candidates are held against.
 *
 * @param name after the Python array API, then ONNX
 * @param text what it computes, in one line, with the shapes of its arguments
 * @param needs the capabilities that its formula uses
 * @param stability what a stable algorithm for it may do to its inputs
 * @param wrt the arguments that are differentiated; θ ∈ Rᵖ is their entries one after the other, row-major
 * @param formula the definition
 * @param points where it is asked
 * @param composed where the function is an objective L = ℓ∘f: its model f and its loss ℓ
 */
public record Definition(
        String name,
        String text,
        Set<Capability> needs,
        Stability stability,
        List<String> wrt,
        Formula formula,
        Points points,
        Optional<Composed> composed) {

    /**
     * L = ℓ∘f.
     *
     * @param model f, of the same arguments and differentiated by the same ones
     * @param loss ℓ as a formula of the argument {@code y} (the model's value) and the function's own arguments
     */
    public record Composed(Definition model, Formula loss) {}

    /** A generator of points; {@code size} grows from 1 and is a guide to the dimensions. */
    @FunctionalInterface
    public interface Points {
        /** A point of the function's domain whose entries all fit in 24 bits, so that f32 and f64 share it. */
        Point at(int size, RandomGenerator random);
    }

    /**
     * The first point, drawn and then rounded, at which the formula is defined.
     *
     * @throws IllegalStateException if none of very many draws is in the domain
     */
    public Point point(int size, RandomGenerator random, UnaryOperator<Double> rounding) {
        return Draw.defined(formula, () -> points.at(size, random).map(rounding));
    }

    /** The value over any algebra that has what the function needs. */
    public <E> Array<E> value(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return formula.apply(algebra, in, parameters);
    }

    /** Whether every operation is one of a field: values over rationals are then exact. */
    public boolean isRational() {
        return !needs.contains(Capability.ROOT) && !needs.contains(Capability.ELEMENTARY);
    }
}
