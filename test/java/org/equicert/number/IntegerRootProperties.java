package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** s² ≤ n &lt; (s + 1)², for n of every length: squares, their neighbours, and numbers whose digits are all ones among them. */
class IntegerRootProperties {
    private static void assertRoot(BigInteger n) {
        IntegerRoot found = IntegerRoot.of(n);
        BigInteger s = found.root();
        assertEquals(n, s.multiply(s).add(found.remainder()), () -> "root of " + n);
        assertTrue(
                found.remainder().signum() >= 0 && found.remainder().compareTo(s.shiftLeft(1)) <= 0, () -> "of " + n);
    }

    @Property(tries = 1000)
    void theRootIsTheLargestWhoseSquareIsNotAboveTheNumber(@ForAll long seed, @ForAll @IntRange(max = 700) int bits) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            BigInteger n = draw.integer(bits);
            BigInteger square = n.multiply(n);
            assertRoot(n);
            assertRoot(square);
            assertRoot(square.add(BigInteger.ONE));
            assertRoot(square.add(n.shiftLeft(1)));
            assertRoot(square.subtract(BigInteger.ONE).max(BigInteger.ZERO));
        }
        assertRoot(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
        assertRoot(BigInteger.ONE.shiftLeft(bits));
    }
}
