package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.equicert.number.Draw.Sample;

/** What every function of one ball has to keep, with 10⁴ cases of each: {@link BallFunction#values()} are drawn in turn. */
class BallFunctionProperties {
    private static final BallFunction[] FUNCTIONS = BallFunction.values();
    private static final Balls FINE = Balls.ofBits(180);

    /** −log₂ of the relative radius, rounded down. */
    private static long accuracy(Ball x) {
        return x.isExact()
                ? Integer.MAX_VALUE
                : x.mid.abs().top() - 1 - x.rad.toDyadic().top(); // top is one less for −2ᵗ, which is allowed
    }

    private interface Check {
        void of(BallFunction f, Sample x, int bits, Draw draw);
    }

    private static void eachFunction(long seed, boolean moderate, Check check) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            for (BallFunction f : FUNCTIONS) {
                Sample x = draw.sample(moderate ? draw.moderate() : draw.finite());
                if (f.isDefinedAt(x.outer())) {
                    check.of(f, x, draw.between(2, 140), draw);
                }
            }
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theResultHoldsTheImageOfEveryPoint(@ForAll long seed) {
        eachFunction(seed, true, (f, x, bits, draw) -> {
            Ball image = f.on(FINE, x.exact());
            Balls balls = Balls.ofBits(bits);
            Ball outer = f.on(balls, x.outer());
            assertTrue(outer.overlaps(image), () -> f + " of " + x + " with " + bits + " bits: " + outer);
            // The image of the inner ball lies in both results; midpoint-radius results need not be nested.
            Ball inner = f.on(balls, x.inner());
            assertTrue(inner.overlaps(image), () -> f + " of inner " + x + " with " + bits + " bits: " + inner);
            assertTrue(inner.overlaps(outer));
        });
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theResultHoldsTheImageOfEveryPointOfAnySize(@ForAll long seed) {
        eachFunction(seed, false, (f, x, bits, draw) -> {
            Ball image = f.on(FINE, x.exact());
            Ball outer;
            try {
                outer = f.on(Balls.ofBits(bits), x.outer());
            } catch (Undecided e) {
                // from 10⁻³⁰⁰ to 10⁵, say: no exponent holds how far gamma may go
                assertTrue(e.reason() == Undecided.Reason.WIDTH && !x.outer().isExact(), () -> f + " of " + x);
                return;
            }
            assertTrue(outer.overlaps(image), () -> f + " of " + x + " with " + bits + " bits: " + outer);
        });
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void exactOperandsGiveRelativeAccuracyAndMoreBitsNeverLeaveTheBall(@ForAll long seed) {
        eachFunction(seed, seed % 2 == 0, (f, x, bits, draw) -> {
            Ball result = f.on(Balls.ofBits(bits), x.exact());
            assertTrue(accuracy(result) >= bits - 2, () -> f + " of " + x.exact() + ": " + result);
            Ball finer = f.on(Balls.ofBits(bits + 60), x.exact());
            assertTrue(result.widen(finer.rad.scaled(1)).contains(finer), () -> f + " of " + x.exact());
        });
    }

    /**
     * How far the images of midpoint and ends are apart bounds what any enclosure of a nearly linear image has. Where one is
     * twice as far as the other, as near a pole, the mean value theorem gives all of that and its rounding.
     */
    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theRadiusIsNotMuchMoreThanTheImageHas(@ForAll long seed) {
        eachFunction(seed, true, (f, x, bits, draw) -> {
            Ball operand = x.outer();
            if (operand.rad.compareToMagnitude(operand.mid.scaled(-11)) > 0 || operand.mid.top() > 5) {
                return;
            }
            Ball low = f.on(FINE, new Ball(operand.low(), Bound.ZERO));
            Ball high = f.on(FINE, new Ball(operand.high(), Bound.ZERO));
            Ball middle = f.on(FINE, new Ball(operand.mid, Bound.ZERO));
            Ball down = FINE.minus(low, middle);
            Ball up = FINE.minus(high, middle);
            Bound below = down.above();
            Bound above = up.above();
            boolean nearlyLinear = down.mid.signum() == -up.mid.signum()
                    && below.compareTo(above.plusUp(above.scaled(-1))) <= 0
                    && above.compareTo(below.plusUp(below.scaled(-1))) <= 0;
            if (!nearlyLinear) {
                return;
            }
            Bound rounding = middle.above().scaled(-90);
            Bound allowed = below.plusUp(above).plusUp(rounding);
            Ball result = f.on(Balls.ofBits(96), operand);
            assertTrue(result.rad.compareTo(allowed) <= 0, () -> f + " of " + operand + ": " + result);
        });
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void operandsAreLeftAsTheyWereEvenWhereBothAreOne(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            Balls balls = Balls.ofBits(draw.between(2, 140));
            Sample sample = draw.sample(draw.finite());
            Ball x = sample.outer();
            Ball copy = new Ball(x.mid, x.rad);
            Ball point = sample.exact();
            assertTrue(balls.times(x, x).overlaps(FINE.times(point, point)));
            assertTrue(balls.minus(x, x).containsZero());
            assertTrue(balls.plus(x, x).overlaps(FINE.plus(point, point)));
            if (!x.containsZero()) {
                assertTrue(balls.over(x, x).contains(1.0));
            }
            assertEquals(copy, x);
        }
    }
}
