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
        FieldVector r = new FieldVector(random.longs(m, 0, FieldVector.PRIME).toArray());
        FieldVector.Product byB = r.times(new Rows(k, m, b));
        FieldVector.Product byA = new FieldVector(byB.entries()).times(new Rows(n, k, a));
        FieldVector.Product byC = r.times(new Rows(n, m, c));
        if (byC.largest() + k * byA.largest() * byB.largest() >= FieldVector.PRIME) {
            throw new IllegalArgumentException("entries of C − A·B may be beyond 2⁶¹ − 1: A has entries up to "
                    + byA.largest() + ", B up to " + byB.largest());
        }
        return IntStream.range(0, n)
                .filter(i -> byA.entries()[i] != byC.entries()[i])
                .boxed()
                .toList();
    }

    /** Rows of C whose residual no rounding explains, for one r; more rounds see more. */
    public List<Integer> wrongRows(RandomGenerator random) {
        double[] r = new double[m];
        Arrays.setAll(r, j -> random.nextBoolean() ? 1 : -1);
        double[] ones = new double[m];
        Arrays.fill(ones, 1);
        Sums byB = Sums.of(new Rows(k, m, b), r, ones);
        Sums byA = Sums.of(new Rows(n, k, a), byB.signed, byB.sizes);
        Sums byC = Sums.of(new Rows(n, m, c), r, ones);
        double steps = k + m + 1.0;
        double gamma = steps * UNIT / (1 - steps * UNIT);
        double own = 1 + 0x1p-20; // β is computed from below, by less than this for any size that fits in an array
        return IntStream.range(0, n)
                .filter(i ->
                        !(Math.abs(byA.signed[i] - byC.signed[i]) <= 2 * gamma * own * (byA.sizes[i] + byC.sizes[i])))
                .boxed()
                .toList();
    }

    /** M·x and |M|·y. */
    private record Sums(double[] signed, double[] sizes) {
        static Sums of(Rows matrix, double[] x, double[] y) {
            Sums of = new Sums(new double[matrix.count()], new double[matrix.count()]);
            matrix.forEachBlock(from -> {
                double[] sums = new double[2];
                for (int i = from; i < matrix.end(from); i++) {
                    matrix.times(i, x, y, true, sums);
                    of.signed[i] = sums[0];
                    of.sizes[i] = sums[1];
                }
            });
            return of;
        }
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
