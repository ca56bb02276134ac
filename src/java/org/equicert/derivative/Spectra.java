package org.equicert.derivative;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.function.Rotations;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/**
 * Eigenvalues of symmetric matrices and singular values, enclosed, with their derivatives: approximated by rotations, verified
 * by {@link Krawczyk}, differentiated by {@link Implicit}. Each must be simple, and a singular value positive: elsewhere it has
 * no derivative, and the point is undecided.
 */
public final class Spectra {
    private Spectra() {}

    /**
     * The eigenvalues of a symmetric x (n, n), ascending. Every entry of x is a variable of its own.
     *
     * @param order that of {@code jets}
     * @throws org.equicert.number.Undecided {@code SINGULAR} where two may coincide
     */
    public static List<Jet<Ball>> eigenvalues(Balls balls, Jets<Ball> jets, int order, Array<Jet<Ball>> x) {
        int n = x.dimension(0);
        Rotations.Decomposition near =
                Rotations.decompose(x.map(entry -> entry.value().midpoint()));
        List<Jet<Ball>> eigenvalues = new ArrayList<>(n);
        for (int k = 0; k < n; k++) {
            List<Double> start = new ArrayList<>(near.vectors().column(k));
            start.add(near.values().get(k));
            eigenvalues.add(last(balls, jets, order, MatrixEquations.eigenpair(n), start, x));
        }
        return sorted(eigenvalues);
    }

    /**
     * The singular values of x (m, n) with m ≥ n, ascending.
     *
     * @param order that of {@code jets}
     * @throws org.equicert.number.Undecided {@code SINGULAR} where two may coincide, or one be zero
     */
    public static List<Jet<Ball>> singularValues(Balls balls, Jets<Ball> jets, int order, Array<Jet<Ball>> x) {
        int m = x.dimension(0);
        int n = x.dimension(1);
        Array<Double> middle = x.map(entry -> entry.value().midpoint());
        Rotations.Decomposition near =
                Rotations.decompose(Array.matrix(n, n, (i, j) -> dot(middle.column(i), middle.column(j))));
        List<Jet<Ball>> values = new ArrayList<>(n);
        for (int k = 0; k < n; k++) {
            List<Double> v = near.vectors().column(k);
            double sigma = Math.sqrt(Math.max(near.values().get(k), Double.MIN_NORMAL));
            List<Double> start = new ArrayList<>(m + n + 1);
            for (int i = 0; i < m; i++) {
                start.add(dot(middle.row(i), v) / sigma);
            }
            start.addAll(v);
            start.add(sigma);
            values.add(last(balls, jets, order, MatrixEquations.singularTriple(m, n), start, x));
        }
        return sorted(values);
    }

    /** The last unknown of a system near a point. */
    private static Jet<Ball> last(
            Balls balls, Jets<Ball> jets, int order, Equations f, List<Double> near, Array<Jet<Ball>> x) {
        List<Ball> root = Krawczyk.root(balls, f, near, x.map(Jet::value).entries());
        return Implicit.follow(balls, jets, order, f, root, x.entries()).getLast();
    }

    private static List<Jet<Ball>> sorted(List<Jet<Ball>> values) {
        return values.stream()
                .sorted(Comparator.comparingDouble(x -> x.value().midpoint()))
                .toList();
    }

    private static double dot(List<Double> x, List<Double> y) {
        double sum = 0;
        for (int i = 0; i < x.size(); i++) {
            sum += x.get(i) * y.get(i);
        }
        return sum;
    }
}
