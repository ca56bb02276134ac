package org.equicert.fast.simd;

import static java.lang.foreign.ValueLayout.JAVA_DOUBLE_UNALIGNED;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT_UNALIGNED;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.ShapeException;

/**
 * Contractions in memory segments come to what they come to on the heap, bit for bit, however little of them is there at once;
 * and what is written over an array comes to what is written to a new one.
 */
class OffHeapProperties {
    /** Where segments lie. */
    enum Place {
        /** Aligned to nothing. */
        NATIVE_ODD,
        /** At an odd multiple of an entry's size. */
        NATIVE,
        ARRAY,
        BYTES
    }

    @Property(tries = 1000)
    void resultsAreThoseOfTheHeapWhateverTheAxes(
            @ForAll("contractions") Contraction f, @ForAll("rooms") int room, @ForAll Place place, @ForAll long seed) {
        assertSame(f, 1, room, place, seed);
    }

    @Property(tries = 30)
    void resultsAreThoseOfTheHeapWhereBlocksEnd(
            @ForAll("products") Contraction f, @ForAll("rooms") int room, @ForAll Place place, @ForAll long seed) {
        assertSame(f, 1, room, place, seed);
    }

    @Property(tries = 40)
    void resultsAreThoseOfTheHeapWhereTermsAreMany(
            @ForAll("longSums") Contraction f, @ForAll("rooms") int room, @ForAll long seed) {
        assertSame(f, 1, room, Place.NATIVE, seed);
    }

    @Property(tries = 100)
    void resultsAreThoseOfTheHeapWhereAxesOverlap(
            @ForAll("overlapping") Contraction f, @ForAll("rooms") int room, @ForAll long seed) {
        assertSame(f, 1, room, Place.NATIVE, seed);
    }

    @Property(tries = 6)
    void resultsOnSeveralThreadsAreThoseOfTheHeap(@ForAll("large") Contraction f, @ForAll long seed) {
        assertSame(f, 3, 100_000, Place.NATIVE, seed);
    }

    private static void assertSame(Contraction f, int threads, int room, Place place, long seed) {
        boolean dot = isDot(f);
        double[] a = dot ? integers(seed, f.a()) : entries(seed, f.a());
        double[] b = dot ? integers(seed + 1, f.b()) : entries(seed + 1, f.b());
        OffHeap machine = new OffHeap(new DoubleFormat(), threads, room);
        FloatMachine floats = new FloatMachine(threads);
        OffHeap ofFloats = new OffHeap(new FloatFormat(), threads, room);
        DoubleMachine doubles = new DoubleMachine(threads);
        double[] heap = doubles.contract(f, a, b);
        float[] floatHeap = floats.contract(f, floats.of(a), floats.of(b));
        double[] over = entries(seed + 2, f.c());
        doubles.contract(f, a, b, over);
        assertArrayEquals(heap, over);
        float[] floatOver = floats.of(entries(seed + 2, f.c()));
        floats.contract(f, floats.of(a), floats.of(b), floatOver);
        assertArrayEquals(floatHeap, floatOver);
        try (Arena shared = Arena.ofShared();
                Arena confined = Arena.ofConfined()) {
            for (Arena arena : List.of(shared, confined)) {
                MemorySegment c = room(arena, place, 8L * f.c()).fill((byte) -1);
                machine.contract(f, doubles(arena, place, a), doubles(arena, place, b), c);
                assertArrayEquals(heap, c.toArray(JAVA_DOUBLE_UNALIGNED));
                MemorySegment floatC = ofFloats.contract(
                        f, floats(arena, place, floats.of(a)), floats(arena, place, floats.of(b)), arena);
                assertArrayEquals(floatHeap, floatC.toArray(JAVA_FLOAT_UNALIGNED));
            }
        }
    }

    /** In what order the lanes of a vector are added up, the JVM leaves open: these sums are the same in any. */
    private static boolean isDot(Contraction f) {
        Schedule schedule = Schedule.of(f, new DoubleFormat().lanes());
        Axis line = schedule.inner().getLast();
        return !schedule.isProduct() && line.a() == 1 && line.b() == 1 && line.c() == 0;
    }

