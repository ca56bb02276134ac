package org.equicert.bench.race;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.bench.race.Contestant.Checksum;

/** Fused multiply-adds on registers alone: as many as the vector unit can do, with no memory in its way. */
final class Peak {
    private static final VectorSpecies<Double> SPECIES = DoubleVector.SPECIES_PREFERRED;

    /** So many sums that do not wait for one another hide the latency of any unit. */
    private static final int SUMS = 12;

    /** So many that a second thread is awake for nearly all of them. */
    private static final int STEPS = 2_000_000;

    private Peak() {}

    /** @param bits 64 or 32; of narrower numbers a vector holds more, at the same rate of operations */
    static Contestant of(int bits, int threads) {
        double work = 2.0 * SUMS * SPECIES.vectorBitSize() / bits * STEPS * threads;
        return new InProcess<>(
                "peak",
                work,
                () -> IntStream.range(0, threads)
                        .parallel()
                        .mapToDouble(Peak::steps)
                        .sum(),
                sum -> Checksum.NONE);
    }

    /**
     * The sums begin apart, lest the compiler takes them for one; each is the addend, which the instruction overwrites in its
     * place: any other operand is copied first.
     */
    private static double steps(int seed) {
        DoubleVector a = DoubleVector.broadcast(SPECIES, 1 + seed);
        DoubleVector b = DoubleVector.broadcast(SPECIES, 0.5);
        DoubleVector c0 = a;
        DoubleVector c1 = a.add(1);
        DoubleVector c2 = a.add(2);
        DoubleVector c3 = a.add(3);
        DoubleVector c4 = a.add(4);
        DoubleVector c5 = a.add(5);
        DoubleVector c6 = a.add(6);
        DoubleVector c7 = a.add(7);
        DoubleVector c8 = a.add(8);
        DoubleVector c9 = a.add(9);
        DoubleVector c10 = a.add(10);
        DoubleVector c11 = a.add(11);
        for (int i = 0; i < STEPS; i++) {
            c0 = a.fma(b, c0);
            c1 = a.fma(b, c1);
            c2 = a.fma(b, c2);
            c3 = a.fma(b, c3);
            c4 = a.fma(b, c4);
            c5 = a.fma(b, c5);
            c6 = a.fma(b, c6);
            c7 = a.fma(b, c7);
            c8 = a.fma(b, c8);
            c9 = a.fma(b, c9);
            c10 = a.fma(b, c10);
            c11 = a.fma(b, c11);
        }
        return c0.add(c1)
                .add(c2)
                .add(c3)
                .add(c4)
                .add(c5)
                .add(c6)
                .add(c7)
                .add(c8)
                .add(c9)
                .add(c10)
                .add(c11)
                .reduceLanes(VectorOperators.ADD);
    }
}
