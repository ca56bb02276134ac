package org.equicert.number;

import java.math.BigInteger;

/**
 * Square roots of integers. Up to 500 bits by Newton's method with corrections in doubles: each adds some fifty bits for one
 * square and no division, where {@link BigInteger#sqrtAndRemainder} divides.
 */
final class IntegerRoot {
    /** Within the range of doubles, and few enough steps. */
    private static final int MOST_BITS = 500;

    private IntegerRoot() {}

    /** s with s² ≤ n &lt; (s + 1)², and n − s²; for n ≥ 0. */
    static BigInteger[] withRemainder(BigInteger n) {
        if (n.bitLength() > MOST_BITS) {
            return n.sqrtAndRemainder();
        }
        BigInteger root = truncated(Math.sqrt(n.doubleValue()));
        BigInteger rest = n.subtract(root.multiply(root));
        for (double step = step(rest, root); Math.abs(step) >= 1; step = step(rest, root)) {
            root = root.add(truncated(step));
            rest = n.subtract(root.multiply(root));
        }
        while (rest.signum() < 0) {
            root = root.subtract(BigInteger.ONE);
            rest = rest.add(root.shiftLeft(1)).add(BigInteger.ONE);
        }
        while (rest.compareTo(root.shiftLeft(1)) > 0) {
            rest = rest.subtract(root.shiftLeft(1)).subtract(BigInteger.ONE);
            root = root.add(BigInteger.ONE);
        }
        return new BigInteger[] {root, rest};
    }

    /** Half of rest / root; of 0 / 0 it is no number, and no step. */
    private static double step(BigInteger rest, BigInteger root) {
        return rest.doubleValue() / (2 * root.doubleValue());
    }

    private static BigInteger truncated(double x) {
        int exponent = Math.getExponent(x) - 52;
        return exponent <= 0
                ? BigInteger.valueOf((long) x)
                : BigInteger.valueOf((long) Math.scalb(x, -exponent)).shiftLeft(exponent);
    }
}
