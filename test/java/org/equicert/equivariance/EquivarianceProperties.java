package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rationals;
import org.equicert.number.Undecided;

/** T.Def1 for every equivariance of the catalogue: exactly over rationals where f is rational, over tight balls elsewhere. */
class EquivarianceProperties {
    private static final double TIGHT = 0x1p-60;
    private static final Set<Undecided.Reason> OUTSIDE =
            EnumSet.of(Undecided.Reason.DOMAIN, Undecided.Reason.SINGULAR, Undecided.Reason.KINK);

    @Property(tries = 300)
    void T_Def1_everyEquivarianceHolds(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Point point = function.points().at(size, random);
        for (Equivariance equivariance : Equivariances.of(function)) {
            if (equivariance.applies().test(point)) {
                List<Double> lambda = equivariance.lambda(point, random);
                try {
                    assertTrue(
                            holds(model(function), equivariance.phi(), equivariance.psi(), point, lambda),
                            () -> function.name() + ", " + equivariance.name() + " at " + point + ", λ = " + lambda);
                } catch (Undecided moved) {
                    assertEquals(
                            Undecided.Reason.KINK, moved.reason(), "φ may lead to a kink, but not out of the domain");
                }
            }
        }
    }

    @Property(tries = 150)
    void T_Def1_aPhiThatMovesElsewhereIsRefuted(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 2, max = 4) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Point point = function.points().at(size, random);
        Assume.that(!isConstantNear(model(function), function.wrt(), point));
        for (Equivariance equivariance : Equivariances.of(function)) {
            if (equivariance.applies().test(point)) {
                List<Double> lambda = equivariance.lambda(point, random);
                Equivariance.Phi astray = new Astray(equivariance.phi(), function.wrt());
                try {
                    assertFalse(
                            holds(model(function), astray, equivariance.psi(), point, lambda),
                            () -> function.name() + ", " + equivariance.name() + " at " + point + ", λ = " + lambda);
                } catch (Undecided outside) {
                    assertTrue(OUTSIDE.contains(outside.reason()), "it has left the domain");
                }
            }
        }
    }

    @Property(tries = 100)
    void T_Def1_atTheIdentityNothingMoves(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        for (Equivariance equivariance : Equivariances.of(function)) {
            if (equivariance.applies().test(point)) {
                assertTrue(atRest(Balls.ofBits(128), model(function), equivariance, point), equivariance::name);
            }
        }
    }

    @Property(tries = 100)
    void lambdaHasKEntriesAwayFromTheIdentityThatSinglePrecisionHolds(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Random random = new Random(seed);
        Point point = function.points().at(size, random);
        for (Equivariance equivariance : Equivariances.of(function)) {
            List<Double> identity = equivariance.identity().apply(point);
            List<Double> lambda = equivariance.lambda(point, random);
            assertEquals(equivariance.k(point), lambda.size());
            for (int i = 0; i < lambda.size(); i++) {
                double distance = Math.abs(lambda.get(i) - identity.get(i));
                assertTrue(0 < distance && distance < 1.0 / (lambda.size() + 1));
                assertEquals(lambda.get(i), (double) (float) (double) lambda.get(i));
            }
        }
    }

    @Example
    void theEquivariancesOfAFunctionHaveDistinctNames() {
        for (Definition function : Functions.all()) {
            List<Equivariance> all = Equivariances.of(function);
            Set<String> names = new HashSet<>();
            all.forEach(equivariance -> names.add(equivariance.name()));
            assertEquals(all.size(), names.size(), function.name());
        }
    }

    @Provide
    Arbitrary<Definition> functions() {
        return Arbitraries.of(Functions.all());
    }

    /** φ, and then every entry of θ a little further, each by another amount. */
    private record Astray(Equivariance.Phi phi, List<String> wrt) implements Equivariance.Phi {
        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            Arguments<E> moved = phi.apply(algebra, in, lambda, at);
            List<E> theta = new ArrayList<>(moved.flatten(wrt));
            for (int i = 0; i < theta.size(); i++) {
                theta.set(i, algebra.plus(theta.get(i), algebra.of(0x1p-10 * (1 + i * i))));
            }
            return moved.withTheta(wrt, theta);
        }
    }

    /** Where a function is constant, as relu is below 0, it does not matter where φ goes. */
    private static boolean isConstantNear(Definition f, List<String> wrt, Point point) {
        Balls algebra = Balls.ofBits(128);
        Arguments<Ball> in = point.arguments().map(algebra::of);
        Arguments<Ball> moved = new Astray(AtRest.INSTANCE, wrt).apply(algebra, in, List.of(), point);
        try {
            return f.value(algebra, in, point.parameters()).equals(f.value(algebra, moved, point.parameters()));
        } catch (Undecided outside) {
            return false;
        }
    }

    /** The φ that moves nothing. */
    private enum AtRest implements Equivariance.Phi {
        INSTANCE;

        @Override
        public <E> Arguments<E> apply(Algebra<E> algebra, Arguments<E> in, List<E> lambda, Point at) {
            return in;
        }
    }

    private static Definition model(Definition function) {
        return function.composed().map(Definition.Composed::model).orElse(function);
    }

    private static boolean holds(
            Definition f, Equivariance.Phi phi, Equivariance.Psi psi, Point point, List<Double> lambda) {
        if (f.isRational()) {
            var algebra = new Rationals();
            return left(algebra, f, phi, point, lambda).equals(right(algebra, f, psi, point, lambda));
        }
        Balls algebra = Balls.ofBits(128);
        return overlap(left(algebra, f, phi, point, lambda), right(algebra, f, psi, point, lambda));
    }

    /** f(φ(θ,λ)). */
    private static <E> Array<E> left(
            Algebra<E> algebra, Definition f, Equivariance.Phi phi, Point point, List<Double> lambda) {
        Arguments<E> in = point.arguments().map(algebra::of);
        return f.value(algebra, phi.apply(algebra, in, lift(algebra, lambda), point), point.parameters());
    }

    /** ψ(f(θ),λ). */
    private static <E> Array<E> right(
            Algebra<E> algebra, Definition f, Equivariance.Psi psi, Point point, List<Double> lambda) {
        Arguments<E> in = point.arguments().map(algebra::of);
        return psi.apply(algebra, f.value(algebra, in, point.parameters()), lift(algebra, lambda), point);
    }

    private static boolean atRest(Balls algebra, Definition f, Equivariance equivariance, Point point) {
        List<Double> identity = equivariance.identity().apply(point);
        var in = point.arguments().map(algebra::of);
        var moved = equivariance.phi().apply(algebra, in, lift(algebra, identity), point);
        var y = f.value(algebra, in, point.parameters());
        for (String name : in.arrays().keySet()) {
            if (!overlap(in.get(name), moved.get(name))) {
                return false;
            }
        }
        return overlap(y, right(algebra, f, equivariance.psi(), point, identity));
    }

    private static boolean overlap(Array<Ball> x, Array<Ball> y) {
        for (int o = 0; o < x.size(); o++) {
            assertTrue(isTight(x.get(o)) && isTight(y.get(o)), "the enclosures are tight");
        }
        return !x.zip(y, (a, b) -> a.overlaps(b)).entries().contains(false);
    }

    private static boolean isTight(Ball x) {
        return x.radius() < TIGHT * Math.max(1, Math.abs(x.midpoint()));
    }

    private static <E> List<E> lift(Algebra<E> algebra, List<Double> lambda) {
        return lambda.stream().map(entry -> algebra.of(entry.doubleValue())).toList();
    }
}
