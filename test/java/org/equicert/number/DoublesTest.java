package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.equicert.number.Undecided.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class DoublesTest {
    private static final Doubles DOUBLES = new Doubles();

    private static void assertUndecided(Reason reason, Executable operation) {
        assertEquals(reason, assertThrows(Undecided.class, operation).reason());
    }

    @Test
    void arithmeticIsThatOfTheLanguage() {
        assertEquals(0.1 + 0.2, DOUBLES.plus(0.1, 0.2));
        assertEquals(0.1 - 0.2, DOUBLES.minus(0.1, 0.2));
        assertEquals(0.1 * 0.2, DOUBLES.times(0.1, 0.2));
        assertEquals(0.1 / 0.2, DOUBLES.over(0.1, 0.2));
        assertEquals(Math.tanh(0.3), DOUBLES.tanh(0.3));
        assertEquals(Math.exp(0.3), DOUBLES.exp(0.3));
        assertEquals(Math.log(0.3), DOUBLES.log(0.3));
        assertEquals(Math.sqrt(0.3), DOUBLES.sqrt(0.3));
        assertEquals(-0.5, DOUBLES.negate(DOUBLES.of(0.5)));
        assertEquals(3.0, DOUBLES.of(3L));
    }

    @Test
    void whatAnAlgebraMustThrowIsThrown() {
        assertUndecided(Reason.SINGULAR, () -> DOUBLES.over(1.0, -0.0));
        assertUndecided(Reason.DOMAIN, () -> DOUBLES.sqrt(-1.0));
        assertUndecided(Reason.DOMAIN, () -> DOUBLES.log(0.0));
        assertUndecided(Reason.KINK, () -> DOUBLES.relu(0.0));
        assertThrows(IllegalArgumentException.class, () -> DOUBLES.of(Double.NaN));
        assertEquals(Sign.UNKNOWN, DOUBLES.sign(Double.NaN));
        assertEquals(Sign.POSITIVE, DOUBLES.sign(0.25));
        assertEquals(0.25, DOUBLES.magnitude(-0.25));
    }
}
