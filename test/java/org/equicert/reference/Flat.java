package org.equicert.reference;

import java.util.Random;
import java.util.function.IntToLongFunction;
import java.util.stream.IntStream;

/** Exact tensors as the theorems take them, row-major entries, by the reference's own operations. */
final class Flat {

    private Flat() {}

    /** A ∘_k B: A of shape (S, n, T), B of shape (U, n). */
    static long[] compose(long[] a, long[] b, int S, int n, int U, int T) {
        return Composition.compose(a, b, S * U * T, S, n, U, T);
    }

    static long[] times(long q, long[] a) {
        return Vector.scale(q, a);
    }

    static long[] plus(long[] a, long[] b) {
        return Vector.add(a, b);
    }

    static long[] unit(long q, int n) {
        return fill(n * n, o -> o / n == o % n ? q : 0);
    }

    /** A of shape (r, l) with its slots exchanged. */
    static long[] transpose(long[] a, int r, int l) {
        return fill(r * l, o -> a[o % r * l + o / r]);
    }

    static long[] random(Random random, int size) {
        return random.longs(size, -9, 10).toArray();
    }

    static long[] fill(int size, IntToLongFunction entry) {
        return IntStream.range(0, size).mapToLong(entry::applyAsLong).toArray();
    }

    /** One entry changed, at random. */
    static long[] perturbed(Random random, long[] a) {
        long[] b = a.clone();
        b[random.nextInt(b.length)] += random.nextBoolean() ? 1 : -1;
        return b;
    }
}
