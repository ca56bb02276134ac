package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;

/** Every formula against a second one, written here with plain loops over doubles, and against itself over other numbers. */
class ValueProperties {
    private static final Balls BALLS = Balls.ofBits(128);

    @Property(tries = 200)
    void everyValueIsThatOfPlainLoops(
            @ForAll("plain") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        double[] expected = PlainLoops.value(function.name(), point);
        Array<Ball> value = value(function, point);
        assertEquals(expected.length, value.size());
        for (int o = 0; o < expected.length; o++) {
            double tolerance = 1e-12 * Math.max(1, Math.abs(expected[o]));
            assertEquals(expected[o], value.get(o).midpoint(), tolerance, () -> function.name() + " at " + point);
        }
    }

    @Property(tries = 200)
    void rationalValuesLieInTheirEnclosures(
            @ForAll("rational") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        Array<Rational> exact = exact(function, point);
        Array<Ball> enclosure = value(function, point);
        assertTrue(
                enclosure.zip(exact, Ball::contains).entries().stream().allMatch(inside -> inside),
                () -> function.name() + " at " + point);
    }

    @Property(tries = 100)
    void anObjectiveIsItsLossOfItsModel(
            @ForAll("composed") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        Arguments<Ball> in = point.arguments().map(BALLS::of);
        Definition.Composed composed = function.composed().orElseThrow();
        Array<Ball> y = composed.model().value(BALLS, in, point.parameters());
        Array<Ball> loss = composed.loss().apply(BALLS, in.with("y", y), point.parameters());
        assertEquals(value(function, point), loss);
        assertEquals(function.wrt(), composed.model().wrt());
    }

    @Property(tries = 100)
    void T_Lem1_2_compositionIsTheSumOverTheContractedSlot(
            @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = Products.COMPOSE.points().at(size, new Random(seed));
        Array<Rational> a = point.arguments().get("a").map(Rational::of);
        Array<Rational> b = point.arguments().get("b").map(Rational::of);
        Array<Rational> c = exact(Products.COMPOSE, point);
        int slot = point.parameters().whole("k") - 1;
        int free = b.shape().size() - 1;
        for (List<Integer> at : PlainLoops.indices(c.shape())) {
            Rational sum = Rational.ZERO;
            for (int i = 0; i < a.dimension(slot); i++) {
                List<Integer> inA = new ArrayList<>(at.subList(0, slot));
                inA.add(i);
                inA.addAll(at.subList(slot + free, at.size()));
                List<Integer> inB = new ArrayList<>(at.subList(slot, slot + free));
                inB.add(i);
                sum = sum.plus(
                        a.get(PlainLoops.offset(a.shape(), inA)).times(b.get(PlainLoops.offset(b.shape(), inB))));
            }
            assertEquals(sum, c.get(PlainLoops.offset(c.shape(), at)));
        }
    }

    @Provide
    Arbitrary<Definition> plain() {
        return Arbitraries.of(Functions.all().stream()
                .filter(function -> PlainLoops.FUNCTIONS.contains(function.name()))
                .toList());
    }

    @Provide
    Arbitrary<Definition> rational() {
        return Arbitraries.of(
                Functions.all().stream().filter(Definition::isRational).toList());
    }

    @Provide
    Arbitrary<Definition> composed() {
        return Arbitraries.of(Functions.all().stream()
                .filter(function -> function.composed().isPresent())
                .toList());
    }

    private static Array<Ball> value(Definition function, Point point) {
        return function.value(BALLS, point.arguments().map(BALLS::of), point.parameters());
    }

    private static Array<Rational> exact(Definition function, Point point) {
        return function.value(new Rationals(), point.arguments().map(Rational::of), point.parameters());
    }
}
