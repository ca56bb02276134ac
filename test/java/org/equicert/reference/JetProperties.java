package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.LongStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The nilpotent calculus (T.Lem1.2, T.Lem1.5): jets are the commutative ring Z[ε, δ]/(ε², δ²). */
class JetProperties {

    @Provide
    Arbitrary<long[]> jets() {
        return Arbitraries.longs().between(-1000, 1000).array(long[].class).ofSize(4);
    }

    @Property
    void T_Lem1_5_productRule(@ForAll("jets") long[] f, @ForAll("jets") long[] g) {
        // a jet acts on jets by multiplication, and that is a matrix: the regular representation
        long[] rows = {f[0], 0, 0, 0, f[1], f[0], 0, 0, f[2], 0, f[0], 0, f[3], f[2], f[1], f[0]};
        assertArrayEquals(Matrix.apply(rows, 4, g), Jet.multiply(f, g));
    }

    @Property
    void T_Lem1_2_commutativeRing(@ForAll("jets") long[] a, @ForAll("jets") long[] b, @ForAll("jets") long[] c) {
        assertArrayEquals(Jet.multiply(a, b), Jet.multiply(b, a));
        assertArrayEquals(Jet.multiply(Jet.multiply(a, b), c), Jet.multiply(a, Jet.multiply(b, c)));
        assertArrayEquals(Jet.multiply(a, Jet.add(b, c)), Jet.add(Jet.multiply(a, b), Jet.multiply(a, c)));
        assertArrayEquals(Jet.add(Jet.add(a, b), c), Jet.add(a, Jet.add(b, c)));
        assertArrayEquals(Jet.add(a, b), Jet.add(b, a));
        assertArrayEquals(a, Jet.multiply(Jet.of(1, 0, 0, 0), a));
        assertArrayEquals(new long[4], Jet.add(a, Jet.multiply(Jet.of(-1, 0, 0, 0), a)));
    }

    @Property
    void exchangingTheInfinitesimalsIsAnAutomorphism(@ForAll("jets") long[] a, @ForAll("jets") long[] b) {
        assertArrayEquals(exchanged(Jet.multiply(a, b)), Jet.multiply(exchanged(a), exchanged(b)));
        assertArrayEquals(exchanged(Jet.add(a, b)), Jet.add(exchanged(a), exchanged(b)));
    }

    @Example
    void nilpotent() {
        long[] e = Jet.of(0, 1, 0, 0);
        long[] d = Jet.of(0, 0, 1, 0);
        assertArrayEquals(new long[4], Jet.multiply(e, e));
        assertArrayEquals(new long[4], Jet.multiply(d, d));
        assertArrayEquals(Jet.of(0, 0, 0, 1), Jet.multiply(e, d));
    }

    @Property
    void overflowIsReported(@ForAll("jets") long[] a) {
        long[] big = LongStream.generate(() -> Long.MAX_VALUE).limit(4).toArray();
        assertThrows(ArithmeticException.class, () -> Jet.add(big, Jet.of(1, 0, 0, 0)));
        assertThrows(ArithmeticException.class, () -> Jet.multiply(big, big));
        if (Arrays.stream(a).allMatch(x -> x == 0)) {
            assertArrayEquals(a, Jet.multiply(a, big));
        }
    }

    private static long[] exchanged(long[] a) {
        return Jet.of(a[0], a[2], a[1], a[3]);
    }
}
