package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/** The catalogue as a list, and the points that it is asked at. */
class FunctionsProperties {
    private static final Balls BALLS = Balls.ofBits(128);

    @Example
    void everyNameIsFound() {
        Set<String> names = new HashSet<>();
        for (Definition function : Functions.all()) {
            assertTrue(names.add(function.name()));
            assertSame(function, Functions.find(function.name()).orElseThrow());
        }
        assertEquals(Optional.empty(), Functions.find("linalg.dett"));
    }

    @Property(tries = 300)
    void everyEntryFitsInSinglePrecision(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 5) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        for (Array<Double> array : point.arguments().arrays().values()) {
            for (double x : array.entries()) {
                assertEquals((double) (float) x, x);
                assertTrue(x != 0);
            }
        }
    }

    @Property(tries = 300)
    void everyPointIsInsideTheDomain(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        Array<Ball> value = function.value(BALLS, point.arguments().map(BALLS::of), point.parameters());
        double largest =
                value.entries().stream().mapToDouble(Ball::magnitudeUpper).reduce(1, Math::max);
        assertTrue(
                value.entries().stream().allMatch(y -> y.radius() < 0x1p-80 * largest),
                () -> function.name() + " at " + point + " is " + value);
    }

    @Property(tries = 300)
    void theNumberOfDifferentiatedEntriesIsLimited(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Point point = function.points().at(size, new Random(seed));
        int p = point.arguments().flatten(function.wrt()).size();
        assertTrue(p <= (size <= 3 ? 16 : 36), () -> function.name() + " at size " + size + " has p = " + p);
    }

    @Property(tries = 100)
    void thePointIsAFunctionOfTheSeed(
            @ForAll("functions") Definition function, @ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        assertEquals(
                function.points().at(size, new Random(seed)), function.points().at(size, new Random(seed)));
    }

    @Property(tries = 200)
    void noHiddenUnitIsNearItsKink(@ForAll @IntRange(min = 1, max = 4) int size, @ForAll long seed) {
        Arguments<Double> in = Networks.RELU.points().at(size, new Random(seed)).arguments();
        Array<Ball> hidden = Products.multiply(
                BALLS, in.get("w1").map(BALLS::of), in.get("x").map(BALLS::of));
        assertTrue(hidden.entries().stream().allMatch(unit -> Math.abs(unit.midpoint()) >= 0x1p-6));
    }

    @Provide
    Arbitrary<Definition> functions() {
        return Arbitraries.of(Functions.all());
    }
}
