package org.equicert.number;

import java.math.BigInteger;

/**
 * Enclosures of elementary functions at one exact number: the relative radius is below 2^−bits (except where the result is
 * exact), whatever the size of the number.
 */
final class Elementary {
    /** |x| up to which exp is computed: the result's exponent still fits a {@link Dyadic} amply. */
    static final int EXP_LIMIT = 40;

    private Elementary() {}

    /** Roots of squares are exact. The truncated integer root is off by less than one of its units. */
    static Ball sqrt(Dyadic x, int bits) {
        long shift = 2L * bits + 4 - x.mantissa().bitLength();
        shift = Math.max(shift, 0);
        shift += (x.exponent() - shift) & 1;
        long exponent = (x.exponent() - shift) / 2;
        BigInteger[] root = IntegerRoot.withRemainder(x.mantissa().shiftLeft((int) shift));
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
     * So e^t &lt; 2.02 is off by less than 2.02 · 1.4 + 2 &lt; 5 ulps. The guess of n in doubles may be one too many or too few.
     */
    private static Exponential exponential(Dyadic x, int p) {
        int more = (int) Math.max(0, x.top()) + 4;
        BigInteger t = x.floor((long) p + more);
        BigInteger ln2 = Constants.ln2(p + more);
        long n = (long) Math.floor(x.nearest() / LN_2);
        if (n != 0) {
            t = t.subtract(ln2.multiply(BigInteger.valueOf(n)));
        }
        if (t.signum() < 0) {
            t = t.add(ln2);
            n--;
        } else if (t.compareTo(ln2) >= 0) {
            t = t.subtract(ln2);
            n++;
        }
        return new Exponential(FixedPoint.exp(t.shiftRight(more), p), n);
    }

    private static final double LN_2 = Math.log(2);

    /** e^x − 1 = x + ½ x² + …, where the rest is at most x² for |x| ≤ 1; else what cancels is computed in addition. */
    static Ball expm1(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        Bound above = Bound.above(x);
        if (x.top() < -bits - 1) {
            return new Ball(x, above.timesUp(above));
        }
        if (x.signum() < 0 && x.top() > EXP_LIMIT) {
            return new Ball(Dyadic.of(-1), Bound.powerOfTwo(-EXP_TAIL));
        }
        int p = bits + 3 + (int) Math.max(0, 1 - x.top());
        return Balls.ofBits(p).minus(exp(x, p), Ball.ONE);
    }

    /** e^(−2⁴⁰) &lt; 2^(−2⁴⁰). */
    static final long EXP_TAIL = 1L << EXP_LIMIT;

    /**
     * log(1 + x), for x &gt; −1: x for small x, where the error is at most x² for |x| ≤ ½; log x for large x, where it is at
     * most 1/x; else the logarithm of the exact sum.
     */
    static Ball log1p(Dyadic x, int bits) {
        if (x.signum() == 0) {
            return Ball.ZERO;
        }
        Bound above = Bound.above(x);
        if (x.top() < -bits - 1) {
            return new Ball(x, above.timesUp(above));
        }
        if (x.top() > bits + 2) {
            return log(x, bits + 1).widen(Bound.powerOfTwo(1 - x.top()));
        }
        return log(x.plus(Dyadic.ONE), bits);
    }

    /**
     * log x = n ln 2 + log f, x = 2^n f, ¾ ≤ f &lt; 3/2, for x &gt; 0. Where n = 0 the precision grows with the zeros by which
     * log f starts; elsewhere |log x| &gt; ¼.
     */
    static Ball log(Dyadic x, int bits) {
        BigInteger m = x.mantissa();
        int length = m.bitLength();
        boolean upperHalf = length > 1 && m.testBit(length - 2);
        long n = upperHalf ? x.top() : x.top() - 1;
        BigInteger unit = BigInteger.ONE.shiftLeft((int) (n - x.exponent()));
        BigInteger difference = m.subtract(unit);
        if (n == 0 && difference.signum() == 0) {
            return Ball.ZERO;
        }
        int lead = unit.bitLength() - difference.bitLength();
        int p = bits + (n == 0 ? lead : 0) + 9 + Integer.SIZE - Integer.numberOfLeadingZeros(bits);
        Fixed rest = lead > NEAR_ONE ? logNearOne(m, unit, p) : logFromDouble(new Dyadic(m, x.exponent() - n), p);
        if (n == 0) {
            return new Ball(new Dyadic(rest.value, -p), Bound.up(rest.error, -p));
        }
        // n times the error of ln 2 is at most 2 |n| / 2^more < 1, cutting the product costs one.
        int more = Long.SIZE - Long.numberOfLeadingZeros(Math.abs(n)) + 1;
        BigInteger multiple = Constants.ln2(p + more).multiply(BigInteger.valueOf(n));
        return new Ball(new Dyadic(rest.value.add(multiple.shiftRight(more)), -p), Bound.up(rest.error + 2, -p));
    }

    /** With |f − 1| below 2^−this the series for log f is short. */
    private static final int NEAR_ONE = 20;

    /** A number in ulps, within {@code error} of them. */
    private record Fixed(BigInteger value, long error) {}

    /** log f = 2 artanh z, z = (f − 1)/(f + 1), f = m / unit. */
    private static Fixed logNearOne(BigInteger m, BigInteger unit, int p) {
        BigInteger difference = m.subtract(unit);
        BigInteger z = difference.abs().shiftLeft(p).divide(m.add(unit));
        FixedPoint.Series series = FixedPoint.artanh(z, p);
        BigInteger sum = series.sum().shiftLeft(1);
        return new Fixed(difference.signum() < 0 ? sum.negate() : sum, 6L * series.terms() + 6);
    }

    /**
     * One step of Newton's kind, with its whole series: log f = y + 2 artanh z for any y, here close to log f from doubles,
     * with z = (f − e^y)/(f + e^y) or (f e^(−y) − 1)/(f e^(−y) + 1), whichever has the positive power. f is low by less than 1
     * ulp, the power E by less than 2, f E with f &lt; 1 by less than 4.4, and the denominator is above 1.9: z is off by less
     * than 4, to which the series adds 3 N + 3.
     */
    private static Fixed logFromDouble(Dyadic f, int p) {
        BigInteger y = Dyadic.of(Math.log(f.nearest())).floor(p);
        BigInteger power = FixedPoint.exp(y.abs(), p);
        BigInteger fixed = f.floor(p);
        BigInteger one = BigInteger.ONE.shiftLeft(p);
        BigInteger left = y.signum() < 0 ? fixed.multiply(power).shiftRight(p) : fixed;
        BigInteger right = y.signum() < 0 ? one : power;
        BigInteger difference = left.subtract(right);
        BigInteger z = difference.abs().shiftLeft(p).divide(left.add(right));
        FixedPoint.Series series = FixedPoint.artanh(z, p);
        BigInteger sum = series.sum().shiftLeft(1);
        return new Fixed(y.add(difference.signum() < 0 ? sum.negate() : sum), 6L * series.terms() + 16);
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
