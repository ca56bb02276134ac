package org.equicert.derivative;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Elimination;
import org.equicert.function.Factorisations;
import org.equicert.function.Functions;
import org.equicert.function.Parameters;
import org.equicert.function.Products;
import org.equicert.number.Algebra;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rational;
import org.equicert.number.Rationals;
import org.equicert.number.Undecided;
import org.junit.jupiter.api.Test;

/** Matrix functions and their derivatives: enclosures are held against what any right ones satisfy, exactly where that can be. */
class MatrixFunctionsProperties {
    private static final Rationals Q = new Rationals();
    private static final Balls BALLS = Balls.ofBits(160);

    private static Array<Double> integers(int rows, int columns, Random random) {
        return Array.matrix(rows, columns, (i, j) -> (double) (random.nextInt(19) - 9));
    }

    private static <E> Array<Jet<E>> variables(Jets<E> jets, Array<E> x) {
        return Array.build(x.shape(), o -> jets.variable(x.get(o), o));
    }

    /** Two jets have a number in common in every coefficient, and are narrow. */
    private static void assertOverlap(Jets<Ball> jets, Jet<Ball> x, Jet<Ball> y) {
        assertOverlap(x.value(), y.value());
        for (int a = 0; a < jets.variables(); a++) {
            assertOverlap(jets.first(x, a), jets.first(y, a));
            for (int b = 0; b <= a; b++) {
                assertOverlap(jets.second(x, a, b), jets.second(y, a, b));
            }
        }
    }

    private static void assertOverlap(Ball x, Ball y) {
        assertTrue(x.overlaps(y), () -> x + " is not " + y);
        assertTrue(x.radius() + y.radius() < 1e-15, () -> "too wide to say anything: " + x + ", " + y);
    }

    private static <E> E trace(Algebra<E> algebra, Array<E> x) {
        List<E> diagonal = new ArrayList<>();
        for (int i = 0; i < x.dimension(0); i++) {
            diagonal.add(x.get(i, i));
        }
        return algebra.sum(diagonal);
    }

    /** The data may be balls as wide as 2⁻⁸: the solutions for all of them are enclosed. */
    @Property(tries = 60)
    void solutionsOfLinearSystemsAreEnclosed(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int n) {
        Random random = new Random(seed);
        Array<Double> x = integers(n, n, random);
        Array<Double> b = integers(n, 1, random);
        double width = random.nextBoolean() ? 0 : 0x1p-8;
        List<Ball> data = new ArrayList<>();
        x.entries().forEach(entry -> data.add(Ball.of(entry, width)));
        b.entries().forEach(entry -> data.add(Ball.of(entry, width)));
        List<Ball> root;
        Array<Rational> exact;
        try {
            Array<Rational> inside = x.map(entry -> Rational.of(entry + width * (random.nextInt(3) - 1)));
            exact = Elimination.solve(Q, inside, b.map(entry -> Rational.of(entry + width * (random.nextInt(3) - 1))));
            List<Double> near =
                    exact.map(z -> Balls.ofBits(53).of(z).midpoint()).entries();
            root = Krawczyk.root(BALLS, MatrixEquations.solve(n), near, data);
        } catch (Undecided e) {
            assertEquals(Undecided.Reason.SINGULAR, e.reason());
            return;
        }
        for (int i = 0; i < n; i++) {
            assertTrue(root.get(i).contains(exact.get(i)), () -> root + " lacks " + exact);
            assertTrue(width > 0 || root.get(i).radius() < 1e-25, () -> "too wide: " + root);
        }
    }

