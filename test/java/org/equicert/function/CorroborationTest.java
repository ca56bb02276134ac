package org.equicert.function;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every definition agrees with what independent libraries have answered. */
class CorroborationTest {
    /** Relative to the largest entry: what two stable computations at these well-conditioned points may differ by. */
    private static final double CLOSE = 1e-12;

    @ParameterizedTest
    @MethodSource("functions")
    void everyFunctionHasTwoLibrariesAtTwoPoints(Definition function) {
        Map<String, Set<Point>> points = Corroboration.of(function.name()).stream()
                .collect(groupingBy(Corroboration.Record::library, mapping(Corroboration.Record::point, toSet())));
        assertTrue(points.size() >= 2, () -> function.name() + " has " + points.keySet());
        points.forEach((library, at) -> assertTrue(at.size() >= 2, () -> function.name() + " in " + library));
    }

    @ParameterizedTest
    @MethodSource("functions")
    void theLibrariesAgreeWithTheDefinition(Definition function) {
        Balls balls = Balls.ofBits(128);
        for (Corroboration.Record record : Corroboration.of(function.name())) {
            Arguments<Ball> in = record.point().arguments().map(balls::of);
            Array<Ball> value = function.value(balls, in, record.point().parameters());
            assertEquals(value.shape(), record.value().shape(), function.name());
            double largest = value.entries().stream()
                    .mapToDouble(Ball::magnitudeUpper)
                    .max()
                    .orElseThrow();
            for (int o = 0; o < value.size(); o++) {
                double distance =
                        Math.abs(value.get(o).midpoint() - record.value().get(o));
                int entry = o;
                assertTrue(
                        distance <= CLOSE * largest
                                || reachable(function, record)
                                        .get(entry)
                                        .contains(record.value().get(entry)),
                        record::toString);
            }
        }
    }

    /** What inputs off by a few roundings may give: near a pole that is much. */
    private static Array<Ball> reachable(Definition function, Corroboration.Record record) {
        Arguments<Ball> in = record.point().arguments().map(x -> Ball.of(x, Math.abs(x) * 0x1p-50));
        return function.value(Balls.ofBits(128), in, record.point().parameters());
    }

    @Test
    void aNameThatIsNotInTheCatalogueHasNoRecords() {
        assertEquals(List.of(), Corroboration.of("no such function"));
    }

    static Stream<Definition> functions() {
        return Functions.all().stream();
    }
}
