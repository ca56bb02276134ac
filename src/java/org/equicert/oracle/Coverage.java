package org.equicert.oracle;

import java.util.List;
import java.util.Optional;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Equivariances;
import org.equicert.equivariance.Identities;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Ball;
import org.equicert.number.Undecided;

/**
 * On how many directions an identity constrains an answer: rank K, proven from below, of p.
 *
 * @param directions rank K
 * @param of p
 */
public record Coverage(int directions, int of) {

    /** What all equivariances known of a function constrain together at a point: the most that T.Thm1 can see there. */
    public static Coverage known(Definition f, Point point) {
        List<Array<Ball>> directions = Equivariances.of(f).stream()
                .filter(equivariance -> equivariance.applies().test(point))
                .flatMap(equivariance -> direction(f, equivariance, point).stream())
                .toList();
        return new Coverage(
                Equivariant.rank(directions), point.arguments().flatten(f.wrt()).size());
    }

    /** K, empty where (θ, λ₀) is no good position. */
    private static Optional<Array<Ball>> direction(Definition f, Equivariance equivariance, Point point) {
        try {
            return Optional.of(Identities.characteristicDirection(Equivariant.BALLS, equivariance, f, point));
        } catch (Undecided e) {
            return Optional.empty();
        }
    }
}
