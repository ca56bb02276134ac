package org.equicert.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;

class JetsProperties {
    private static final Rationals Q = new Rationals();

    @Property(tries = 300)
    void T_Lem1_jetsAreACommutativeRing(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) {
        Jets<Rational> jets = new Jets<>(Q, n, 2);
        Random random = new Random(seed);
        Jet<Rational> x = polynomial(jets, n, random);
        Jet<Rational> y = polynomial(jets, n, random);
        Jet<Rational> z = polynomial(jets, n, random);
        assertSame(jets, n, jets.times(x, y), jets.times(y, x));
        assertSame(jets, n, jets.times(jets.times(x, y), z), jets.times(x, jets.times(y, z)));
        assertSame(jets, n, jets.times(x, jets.plus(y, z)), jets.plus(jets.times(x, y), jets.times(x, z)));
        assertSame(jets, n, jets.minus(jets.plus(x, y), y), x);
    }

    @Property(tries = 300)
    void T_Lem1_divisionUndoesMultiplication(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
        Jets<Rational> jets = new Jets<>(Q, n, 2);
        Random random = new Random(seed);
        Jet<Rational> x = polynomial(jets, n, random);
        Jet<Rational> y = jets.plus(jets.times(x, x), jets.one()); // never zero
        assertSame(jets, n, jets.over(jets.times(x, y), y), x);
    }

    /** f(x + εu + δv) = f + ε∇f[u] + δ∇f[v] + εδ∇²f[u,v] for monomials, whose derivatives everybody knows. */
    @Property(tries = 300)
    void T_Lem1_5_derivativesOfMonomials(
            @ForAll @IntRange(min = -9, max = 9) int a,
            @ForAll @IntRange(min = -9, max = 9) int b,
            @ForAll @IntRange(min = 1, max = 5) int i,
            @ForAll @IntRange(min = 1, max = 5) int j) {
        Jets<Rational> jets = new Jets<>(Q, 2, 2);
        Jet<Rational> x = jets.variable(Q.of(a), 0);
        Jet<Rational> y = jets.variable(Q.of(b), 1);
        Jet<Rational> f = jets.times(power(jets, x, i), power(jets, y, j));
        assertEquals(Q.of(i * pow(a, i - 1) * pow(b, j)), jets.first(f, 0));
        assertEquals(Q.of(j * pow(a, i) * pow(b, j - 1)), jets.first(f, 1));
        assertEquals(Q.of(i < 2 ? 0 : i * (i - 1) * pow(a, i - 2) * pow(b, j)), jets.second(f, 0, 0));
        assertEquals(Q.of(i * j * pow(a, i - 1) * pow(b, j - 1)), jets.second(f, 0, 1));
        assertEquals(jets.second(f, 0, 1), jets.second(f, 1, 0));
    }

    @Property(tries = 200)
    void T_Lem1_4_elementaryFunctionsUndoOneAnother(@ForAll long seed) {
        Balls balls = Balls.ofBits(128);
        Jets<Ball> jets = new Jets<>(balls, 2, 2);
        Random random = new Random(seed);
        Jet<Ball> x = jets.variable(balls.of(1 + random.nextInt(1000) / 256.0), 0);
        Jet<Ball> y = jets.variable(balls.of(1 + random.nextInt(1000) / 256.0), 1);
        Jet<Ball> f = jets.plus(jets.times(x, y), jets.over(x, y));
        assertOverlap(jets, f, jets.log(jets.exp(f)));
        assertOverlap(jets, f, jets.exp(jets.log(f)));
        Jet<Ball> root = jets.sqrt(f);
        assertOverlap(jets, f, jets.times(root, root));
        Jet<Ball> e = jets.exp(jets.times(jets.of(2), f));
        assertOverlap(jets, jets.over(jets.minus(e, jets.one()), jets.plus(e, jets.one())), jets.tanh(f));
    }

    @Property(tries = 200)
    void T_Lem1_4_nestedJetsAreJetsOfHigherOrder(@ForAll long seed) {
        Random random = new Random(seed);
        Jets<Rational> along = new Jets<>(Q, 1, 1);
        Jets<Jet<Rational>> nested = new Jets<>(along, 1, 1);
        Jets<Rational> flat = new Jets<>(Q, 1, 2);
        Rational x = Q.of(random.nextInt(41) - 20);
        Jet<Jet<Rational>> inner = nested.variable(along.moving(x, List.of(Q.one())), 0);
        Jet<Rational> outer = flat.variable(x, 0);
        Jet<Jet<Rational>> f =
                nested.over(power(nested, inner, 3), nested.plus(nested.times(inner, inner), nested.one()));
        Jet<Rational> g = flat.over(power(flat, outer, 3), flat.plus(flat.times(outer, outer), flat.one()));
        assertEquals(flat.second(g, 0, 0), along.first(nested.first(f, 0), 0));
    }

    private static <E> Jet<E> power(Jets<E> jets, Jet<E> x, int n) {
        Jet<E> power = jets.one();
        for (int i = 0; i < n; i++) {
            power = jets.times(power, x);
        }
        return power;
    }

    private static long pow(long x, int n) {
        long power = 1;
        for (int i = 0; i < n; i++) {
            power *= x;
        }
        return power;
    }

    private static Jet<Rational> polynomial(Jets<Rational> jets, int n, Random random) {
        Jet<Rational> sum = jets.of(random.nextInt(19) - 9);
        for (int a = 0; a < n; a++) {
            Jet<Rational> x = jets.variable(Q.of(random.nextInt(19) - 9), a);
            Jet<Rational> y = jets.variable(Q.of(random.nextInt(19) - 9), random.nextInt(n));
            sum = jets.plus(sum, jets.times(jets.of(random.nextInt(7) - 3), jets.times(x, y)));
        }
        return sum;
    }

    private static void assertSame(Jets<Rational> jets, int n, Jet<Rational> x, Jet<Rational> y) {
        assertEquals(x.value(), y.value());
        for (int a = 0; a < n; a++) {
            assertEquals(jets.first(x, a), jets.first(y, a));
            for (int b = 0; b <= a; b++) {
                assertEquals(jets.second(x, a, b), jets.second(y, a, b));
            }
        }
    }

    private static void assertOverlap(Jets<Ball> jets, Jet<Ball> x, Jet<Ball> y) {
        assertNarrowAndEqual(x.value(), y.value());
        for (int a = 0; a < 2; a++) {
            assertNarrowAndEqual(jets.first(x, a), jets.first(y, a));
            for (int b = 0; b <= a; b++) {
                assertNarrowAndEqual(jets.second(x, a, b), jets.second(y, a, b));
            }
        }
    }

    private static void assertNarrowAndEqual(Ball x, Ball y) {
        assertTrue(x.overlaps(y), () -> x + " and " + y);
        assertTrue(x.radius() < 1e-25 && y.radius() < 1e-25, () -> "too wide to say anything: " + x + " and " + y);
    }
}
