package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/** Functions of one vector: sums, products, extremes, norms, and what runs along it. A row is a name, what it is, and how. */
public final class Vectors {
    private static final Range REAL = Range.REAL;
    /** Products of eight and their derivatives fit in single precision. */
    private static final Range FACTOR = REAL.upTo(8);
    /** Powers e^x and their sums fit. */
    private static final Range EXPONENT = REAL.upTo(32);

    private static final Set<Capability> ORDER = Set.of(Capability.ORDER);
    private static final Set<Capability> DIVISION = Set.of(Capability.DIVISION);
    private static final Set<Capability> ELEMENTARY = Set.of(Capability.ELEMENTARY);

    /** In the order of reports. */
    static final List<Definition> ALL = List.of(
            vector(
                    "cumulative_logsumexp",
                    "log of the sum of exp x[j] over j ≤ i, (n)",
                    ELEMENTARY,
                    Stability.ROWWISE,
                    EXPONENT,
                    1,
                    Vectors::cumulativeLogSumExp),
            vector(
                    "cumulative_max",
                    "greatest of x[j] over j ≤ i, (n)",
                    ORDER,
                    Stability.COMPONENTWISE,
                    REAL,
                    1,
                    Vectors::cumulativeMax),
            vector(
                    "cumulative_prod",
                    "product of x[j] over j ≤ i, (n)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    FACTOR,
                    1,
                    Vectors::cumulativeProduct),
            vector(
                    "cumulative_sum",
                    "sum of x[j] over j ≤ i, (n)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    REAL,
                    1,
                    Vectors::cumulativeSum),
            vector(
                    "diff",
                    "x[i + 1] - x[i], (n - 1)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    REAL,
                    2,
                    Vectors::differences),
            vector(
                    "LogSoftmax",
                    "x[i] - log of the sum of exp x[j], (n)",
                    ELEMENTARY,
                    Stability.ROWWISE,
                    EXPONENT,
                    1,
                    Vectors::logSoftmax),
            vector("max", "greatest of x[i], scalar", ORDER, Stability.COMPONENTWISE, REAL, 1, Vectors::maximum),
            vector("mean", "sum of x[i] over n, scalar", DIVISION, Stability.COMPONENTWISE, REAL, 1, Vectors::mean),
            vector(
                    "median",
                    "the middle one of x (n odd), scalar",
                    ORDER,
                    Stability.COMPONENTWISE,
                    REAL,
                    1,
                    Vectors::median),
            vector("min", "least of x[i], scalar", ORDER, Stability.COMPONENTWISE, REAL, 1, Vectors::minimum),
            vector(
                    "norm.3",
                    "cube root of the sum of |x[i]|^3, scalar",
                    Set.of(Capability.ORDER, Capability.DIVISION, Capability.ELEMENTARY),
                    Stability.COMPONENTWISE,
                    REAL.upTo(0x1p8),
                    1,
                    Vectors::cubicNorm),
            vector(
                    "norm.inf",
                    "greatest of |x[i]|, scalar",
                    ORDER,
                    Stability.COMPONENTWISE,
                    REAL,
                    1,
                    Vectors::greatestNorm),
            vector("prod", "product of x[i], scalar", Set.of(), Stability.COMPONENTWISE, FACTOR, 1, Vectors::product),
            vector("ReduceL1", "sum of |x[i]|, scalar", ORDER, Stability.COMPONENTWISE, REAL, 1, Vectors::sumOfSizes),
            vector(
                    "ReduceLogSum",
                    "log of the sum of x[i], scalar",
                    ELEMENTARY,
                    Stability.COMPONENTWISE,
                    Range.POSITIVE,
                    1,
                    Vectors::logSum),
            vector(
                    "ReduceSumSquare",
                    "sum of x[i]^2, scalar",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    REAL,
                    1,
                    Vectors::sumOfSquares),
            vector(
                    "Softmin",
                    "exp(-x[i]) over the sum of exp(-x[j]), (n)",
                    Set.of(Capability.DIVISION, Capability.ELEMENTARY),
                    Stability.ROWWISE,
                    EXPONENT,
                    1,
                    Vectors::softmin),
            vector("sort", "x in ascending order, (n)", ORDER, Stability.COMPONENTWISE, REAL, 1, Vectors::sorted),
            vector(
                    "std",
                    "square root of the sum of (x[i] - mean)^2 over n - 1, scalar",
                    Set.of(Capability.DIVISION, Capability.ROOT),
                    Stability.ROWWISE,
                    REAL.upTo(0x1p8),
                    2,
                    Vectors::deviation),
            vector("sum", "sum of x[i], scalar", Set.of(), Stability.COMPONENTWISE, REAL, 1, Vectors::sum),
            vector(
                    "trapezoid",
                    "sum of (x[i] + x[i + 1]) / 2, scalar",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    REAL,
                    2,
                    Vectors::trapezoid));

