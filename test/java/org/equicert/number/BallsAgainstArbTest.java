package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.equicert.number.Draw.Sample;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/**
 * Every function of balls against Arb's on the same random balls: both enclose the image, so they meet. Our radius is
 * reported against Arb's, whose result is rounded to the bits asked for first, since some of its functions give more. Not run, and said so, where Arb is not installed (Debian: {@code libflint-arb2}).
 */
class BallsAgainstArbTest {
    private static final int CASES = 1_000 * Draw.CASES;

    private interface Theirs {
        Optional<Ball> at(int bits, Ball x);
    }

    private static Map<BallFunction, Theirs> functions(Arb arb) {
        Map<BallFunction, Theirs> all = new LinkedHashMap<>();
        Map<BallFunction, String> plain = new LinkedHashMap<>();
        plain.put(BallFunction.SQRT, "arb_sqrt");
        plain.put(BallFunction.EXP, "arb_exp");
        plain.put(BallFunction.EXPM1, "arb_expm1");
        plain.put(BallFunction.LOG, "arb_log");
        plain.put(BallFunction.LOG1P, "arb_log1p");
        plain.put(BallFunction.SIN, "arb_sin");
        plain.put(BallFunction.COS, "arb_cos");
        plain.put(BallFunction.TAN, "arb_tan");
        plain.put(BallFunction.ATAN, "arb_atan");
        plain.put(BallFunction.ASIN, "arb_asin");
        plain.put(BallFunction.ACOS, "arb_acos");
        plain.put(BallFunction.ASINH, "arb_asinh");
        plain.put(BallFunction.ACOSH, "arb_acosh");
        plain.put(BallFunction.ATANH, "arb_atanh");
        plain.put(BallFunction.SINH, "arb_sinh");
        plain.put(BallFunction.COSH, "arb_cosh");
        plain.put(BallFunction.TANH, "arb_tanh");
        plain.put(BallFunction.ERF, "arb_hypgeom_erf");
        plain.put(BallFunction.ERFC, "arb_hypgeom_erfc");
        plain.put(BallFunction.GAMMA, "arb_gamma");
        plain.put(BallFunction.DIGAMMA, "arb_digamma");
        plain.forEach((f, name) -> {
            Arb.Function theirs = arb.function(name, 1);
            all.put(f, theirs::at);
        });
        Arb.Function max = arb.function("arb_max", 2);
        Theirs abs = (bits, x) -> max.at(bits, x, negated(x));
        all.put(BallFunction.ABS, abs);
        Arb.Function gamma = arb.function("arb_gamma", 1);
        Arb.Function lgamma = arb.function("arb_lgamma", 1);
        Arb.Function log = arb.function("arb_log", 1);
        all.put(
                BallFunction.LGAMMA, // Arb's has no negative arguments
                (bits, x) -> x.low().signum() > 0
                        ? lgamma.at(bits, x)
                        : gamma.at(2 * bits + 60, x)
                                .flatMap(y -> abs.at(2 * bits + 60, y))
                                .flatMap(y -> log.at(bits, y)));
        Arb.Function zeta = arb.function("arb_hurwitz_zeta", 2);
        all.put(BallFunction.TRIGAMMA, (bits, x) -> zeta.at(bits, Ball.exact(2), x));
        all.put(
                BallFunction.TETRAGAMMA,
                (bits, x) -> zeta.at(bits, Ball.exact(3), x)
                        .map(z -> Balls.ofBits(bits).times(Ball.exact(-2), z)));
        Arb.Function pow = arb.function("arb_pow", 2);
        all.put(BallFunction.SQUARE, (bits, x) -> pow.at(bits, x, Ball.exact(2)));
        all.put(BallFunction.CUBE, (bits, x) -> pow.at(bits, x, Ball.exact(3)));
        all.put(BallFunction.POWER_40, (bits, x) -> pow.at(bits, x, Ball.exact(40)));
        all.put(BallFunction.POWER_MINUS_7, (bits, x) -> pow.at(bits, x, Ball.exact(-7)));
        all.put(BallFunction.POW_5_2, (bits, x) -> pow.at(bits, x, Ball.exact(2.5)));
        all.put(
                BallFunction.POW_MINUS_1_3,
                (bits, x) -> pow.at(bits, x, Balls.ofBits(400).of(Rational.of(-1, 3))));
        Arb.Function exp = arb.function("arb_exp", 1);
        Arb.Function log1p = arb.function("arb_log1p", 1);
        Arb.Function plus = arb.function("arb_add", 2);
        Arb.Function over = arb.function("arb_div", 2);
        all.put(BallFunction.SOFTPLUS, (bits, x) -> exp.at(2 * bits + 60, x).flatMap(e -> log1p.at(bits, e)));
        all.put(
                BallFunction.LOGISTIC,
                (bits, x) -> exp.at(bits, negated(x))
                        .flatMap(e -> plus.at(bits, e, Ball.ONE))
                        .flatMap(e -> over.at(bits, Ball.ONE, e)));
        return all;
    }

