package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.equicert.number.Undecided.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Balls at the edges: of domains, of the doubles' range, of exponents that no double has. */
class BallExtremesTest {
    private static final Balls BALLS = Balls.ofBits(128);

    private static void assertUndecided(Reason reason, Executable operation) {
        assertEquals(reason, assertThrows(Undecided.class, operation).reason());
    }

    @Test
    void singularitiesAreUndecidedForTheRightReason() {
        assertUndecided(Reason.SINGULAR, () -> BALLS.over(BALLS.one(), BALLS.zero()));
        assertUndecided(Reason.SINGULAR, () -> BALLS.over(BALLS.one(), Ball.of(1, 1)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.sqrt(Ball.exact(-Double.MIN_VALUE)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.sqrt(Ball.of(1, 1 + 0x1p-20)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.log(BALLS.zero()));
        assertUndecided(Reason.DOMAIN, () -> BALLS.log(Ball.of(1, 1)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.log(Ball.exact(-1)));
        assertUndecided(Reason.KINK, () -> BALLS.relu(Ball.of(0.5, 1)));
        assertUndecided(Reason.KINK, () -> BALLS.relu(BALLS.zero()));
        assertUndecided(Reason.KINK, () -> BALLS.abs(Ball.of(-1, 1)));
        assertUndecided(Reason.WIDTH, () -> BALLS.exp(Ball.exact(1e13)));
        assertUndecided(Reason.WIDTH, () -> BALLS.exp(Ball.exact(-1e13)));
        assertUndecided(Reason.WIDTH, () -> BALLS.exp(Ball.of(0, 1e13)));
    }

    @Test
    void besideAKinkReluAndAbsAreExact() {
        Ball x = Ball.of(-2, 1);
        assertEquals(BALLS.zero(), BALLS.relu(x));
        assertEquals(Ball.of(2, 1), BALLS.abs(x));
        assertEquals(Ball.of(2, 1), BALLS.relu(BALLS.negate(x)));
    }

    @Test
    void aRootMayTouchZero() {
        assertEquals(BALLS.zero(), BALLS.sqrt(BALLS.zero()));
        Ball root = BALLS.sqrt(Ball.of(1, 1));
        assertTrue(root.contains(0.0) && root.contains(1.4142));
        assertTrue(root.upper() < 1.4143 && root.lower() > -1e-9);
    }

    @Test
    void productsBeyondTheRangeOfDoublesAreExact() {
        Ball tiny = Ball.exact(Double.MIN_VALUE);
        Ball huge = Ball.exact(Double.MAX_VALUE);
        assertTrue(BALLS.times(tiny, tiny).isExact());
        assertFalse(BALLS.times(tiny, tiny).containsZero());
        assertEquals(0.0, BALLS.times(tiny, tiny).lower());
        assertEquals(Double.MIN_VALUE, BALLS.times(tiny, tiny).upper());
        assertEquals(Double.MIN_VALUE, BALLS.magnitude(BALLS.times(tiny, tiny)));
        Ball square = BALLS.times(huge, huge);
        assertEquals(huge, BALLS.over(square, huge));
        assertEquals(Double.MAX_VALUE, square.lower());
        assertEquals(Double.POSITIVE_INFINITY, square.upper());
        assertEquals(Double.MAX_VALUE, square.midpoint());
        assertEquals(Double.MAX_VALUE, BALLS.magnitude(square));
        assertEquals(Double.POSITIVE_INFINITY, square.magnitudeUpper());
        assertEquals(Double.NEGATIVE_INFINITY, BALLS.negate(square).lower());
    }

    @Test
    void exponentsBeyondThoseOfDoublesAreHeld() {
        for (double x : new double[] {1e4, 1e6, 1e9, 1e12}) {
            Ball up = BALLS.exp(Ball.exact(x));
            Ball down = BALLS.exp(Ball.exact(-x));
            assertTrue(BALLS.times(up, down).contains(1.0));
            assertTrue(BALLS.over(BALLS.one(), up).overlaps(down));
            assertTrue(BALLS.log(up).contains(x) && BALLS.log(down).contains(-x));
            assertTrue(BALLS.log(up).radius() < x * 1e-37 + 1e-37);
            assertEquals(0.0, down.lower());
            assertEquals(Double.MIN_VALUE, down.upper());
            assertTrue(BALLS.plus(up, down).rad.compareTo(up.rad) >= 0);
            assertEquals(Sign.POSITIVE, BALLS.sign(BALLS.minus(up, down)));
            assertFalse(up.toString().isEmpty());
            Ball root = BALLS.sqrt(up);
            assertTrue(BALLS.times(root, root).overlaps(up));
            assertEquals(BALLS.of(1L), new Ball(BALLS.tanh(up).mid, Bound.ZERO));
        }
    }

    @Test
    void squaringForEverIsUndecidedAndNeverWrong() {
        assertUndecided(Reason.WIDTH, () -> {
            for (Ball x = Ball.of(3, 0x1p-60); ; x = BALLS.times(x, x)) {}
        });
        assertUndecided(Reason.WIDTH, () -> {
            for (Ball x = Ball.of(0.25, 0x1p-60); ; x = BALLS.times(x, x)) {}
        });
        assertUndecided(Reason.WIDTH, () -> {
            for (Ball x = Ball.of(0, 4); ; x = BALLS.times(x, x)) {}
        });
    }

    @Test
    void aSaturatedTanhKeepsASmallRadius() {
        assertTrue(BALLS.tanh(Ball.of(40, 1)).radius() < 1e-32);
        assertTrue(BALLS.tanh(Ball.of(-1000, 1)).radius() < 1e-300);
        assertTrue(BALLS.tanh(Ball.of(20, 1e-12)).radius() < 1e-28);
        assertTrue(BALLS.tanh(Ball.of(0, 100)).upper() < 1 + 1e-8);
    }

    @Test
    void nearOneLogKeepsItsRelativeAccuracy() {
        Ball x = BALLS.plus(BALLS.one(), Ball.exact(0x1p-100));
        Ball log = BALLS.log(x);
        assertTrue(log.radius() < log.midpoint() * 0x1p-126);
        assertTrue(log.upper() <= 0x1p-100 && log.lower() > 0x1p-100 * (1 - 0x1p-52));
    }

    @Test
    void sumsOfAListAreTheSumsOfItsTerms() {
        assertEquals(BALLS.zero(), BALLS.sum(List.of()));
        assertEquals(BALLS.of(6L), BALLS.sum(List.of(BALLS.of(1L), BALLS.of(2L), BALLS.of(3L))));
    }
}
