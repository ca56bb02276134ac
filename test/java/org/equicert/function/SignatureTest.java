package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.equicert.number.Doubles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text says is what is drawn. */
class SignatureTest {
    private static Definition define(String text) {
        return Signature.define("f", text, Set.of(), Stability.COMPONENTWISE, Einsum.of("y[] = x[i, i]"));
    }

    @Test
    void aLetterIsTheSameDimensionWhereverItRecurs() {
        Definition f = define("x (n, k), z (k, n+1), w (3) -> scalar");
        assertEquals(List.of("x", "z", "w"), f.wrt());
        for (int seed = 0; seed < 100; seed++) {
            Arguments<Double> in = f.points().at(4, new Random(seed)).arguments();
            assertEquals(in.get("x").dimension(0) + 1, in.get("z").dimension(1));
            assertEquals(in.get("x").dimension(1), in.get("z").dimension(0));
            assertEquals(List.of(3), in.get("w").shape());
        }
    }

    @Test
    void aNumberBeforeALetterMultipliesIt() {
        Definition f = define("x (3n, 2k+1), z (n, k) -> scalar");
        for (int seed = 0; seed < 100; seed++) {
            Arguments<Double> in = f.points().at(3, new Random(seed)).arguments();
            assertEquals(3 * in.get("z").dimension(0), in.get("x").dimension(0));
            assertEquals(2 * in.get("z").dimension(1) + 1, in.get("x").dimension(1));
        }
    }

    @Test
    void dataAreDrawnAndNotDifferentiated() {
        Definition f = define("x (n), data z (n) positive -> scalar");
        assertEquals(List.of("x"), f.wrt());
        for (int seed = 0; seed < 100; seed++) {
            Array<Double> z = f.points().at(4, new Random(seed)).arguments().get("z");
            assertTrue(z.entries().stream().allMatch(entry -> entry > 0));
        }
    }

    @Test
    void onlyWhatFitsIsDrawn() {
        Definition f = Signature.define(
                "f",
                "x (n), z (m) -> scalar",
                Set.of(),
                Stability.COMPONENTWISE,
                Einsum.of("y[] = x[i]"),
                Map.of("k", List.of(1L, 2L)),
                point -> point.arguments().get("x").size() == point.parameters().whole("k"));
        for (int seed = 0; seed < 100; seed++) {
            Point point = f.points().at(3, new Random(seed));
            assertEquals(
                    point.parameters().whole("k"), point.arguments().get("x").size());
        }
    }

    @Test
    void theWordsBehindAShapeAreKept() {
        Definition f = define("x (m, n) tall of full rank, z (n, n) positive definite -> scalar");
        for (int seed = 0; seed < 100; seed++) {
            Arguments<Double> in = f.points().at(4, new Random(seed)).arguments();
            assertTrue(in.get("x").dimension(0) >= in.get("x").dimension(1));
            Array<Double> symmetric = Spectrum.symmetricPart(new Doubles(), in.get("z"));
            Rotations.decompose(symmetric).values().forEach(value -> assertTrue(value > 0, symmetric::toString));
        }
    }

    @Test
    void aParameterTakesEachOfItsValues() {
        Definition f = Signature.define(
                "f",
                "x (n) -> scalar",
                Set.of(),
                Stability.COMPONENTWISE,
                Einsum.of("y[] = x[i]"),
                Map.of("k", List.of(2L, 5L)));
        Random random = new Random(1);
        Set<Integer> seen = new TreeSet<>();
        for (int i = 0; i < 100; i++) {
            seen.add(f.points().at(2, random).parameters().whole("k"));
        }
        assertEquals(Set.of(2, 5), seen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "x (n) round", "x (n,, m)", "x (n); z (n)"})
    void whatIsNoSignatureIsRefused(String text) {
        assertThrows(
                IllegalArgumentException.class,
                () -> define(text + " -> scalar").points().at(2, new Random(1)));
    }
}