    private static Ball negated(Ball x) {
        return new Ball(x.mid.negate(), x.rad);
    }

    private static Arb arb() {
        Optional<Arb> arb = Arb.installed();
        if (arb.isEmpty()) {
            System.out.println("NOT RUN: balls against Arb, which is not installed (Debian: libflint-arb2)");
        }
        Assumptions.assumeTrue(arb.isPresent(), "not run: Arb is not installed");
        return arb.orElseThrow();
    }

    /** Counts cases, and takes the median of our radius over theirs in powers of two, for single numbers and wide balls. */
    private static final class Radii {
        private int cases;
        private final List<Long> narrow = new ArrayList<>();
        private final List<Long> wide = new ArrayList<>();

        void add(boolean exact, int bits, Ball ours, Ball theirs) {
            cases++;
            Ball rounded = Balls.ofBits(bits).round(theirs);
            if (!ours.isExact() && !rounded.isExact()) {
                (exact ? narrow : wide)
                        .add(ours.rad.toDyadic().top() - rounded.rad.toDyadic().top());
            }
        }

        @Override
        public String toString() {
            return cases + " cases; our radius over Arb's: " + spread(narrow) + " for single numbers, " + spread(wide)
                    + " for wide balls";
        }

        private static String spread(List<Long> ratios) {
            if (ratios.isEmpty()) {
                return "-";
            }
            ratios.sort(null);
            int last = ratios.size() - 1;
            return "2^%d (95%% below 2^%d)".formatted(ratios.get(last / 2), ratios.get(last * 95 / 100));
        }
    }

    @Test
    void everyFunctionMeetsArbs() {
        Draw draw = new Draw(20_261_121);
        functions(arb()).forEach((f, theirs) -> {
            Radii radii = new Radii();
            for (int i = 0; i < CASES; i++) {
                Sample x = draw.sample(i % 10 == 0 ? draw.finite() : draw.moderate());
                Ball operand = i % 3 == 0 ? x.exact() : x.outer();
                int bits = draw.between(16, 200);
                if (!f.isDefinedAt(operand) || operand.above().compareTo(Bound.powerOfTwo(2000)) > 0) {
                    continue;
                }
                Ball ours = f.on(Balls.ofBits(bits), operand);
                theirs.at(bits, operand).ifPresent(ball -> {
                    assertTrue(ours.overlaps(ball), () -> f + " of " + operand + ": " + ours + ", Arb: " + ball);
                    radii.add(operand.isExact(), bits, ours, ball);
                });
            }
            assertTrue(radii.cases > CASES / 10, () -> f + " was hardly compared");
            System.out.println(f + ": " + radii);
        });
    }

    @Test
    void piMeetsArbs() {
        Arb.Function theirs = arb().function("arb_const_pi", 0);
        for (int bits = 2; bits <= 4000; bits = bits * 5 / 4 + 1) {
            Ball pi = Balls.ofBits(bits).pi();
            assertTrue(pi.overlaps(theirs.at(bits).orElseThrow()), () -> "π: " + pi);
            assertTrue(pi.isAccurateTo(bits - 2), () -> "π: " + pi);
        }
    }

    private interface Ours {
        Ball on(Balls balls, Ball x, Ball y);
    }

    @Test
    void everyOperationOnTwoBallsMeetsArbs() {
        Arb arb = arb();
        compare(arb.function("arb_add", 2), "plus", Balls::plus);
        compare(arb.function("arb_sub", 2), "minus", Balls::minus);
        compare(arb.function("arb_mul", 2), "times", Balls::times);
        compare(arb.function("arb_div", 2), "over", Balls::over);
        compare(arb.function("arb_atan2", 2), "atan2", Balls::atan2);
        compare(arb.function("arb_pow", 2), "pow", Balls::pow);
        compare(arb.function("arb_max", 2), "max", BallOrder::max);
        compare(arb.function("arb_min", 2), "min", BallOrder::min);
    }

    private static void compare(Arb.Function theirs, String name, Ours ours) {
        Draw draw = new Draw(20_261_122);
        Radii radii = new Radii();
        for (int i = 0; i < CASES; i++) {
            Ball x = draw.sample(i % 10 == 0 ? draw.finite() : draw.moderate()).outer();
            Ball y = draw.sample(i % 10 == 0 ? draw.finite() : draw.moderate()).outer();
            int bits = draw.between(16, 200);
            try {
                Ball mine = ours.on(Balls.ofBits(bits), x, y);
                theirs.at(bits, x, y).ifPresent(ball -> {
                    assertTrue(
                            mine.overlaps(ball),
                            () -> name + " of " + x + " and " + y + ": " + mine + ", Arb: " + ball);
                    radii.add(x.isExact() && y.isExact(), bits, mine, ball);
                });
            } catch (Undecided undecided) {
                // outside its domain, or reaching the edge: counted below
            }
        }
        assertTrue(radii.cases > CASES / 10, () -> name + " was hardly compared");
        System.out.println(name + ": " + radii);
    }
}