    private static double[] integers(long seed, int n) {
        return new SplittableRandom(seed).ints(n, -9, 10).asDoubleStream().toArray();
    }

    private static double[] entries(long seed, int n) {
        return new SplittableRandom(seed).doubles(n, -1, 1).toArray();
    }

    private static MemorySegment doubles(Arena arena, Place place, double... entries) {
        MemorySegment segment = room(arena, place, 8L * entries.length);
        MemorySegment.copy(entries, 0, segment, JAVA_DOUBLE_UNALIGNED, 0, entries.length);
        return segment;
    }

    private static MemorySegment floats(Arena arena, Place place, float... entries) {
        MemorySegment segment = room(arena, place, 4L * entries.length);
        MemorySegment.copy(entries, 0, segment, JAVA_FLOAT_UNALIGNED, 0, entries.length);
        return segment;
    }

    private static MemorySegment room(Arena arena, Place place, long bytes) {
        return switch (place) {
            case NATIVE -> arena.allocate(bytes + 24, 64).asSlice(24, bytes);
            case NATIVE_ODD -> arena.allocate(bytes + 13, 64).asSlice(13, bytes);
            case ARRAY -> MemorySegment.ofArray(new long[(int) (bytes / 8) + 1]).asSlice(bytes % 8, bytes);
            case BYTES -> MemorySegment.ofArray(new byte[(int) bytes + 3]).asSlice(3, bytes);
        };
    }

    @Provide
    Arbitrary<Integer> rooms() {
        return Arbitraries.of(1, 40, 3_000, 1_000_000);
    }

    /** Up to six axes, each in any of the operands, which lie in memory in any order, and perhaps apart. */
    @Provide
    Arbitrary<Contraction> contractions() {
        Arbitrary<Integer> extents = Arbitraries.of(1, 2, 3, 4, 5, 7, 8, 9, 16, 17, 31, 40);
        return Combinators.combine(
                        extents.list().ofMaxSize(6),
                        Arbitraries.integers().between(1, 7).list().ofSize(6),
                        Arbitraries.integers().between(1, 3),
                        Arbitraries.randomValue(Random::nextLong))
                .as((all, kinds, apart, seed) -> contraction(within(all), kinds, apart, new Random(seed)));
    }

    private static List<Integer> within(List<Integer> extents) {
        List<Integer> d = new ArrayList<>(extents);
        for (int i = 0; d.stream().mapToLong(x -> x).reduce(1, (x, y) -> x * y) > 30_000; i = (i + 1) % d.size()) {
            d.set(i, (d.get(i) + 1) / 2);
        }
        return d;
    }

    /** @param kinds of each axis a bit for each operand that has it */
    private static Contraction contraction(List<Integer> extents, List<Integer> kinds, int apart, Random random) {
        int[][] strides = new int[3][extents.size()];
        int[] sizes = new int[3];
        for (int operand = 0; operand < 3; operand++) {
            List<Integer> order = new ArrayList<>();
            for (int x = 0; x < extents.size(); x++) {
                if ((kinds.get(x) >> operand & 1) == 1) {
                    order.add(x);
                }
            }
            Collections.shuffle(order, random);
            int size = random.nextBoolean() ? 1 : apart;
            for (int x : order) {
                strides[operand][x] = size;
                size *= extents.get(x);
            }
            sizes[operand] = size;
        }
        List<Axis> axes = new ArrayList<>();
        for (int x = 0; x < extents.size(); x++) {
            axes.add(new Axis(extents.get(x), strides[0][x], strides[1][x], strides[2][x]));
        }
        return new Contraction(sizes[0], sizes[1], sizes[2], axes);
    }

