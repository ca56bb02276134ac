package org.equicert.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Double-doubles against rationals: the error-free transformations are, and the stated bounds hold. */
class DoubleDoubleProperties {
    /** u² = 2⁻¹⁰⁶. */
    private static final Rational U2 = Rational.of(0x1p-106);

    private static Rational exact(DoubleDouble x) {
        return Rational.of(x.high()).plus(Rational.of(x.low()));
    }

    /** A number of size 2⁻²⁴⁰ to 2²⁴⁰ whose low part is anything from nothing to ½ ulp. */
    private static DoubleDouble number(Draw draw) {
        double high =
                Math.scalb(1 + draw.below(1 << 30) * 0x1p-30 + draw.below(1 << 22) * 0x1p-52, draw.between(-240, 240));
        double low = Math.ulp(high)
                / 2
                * (draw.below(4) == 0 ? draw.between(-1, 1) : draw.between(-(1 << 30), 1 << 30) * 0x1p-30);
        DoubleDouble x = DoubleDouble.sum(draw.below(2) == 0 ? high : -high, low);
        return draw.below(5) == 0 ? DoubleDouble.of(x.high()) : x;
    }

    private static void assertWithin(int units, Rational expected, DoubleDouble actual) {
        assertTrue(Math.abs(actual.low()) <= Math.ulp(actual.high()) / 2, () -> actual + " is not normal");
        Rational error = exact(actual).minus(expected).abs();
        assertTrue(
                error.compareTo(expected.abs().times(U2).times(Rational.of(units))) <= 0,
                () -> actual + " is off by " + error.toDouble());
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void errorsOfOperationsAreWithinTheirStatedBounds(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            DoubleDouble x = number(draw);
            DoubleDouble y = draw.below(4) == 0 ? near(x, draw) : number(draw);
            Rational a = exact(x);
            Rational b = exact(y);
            assertWithin(4, a.plus(b), x.plus(y));
            assertWithin(4, a.minus(b), x.minus(y));
            assertWithin(5, a.times(b), x.times(y));
            assertWithin(16, a.over(b), x.over(y));
            DoubleDouble size = x.high() < 0 ? x.negate() : x;
            assertRoot(exact(size), size.sqrt());
            assertEquals(a.negate(), exact(x.negate()));
        }
    }

    /** Almost −x: what is left of the sum is small. */
    private static DoubleDouble near(DoubleDouble x, Draw draw) {
        return DoubleDouble.sum(-x.high() * (1 + draw.between(-3, 3) * 0x1p-52), draw.below(2) * x.low());
    }

    /** |r − √x| ≤ 8u² √x: (1 − 8u²)² x ≤ r² ≤ (1 + 8u²)² x. */
    private static void assertRoot(Rational x, DoubleDouble root) {
        Rational square = exact(root).times(exact(root));
        Rational less = Rational.ONE.minus(U2.times(Rational.of(8)));
        Rational more = Rational.ONE.plus(U2.times(Rational.of(8)));
        assertTrue(square.compareTo(x.times(less).times(less)) >= 0);
        assertTrue(square.compareTo(x.times(more).times(more)) <= 0);
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void sumsAndProductsOfTwoDoublesAreExact(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            double a = draw.finite();
            double b = draw.finite();
            if (Math.max(Math.abs(a), Math.abs(b)) <= 0x1p1022) {
                assertEquals(Rational.of(a).plus(Rational.of(b)), exact(DoubleDouble.sum(a, b)));
            }
            double size = Math.abs(a * b);
            if (a * b == 0 ? a == 0 || b == 0 : size > 0x1p-960 && size < Double.MAX_VALUE) {
                assertEquals(Rational.of(a).times(Rational.of(b)), exact(DoubleDouble.product(a, b)));
            }
        }
    }

    @Property(tries = 1_000, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
    void theDotProductIsWithinItsBound(@ForAll long seed) {
        Draw draw = new Draw(seed);
        for (int i = 0; i < Draw.CASES; i++) {
            int n = draw.below(20);
            double[] x = new double[n];
            double[] y = new double[n];
            Rational expected = Rational.ZERO;
            Rational size = Rational.ZERO;
            for (int k = 0; k < n; k++) {
                x[k] = draw.moderate();
                y[k] = draw.moderate();
                if (k % 2 == 1) {
                    y[k] = -x[k - 1] * y[k - 1] / (x[k] == 0 ? 1 : x[k]);
                }
                Rational term = Rational.of(x[k]).times(Rational.of(y[k]));
                expected = expected.plus(term);
                size = size.plus(term.abs());
            }
            Rational bound = size.times(U2).times(Rational.of((n + 4L) * (n + 4L)));
            Rational error = exact(DoubleDouble.dot(x, y)).minus(expected).abs();
            assertTrue(error.compareTo(bound) <= 0);
        }
    }

    @Example
    void edges() {
        assertEquals(DoubleDouble.ZERO, DoubleDouble.ZERO.sqrt());
        DoubleDouble one = DoubleDouble.of(1);
        assertEquals(
                Undecided.Reason.SINGULAR,
                assertThrows(Undecided.class, () -> one.over(DoubleDouble.ZERO)).reason());
        assertEquals(
                Undecided.Reason.DOMAIN,
                assertThrows(Undecided.class, () -> one.negate().sqrt()).reason());
        assertTrue(Double.isNaN(DoubleDouble.of(Double.NaN).plus(one).high()));
        DoubleDouble beyond = DoubleDouble.of(Double.MAX_VALUE).times(DoubleDouble.of(2));
        assertTrue(!Double.isFinite(beyond.high()));
        assertThrows(IllegalArgumentException.class, () -> DoubleDouble.dot(new double[1], new double[2]));
    }
}
