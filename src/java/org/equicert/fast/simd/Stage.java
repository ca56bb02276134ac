package org.equicert.fast.simd;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.equicert.fast.simd.Layout.Line;

/** The part of an operand that is on the heap: read when a kernel needs it, and once for as long as it is the same. */
final class Stage<V> {
    /** Copies a line of entries in one of the two directions. */
    @FunctionalInterface
    private interface Copy<V> {
        void line(MemorySegment segment, long at, long apart, int n, V array, int o, int step);
    }

    private final Format<V> format;
    private final MemorySegment segment;
    private final V array;
    private List<Line> lines = List.of();
    private long at;

    /** @param size the entries of the largest part */
    Stage(Format<V> format, MemorySegment segment, long size) {
        this.format = format;
        this.segment = segment;
        this.array = format.array(Math.toIntExact(size));
    }

    V array() {
        return array;
    }

    /** Whether it holds the part that begins there. */
    boolean holds(long from, Layout layout) {
        return from == at && layout.lines().equals(lines);
    }

    /** Holds the part that begins there, and no longer the last one. */
    void read(long from, Layout layout) {
        if (!holds(from, layout)) {
            at = from;
            lines = layout.lines();
            copy(format::read, lines.size() - 1, at, 0);
        }
    }

    /** Writes back what it holds. */
    void write() {
        if (!lines.isEmpty()) {
            copy(format::write, lines.size() - 1, at, 0);
        }
    }

    private void copy(Copy<V> copy, int depth, long from, int o) {
        Line line = lines.get(depth);
        if (depth == 0) {
            copy.line(segment, from, line.apart(), line.extent(), array, o, (int) line.close());
            return;
        }
        for (int i = 0; i < line.extent(); i++) {
            copy(copy, depth - 1, from + i * line.apart(), o + i * (int) line.close());
        }
    }
}
