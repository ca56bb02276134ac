package org.equicert.fast.simd;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Locale;
import java.util.stream.Stream;
import org.equicert.fast.Contraction;
import org.equicert.fast.ShapeException;

/**
 * Contractions of arrays in memory segments: native, mapped or of the heap, in the machine's byte order, aligned or not.
 * Each entry of a result meets its terms in the same order as on the machine of the same format and number of threads: it is
 * the same to the bit, except that the JVM leaves open how it adds up the lanes of a vector, as dot products do. Of an operand
 * only parts of about a mebibyte are copied to the heap, so it may be as large as a contraction's numbers permit.
 *
 * <p>Contractions only: what else a {@link org.equicert.fast.Machine} does, it does on the heap.
 */
public final class OffHeap {
    /** What a part of an operand takes on the heap: a cache holds it, and reading it is little of a product's work on it. */
    private static final int ROOM_BYTES = 1 << 20;

    private static final int CACHE_LINE_BYTES = 64;
    private static final double GIBIBYTE = 0x1p30;

    private final Format<?> format;
    private final int threads;
    private final long room;

    /** @param room see {@link Pieces} */
    OffHeap(Format<?> format, int threads, long room) {
        this.format = format;
        this.threads = threads;
        this.room = room;
    }

    /**
     * Of doubles.
     *
     * @param threads how many at the most; segments that one thread alone may use are worked on by that thread
     */
    public static OffHeap ofDoubles(int threads) {
        return new OffHeap(new DoubleFormat(), threads, ROOM_BYTES / Double.BYTES);
    }

    /** Of floats, likewise. */
    public static OffHeap ofFloats(int threads) {
        return new OffHeap(new FloatFormat(), threads, ROOM_BYTES / Float.BYTES);
    }

    /**
     * The result, in a new segment.
     *
     * @throws ShapeException if an operand is not of the contraction's length or cannot be read by this thread, or the arena
     *     is closed or has no room for the result
     */
    public MemorySegment contract(Contraction f, MemorySegment a, MemorySegment b, Arena arena) {
        check("a", a, f.a());
        check("b", b, f.b());
        MemorySegment c = result(f, arena);
        contract(f, a, b, c);
        return c;
    }

    /**
     * Writes the result over what c holds.
     *
     * @throws ShapeException if a segment is not of the contraction's length or cannot be used by this thread, or c shares
     *     memory with an operand
     */
    public void contract(Contraction f, MemorySegment a, MemorySegment b, MemorySegment c) {
        check("a", a, f.a());
        check("b", b, f.b());
        check("c", c, f.c());
        if (c.isReadOnly()) {
            throw new ShapeException("c of " + f.c() + " entries lies in a segment that can only be read");
        }
        apart("a", a, f.a(), c, f.c());
        apart("b", b, f.b(), c, f.c());
        c.fill((byte) 0);
        run(format, f, a, b, c);
    }

    private <V> void run(Format<V> format, Contraction f, MemorySegment a, MemorySegment b, MemorySegment c) {
        boolean exchange = Schedule.wantsExchange(f);
        MemorySegment left = exchange ? b : a;
        MemorySegment right = exchange ? a : b;
        boolean shared = threads > 1 && Stream.of(a, b, c).allMatch(OffHeap::isShared);
        Schedule.of(exchange ? f.exchanged() : f, format.lanes())
                .share(shared ? threads : 1, part -> new Pieces<>(format, part, room, left, right, c).run());
    }

    /** Whether any thread may use it, one that is yet to be started too. */
    private static boolean isShared(MemorySegment x) {
        return x.isAccessibleBy(Thread.ofVirtual().unstarted(() -> {}));
    }

    private void check(String name, MemorySegment x, int entries) {
        String operand = name + " of " + entries + " entries ";
        if (!x.scope().isAlive()) {
            throw new ShapeException(operand + "lies in an arena that is closed");
        }
        if (!x.isAccessibleBy(Thread.currentThread())) {
            throw new ShapeException(operand + "lies in an arena that only the thread that opened it may use");
        }
        long bytes = (long) entries * format.bytes();
        if (x.byteSize() != bytes) {
            throw new ShapeException(operand + "takes " + bytes + " bytes; its segment has " + x.byteSize());
        }
    }

    private static void apart(String name, MemorySegment x, int entries, MemorySegment c, int result) {
        if (c.asOverlappingSlice(x).isPresent()) {
            throw new ShapeException("c of " + result + " entries shares memory with " + name + " of " + entries
                    + " entries, which has to stay as it is until it is read");
        }
    }

    private MemorySegment result(Contraction f, Arena arena) {
        long bytes = (long) f.c() * format.bytes();
        try {
            return arena.allocate(bytes, CACHE_LINE_BYTES);
        } catch (OutOfMemoryError e) {
            throw new ShapeException(String.format(
                    Locale.ROOT,
                    "a result of %d entries from operands of %d and %d needs %.2f GiB of memory outside the heap, which"
                            + " is not there, or not allowed by -XX:MaxDirectMemorySize",
                    f.c(),
                    f.a(),
                    f.b(),
                    bytes / GIBIBYTE));
        } catch (IllegalStateException | WrongThreadException e) {
            throw new ShapeException(
                    "a result of " + f.c() + " entries finds no room: its arena is closed, or another" + " thread's");
        }
    }
}
