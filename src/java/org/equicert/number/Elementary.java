package org.equicert.number;

import java.math.BigInteger;

/**
 * Enclosures of elementary functions at one exact number: the relative radius is below 2^−bits (except where the result is
 * exact), whatever the size of the number.
 */
final class Elementary {
    /** |x| up to which exp is computed: the result's exponent still fits a {@link Dyadic} amply. */
    private static final int EXP_LIMIT = 40;

    private Elementary() {}

    /** Roots of squares are exact. The truncated integer root is off by less than one of its units. */
    static Ball sqrt(Dyadic x, int bits) {
        long shift = 2L * bits + 4 - x.mantissa().bitLength();
        shift = Math.max(shift, 0);
        shift += (x.exponent() - shift) & 1;
        long exponent = (x.exponent() - shift) / 2;
        BigInteger[] root = x.mantissa().shiftLeft((int) shift).sqrtAndRemainder();
        return root[1].signum() == 0
                ? new Ball(stripped(root[0], exponent), Bound.ZERO)
                : new Ball(new Dyadic(root[0], exponent), Bound.powerOfTwo(exponent));
    }

    private static Dyadic stripped(BigInteger mantissa, long exponent) {
        int zeros = Math.max(0, mantissa.getLowestSetBit());
        return new Dyadic(mantissa.shiftRight(zeros), exponent + zeros);
    }

    /** @throws Undecided {@code WIDTH} for |x| beyond 2⁴⁰ */
    static Ball exp(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ONE;
        }
        if (x.top() > EXP_LIMIT) {
            throw new Undecided(Undecided.Reason.WIDTH, "exp of a number beyond 2^" + EXP_LIMIT);
        }
        if (x.top() < -bits - 2) {
            // |e^x − 1| ≤ 2 |x| for |x| ≤ 1
            return new Ball(Dyadic.ONE, Bound.above(x).scaled(1));
        }
        int p = bits + 6;
        Exponential e = exponential(x, p);
        long exponent = e.power - p;
        return new Ball(new Dyadic(e.mantissa, exponent), Bound.up(EXPONENTIAL_ERROR, exponent));
    }

    private static final int EXPONENTIAL_ERROR = 7;

    /** (mantissa ± {@link #EXPONENTIAL_ERROR}) · 2^(power − p), where 2^p ≤ mantissa + 2 and mantissa &lt; 2^(p+1). */
    private record Exponential(BigInteger mantissa, long power) {}

    /**
     * e^x = 2^n e^t with 0 ≤ t &lt; ln 2 up to rounding. x and ln 2 carry top + 4 more bits than t, where |n| &lt; 2^(top + 1):
     * cutting x costs t at most 2⁻⁴ ulp, n times the error of ln 2 at most 2 · 2^(top + 1) / 2^(top + 4) = ¼, cutting t one.
     * So e^t &lt; 2.02 is off by less than 2.02 · 1.4 + 2 &lt; 5 ulps.
     */
    private static Exponential exponential(Dyadic x, int p) {
        int more = (int) Math.max(0, x.top()) + 4;
        BigInteger fixed = x.floor((long) p + more);
        BigInteger ln2 = FixedPoint.ln2(p + more);
        if (fixed.signum() >= 0 && fixed.compareTo(ln2) < 0) {
            return new Exponential(FixedPoint.exp(fixed.shiftRight(more), p), 0);
        }
        BigInteger[] division = fixed.divideAndRemainder(ln2);
        boolean below = division[1].signum() < 0;
        long n = division[0].longValueExact() - (below ? 1 : 0);
        BigInteger t = below ? division[1].add(ln2) : division[1];
        return new Exponential(FixedPoint.exp(t.shiftRight(more), p), n);
    }

    /**
     * log x = n ln 2 + 2 artanh(z), z = (f − 1)/(f + 1), x = 2^n f, ¾ ≤ f &lt; 3/2, for x &gt; 0. Where n = 0 the precision grows
     * with the zeros by which z starts; elsewhere |log x| &gt; ¼.
     */
    static Ball log(Dyadic x, int bits) {
        BigInteger m = x.mantissa();
        int length = m.bitLength();
        boolean upperHalf = length > 1 && m.testBit(length - 2);
        long n = upperHalf ? x.top() : x.top() - 1;
        BigInteger unit = BigInteger.ONE.shiftLeft((int) (n - x.exponent()));
        BigInteger difference = m.subtract(unit);
        BigInteger total = m.add(unit);
        if (n == 0 && difference.signum() == 0) {
            return Ball.ZERO;
        }
        int lead = n == 0 ? total.bitLength() - difference.bitLength() : 0;
        int p = bits + lead + 8 + Integer.SIZE - Integer.numberOfLeadingZeros(bits);
        BigInteger z = difference.abs().shiftLeft(p).divide(total);
        FixedPoint.Series series = FixedPoint.artanh(z, p);
        BigInteger sum = series.sum().shiftLeft(1);
        BigInteger value = difference.signum() < 0 ? sum.negate() : sum;
        long error = 6L * series.terms() + 6;
        if (n != 0) {
            // n times the error of ln 2 is at most 2 |n| / 2^more < 1, cutting the product costs one.
            int more = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(n)) + 1;
            BigInteger multiple = FixedPoint.ln2(p + more).multiply(BigInteger.valueOf(n));
            value = value.add(multiple.shiftRight(more));
            error += 2;
        }
        return new Ball(new Dyadic(value, -p), Bound.up(error, -p));
    }

    /**
     * With a = |x|: a for small a, where 0 ≤ a − tanh a ≤ a³/3; 1 for large a, where 0 ≤ 1 − tanh a ≤ 2 e^(−2a); else
     * (1 − q)/(1 + q) with q = e^(−2a), whose error is at most twice that of q, and cutting the quotient costs one ulp.
     */
    static Ball tanh(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        Dyadic a = x.abs();
        Bound above = Bound.above(a);
        if (2 * a.top() < -bits) {
            return new Ball(x, above.timesUp(above).timesUp(above).scaled(-1));
        }
        Bound tail = expOfMinusTwice(a).scaled(1);
        if (tail.compareToMagnitude(new Dyadic(BigInteger.ONE, -bits - 4L)) < 0) {
            return new Ball(Dyadic.of(x.signum()), tail);
        }
        int p = bits + 8 + (int) Math.max(0, 1 - a.top());
        Exponential e = exponential(a.scaled(1).negate(), p);
        BigInteger q = e.mantissa.shiftRight((int) -e.power);
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger quotient = one.subtract(q).shiftLeft(p).divide(one.add(q));
        Dyadic value = new Dyadic(quotient, -p);
        return new Ball(x.signum() < 0 ? value.negate() : value, Bound.up(2 * (EXPONENTIAL_ERROR + 1) + 1, -p));
    }

    /** Not below e^(−2a) for a ≥ 0, and above it by little more than a factor of two: 2 / ln 2 &gt; 2.8853. */
    static Bound expOfMinusTwice(Dyadic a) {
        double exponent = Math.floor(2.8853 * Math.min(a.floor(), 0x1p40));
        return Bound.powerOfTwo((long) -exponent);
    }
}
