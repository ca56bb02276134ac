package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Array;
import org.equicert.function.Elimination;
import org.equicert.number.Algebra;

/**
 * The derivatives of a root z(a) of {@link Equations} (the implicit function theorem). Newton's method with ∂F/∂z fixed at
 * the root gains one order of the data's jets with each step, and what it then has is exact: no limit is taken. Over balls the
 * derivatives are enclosed wherever the root is.
 */
public final class Implicit {
    private Implicit() {}

    /**
     * The jets of the root.
     *
     * @param order that of {@code jets}
     * @param root z at the data's values
     * @param a the data
     * @throws org.equicert.number.Undecided {@code SINGULAR} where ∂F/∂z is or may be singular
     */
    public static <E> List<Jet<E>> follow(
            Algebra<E> base, Jets<E> jets, int order, Equations f, List<E> root, List<Jet<E>> a) {
        Array<E> inverse = Elimination.inverse(
                base,
                Krawczyk.jacobian(base, f, root, a.stream().map(Jet::value).toList()));
        List<Jet<E>> z = root.stream().map(jets::constant).toList();
        for (int step = 0; step < order; step++) {
            List<Jet<E>> residual = f.residual(jets, z, a);
            List<Jet<E>> next = new ArrayList<>(z.size());
            for (int i = 0; i < z.size(); i++) {
                List<Jet<E>> terms = new ArrayList<>(List.of(z.get(i)));
                for (int j = 0; j < z.size(); j++) {
                    terms.add(jets.negate(jets.times(jets.constant(inverse.get(i, j)), residual.get(j))));
                }
                Jet<E> moved = jets.sum(terms);
                next.add(new Jet<>(root.get(i), moved.first(), moved.second()));
            }
            z = next;
        }
        return z;
    }
}