    private Vectors() {}

    /** n is odd, and at least so many. */
    private static Definition vector(
            String name,
            String text,
            Set<Capability> needs,
            Stability stability,
            Range range,
            int least,
            Formula formula) {
        return new Definition(
                name,
                "x (n) -> " + text,
                needs,
                stability,
                List.of("x"),
                formula,
                (size, random) -> Draw.defined(
                        formula,
                        () -> new Point(
                                Parameters.NONE,
                                Arguments.of("x", range.array(size, random, 2 * Math.max(size, least) - 1)))),
                Optional.empty());
    }

    private static <E> Array<E> sum(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.sum(in.get("x").entries()));
    }

    private static <E> Array<E> product(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(cumulativeProduct(algebra, in, parameters).entries().getLast());
    }

    private static <E> Array<E> mean(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        return Array.scalar(algebra.over(algebra.sum(x), algebra.of((long) x.size())));
    }

    private static <E> Array<E> deviation(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Parameters sample = Parameters.of("correction", 1L);
        return Array.scalar(
                algebra.sqrt(Statistics.VAR.value(algebra, in, sample).item()));
    }

    private static <E> Array<E> maximum(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(cumulativeMax(algebra, in, parameters).entries().getLast());
    }

    private static <E> Array<E> minimum(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(in.get("x").entries().stream().reduce(algebra::min).orElseThrow());
    }

    private static <E> Array<E> cumulativeSum(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        return Array.build(List.of(x.size()), i -> algebra.sum(x.subList(0, i + 1)));
    }

    private static <E> Array<E> cumulativeProduct(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return running(in.get("x").entries(), algebra::times);
    }

    private static <E> Array<E> cumulativeMax(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return running(in.get("x").entries(), algebra::max);
    }

    private static <E> Array<E> running(List<E> x, java.util.function.BinaryOperator<E> combine) {
        List<E> all = new ArrayList<>(x.subList(0, 1));
        for (E next : x.subList(1, x.size())) {
            all.add(combine.apply(all.getLast(), next));
        }
        return Array.vector(all);
    }

    private static <E> Array<E> cumulativeLogSumExp(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> x = in.get("x").entries();
        return Array.build(List.of(x.size()), i -> Reductions.logSumExp(algebra, x.subList(0, i + 1)));
    }

    private static <E> Array<E> differences(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        return Array.build(List.of(x.size() - 1), i -> algebra.minus(x.get(i + 1), x.get(i)));
    }

    private static <E> Array<E> trapezoid(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        List<E> areas = new ArrayList<>();
        for (int i = 0; i + 1 < x.size(); i++) {
            areas.add(algebra.times(algebra.of(0.5), algebra.plus(x.get(i), x.get(i + 1))));
        }
        return Array.scalar(algebra.sum(areas));
    }

    private static <E> Array<E> sumOfSizes(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.sum(in.get("x").map(algebra::abs).entries()));
    }

    private static <E> Array<E> sumOfSquares(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(
                Products.dot(algebra, in.get("x").entries(), in.get("x").entries()));
    }

    private static <E> Array<E> cubicNorm(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> cubes = in.get("x").map(x -> algebra.power(algebra.abs(x), 3)).entries();
        return Array.scalar(algebra.pow(algebra.sum(cubes), algebra.over(algebra.one(), algebra.of(3L))));
    }

    private static <E> Array<E> greatestNorm(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return maximum(algebra, in.with("x", in.get("x").map(algebra::abs)), parameters);
    }

    private static <E> Array<E> logSum(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.log(algebra.sum(in.get("x").entries())));
    }

    private static <E> Array<E> logSoftmax(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        E total = Reductions.logSumExp(algebra, in.get("x").entries());
        return in.get("x").map(x -> algebra.minus(x, total));
    }

    private static <E> Array<E> softmin(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> powers = in.get("x").map(x -> algebra.exp(algebra.negate(x)));
        E total = algebra.sum(powers.entries());
        return powers.map(power -> algebra.over(power, total));
    }

    /** By insertion; of entries that are or may be equal neither comes first. */
    private static <E> Array<E> sorted(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> sorted = new ArrayList<>();
        for (E x : in.get("x").entries()) {
            int at = 0;
            while (at < sorted.size() && isAbove(algebra, x, sorted.get(at))) {
                at++;
            }
            sorted.add(at, x);
        }
        return Array.vector(sorted);
    }

    private static <E> boolean isAbove(Algebra<E> algebra, E x, E y) {
        return switch (algebra.sign(algebra.minus(x, y))) {
            case POSITIVE -> true;
            case NEGATIVE -> false;
            case ZERO, UNKNOWN -> throw Algebra.kink("sort");
        };
    }

    private static <E> Array<E> median(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> sorted = sorted(algebra, in, parameters);
        return Array.scalar(sorted.get(sorted.size() / 2));
    }
}
