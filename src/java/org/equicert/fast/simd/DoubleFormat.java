package org.equicert.fast.simd;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;
import jdk.incubator.vector.DoubleVector;

/** Entries of double. */
final class DoubleFormat implements Format<double[]> {
    @Override
    public int bytes() {
        return Double.BYTES;
    }

    @Override
    public int lanes() {
        return DoubleVector.SPECIES_PREFERRED.length();
    }

    @Override
    public List<Integer> grain(Schedule schedule) {
        return schedule.isProduct() ? DoubleProduct.GRAIN : DoubleLine.GRAIN;
    }

    @Override
    public Schedule.Kernel kernel(Schedule schedule, double[] a, double[] b, double[] c) {
        return DoubleMachine.kernel(schedule, a, b, c);
    }

    @Override
    public double[] array(int entries) {
        return new double[entries];
    }

    @Override
    public void read(MemorySegment from, long at, long apart, int n, double[] to, int o, int step) {
        if (apart == 1 && step == 1) {
            MemorySegment.copy(from, JAVA_DOUBLE_UNALIGNED, at * Double.BYTES, to, o, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            to[o + i * step] = from.get(JAVA_DOUBLE_UNALIGNED, (at + i * apart) * Double.BYTES);
        }
    }

    @Override
    public void write(MemorySegment to, long at, long apart, int n, double[] from, int o, int step) {
        if (apart == 1 && step == 1) {
            MemorySegment.copy(from, o, to, JAVA_DOUBLE_UNALIGNED, at * Double.BYTES, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            to.set(JAVA_DOUBLE_UNALIGNED, (at + i * apart) * Double.BYTES, from[o + i * step]);
        }
    }
}
