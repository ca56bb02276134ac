package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.fast.Contraction;
import org.equicert.fast.simd.DoubleMachine;

/** Right products pass; planted errors are seen with the probability that is stated, and located. */
class ProductCheckProperties {
    private static double[] product(int n, int k, int m, double[] a, double[] b) {
        return new DoubleMachine().contract(Contraction.product(n, k, m), a, b);
    }

    @Property(tries = 200)
    void rightProductsOfIntegersPass(
            @ForAll("sizes") int n, @ForAll("sizes") int k, @ForAll("sizes") int m, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] a = random.ints(n * k, -999, 1000).asDoubleStream().toArray();
        double[] b = random.ints(k * m, -999, 1000).asDoubleStream().toArray();
        var check = new ProductCheck(n, k, m, a, b, product(n, k, m, a, b));
        assertEquals(List.of(), check.wrongRowsOfIntegers(random));
        assertEquals(List.of(), check.wrongRows(random));
    }

    /** Missed with probability 2⁻⁶⁰: a property that never fails. */
    @Property(tries = 200)
    void wrongIntegersAreSeenInTheirRow(
            @ForAll("sizes") int n, @ForAll("sizes") int k, @ForAll("sizes") int m, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] a = random.ints(n * k, -999, 1000).asDoubleStream().toArray();
        double[] b = random.ints(k * m, -999, 1000).asDoubleStream().toArray();
        double[] c = product(n, k, m, a, b);
        int at = random.nextInt(c.length);
        c[at] += random.nextBoolean() ? 1 : -1;
        assertEquals(List.of(at / m), new ProductCheck(n, k, m, a, b, c).wrongRowsOfIntegers(random));
    }

    @Property(tries = 200)
    void rightProductsOfFloatsPassAtAnyScale(
            @ForAll("sizes") int n,
            @ForAll("sizes") int k,
            @ForAll("sizes") int m,
            @ForAll("scales") int scale,
            @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] a = floats(random, n * k, scale);
        double[] b = floats(random, k * m, -scale);
        var check = new ProductCheck(n, k, m, a, b, product(n, k, m, a, b));
        assertEquals(List.of(), check.wrongRows(random));
        assertEquals(List.of(), check.wrongEntries(List.of(0, n - 1)));
    }

    /** Twenty rounds, each of which sees it with probability ½ at least: all miss it once in a million tries. */
    @Property(tries = 100)
    void errorsBeyondTwiceTheBoundAreSeenAndLocated(
            @ForAll("sizes") int n, @ForAll("sizes") int k, @ForAll("sizes") int m, @ForAll long seed) {
        var random = new SplittableRandom(seed);
        double[] a = floats(random, n * k, 0);
        double[] b = floats(random, k * m, 0);
        double[] c = product(n, k, m, a, b);
        int at = random.nextInt(c.length);
        // w ≤ km and v ≤ km + the error, all entries being at most 1: 2β < 8(k + m + 1)·km·2⁻⁵³ · (1 + …)
        c[at] += 0x1p-48 * (k + m + 1) * k * m;
        var check = new ProductCheck(n, k, m, a, b, c);
        boolean seen = false;
        for (int round = 0; round < 20 && !seen; round++) {
            List<Integer> rows = check.wrongRows(random);
            assertTrue(rows.isEmpty() || rows.equals(List.of(at / m)), "no other row is doubted: " + rows);
            seen = !rows.isEmpty();
        }
        assertTrue(seen);
        List<ProductCheck.Wrong> wrong = check.wrongEntries(List.of(at / m));
        assertEquals(
                List.of(at % m), wrong.stream().map(ProductCheck.Wrong::column).toList());
    }

    @Example
    void notANumberIsSeen() {
        double[] c = {1, Double.NaN};
        var check = new ProductCheck(1, 1, 2, new double[] {1}, new double[] {1, 1}, c);
        assertEquals(List.of(0), check.wrongRows(new SplittableRandom(1)));
        assertEquals(1, check.wrongEntries(List.of(0)).getFirst().column());
    }

    @Example
    void whatCannotBeCheckedIsRefused() {
        double[] half = {0.5};
        double[] large = {0x1p46};
        double[] wide = {0x1p35};
        double[] one = {1};
        var random = new SplittableRandom(1);
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProductCheck(1, 1, 1, half, one, half).wrongRowsOfIntegers(random));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProductCheck(1, 1, 1, large, one, large).wrongRowsOfIntegers(random));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ProductCheck(1, 1, 1, wide, wide, one).wrongRowsOfIntegers(random));
        assertThrows(IllegalArgumentException.class, () -> new ProductCheck(2, 1, 1, one, one, one));
    }

    private static double[] floats(SplittableRandom random, int count, int scale) {
        return Arrays.stream(random.doubles(count, -1, 1).toArray())
                .map(x -> Math.scalb(x, scale))
                .toArray();
    }

    @Provide
    Arbitrary<Integer> sizes() {
        return Arbitraries.of(1, 2, 3, 7, 16, 33);
    }

    @Provide
    Arbitrary<Integer> scales() {
        return Arbitraries.of(-200, -3, 0, 5, 200);
    }
}
