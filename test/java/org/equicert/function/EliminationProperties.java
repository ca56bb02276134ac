package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.equicert.number.Undecided;
import org.junit.jupiter.api.function.Executable;

/** Determinants, inverses and solutions over rationals and balls; singular matrices among them. */
class EliminationProperties {
    private static final Rationals RATIONALS = new Rationals();
    private static final Balls BALLS = Balls.ofBits(128);

    @Property(tries = 100)
    void theDeterminantIsItsLaplaceExpansion(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        Array<Rational> x = Draw.array(new Random(seed), n, n).map(Rational::of);
        assertEquals(laplace(x), Elimination.determinant(RATIONALS, x));
    }

    @Property(tries = 100)
    void withoutDivisionTheDeterminantIsTheSame(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        Array<Rational> x = Draw.array(new Random(seed), n, n).map(Rational::of);
        assertEquals(laplace(x), Elimination.divisionFreeDeterminant(RATIONALS, x));
    }

    /** Small whole entries, 0 among them: zero pivots and singular matrices abound. */
    @Property(tries = 300)
    void theDeterminantIsDecidedAtSingularMatrices(@ForAll @IntRange(min = 1, max = 4) int n, @ForAll long seed) {
        Random random = new Random(seed);
        Array<Long> x = Array.matrix(n, n, (i, j) -> (long) random.nextInt(-1, 2));
        Rational expected = laplace(x.map(Rational::of));
        assertEquals(expected, Elimination.determinant(RATIONALS, x.map(Rational::of)));
        Ball enclosure = Elimination.determinant(BALLS, x.map(BALLS::of));
        assertTrue(enclosure.contains(expected));
        assertTrue(enclosure.radius() < 0x1p-100);
    }

    @Property(tries = 100)
    void theDeterminantOfRankOneIsZero(@ForAll @IntRange(min = 2, max = 5) int n, @ForAll long seed) {
        Random random = new Random(seed);
        Array<Rational> u = Draw.array(random, n, 1).map(Rational::of);
        Array<Rational> v = Draw.array(random, 1, n).map(Rational::of);
        assertEquals(Rational.ZERO, Elimination.determinant(RATIONALS, Products.multiply(RATIONALS, u, v)));
    }

    @Property(tries = 100)
    void theInverseTimesTheMatrixIsTheIdentity(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        Array<Rational> x = Draw.invertible(n, new Random(seed)).map(Rational::of);
        Array<Rational> inverse = Elimination.inverse(RATIONALS, x);
        assertEquals(Elimination.identity(RATIONALS, n), Products.multiply(RATIONALS, inverse, x));
        assertEquals(Elimination.identity(RATIONALS, n), Products.multiply(RATIONALS, x, inverse));
    }

    @Property(tries = 100)
    void theSolutionSolves(
            @ForAll @IntRange(min = 1, max = 5) int n, @ForAll @IntRange(min = 1, max = 3) int m, @ForAll long seed) {
        Random random = new Random(seed);
        Array<Rational> x = Draw.invertible(n, random).map(Rational::of);
        Array<Rational> b = Draw.array(random, n, m).map(Rational::of);
        assertEquals(b, Products.multiply(RATIONALS, x, Elimination.solve(RATIONALS, x, b)));
    }

    @Property(tries = 100)
    void theLogarithmIsThatOfTheDeterminant(@ForAll @IntRange(min = 1, max = 5) int n, @ForAll long seed) {
        Array<Double> x = Draw.invertible(n, new Random(seed));
        Ball logarithm = Elimination.logAbsDeterminant(BALLS, x.map(BALLS::of));
        Ball ofDeterminant = BALLS.log(BALLS.abs(Elimination.determinant(BALLS, x.map(BALLS::of))));
        assertTrue(logarithm.overlaps(ofDeterminant));
        assertTrue(logarithm.radius() < 0x1p-100 && ofDeterminant.radius() < 0x1p-100);
    }

    @Example
    void aSingularMatrixHasNeitherInverseNorLogarithm() {
        Array<Long> x = new Array<>(List.of(2, 2), List.of(1L, 2L, 2L, 4L));
        assertSingular(() -> Elimination.inverse(RATIONALS, x.map(Rational::of)));
        assertSingular(() -> Elimination.inverse(BALLS, x.map(BALLS::of)));
        assertSingular(() -> Elimination.logAbsDeterminant(BALLS, x.map(BALLS::of)));
    }

    private static void assertSingular(Executable operation) {
        assertEquals(
                Undecided.Reason.SINGULAR,
                assertThrows(Undecided.class, operation).reason());
    }

    /** Along the first row: Σ (−1)ʲ x₀ⱼ times the determinant without row 0 and column j. */
    private static Rational laplace(Array<Rational> x) {
        int n = x.dimension(0);
        if (n == 1) {
            return x.item();
        }
        Rational sum = Rational.ZERO;
        for (int j = 0; j < n; j++) {
            int without = j;
            Array<Rational> minor = Array.matrix(n - 1, n - 1, (r, c) -> x.get(r + 1, c < without ? c : c + 1));
            Rational term = x.get(0, j).times(laplace(minor));
            sum = j % 2 == 0 ? sum.plus(term) : sum.minus(term);
        }
        return sum;
    }
}
