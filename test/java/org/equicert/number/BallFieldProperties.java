package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.equicert.number.Numbers.Moderate;
import org.equicert.number.Numbers.Sample;

/** + − × ÷ on balls, against exact fractions. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class BallFieldProperties {
    enum Operation {
        PLUS,
        MINUS,
        TIMES,
        OVER;

        <E> E on(Algebra<E> algebra, E x, E y) {
            return switch (this) {
                case PLUS -> algebra.plus(x, y);
                case MINUS -> algebra.minus(x, y);
                case TIMES -> algebra.times(x, y);
                case OVER -> algebra.over(x, y);
            };
        }

        boolean isDefinedAt(Ball y) {
            return this != OVER || !y.containsZero();
        }
    }

    private static final Rationals EXACT = new Rationals();

    @Property(tries = 20_000)
    void theResultHoldsTheImageOfEveryPoint(
            @ForAll Operation op, @ForAll Sample x, @ForAll Sample y, @ForAll @IntRange(min = 2, max = 200) int bits) {
        Assume.that(op.isDefinedAt(y.outer()));
        Ball result = op.on(Balls.ofBits(bits), x.outer(), y.outer());
        assertTrue(result.contains(op.on(EXACT, x.point(), y.point())));
    }

    @Property(tries = 10_000)
    void theResultHoldsTheImageOfEveryPointOfNumbersThatAreNearEachOther(
            @ForAll Operation op,
            @ForAll Moderate x,
            @ForAll Moderate y,
            @ForAll @IntRange(min = 2, max = 80) int bits) {
        theResultHoldsTheImageOfEveryPoint(op, x.sample(), y.sample(), bits);
    }

    /**
     * Midpoint-radius results are not nested in general: the midpoint of the inner result is another one, rounded
     * otherwise. What holds is that the exact image of the inner balls lies in both results.
     */
    @Property(tries = 10_000)
    void theImageOfSmallerBallsLiesInTheResultOfLargerOnes(@ForAll Operation op, @ForAll Sample x, @ForAll Sample y) {
        Assume.that(op.isDefinedAt(y.outer()));
        Balls balls = Balls.ofBits(64);
        Ball outer = op.on(balls, x.outer(), y.outer());
        Ball inner = op.on(balls, x.inner(), y.inner());
        Rational image = op.on(EXACT, x.point(), y.point());
        assertTrue(inner.contains(image) && outer.contains(image));
        assertTrue(outer.overlaps(inner));
    }

    /** The true result lies in both, so they have a number in common; the finer one is not wider. */
    @Property(tries = 10_000)
    void moreBitsNarrowTheResultAndDoNotLeaveIt(@ForAll Operation op, @ForAll Moderate x, @ForAll Moderate y) {
        Assume.that(op.isDefinedAt(y.sample().outer()));
        Ball previous = op.on(Balls.ofBits(64), x.sample().outer(), y.sample().outer());
        for (int bits : new int[] {128, 256}) {
            Ball finer =
                    op.on(Balls.ofBits(bits), x.sample().outer(), y.sample().outer());
            assertTrue(finer.overlaps(previous));
            assertTrue(finer.radius() <= previous.radius() * (1 + 0x1p-20));
            previous = finer;
        }
    }

    @Property(tries = 10_000)
    void exactOperandsGiveRelativeAccuracyAndExactResultsWhereTheyFit(
            @ForAll Operation op, @ForAll Sample x, @ForAll Sample y) {
        Ball a = new Ball(x.outer().mid, Bound.ZERO);
        Ball b = new Ball(y.outer().mid, Bound.ZERO);
        Assume.that(op.isDefinedAt(b));
        Ball result = op.on(Balls.ofBits(64), a, b);
        Rational image = op.on(EXACT, Rational.of(a.mid), Rational.of(b.mid));
        assertTrue(result.contains(image));
        if (!result.isExact()) {
            Bound allowed = Bound.above(result.mid).scaled(-63);
            assertTrue(result.rad.compareTo(allowed) <= 0);
        }
    }

    @Property(tries = 10_000)
    void anOperandMayBeUsedTwice(@ForAll Operation op, @ForAll Sample x) {
        Assume.that(op.isDefinedAt(x.outer()));
        Ball result = op.on(Balls.ofBits(96), x.outer(), x.outer());
        assertTrue(result.contains(op.on(EXACT, x.point(), x.point())));
    }

    @Property(tries = 10_000)
    void aBallDividesUnlessItContainsZero(@ForAll Sample x, @ForAll Sample y) {
        Balls balls = Balls.ofBits(64);
        if (y.outer().contains(0.0)) {
            assertTrue(y.outer().containsZero());
            Undecided thrown = assertThrows(Undecided.class, () -> balls.over(x.outer(), y.outer()));
            assertEquals(Undecided.Reason.SINGULAR, thrown.reason());
        } else {
            assertTrue(balls.over(x.outer(), y.outer()).contains(x.point().over(y.point())));
        }
    }

    @Property(tries = 10_000)
    void theSignOfABallIsTheSignOfAllItsNumbers(@ForAll Sample x) {
        Sign sign = Balls.ofBits(64).sign(x.outer());
        assertTrue(sign == Sign.UNKNOWN || sign == EXACT.sign(x.point()));
        assertEquals(sign == Sign.UNKNOWN, x.outer().contains(0.0) && !x.outer().isExact());
    }

    @Property(tries = 10_000)
    void exactZeroTimesAnythingIsExactlyZeroAndOneChangesNothing(@ForAll Ball x) {
        Balls balls = Balls.ofBits(512);
        assertEquals(balls.zero(), balls.times(balls.zero(), x));
        assertEquals(balls.zero(), balls.times(x, balls.zero()));
        assertEquals(x, balls.times(balls.one(), x));
        assertEquals(x, balls.plus(x, balls.zero()));
        assertEquals(x, balls.over(x, balls.one()));
    }

    @Property
    void theFractionOfIntegersIsEnclosed(@ForAll Rational x) {
        assertTrue(Balls.ofBits(53).of(x).contains(x));
    }
}
