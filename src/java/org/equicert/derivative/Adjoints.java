package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Parameters;
import org.equicert.number.Algebra;

/**
 * The derivatives of {@link Derivatives} that end in Rᵖ, by reverse mode: for many variables. A gradient costs a few
 * evaluations of f, a Hessian p times that, where jets in all variables cost p and p² evaluations.
 *
 * @param algebra the numbers
 * @param f the function
 * @param parameters its parameters
 * @param in its arguments; θ is the entries of those in {@code f.wrt()}
 */
public record Adjoints<E>(Algebra<E> algebra, Definition f, Parameters parameters, Arguments<E> in) {

    /** ∇⟨c, f⟩ ∈ Rᵖ. */
    public Array<E> gradient(Array<E> c) {
        return Array.vector(gradient(algebra, c, in));
    }

    /** ∇²⟨c, f⟩, p × p: reverse mode over jets in all of θ. */
    public Array<E> hessian(Array<E> c) {
        List<E> theta = in.flatten(f.wrt());
        int p = theta.size();
        Jets<E> jets = new Jets<>(algebra, p, 1);
        List<Jet<E>> rows = gradient(jets, c.map(jets::constant), lift(jets, a -> jets.variable(theta.get(a), a)));
        return Array.matrix(p, p, (a, b) -> jets.first(rows.get(a), b));
    }

    /** ∇²⟨c, f⟩[v] ∈ Rᵖ: reverse mode over jets along v. */
    public Array<E> hvp(Array<E> c, List<E> v) {
        Jets<E> along = new Jets<>(algebra, 1, 1);
        return Array.vector(gradient(along, c.map(along::constant), moving(along, in, v)).stream()
                .map(g -> along.first(g, 0))
                .toList());
    }

    /** ∇³⟨c, f⟩[u, v] ∈ Rᵖ: reverse mode over jets along u over jets along v. */
    public Array<E> third(Array<E> c, List<E> u, List<E> v) {
        Jets<E> inner = new Jets<>(algebra, 1, 1);
        Jets<Jet<E>> outer = new Jets<>(inner, 1, 1);
        Arguments<Jet<Jet<E>>> moved = moving(
                outer, moving(inner, in, v), u.stream().map(inner::constant).toList());
        return Array.vector(gradient(outer, c.map(x -> outer.constant(inner.constant(x))), moved).stream()
                .map(g -> inner.first(outer.first(g, 0), 0))
                .toList());
    }

    private <F> List<F> gradient(Algebra<F> numbers, Array<F> c, Arguments<F> at) {
        Tape<F> tape = new Tape<>(numbers);
        List<Taped<F>> theta = new ArrayList<>();
        for (F x : at.flatten(f.wrt())) {
            theta.add(tape.variable(x));
        }
        Arguments<Taped<F>> taped = at.map(tape::constant).withTheta(f.wrt(), theta);
        return tape.gradient(c.entries(), f.value(tape, taped, parameters).entries(), theta);
    }

    private Arguments<Jet<E>> lift(Jets<E> jets, Function<Integer, Jet<E>> variable) {
        List<Jet<E>> theta = new ArrayList<>();
        for (int a = 0; a < jets.variables(); a++) {
            theta.add(variable.apply(a));
        }
        return in.map(jets::constant).withTheta(f.wrt(), theta);
    }

    /** θ moving along v. */
    private <F> Arguments<Jet<F>> moving(Jets<F> along, Arguments<F> at, List<F> v) {
        List<F> theta = at.flatten(f.wrt());
        List<Jet<F>> moved = new ArrayList<>();
        for (int a = 0; a < theta.size(); a++) {
            moved.add(along.moving(theta.get(a), List.of(v.get(a))));
        }
        return at.map(along::constant).withTheta(f.wrt(), moved);
    }
}
