package org.equicert.equivariance;

import java.util.Collections;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Algebra;

/** What φ and ψ are put together from: scalings, translations, and matrices acting from the left or the right. */
final class Actions {
    private Actions() {}

    // λ₀

    /** λ₀ = 1 ∈ R. */
    static Function<Point, List<Double>> one() {
        return at -> List.of(1.0);
    }

    /** λ₀ = 0 ∈ R. */
    static Function<Point, List<Double>> zero() {
        return at -> List.of(0.0);
    }

    /** λ₀ = (1, …, 1), one for each row of an argument. */
    static Function<Point, List<Double>> onePerRow(String argument) {
        return at -> Collections.nCopies(at.arguments().get(argument).dimension(0), 1.0);
    }

    /** λ₀ = (0, …, 0), one for each row of an argument. */
    static Function<Point, List<Double>> zeroPerRow(String argument) {
        return at -> Collections.nCopies(at.arguments().get(argument).dimension(0), 0.0);
    }

    /** λ₀ = 0, one for each entry of an argument. */
    static Function<Point, List<Double>> zeroPerEntry(String argument) {
        return at -> Collections.nCopies(at.arguments().get(argument).size(), 0.0);
    }

    /** λ₀ = I, the identity of GL(n), with n a dimension of an argument. */
    static Function<Point, List<Double>> identity(String argument, int dimension) {
        return at -> identity(at.arguments().get(argument).dimension(dimension));
    }

    /** The identity of GL(n), row-major. */
    static List<Double> identity(int n) {
        return IntStream.range(0, n * n)
                .mapToObj(o -> o % (n + 1) == 0 ? 1.0 : 0.0)
                .toList();
    }

    // λ as it is used

    /** λ ∈ R. */
    static <E> E scalar(List<E> lambda) {
        return Array.vector(lambda).item();
    }

    /** λ as the matrix Λ (n, n). */
    static <E> Array<E> square(List<E> lambda) {
        int n = (int) Math.round(Math.sqrt(lambda.size()));
        return new Array<>(List.of(n, n), lambda);
    }

    // φ

    /** The named arguments times λ. */
    static Equivariance.Phi scale(String... names) {
        return new Scale(List.of(names));
    }

    /** The named arguments, matrices or columns, become Λ·argument. */
    static Equivariance.Phi left(String... names) {
        return new Left(List.of(names));
    }

    /** The named argument, a matrix, becomes argument·Λ. */
    static Equivariance.Phi right(String name) {
        return new Right(name);
    }

    /** The named argument plus λ: row i plus λᵢ; a vector's entry i plus λᵢ. */
    static Equivariance.Phi translate(String name) {
        return new Translate(name);
    }

    private record Scale(List<String> names) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Arguments<E> scaled = in;
            for (String name : names) {
                scaled = scaled.with(name, in.get(name).map(x -> algebra.times(scalar(lambda), x)));
            }
            return scaled;
        }
    }

    private record Left(List<String> names) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Arguments<E> moved = in;
            for (String name : names) {
                moved = moved.with(name, Products.multiply(algebra, square(lambda), in.get(name)));
            }
            return moved;
        }
    }

    private record Right(String name) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            return in.with(name, Products.multiply(algebra, in.get(name), square(lambda)));
        }
    }

    private record Translate(String name) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            return in.with(name, rows(in.get(name), lambda, algebra::plus));
        }
    }

    /** Combines each entry of x with the λᵢ of its row i; a vector's entries are its rows. */
    static <E> Array<E> rows(Array<E> x, List<E> lambda, BinaryOperator<E> combine) {
        int width = x.size() / x.dimension(0);
        return Array.build(x.shape(), o -> combine.apply(x.get(o), lambda.get(o / width)));
    }

    // ψ

    /** y: a symmetry. */
    static <E> Array<E> fixed(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y;
    }

    /** λ·y. */
    static <E> Array<E> scaled(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.map(entry -> algebra.times(scalar(lambda), entry));
    }

    /** y/λ. */
    static <E> Array<E> divided(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.map(entry -> algebra.over(entry, scalar(lambda)));
    }

    /** λ²·y. */
    static <E> Array<E> scaledTwice(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.map(entry -> algebra.times(algebra.times(scalar(lambda), scalar(lambda)), entry));
    }

    /** y + λ, for y and λ of one size. */
    static <E> Array<E> translated(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return y.zip(new Array<>(y.shape(), lambda), algebra::plus);
    }

    /** Λ·y. */
    static <E> Array<E> movedLeft(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Products.multiply(algebra, square(lambda), y);
    }

    /** y·Λ. */
    static <E> Array<E> movedRight(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Products.multiply(algebra, y, square(lambda));
    }

    /** Λ⁻¹·y. */
    static <E> Array<E> undoneLeft(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Elimination.solve(algebra, square(lambda), y);
    }

    /** y·Λ⁻¹. */
    static <E> Array<E> undoneRight(Algebra<E> algebra, Array<E> y, List<E> lambda, Point at) {
        return Products.multiply(algebra, y, Elimination.inverse(algebra, square(lambda)));
    }
}
