package org.equicert.function;

import static org.equicert.function.Signature.define;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;

/**
 * Factors and spectra, made unique: what is to be symmetric is the symmetric part of the argument, diagonals of triangular
 * factors are positive, and of eigenvectors and singular vectors only what their signs leave alone is asked.
 */
final class Decompositions {
    private static final Set<Capability> ROOTS = Set.of(Capability.DIVISION, Capability.ROOT);
    private static final Set<Capability> ANGLES = Set.of(Capability.DIVISION, Capability.ROOT, Capability.ELEMENTARY);

    static final List<Definition> ALL = List.of(
            of(
                    "linalg.cholesky",
                    "x (n, n) positive definite -> lower triangular l with a positive diagonal, l·lᵀ = (x + xᵀ)/2",
                    ROOTS,
                    Decompositions::cholesky),
            of(
                    "linalg.cholesky.logdet",
                    "x (n, n) positive definite -> log det (x + xᵀ)/2 as twice the sum of log l[i, i], scalar",
                    ANGLES,
                    Decompositions::logDeterminant),
            of(
                    "linalg.qr.q",
                    "x (m+1, n) tall of full rank -> q of x = q·r, where r has a positive diagonal, (m+1, n)",
                    ROOTS,
                    Decompositions::orthogonal),
            of(
                    "linalg.qr.r",
                    "x (m, n) tall of full rank -> r of x = q·r, upper triangular with a positive diagonal, (n, n)",
                    ROOTS,
                    Decompositions::triangular),
            of(
                    "linalg.lu.l",
                    "x (n+1, n+1) without ties of pivots -> l of p·x = l·u by partial pivoting, (n+1, n+1)",
                    Set.of(Capability.DIVISION, Capability.ORDER),
                    Decompositions::unitLower),
            of(
                    "linalg.lu.u",
                    "x (n, n) without ties of pivots -> u of p·x = l·u by partial pivoting, (n, n)",
                    Set.of(Capability.DIVISION, Capability.ORDER),
                    Decompositions::upper),
            of(
                    "linalg.eigvalsh",
                    "x (n, n) of simple spectrum -> eigenvalues of (x + xᵀ)/2, ascending, (n)",
                    ANGLES,
                    Decompositions::eigenvalues),
            of(
                    "linalg.eigh.projection",
                    "x (n, n) of simple spectrum -> v·vᵀ, v the eigenvector of (x + xᵀ)/2 to its greatest eigenvalue",
                    ANGLES,
                    Decompositions::projection),
            of(
                    "linalg.eigh.square_root",
                    "x (n, n) positive definite of simple spectrum -> square root of (x + xᵀ)/2 by its eigenvectors",
                    ANGLES,
                    Decompositions::squareRoot),
            of(
                    "linalg.eigvals.power_sum",
                    "x (n, n) diagonalisable -> sum of the cubes of its eigenvalues, real or complex, scalar",
                    Set.of(Capability.DIVISION),
                    Decompositions::cubes),
            of(
                    "linalg.svdvals",
                    "x (m, n) of simple singular values -> its singular values, descending, (min(m, n))",
                    ANGLES,
                    Decompositions::singularValues),
            of(
                    "linalg.svd.polar",
                    "x (m, n) tall of simple singular values -> u·vᵀ of x = u·diag(s)·vᵀ, (m, n)",
                    ANGLES,
                    Decompositions::polar),
            of(
                    "linalg.svd.leading",
                    "x (m, n) tall of simple singular values -> s·u·vᵀ, s the largest singular value of x, (m, n)",
                    ANGLES,
                    Decompositions::leading),
            of(
                    "linalg.matrix_norm.nuclear",
                    "x (m, n) of simple singular values -> sum of its singular values, scalar",
                    ANGLES,
                    Decompositions::nuclear),
            of(
                    "linalg.matrix_norm.spectral",
                    "x (m, n) of simple singular values -> its largest singular value, scalar",
                    ANGLES,
                    Decompositions::spectral),
            of(
                    "linalg.matrix_norm.least",
                    "x (m, n) of simple singular values -> its least singular value, scalar",
                    ANGLES,
                    Decompositions::least),
            of(
                    "linalg.cond",
                    "x (m, n) of simple singular values -> its largest singular value over its least, scalar",
                    ANGLES,
                    Decompositions::condition),
            of(
                    "linalg.matrix_exp",
                    "x (n, n) moderate and diagonalisable -> e^x, (n, n)",
                    Set.of(Capability.DIVISION, Capability.ORDER, Capability.ROOT, Capability.ELEMENTARY),
                    Decompositions::exponential));

    private Decompositions() {}

    private static Definition of(String name, String text, Set<Capability> needs, Formula formula) {
        return define(name, text, needs, Stability.NORMWISE, formula);
    }

    private static <E> Array<E> cholesky(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Factorisations.cholesky(algebra, Spectrum.symmetricPart(algebra, in.get("x")));
    }

