package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.domains.Domain;
import net.jqwik.api.domains.DomainContext;
import org.equicert.number.Numbers.Finite;
import org.equicert.number.Numbers.Moderate;
import org.equicert.number.Numbers.Sample;

/** √ exp log tanh on balls, against decimal series, published digits, and the equations that they satisfy. */
@Domain(Numbers.class)
@Domain(DomainContext.Global.class)
class BallElementaryProperties {
    enum Function {
        SQRT,
        EXP,
        LOG,
        TANH;

        Ball on(Balls balls, Ball x) {
            return switch (this) {
                case SQRT -> balls.sqrt(x);
                case EXP -> balls.exp(x);
                case LOG -> balls.log(x);
                case TANH -> balls.tanh(x);
            };
        }

        boolean isDefinedAt(Ball x) {
            return switch (this) {
                case SQRT -> x.low().signum() >= 0;
                case LOG -> x.low().signum() > 0;
                case EXP -> x.above().compareTo(Bound.powerOfTwo(40)) < 0;
                case TANH -> true;
            };
        }
    }

    /** −log₂ of the relative radius, rounded down. */
    private static long accuracy(Ball x) {
        return x.isExact()
                ? Integer.MAX_VALUE
                : x.mid.abs().top() - 1 - x.rad.toDyadic().top();
    }

    private static Ball point(Rational x) {
        return Balls.ofBits(4000).of(x);
    }

    private static void assertNear(BigDecimal expected, Ball actual, int digits) {
        Ball low = decimal(expected.abs().multiply(BigDecimal.ONE.movePointLeft(digits)));
        assertTrue(actual.widen(low).contains(fraction(expected)), () -> actual + " is not near " + expected);
    }

