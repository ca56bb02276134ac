package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** An argument that is off by its chain moves a function by no more than the function's own chain allows. */
class RoundingsElementaryProperties {
    private static final Roundings COUNT = Roundings.INSTANCE;
    private static final Balls BALLS = Balls.ofBits(200);
    private static final int CHAIN = 64;
    private static final double U = 0x1p-53;

    private interface Operation {
        <E> E on(Algebra<E> algebra, E x, E y);
    }

    private static void assertCovered(String name, double x, double y, Operation f) {
        Rounding counted = f.on(COUNT, new Rounding(x, Math.abs(x), CHAIN), new Rounding(y, Math.abs(y), CHAIN));
        Ball value = f.on(BALLS, Ball.exact(x), Ball.exact(y));
        assertEquals(value.midpoint(), counted.value(), 64 * U * counted.scale() + Double.MIN_VALUE, name);
        assertTrue(counted.scale() >= Math.abs(counted.value()) && counted.chain() > CHAIN, name);
        Ball allowed = Ball.exact(0).widen(counted.chain() * U * counted.scale());
        for (int sx = -1; sx <= 1; sx += 2) {
            for (int sy = -1; sy <= 1; sy += 2) {
                Ball movedX = BALLS.times(Ball.exact(x), Ball.exact(1 + sx * CHAIN * U));
                Ball movedY = BALLS.times(Ball.exact(y), Ball.exact(1 + sy * CHAIN * U));
                Ball moved = f.on(BALLS, movedX, movedY);
                Ball by = BALLS.minus(moved, value);
                assertTrue(allowed.contains(by), () -> name + " at " + x + ", " + y + " moves by " + by);
            }
        }
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theChainCoversWhatTheArgumentsErrorDoes(@ForAll long seed) {
        Draw draw = new Draw(seed);
        double x = 0.1 + draw.below(1 << 20) * 0x1p-18;
        double y = 0.1 + draw.below(1 << 20) * 0x1p-18;
        double signed = draw.below(2) == 0 ? x : -x;
        assertCovered("expm1", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.expm1(a);
            }
        });
        assertCovered("log1p", x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.log1p(a);
            }
        });
        assertCovered("sin", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.sin(a);
            }
        });
        assertCovered("cos", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.cos(a);
            }
        });
        assertCovered("tan", signed / 4, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.tan(a);
            }
        });
        assertCovered("atan", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.atan(a);
            }
        });
        assertCovered("asin", signed / 8, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.asin(a);
            }
        });
        assertCovered("acos", signed / 8, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.acos(a);
            }
        });
        assertCovered("asinh", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.asinh(a);
            }
        });
        assertCovered("acosh", 1 + x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.acosh(a);
            }
        });
        assertCovered("atanh", signed / 8, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.atanh(a);
            }
        });
        assertCovered("sinh", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.sinh(a);
            }
        });
        assertCovered("cosh", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.cosh(a);
            }
        });
        assertCovered("tanh", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.tanh(a);
            }
        });
        assertCovered("logistic", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.logistic(a);
            }
        });
        assertCovered("softplus", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.softplus(a);
            }
        });
        assertCovered("erf", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.erf(a);
            }
        });
        assertCovered("erfc", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.erfc(a);
            }
        });
        assertCovered("gamma", x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.gamma(a);
            }
        });
        assertCovered("lgamma", x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.lgamma(a);
            }
        });
        assertCovered("polygamma", x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.polygamma(1, a);
            }
        });
        assertCovered("pow", x, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.pow(a, b);
            }
        });
        assertCovered("atan2", signed, y, new Operation() {
            @Override
            public <E> E on(Algebra<E> algebra, E a, E b) {
                return algebra.atan2(b, a);
            }
        });
    }
}
