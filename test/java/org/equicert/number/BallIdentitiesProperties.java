package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.BigInteger;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.equicert.number.Undecided.Reason;
import org.junit.jupiter.api.function.Executable;

/** Functions of balls against decimal series, published digits, and the equations that they satisfy. */
class BallIdentitiesProperties {
    private static final Balls BALLS = Balls.ofBits(120);

    private interface Check {
        void of(double x, Ball ball);
    }

    private static void each(long seed, double most, Check check) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            double x = draw.moderate() % most;
            check.of(x, Ball.exact(x));
        }
    }

    /** Two enclosures of one number, both narrow enough to tell it from its neighbours. */
    private static void assertSame(Ball expected, Ball actual) {
        assertTrue(expected.overlaps(actual), () -> expected + " and " + actual);
        assertTrue(actual.rad.compareTo(actual.above().plusUp(Bound.powerOfTwo(0)).scaled(-70)) <= 0);
        assertTrue(expected.rad.compareTo(expected.above().plusUp(Bound.powerOfTwo(0)).scaled(-50)) <= 0);
    }

    private static Ball square(Ball x) {
        return BALLS.times(x, x);
    }

    private static Ball twice(Ball x) {
        return BALLS.times(BALLS.of(2L), x);
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void circularFunctions(@ForAll long seed) {
        each(seed, 300, (value, x) -> {
            Ball sin = BALLS.sin(x);
            Ball cos = BALLS.cos(x);
            assertTrue(BALLS.plus(square(sin), square(cos)).contains(1.0));
            assertSame(sin, BALLS.times(BALLS.tan(x), cos));
            assertSame(BALLS.sin(Ball.exact(2 * value)), twice(BALLS.times(sin, cos)));
            assertSame(BALLS.cos(x), BALLS.cos(BALLS.plus(x, twice(BALLS.pi()))));
            assertSame(BALLS.negate(sin), BALLS.sin(Ball.exact(-value)));
            assertTrue(BALLS.tan(BALLS.atan(x)).contains(value));
        });
        each(seed, 3, (value, x) -> {
            assertTrue(BALLS.atan2(BALLS.sin(x), BALLS.cos(x)).contains(value));
            Ball y = Ball.exact(value * value + 0.5);
            assertSame(BALLS.atan(BALLS.over(x, y)), BALLS.atan2(x, y));
            Ball quarter = BALLS.over(BALLS.pi(), BALLS.of(2L));
            assertSame(quarter, BALLS.plus(BALLS.atan2(x, y), BALLS.atan2(y, x)));
            assertSame(BALLS.plus(BALLS.atan2(x, y), quarter), BALLS.atan2(y, BALLS.negate(x)));
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void hyperbolicFunctionsAndPowers(@ForAll long seed) {
        each(seed, 30, (value, x) -> {
            Ball sinh = BALLS.sinh(x);
            Ball cosh = BALLS.cosh(x);
            assertTrue(BALLS.minus(square(cosh), square(sinh)).contains(1.0));
            assertSame(BALLS.exp(x), BALLS.plus(sinh, cosh));
            assertSame(BALLS.over(sinh, cosh), BALLS.tanh(x));
            Ball half = BALLS.over(BALLS.plus(BALLS.one(), BALLS.tanh(Ball.exact(value / 2))), BALLS.of(2L));
            assertSame(half, BALLS.logistic(x));
            assertSame(BALLS.log(BALLS.plus(BALLS.one(), BALLS.exp(x))), BALLS.softplus(x));
            assertTrue(BALLS.minus(BALLS.softplus(x), BALLS.softplus(Ball.exact(-value))).contains(value));
            assertTrue(BALLS.log1p(BALLS.expm1(x)).contains(value));
            Ball size = Ball.exact(Math.abs(value) + 0.125);
            assertSame(BALLS.sqrt(size), BALLS.pow(size, Ball.exact(0.5)));
            assertSame(BALLS.times(square(size), BALLS.sqrt(size)), BALLS.pow(size, Ball.exact(2.5)));
            assertSame(BALLS.pow(size, BALLS.plus(x, BALLS.one())), BALLS.times(size, BALLS.pow(size, x)));
            assertSame(BALLS.times(size, square(size)), BALLS.pow(size, BALLS.of(3L)));
            assertTrue(BALLS.times(BALLS.power(size, -5), BALLS.power(size, 5)).contains(1.0));
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void errorFunctions(@ForAll long seed) {
        each(seed, 12, (value, x) -> {
            Ball minus = Ball.exact(-value);
            assertTrue(BALLS.plus(BALLS.erf(x), BALLS.erfc(x)).contains(1.0));
            assertSame(BALLS.negate(BALLS.erf(x)), BALLS.erf(minus));
            assertTrue(BALLS.plus(BALLS.erfc(x), BALLS.erfc(minus)).contains(2.0));
            if (Math.abs(value) < 4) {
                BigDecimal expected = Reference.erf(new BigDecimal(value));
                assertTrue(BALLS.erf(x).widen(0x1p-300).contains(fraction(expected)));
            }
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void gammaFunctions(@ForAll long seed) {
        each(seed, 20, (value, x) -> {
            if (value == Math.rint(2 * value) / 2) {
                return;
            }
            Balls fine = Balls.ofBits(200);
            Ball next = fine.plus(x, fine.one());
            Ball gamma = BALLS.gamma(x);
            assertSame(BALLS.gamma(next), BALLS.times(x, gamma));
            Ball reflected = BALLS.gamma(fine.minus(fine.one(), x));
            Ball sine = fine.sin(fine.times(fine.pi(), x));
            assertTrue(BALLS.over(BALLS.pi(), sine).overlaps(BALLS.times(gamma, reflected)));
            Ball halfway = BALLS.gamma(fine.plus(x, fine.of(0.5)));
            Ball factor = BALLS.times(
                    BALLS.sqrt(BALLS.pi()), BALLS.pow(BALLS.of(2L), Ball.exact(1 - 2 * value)));
            if (1 - (1 - 2 * value) == 2 * value) {
                assertTrue(BALLS.times(factor, BALLS.gamma(Ball.exact(2 * value)))
                        .overlaps(BALLS.times(gamma, halfway)));
            }
            assertSame(BALLS.log(BallOrder.abs(BALLS, gamma)), BALLS.lgamma(x));
            for (int m = 0; m <= 3; m++) {
                Ball step = BALLS.times(BALLS.of(m == 3 ? -6L : m == 2 ? 2L : m == 1 ? -1L : 1L), BALLS.power(x, -m - 1));
                assertTrue(BALLS.polygamma(m, next).overlaps(BALLS.plus(BALLS.polygamma(m, x), step)));
            }
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sineAndCosineHoldTheDecimalSeries(@ForAll long seed) {
        each(seed, 30, (value, x) -> {
            BigDecimal exact = new BigDecimal(value);
            assertTrue(BALLS.sin(x).widen(0x1p-300).contains(fraction(Reference.sin(exact))));
            assertTrue(BALLS.cos(x).widen(0x1p-300).contains(fraction(Reference.cos(exact))));
        });
    }

    private static Rational fraction(BigDecimal x) {
        BigDecimal scaled = x.scale() < 0 ? x.setScale(0) : x;
        return Rational.of(scaled.unscaledValue(), BigInteger.TEN.pow(scaled.scale()));
    }

    private static void assertDigits(String digits, Ball actual) {
        BigDecimal expected = new BigDecimal(digits);
        Ball allowed = BALLS.of(fraction(expected.ulp()));
        assertTrue(actual.widen(allowed).contains(fraction(expected)), () -> digits + " is not " + actual);
    }

    @Example
    void publishedDigitsLieInEveryBall() {
        for (int bits : new int[] {2, 10, 53, 64, 100, 200, 300, 1000}) {
            Balls balls = Balls.ofBits(bits);
            assertDigits("3.14159265358979323846264338327950288419716939937510582097494459230781640628620899", balls.pi());
            assertDigits("0.8427007929497148693412206350826092592960669979663029", balls.erf(balls.one()));
            assertDigits("3.625609908221908311930685155867672002995167682880065467433377999", balls.gamma(Ball.exact(0.25)));
            assertDigits("-0.57721566490153286060651209008240243104215933593992359880576723488486", balls.polygamma(0, balls.one()));
            assertDigits("1.202056903159594285399738161511449990764986292340498881792271555", balls.over(balls.polygamma(2, balls.one()), balls.of(-2L)));
            assertDigits("-0.8522008497671888", balls.sin(Ball.exact(1e22)));
        }
    }

    private static void assertUndecided(Reason reason, Executable operation) {
        assertEquals(reason, assertThrows(Undecided.class, operation).reason());
    }

    @Example
    void singularitiesAreUndecidedForTheRightReason() {
        Ball aroundZero = Ball.of(0, 1);
        assertUndecided(Reason.SINGULAR, () -> BALLS.power(aroundZero, -1));
        assertUndecided(Reason.SINGULAR, () -> BALLS.power(BALLS.zero(), Integer.MIN_VALUE));
        assertUndecided(Reason.DOMAIN, () -> BALLS.pow(aroundZero, Ball.exact(0.5)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.pow(BALLS.zero(), Ball.exact(-0.5)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.log1p(Ball.exact(-1)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.log1p(Ball.of(-1, 0x1p-30)));
        assertUndecided(Reason.SINGULAR, () -> BALLS.tan(Ball.of(1.5707, 0.001)));
        assertUndecided(Reason.SINGULAR, () -> BALLS.tan(Ball.of(0, 100)));
        assertUndecided(Reason.SINGULAR, () -> BALLS.atan2(BALLS.zero(), BALLS.zero()));
        assertUndecided(Reason.SINGULAR, () -> BALLS.atan2(aroundZero, Ball.of(1, 1)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.atan2(BALLS.zero(), Ball.exact(-1)));
        assertUndecided(Reason.DOMAIN, () -> BALLS.atan2(aroundZero, Ball.exact(-1)));
        for (Ball pole : new Ball[] {BALLS.zero(), Ball.exact(-3), aroundZero, Ball.of(-2.5, 0.5), Ball.of(-1e300, 1e299)}) {
            assertUndecided(Reason.SINGULAR, () -> BALLS.gamma(pole));
            assertUndecided(Reason.SINGULAR, () -> BALLS.lgamma(pole));
            assertUndecided(Reason.SINGULAR, () -> BALLS.polygamma(0, pole));
        }
        assertUndecided(Reason.WIDTH, () -> BALLS.gamma(Ball.exact(0x1p50)));
        assertUndecided(Reason.WIDTH, () -> BALLS.polygamma(1, Ball.exact(-1e6 - 0.5)));
        assertUndecided(Reason.WIDTH, () -> BALLS.erfc(Ball.exact(1e9)));
        assertUndecided(Reason.WIDTH, () -> BALLS.sinh(Ball.exact(1e13)));
        assertUndecided(Reason.WIDTH, () -> BALLS.logistic(Ball.exact(-1e13)));
        assertUndecided(Reason.KINK, () -> BALLS.max(BALLS.one(), BALLS.one()));
        assertUndecided(Reason.KINK, () -> BALLS.min(aroundZero, BALLS.zero()));
    }

    @Example
    void edgesOfDomainsAreReached() {
        assertEquals(BALLS.one(), BALLS.power(BALLS.zero(), 0));
        assertEquals(BALLS.zero(), BALLS.pow(BALLS.zero(), Ball.exact(0.5)));
        Ball root = BALLS.pow(Ball.of(1, 1), Ball.exact(0.5));
        assertTrue(root.contains(0.0) && root.contains(1.4142) && root.upper() < 1.4143);
        assertEquals(BALLS.of(24L), BALLS.gamma(BALLS.of(5L)));
        assertEquals(BALLS.zero(), BALLS.lgamma(BALLS.one()));
        assertEquals(BALLS.zero(), BALLS.lgamma(BALLS.of(2L)));
        assertEquals(BALLS.zero(), BALLS.sin(BALLS.zero()));
        assertEquals(BALLS.one(), BALLS.cos(BALLS.zero()));
        assertEquals(BALLS.one(), BALLS.erfc(BALLS.zero()));
        assertEquals(BALLS.zero(), BALLS.atan2(BALLS.zero(), BALLS.one()));
        Ball everywhere = BALLS.sin(Ball.of(0, 100));
        assertTrue(everywhere.contains(1.0) && everywhere.contains(-1.0) && everywhere.upper() == 1);
        Ball top = BALLS.cos(Ball.of(0.01, 0.5));
        assertTrue(top.contains(1.0) && top.upper() < 1.0001 && top.lower() > 0.87);
        assertTrue(BALLS.sin(Ball.exact(0x1p1000)).radius() < 1e-35);
        assertTrue(BALLS.power(Ball.of(0, 1), 2).lower() >= 0);
        assertTrue(BALLS.cosh(Ball.of(0, 1)).lower() > 0.9999);
        assertTrue(BALLS.lgamma(Ball.exact(1 + 0x1p-50)).radius() < 0x1p-160);
        assertTrue(BALLS.logistic(Ball.exact(1e13)).contains(BALLS.one()));
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theOrderOfBallsIsThatOfAllTheirNumbers(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Draw.Sample x = draw.sample(draw.finite());
            Draw.Sample y = draw.below(3) == 0 ? x : draw.sample(draw.finite());
            int points = x.point().compareTo(y.point());
            Sign order = BallOrder.compare(x.outer(), y.outer());
            assertTrue(order == Sign.UNKNOWN || order == Sign.of(points));
            boolean ordered = x.outer().low().compareTo(y.outer().high()) > 0
                    || x.outer().high().compareTo(y.outer().low()) < 0;
            assertTrue(order != Sign.UNKNOWN || !ordered);
            Balls balls = Balls.ofBits(draw.between(2, 100));
            Ball greater = points < 0 ? y.exact() : x.exact();
            Ball lesser = points < 0 ? x.exact() : y.exact();
            assertTrue(BallOrder.max(balls, x.outer(), y.outer()).contains(greater));
            assertTrue(BallOrder.min(balls, x.outer(), y.outer()).contains(lesser));
            assertTrue(BallOrder.abs(balls, x.outer()).contains(new Ball(x.point().abs(), Bound.ZERO)));
        }
    }
}
