package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** The exact dot product against decimals, whose conversion to doubles and floats rounds correctly. */
class ExactSumProperties {
    private static double[] numbers(int n, Draw draw, boolean moderate) {
        double[] x = new double[n];
        for (int i = 0; i < n; i++) {
            x[i] = moderate ? draw.moderate() : draw.finite();
        }
        return x;
    }

    private static BigDecimal decimal(double[] x, double[] y) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int i = 0; i < x.length; i++) {
            sum = sum.add(new BigDecimal(x[i]).multiply(new BigDecimal(y[i])));
        }
        return sum;
    }

    /** Every second term nearly takes back the one before. */
    private static void cancel(double[] x, double[] y, Draw draw) {
        for (int i = 1; i < x.length; i += 2) {
            x[i] = x[i - 1];
            y[i] = -y[i - 1] + (draw.below(2) == 0 ? 0 : Math.ulp(y[i - 1]));
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theDotProductIsRoundedOnce(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            boolean moderate = draw.below(4) > 0;
            int n = draw.below(moderate ? 12 : 5);
            double[] x = numbers(n, draw, moderate);
            double[] y = numbers(n, draw, moderate);
            if (draw.below(2) == 0) {
                cancel(x, y, draw);
            }
            BigDecimal expected = decimal(x, y);
            assertEquals(expected.doubleValue(), ExactSum.dot(x, y), 0.0);
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theDotProductOfFloatsIsRoundedOnceToAFloat(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            int n = draw.below(12);
            float[] x = new float[n];
            float[] y = new float[n];
            double[] a = new double[n];
            double[] b = new double[n];
            int wild = draw.below(3);
            for (int k = 0; k < n; k++) {
                x[k] = number(draw, wild);
                y[k] = number(draw, wild);
                a[k] = x[k];
                b[k] = y[k];
            }
            assertEquals(decimal(a, b).floatValue(), ExactSum.dot(x, y), 0.0f);
        }
    }

    private static float number(Draw draw, int wild) {
        if (wild == 0) {
            return (float) draw.moderate();
        }
        float x = wild == 1 ? Float.intBitsToFloat((int) draw.bits()) : draw.between(-9, 9) * Float.MIN_VALUE;
        return Float.isFinite(x) ? x : 1;
    }

    /** Between two doubles, with a bit far below that decides; and exactly between, where the even one is meant. */
    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void tiesAreBrokenByWhateverIsLeft(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            double x = draw.finite();
            double half = Math.ulp(x) / 2;
            double rest = draw.between(-1, 1) * Double.MIN_VALUE;
            if (half > 0 && Double.isFinite(half)) {
                ExactSum sum = new ExactSum();
                sum.addProduct(x, 1);
                sum.add(half);
                sum.addProduct(rest, Math.abs(draw.moderate()));
                BigDecimal exact = Reference.decimal(sum.exact().mid);
                assertEquals(exact.doubleValue(), sum.toDouble(), 0.0);
            }
        }
    }

    @Example
    void edges() {
        double max = Double.MAX_VALUE;
        double min = Double.MIN_VALUE;
        double inf = Double.POSITIVE_INFINITY;
        assertEquals(0.0, ExactSum.dot(new double[0], new double[0]));
        assertEquals(0.0, ExactSum.dot(new double[] {-0.0}, new double[] {1}));
        assertEquals(min, ExactSum.dot(new double[] {max, -max, min}, new double[] {max, max, 1}));
        assertEquals(0.0, ExactSum.dot(new double[] {min}, new double[] {min}));
        assertEquals(min, ExactSum.dot(new double[] {min, min, 0.5}, new double[] {min, 0.5, 0}));
        assertEquals(inf, ExactSum.dot(new double[] {max}, new double[] {2}));
        assertEquals(-inf, ExactSum.dot(new double[] {max}, new double[] {-max}));
        assertEquals(max, ExactSum.dot(new double[] {max, max}, new double[] {2, -1}));
        assertEquals(inf, ExactSum.dot(new double[] {inf, max}, new double[] {1, -max}));
        assertEquals(Double.NaN, ExactSum.dot(new double[] {inf, inf}, new double[] {1, -1}));
        assertEquals(Double.NaN, ExactSum.dot(new double[] {inf}, new double[] {0}));
        assertEquals(Double.NaN, ExactSum.dot(new double[] {Double.NaN, 1}, new double[] {0, 1}));
        assertEquals(Float.POSITIVE_INFINITY, ExactSum.dot(new float[] {Float.MAX_VALUE}, new float[] {2}));
        assertEquals(Float.MAX_VALUE, ExactSum.dot(new float[] {Float.MAX_VALUE, 1}, new float[] {1, 1}));
        ExactSum special = new ExactSum();
        special.add(inf);
        assertThrows(Undecided.class, special::exact);
        assertThrows(IllegalArgumentException.class, () -> ExactSum.dot(new double[1], new double[2]));
    }

    @Property(tries = 100, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void whenCarriesAreSettledChangesNothing(@ForAll long seed) {
        Draw draw = new Draw(seed);
        ExactSum seldom = new ExactSum();
        ExactSum often = new ExactSum(draw.between(1, 9));
        for (int i = 0; i < 500; i++) {
            double x = draw.finite();
            double y = draw.finite();
            seldom.addProduct(x, y);
            often.addProduct(x, y);
        }
        assertEquals(seldom.exact(), often.exact());
    }
}
