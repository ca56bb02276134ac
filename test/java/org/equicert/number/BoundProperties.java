package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.equicert.number.Numbers.Finite;

/** Bounds are on the side that they promise, and by less than one part in 2²⁹. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class BoundProperties {
    private static final Rational SLACK = Rational.ONE.plus(Rational.of(0x1p-29));

    private static void assertUp(Rational exact, Bound bound) {
        Rational value = Rational.of(bound.toDyadic());
        assertTrue(exact.compareTo(value) <= 0, () -> bound + " is below " + exact);
        assertTrue(value.compareTo(exact.times(SLACK)) <= 0, () -> bound + " is far above " + exact);
        assertNormal(bound);
    }

    private static void assertDown(Rational exact, Bound bound) {
        Rational value = Rational.of(bound.toDyadic());
        assertTrue(value.compareTo(exact) <= 0, () -> bound + " is above " + exact);
        assertTrue(exact.compareTo(value.times(SLACK)) <= 0, () -> bound + " is far below " + exact);
        assertNormal(bound);
    }

    private static void assertNormal(Bound bound) {
        assertTrue(bound.isZero() || bound.mantissa() >> 30 == 1);
    }

    private static Bound bound(double x) {
        return Bound.up(Math.abs(x));
    }

    private static Rational exact(Bound x) {
        return Rational.of(x.toDyadic());
    }

    @Property(tries = 10_000)
    void sumsProductsAndQuotientsAreRoundedUp(@ForAll Finite x, @ForAll Finite y) {
        Bound a = bound(x.value());
        Bound b = bound(y.value());
        assertUp(exact(a).plus(exact(b)), a.plusUp(b));
        assertUp(exact(a).times(exact(b)), a.timesUp(b));
        if (!b.isZero()) {
            assertUp(exact(a).over(exact(b)), a.overUp(b));
        }
        assertEquals(exact(a).compareTo(exact(b)), a.compareTo(b));
    }

    @Property(tries = 10_000)
    void rootsAreRoundedDown(@ForAll Finite x) {
        Bound a = bound(x.value());
        Rational root = exact(a.isZero() ? a : a.sqrtDown());
        assertTrue(root.times(root).compareTo(exact(a)) <= 0);
        assertTrue(exact(a).compareTo(root.times(root).times(SLACK).times(SLACK)) <= 0);
    }

    @Property(tries = 10_000)
    void longNumbersAreBoundedOnBothSides(
            @ForAll BigInteger n,
            @ForAll @IntRange(min = 0, max = 2000) int shift,
            @ForAll @LongRange(min = -9, max = 9) long less) {
        Dyadic x = new Dyadic(n.shiftLeft(shift).subtract(BigInteger.valueOf(less)), -shift);
        assertUp(Rational.of(x).abs(), Bound.above(x));
        assertDown(Rational.of(x).abs(), Bound.below(x));
    }

    @Property(tries = 10_000)
    void comparingWithAMagnitudeIsExact(@ForAll Finite x, @ForAll Ball y) {
        assertEquals(
                exact(bound(x.value())).compareTo(Rational.of(y.mid).abs()),
                bound(x.value()).compareToMagnitude(y.mid));
        Bound near = Bound.above(y.mid);
        assertEquals(exact(near).compareTo(Rational.of(y.mid).abs()), near.compareToMagnitude(y.mid));
    }

    @Example
    void theDoubleAboveZeroIsZeroAndNotItsNegative() {
        assertEquals(0.0, Bound.ZERO.ceiling());
    }

    @Example
    void tooSmallStaysAboveZeroAndTooLargeIsUndecided() {
        Bound tiny = Bound.powerOfTwo(-(1L << 49));
        assertTrue(!tiny.timesUp(tiny).isZero());
        assertEquals(Double.MIN_VALUE, tiny.timesUp(tiny).ceiling());
        Bound huge = Bound.powerOfTwo(1L << 48);
        assertThrows(Undecided.class, () -> huge.timesUp(huge).timesUp(huge));
    }
}
