package org.equicert.verification.openjml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class WholeTest {

    @Test
    void nothingOverflows() {
        var max = Whole.of(Long.MAX_VALUE);
        var square = Whole.times(max, max);
        assertEquals(max, Whole.quotient(square, max));
        assertTrue(Whole.less(max, square) && Whole.less(Whole.minus(Whole.of(0), square), max));
        assertTrue(Whole.same(Whole.of(1), Whole.remainder(Whole.plus(square, Whole.of(1)), max)));
        assertFalse(Whole.less(max, max));
    }

    @Test
    void whatIsNoIntIsNoIndex() {
        assertEquals(-7, Whole.index(Whole.of(-7)));
        assertEquals(Integer.MAX_VALUE, Whole.index(Whole.of(1L << 31)));
        assertEquals(Integer.MIN_VALUE, Whole.index(Whole.of(-1L << 40)));
        assertThrows(ArithmeticException.class, () -> Whole.exact(Whole.times(Whole.of(1L << 40), Whole.of(1L << 40))));
    }

    @Test
    void loops() {
        assertTrue(Whole.all(2, 2, i -> false) && Whole.all(0, 3, i -> i < 3) && !Whole.all(0, 4, i -> i < 3));
        assertTrue(!Whole.any(2, 2, i -> true) && Whole.any(0, 4, i -> i == 3) && !Whole.any(0, 3, i -> i == 3));
        assertEquals(Whole.of(0), Whole.sum(3, 1, Whole::of));
        assertEquals(Whole.of(5), Whole.sum(2, 4, Whole::of));
        assertEquals(Whole.of(1), Whole.product(1, 1, Whole::of));
        assertEquals(Whole.of(24), Whole.product(1, 5, Whole::of));
    }
}
