package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Parameters;
import org.equicert.number.Algebra;

/**
 * Derivatives of a catalogue function f: Rᵖ → Rᵐ in θ, over any algebra that has what f needs: exact over rationals,
 * enclosing over balls, counted over roundings. c ∈ Rᵐ is a cotangent of the shape of f's value, v ∈ Rᵖ a tangent.
 *
 * @param algebra the numbers
 * @param f the function
 * @param parameters its parameters
 * @param in its arguments; θ is the entries of those in {@code f.wrt()}
 */
public record Derivatives<E>(Algebra<E> algebra, Definition f, Parameters parameters, Arguments<E> in) {

    public Array<E> value() {
        return f.value(algebra, in, parameters);
    }

    /** p, the number of entries of θ. */
    public int size() {
        return theta().size();
    }

    /** The jets of f's value in θ, of first or second order. */
    private Array<Jet<E>> expand(Jets<E> jets) {
        return expand(jets, jets::variable);
    }

    /** ∇⟨c, f⟩ ∈ Rᵖ. */
    public Array<E> gradient(Array<E> c) {
        Jets<E> jets = new Jets<>(algebra, size(), 1);
        Jet<E> g = contract(jets, c.map(jets::constant), expand(jets));
        return Array.build(List.of(size()), a -> jets.first(g, a));
    }

    /** ∇²⟨c, f⟩, p × p and symmetric. */
    public Array<E> hessian(Array<E> c) {
        Jets<E> jets = new Jets<>(algebra, size(), 2);
        Jet<E> g = contract(jets, c.map(jets::constant), expand(jets));
        return Array.matrix(size(), size(), (a, b) -> jets.second(g, a, b));
    }

    /** ∇f[v], of the shape of f's value. */
    public Array<E> jvp(List<E> v) {
        Jets<E> jets = new Jets<>(algebra, 1, 1);
        return expand(jets, (x, a) -> jets.moving(x, List.of(v.get(a)))).map(f -> jets.first(f, 0));
    }

    /** ∇²⟨c, f⟩[v] ∈ Rᵖ, without the whole Hessian: jets in θ over jets along v. */
    public Array<E> hvp(Array<E> c, List<E> v) {
        Jets<E> along = new Jets<>(algebra, 1, 1);
        Jets<Jet<E>> jets = new Jets<>(along, size(), 1);
        Array<Jet<Jet<E>>> value = f.value(
                jets,
                lift(
                        x -> jets.constant(along.constant(x)),
                        (x, a) -> jets.variable(along.moving(x, List.of(v.get(a))), a)),
                parameters);
        Jet<Jet<E>> g = contract(jets, c.map(x -> jets.constant(along.constant(x))), value);
        return Array.build(List.of(size()), a -> along.first(jets.first(g, a), 0));
    }

    /** ∇³f[u, v, w], of the shape of f's value: jets along u over jets along v over jets along w. */
    public Array<E> third(List<E> u, List<E> v, List<E> w) {
        Jets<E> third = new Jets<>(algebra, 1, 1);
        Jets<Jet<E>> second = new Jets<>(third, 1, 1);
        Jets<Jet<Jet<E>>> first = new Jets<>(second, 1, 1);
        return f.value(
                        first,
                        lift(
                                x -> first.constant(second.constant(third.constant(x))),
                                (x, a) -> first.moving(
                                        second.moving(
                                                third.moving(x, List.of(w.get(a))), List.of(third.constant(v.get(a)))),
                                        List.of(second.constant(third.constant(u.get(a)))))),
                        parameters)
                .map(y -> third.first(second.first(first.first(y, 0), 0), 0));
    }

    private List<E> theta() {
        return in.flatten(f.wrt());
    }

    private Array<Jet<E>> expand(Jets<E> jets, Variable<E, Jet<E>> variable) {
        return f.value(jets, lift(jets::constant, variable), parameters);
    }

    /** The arguments with θ made variable and all other entries constant. */
    private <F> Arguments<F> lift(java.util.function.Function<E, F> constant, Variable<E, F> variable) {
        List<E> theta = theta();
        List<F> lifted = new ArrayList<>(theta.size());
        for (int a = 0; a < theta.size(); a++) {
            lifted.add(variable.of(theta.get(a), a));
        }
        return in.map(constant).withTheta(f.wrt(), lifted);
    }

    private interface Variable<E, F> {
        F of(E x, int a);
    }

    /** ⟨c, f⟩. */
    private static <F> F contract(Algebra<F> algebra, Array<F> c, Array<F> value) {
        List<F> terms = new ArrayList<>(c.size());
        for (int i = 0; i < c.size(); i++) {
            terms.add(algebra.times(c.get(i), value.get(i)));
        }
        return algebra.sum(terms);
    }
}
