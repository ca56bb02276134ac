package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

class BallMatrixProperties {
    /** Plain loops; backwards and fused, as another order that a product may have. */
    private static double[] plain(int n, int k, int m, double[] a, double[] b) {
        double[] c = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int l = 0; l < k; l++) {
                    sum += a[i * k + l] * b[l * m + j];
                }
                c[i * m + j] = sum;
            }
        }
        return c;
    }

    private static double[] backwards(int n, int k, int m, double[] a, double[] b) {
        double[] c = new double[n * m];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < m; j++) {
                double sum = 0;
                for (int l = k - 1; l >= 0; l--) {
                    sum = Math.fma(a[i * k + l], b[l * m + j], sum);
                }
                c[i * m + j] = sum;
            }
        }
        return c;
    }

    private static double number(Draw draw, boolean tiny) {
        return tiny ? Math.scalb(draw.moderate(), -520 - draw.below(30)) : draw.moderate();
    }

    /** Corners of both operands, multiplied exactly, lie in the product; and its radius is not more than the bound asks for. */
    @Property(tries = 300, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void productsOfAllMatricesInsideAreEnclosed(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            int n = draw.between(1, 3);
            int k = draw.between(0, 7);
            int m = draw.between(1, 3);
            boolean tiny = draw.below(4) == 0;
            boolean exact = draw.below(2) == 0;
            double[][] a = operand(n * k, tiny, exact, draw);
            double[][] b = operand(k * m, tiny, draw.below(2) == 0, draw);
            BallMatrix.Product product = draw.below(2) == 0 ? BallMatrixProperties::plain : BallMatrixProperties::backwards;
            BallMatrix c = BallMatrix.of(n, k, a[0], a[1]).times(BallMatrix.of(k, m, b[0], b[1]), product);
            assertEquals(n, c.rows());
            assertEquals(m, c.columns());
            for (int row = 0; row < n; row++) {
                for (int column = 0; column < m; column++) {
                    Rational sum = Rational.ZERO;
                    for (int l = 0; l < k; l++) {
                        sum = sum.plus(inside(a, row * k + l, draw).times(inside(b, l * m + column, draw)));
                    }
                    assertTrue(c.get(row, column).contains(sum));
                }
            }
        }
    }

    private static double[][] operand(int size, boolean tiny, boolean exact, Draw draw) {
        double[][] operand = new double[2][size];
        for (int i = 0; i < size; i++) {
            operand[0][i] = number(draw, tiny);
            operand[1][i] = exact ? 0 : Math.abs(Math.scalb(number(draw, tiny), -draw.below(60)));
        }
        return operand;
    }

    private static Rational inside(double[][] operand, int i, Draw draw) {
        Rational radius = Rational.of(operand[1][i]);
        return Rational.of(operand[0][i]).plus(radius.times(Rational.of(draw.between(-1, 1))));
    }

    @Example
    void edges() {
        BallMatrix big = BallMatrix.exact(1, 1, Double.MAX_VALUE);
        assertEquals(
                Undecided.Reason.WIDTH,
                assertThrows(Undecided.class, () -> big.times(big, BallMatrixProperties::plain))
                        .reason());
        assertThrows(IllegalArgumentException.class, () -> BallMatrix.exact(1, 2, 1.0));
        assertThrows(IllegalArgumentException.class, () -> BallMatrix.exact(1, 1, Double.NaN));
        assertThrows(
                IllegalArgumentException.class, () -> BallMatrix.of(1, 1, new double[] {1}, new double[] {-1}));
        BallMatrix wide = BallMatrix.exact(1, 2, 1, 2);
        assertThrows(IllegalArgumentException.class, () -> wide.times(wide, BallMatrixProperties::plain));
        BallMatrix none = BallMatrix.exact(2, 0).times(BallMatrix.exact(0, 2), BallMatrixProperties::plain);
        assertTrue(none.get(1, 1).contains(0.0));
    }
}
