package org.equicert.derivative;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;

/** Jets know nothing of limits; difference quotients know nothing of jets. And balls hold what rationals say. */
class LimitsProperties {
    private static final Balls BALLS = Balls.ofBits(500);

    /** A function along a line: θ + h·v, with the other arguments at rest. */
    private record Line(Definition f, Point point, List<Double> v) {
        static Line draw(Definition f, SplittableRandom random) {
            Point point = f.points().at(1 + random.nextInt(2), random);
            List<Double> v = new ArrayList<>();
            for (int a = 0; a < point.arguments().flatten(f.wrt()).size(); a++) {
                v.add((random.nextInt(33) - 16) / 8.0);
            }
            return new Line(f, point, v);
        }

        List<Ball> at(double h) {
            Arguments<Ball> in = point.arguments().map(Ball::exact);
            List<Ball> theta = in.flatten(f.wrt());
            List<Ball> moved = new ArrayList<>();
            for (int a = 0; a < theta.size(); a++) {
                moved.add(BALLS.plus(theta.get(a), Ball.exact(h * v.get(a))));
            }
            return f.value(BALLS, in.withTheta(f.wrt(), moved), point.parameters())
                    .entries();
        }

        /** Σ wₖ f(θ + kh·v) / hⁿ for k from −2. */
        List<Ball> quotient(double h, int n, double... weights) {
            List<List<Ball>> values = new ArrayList<>();
            for (int k = 0; k < weights.length; k++) {
                values.add(at((k - 2) * h));
            }
            List<Ball> quotients = new ArrayList<>();
            for (int i = 0; i < values.getFirst().size(); i++) {
                Ball sum = BALLS.zero();
                for (int k = 0; k < weights.length; k++) {
                    sum = BALLS.plus(
                            sum,
                            BALLS.times(Ball.exact(weights[k]), values.get(k).get(i)));
                }
                quotients.add(BALLS.over(sum, Ball.exact(Math.pow(h, n))));
            }
            return quotients;
        }

        Derivatives<Ball> derivatives() {
            return new Derivatives<>(
                    BALLS, f, point.parameters(), point.arguments().map(Ball::exact));
        }

        List<Ball> direction() {
            return v.stream().map(Ball::exact).toList();
        }
    }

    private static final double H = 0x1p-40;

    @Property(tries = 6)
    void T_Lem1_3_jetsAreTheLimitsOfDifferenceQuotients(@ForAll long seed) {
        for (Definition f : Functions.all()) {
            Line line = Line.draw(f, new SplittableRandom(seed));
            Derivatives<Ball> at = line.derivatives();
            List<Ball> v = line.direction();
            assertLimit(line, at.jvp(v), 1, 0, -0.5, 0, 0.5, 0);
            assertLimit(line, second(line), 2, 0, 1, -2, 1, 0);
            assertLimit(line, at.third(v, v, v), 3, -0.5, 1, 0, -1, 0.5);
        }
    }

    /** ∇²f[v, v], by jets along v. */
    private static Array<Ball> second(Line line) {
        Jets<Ball> along = new Jets<>(BALLS, 1, 2);
        Arguments<Ball> in = line.point().arguments().map(Ball::exact);
        List<Ball> theta = in.flatten(line.f().wrt());
        List<Jet<Ball>> moving = new ArrayList<>();
        for (int a = 0; a < theta.size(); a++) {
            moving.add(along.moving(theta.get(a), List.of(line.direction().get(a))));
        }
        return line.f()
                .value(
                        along,
                        in.map(along::constant).withTheta(line.f().wrt(), moving),
                        line.point().parameters())
                .map(y -> along.second(y, 0, 0));
    }

    /** Central quotients of second order: halving h takes the difference to a quarter, which no other limit does. */
    private static void assertLimit(Line line, Array<Ball> derivative, int n, double... weights) {
        List<Ball> coarse = line.quotient(H, n, weights);
        List<Ball> fine = line.quotient(H / 2, n, weights);
        for (int i = 0; i < coarse.size(); i++) {
            double far = distance(coarse.get(i), derivative.get(i));
            double near = distance(fine.get(i), derivative.get(i));
            assertTrue(near <= far * (0.25 + 0x1p-20) + 1e-60, () -> line.f().name() + ": " + far + ", then " + near);
        }
    }

    private static double distance(Ball x, Ball y) {
        return BALLS.minus(x, y).magnitudeUpper();
    }

    @Property(tries = 6)
    void ballsHoldWhatRationalsSay(@ForAll long seed) {
        Rationals rationals = new Rationals();
        Balls narrow = Balls.ofBits(64);
        for (Definition f :
                Functions.all().stream().filter(Definition::isRational).toList()) {
            Point point = f.points().at(2, new SplittableRandom(seed));
            Derivatives<Rational> exact = new Derivatives<>(
                    rationals, f, point.parameters(), point.arguments().map(Rational::of));
            Arguments<Ball> in = point.arguments().map(Ball::exact);
            Derivatives<Ball> forward = new Derivatives<>(narrow, f, point.parameters(), in);
            Adjoints<Ball> reverse = new Adjoints<>(narrow, f, point.parameters(), in);
            Array<Rational> c = exact.value().map(y -> rationals.one());
            Array<Ball> ones = forward.value().map(y -> narrow.one());
            assertHolds(forward.value(), exact.value());
            assertHolds(forward.gradient(ones), exact.gradient(c));
            assertHolds(reverse.gradient(ones), exact.gradient(c));
            assertHolds(forward.hessian(ones), exact.hessian(c));
            assertHolds(reverse.hessian(ones), exact.hessian(c));
        }
    }

    private static void assertHolds(Array<Ball> balls, Array<Rational> exact) {
        balls.zip(exact, (ball, x) -> {
            assertTrue(ball.contains(x), () -> ball + " lacks " + x);
            return ball;
        });
    }
}
