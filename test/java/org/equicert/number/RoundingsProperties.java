package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class RoundingsProperties {
    private static final double U = 0x1p-53;

    /** A value computed three ways: exactly, counted, and in plain doubles with every sum in an order of its own. */
    private record Computed(Rational exact, Rounding counted, double plain) {}

    @Property(tries = 2000)
    void anyEvaluationInAnySummationOrderStaysWithinChainTimesScale(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 5) int depth) {
        Computed computed = compute(new Random(seed), depth);
        double error = Math.abs(new Rationals()
                .minus(computed.exact, new Rationals().of(computed.plain))
                .toDouble());
        // first order in u: the second order is at most this part of it for chains below 2^20
        double bound = computed.counted.chain() * U * computed.counted.scale() * (1 + 0x1p-30);
        assertTrue(error <= bound, () -> "error " + error + " beyond " + bound + " for " + computed);
    }

    private static Computed compute(Random random, int depth) {
        if (depth == 0) {
            double x = (random.nextInt(2001) - 1000) / 64.0;
            return new Computed(new Rationals().of(x), Roundings.INSTANCE.of(x), x);
        }
        Computed x = compute(random, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> {
                List<Computed> terms = new ArrayList<>(List.of(x));
                for (int n = random.nextInt(5); n > 0; n--) {
                    terms.add(compute(random, depth - 1));
                }
                List<Computed> shuffled = new ArrayList<>(terms);
                Collections.shuffle(shuffled, random);
                double plain = 0;
                for (Computed term : shuffled) {
                    plain += term.plain;
                }
                yield new Computed(
                        new Rationals().sum(terms.stream().map(Computed::exact).toList()),
                        Roundings.INSTANCE.sum(
                                terms.stream().map(Computed::counted).toList()),
                        plain);
            }
            case 1 -> {
                Computed y = compute(random, depth - 1);
                yield new Computed(
                        new Rationals().minus(x.exact, y.exact),
                        Roundings.INSTANCE.minus(x.counted, y.counted),
                        x.plain - y.plain);
            }
            case 2 -> {
                Computed y = compute(random, depth - 1);
                yield new Computed(
                        new Rationals().times(x.exact, y.exact),
                        Roundings.INSTANCE.times(x.counted, y.counted),
                        x.plain * y.plain);
            }
            default -> {
                Computed y = compute(random, depth - 1);
                boolean steady = Math.abs(y.plain) > 0x1p-20 * y.counted.scale() && y.counted.value() != 0;
                yield !steady
                        ? x
                        : new Computed(
                                new Rationals().over(x.exact, y.exact),
                                Roundings.INSTANCE.over(x.counted, y.counted),
                                x.plain / y.plain);
            }
        };
    }
}
