package org.equicert.oracle;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.equicert.number.ExactSum;

/**
 * Whether C = A·B, at the cost of three products of a matrix and a vector (Freivalds): C·r = A·(B·r) for a random r.
 *
 * <p>Integers are checked over the field of p = 2⁶¹ − 1 elements, with r uniform in it. The entries of D = C − A·B are less
 * than p in size, so that a row of D that is not zero is not zero in the field either; its product with r is then zero
 * with probability 1/p < 2⁻⁶⁰. A right product is never doubted.
 *
 * <p>Floats are checked with r of signs. Let w = |A|·|B|·1 and v = |C|·1, u = 2⁻⁵³, γₙ = nu/(1 − nu), and β = 2γₖ₊ₘ₊₁(w + v).
 * The computed A·(B·r) is within γₖ₊ₘ·w of the true one, the computed C·r within γₘ·v; where every entry of C has an error
 * of at most γₖ·(|A|·|B|), as any order of summation gives where no product underflows, C·r and A·B·r differ by at most γₖ·w. So a row whose
 * residual exceeds β is wrong. An entry of D that is greater than 2β in its row is seen with probability ½ at least: of two r
 * that differ in its sign alone, one has |D·r| ≥ |Dᵢⱼ|.
 *
 * @param n rows of A and C
 * @param k columns of A, rows of B
 * @param m columns of B and C
 */
public record ProductCheck(int n, int k, int m, double[] a, double[] b, double[] c) {
    private static final long PRIME = (1L << 61) - 1;
    private static final int LIMB = 31;
    private static final double UNIT = 0x1p-53;

    /** An entry of C that is not within rounding of the exact one. */
    public record Wrong(int row, int column, double given, double exact) {}

    public ProductCheck {
        if (a.length != (long) n * k || b.length != (long) k * m || c.length != (long) n * m) {
            throw new IllegalArgumentException("arrays of " + a.length + ", " + b.length + " and " + c.length
                    + " entries are no matrices of shapes (" + n + ", " + k + "), (" + k + ", " + m + ") and (" + n
                    + ", "
                    + m + ")");
        }
    }

    /**
     * Rows of C that are wrong, where all entries are integers; one that is wrong is missed with probability less than 2⁻⁶⁰.
     *
     * @throws IllegalArgumentException if an entry is no integer, or so large that sums of limbs would not fit
     */
    public List<Integer> wrongRowsOfIntegers(RandomGenerator random) {
        double largest = Math.max(Math.max(largest(a), largest(b)), largest(c));
        if (largest * Math.max(k, m) >= 0x1p32 || largest(c) + k * largest(a) * largest(b) >= PRIME) {
            throw new IllegalArgumentException("entries up to " + largest + " are too large to be checked in limbs");
        }
        long[] r = random.longs(m, 0, PRIME).toArray();
        long[] product = times(n, k, a, times(k, m, b, r));
        long[] claimed = times(n, m, c, r);
        return IntStream.range(0, n)
                .filter(i -> product[i] != claimed[i])
                .boxed()
                .toList();
    }

    private static double largest(double... x) {
        double largest = 0;
        for (double entry : x) {
            if (entry != Math.rint(entry)) {
                throw new IllegalArgumentException(entry + " is no integer");
            }
            largest = Math.max(largest, Math.abs(entry));
        }
        return largest;
    }

    /** A matrix of integers times a vector of the field: in two limbs, whose sums fit in a long. */
    private static long[] times(int rows, int columns, double[] matrix, long... r) {
        long[] low = Arrays.stream(r).map(x -> x & ((1L << LIMB) - 1)).toArray();
        long[] high = Arrays.stream(r).map(x -> x >>> LIMB).toArray();
        long[] product = new long[rows];
        for (int i = 0; i < rows; i++) {
            long sumLow = dot(columns, matrix, i * columns, low);
            long sumHigh = dot(columns, matrix, i * columns, high);
            // 2³¹·high: 2⁶¹ is 1, so that the upper bits come round
            long folded = Math.floorMod(sumHigh, PRIME);
            long shifted = (folded >>> (61 - LIMB)) + ((folded << LIMB) & PRIME);
            product[i] = Math.floorMod(Math.floorMod(sumLow, PRIME) + shifted, PRIME);
        }
        return product;
    }

    private static long dot(int columns, double[] matrix, int at, long[] r) {
        long sum = 0;
        for (int j = 0; j < columns; j++) {
            sum += (long) matrix[at + j] * r[j];
        }
        return sum;
    }

    /** Rows of C whose residual no rounding explains, for one r; more rounds see more. */
    public List<Integer> wrongRows(RandomGenerator random) {
        double[] r = new double[m];
        Arrays.setAll(r, j -> random.nextBoolean() ? 1 : -1);
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        double[] product = times(n, k, a, times(k, m, b, r, false), false);
        double[] claimed = times(n, m, c, r, false);
        double[] w = times(n, k, a, times(k, m, b, ones, true), true);
        double[] v = times(n, m, c, ones, true);
        double steps = k + m + 1.0;
        double gamma = steps * UNIT / (1 - steps * UNIT);
        double own = 1 + 0x1p-20; // β is computed from below, by less than this for any size that fits in an array
        return IntStream.range(0, n)
                .filter(i -> !(Math.abs(product[i] - claimed[i]) <= 2 * gamma * own * (w[i] + v[i])))
                .boxed()
                .toList();
    }

    private static double[] times(int rows, int columns, double[] matrix, double[] r, boolean magnitudes) {
        double[] product = new double[rows];
        for (int i = 0; i < rows; i++) {
            double sum = 0;
            for (int j = 0; j < columns; j++) {
                double term = matrix[i * columns + j] * r[j];
                sum += magnitudes ? Math.abs(term) : term;
            }
            product[i] = sum;
        }
        return product;
    }

    /** The entries of these rows that differ from the exact ones by more than γₖ·(|A|·|B|): re-judged one by one. */
    public List<Wrong> wrongEntries(List<Integer> rows) {
        double gamma = k * UNIT / (1 - k * UNIT);
        List<Wrong> wrong = new ArrayList<>();
        for (int i : rows) {
            double[] row = Arrays.copyOfRange(a, i * k, (i + 1) * k);
            for (int j = 0; j < m; j++) {
                double[] column = new double[k];
                double size = 0;
                for (int l = 0; l < k; l++) {
                    column[l] = b[l * m + j];
                    size += Math.abs(row[l] * column[l]);
                }
                double exact = ExactSum.dot(row, column);
                double given = c[i * m + j];
                if (!(Math.abs(given - exact) <= gamma * size + Math.ulp(exact))) {
                    wrong.add(new Wrong(i, j, given, exact));
                }
            }
        }
        return wrong;
    }
}
