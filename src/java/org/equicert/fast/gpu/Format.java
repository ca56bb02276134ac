package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** The floating-point formats that the kernels are compiled for. */
public enum Format {
    F64("double", Double.BYTES) {
        @Override
        Object number(double x) {
            return x;
        }

        @Override
        MemorySegment pack(Arena arena, double... entries) {
            return arena.allocateFrom(JAVA_DOUBLE, entries);
        }

        @Override
        double[] unpack(MemorySegment memory) {
            return memory.toArray(JAVA_DOUBLE);
        }
    },
    F32("float", Float.BYTES) {
        @Override
        Object number(double x) {
            return (float) x;
        }

        @Override
        MemorySegment pack(Arena arena, double... entries) {
            MemorySegment memory = arena.allocate(JAVA_FLOAT, entries.length);
            for (int i = 0; i < entries.length; i++) {
                memory.setAtIndex(JAVA_FLOAT, i, (float) entries[i]);
            }
            return memory;
        }

        @Override
        double[] unpack(MemorySegment memory) {
            float[] floats = memory.toArray(JAVA_FLOAT);
            double[] entries = new double[floats.length];
            for (int i = 0; i < entries.length; i++) {
                entries[i] = floats[i];
            }
            return entries;
        }
    };

    private final String type;
    private final int bytes;

    Format(String type, int bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    /** Its name in OpenCL and CUDA. */
    String type() {
        return type;
    }

    int bytes() {
        return bytes;
    }

    /** x rounded to the format, as a kernel's argument. */
    abstract Object number(double x);

    /** The entries, rounded to the format. */
    abstract MemorySegment pack(Arena arena, double... entries);

    /** What pack packed. */
    abstract double[] unpack(MemorySegment memory);
}
