package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** The deciders: what holds is accepted, what is off by one entry refused, and so are shapes that do not fit. */
class DecisionProperties {

    @Property
    void T_Lem1_2_composition(
            @ForAll @IntRange(min = 1, max = 4) int S,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 4) int U,
            @ForAll @IntRange(min = 1, max = 3) int T,
            @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, S, n, T);
        Tensor b = Naive.random(random, U, n);
        long[] c = a.compose(2, b).entries();
        assertTrue(Decision.composition(c, a.entries(), b.entries(), S, n, U, T));
        assertFalse(Decision.composition(perturbed(c, random), a.entries(), b.entries(), S, n, U, T));
        assertFalse(Decision.composition(Arrays.copyOf(c, c.length + 1), a.entries(), b.entries(), S, n, U, T));
        assertFalse(Decision.composition(c, a.entries(), b.entries(), S + 1, n, U, T));
        assertFalse(Decision.composition(c, a.entries(), b.entries(), S, n, U, -T));
    }

    @Property
    void linearRelations(
            @ForAll @IntRange(max = 20) int n, @ForAll @IntRange(min = -9, max = 9) int q, @ForAll long seed) {
        Random random = new Random(seed);
        long[] a = random.longs(n, -99, 100).toArray();
        long[] b = random.longs(n, -99, 100).toArray();
        long[] sum = Vector.add(a, b);
        long[] multiple = Vector.scale(q, a);
        assertTrue(Decision.sum(sum, a, b));
        assertTrue(Decision.multiple(multiple, q, a));
        assertTrue(Decision.equal(a, a.clone()));
        assertTrue(Decision.zero(new long[n]));
        assertFalse(Decision.sum(sum, a, Arrays.copyOf(b, n + 1)));
        assertFalse(Decision.multiple(multiple, q, Arrays.copyOf(a, n + 1)));
        assertFalse(Decision.equal(a, Arrays.copyOf(a, n + 1)));
        if (n > 0) {
            assertFalse(Decision.sum(perturbed(sum, random), a, b));
            assertFalse(Decision.multiple(perturbed(multiple, random), q, a));
            assertFalse(Decision.equal(perturbed(a, random), a));
            assertFalse(Decision.zero(perturbed(new long[n], random)));
        }
    }

    @Property
    void identities(@ForAll @IntRange(min = 1, max = 7) int n, @ForAll long q, @ForAll long seed) {
        long[] i = new long[n * n];
        IntStream.range(0, n).forEach(k -> i[k * n + k] = q);
        assertTrue(Decision.unit(i, q, n));
        assertFalse(Decision.unit(perturbed(i, new Random(seed)), q, n));
        assertFalse(Decision.unit(i, q, n + 1));
        assertFalse(Decision.unit(i, q, -n));
    }

    @Property
    void exchangedSlots(
            @ForAll @IntRange(min = 1, max = 3) int P,
            @ForAll @IntRange(min = 1, max = 5) int s,
            @ForAll @IntRange(min = 1, max = 4) int t,
            @ForAll @IntRange(min = 1, max = 3) int Q,
            @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, P, s, t, Q);
        long[] b = Naive.indices(new int[] {P, t, s, Q}).stream()
                .mapToLong(i -> a.entry(new int[] {i[0], i[2], i[1], i[3]}))
                .toArray();
        assertTrue(Decision.transpose(b, a.entries(), P, s, t, Q));
        assertFalse(Decision.transpose(perturbed(b, random), a.entries(), P, s, t, Q));
        assertFalse(Decision.transpose(b, a.entries(), P + 1, s, t, Q));
    }

    @Example
    void sizesThatNoArrayHasAreNoOverflow() {
        int big = Integer.MAX_VALUE;
        assertFalse(Decision.composition(new long[0], new long[0], new long[0], big, big, big, big));
        assertFalse(Decision.composition(new long[1], new long[1], new long[1], 65536, 65536, 65536, 65536));
        assertFalse(Decision.unit(new long[0], 1, 65536));
        assertFalse(Decision.transpose(new long[0], new long[0], 65536, 65536, 65536, 65536));
    }

    @Example
    void sumsThatDoNotFitAreReported() {
        long[] big = {Long.MAX_VALUE};
        long[] one = {1};
        assertThrows(ArithmeticException.class, () -> Decision.sum(big, big, one));
        assertThrows(ArithmeticException.class, () -> Decision.multiple(big, 2, big));
        assertThrows(ArithmeticException.class, () -> Decision.composition(one, big, big, 1, 1, 1, 1));
        assertEquals(false, Decision.sum(new long[] {0, 0}, new long[] {1, Long.MAX_VALUE}, new long[] {1, 1}));
    }

    private static long[] perturbed(long[] a, Random random) {
        long[] b = a.clone();
        b[random.nextInt(b.length)] ^= 1;
        return b;
    }
}
