package org.equicert.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.junit.jupiter.api.Test;

/** Reverse mode and forward mode are two ways through the chain rule: over exact numbers they agree, whatever the function. */
class AdjointsProperties {
    private static final Rationals Q = new Rationals();
    private static final Balls BALLS = Balls.ofBits(192);

    /** Both modes of every derivative at one point. */
    private record Both<E>(List<Array<E>> forward, List<Array<E>> reverse) {
        static <E> Both<E> of(Algebra<E> algebra, Definition f, long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            Point point = f.points().at(1 + random.nextInt(2), random);
            var in = point.arguments().<E>map(x -> algebra.of(x));
            var forward = new Derivatives<>(algebra, f, point.parameters(), in);
            var reverse = new Adjoints<>(algebra, f, point.parameters(), in);
            Array<E> c = forward.value().map(y -> algebra.of((long) random.nextInt(1, 9)));
            List<List<E>> v = List.of(tangent(algebra, forward, random), tangent(algebra, forward, random));
            Array<E> third = reverse.third(c, v.get(0), v.get(1));
            Array<E> along = forward.third(v.get(0), v.get(1), v.get(0));
            return new Both<>(
                    List.of(
                            forward.gradient(c),
                            forward.hvp(c, v.get(0)),
                            forward.hessian(c),
                            Array.scalar(dot(algebra, c.entries(), along.entries()))),
                    List.of(
                            reverse.gradient(c),
                            reverse.hvp(c, v.get(0)),
                            reverse.hessian(c),
                            Array.scalar(dot(algebra, third.entries(), v.get(0)))));
        }
    }

    private static <E> List<E> tangent(Algebra<E> algebra, Derivatives<E> at, SplittableRandom random) {
        return Array.build(List.of(at.size()), a -> algebra.of((long) random.nextInt(-8, 9)))
                .entries();
    }

    private static <E> E dot(Algebra<E> algebra, List<E> x, List<E> y) {
        E sum = algebra.zero();
        for (int i = 0; i < x.size(); i++) {
            sum = algebra.plus(sum, algebra.times(x.get(i), y.get(i)));
        }
        return sum;
    }

    /** One formula with every function of one variable in it; at 0.7 none is near the end of its domain. */
    private static <E> E everyFunction(Algebra<E> a, E x) {
        List<E> terms = List.of(
                a.sqrt(x),
                a.exp(x),
                a.log(x),
                a.tanh(x),
                a.expm1(x),
                a.log1p(x),
                a.sin(x),
                a.cos(x),
                a.tan(x),
                a.atan(x),
                a.sinh(x),
                a.cosh(x),
                a.logistic(x),
                a.softplus(x),
                a.erf(x),
                a.erfc(x),
                a.gamma(x),
                a.lgamma(x),
                a.polygamma(0, x),
                a.pow(x, a.pi()),
                a.atan2(x, a.exp(x)),
                a.relu(x),
                a.power(x, -3));
        return terms.stream().reduce(a.one(), a::times);
    }

    @Test
    void T_Lem1_4_everyFunctionHasItsDerivative() {
        Jets<Ball> jets = new Jets<>(BALLS, 1, 1);
        Tape<Ball> tape = new Tape<>(BALLS);
        Taped<Ball> x = tape.variable(BALLS.of(0.7));
        Ball forward = jets.first(everyFunction(jets, jets.variable(BALLS.of(0.7), 0)), 0);
        Ball reverse = tape.gradient(List.of(BALLS.one()), List.of(everyFunction(tape, x)), List.of(x))
                .getFirst();
        assertTrue(forward.overlaps(reverse), () -> forward + " is not " + reverse);
        assertTrue(forward.radius() + reverse.radius() < 1e-20, () -> forward + ", " + reverse);
    }

    @Property(tries = 4)
    void T_Lem1_4_modesAgreeExactlyOverTheRationals(@ForAll long seed) {
        for (Definition f :
                Functions.all().stream().filter(Definition::isRational).toList()) {
            Both<Rational> both = Both.of(Q, f, seed);
            assertEquals(both.forward(), both.reverse(), f.name());
        }
    }

    @Property(tries = 3)
    void T_Lem1_4_modesOverlapAsBalls(@ForAll long seed) {
        for (Definition f : Functions.all()) {
            Both<Ball> both = Both.of(BALLS, f, seed);
            for (int q = 0; q < both.forward().size(); q++) {
                both.forward().get(q).zip(both.reverse().get(q), (x, y) -> {
                    assertTrue(x.overlaps(y), () -> f.name() + ": " + x + " is not " + y);
                    assertTrue(x.radius() + y.radius() < 1e-20, () -> f.name() + " says nothing: " + x + ", " + y);
                    return x;
                });
            }
        }
    }
}
