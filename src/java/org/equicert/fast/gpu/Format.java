package org.equicert.fast.gpu;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/** What arrays hold, and to how many bits the factors of a product are rounded before it is taken. */
public enum Format {
    F64("double", Double.BYTES, 0),
    F32("float", Float.BYTES, 0),
    /** f32, with factors of 11 bits */
    TF32("float", Float.BYTES, 13),
    /** f32, with factors of 8 bits */
    BF16("float", Float.BYTES, 16);

    private final String type;
    private final int bytes;
    private final int cut;

    Format(String type, int bytes, int cut) {
        this.type = type;
        this.bytes = bytes;
        this.cut = cut;
    }

    /** What its entries are called in OpenCL and CUDA. */
    String type() {
        return type;
    }

    int bytes() {
        return bytes;
    }

    /** How many of an entry's last bits are rounded away, to nearest, where it is the factor of a contraction's product. */
    int cut() {
        return cut;
    }

    private boolean isDouble() {
        return bytes == Double.BYTES;
    }

    /** x rounded to the entries' type, as a kernel's argument. */
    Object number(double x) {
        if (isDouble()) {
            return x;
        }
        return (float) x;
    }

    /** The entries, rounded to their type. */
    MemorySegment pack(Arena arena, double... entries) {
        if (isDouble()) {
            return arena.allocateFrom(JAVA_DOUBLE, entries);
        }
        MemorySegment memory = arena.allocate(JAVA_FLOAT, entries.length);
        for (int i = 0; i < entries.length; i++) {
            memory.setAtIndex(JAVA_FLOAT, i, (float) entries[i]);
        }
        return memory;
    }

    /** What pack packed. */
    double[] unpack(MemorySegment memory) {
        if (isDouble()) {
            return memory.toArray(JAVA_DOUBLE);
        }
        float[] floats = memory.toArray(JAVA_FLOAT);
        double[] entries = new double[floats.length];
        for (int i = 0; i < entries.length; i++) {
            entries[i] = floats[i];
        }
        return entries;
    }
}
