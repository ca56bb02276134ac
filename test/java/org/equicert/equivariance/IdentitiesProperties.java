package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.derivative.Derivatives;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Capability;
import org.equicert.number.PrimeField;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.equicert.number.Undecided;

/** T.Thm1 for every equivariance of the catalogue, at the identity and away from it. */
class IdentitiesProperties {
    private static final Rationals Q = new Rationals();
    private static final Balls BALLS = Balls.ofBits(160);
    private static final Set<Undecided.Reason> OUTSIDE =
            EnumSet.of(Undecided.Reason.DOMAIN, Undecided.Reason.SINGULAR, Undecided.Reason.KINK);

    /** One equivariance of one function at a point and a λ. */
    private record Case(Definition f, Equivariance equivariance, Point point, List<Double> lambda, Array<Double> c) {}

    @Provide
    Arbitrary<Case> rational() {
        return cases(true);
    }

    @Provide
    Arbitrary<Case> elementary() {
        return cases(false);
    }

    private static Arbitrary<Case> cases(boolean rational) {
        List<Definition> functions = Functions.all().stream()
                .filter(f -> f.isRational() == rational && !Equivariances.of(f).isEmpty())
                .toList();
        return Arbitraries.randomValue(random -> {
            Definition f = functions.get(random.nextInt(functions.size()));
            Point point = f.points().at(1 + random.nextInt(2), random);
            List<Equivariance> all = Equivariances.of(f).stream()
                    .filter(e -> e.applies().test(point))
                    .toList();
            Equivariance equivariance = all.get(random.nextInt(all.size()));
            List<Double> lambda =
                    random.nextInt(3) == 0 ? equivariance.identity().apply(point) : equivariance.lambda(point, random);
            Array<Ball> value = f.value(BALLS, point.arguments().map(Ball::exact), point.parameters());
            return new Case(f, equivariance, point, lambda, value.map(y -> (1 + random.nextInt(15)) / 8.0));
        });
    }

    /** Everything that T.Thm1 ties together, computed from the definitions by jets. */
    private record Setting<E>(
            Identities<E> identities,
            List<E> gradientOfL,
            Array<E> hessianOfL,
            List<E> gradientOfLoss,
            Array<E> hessianOfLoss,
            Array<E> gradientOfF) {

        Array<E> mixedRight() {
            return identities.mixedRight(gradientOfL, hessianOfLoss, gradientOfLoss, gradientOfF);
        }

        Array<E> pureRight() {
            return identities.pureRight(gradientOfL, hessianOfLoss, gradientOfLoss);
        }
    }

    private static <E> Setting<E> setting(Algebra<E> algebra, Case at) {
        Arguments<E> in = at.point().arguments().map(x -> algebra.of(x));
        Array<E> c = at.c().map(x -> algebra.of(x));
        Derivatives<E> ofL = new Derivatives<>(algebra, at.f(), at.point().parameters(), in);
        Definition model = at.f().composed().map(Definition.Composed::model).orElse(at.f());
        Derivatives<E> ofF = new Derivatives<>(algebra, model, at.point().parameters(), in);
        Array<E> y = ofF.value();
        int m = y.size();
        List<List<E>> rows = new ArrayList<>();
        for (int i = 0; i < m; i++) {
            int row = i;
            rows.add(ofF.gradient(Array.build(y.shape(), o -> o == row ? algebra.one() : algebra.zero()))
                    .entries());
        }
        List<E> gradientOfLoss = c.entries();
        Array<E> hessianOfLoss = Array.matrix(m, m, (i, j) -> algebra.zero());
        if (at.f().composed().isPresent()) {
            Definition loss = new Definition(
                    "loss",
                    "",
                    at.f().needs(),
                    at.f().stability(),
                    List.of("y"),
                    at.f().composed().get().loss(),
                    at.f().points(),
                    Optional.empty());
            Derivatives<E> ofLoss = new Derivatives<>(algebra, loss, at.point().parameters(), in.with("y", y));
            gradientOfLoss = ofLoss.gradient(c).entries();
            hessianOfLoss = ofLoss.hessian(c);
        }
        return new Setting<>(
                Identities.at(algebra, at.equivariance(), at.f(), at.point(), at.lambda(), y),
                ofL.gradient(c).entries(),
                ofL.hessian(c),
                gradientOfLoss,
                hessianOfLoss,
                Array.matrix(m, ofL.size(), (i, a) -> rows.get(i).get(a)));
    }

    /** Every equivariance of every function that is rational, or is not, at a point; in turn at λ₀ and at another λ. */
    private static List<Case> every(boolean rational, int size, long seed) {
        List<Case> cases = new ArrayList<>();
        Random random = new Random(seed);
        for (Definition f : Functions.all()) {
            if (f.isRational() != rational) {
                continue;
            }
            Point point = f.points().at(size, random);
            Array<Ball> value = f.value(BALLS, point.arguments().map(Ball::exact), point.parameters());
            for (Equivariance equivariance : Equivariances.of(f)) {
                if (equivariance.applies().test(point)) {
                    List<Double> lambda = cases.size() % 2 == 0
                            ? equivariance.identity().apply(point)
                            : equivariance.lambda(point, random);
                    Array<Double> c = value.map(y -> (1 + random.nextInt(15)) / 8.0);
                    cases.add(new Case(f, equivariance, point, lambda, c));
                }
            }
        }
        return cases;
    }

