package org.equicert.number;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Provide;
import net.jqwik.api.domains.DomainContextBase;

/** Random numbers for the properties: of all sizes, near each other and far apart, short and long, exact and wide. */
public class Numbers extends DomainContextBase {

    /** A finite double of any size. */
    record Finite(double value) {}

    /** A ball, a ball within it, and a number within that one: often an end point. */
    record Sample(Ball outer, Ball inner, Rational point) {}

    /** As {@link Sample}, of a size for which exp, log and tanh are neither saturated nor out of range. */
    record Moderate(Sample sample) {}

    @Provide
    Arbitrary<Rational> rationals() {
        Arbitrary<Rational> fractions = Combinators.combine(
                        Arbitraries.longs(), Arbitraries.longs().filter(d -> d != 0))
                .as(Rational::of);
        Arbitrary<Rational> small = Combinators.combine(
                        Arbitraries.integers().between(-9, 9),
                        Arbitraries.integers().between(1, 9))
                .as(Rational::of);
        return Arbitraries.oneOf(small, fractions, finite().map(Rational::of)).withoutEdgeCases();
    }

    @Provide
    Arbitrary<Finite> finiteDoubles() {
        return finite().map(Finite::new).withoutEdgeCases();
    }

    private static Arbitrary<Double> finite() {
        Arbitrary<Double> wild =
                Arbitraries.longs().map(Double::longBitsToDouble).filter(Double::isFinite);
        return Arbitraries.oneOf(moderate(), wild, extreme());
    }

    private static Arbitrary<Double> moderate() {
        return Combinators.combine(
                        Arbitraries.longs().between(-(1L << 53), 1L << 53),
                        Arbitraries.integers().between(-60, -45))
                .as((mantissa, exponent) -> Math.scalb((double) mantissa, exponent));
    }

    private static Arbitrary<Double> extreme() {
        return Arbitraries.of(
                0.0,
                -0.0,
                1.0,
                -1.0,
                0.5,
                3.0,
                1 + Math.ulp(1.0),
                1 - Math.ulp(0.5),
                Double.MIN_VALUE,
                -Double.MIN_VALUE,
                Double.MIN_NORMAL,
                1e-308,
                -1e308,
                Double.MAX_VALUE);
    }

    @Provide
    Arbitrary<Ball> balls() {
        return samples().map(Sample::outer);
    }

    @Provide
    Arbitrary<Sample> samples() {
        return sample(finite());
    }

    @Provide
    Arbitrary<Moderate> moderateSamples() {
        return sample(moderate()).map(Moderate::new);
    }

    private static Arbitrary<Sample> sample(Arbitrary<Double> size) {
        Arbitrary<Dyadic> mid = Arbitraries.oneOf(
                size.map(Dyadic::of),
                Combinators.combine(size, Arbitraries.of(3L, 7L, -11L))
                        .as((x, y) -> Balls.ofBits(150)
                                .over(Ball.exact(x), Balls.ofBits(150).of(y.longValue()))
                                .mid));
        Arbitrary<Integer> narrowing = Arbitraries.oneOf(
                Arbitraries.integers().between(-3, 200), Arbitraries.integers().between(-2, 3));
        Arbitrary<Bound> absolute = size.map(r -> Bound.above(Dyadic.of(r)));
        return Combinators.combine(
                        mid, Arbitraries.integers().between(0, 3), narrowing, absolute, sixteenths(), sixteenths())
                .as((m, kind, by, r, where, within) -> sample(m, radius(kind, m, by, r), where, within))
                .withoutEdgeCases();
    }

    private static Bound radius(int kind, Dyadic mid, int narrowing, Bound absolute) {
        return switch (kind) {
            case 0 -> Bound.ZERO;
            case 1 -> absolute;
            default -> Bound.above(mid).scaled(-narrowing);
        };
    }

    private static Arbitrary<Integer> sixteenths() {
        return Arbitraries.oneOf(Arbitraries.integers().between(-16, 16), Arbitraries.of(-16, 16));
    }

    private static Sample sample(Dyadic mid, Bound radius, int where, int within) {
        Dyadic shift = times(radius.toDyadic(), where).scaled(-4);
        Bound left = Bound.down(radius.mantissa() * (16 - Math.abs(where)), radius.exponent() - 4);
        Dyadic innerMid = mid.plus(shift);
        Dyadic point = innerMid.plus(times(left.toDyadic(), within).scaled(-4));
        return new Sample(new Ball(mid, radius), new Ball(innerMid, left), Rational.of(point));
    }

    private static Dyadic times(Dyadic x, int n) {
        return Dyadic.ofScaled(x.mantissa().longValueExact() * n, x.exponent());
    }
}
