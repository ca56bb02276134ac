package org.equicert.reference;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/**
 * T.Lem1.1, T.Lem1.3, T.Lem1.4 and T.Lem1.5 for random programs: their jets are held against the polynomials themselves,
 * f(x + su + tv) in Z[s, t] with no truncation, of which the jet at x + εu + δv has to be the first coefficients.
 */
class ProgramProperties {

    @Property
    void T_Lem1_3_jetsAreTheCoefficientsOfThePolynomial(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 20) int instructions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Program f = program(random, n, instructions);
        long[] x = vector(random, n);
        long[] u = vector(random, n);
        long[] v = vector(random, n);
        Jets jets = Jets.of(f, x, u, v, new long[n]);
        var cells = polynomials(f, x, u, v);
        for (int i = 0; i < cells.length; i++) {
            assertEquals(coefficient(cells[i], 0, 0), jets.value[i]);
            assertEquals(coefficient(cells[i], 1, 0), jets.first[i]);
            assertEquals(coefficient(cells[i], 0, 1), jets.other[i]);
            assertEquals(coefficient(cells[i], 1, 1), jets.second[i]);
        }
    }

    @Property
    void T_Lem1_3_theGradientIsLinear(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 20) int instructions,
            @ForAll @IntRange(min = -3, max = 3) int p,
            @ForAll @IntRange(min = -3, max = 3) int q,
            @ForAll long seed) {
        Random random = new Random(seed);
        Program f = program(random, n, instructions);
        long[] values = Evaluation.value(f, vector(random, n));
        long[] u = vector(random, n);
        long[] w = vector(random, n);
        assertArrayEquals(
                combination(p, Evaluation.gradient(f, values, u), q, Evaluation.gradient(f, values, w)),
                Evaluation.gradient(f, values, combination(p, u, q, w)));
    }

    @Property
    void T_Lem1_5_theHessianIsBilinearAndSymmetric(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 20) int instructions,
            @ForAll @IntRange(min = -3, max = 3) int p,
            @ForAll @IntRange(min = -3, max = 3) int q,
            @ForAll long seed) {
        Random random = new Random(seed);
        Program f = program(random, n, instructions);
        long[] x = vector(random, n);
        long[] u = vector(random, n);
        long[] v = vector(random, n);
        long[] w = vector(random, n);
        long[] none = new long[n];
        long[] uw = Jets.of(f, x, u, w, none).second;
        assertArrayEquals(uw, Jets.of(f, x, w, u, none).second);
        assertArrayEquals(
                combination(p, uw, q, Jets.of(f, x, v, w, none).second),
                Jets.of(f, x, combination(p, u, q, v), w, none).second);
    }

    @Property
    void T_Lem1_4_theMixedCoefficientIsTheHessianAndTheGradient(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(max = 20) int instructions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Program f = program(random, n, instructions);
        long[] x = vector(random, n);
        long[] x1 = vector(random, n);
        long[] x2 = vector(random, n);
        long[] x12 = vector(random, n);
        Jets jets = Jets.of(f, x, x1, x2, x12);
        assertTrue(Decision.sum(
                jets.second, Jets.of(f, x, x1, x2, new long[n]).second, Evaluation.gradient(f, jets.value, x12)));
    }

    @Property
    void T_Lem1_4_chainRule(
            @ForAll @IntRange(min = 1, max = 3) int n,
            @ForAll @IntRange(max = 10) int inner,
            @ForAll @IntRange(min = 1, max = 3) int between,
            @ForAll @IntRange(max = 10) int outer,
            @ForAll long seed) {
        Random random = new Random(seed);
        int[] bits = new int[n + inner];
        Arrays.fill(bits, 0, n, 4);
        Program g = program(random, bits, n, 25);
        int[] out = random.ints(between, 0, n + inner).toArray();
        int[] outer0 = Arrays.copyOf(Arrays.stream(out).map(i -> bits[i]).toArray(), between + outer);
        Program f = program(random, outer0, between, 56);
        Program h = concatenation(f, g, out);
        long[] u = vector(random, n);
        Jets ofG = Jets.of(g, vector(random, n), u, vector(random, n), vector(random, n));
        Jets ofF = ofG.through(f, out);
        Jets ofH = Jets.of(
                h,
                Arrays.copyOf(ofG.value, n),
                Arrays.copyOf(ofG.first, n),
                Arrays.copyOf(ofG.other, n),
                Arrays.copyOf(ofG.second, n));
        assertArrayEquals(joined(ofG.value, ofF.value, between), ofH.value);
        assertArrayEquals(joined(ofG.first, ofF.first, between), ofH.first);
        assertArrayEquals(joined(ofG.other, ofF.other, between), ofH.other);
        assertArrayEquals(joined(ofG.second, ofF.second, between), ofH.second);
    }

    @Property
    void T_Lem1_4_aRunIsRecognisedAndAPerturbedOneRefused(
            @ForAll @IntRange(min = 1, max = 5) int n,
            @ForAll @IntRange(min = 1, max = 20) int instructions,
            @ForAll long seed) {
        Random random = new Random(seed);
        Program f = program(random, n, instructions);
        Jets jets = Jets.of(f, vector(random, n), vector(random, n), vector(random, n), vector(random, n));
        assertTrue(Evaluation.isValue(f, jets.value));
        assertTrue(Evaluation.isHessian(f, jets.value, jets.first, jets.other, jets.second));
        assertTrue(Evaluation.isHessian(f, jets.value, jets.other, jets.first, jets.second));
        // the last cell is read by nobody, so no other cell can make up for it
        jets.value[n + instructions - 1]++;
        assertFalse(Evaluation.isValue(f, jets.value));
        jets.value[n + instructions - 1]--;
        jets.second[n + instructions - 1]++;
        assertFalse(Evaluation.isHessian(f, jets.value, jets.first, jets.other, jets.second));
    }

    /** The four coefficients of all cells. */
    private record Jets(long[] value, long[] first, long[] other, long[] second) {

        static Jets of(Program f, long[] x, long[] u, long[] v, long[] w) {
            long[] value = Evaluation.value(f, x);
            long[] first = Evaluation.gradient(f, value, u);
            long[] other = Evaluation.gradient(f, value, v);
            return new Jets(value, first, other, Evaluation.hessian(f, value, first, other, w));
        }

        Jets through(Program f, int[] out) {
            return of(f, pick(value, out), pick(first, out), pick(other, out), pick(second, out));
        }

        private static long[] pick(long[] cells, int[] out) {
            return Arrays.stream(out).mapToLong(i -> cells[i]).toArray();
        }
    }

    /** F ∘ g: g's instructions, then F's, whose cells move. */
    private static Program concatenation(Program f, Program g, int[] out) {
        int shift = g.inputs + g.op.length - f.inputs;
        var place = (java.util.function.IntUnaryOperator) j -> j < f.inputs ? out[j] : j + shift;
        return new Program(
                g.inputs,
                join(g.op, f.op),
                join(g.left, Arrays.stream(f.left).map(place).toArray()),
                join(g.right, Arrays.stream(f.right).map(place).toArray()),
                LongStream.concat(Arrays.stream(g.constant), Arrays.stream(f.constant))
                        .toArray());
    }

    private static int[] join(int[] a, int[] b) {
        return IntStream.concat(Arrays.stream(a), Arrays.stream(b)).toArray();
    }

    private static long[] joined(long[] ofG, long[] ofF, int inputs) {
        return LongStream.concat(Arrays.stream(ofG), Arrays.stream(ofF).skip(inputs))
                .toArray();
    }

    private static Program program(Random random, int n, int instructions) {
        int[] bits = new int[n + instructions];
        Arrays.fill(bits, 0, n, 4);
        return program(random, bits, n, 50);
    }

    /** A random program, none of whose cells' coefficients has more than so many bits; bits says how many each may have. */
    private static Program program(Random random, int[] bits, int n, int most) {
        int k = bits.length - n;
        int[] op = new int[k];
        int[] left = new int[k];
        int[] right = new int[k];
        long[] constant = new long[k];
        IntPredicate fits = b -> b <= most;
        for (int i = 0; i < k; i++) {
            left[i] = random.nextInt(n + i);
            right[i] = random.nextInt(n + i);
            constant[i] = random.nextLong(-9, 10);
            int product = bits[left[i]] + bits[right[i]] + 2;
            int sum = Math.max(bits[left[i]], bits[right[i]]) + 1;
            int wanted = random.nextInt(5);
            if (wanted < 2 && fits.test(product)) {
                op[i] = Program.MULTIPLY;
                bits[n + i] = product;
            } else if (wanted < 4 && fits.test(sum)) {
                op[i] = Program.ADD;
                bits[n + i] = sum;
            } else {
                op[i] = Program.CONSTANT;
                bits[n + i] = 5;
            }
        }
        return new Program(n, op, left, right, constant);
    }

    private static long[] vector(Random random, int n) {
        return random.longs(n, -5, 6).toArray();
    }

    private static long[] combination(long p, long[] a, long q, long[] b) {
        return IntStream.range(0, a.length).mapToLong(i -> p * a[i] + q * b[i]).toArray();
    }

    /** The cells of f as polynomials in s and t, by exponents, at x + su + tv. */
    private static Map<Exponents, BigInteger>[] polynomials(Program f, long[] x, long[] u, long[] v) {
        @SuppressWarnings({"unchecked", "rawtypes"})
        Map<Exponents, BigInteger>[] cells = new Map[f.inputs + f.op.length];
        for (int j = 0; j < f.inputs; j++) {
            cells[j] = new TreeMap<>(Map.of(
                    new Exponents(0, 0), BigInteger.valueOf(x[j]),
                    new Exponents(1, 0), BigInteger.valueOf(u[j]),
                    new Exponents(0, 1), BigInteger.valueOf(v[j])));
        }
        for (int i = 0; i < f.op.length; i++) {
            Map<Exponents, BigInteger> cell = new TreeMap<>();
            if (f.op[i] == Program.CONSTANT) {
                cell.put(new Exponents(0, 0), BigInteger.valueOf(f.constant[i]));
            } else if (f.op[i] == Program.ADD) {
                cell.putAll(cells[f.left[i]]);
                cells[f.right[i]].forEach((e, c) -> cell.merge(e, c, BigInteger::add));
            } else {
                Map<Exponents, BigInteger> b = cells[f.right[i]];
                cells[f.left[i]].forEach(
                        (e, c) -> b.forEach((e2, c2) -> cell.merge(e.plus(e2), c.multiply(c2), BigInteger::add)));
            }
            cells[f.inputs + i] = cell;
        }
        return cells;
    }

    private static long coefficient(Map<Exponents, BigInteger> polynomial, int s, int t) {
        return polynomial.getOrDefault(new Exponents(s, t), BigInteger.ZERO).longValueExact();
    }

    private record Exponents(int s, int t) implements Comparable<Exponents> {
        Exponents plus(Exponents other) {
            return new Exponents(s + other.s, t + other.t);
        }

        @Override
        public int compareTo(Exponents other) {
            return s != other.s ? Integer.compare(s, other.s) : Integer.compare(t, other.t);
        }
    }
}
