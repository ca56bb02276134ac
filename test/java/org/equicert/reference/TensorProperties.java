package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The calculus of curried tensors (T §2, T.Lem1.2), every order up to 5 and every slot. */
class TensorProperties {

    /** Dimensions: 1, which hides every mistake, primes, which tell strides apart, and a product of two. */
    @Provide
    Arbitrary<int[]> shapes() {
        return Arbitraries.of(1, 2, 3, 4, 5)
                .array(int[].class)
                .ofMinSize(1)
                .ofMaxSize(5)
                .filter(s -> size(s) <= 240);
    }

    @Provide
    Arbitrary<int[]> fewSlots() {
        return Arbitraries.of(1, 2, 3, 5).array(int[].class).ofMinSize(0).ofMaxSize(2);
    }

    @Property(tries = 300)
    void T_Lem1_2_componentCompositionRule(
            @ForAll("shapes") int[] s,
            @ForAll("fewSlots") int[] u,
            @ForAll @IntRange(max = 4) int slot,
            @ForAll long seed) {
        Random random = new Random(seed);
        int k = 1 + slot % s.length;
        Tensor a = Naive.random(random, s);
        Tensor b = Naive.random(random, join(u, s[k - 1]));
        assertEquals(Naive.of(a).compose(k, Naive.of(b)), Naive.of(a.compose(k, b)));
    }

    @Property(tries = 300)
    void T_S2_recursiveLaw(
            @ForAll("shapes") int[] s,
            @ForAll("fewSlots") int[] u,
            @ForAll @IntRange(max = 4) int slot,
            @ForAll long seed) {
        Random random = new Random(seed);
        int k = 1 + slot % s.length;
        Tensor a = Naive.random(random, s);
        Tensor b = Naive.random(random, join(u, s[k - 1]));
        if (k > 1) {
            long[] x = random.longs(s[0], -9, 10).toArray();
            same(a.compose(k, b).apply(x), a.apply(x).compose(k - 1, b));
        } else if (u.length > 0) {
            long[] y = random.longs(u[0], -9, 10).toArray();
            same(a.compose(1, b).apply(y), a.compose(1, b.apply(y)));
        }
    }

    @Property
    void T_Lem1_2_compositionIsLinearInBothArguments(
            @ForAll("shapes") int[] s,
            @ForAll("fewSlots") int[] u,
            @ForAll @IntRange(max = 4) int slot,
            @ForAll long seed) {
        Random random = new Random(seed);
        int k = 1 + slot % s.length;
        Tensor a = Naive.random(random, s);
        Tensor a2 = Naive.random(random, s);
        Tensor b = Naive.random(random, join(u, s[k - 1]));
        Tensor b2 = Naive.random(random, join(u, s[k - 1]));
        same(a.scale(3).add(a2).compose(k, b), a.compose(k, b).scale(3).add(a2.compose(k, b)));
        same(a.compose(k, b.scale(-2).add(b2)), a.compose(k, b).scale(-2).add(a.compose(k, b2)));
    }

