package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.equicert.number.Numbers.Finite;
import org.equicert.number.Numbers.Sample;

/** What judges ask of a ball, against exact fractions. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class BallProperties {
    private static Rational low(Ball x) {
        return Rational.of(x.mid).minus(Rational.of(x.rad.toDyadic()));
    }

    private static Rational high(Ball x) {
        return Rational.of(x.mid).plus(Rational.of(x.rad.toDyadic()));
    }

    private static boolean atMost(double x, Rational y) {
        return x == Double.NEGATIVE_INFINITY
                || x < Double.POSITIVE_INFINITY && Rational.of(x).compareTo(y) <= 0;
    }

    private static boolean isBelow(double x, Rational y) {
        return atMost(x, y) && (Double.isInfinite(x) || Rational.of(x).compareTo(y) < 0);
    }

    @Property(tries = 10_000)
    void lowerAndUpperAreTheTightestDoublesThatAreOutward(@ForAll Ball x) {
        assertTrue(atMost(x.lower(), low(x)));
        assertTrue(atMost(-x.upper(), high(x).negate()));
        assertFalse(atMost(Math.nextUp(x.lower()), low(x)));
        assertFalse(atMost(-Math.nextDown(x.upper()), high(x).negate()));
    }

    @Property(tries = 10_000)
    void theRadiusAndTheMagnitudeAreUpperBoundsAndNearlyTight(@ForAll Ball x) {
        Rational radius = Rational.of(x.rad.toDyadic());
        assertTrue(atMost(-x.radius(), radius.negate()));
        Rational magnitude = low(x).abs().compareTo(high(x).abs()) > 0 ? low(x).abs() : high(x).abs();
        assertTrue(atMost(-x.magnitudeUpper(), magnitude.negate()));
        // in fractions: in doubles the division itself rounds, by half an ulp of a subnormal
        double upper = x.magnitudeUpper();
        Rational below = Double.isInfinite(upper)
                ? Rational.of(Double.MAX_VALUE)
                : Rational.of(upper).over(Rational.of(1 + 0x1p-28));
        assertTrue(below.minus(Rational.of(Double.MIN_VALUE)).compareTo(magnitude) <= 0);
    }

    @Property(tries = 10_000)
    void aBallContainsWhatIsWithinItsRadius(@ForAll Sample x, @ForAll Finite y) {
        assertTrue(x.outer().contains(x.inner()));
        assertTrue(x.outer().overlaps(x.inner()));
        assertTrue(x.outer().contains(x.point()));
        Rational exact = Rational.of(y.value());
        boolean within = low(x.outer()).compareTo(exact) <= 0 && exact.compareTo(high(x.outer())) <= 0;
        assertEquals(within, x.outer().contains(y.value()));
        assertEquals(within, x.outer().contains(exact));
        assertEquals(within, x.outer().overlaps(Ball.exact(y.value())));
    }

    @Property(tries = 10_000)
    void ballsOverlapIfNeitherEndsBeforeTheOtherBegins(@ForAll Ball x, @ForAll Ball y) {
        boolean meet = low(x).compareTo(high(y)) <= 0 && low(y).compareTo(high(x)) <= 0;
        assertEquals(meet, x.overlaps(y));
        boolean within = low(y).compareTo(low(x)) <= 0 && high(x).compareTo(high(y)) <= 0;
        assertEquals(within, y.contains(x));
    }

    @Property(tries = 10_000)
    void wideningByANumberHoldsAllSums(@ForAll Sample x, @ForAll Finite by) {
        Ball wide = x.outer().widen(Math.abs(by.value()));
        assertTrue(wide.contains(x.point().plus(Rational.of(by.value()))));
        assertTrue(wide.contains(x.point().minus(Rational.of(by.value()))));
    }

    @Property(tries = 10_000)
    void wideningByABallHoldsAllSums(@ForAll Sample x, @ForAll Sample by) {
        Ball wide = x.outer().widen(by.outer());
        assertTrue(wide.contains(x.point().plus(by.point())));
        assertTrue(wide.contains(x.point().minus(by.point())));
    }

    @Property(tries = 10_000)
    void theMidpointIsTheNearestDouble(@ForAll Ball x) {
        Rational distance = Rational.of(x.midpoint()).minus(Rational.of(x.mid)).abs();
        for (double other : new double[] {Math.nextUp(x.midpoint()), Math.nextDown(x.midpoint())}) {
            assertTrue(Double.isInfinite(other)
                    || distance.compareTo(
                                    Rational.of(other).minus(Rational.of(x.mid)).abs())
                            <= 0);
        }
    }

    @Property(tries = 10_000)
    void theMagnitudeIsZeroOnlyWhereTheBallContainsZero(@ForAll Ball x) {
        double magnitude = Balls.ofBits(64).magnitude(x);
        assertEquals(x.contains(0.0), magnitude == 0);
        assertTrue(magnitude <= Double.MAX_VALUE);
    }

    @Property(tries = 10_000)
    void equalBallsHaveEqualHashes(@ForAll Ball x) {
        Ball shifted = new Ball(new Dyadic(x.mid.mantissa().shiftLeft(7), x.mid.exponent() - 7), x.rad);
        assertEquals(x, shifted);
        assertEquals(x.hashCode(), shifted.hashCode());
    }

    @Property(tries = 10_000)
    void everyBallCanBePrinted(@ForAll Ball x) {
        assertEquals(!x.isExact(), x.toString().contains(" ± "));
    }

    @Example
    void printingShowsTheDigitsThatAreKnown() {
        Balls balls = Balls.ofBits(128);
        assertEquals(
                "0.3333333333333333333333333333333333333338 ± 1.2e-39",
                balls.over(balls.one(), balls.of(3L)).toString());
        assertEquals("0.5", Ball.exact(0.5).toString());
        assertEquals("0", balls.zero().toString());
        assertEquals("-1.5 ± 2", Ball.of(-1.5, 2).toString());
        assertEquals("1e-300", Ball.exact(1e-300).toString().replaceAll("^1\\.0{16}\\d*", "1"));
    }

    @Example
    void whatIsNotFiniteIsRejected() {
        for (double bad : new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> Ball.exact(bad));
            assertThrows(IllegalArgumentException.class, () -> Ball.of(1, bad));
            assertThrows(IllegalArgumentException.class, () -> Ball.exact(1).widen(bad));
            assertFalse(Ball.of(0, Double.MAX_VALUE).contains(bad));
        }
        assertThrows(IllegalArgumentException.class, () -> Ball.of(1, -1));
        assertThrows(IllegalArgumentException.class, () -> Balls.ofBits(1));
    }
}
