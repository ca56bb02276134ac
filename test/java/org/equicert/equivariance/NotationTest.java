package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Parameters;
import org.equicert.function.Point;
import org.equicert.function.Products;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each symbol does what the notation says. */
class NotationTest {
    private static final Rationals Q = new Rationals();

    private static final Point POINT =
            new Point(Parameters.NONE, Arguments.of("x", new Array<>(List.of(2, 2), List.of(1.0, 2.0, 3.0, 4.0))));

    private static List<Rational> moved(String row, Double... lambda) {
        Equivariance equivariance = Notation.read(row);
        assertEquals(equivariance.k(POINT), lambda.length, row);
        return equivariance
                .phi()
                .apply(
                        Q,
                        POINT.arguments().map(Rational::of),
                        List.of(lambda).stream().map(Rational::of).toList(),
                        POINT)
                .get("x")
                .entries();
    }

    private static List<Rational> of(double... entries) {
        return Arrays.stream(entries).mapToObj(Rational::of).toList();
    }

    @Test
    void numbersScale() {
        assertEquals(of(2, 4, 6, 8), moved("a: λ·x -> y", 2.0));
        assertEquals(of(0.5, 1, 1.5, 2), moved("a: λ⁻¹·x -> y", 2.0));
        assertEquals(of(4, 8, 12, 16), moved("a: λ²·x -> y", 2.0));
        assertEquals(of(3, 2, 3, 6), moved("a: x + λ·I -> y", 2.0));
    }

    @Test
    void matricesMultiplyFromTheirSide() {
        assertEquals(of(4, 6, 3, 4), moved("a: Λ·x -> y", 1.0, 1.0, 0.0, 1.0));
        assertEquals(of(1, 3, 3, 7), moved("a: x·Λ -> y", 1.0, 1.0, 0.0, 1.0));
        assertEquals(of(1, 2, 4, 6), moved("a: Λᵀ·x -> y", 1.0, 1.0, 0.0, 1.0));
        assertEquals(of(-2, -2, 3, 4), moved("a: Λ⁻¹·x -> y", 1.0, 1.0, 0.0, 1.0));
        assertEquals(of(1, 1, 3, 1), moved("a: x·Λ⁻¹ -> y", 1.0, 1.0, 0.0, 1.0));
        assertEquals(of(1, 2, 5, 8), moved("a: T·x -> y", 1.0, 2.0, 1.0));
        assertEquals(of(2, 4, 9, 12), moved("a: D·x -> y", 2.0, 3.0));
    }

    @Test
    void summandsAreAdded() {
        assertEquals(of(1, 7, -2, 4), moved("a: x + S -> y", 5.0));
        assertEquals(of(2, 4, 3, 7), moved("a: x + U -> y", 1.0, 2.0, 3.0));
        assertEquals(of(1, 7, 3, 4), moved("a: x + N -> y", 5.0));
        assertEquals(of(1, 2, 8, 4), moved("a: x + Nᵀ -> y", 5.0));
        assertEquals(of(6, 8, 10, 12), moved("a: x + V -> y", 5.0, 6.0, 7.0, 8.0));
        assertEquals(of(6, 7, 9, 10), moved("a: x + v·1ᵀ -> y", 5.0, 6.0));
        assertEquals(of(6, 8, 8, 10), moved("a: x + 1·vᵀ -> y", 5.0, 6.0));
    }

    @Test
    void theSecondAxisOfMoreThanTwoIsItsOwn() {
        Point point = new Point(
                Parameters.NONE,
                Arguments.of("b", new Array<>(List.of(2), List.of(1.0, 1.0)))
                        .with("w", new Array<>(List.of(1, 2, 2), List.of(1.0, 2.0, 3.0, 4.0))));
        Equivariance swap = Notation.read("a: Λ·b, w·₂Λ -> y");
        List<Rational> lambda = of(0, 1, 1, 0);
        assertEquals(
                of(3, 4, 1, 2),
                swap.phi()
                        .apply(Q, point.arguments().map(Rational::of), lambda, point)
                        .get("w")
                        .entries());
    }

    @Test
    void Q_isARotation() {
        Array<Rational> rotated = new Array<>(List.of(2, 2), moved("a: Q·x -> y", 0.5));
        Array<Rational> x = POINT.arguments().get("x").map(Rational::of);
        for (int j = 0; j < 2; j++) {
            for (int k = 0; k < 2; k++) {
                assertEquals(
                        Products.dot(Q, x.column(j), x.column(k)),
                        Products.dot(Q, rotated.column(j), rotated.column(k)));
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"'a: λ·x -> y', 1", "'a: Λ·x -> y', 4", "'a: T·x -> y', 3", "'a: Q·x -> y', 1", "'a: x + S -> y', 1"})
    void thereAreAsManyParametersAsTheSymbolHas(String row, int k) {
        assertEquals(k, Notation.read(row).k(POINT));
    }

    @ParameterizedTest
    @ValueSource(strings = {"λ·x -> y", "a: λ·x", "a: λ·Λ -> y"})
    void whatIsNoEquivarianceIsRefused(String row) {
        assertThrows(IllegalArgumentException.class, () -> Notation.read(row));
    }
}
