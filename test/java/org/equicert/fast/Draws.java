package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;

/** What the properties draw: dimensions about the vector width, shapes within a budget, small integers. */
final class Draws {
    private static final int F64 = DoubleVector.SPECIES_PREFERRED.length();
    private static final int F32 = FloatVector.SPECIES_PREFERRED.length();

    private Draws() {}

    /** The machines under test: each precision, on one thread and on several. */
    static List<Machine<?>> machines() {
        return List.of(new DoubleMachine(), new FloatMachine(), new DoubleMachine(3), new FloatMachine(3));
    }

    /** 1, primes, powers of two, the vector widths and what lies beside them, up to about 40. */
    static Arbitrary<Integer> dimensions() {
        return Arbitraries.of(Stream.of(
                        1, 2, 3, 4, 5, 7, 11, 13, 31, 37, 40, F64 - 1, F64, F64 + 1, F32 - 1, F32, F32 + 1, 3 * F64 + 1)
                .filter(n -> n > 0)
                .distinct()
                .sorted()
                .toList());
    }

    static Arbitrary<Bilinear.Product> products(int most) {
        return Combinators.combine(dimensions(), dimensions(), dimensions())
                .as((n, k, m) -> within(most, List.of(n, k, m)))
                .map(d -> new Bilinear.Product(d.get(0), d.get(1), d.get(2)));
    }

    /** Compositions of an A of order 1 to 6 in any slot with a B of order 1 to 6, of at most so many terms. */
    static Arbitrary<Bilinear.Composition> compositions(int most) {
        return Arbitraries.integers()
                .between(0, 5)
                .flatMap(others -> Arbitraries.integers()
                        .between(0, others)
                        .flatMap(before -> Arbitraries.integers()
                                .between(0, 5)
                                .flatMap(filled -> dimensions()
                                        .list()
                                        .ofSize(others + filled + 1)
                                        .map(d -> composition(within(most, d), before, others)))));
    }

    private static Bilinear.Composition composition(List<Integer> d, int before, int others) {
        return new Bilinear.Composition(
                d.subList(1, 1 + before),
                d.getFirst(),
                d.subList(1 + before, 1 + others),
                d.subList(1 + others, d.size()));
    }

    /** The dimensions, those at hand made smaller from the first on while their product is above the most. */
    private static List<Integer> within(int most, List<Integer> dimensions) {
        List<Integer> d = new ArrayList<>(dimensions);
        for (int i = 0; d.stream().mapToLong(x -> x).reduce(1, (x, y) -> x * y) > most; i = (i + 1) % d.size()) {
            d.set(i, (d.get(i) + 1) / 2);
        }
        return List.copyOf(d);
    }

    /** n integers of at most 3 in size, determined by the seed: every partial sum of products is exact in f32. */
    static long[] integers(long seed, int n) {
        var random = new SplittableRandom(seed);
        return LongStream.generate(() -> random.nextInt(-3, 4)).limit(n).toArray();
    }

    static double[] doubles(long... exact) {
        return LongStream.of(exact).asDoubleStream().toArray();
    }
}
