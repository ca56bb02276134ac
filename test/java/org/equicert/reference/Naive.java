package org.equicert.reference;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/**
 * The theory's definitions word for word, over BigInteger and explicit multi-indices: slow, and sharing nothing with the
 * reference but the order of the entries.
 */
record Naive(int[] shape, BigInteger[] entries) {

    static Naive of(Tensor t) {
        return new Naive(
                t.shape(),
                Arrays.stream(t.entries()).mapToObj(BigInteger::valueOf).toArray(BigInteger[]::new));
    }

    /** (A ∘_k B)[i_s, i_u, i_t] = Σ_a A[i_s, a, i_t] · B[i_u, a]. */
    Naive compose(int k, Naive b) {
        List<Integer> result = new ArrayList<>();
        Arrays.stream(shape, 0, k - 1).forEach(result::add);
        Arrays.stream(b.shape, 0, b.shape.length - 1).forEach(result::add);
        Arrays.stream(shape, k, shape.length).forEach(result::add);
        int[] resultShape = result.stream().mapToInt(i -> i).toArray();
        int u = b.shape.length - 1;
        List<BigInteger> sums = new ArrayList<>();
        for (int[] index : indices(resultShape)) {
            BigInteger sum = BigInteger.ZERO;
            for (int a = 0; a < shape[k - 1]; a++) {
                int[] inA = new int[shape.length];
                System.arraycopy(index, 0, inA, 0, k - 1);
                inA[k - 1] = a;
                System.arraycopy(index, k - 1 + u, inA, k, shape.length - k);
                int[] inB = Arrays.copyOf(Arrays.copyOfRange(index, k - 1, k - 1 + u), u + 1);
                inB[u] = a;
                sum = sum.add(at(inA).multiply(b.at(inB)));
            }
            sums.add(sum);
        }
        return new Naive(resultShape, sums.toArray(BigInteger[]::new));
    }

    /** The entry at an index: found by counting up to it, not by a formula. */
    BigInteger at(int[] index) {
        int count = 0;
        for (int[] each : indices(shape)) {
            if (Arrays.equals(each, index)) {
                return entries[count];
            }
            count++;
        }
        throw new AssertionError("no index " + Arrays.toString(index));
    }

    /** All indices of a shape, the last slot fastest. */
    static List<int[]> indices(int[] shape) {
        List<int[]> all = new ArrayList<>();
        all.add(new int[0]);
        for (int n : shape) {
            List<int[]> longer = new ArrayList<>();
            for (int[] index : all) {
                for (int i = 0; i < n; i++) {
                    int[] next = Arrays.copyOf(index, index.length + 1);
                    next[index.length] = i;
                    longer.add(next);
                }
            }
            all = longer;
        }
        return all;
    }

    /** A tensor of this shape with small random entries. */
    static Tensor random(Random random, int... shape) {
        int size = Arrays.stream(shape).reduce(1, (x, y) -> x * y);
        return Tensor.of(shape, random.longs(size, -9, 10).toArray());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Naive that && Arrays.equals(shape, that.shape) && Arrays.equals(entries, that.entries);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(entries);
    }

    @Override
    public String toString() {
        return Arrays.toString(shape) + " " + Arrays.toString(entries);
    }
}
