package org.equicert.equivariance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.junit.jupiter.api.Test;

/** How much the equivariances of functions that act entry by entry constrain. */
class PointwiseEquivarianceTest {
    private static final Balls BALLS = Balls.ofBits(128);

    private static int rank(Definition f, Point point) {
        Array<Ball> y = f.value(BALLS, point.arguments().map(BALLS::of), point.parameters());
        List<Array<Ball>> directions = new ArrayList<>();
        for (Equivariance equivariance : Equivariances.of(f)) {
            List<Double> identity = equivariance.identity().apply(point);
            directions.add(
                    Identities.at(BALLS, equivariance, f, point, identity, y).characteristicDirection());
        }
        return Rank.of(BALLS, directions);
    }

    @Test
    void theirDirectionsSpanEveryEntryOfAFunctionOfOneArgument() {
        int functions = 0;
        for (String name : ElementwiseEquivariances.ALL.keySet()) {
            Definition f = Functions.find(name).orElseThrow();
            if (f.wrt().equals(List.of("x"))) {
                Point point = f.points().at(2, new Random(1));
                assertEquals(point.arguments().get("x").size(), rank(f, point), name);
                functions++;
            }
        }
        assertTrue(functions > 30);
    }

    @Test
    void everyRowBelongsToAFunction() {
        for (String name : VectorEquivariances.ALL.keySet()) {
            assertTrue(Functions.find(name).isPresent(), name);
        }
    }
}