    @Provide
    Arbitrary<Contraction> products() {
        Arbitrary<Contraction> products = Combinators.combine(
                        Arbitraries.of(1, 5, 23, 24, 97, 193),
                        Arbitraries.of(4, 255, 256, 257, 600),
                        Arbitraries.of(1, 7, 119, 121, 481, 961))
                .as(Contraction::product);
        Arbitrary<Contraction> compositions = Combinators.combine(
                        Arbitraries.of(1, 3, 25),
                        Arbitraries.of(5, 31),
                        Arbitraries.of(1, 3, 49),
                        Arbitraries.of(1, 26))
                .as(Contraction::composition);
        return Arbitraries.oneOf(
                products, products.map(Contraction::adjointFirst), products.map(Contraction::exchanged), compositions);
    }

    @Provide
    Arbitrary<Contraction> longSums() {
        return Arbitraries.of(1, 4095, 4096, 4097, 20_001)
                .flatMap(n -> Arbitraries.of(
                        Contraction.inner(n),
                        Contraction.product(3, n, 2),
                        Contraction.product(1, n, 3),
                        Contraction.elementwise(n)));
    }

    /** Windows that slide, along one dimension or two, over several channels, and their adjoints. */
    @Provide
    Arbitrary<Contraction> overlapping() {
        Arbitrary<Contraction> plain = Combinators.combine(Arbitraries.of(9, 40, 700), Arbitraries.of(1, 2, 9))
                .as(Contraction::sliding);
        Arbitrary<Contraction> channels = Combinators.combine(
                        Arbitraries.of(1, 5), Arbitraries.of(11, 30), Arbitraries.of(1, 3), Arbitraries.of(1, 4))
                .as(OffHeapProperties::convolution);
        Arbitrary<Contraction> all = Arbitraries.oneOf(plain, channels);
        return Arbitraries.oneOf(all, all.map(Contraction::adjointFirst), all.map(Contraction::adjointSecond));
    }

    /** C[p, y, x] = Σ A[q, y + i, x + j]·B[p, q, i, j] */
    private static Contraction convolution(int channels, int n, int w, int results) {
        int m = n - w + 1;
        return new Contraction(
                channels * n * n,
                results * channels * w * w,
                results * m * m,
                List.of(
                        new Axis(results, 0, channels * w * w, m * m),
                        new Axis(channels, n * n, w * w, 0),
                        new Axis(m, n, 0, m),
                        new Axis(m, 1, 0, 1),
                        new Axis(w, n, w, 0),
                        new Axis(w, 1, 1, 0)));
    }

    @Provide
    Arbitrary<Contraction> large() {
        return Arbitraries.of(
                Contraction.product(311, 313, 317),
                Contraction.product(1000, 97, 331),
                Contraction.product(37, 1000, 997),
                Contraction.composition(5, 301, 307, 97));
    }

    /** Nearly as many entries as a contraction can have, in a file of holes: rows are far apart. */
    @Example
    void offsetsBeyondTwoGibibytesAreRight() throws IOException {
        int apart = Integer.MAX_VALUE / 8;
        int size = 7 * apart + 8;
        Axis sum = new Axis(8, 1, 1, 0);
        Axis column = new Axis(5, 0, 8, 1);
        Contraction close = new Contraction(64, 40, 40, List.of(new Axis(8, 8, 0, 5), sum, column));
        Contraction far = new Contraction(size, 40, 40, List.of(new Axis(8, apart, 0, 5), sum, column));
        double[] a = entries(1, 64);
        double[] b = entries(2, 40);
        Path holes = Files.createTempFile("a", "");
        try (FileChannel file = FileChannel.open(holes, StandardOpenOption.READ, StandardOpenOption.WRITE);
                Arena arena = Arena.ofConfined()) {
            MemorySegment x = file.map(FileChannel.MapMode.READ_WRITE, 0, 8L * size, arena);
            for (int i = 0; i < 8; i++) {
                MemorySegment.copy(a, 8 * i, x, JAVA_DOUBLE_UNALIGNED, 8L * apart * i, 8);
            }
            MemorySegment c = OffHeap.ofDoubles(1).contract(far, x, doubles(arena, Place.NATIVE, b), arena);
            assertArrayEquals(new DoubleMachine().contract(close, a, b), c.toArray(JAVA_DOUBLE_UNALIGNED));
        } finally {
            Files.delete(holes);
        }
    }

