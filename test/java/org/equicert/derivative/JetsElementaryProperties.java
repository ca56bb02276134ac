package org.equicert.derivative;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/**
 * Jets of elementary functions by the mean value theorem, without a tolerance: (f(x+h) − f(x−h)) / 2h is f′ somewhere between, so
 * it lies in the enclosure of f′ over x ± h; and likewise for f″, from the jets' own first derivatives at the ends.
 */
class JetsElementaryProperties {
    private static final Balls BALLS = Balls.ofBits(160);
    private static final Jets<Ball> JETS = new Jets<>(BALLS, 1, 2);
    private static final double H = 0x1p-20;

    /** A function along a line, over any algebra. */
    private interface Path {
        <E> E at(Algebra<E> algebra, E t);
    }

    private static Jet<Ball> at(Path f, Ball t) {
        return f.at(JETS, JETS.moving(t, List.of(BALLS.one())));
    }

    private static Ball slope(Ball from, Ball to) {
        return BALLS.over(BALLS.minus(to, from), BALLS.of(2 * H));
    }

    private static void assertDerivatives(String name, Path f, double t) {
        Jet<Ball> low = at(f, Ball.exact(t - H));
        Jet<Ball> high = at(f, Ball.exact(t + H));
        Jet<Ball> between = at(f, Ball.of(t, H));
        assertTrue(between.value().contains(at(f, Ball.exact(t)).value()), () -> name + " at " + t);
        assertHolds(name + "′ at " + t, JETS.first(between, 0), slope(low.value(), high.value()));
        assertHolds(name + "″ at " + t, JETS.second(between, 0, 0), slope(JETS.first(low, 0), JETS.first(high, 0)));
    }

    private static void assertHolds(String what, Ball enclosure, Ball value) {
        assertTrue(enclosure.overlaps(value), () -> what + ": " + enclosure + " without " + value);
        assertTrue(enclosure.radius() < 0.01 + 0.01 * Math.abs(enclosure.midpoint()), () -> what + " says nothing");
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void T_Lem1_4_theChainRuleOfEveryFunction(@ForAll long seed) {
        double t = 0.3 + new SplittableRandom(seed).nextInt(1 << 20) * 0x1p-20;
        assertDerivatives(
                "expm1",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.expm1(x);
                    }
                },
                -t);
        assertDerivatives(
                "log1p",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.log1p(x);
                    }
                },
                -t / 2);
        assertDerivatives(
                "sin",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.sin(x);
                    }
                },
                t);
        assertDerivatives(
                "cos",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.cos(x);
                    }
                },
                t);
        assertDerivatives(
                "tan",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.tan(x);
                    }
                },
                t);
        assertDerivatives(
                "atan",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.atan(x);
                    }
                },
                t);
        assertDerivatives(
                "asin",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.asin(x);
                    }
                },
                t / 2);
        assertDerivatives(
                "acos",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.acos(x);
                    }
                },
                t / 2);
        assertDerivatives(
                "asinh",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.asinh(x);
                    }
                },
                t);
        assertDerivatives(
                "acosh",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.acosh(x);
                    }
                },
                t + 1);
        assertDerivatives(
                "atanh",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.atanh(x);
                    }
                },
                -t / 2);
        assertDerivatives(
                "sinh",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.sinh(x);
                    }
                },
                t);
        assertDerivatives(
                "cosh",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.cosh(x);
                    }
                },
                t);
        assertDerivatives(
                "logistic",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.logistic(x);
                    }
                },
                t);
        assertDerivatives(
                "softplus",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.softplus(x);
                    }
                },
                -t);
        assertDerivatives(
                "erf",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.erf(x);
                    }
                },
                t);
        assertDerivatives(
                "erfc",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.erfc(x);
                    }
                },
                t);
        assertDerivatives(
                "gamma",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.gamma(x);
                    }
                },
                t);
        assertDerivatives(
                "lgamma",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.lgamma(x);
                    }
                },
                t + 1);
        assertDerivatives(
                "polygamma",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.polygamma(0, x);
                    }
                },
                t);
        assertDerivatives(
                "power",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.plus(algebra.power(x, 5), algebra.power(x, -3));
                    }
                },
                t);
        assertDerivatives(
                "pow",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        return algebra.pow(algebra.plus(x, algebra.one()), algebra.minus(x, algebra.of(3L)));
                    }
                },
                t);
        for (double[] start : new double[][] {{1, 0.1}, {-1, 0.4}, {0.2, -2}, {-0.1, -3}}) {
            assertDerivatives(
                    "atan2",
                    new Path() {
                        @Override
                        public <E> E at(Algebra<E> algebra, E x) {
                            E half = algebra.over(x, algebra.of(8L));
                            return algebra.atan2(
                                    algebra.plus(algebra.of(start[1]), half),
                                    algebra.minus(algebra.of(start[0]), half));
                        }
                    },
                    t);
        }
        assertDerivatives(
                "max and min",
                new Path() {
                    @Override
                    public <E> E at(Algebra<E> algebra, E x) {
                        E square = algebra.times(x, x);
                        E above = algebra.plus(square, algebra.one());
                        return algebra.minus(algebra.max(square, above), algebra.min(algebra.sin(x), above));
                    }
                },
                t);
    }
}
