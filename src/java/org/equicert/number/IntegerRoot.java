package org.equicert.number;

import java.math.BigInteger;

/**
 * ⌊√n⌋ and what is left of n: the root of the leading half of n gives half of the digits, one division the others
 * (Zimmermann, Karatsuba square root).
 *
 * @param root s with s² ≤ n &lt; (s + 1)²
 * @param remainder n − s²
 */
record IntegerRoot(BigInteger root, BigInteger remainder) {
    /** Up to so many bits a root of doubles is off by one at most. */
    private static final int LONG_BITS = 62;

    /** @param n 0 or more */
    static IntegerRoot of(BigInteger n) {
        int length = n.bitLength();
        if (length <= LONG_BITS) {
            return ofLong(n.longValue());
        }
        int k = length / 4;
        BigInteger rest = low(n, 2 * k);
        IntegerRoot leading = of(n.shiftRight(2 * k));
        BigInteger[] digits =
                leading.remainder.shiftLeft(k).add(rest.shiftRight(k)).divideAndRemainder(leading.root.shiftLeft(1));
        BigInteger root = leading.root.shiftLeft(k).add(digits[0]);
        BigInteger remainder = digits[1].shiftLeft(k).add(low(rest, k)).subtract(digits[0].multiply(digits[0]));
        return remainder.signum() < 0
                ? new IntegerRoot(
                        root.subtract(BigInteger.ONE),
                        remainder.add(root.shiftLeft(1)).subtract(BigInteger.ONE))
                : new IntegerRoot(root, remainder);
    }

    private static IntegerRoot ofLong(long n) {
        long root = (long) Math.sqrt((double) n);
        if (root * root > n) {
            root--;
        } else if ((root + 1) * (root + 1) <= n) {
            root++;
        }
        return new IntegerRoot(BigInteger.valueOf(root), BigInteger.valueOf(n - root * root));
    }

    /** n modulo 2ᵏ. */
    private static BigInteger low(BigInteger n, int k) {
        return n.subtract(n.shiftRight(k).shiftLeft(k));
    }
}
