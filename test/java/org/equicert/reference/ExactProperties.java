package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigInteger;
import java.util.function.LongSupplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Exact arithmetic returns the integer, or throws, exactly when BigInteger says that it does not fit. */
class ExactProperties {

    @Property(tries = 4000)
    void addIsExactOrThrows(@ForAll("extremes") long a, @ForAll("extremes") long b) {
        check(big(a).add(big(b)), () -> Exact.add(a, b));
    }

    @Property(tries = 8000)
    void mulIsExactOrThrows(@ForAll("extremes") long a, @ForAll("extremes") long b) {
        check(big(a).multiply(big(b)), () -> Exact.mul(a, b));
    }

    @Property(tries = 8000)
    void fmaIsExactOrThrowsWhereProductOrSumDoesNotFit(
            @ForAll("extremes") long c, @ForAll("extremes") long a, @ForAll("extremes") long b) {
        BigInteger product = big(a).multiply(big(b));
        check(fits(product) ? big(c).add(product) : product, () -> Exact.fma(c, a, b));
    }

    @Property
    void dotIsExactWhereItsMagnitudeFits(@ForAll("vectors") long[] a) {
        BigInteger sum = BigInteger.ZERO;
        BigInteger magnitude = BigInteger.ZERO;
        for (int i = 0; i < a.length; i++) {
            BigInteger term = big(a[i]).multiply(big(a[a.length - 1 - i]));
            sum = sum.add(term);
            magnitude = magnitude.add(term.abs());
        }
        long[] b = new long[a.length];
        for (int i = 0; i < a.length; i++) {
            b[i] = a[a.length - 1 - i];
        }
        if (fits(magnitude)) {
            assertEquals(sum, big(Vector.dot(a, b)));
        } else {
            try {
                assertEquals(sum, big(Vector.dot(a, b)));
            } catch (ArithmeticException mayBeThrown) {
                // a partial sum did not fit
            }
        }
    }

    /** Half of the draws lie near 0, ±√2⁶³, or the ends of the range, where products just fit or just do not. */
    @Provide
    Arbitrary<Long> extremes() {
        return Arbitraries.oneOf(
                Arbitraries.longs(),
                Arbitraries.longs().between(-3, 3),
                Arbitraries.longs().between(-3037000503L, -3037000496L),
                Arbitraries.longs().between(3037000496L, 3037000503L),
                Arbitraries.longs().between(Long.MIN_VALUE, Long.MIN_VALUE + 3),
                Arbitraries.longs().between(Long.MAX_VALUE - 3, Long.MAX_VALUE),
                Arbitraries.integers().between(0, 62).map(i -> 1L << i),
                Arbitraries.integers().between(0, 63).map(i -> -1L << i));
    }

    @Provide
    Arbitrary<long[]> vectors() {
        return extremes().array(long[].class).ofMaxSize(5);
    }

    private static void check(BigInteger expected, LongSupplier computation) {
        if (fits(expected)) {
            assertEquals(expected, big(computation.getAsLong()));
        } else {
            assertThrows(ArithmeticException.class, computation::getAsLong);
        }
    }

    private static boolean fits(BigInteger x) {
        return x.bitLength() < Long.SIZE;
    }

    private static BigInteger big(long x) {
        return BigInteger.valueOf(x);
    }
}
