package org.equicert.number;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** The Bernoulli numbers of even index, from the tangent numbers: R. Brent, D. Harvey, arXiv:1108.0286, algorithm 2. */
final class Bernoulli {
    private static volatile List<Rational> known = List.of();

    private Bernoulli() {}

    /** B₂, B₄, …, at least {@code count} of them. */
    static List<Rational> even(int count) {
        if (known.size() < count) {
            known = compute(Math.max(64, count + count / 2));
        }
        return known;
    }

    /** B₂ₙ = (−1)^(n−1) 2n Tₙ / (4ⁿ (4ⁿ − 1)). */
    private static List<Rational> compute(int count) {
        BigInteger[] tangent = tangentNumbers(count);
        List<Rational> numbers = new ArrayList<>(count);
        for (int n = 1; n <= count; n++) {
            BigInteger power = BigInteger.ONE.shiftLeft(2 * n);
            BigInteger numerator = tangent[n].multiply(BigInteger.valueOf(n % 2 == 1 ? 2L * n : -2L * n));
            numbers.add(Rational.of(numerator, power.multiply(power.subtract(BigInteger.ONE))));
        }
        return List.copyOf(numbers);
    }

    /** T₁, …: the (2n−1)-th derivatives of tan at 0. */
    private static BigInteger[] tangentNumbers(int count) {
        BigInteger[] t = new BigInteger[count + 1];
        t[0] = BigInteger.ZERO;
        t[1] = BigInteger.ONE;
        for (int k = 2; k <= count; k++) {
            t[k] = t[k - 1].multiply(BigInteger.valueOf(k - 1));
        }
        for (int k = 2; k <= count; k++) {
            for (int j = k; j <= count; j++) {
                t[j] = t[j - 1].multiply(BigInteger.valueOf(j - k)).add(t[j].multiply(BigInteger.valueOf(j - k + 2)));
            }
        }
        return t;
    }
}
