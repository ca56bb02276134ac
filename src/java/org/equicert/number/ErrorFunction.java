package org.equicert.number;

import java.math.BigInteger;

/** Enclosures of erf and erfc at one exact number. Series, expansion and bounds: DLMF 7.6.2, 7.12.1, 7.8.7. */
final class ErrorFunction {
    private ErrorFunction() {}

    /**
     * Near 0, where 0 ≤ 1 − √π/2 · erf(x)/x ≤ x²/3; the series for as long as erf differs from ±1 by more than the
     * precision; then ±1, where erfc a &lt; e^(−a²)/(a√π).
     */
    static Ball erf(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        Balls balls = Balls.ofBits(bits);
        Dyadic a = x.abs();
        Ball near;
        if (2 * a.top() < -bits) {
            Bound above = Bound.above(a);
            Ball factor = balls.over(balls.of(2L), balls.sqrt(balls.pi()));
            near = balls.times(factor, new Ball(a, above.timesUp(above).timesUp(above)));
        } else if (isBeyond(a, bits)) {
            near = Ball.ONE.widen(tail(a));
        } else {
            near = series(a, bits);
        }
        return x.signum() < 0 ? balls.negate(near) : near;
    }

    /**
     * For a = x ≥ 0 the expansion at infinity where a² is beyond what the precision needs, else 1 − erf a with as many more
     * bits as cancel: erfc a &gt; e^(−a²) / (2 a + 2).
     */
    static Ball erfc(Dyadic x, int bits) {
        Balls balls = Balls.ofBits(bits);
        if (x.signum() <= 0) {
            return balls.plus(Ball.ONE, erf(x.negate(), bits));
        }
        if (isBeyond(x, bits)) {
            return expansion(x, bits);
        }
        double a = x.ceiling();
        int p = bits + 4 + (int) (1.4427 * a * a + 2 * a);
        return balls.round(Balls.ofBits(p).minus(Ball.ONE, erf(x, p)));
    }

    /** Whether certainly a² ≥ (bits + 6) ln 2, so that e^(−a²) is far below 2^−bits. */
    private static boolean isBeyond(Dyadic a, int bits) {
        double low = Math.min(a.floor(), 0x1p40);
        return low * low > 0.6932 * (bits + 6);
    }

    /**
     * Not below e^(−a²)/(a√π) &gt; erfc a, for a ≥ 1, and above it by a thousandth where a ≤ 2²⁰: with a² / ln 2 = n + f, n an
     * integer, 2^(−n) 2^(−f) 0.5642 / a. The factor of 1/ln 2 is low by more than its product in doubles is off.
     */
    private static Bound tail(Dyadic a) {
        double low = Math.min(a.floor(), 0x1p20);
        double exponent = 1.44269504088896 * (low * low);
        double n = Math.floor(exponent);
        double rest = StrictMath.pow(2, n - exponent) * 0.5642 / low;
        return Bound.up(rest * (1 + 0x1p-40)).scaled((long) -n);
    }

    /**
     * erf a = 2a/√π e^(−a²) S, S = Σ (2a²)ⁿ / (2n + 1)!!, for a &gt; 0: all terms are positive.
     *
     * <p>In ulps, terms τₙ rise, then fall, from τ₀ = 1. X = 2a² is low by less than 1, so the error of a term obeys d₀ = 0,
     * dₙ ≤ dₙ₋₁ X/(2n+1) + τₙ₋₁/(2n+1) + 2, which is dₙ ≤ Σⱼ τₙ/τⱼ (τⱼ₋₁/(2j+1) + 2) = Σⱼ (τₙ/X + 2 τₙ/τⱼ). Both τₙ/X and
     * τₙ/τⱼ are at most max(1, τₙ), so dₙ ≤ 3 n max(1, τₙ), and N terms are low by less than 3 N (N + S) ≤ 3 N (N + 1) S.
     * They end at the first that is cut to zero where 2n + 3 &gt; 2 X: the true one is below its error of 3 n + 1, and the tail
     * below twice that.
     */
    private static Ball series(Dyadic a, int bits) {
        double size = a.ceiling();
        int most = (int) (4 * size * size) + bits + 80;
        int guard = 2 * (32 - Integer.numberOfLeadingZeros(most)) + 6;
        int p = bits + guard;
        Dyadic square = new Dyadic(a.mantissa().multiply(a.mantissa()), 2 * a.exponent());
        BigInteger x = square.floor(p + 1L);
        BigInteger term = BigInteger.ONE.shiftLeft(p);
        BigInteger sum = BigInteger.ZERO;
        int n = 0;
        for (; term.signum() != 0; n++) {
            sum = sum.add(term);
            term = term.multiply(x).shiftRight(p).divide(BigInteger.valueOf(2L * n + 3));
        }
        Dyadic low = new Dyadic(sum, -p);
        Bound error = Bound.above(low).timesUp(Bound.up(3L * n * (n + 1) + 8L * n + 8, -p));
        Balls balls = Balls.ofBits(bits + 8);
        Ball s = balls.round(new Ball(low, error.scaled(1)));
        Ball factor = balls.over(balls.exp(new Ball(square.negate(), Bound.ZERO)), balls.sqrt(balls.pi()));
        return balls.times(balls.times(new Ball(a.scaled(1), Bound.ZERO), factor), s);
    }

    /**
     * erfc a = e^(−a²) / (a √π) · (1 − 1/X + 1·3/X² − …), X = 2a², where what is left out is at most its first term.
     *
     * <p>In ulps, with y = 1/X low by less than 1 and as long as (2n + 1)/X ≤ 1, the error of a term obeys dₙ₊₁ ≤ dₙ + 2 (2n + 1),
     * so dₙ ≤ 2n², and N terms with the first that is left out are off by less than N³ + 2 N², beyond that term's computed
     * size.
     */
    private static Ball expansion(Dyadic a, int bits) {
        int p = bits + 40;
        Balls balls = Balls.ofBits(bits + 8);
        Ball number = new Ball(a, Bound.ZERO);
        Ball square = new Ball(new Dyadic(a.mantissa().multiply(a.mantissa()), 2 * a.exponent()), Bound.ZERO);
        long shift = p - square.mid.exponent() - 1;
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger y = shift < 0
                ? BigInteger.ZERO
                : BigInteger.ONE.shiftLeft((int) shift).divide(square.mid.mantissa());
        BigInteger fastest = one.divide(y.add(BigInteger.ONE));
        BigInteger stop = BigInteger.ONE.shiftLeft(p - bits - 4);
        BigInteger term = one;
        BigInteger sum = BigInteger.ZERO;
        long n = 0;
        for (; term.compareTo(stop) > 0 && BigInteger.valueOf(2 * n + 1).compareTo(fastest) <= 0; n++) {
            sum = n % 2 == 0 ? sum.add(term) : sum.subtract(term);
            term = term.multiply(y).shiftRight(p).multiply(BigInteger.valueOf(2 * n + 1));
        }
        Bound error = Bound.above(new Dyadic(term, -p)).plusUp(Bound.up(n * n * n + 2 * n * n, -p));
        Ball s = balls.round(new Ball(new Dyadic(sum, -p), error));
        Ball bell = balls.exp(balls.negate(square));
        return balls.over(balls.times(bell, s), balls.times(number, balls.sqrt(balls.pi())));
    }
}