    @Property(tries = 50)
    void operandsMayShareMemory(@ForAll("rooms") int room, @ForAll long seed) {
        double[] a = entries(seed, 31 * 31);
        Contraction f = Contraction.product(31, 31, 31);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment x = doubles(arena, Place.NATIVE, a);
            MemorySegment c = new OffHeap(new DoubleFormat(), 1, room).contract(f, x, x, arena);
            assertArrayEquals(new DoubleMachine().contract(f, a, a), c.toArray(JAVA_DOUBLE_UNALIGNED));
            assertArrayEquals(a, x.toArray(JAVA_DOUBLE_UNALIGNED));
        }
    }

    @Example
    void whatCannotBeUsedIsRefusedBeforeWorkBegins() throws InterruptedException {
        Contraction f = Contraction.product(2, 3, 4);
        OffHeap machine = OffHeap.ofDoubles(1);
        Arena closed = Arena.ofConfined();
        MemorySegment gone = closed.allocate(8 * 6);
        closed.close();
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment a = doubles(arena, Place.NATIVE, entries(1, 6));
            MemorySegment b = doubles(arena, Place.NATIVE, entries(2, 12));
            MemorySegment c = doubles(arena, Place.NATIVE, entries(3, 8));
            MemorySegment one = arena.allocate(8 * 20);
            assertRefused("a of 6 entries takes 48 bytes; its segment has 96", () -> machine.contract(f, b, b, c));
            assertRefused("b of 12 entries takes 96 bytes", () -> machine.contract(f, a, a, arena));
            assertRefused("c of 8 entries takes 64 bytes", () -> machine.contract(f, a, b, c.asSlice(1)));
            assertRefused("a of 6 entries lies in an arena that is closed", () -> machine.contract(f, gone, b, c));
            assertRefused("its arena is closed", () -> machine.contract(f, a, b, closed));
            assertRefused("can only be read", () -> machine.contract(f, a, b, c.asReadOnly()));
            assertRefused(
                    "c of 8 entries shares memory with a of 6 entries",
                    () -> machine.contract(f, one.asSlice(56, 48), b, one.asSlice(0, 64)));
            assertRefused(
                    "shares memory with b", () -> machine.contract(f, a, one.asSlice(0, 96), one.asSlice(88, 64)));
            machine.contract(f, one.asSlice(64, 48), b, one.asSlice(0, 64));
            assertArrayEquals(entries(3, 8), c.toArray(JAVA_DOUBLE_UNALIGNED));
            List<Throwable> thrown = new ArrayList<>();
            Thread other = new Thread(() -> thrown.add(assertThrows(
                    ShapeException.class, () -> machine.contract(f, MemorySegment.ofArray(new double[6]), b, c))));
            other.start();
            other.join();
            assertTrue(
                    String.valueOf(thrown.getFirst().getMessage()).contains("only the thread that opened it may use"));
        }
    }

    private static void assertRefused(String reason, Runnable call) {
        String said =
                String.valueOf(assertThrows(ShapeException.class, call::run).getMessage());
        assertTrue(said.contains(reason), said);
    }

    /** Arenas that the collector closes keep to a limit, which is the tests' heap of two gibibytes. */
    @Example
    void resultsThatThereIsNoMemoryForAreRefused() {
        Contraction outer = Contraction.product(40_000, 1, 40_000);
        try (Arena arena = Arena.ofConfined()) {
            MemorySegment x = arena.allocate(ValueLayout.JAVA_FLOAT, 40_000);
            assertRefused(
                    "1600000000 entries from operands of 40000 and 40000 needs 5.96 GiB of memory outside the heap",
                    () -> OffHeap.ofFloats(1).contract(outer, x, x, Arena.ofAuto()));
        }
    }
}