    private static <E> void assertExact(Algebra<E> algebra, Case at) {
        Setting<E> s = setting(algebra, at);
        String which = at.f().name() + ", " + at.equivariance().name() + ": ";
        assertEquals(
                s.identities().firstRight(s.gradientOfLoss()),
                s.identities().firstLeft(s.gradientOfL()),
                which + "T.Thm1.1");
        assertEquals(s.mixedRight(), s.identities().mixedLeft(s.hessianOfL()), which + "T.Thm1.2a");
        assertEquals(s.pureRight(), s.identities().pureLeft(s.hessianOfL()), which + "T.Thm1.2b");
    }

    @Property(tries = 10)
    void T_Thm1_holdsExactlyForEveryRationalFunction(@ForAll @IntRange(min = 1, max = 2) int size, @ForAll long seed) {
        every(true, size, seed).forEach(at -> assertExact(Q, at));
    }

    /** Of the rational functions those that need no order. */
    @Property(tries = 10)
    void T_Thm1_holdsExactlyOverPrimeFieldsForEveryRationalFunction(
            @ForAll @IntRange(min = 1, max = 2) int size, @ForAll long seed) {
        every(true, size, seed).stream()
                .filter(at -> !at.f().needs().contains(Capability.ORDER))
                .forEach(at -> {
                    assertExact(PrimeField.LARGE, at);
                    assertExact(PrimeField.SMALL, at);
                });
    }

    /**
     * φ and ψ nonlinear in θ, in y and in λ, away from the identity: where f has the (φ,ψ)-equivariance, β∘f∘α has (α⁻¹∘φ∘α,
     * β∘ψ∘β⁻¹), and {@link Bent} makes α and β polynomials.
     */
    @Property(tries = 5)
    void T_Thm1_holdsExactlyWherePhiAndPsiAreNonlinear(@ForAll long seed) {
        int curved = 0;
        for (Case at : every(true, 2, seed)) {
            if (at.f().composed().isPresent()) {
                continue;
            }
            List<Double> lambda = at.equivariance().lambda(at.point(), new Random(seed));
            Case nonlinear = new Case(Bent.of(at.f()), Bent.of(at.f(), at.equivariance()), at.point(), lambda, at.c());
            try {
                assertExact(Q, nonlinear);
            } catch (Undecided bent) {
                assertTrue(OUTSIDE.contains(bent.reason()), "α may lead out of the domain, and no further");
                continue;
            }
            if (!at.f().needs().contains(Capability.ORDER)) {
                assertExact(PrimeField.LARGE, nonlinear);
            }
            curved += at.c().size() > 1
                            && at.point().arguments().flatten(at.f().wrt()).size() > 1
                    ? 1
                    : 0;
        }
        assertTrue(curved > 0);
    }

    @Property(tries = 6)
    void T_Thm1_holdsWithinBallsForEveryOtherFunction(@ForAll @IntRange(min = 1, max = 2) int size, @ForAll long seed) {
        for (Case at : every(false, size, seed)) {
            Setting<Ball> s = setting(BALLS, at);
            String which = at.f().name() + ", " + at.equivariance().name() + ": ";
            assertOverlap(
                    s.identities().firstRight(s.gradientOfLoss()),
                    s.identities().firstLeft(s.gradientOfL()),
                    which + "T.Thm1.1");
            assertOverlap(s.mixedRight(), s.identities().mixedLeft(s.hessianOfL()), which + "T.Thm1.2a");
            assertOverlap(s.pureRight(), s.identities().pureLeft(s.hessianOfL()), which + "T.Thm1.2b");
        }
    }

    private static void assertOverlap(Array<Ball> expected, Array<Ball> actual, String name) {
        assertEquals(expected.shape(), actual.shape(), name);
        for (int i = 0; i < expected.size(); i++) {
            Ball x = expected.get(i);
            Ball y = actual.get(i);
            assertTrue(x.overlaps(y), () -> name + ": " + x + " is not " + y);
            assertTrue(x.radius() + y.radius() < 1e-20, () -> name + " says nothing: " + x + ", " + y);
        }
    }

    /** What T.Thm1.2a cannot see is exactly what K sends to zero (theory §7). */
    @Property(tries = 100)
    void T_Thm1_2a_seesAWrongHessianExactlyWhereKDoes(
            @ForAll("rational") Case at, @ForAll @IntRange(max = 1000) int seed) {
        Setting<Rational> s = setting(Q, at);
        int p = s.gradientOfL().size();
        Random random = new Random(seed);
        int a = random.nextInt(p);
        int b = random.nextInt(p);
        Array<Rational> wrong = Array.matrix(
                p,
                p,
                (i, j) -> i == a && j == b
                        ? s.hessianOfL().get(i, j).plus(Q.one())
                        : s.hessianOfL().get(i, j));
        boolean visible =
                s.identities().characteristicDirection().row(a).stream().anyMatch(x -> x.signum() != 0);
        Array<Rational> left = s.identities().mixedLeft(wrong);
        if (visible) {
            assertNotEquals(s.mixedRight(), left);
        } else {
            assertEquals(s.mixedRight(), left);
        }
    }

    @Property(tries = 100)
    void rankOfKIsThatOfItsColumnsAndOverBallsNoMore(@ForAll("rational") Case at) {
        Array<Rational> k = setting(Q, at).identities().characteristicDirection();
        Array<Ball> enclosed = setting(BALLS, at).identities().characteristicDirection();
        int rank = Rank.of(Q, List.of(k));
        assertEquals(rank, Rank.of(Q, List.of(k, k)), "the same directions twice add nothing");
        assertTrue(Rank.of(BALLS, List.of(enclosed)) <= rank);
        assertTrue(rank <= Math.min(k.dimension(0), k.dimension(1)));
    }
}
