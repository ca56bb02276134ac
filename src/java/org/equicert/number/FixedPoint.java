package org.equicert.number;

import java.math.BigInteger;

/**
 * Series on integers that stand for multiples of 2^−p, with proved bounds on their errors. An <em>ulp</em> here is 2^−p.
 * All intermediate results are truncated, so that errors of series with positive terms are one-sided.
 */
final class FixedPoint {
    private static volatile Ln2 ln2 = new Ln2(0, BigInteger.ZERO);

    /** ln 2 within 1 ulp of 2^−precision. */
    private record Ln2(int precision, BigInteger value) {}

    private FixedPoint() {}

    /** An approximation of ln 2 · 2^p that is within 2 of it. Cached: the longest so far is kept and cut. */
    static BigInteger ln2(int p) {
        Ln2 known = ln2;
        if (known.precision < p) {
            int precision = Math.max(256, 2 * p);
            known = new Ln2(precision, computeLn2(precision));
            ln2 = known;
        }
        return known.value.shiftRight(known.precision - p);
    }

    /**
     * ln 2 = 18 artanh(1/26) − 2 artanh(1/4801) + 8 artanh(1/8749) (J. Arndt, Matters Computational, 32.4). Each series
     * has fewer than p terms, each off by less than 2, so that the sum is off by less than 56 p + 56 &lt; 2³² for p &lt;
     * 2²⁶: 32 more bits leave less than 1 ulp, and cutting them another.
     */
    private static BigInteger computeLn2(int p) {
        int q = p + 32;
        BigInteger sum = artanhOfReciprocal(26, q).multiply(BigInteger.valueOf(18));
        sum = sum.subtract(artanhOfReciprocal(4801, q).shiftLeft(1));
        sum = sum.add(artanhOfReciprocal(8749, q).shiftLeft(3));
        return sum.shiftRight(q - p);
    }

    private static BigInteger artanhOfReciprocal(int k, int p) {
        BigInteger square = BigInteger.valueOf((long) k * k);
        BigInteger power = BigInteger.ONE.shiftLeft(p).divide(BigInteger.valueOf(k));
        BigInteger sum = BigInteger.ZERO;
        for (int n = 1; power.signum() != 0; n += 2) {
            sum = sum.add(power.divide(BigInteger.valueOf(n)));
            power = power.divide(square);
        }
        return sum;
    }

    /**
     * e^t for 0 ≤ t &lt; 0.7, t in ulps of 2^−p, p ≥ 32: the result is below e^t by less than 2 ulps and never above.
     *
     * <p>With g more bits, u = ⌊t / 2^k⌋ and N terms of the Taylor series, each truncated twice. A term's error d obeys
     * dᵢ ≤ (dᵢ₋₁ u + 1)/i + 1 &lt; 2; the tail after the first term that is cut to zero is below 4; cutting u costs less
     * than 2. So e^u is low by F₀ &lt; 2N + 6. Squaring a value that is low by a fraction F (in ulps) gives one that is low
     * by at most the fraction 2F + 1, so after k squarings F &lt; 2^k (F₀ + 1), and as e^t &lt; 2.02 the value is low by less
     * than 2.02 · 2^k (2N + 7) ≤ 2^g. N ≤ (p + g)/k + 2.
     */
    static BigInteger exp(BigInteger t, int p) {
        int k = halvings(p);
        int g = k + 3 + Integer.SIZE - Integer.numberOfLeadingZeros(2 * p / k + 16);
        int q = p + g;
        BigInteger u = t.shiftLeft(g - k);
        BigInteger term = u;
        BigInteger sum = BigInteger.ONE.shiftLeft(q).add(u);
        for (int i = 2; term.signum() != 0; i++) {
            term = term.multiply(u).shiftRight(q).divide(BigInteger.valueOf(i));
            sum = sum.add(term);
        }
        for (int i = 0; i < k; i++) {
            sum = sum.multiply(sum).shiftRight(q);
        }
        return sum.shiftRight(g);
    }

    /** About √p: where a halving costs as much as the terms that it saves. */
    private static int halvings(int p) {
        return 4 + (int) Math.sqrt(p / 4.0);
    }

    /**
     * artanh(z) for 0 ≤ z ≤ 1/4, z in ulps of 2^−p: the result is below by less than 3 N + 3 ulps, if z is low by less than
     * 1 ulp, and never above; N is the number of terms.
     *
     * <p>z² is low by less than 2, each power z^(2i+1) by d with dᵢ₊₁ ≤ dᵢ/16 + 2 z + 1 &lt; 1.6, each quotient by less than 1
     * more; the tail after the first power that is cut to zero is below 2 · 16/15.
     */
    static Series artanh(BigInteger z, int p) {
        BigInteger square = z.multiply(z).shiftRight(p);
        BigInteger power = z;
        BigInteger sum = BigInteger.ZERO;
        int terms = 0;
        for (; power.signum() != 0; terms++) {
            sum = sum.add(power.divide(BigInteger.valueOf(2L * terms + 1)));
            power = power.multiply(square).shiftRight(p);
        }
        return new Series(sum, terms);
    }

    record Series(BigInteger sum, int terms) {}
}