    @Property
    void T_S2_assoc(
            @ForAll("fewSlots") int[] s, @ForAll("fewSlots") int[] u, @ForAll("fewSlots") int[] v, @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, join(s, 3, 2));
        Tensor b = Naive.random(random, join(join(u, 5, 2), 3));
        Tensor c = Naive.random(random, join(v, 5));
        int k = s.length + 1;
        int j = u.length + 1;
        same(a.compose(k, b).compose(s.length + j, c), a.compose(k, b.compose(j, c)));
    }

    @Property
    void T_S2_commute(
            @ForAll("fewSlots") int[] s, @ForAll("fewSlots") int[] u, @ForAll("fewSlots") int[] v, @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, join(join(s, 3, 2), 5));
        Tensor b = Naive.random(random, join(u, 3));
        Tensor c = Naive.random(random, join(v, 5));
        int j = s.length + 1;
        int k = s.length + 3;
        same(a.compose(k, c).compose(j, b), a.compose(j, b).compose(k + u.length - 1, c));
    }

    @Property
    void T_S2_units(
            @ForAll("shapes") int[] s,
            @ForAll @IntRange(max = 4) int slot,
            @ForAll @IntRange(min = -3, max = 3) int q,
            @ForAll long seed) {
        int k = 1 + slot % s.length;
        Tensor a = Naive.random(new Random(seed), s);
        same(a.scale(q), a.compose(k, multipleOfIdentity(q, s[k - 1])));
        same(a.scale(q), multipleOfIdentity(q, s[s.length - 1]).compose(1, a));
    }

    @Property
    void T_Lem1_2_exchangedSlotsOfAAreExchangedInTheComposition(
            @ForAll("fewSlots") int[] s,
            @ForAll("fewSlots") int[] t,
            @ForAll @IntRange(min = 1, max = 4) int u,
            @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, join(join(s, 3, 2), t));
        Tensor b = Naive.random(random, u, 3);
        int k = s.length + 1;
        same(exchanged(a.compose(k, b), k), exchanged(a, k).compose(k + 1, b));
    }

    @Property
    void T_S2_bilinearForm(
            @ForAll @IntRange(min = 1, max = 7) int n, @ForAll @IntRange(min = 1, max = 7) int m, @ForAll long seed) {
        Random random = new Random(seed);
        Tensor a = Naive.random(random, n, m);
        long[] x = random.longs(n, -9, 10).toArray();
        long[] y = random.longs(m, -9, 10).toArray();
        Tensor both = a.compose(1, Tensor.of(new int[] {n}, x)).compose(1, Tensor.of(new int[] {m}, y));
        same(a.apply(x).apply(y), both);
        assertEquals(Vector.dot(Matrix.apply(a.entries(), n, y), x), both.entry(new int[0]));
    }

    @Property
    void T_S2_compositionOfMapsIsTheMatrixProduct(
            @ForAll @IntRange(min = 1, max = 5) int m,
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 5) int p,
            @ForAll long seed) {
        Random random = new Random(seed);
        Tensor rows = Naive.random(random, m, n);
        Tensor columns = Naive.random(random, n, p);
        // as curried maps the first slot is the argument: rows is Rᵐ → Rⁿ, and columns ∘₁ rows is Rᵐ → Rᵖ
        assertArrayEquals(
                Matrix.product(rows.entries(), columns.entries(), m, n, p),
                columns.compose(1, rows).entries());
    }

    @Property
    void T_S2_curry(@ForAll("shapes") int[] s, @ForAll long seed) {
        Tensor a = Naive.random(new Random(seed), s);
        long[] joined = IntStream.range(0, s[0])
                .mapToObj(i -> a.at(i).entries())
                .flatMapToLong(Arrays::stream)
                .toArray();
        assertArrayEquals(a.entries(), joined);
        for (int[] index : Naive.indices(s)) {
            Tensor t = a;
            for (int i : index) {
                t = t.at(i);
            }
            assertEquals(0, t.order());
            assertEquals(t.entries()[0], a.entry(index));
            assertEquals(Naive.of(a).at(index).longValueExact(), a.entry(index));
        }
    }

    @Property
    void T_S2_applyToBasisVectorIsAt(@ForAll("shapes") int[] s, @ForAll long seed) {
        Tensor a = Naive.random(new Random(seed), s);
        for (int i = 0; i < s[0]; i++) {
            long[] e = new long[s[0]];
            e[i] = 1;
            same(a.at(i), a.apply(e));
        }
    }

    @Property
    void aTensorNeverChanges(@ForAll("shapes") int[] s, @ForAll long seed) {
        long[] entries = new Random(seed).longs(size(s)).toArray();
        int[] shape = s.clone();
        Tensor a = Tensor.of(shape, entries);
        long[] before = entries.clone();
        shape[0]++;
        entries[0]++;
        a.shape()[0]++;
        a.entries()[0]++;
        assertArrayEquals(s, a.shape());
        assertArrayEquals(before, a.entries());
    }

    @Example
    void overflowIsReported() {
        Tensor big = Tensor.of(new int[] {2}, new long[] {Long.MAX_VALUE, 1});
        assertThrows(ArithmeticException.class, () -> big.add(big));
        assertThrows(ArithmeticException.class, () -> big.scale(2));
        assertThrows(ArithmeticException.class, () -> big.apply(new long[] {1, 1}));
        assertEquals(Long.MAX_VALUE - 1, big.apply(new long[] {1, -1}).entry(new int[0]));
        assertThrows(ArithmeticException.class, () -> Tensor.of(new int[] {65536, 65536}, new long[0]));
    }

    @Example
    void badInputIsNamed() {
        Tensor a = Tensor.of(new int[] {2, 3}, new long[6]);
        Tensor scalar = Tensor.of(new int[0], new long[] {7});
        complains("positive", () -> Tensor.of(new int[] {2, 0}, new long[0]));
        complains("6", () -> Tensor.of(new int[] {2, 3}, new long[5]));
        complains("index", () -> a.entry(new int[] {0, 3}));
        complains("index", () -> a.entry(new int[] {0}));
        complains("slot", () -> a.compose(3, a));
        complains("slot", () -> a.compose(0, a));
        complains("scalar", () -> a.compose(1, scalar));
        complains("fit", () -> a.compose(1, a));
        complains("scalar", () -> scalar.at(0));
        complains("index", () -> a.at(2));
        complains("fit", () -> a.apply(new long[3]));
        complains("shapes", () -> a.add(scalar));
    }

    private static Tensor multipleOfIdentity(long q, int n) {
        long[] entries = new long[n * n];
        for (int i = 0; i < n; i++) {
            entries[i * n + i] = q;
        }
        return Tensor.of(new int[] {n, n}, entries);
    }

    /** The tensor with slots k and k + 1 exchanged, entry by entry. */
    private static Tensor exchanged(Tensor a, int k) {
        int[] shape = exchanged(a.shape(), k);
        return Tensor.of(
                shape,
                Naive.indices(shape).stream()
                        .mapToLong(index -> a.entry(exchanged(index, k)))
                        .toArray());
    }

    private static int[] exchanged(int[] index, int k) {
        int[] result = index.clone();
        result[k - 1] = index[k];
        result[k] = index[k - 1];
        return result;
    }

    private static void complains(String word, org.junit.jupiter.api.function.Executable bad) {
        String message =
                String.valueOf(assertThrows(IllegalArgumentException.class, bad).getMessage());
        assertTrue(message.contains(word), message);
    }

    private static void same(Tensor expected, Tensor actual) {
        assertEquals(Naive.of(expected), Naive.of(actual));
    }

    private static int[] join(int[] shape, int... more) {
        return Stream.of(shape, more).flatMapToInt(Arrays::stream).toArray();
    }

    private static int size(int[] shape) {
        return Arrays.stream(shape).reduce(1, (x, y) -> x * y);
    }
}
