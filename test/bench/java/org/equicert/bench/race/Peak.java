package org.equicert.bench.race;

import java.util.stream.IntStream;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
import org.equicert.bench.race.Contestant.Checksum;

/** Fused multiply-adds on registers alone: as many as the vector unit can do, with no memory in its way. */
final class Peak {
    private static final VectorSpecies<Double> DOUBLES = DoubleVector.SPECIES_PREFERRED;
    private static final VectorSpecies<Float> FLOATS = FloatVector.SPECIES_PREFERRED;

    /** So many sums that do not wait for one another hide the latency of any unit. */
    private static final int SUMS = 12;

    private static final int STEPS = 200_000;

    private Peak() {}

    static Contestant ofDoubles(int threads) {
        double work = 2.0 * SUMS * DOUBLES.length() * STEPS * threads;
        return new InProcess<>(
                "peak",
                work,
                () -> IntStream.range(0, threads).parallel().mapToDouble(Peak::doubles).sum(),
                sum -> Checksum.NONE);
    }

    static Contestant ofFloats(int threads) {
        double work = 2.0 * SUMS * FLOATS.length() * STEPS * threads;
        return new InProcess<>(
                "peak",
                work,
                () -> IntStream.range(0, threads).parallel().mapToDouble(Peak::floats).sum(),
                sum -> Checksum.NONE);
    }

    private static double doubles(int seed) {
        DoubleVector a = DoubleVector.broadcast(DOUBLES, 1 + seed);
        DoubleVector b = DoubleVector.broadcast(DOUBLES, 0.5);
        DoubleVector c0 = a;
        DoubleVector c1 = a;
        DoubleVector c2 = a;
        DoubleVector c3 = a;
        DoubleVector c4 = a;
        DoubleVector c5 = a;
        DoubleVector c6 = a;
        DoubleVector c7 = a;
        DoubleVector c8 = a;
        DoubleVector c9 = a;
        DoubleVector c10 = a;
        DoubleVector c11 = a;
        for (int i = 0; i < STEPS; i++) {
            c0 = c0.fma(b, a);
            c1 = c1.fma(b, a);
            c2 = c2.fma(b, a);
            c3 = c3.fma(b, a);
            c4 = c4.fma(b, a);
            c5 = c5.fma(b, a);
            c6 = c6.fma(b, a);
            c7 = c7.fma(b, a);
            c8 = c8.fma(b, a);
            c9 = c9.fma(b, a);
            c10 = c10.fma(b, a);
            c11 = c11.fma(b, a);
        }
        return c0.add(c1).add(c2).add(c3).add(c4).add(c5).add(c6).add(c7).add(c8).add(c9).add(c10).add(c11)
                .reduceLanes(VectorOperators.ADD);
    }

    private static double floats(int seed) {
        FloatVector a = FloatVector.broadcast(FLOATS, 1 + seed);
        FloatVector b = FloatVector.broadcast(FLOATS, 0.5f);
        FloatVector c0 = a;
        FloatVector c1 = a;
        FloatVector c2 = a;
        FloatVector c3 = a;
        FloatVector c4 = a;
        FloatVector c5 = a;
        FloatVector c6 = a;
        FloatVector c7 = a;
        FloatVector c8 = a;
        FloatVector c9 = a;
        FloatVector c10 = a;
        FloatVector c11 = a;
        for (int i = 0; i < STEPS; i++) {
            c0 = c0.fma(b, a);
            c1 = c1.fma(b, a);
            c2 = c2.fma(b, a);
            c3 = c3.fma(b, a);
            c4 = c4.fma(b, a);
            c5 = c5.fma(b, a);
            c6 = c6.fma(b, a);
            c7 = c7.fma(b, a);
            c8 = c8.fma(b, a);
            c9 = c9.fma(b, a);
            c10 = c10.fma(b, a);
            c11 = c11.fma(b, a);
        }
        return c0.add(c1).add(c2).add(c3).add(c4).add(c5).add(c6).add(c7).add(c8).add(c9).add(c10).add(c11)
                .reduceLanes(VectorOperators.ADD);
    }
}
