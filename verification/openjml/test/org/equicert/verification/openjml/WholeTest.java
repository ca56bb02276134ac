package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.List;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.Test;

/** The integers of contracts are those of {@link BigInteger}, where they fit in a {@code long} and where not. */
class WholeTest {

    private static final List<Long> EDGES = List.of(
            0L,
            1L,
            -1L,
            2L,
            -7L,
            3037000499L,
            3037000500L,
            -3037000500L,
            1L << 62,
            -1L << 62,
            Long.MAX_VALUE,
            Long.MAX_VALUE - 1,
            Long.MIN_VALUE,
            Long.MIN_VALUE + 1);

    private static void agree(BinaryOperator<Whole> ours, BinaryOperator<BigInteger> theirs, boolean divides) {
        for (long a : EDGES) {
            for (long b : EDGES) {
                for (long c : EDGES) {
                    if (divides && (b == 0 || c == 0)) {
                        continue;
                    }
                    Whole found = ours.apply(ours.apply(Whole.of(a), Whole.of(b)), Whole.of(c));
                    BigInteger expected = theirs.apply(
                            theirs.apply(BigInteger.valueOf(a), BigInteger.valueOf(b)), BigInteger.valueOf(c));
                    assertTrue(Whole.same(whole(expected), found), a + ", " + b + ", " + c);
                    assertFalse(Whole.less(whole(expected), found) || Whole.less(found, whole(expected)));
                    assertTrue(Whole.less(found, whole(expected.add(BigInteger.ONE))));
                    assertFalse(Whole.same(found, whole(expected.add(BigInteger.ONE))));
                }
            }
        }
    }

    /** By decimal digits. */
    private static Whole whole(BigInteger x) {
        Whole value = Whole.of(0);
        for (char digit : x.abs().toString().toCharArray()) {
            value = Whole.plus(Whole.times(value, Whole.of(10)), Whole.of(digit - '0'));
        }
        return x.signum() < 0 ? Whole.minus(Whole.of(0), value) : value;
    }

    @Test
    void nothingOverflows() {
        agree(Whole::plus, BigInteger::add, false);
        agree(Whole::minus, BigInteger::subtract, false);
        agree(Whole::times, BigInteger::multiply, false);
        agree(Whole::quotient, BigInteger::divide, true);
        agree(Whole::remainder, BigInteger::remainder, true);
        assertThrows(ArithmeticException.class, () -> Whole.quotient(Whole.of(1), Whole.of(0)));
    }

    @Test
    void whatIsNoIntIsNoIndex() {
        Whole huge = Whole.times(Whole.of(1L << 40), Whole.of(1L << 40));
        assertEquals(-7, Whole.index(Whole.of(-7)));
        assertEquals(Integer.MAX_VALUE, Whole.index(Whole.of(1L << 31)));
        assertEquals(Integer.MIN_VALUE, Whole.index(Whole.of(-1L << 40)));
        assertEquals(Integer.MAX_VALUE, Whole.index(huge));
        assertEquals(Integer.MIN_VALUE, Whole.index(Whole.minus(Whole.of(0), huge)));
        assertEquals(1L << 40, Whole.exact(Whole.of(1L << 40)));
        assertThrows(ArithmeticException.class, () -> Whole.exact(huge));
    }

    @Test
    void loops() {
        assertTrue(Whole.all(2, 2, i -> false) && Whole.all(0, 3, i -> i < 3) && !Whole.all(0, 4, i -> i < 3));
        assertTrue(!Whole.any(2, 2, i -> true) && Whole.any(0, 4, i -> i == 3) && !Whole.any(0, 3, i -> i == 3));
        assertTrue(Whole.same(Whole.of(0), Whole.sum(3, 1, Whole::of)));
        assertTrue(Whole.same(Whole.of(5), Whole.sum(2, 4, Whole::of)));
        assertTrue(Whole.same(Whole.of(1), Whole.product(1, 1, Whole::of)));
        assertTrue(Whole.same(Whole.of(24), Whole.product(1, 5, Whole::of)));
    }
}