    /** Over the rationals Newton's method with jets is exact: the derivatives of a solution are those of elimination. */
    @Property(tries = 40)
    void T_Lem1_4_implicitDerivativesAreExact(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
        Random random = new Random(seed);
        Array<Rational> x = integers(n, n, random).map(Rational::of);
        Array<Rational> b = integers(n, 1, random).map(Rational::of);
        int variables = n * n + n;
        Jets<Rational> jets = new Jets<>(Q, variables, 2);
        Array<Jet<Rational>> moving = variables(jets, x);
        Array<Jet<Rational>> right = Array.build(b.shape(), i -> jets.variable(b.get(i), n * n + i));
        Array<Rational> root;
        try {
            root = Elimination.solve(Q, x, b);
        } catch (Undecided singular) {
            return;
        }
        List<Jet<Rational>> data = new ArrayList<>(moving.entries());
        data.addAll(right.entries());
        List<Jet<Rational>> z = Implicit.follow(Q, jets, 2, MatrixEquations.solve(n), root.entries(), data);
        Array<Jet<Rational>> byElimination = Elimination.solve(jets, moving, right);
        for (int i = 0; i < n; i++) {
            for (int a = 0; a < variables; a++) {
                assertEquals(jets.first(byElimination.get(i), a), jets.first(z.get(i), a));
                for (int c = 0; c <= a; c++) {
                    assertEquals(jets.second(byElimination.get(i), a, c), jets.second(z.get(i), a, c));
                }
            }
        }
    }

