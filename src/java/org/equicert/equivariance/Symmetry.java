package org.equicert.equivariance;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import java.util.function.Predicate;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Point;
import org.equicert.number.Algebra;
import org.equicert.number.Doubles;

/**
 * A discrete symmetry: f(P·θ) = f(θ) for a P that permutes the entries of θ and may change signs, with P² = I, so that
 * Pᵀ = P. At its fixed points Pᵀ∇L = ∇L and Pᵀ∇²L P = ∇²L (T.Eq8, T.Eq9: T.Thm2 for a linear φ); P is a mirror I − 2·O·Oᵀ
 * (T.Cor4).
 *
 * @param name unique among the symmetries of a function
 * @param text P in one line
 * @param parts what becomes of the arguments that move
 * @param applies whether the statement holds at points with these parameters and shapes
 */
public record Symmetry(String name, String text, List<Part> parts, Predicate<Point> applies) {
    private static final Doubles DOUBLES = new Doubles();

    /** What becomes of an argument: entry o is entry {@code source} of what it was, negated or not. */
    record Part(String argument, Source source, Negated negated) {
        /** Entries that change places, without signs. */
        static Part moved(String argument, Source source) {
            return new Part(argument, source, (shape, o) -> false);
        }

        /** Entries with another sign, in their places. */
        static Part negated(String argument, Negated negated) {
            return new Part(argument, (shape, o, at) -> o, negated);
        }

        private <E> Array<E> of(Algebra<E> algebra, Array<E> x, Point at) {
            return Array.build(x.shape(), o -> {
                E entry = x.get(source.of(x.shape(), o, at));
                return negated.at(x.shape(), o) ? algebra.negate(entry) : entry;
            });
        }
    }

    /** Where entry o of an array comes from. */
    @FunctionalInterface
    interface Source {
        int of(List<Integer> shape, int o, Point at);

        /** Entries 0 and 1 along an axis change places, and all else that has these indices with them. */
        static Source swapped(int axis) {
            return (shape, o, at) -> along(axis, shape, o, i -> i < 2 ? 1 - i : i);
        }
    }

    /** Whether entry o of an array changes its sign. */
    @FunctionalInterface
    interface Negated {
        boolean at(List<Integer> shape, int o);

        /** Whatever has index 0 along an axis. */
        static Negated first(int axis) {
            return (shape, o) -> Array.index(o, shape)[axis] == 0;
        }
    }

    /** The offset of the entry whose index along an axis is another one. */
    static int along(int axis, List<Integer> shape, int o, IntUnaryOperator other) {
        int step = Array.size(shape.subList(axis + 1, shape.size()));
        int i = o / step % shape.get(axis);
        return o + (other.applyAsInt(i) - i) * step;
    }

    /** P·θ, the other arguments as they were. */
    public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, Point at) {
        Arguments<E> moved = in;
        for (Part part : parts) {
            moved = moved.with(part.argument, part.of(algebra, in.get(part.argument), at));
        }
        return moved;
    }

    /** P·v for a v ∈ Rᵖ, the arguments {@code wrt} one after the other. */
    public <E> List<E> apply(Algebra<E> algebra, List<E> v, List<String> wrt, Point at) {
        Arguments<E> shaped = at.arguments().<E>map(x -> algebra.zero()).withTheta(wrt, v);
        return apply(algebra, shaped, at).flatten(wrt);
    }

    /** The nearest fixed point, (θ + P·θ)/2: one more bit than θ has, at most. */
    public Point fixed(Point point) {
        Arguments<Double> moved = apply(DOUBLES, point.arguments(), point);
        Arguments<Double> fixed = point.arguments();
        for (Part part : parts) {
            Array<Double> x = point.arguments().get(part.argument);
            fixed = fixed.with(part.argument, x.zip(moved.get(part.argument), (a, b) -> (a + b) / 2));
        }
        return new Point(point.parameters(), fixed);
    }

    /** Whether P·θ = θ (T.Def3) where the symmetry applies; 0 and −0 are equal. */
    public boolean fixes(Point point) {
        if (!applies.test(point)) {
            return false;
        }
        Arguments<Double> moved = apply(DOUBLES, point.arguments(), point);
        return parts.stream().allMatch(part -> {
            Array<Double> x = point.arguments().get(part.argument);
            return !x.zip(moved.get(part.argument), (a, b) -> a.doubleValue() == b)
                    .entries()
                    .contains(false);
        });
    }

    /** A symmetry that swaps entries 0 and 1 along these axes, where there are two. */
    static Symmetry swap(String name, Axis... axes) {
        Axis first = axes[0];
        return new Symmetry(
                name,
                "entries 0 and 1 of " + text(axes) + " change places",
                Arrays.stream(axes)
                        .map(axis -> Part.moved(axis.argument, Source.swapped(axis.number)))
                        .toList(),
                at -> at.arguments().get(first.argument).dimension(first.number) > 1);
    }

    /** A symmetry that negates whatever has index 0 along these axes. */
    static Symmetry flip(String name, Axis... axes) {
        return new Symmetry(
                name,
                "entry 0 of " + text(axes) + " is negated",
                Arrays.stream(axes)
                        .map(axis -> Part.negated(axis.argument, Negated.first(axis.number)))
                        .toList(),
                at -> true);
    }

    private static String text(Axis... axes) {
        return String.join(
                ", ",
                Arrays.stream(axes)
                        .map(axis -> axis.argument + " along axis " + axis.number)
                        .toList());
    }

    /** An axis of an argument, from 0. */
    record Axis(String argument, int number) {}
}
