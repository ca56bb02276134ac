package org.equicert.number;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Elementary functions in decimal, by other roads than {@link Elementary}: good to {@value #DIGITS} digits and more. */
final class Reference {
    static final int DIGITS = 110;

    private static final MathContext CONTEXT = new MathContext(DIGITS + 40, RoundingMode.HALF_EVEN);
    private static final MathContext LONG = new MathContext(DIGITS + 70, RoundingMode.HALF_EVEN);
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

    /** The Taylor series, without any reduction: for |x| ≤ 30. */
    static BigDecimal sin(BigDecimal x) {
        return alternating(x, x, 2);
    }

    /** As {@link #sin}. */
    static BigDecimal cos(BigDecimal x) {
        return alternating(BigDecimal.ONE, x, 1);
    }

    /** first · Σ (−x²)ⁱ / (n (n+1) (n+2) …). */
    private static BigDecimal alternating(BigDecimal first, BigDecimal x, int n) {
        BigDecimal square = x.multiply(x).negate();
        BigDecimal sum = BigDecimal.ZERO;
        BigDecimal term = first;
        int k = n;
        while (term.signum() != 0 && term.abs().compareTo(BigDecimal.ONE.movePointLeft(DIGITS + 20)) > 0) {
            sum = sum.add(term, LONG);
            BigDecimal divisor = BigDecimal.valueOf((long) k * (k + 1));
            term = term.multiply(square, LONG).divide(divisor, LONG);
            k += 2;
        }
        return sum;
    }

    /** 2/√π Σ (−1)ⁱ x^(2i+1) / (i! (2i+1)), for |x| ≤ 4. */
    static BigDecimal erf(BigDecimal x) {
        BigDecimal square = x.multiply(x).negate();
        BigDecimal power = x;
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; power.abs().compareTo(BigDecimal.ONE.movePointLeft(DIGITS + 20)) > 0; i++) {
            sum = sum.add(power.divide(BigDecimal.valueOf(2L * i + 1), LONG), LONG);
            power = power.multiply(square, LONG).divide(BigDecimal.valueOf(i + 1L), LONG);
        }
        return sum.multiply(TWO).divide(pi().sqrt(LONG), LONG);
    }

    /** 16 atan(1/5) − 4 atan(1/239) (Machin). */
    private static BigDecimal pi() {
        return atanOfReciprocal(5)
                .multiply(BigDecimal.valueOf(16))
                .subtract(atanOfReciprocal(239).multiply(BigDecimal.valueOf(4)));
    }

    private static BigDecimal atanOfReciprocal(int k) {
        BigDecimal square = BigDecimal.valueOf((long) -k * k);
        BigDecimal power = BigDecimal.ONE.divide(BigDecimal.valueOf(k), LONG);
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 1; power.abs().compareTo(BigDecimal.ONE.movePointLeft(DIGITS + 40)) > 0; i += 2) {
            sum = sum.add(power.divide(BigDecimal.valueOf(i), LONG), LONG);
            power = power.divide(square, LONG);
        }
        return sum;
    }
}