    /** Σλ = tr x, Σλ² = tr x² and Πλ = det x, with their first and second derivatives along symmetric directions. */
    @Property(tries = 15)
    void eigenvaluesAndTheirDerivatives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
        Random random = new Random(seed);
        Array<Double> any = integers(n, n, random);
        Array<Double> x = Array.matrix(n, n, (i, j) -> any.get(Math.min(i, j), Math.max(i, j)));
        Jets<Ball> jets = new Jets<>(BALLS, n * (n + 1) / 2, 2);
        Array<Jet<Ball>> moving = Array.matrix(
                n,
                n,
                (i, j) -> jets.variable(
                        Ball.exact(x.get(i, j)), Math.max(i, j) * (Math.max(i, j) + 1) / 2 + Math.min(i, j)));
        List<Jet<Ball>> values;
        try {
            values = Spectra.eigenvalues(BALLS, jets, 2, moving);
        } catch (Undecided e) {
            assertEquals(Undecided.Reason.SINGULAR, e.reason());
            return;
        }
        assertOverlap(jets, trace(jets, moving), jets.sum(values));
        assertOverlap(
                jets,
                trace(jets, Products.multiply(jets, moving, moving)),
                jets.sum(values.stream().map(v -> jets.times(v, v)).toList()));
        assertOverlap(
                jets, Elimination.determinant(jets, moving), values.stream().reduce(jets.one(), jets::times));
    }

    /** A matrix at which the boxes of the proof of a root outgrow doubles: that is undecided, and no crash. */
    @Example
    void boxesThatOutgrowDoublesAreUndecided() {
        singularValuesAndTheirDerivatives(-9966832, 2);
    }

    /** Σσ² = ‖x‖² and Πσ² = det xᵀx, with their derivatives. */
    @Property(tries = 15)
    void singularValuesAndTheirDerivatives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 2) int n) {
        Random random = new Random(seed);
        int m = n + random.nextInt(2);
        Jets<Ball> jets = new Jets<>(BALLS, m * n, 2);
        Array<Jet<Ball>> x = variables(jets, integers(m, n, random).map(Ball::exact));
        List<Jet<Ball>> squares;
        try {
            squares = Spectra.singularValues(BALLS, jets, 2, x).stream()
                    .map(s -> jets.times(s, s))
                    .toList();
        } catch (Undecided e) {
            assertEquals(Undecided.Reason.SINGULAR, e.reason());
            return;
        }
        Array<Jet<Ball>> gram = Array.matrix(n, n, (i, j) -> Products.dot(jets, x.column(i), x.column(j)));
        assertOverlap(jets, trace(jets, gram), jets.sum(squares));
        assertOverlap(
                jets, Elimination.determinant(jets, gram), squares.stream().reduce(jets.one(), jets::times));
    }

    /** Two proofs of the same: closed formulas, and Newton's method on what eigenpairs and singular triples satisfy. */
    @Property(tries = 15)
    void closedFormulasOfSpectraAreTheVerifiedRoots(@ForAll long seed, @ForAll @IntRange(min = 2, max = 3) int n) {
        Random random = new Random(seed);
        Definition eigenvalues = Functions.find("linalg.eigvalsh").orElseThrow();
        Definition singularValues = Functions.find("linalg.svdvals").orElseThrow();
        Array<Double> at = eigenvalues.points().at(n, random).arguments().get("x");
        Array<Ball> x = Array.matrix(
                at.dimension(0), at.dimension(0), (i, j) -> Ball.exact(at.get(Math.min(i, j), Math.max(i, j))));
        Jets<Ball> jets = new Jets<>(BALLS, x.size(), 2);
        Array<Jet<Ball>> symmetric = Array.matrix(
                x.dimension(0),
                x.dimension(0),
                (i, j) -> jets.variable(x.get(i, j), Math.min(i, j) * x.dimension(0) + Math.max(i, j)));
        assertSame(jets, eigenvalues, symmetric, () -> Spectra.eigenvalues(BALLS, jets, 2, symmetric));
        Array<Double> any = singularValues.points().at(n, random).arguments().get("x");
        Jets<Ball> others = new Jets<>(BALLS, any.size(), 2);
        Array<Jet<Ball>> moving = variables(others, any.map(Ball::exact));
        if (any.dimension(0) >= any.dimension(1)) {
            assertSame(
                    others,
                    singularValues,
                    moving,
                    () -> Spectra.singularValues(BALLS, others, 2, moving).reversed());
        }
    }

    private static void assertSame(
            Jets<Ball> jets, Definition f, Array<Jet<Ball>> x, Supplier<List<Jet<Ball>>> verified) {
        List<Jet<Ball>> roots;
        List<Jet<Ball>> closed;
        try {
            roots = verified.get();
            closed = f.value(jets, Arguments.of("x", x), Parameters.NONE).entries();
        } catch (Undecided e) {
            return;
        }
        for (int k = 0; k < roots.size(); k++) {
            assertOverlap(jets, roots.get(k), closed.get(k));
        }
    }

    @Property(tries = 15)
    void factorsMultiplyBackWithTheirDerivatives(@ForAll long seed, @ForAll @IntRange(min = 1, max = 3) int n) {
        Random random = new Random(seed);
        Jets<Ball> jets = new Jets<>(BALLS, n * n, 2);
        Array<Jet<Ball>> x = variables(jets, integers(n, n, random).map(Ball::exact));
        Array<Jet<Ball>> gram = Array.matrix(n, n, (i, j) -> Products.dot(jets, x.column(i), x.column(j)));
        Factorisations.Qr<Jet<Ball>> qr;
        Array<Jet<Ball>> l;
        try {
            qr = Factorisations.qr(jets, x);
            l = Factorisations.cholesky(jets, gram);
        } catch (Undecided singular) {
            return;
        }
        Array<Jet<Ball>> product = Products.multiply(jets, qr.q(), qr.r());
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < n; j++) {
                assertOverlap(jets, x.get(i, j), product.get(i, j));
                assertOverlap(jets, gram.get(i, j), Products.dot(jets, l.row(i), l.row(j)));
                assertOverlap(
                        jets,
                        i == j ? jets.one() : jets.zero(),
                        Products.dot(jets, qr.q().column(i), qr.q().column(j)));
                assertOverlap(jets, l.get(j, i), qr.r().get(i, j)); // xᵀx = rᵀr, and the factor is unique
            }
        }
    }

    @Test
    void aDoubleEigenvalueIsUndecided() {
        Jets<Ball> jets = new Jets<>(BALLS, 4, 2);
        Array<Jet<Ball>> identity = variables(jets, Elimination.identity(BALLS, 2));
        Undecided undecided = assertThrows(Undecided.class, () -> Spectra.eigenvalues(BALLS, jets, 2, identity));
        assertEquals(Undecided.Reason.SINGULAR, undecided.reason());
    }
}
