package org.equicert.fault;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.equicert.equivariance.Equivariance;
import org.equicert.equivariance.Equivariances;
import org.equicert.equivariance.Identities;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;
import org.equicert.oracle.Question;

/** Directions of θ that no identity looks at: orthogonal to the characteristic directions K of every known equivariance. */
final class NullSpace {
    private NullSpace() {}

    /** Such a direction δ with entries up to 1 at the point of a question; empty where the K of all together have full rank. */
    static Optional<double[]> direction(Question question) {
        return direction(
                Functions.find(question.function()).orElseThrow(), new Point(question.parameters(), question.inputs()));
    }

    static Optional<double[]> direction(Definition f, Point point) {
        List<double[]> basis = new ArrayList<>();
        for (Equivariance equivariance : Equivariances.of(f)) {
            if (equivariance.applies().test(point)) {
                try {
                    Array<Double> k = Identities.characteristicDirection(new Doubles(), equivariance, f, point);
                    for (int j = 0; j < k.dimension(1); j++) {
                        extend(basis, k.column(j).stream().mapToDouble(x -> x).toArray());
                    }
                } catch (Undecided noGoodPosition) {
                    // it ties nothing here
                }
            }
        }
        int p = point.arguments().flatten(f.wrt()).size();
        double[] direction = new SplittableRandom(p).doubles(p, -1, 1).toArray();
        return basis.size() < p && extend(basis, direction) ? Optional.of(scaled(basis.getLast())) : Optional.empty();
    }

    /** Adds what is new in x to an orthonormal basis. */
    private static boolean extend(List<double[]> basis, double... x) {
        double before = norm(x);
        double[] rest = x.clone();
        for (int pass = 0; pass < 2; pass++) { // twice is enough (Kahan)
            for (double[] e : basis) {
                double part = 0;
                for (int i = 0; i < x.length; i++) {
                    part += e[i] * rest[i];
                }
                for (int i = 0; i < x.length; i++) {
                    rest[i] -= part * e[i];
                }
            }
        }
        double after = norm(rest);
        if (!(after > 1e-6 * before)) {
            return false;
        }
        for (int i = 0; i < rest.length; i++) {
            rest[i] /= after;
        }
        basis.add(rest);
        return true;
    }

    private static double norm(double... x) {
        double sum = 0;
        for (double entry : x) {
            sum += entry * entry;
        }
        return Math.sqrt(sum);
    }

    private static double[] scaled(double... x) {
        double largest = 0;
        for (double entry : x) {
            largest = Math.max(largest, Math.abs(entry));
        }
        double[] scaled = x.clone();
        for (int i = 0; i < x.length; i++) {
            scaled[i] /= largest;
        }
        return scaled;
    }
}