    private static Rational fraction(BigDecimal x) {
        BigDecimal scaled = x.scale() < 0 ? x.setScale(0) : x;
        return Rational.of(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
    }

    private static Ball decimal(BigDecimal x) {
        return Balls.ofBits(64).of(fraction(x));
    }

    @Property(tries = 1_000)
    void expHoldsTheDecimalSeries(
            @ForAll @DoubleRange(min = -60, max = 60) double x, @ForAll @IntRange(min = 2, max = 300) int bits) {
        assertNear(Reference.exp(new BigDecimal(x)), Balls.ofBits(bits).exp(Ball.exact(x)), Reference.DIGITS);
    }

    @Property(tries = 300)
    void logHoldsTheDecimalSeries(@ForAll Moderate x, @ForAll @IntRange(min = 2, max = 300) int bits) {
        Dyadic positive = x.sample().outer().mid.abs();
        Assume.that(positive.signum() > 0);
        BigDecimal expected = Reference.log(Reference.decimal(positive));
        Ball actual = Balls.ofBits(bits).log(new Ball(positive, Bound.ZERO));
        assertTrue(actual.widen(0x1p-350).contains(fraction(expected)));
    }

    @Property(tries = 1_000)
    void tanhHoldsTheDecimalSeries(@ForAll Moderate x, @ForAll @IntRange(min = 2, max = 300) int bits) {
        Dyadic exact = x.sample().outer().mid;
        Assume.that(exact.top() < 10);
        Ball actual = Balls.ofBits(bits).tanh(new Ball(exact, Bound.ZERO));
        assertNear(Reference.tanh(Reference.decimal(exact)), actual, 90);
    }

    @Property(tries = 10_000)
    void theRootSquaredIsTheNumber(@ForAll Finite x, @ForAll @IntRange(min = 2, max = 300) int bits) {
        Balls balls = Balls.ofBits(bits);
        Ball root = balls.sqrt(Ball.exact(Math.abs(x.value())));
        assertTrue(balls.times(root, root).contains(Math.abs(x.value())));
        assertTrue(accuracy(root) >= bits - 2);
        Rational low = Rational.of(root.low());
        Rational high = Rational.of(root.high());
        assertTrue(low.times(low).compareTo(Rational.of(Math.abs(x.value()))) <= 0);
        assertTrue(high.times(high).compareTo(Rational.of(Math.abs(x.value()))) >= 0);
    }

    @Property(tries = 2_000)
    void theRootOfASquareIsExact(@ForAll Finite x) {
        Balls balls = Balls.ofBits(128);
        Ball square = balls.times(Ball.exact(x.value()), Ball.exact(x.value()));
        assertEquals(Ball.exact(Math.abs(x.value())), balls.sqrt(square));
    }

    @Property(tries = 4_000)
    void exactOperandsGiveRelativeAccuracy(
            @ForAll Function f, @ForAll Finite x, @ForAll @IntRange(min = 2, max = 200) int bits) {
        Ball operand = Ball.exact(x.value());
        Assume.that(f.isDefinedAt(operand));
        Ball result = f.on(Balls.ofBits(bits), operand);
        assertTrue(accuracy(result) >= bits - 2, result::toString);
    }

    @Property(tries = 8_000)
    void theResultHoldsTheImageOfEveryPoint(
            @ForAll Function f, @ForAll Sample x, @ForAll @IntRange(min = 2, max = 150) int bits) {
        Assume.that(f.isDefinedAt(x.outer()));
        Ball image = f.on(Balls.ofBits(400), point(x.point()));
        assertTrue(f.on(Balls.ofBits(bits), x.outer()).overlaps(image));
    }

    @Property(tries = 8_000)
    void theResultHoldsTheImageOfEveryPointOfModerateSize(
            @ForAll Function f, @ForAll Moderate x, @ForAll @IntRange(min = 2, max = 150) int bits) {
        theResultHoldsTheImageOfEveryPoint(f, x.sample(), bits);
    }

    /** The image of the inner ball lies in both results, so they meet; midpoint-radius results need not be nested. */
    @Property(tries = 4_000)
    void theImageOfASmallerBallLiesInTheResultOfALargerOne(@ForAll Function f, @ForAll Moderate x) {
        Assume.that(f.isDefinedAt(x.sample().outer()));
        Balls balls = Balls.ofBits(64);
        Ball image = f.on(Balls.ofBits(300), point(x.sample().point()));
        Ball inner = f.on(balls, x.sample().inner());
        assertTrue(inner.overlaps(image));
        assertTrue(f.on(balls, x.sample().outer()).overlaps(inner));
    }

    @Property(tries = 4_000)
    void moreBitsNarrowTheResultAndDoNotLeaveIt(@ForAll Function f, @ForAll Moderate x) {
        Assume.that(f.isDefinedAt(x.sample().outer()));
        Ball previous = f.on(Balls.ofBits(64), x.sample().outer());
        for (int bits : new int[] {128, 256}) {
            Ball finer = f.on(Balls.ofBits(bits), x.sample().outer());
            assertTrue(finer.overlaps(previous));
            // Where few bits give 1 as the midpoint of a saturated tanh, more bits give a number that had to be
            // rounded.
            Bound rounding = finer.above().scaled(1L - bits);
            assertTrue(finer.rad.compareTo(
                            previous.rad.plusUp(previous.rad.scaled(-5)).plusUp(rounding))
                    <= 0);
            previous = finer;
        }
    }

    /** Half the distance of the images of the ends is the least radius possible. */
    @Property(tries = 4_000)
    void theRadiusIsNotMuchMoreThanTheImageHas(@ForAll Function f, @ForAll Moderate x) {
        Ball operand = x.sample().outer();
        Assume.that(f.isDefinedAt(operand));
        Assume.that(operand.above().compareTo(Bound.powerOfTwo(6)) < 0);
        Balls fine = Balls.ofBits(600);
        Ball low = f.on(fine, new Ball(operand.low(), Bound.ZERO));
        Ball high = f.on(fine, new Ball(operand.high(), Bound.ZERO));
        Ball width = fine.minus(high, low);
        Bound rounding = low.above().plusUp(high.above()).scaled(-126);
        Bound allowed = width.above().scaled(-1).timesUp(Bound.up(1.01)).plusUp(rounding);
        Ball result = f.on(Balls.ofBits(128), operand);
        assertTrue(result.rad.compareTo(allowed) <= 0, () -> result + " for " + operand);
    }

    @Property(tries = 2_000)
    void logAndExpAreInverse(@ForAll @DoubleRange(min = -700, max = 700) double x) {
        Balls balls = Balls.ofBits(100);
        assertTrue(balls.log(balls.exp(Ball.exact(x))).contains(x));
        Assume.that(x > 0);
        assertTrue(balls.exp(balls.log(Ball.exact(x))).contains(x));
    }

    @Property(tries = 2_000)
    void expTurnsSumsIntoProductsAndLogTurnsThemBack(
            @ForAll @DoubleRange(min = -1e6, max = 1e6) double x, @ForAll @DoubleRange(min = -30, max = 30) double y) {
        Balls balls = Balls.ofBits(128);
        Ball sum = balls.plus(Ball.exact(x), Ball.exact(y));
        Ball product = balls.times(balls.exp(Ball.exact(x)), balls.exp(Ball.exact(y)));
        assertTrue(balls.exp(sum).overlaps(product));
        assertTrue(balls.log(product).overlaps(sum));
    }

    @Property(tries = 2_000)
    void tanhIsTheQuotientOfExponentialsAtFourTimesThePrecision(@ForAll Moderate x) {
        Ball operand = new Ball(x.sample().outer().mid, Bound.ZERO);
        Balls fine = Balls.ofBits(512);
        Ball up = fine.exp(operand);
        Ball down = fine.exp(fine.negate(operand));
        Ball quotient = fine.over(fine.minus(up, down), fine.plus(up, down));
        Balls balls = Balls.ofBits(128);
        assertTrue(balls.tanh(operand).overlaps(quotient));
        assertTrue(balls.tanh(balls.negate(operand)).overlaps(balls.negate(quotient)));
    }

    @Example
    void publishedDigitsLieInEveryBall() {
        String e = "2.71828182845904523536028747135266249775724709369995957496696762772407663035354759457138";
        String ln2 = "0.69314718055994530941723212145817656807550013436025525412068000949339362196969471560586";
        String ln10 = "2.30258509299404568401799145468436420760110148862877297603332790096757260967735248023599";
        String tanh1 = "0.76159415595576488811945828260479359041276859725793655159681050012195324457663848345894";
        String sqrt2 = "1.41421356237309504880168872420969807856967187537694807317667973799073247846210703885038";
        for (int bits = 2; bits <= 1000; bits++) {
            Balls balls = Balls.ofBits(bits);
            assertNear(new BigDecimal(e), balls.exp(balls.of(1L)), 86);
            assertNear(new BigDecimal(ln2), balls.log(balls.of(2L)), 86);
            assertNear(new BigDecimal(ln10), balls.log(balls.of(10L)), 86);
            assertNear(new BigDecimal(tanh1), balls.tanh(balls.of(1L)), 86);
            assertNear(new BigDecimal(sqrt2), balls.sqrt(balls.of(2L)), 86);
        }
    }
}
