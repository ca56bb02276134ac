package org.equicert.number;

/**
 * A matrix of balls whose midpoints and radii are doubles, for products that are nearly as fast as plain ones: midpoints are
 * multiplied as they are, and the radius of the result is a product of nonnegative matrices (S. Rump, Fast and parallel interval
 * arithmetic, doi:10.1023/A:1022374804152). Immutable, row-major.
 *
 * <p>Midpoints and radii are finite: where a product would make one that is not, it is {@link Undecided}.
 */
public final class BallMatrix {
    /** Up to this many terms in a sum, k u / (1 − k u) ≤ (k + 2) u for u = 2⁻⁵³, and the latter is a double. */
    private static final int MOST_TERMS = 1 << 25;

    private final int rows;
    private final int columns;
    private final double[] mid;
    private final double[] rad;
    private final boolean exact;

    /**
     * A plain product of matrices of doubles, in whatever order, blocking and fusing: every entry is a sum of k products, each
     * operation rounded to nearest in doubles with gradual underflow, and no other operations (not Strassen's).
     */
    @FunctionalInterface
    public interface Product {
        /** A (n × k) times B (k × m), row-major; neither is changed. */
        double[] of(int n, int k, int m, double[] a, double[] b);
    }

    private BallMatrix(int rows, int columns, double[] mid, double[] rad, boolean exact) {
        this.rows = rows;
        this.columns = columns;
        this.mid = mid;
        this.rad = rad;
        this.exact = exact;
    }

    /**
     * The one matrix with the given entries.
     *
     * @throws IllegalArgumentException if there are not rows · columns entries, or one is not finite
     */
    public static BallMatrix exact(int rows, int columns, double... entries) {
        return of(rows, columns, entries, new double[entries.length]);
    }

    /**
     * All matrices whose entries are within {@code radii} of {@code midpoints}.
     *
     * @throws IllegalArgumentException if there are not rows · columns of them, one is not finite, or a radius is negative
     */
    public static BallMatrix of(int rows, int columns, double[] midpoints, double[] radii) {
        long size = (long) rows * columns;
        if (rows < 0 || columns < 0 || midpoints.length != size || radii.length != size) {
            throw new IllegalArgumentException(
                    midpoints.length + " midpoints and " + radii.length + " radii for " + rows + " × " + columns);
        }
        boolean exact = true;
        for (int i = 0; i < size; i++) {
            if (!Double.isFinite(midpoints[i]) || !(radii[i] >= 0 && radii[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("not a ball: " + midpoints[i] + " ± " + radii[i]);
            }
            exact &= radii[i] == 0;
        }
        return new BallMatrix(rows, columns, midpoints.clone(), radii.clone(), exact);
    }

    public int rows() {
        return rows;
    }

    public int columns() {
        return columns;
    }

    public Ball get(int row, int column) {
        int i = row * columns + column;
        return Ball.of(mid[i], rad[i]);
    }

    /**
     * The product with y: every entry encloses the entries of all products of matrices of the two.
     *
     * <p>With midpoints A, B and radii R, S: the midpoint is the computed A B, which by Higham's γₖ = k u / (1 − k u) ≤ g is off by at
     * most g |A||B| + k η, η = 2⁻¹⁰⁷⁴ for underflow. So the radius is |A| (g |B| + S) + R (|B| + S) + k η. The computed
     * products of nonnegative matrices are low by at most a factor 1 − γ and k η, for which 1 + 2g and 4 k η make up; everything
     * else is rounded up.
     *
     * @throws IllegalArgumentException if the shapes do not fit, or the sums are longer than 2²⁵
     * @throws Undecided {@code WIDTH} where an entry or its radius overflows
     */
    public BallMatrix times(BallMatrix y, Product product) {
        if (columns != y.rows || columns > MOST_TERMS) {
            throw new IllegalArgumentException(
                    "a product of " + rows + " × " + columns + " and " + y.rows + " × " + y.columns);
        }
        double g = (columns + 2) * 0x1p-53;
        double[] first = new double[y.mid.length];
        double[] second = new double[y.mid.length];
        for (int i = 0; i < first.length; i++) {
            double size = Math.abs(y.mid[i]);
            first[i] = Math.nextUp(Math.nextUp(g * size) + y.rad[i]);
            second[i] = Math.nextUp(size + y.rad[i]);
        }
        double[] sizes = new double[mid.length];
        for (int i = 0; i < sizes.length; i++) {
            sizes[i] = Math.abs(mid[i]);
        }
        double[] middle = product.of(rows, columns, y.columns, mid, y.mid);
        double[] radius = product.of(rows, columns, y.columns, sizes, first);
        double[] spread = exact ? new double[radius.length] : product.of(rows, columns, y.columns, rad, second);
        double factor = Math.nextUp(1 + 2 * g);
        double underflow = 4.0 * columns * Double.MIN_VALUE;
        for (int i = 0; i < radius.length; i++) {
            double sum = Math.nextUp(radius[i] + spread[i]);
            radius[i] = Math.nextUp(Math.nextUp(sum * factor) + underflow);
            if (!(radius[i] < Double.POSITIVE_INFINITY) || !Double.isFinite(middle[i])) {
                throw new Undecided(Undecided.Reason.WIDTH, "a matrix product overflows");
            }
        }
        return new BallMatrix(rows, y.columns, middle, radius, false);
    }
}
