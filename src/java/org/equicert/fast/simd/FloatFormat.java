package org.equicert.fast.simd;

import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;

import java.lang.foreign.MemorySegment;
import java.util.List;
import jdk.incubator.vector.FloatVector;

/** Entries of float. */
final class FloatFormat implements Format<float[]> {
    @Override
    public int bytes() {
        return Float.BYTES;
    }

    @Override
    public int lanes() {
        return FloatVector.SPECIES_PREFERRED.length();
    }

    @Override
    public List<Integer> grain(Schedule schedule) {
        return schedule.isProduct() ? FloatProduct.GRAIN : FloatLine.GRAIN;
    }

    @Override
    public Schedule.Kernel kernel(Schedule schedule, float[] a, float[] b, float[] c) {
        return FloatMachine.kernel(schedule, a, b, c);
    }

    @Override
    public float[] array(int entries) {
        return new float[entries];
    }

    @Override
    public void read(MemorySegment from, long at, long apart, int n, float[] to, int o, int step) {
        if (apart == 1 && step == 1) {
            MemorySegment.copy(from, JAVA_FLOAT_UNALIGNED, at * Float.BYTES, to, o, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            to[o + i * step] = from.get(JAVA_FLOAT_UNALIGNED, (at + i * apart) * Float.BYTES);
        }
    }

    @Override
    public void write(MemorySegment to, long at, long apart, int n, float[] from, int o, int step) {
        if (apart == 1 && step == 1) {
            MemorySegment.copy(from, o, to, JAVA_FLOAT_UNALIGNED, at * Float.BYTES, n);
            return;
        }
        for (int i = 0; i < n; i++) {
            to.set(JAVA_FLOAT_UNALIGNED, (at + i * apart) * Float.BYTES, from[o + i * step]);
        }
    }
}
