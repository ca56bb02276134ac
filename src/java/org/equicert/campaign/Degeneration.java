package org.equicert.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.equicert.function.Array;

/** Ways from an array to one where formulas have their special cases: coincidences, zeros, singularities, extreme sizes. */
enum Degeneration {
    /** one entry is 0 */
    ZERO {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return entry(x, random, old -> 0.0);
        }
    },
    /** all entries far out */
    HUGE {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return x.map(entry -> Math.scalb(entry, FAR));
        }
    },
    /** all entries near 0 */
    TINY {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return x.map(entry -> Math.scalb(entry, -FAR));
        }
    },
    /** a matrix near a multiple of the identity, of which all eigenvalues and singular values nearly coincide */
    NEARLY_SCALAR {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            if (x.shape().size() != 2) {
                return x;
            }
            return Array.matrix(
                    x.dimension(0), x.dimension(1), (i, j) -> (i == j ? 1 : 0) + Math.scalb(x.get(i, j), NEAR));
        }
    },
    /** one entry nearly another */
    NEARLY_EQUAL {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            double other = x.get(random.nextInt(x.size()));
            return entry(x, random, old -> other + Math.scalb(old, NEAR));
        }
    },
    /** one row of a matrix nearly another: it is nearly singular */
    NEARLY_SINGULAR {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            if (x.shape().size() != 2) {
                return x;
            }
            int row = random.nextInt(x.dimension(0));
            int like = random.nextInt(x.dimension(0));
            return Array.matrix(
                    x.dimension(0),
                    x.dimension(1),
                    (i, j) -> i == row ? x.get(like, j) + Math.scalb(x.get(i, j), NEAR) : x.get(i, j));
        }
    },
    /** one entry exactly another */
    EQUAL {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            double other = x.get(random.nextInt(x.size()));
            return entry(x, random, old -> other);
        }
    },
    /** one entry far beyond the others */
    UNBALANCED {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return entry(x, random, old -> Math.scalb(old, FAR));
        }
    },
    /** every sign turned round */
    OPPOSITE {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return x.map(entry -> -entry);
        }
    },
    /** a little further in a random direction */
    NEARBY {
        @Override
        Array<Double> of(Array<Double> x, RandomGenerator random) {
            return x.map(entry -> entry * (1 + Math.scalb(random.nextInt(-8, 9), -6)));
        }
    };

    /** What is extreme is so many powers of two away from what is generic: beyond 10⁵, and squares of it still fit in f32. */
    private static final int FAR = 17;

    /** What nearly coincides differs by so little beside 1. */
    private static final int NEAR = -12;

    /** The array that it makes of one, perhaps by chance; the same where there is nothing to be done. */
    abstract Array<Double> of(Array<Double> x, RandomGenerator random);

    private static Array<Double> entry(Array<Double> x, RandomGenerator random, UnaryOperator<Double> to) {
        List<Double> entries = new ArrayList<>(x.entries());
        int i = random.nextInt(entries.size());
        entries.set(i, to.apply(entries.get(i)));
        return new Array<>(x.shape(), entries);
    }
}
