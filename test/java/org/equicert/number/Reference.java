package org.equicert.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions in decimal, by other roads than {@link Elementary}: good to {@value #DIGITS} digits and more. */
final class Reference {
    static final int DIGITS = 110;

    private static final MathContext CONTEXT = new MathContext(DIGITS + 40, RoundingMode.HALF_EVEN);
    private static final BigDecimal TWO = BigDecimal.valueOf(2);

    private Reference() {}

    static BigDecimal decimal(Dyadic x) {
        Rational exact = Rational.of(x);
        return new BigDecimal(exact.numerator()).divide(new BigDecimal(exact.denominator()));
    }

    /** (Σ (x/2^k)ⁱ/i!)^(2^k) with 2^k ≥ 4 |x|. */
    static BigDecimal exp(BigDecimal x) {
        int halvings = 0;
        BigDecimal reduced = x;
        while (reduced.abs().compareTo(new BigDecimal("0.25")) > 0) {
            reduced = reduced.divide(TWO, CONTEXT);
            halvings++;
        }
        BigDecimal sum = BigDecimal.ONE;
        BigDecimal term = BigDecimal.ONE;
        for (int i = 1; i < 100; i++) {
            term = term.multiply(reduced, CONTEXT).divide(BigDecimal.valueOf(i), CONTEXT);
            sum = sum.add(term, CONTEXT);
        }
        for (int i = 0; i < halvings; i++) {
            sum = sum.multiply(sum, CONTEXT);
        }
        return sum;
    }

    /** Halley's iteration y ← y + 2 (x − eʸ)/(x + eʸ), which triples the digits. */
    static BigDecimal log(BigDecimal x) {
        BigDecimal y = BigDecimal.valueOf(Math.log(x.doubleValue()));
        for (int i = 0; i < 3; i++) {
            BigDecimal power = exp(y);
            BigDecimal step = TWO.multiply(x.subtract(power)).divide(x.add(power), CONTEXT);
            y = y.add(step);
        }
        return y;
    }

    /** (eˣ − e⁻ˣ)/(eˣ + e⁻ˣ). */
    static BigDecimal tanh(BigDecimal x) {
        BigDecimal up = exp(x);
        BigDecimal down = BigDecimal.ONE.divide(up, CONTEXT);
        return up.subtract(down).divide(up.add(down), CONTEXT);
    }
}
