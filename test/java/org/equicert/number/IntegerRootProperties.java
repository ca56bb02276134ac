package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class IntegerRootProperties {
    /** Up to 600 bits, either side of where {@link BigInteger} takes over. */
    @Provide
    Arbitrary<BigInteger> roots() {
        return Arbitraries.bytes().array(byte[].class).ofMaxSize(37).map(bytes -> new BigInteger(1, bytes));
    }

    @Property
    void theRootOfAnyIntegerIsTheJdks(@ForAll("roots") BigInteger high, @ForAll("roots") BigInteger low) {
        assertSame(high);
        assertSame(high.shiftLeft(Byte.SIZE * 37).add(low));
    }

    /** Where truncation turns: a square, the number below it and the one above. */
    @Property
    void theRootOfASquareAndOfItsNeighboursIsTheJdks(@ForAll("roots") BigInteger root) {
        BigInteger square = root.multiply(root);
        List<BigInteger> all = List.of(
                square,
                square.add(BigInteger.ONE),
                square.subtract(BigInteger.ONE).abs());
        all.forEach(IntegerRootProperties::assertSame);
    }

    private static void assertSame(BigInteger n) {
        BigInteger[] root = IntegerRoot.withRemainder(n);
        assertArrayEquals(n.sqrtAndRemainder(), root, () -> n + ": " + Arrays.toString(root));
    }
}
