package org.equicert.number;

import java.math.BigInteger;
import java.util.function.IntToLongFunction;

/**
 * Series on integers that stand for multiples of 2^−p, with proved bounds on their errors. An <em>ulp</em> here is 2^−p.
 * All intermediate results are rounded down, so that errors of series with positive terms are one-sided.
 */
final class FixedPoint {
    private FixedPoint() {}

    /**
     * e^t for 0 ≤ t &lt; 0.7, t in ulps of 2^−p: the result is below e^t by less than 2 ulps and never above.
     *
     * <p>With g more bits and u = t / 2^k, exactly, the series gives e^u low by F₀ &lt; 9 ulps ({@link #series}). Squaring a
     * value that is low by a fraction F (in ulps) gives one that is low by at most the fraction 2F + 1, so after k squarings
     * F &lt; 2^k (F₀ + 1), and as e^t &lt; 2.02 the value is low by less than 20.2 · 2^k &lt; 2^(k + 5) = 2^g.
     */
    static BigInteger exp(BigInteger t, int p) {
        int k = halvings(p);
        int g = k + 5;
        int q = p + g;
        BigInteger value = series(t.shiftLeft(g - k), k, q, j -> j);
        for (int i = 0; i < k; i++) {
            value = value.multiply(value).shiftRight(q);
        }
        return value.shiftRight(g);
    }

    /** About √p: where a halving costs as much as the terms that it saves. */
    private static int halvings(int p) {
        return 2 + (int) Math.sqrt(p / 6.0);
    }

    /** Sine and cosine. */
    record SinCos(BigInteger sin, BigInteger cos) {}

    /**
     * sin t and cos t for 0 ≤ t &lt; 0.8, t in ulps of 2^−p: both within 2 ulps.
     *
     * <p>With g more bits, u = t / 2^k exactly and v = u² low by 1: sin u = u S(v) and w = 1 − cos u = ½ v C(v), where both
     * series are within 10 (9 by {@link #series}, and S′, C′ &lt; 1), so that s and w are within d₀ = 11. Doubling the angle
     * by s ← 2 s (1 − w), w ← 2 s², while the angle is at most 0.4, gives dᵢ₊₁ ≤ 3 dᵢ + 2, hence d &lt; 12 · 3^k &lt; 2^g.
     */
    static SinCos sinCos(BigInteger t, int p) {
        int k = p < 256 ? 0 : (int) Math.sqrt(p / 32.0);
        int g = 2 * k + 4;
        int q = p + g;
        BigInteger u = t.shiftLeft(g - k);
        BigInteger square = u.multiply(u).shiftRight(q);
        BigInteger v = square.negate();
        BigInteger s =
                u.multiply(series(v, 2 * k, q, j -> 2L * j * (2L * j + 1))).shiftRight(q);
        BigInteger w = square.multiply(series(v, 2 * k, q, j -> (2L * j + 1) * (2L * j + 2)))
                .shiftRight(q + 1);
        BigInteger one = BigInteger.ONE.shiftLeft(q);
        for (int i = 0; i < k; i++) {
            BigInteger sin = s.multiply(one.subtract(w)).shiftRight(q - 1);
            w = s.multiply(s).shiftRight(q - 1);
            s = sin;
        }
        return new SinCos(s.shiftRight(g), one.subtract(w).shiftRight(g));
    }

    /**
     * Σ vʲ / (d(1) ⋯ d(j)) over j ≥ 0 for |v| &lt; 2^−small, |v| ≤ 0.64 or 0 ≤ v ≤ 0.35, d(j) ≥ j increasing, d(1) ≥ 6 if v
     * may be beyond 0.35: within 9 ulps, for v ≥ 0 from below.
     *
     * <p>Terms are grouped by m, so that only one product in m is long and only one division in m is needed (P. Smith's
     * rectangular splitting): with D = d(cm + 1) ⋯ d(cm + m), the sum from term cm on, freed of its common factor, is
     * H = 1 + (Σ aᵢ vⁱ + vᵐ H′) / D with integers aᵢ = D / (d(cm + 1) ⋯ d(cm + i)) that fit a long. The powers of v are off
     * by less than 1/(1 − |v|); Σ aᵢ/D ≤ e − 1, or 1/5 where d(1) ≥ 6; so that H is off by h ≤ 3.5 + (5 + h′/8)/2 + 1, which
     * keeps h below 7.5. The tail that is left out is below one ulp.
     */
    private static BigInteger series(BigInteger v, int small, int q, IntToLongFunction d) {
        int n = 1;
        for (long bits = 0; bits < q + 2; n++) {
            bits += small + 63 - Long.numberOfLeadingZeros(d.applyAsLong(n));
        }
        int longest = 62 / (64 - Long.numberOfLeadingZeros(d.applyAsLong(n + 16)));
        int m = Math.clamp((int) Math.sqrt(n), 2, Math.max(2, Math.min(16, longest)));
        BigInteger[] power = new BigInteger[m + 1];
        power[1] = v;
        for (int i = 2; i <= m; i++) {
            power[i] = power[i - 1].multiply(v).shiftRight(q);
        }
        BigInteger one = BigInteger.ONE.shiftLeft(q);
        BigInteger sum = BigInteger.ZERO;
        for (int c = Math.ceilDiv(n, m) - 1; c >= 0; c--) {
            BigInteger group = power[m].multiply(sum).shiftRight(q);
            long a = 1;
            for (int i = m - 1; i >= 1; i--) {
                a *= d.applyAsLong(c * m + i + 1);
                group = group.add(power[i].multiply(BigInteger.valueOf(a)));
            }
            sum = one.add(floor(group, a * d.applyAsLong(c * m + 1)));
        }
        return sum;
    }

    private static BigInteger floor(BigInteger n, long divisor) {
        BigInteger[] quotient = n.divideAndRemainder(BigInteger.valueOf(divisor));
        return quotient[1].signum() < 0 ? quotient[0].subtract(BigInteger.ONE) : quotient[0];
    }

    /**
     * artanh(z) for 0 ≤ z ≤ 1/4, z in ulps of 2^−p: the result is below by less than 3 N + 3 ulps, if z is low by less than
     * 1 ulp, and never above; N is the number of terms.
     *
     * <p>z² is low by less than 2, each power z^(2i+1) by d with dᵢ₊₁ ≤ dᵢ/16 + 2 z + 1 &lt; 1.6, each quotient by less than 1
     * more; the tail after the first power that is cut to zero is below 2 · 16/15.
     */
    static Series artanh(BigInteger z, int p) {
        return oddReciprocals(z, p, false);
    }

    /** atan(z), as {@link #artanh}, with the signs alternating: within 3 N + 3 ulps. */
    static Series atan(BigInteger z, int p) {
        return oddReciprocals(z, p, true);
    }

    /** Σ (±1)ⁱ z^(2i+1) / (2i + 1). */
    private static Series oddReciprocals(BigInteger z, int p, boolean alternating) {
        BigInteger square = z.multiply(z).shiftRight(p);
        BigInteger power = z;
        BigInteger sum = BigInteger.ZERO;
        int terms = 0;
        for (; power.signum() != 0; terms++) {
            BigInteger term = power.divide(BigInteger.valueOf(2L * terms + 1));
            sum = alternating && terms % 2 == 1 ? sum.subtract(term) : sum.add(term);
            power = power.multiply(square).shiftRight(p);
        }
        return new Series(sum, terms);
    }

    record Series(BigInteger sum, int terms) {}
}