    private static <E> Array<E> logDeterminant(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> l = cholesky(algebra, in, parameters);
        List<E> logarithms = new ArrayList<>();
        for (int i = 0; i < l.dimension(0); i++) {
            logarithms.add(algebra.log(l.get(i, i)));
        }
        return Array.scalar(algebra.times(algebra.of(2L), algebra.sum(logarithms)));
    }

    private static <E> Array<E> orthogonal(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Factorisations.qr(algebra, in.get("x")).q();
    }

    private static <E> Array<E> triangular(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Factorisations.qr(algebra, in.get("x")).r();
    }

    private static <E> Array<E> unitLower(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.factorise(algebra, in.get("x")).l();
    }

    private static <E> Array<E> upper(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Elimination.factorise(algebra, in.get("x")).u();
    }

    private static <E> Array<E> eigenvalues(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.vector(Spectrum.eigenvalues(algebra, Spectrum.symmetricPart(algebra, in.get("x"))));
    }

    private static <E> Array<E> projection(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = Spectrum.symmetricPart(algebra, in.get("x"));
        List<E> eigenvalues = Spectrum.eigenvalues(algebra, x);
        return Spectrum.projection(algebra, x, eigenvalues, eigenvalues.size() - 1);
    }

    private static <E> Array<E> squareRoot(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = Spectrum.symmetricPart(algebra, in.get("x"));
        List<E> eigenvalues = Spectrum.eigenvalues(algebra, x);
        return Spectrum.weighted(
                algebra, x, eigenvalues, eigenvalues.stream().map(algebra::sqrt).toList());
    }

    /** From the characteristic polynomial λ³ + c₁λ² + c₂λ + c₃, by Faddeev and Le Verrier, and Newton's identities. */
    private static <E> Array<E> cubes(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> m = x;
        List<E> sums = new ArrayList<>();
        List<E> coefficients = new ArrayList<>();
        for (int k = 1; k <= 3; k++) {
            E trace = MatrixProducts.trace(algebra, m);
            E c = algebra.negate(algebra.over(trace, algebra.of((long) k)));
            coefficients.add(c);
            List<E> terms = new ArrayList<>(List.of(trace)); // −k·cₖ
            for (int i = 1; i < k; i++) {
                terms.add(algebra.negate(algebra.times(coefficients.get(i - 1), sums.get(k - i - 1))));
            }
            sums.add(algebra.sum(terms));
            m = Products.multiply(algebra, x, Spectrum.shifted(algebra, m, c));
        }
        return Array.scalar(sums.getLast());
    }

    private static <E> Array<E> singularValues(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.vector(Spectrum.singularValues(algebra, in.get("x")).reversed());
    }

    /** x·(xᵀ·x)^(−1/2). */
    private static <E> Array<E> polar(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> gram = Spectrum.gram(algebra, in.get("x"));
        List<E> squares = Spectrum.eigenvalues(algebra, gram);
        List<E> inverses = squares.stream()
                .map(square -> algebra.over(algebra.one(), algebra.sqrt(square)))
                .toList();
        return Products.multiply(algebra, in.get("x"), Spectrum.weighted(algebra, gram, squares, inverses));
    }

    private static <E> Array<E> leading(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> gram = Spectrum.gram(algebra, in.get("x"));
        List<E> squares = Spectrum.eigenvalues(algebra, gram);
        return Products.multiply(algebra, in.get("x"), Spectrum.projection(algebra, gram, squares, squares.size() - 1));
    }

    private static <E> Array<E> nuclear(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(algebra.sum(Spectrum.singularValues(algebra, in.get("x"))));
    }

    private static <E> Array<E> spectral(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(Spectrum.singularValues(algebra, in.get("x")).getLast());
    }

    private static <E> Array<E> least(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        return Array.scalar(Spectrum.singularValues(algebra, in.get("x")).getFirst());
    }

    private static <E> Array<E> condition(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        List<E> values = Spectrum.singularValues(algebra, in.get("x"));
        return Array.scalar(algebra.over(values.getLast(), values.getFirst()));
    }

    /**
     * With m the mean of the diagonal and z = −det(x − m·I): e^m·(cosh √z·I + sinh √z/√z·(x − m·I)), where z &lt; 0 makes cos and
     * sin of it.
     */
    private static <E> Array<E> exponential(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        if (x.size() == 1) {
            return x.map(algebra::exp);
        }
        E mean = algebra.times(algebra.of(0.5), MatrixProducts.trace(algebra, x));
        Array<E> rest = Array.matrix(2, 2, (i, j) -> i == j ? algebra.minus(x.get(i, i), mean) : x.get(i, j));
        E z = algebra.negate(Elimination.divisionFreeDeterminant(algebra, rest));
        E root = algebra.sqrt(algebra.abs(z));
        boolean real = algebra.sign(z) == Sign.POSITIVE;
        E even = real ? algebra.cosh(root) : algebra.cos(root);
        E odd = algebra.over(real ? algebra.sinh(root) : algebra.sin(root), root);
        E growth = algebra.exp(mean);
        return Array.matrix(2, 2, (i, j) -> {
            E along = algebra.times(odd, rest.get(i, j));
            return algebra.times(growth, i == j ? algebra.plus(even, along) : along);
        });
    }
}
