package org.equicert.derivative;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode over any algebra: every operation notes its operands and its partial derivatives, and {@link #gradient} walks
 * back over the notes (T.Lem1.4, outermost factor first). A gradient in p variables costs a few evaluations, whatever p;
 * over jets it carries the jets' derivatives along: reverse mode over jets of one direction is a Hessian-vector product.
 *
 * <p>A tape belongs to one evaluation and one thread. All capabilities are those of the base.
 */
public final class Tape<E> implements Algebra<Taped<E>> {
    private final Algebra<E> base;
    private final Jets<E> one;
    private final List<Note<E>> notes = new ArrayList<>();

    public Tape(Algebra<E> base) {
        this.base = base;
        this.one = new Jets<>(base, 1, 1);
    }

    /** A number and what it was made of: its operands' places and, by operand, the partial derivative; {@code null} is 1. */
    private record Note<E>(E value, int[] operands, List<@Nullable E> partials) {}

    /** The constant c. */
    public Taped<E> constant(E c) {
        return new Taped<>(c, -1);
    }

    /** A variable, at the value x. */
    public Taped<E> variable(E x) {
        return noted(x, new int[0], List.of());
    }

    /** ∇ Σ cᵢ yᵢ in the given variables of this tape. */
    public List<E> gradient(List<E> c, List<Taped<E>> y, List<Taped<E>> variables) {
        List<@Nullable E> adjoints = new ArrayList<>(Collections.nCopies(notes.size(), null));
        for (int i = 0; i < y.size(); i++) {
            add(adjoints, y.get(i).place(), c.get(i));
        }
        for (int i = notes.size() - 1; i >= 0; i--) {
            passOn(adjoints, i);
        }
        List<E> gradient = new ArrayList<>(variables.size());
        for (Taped<E> variable : variables) {
            E adjoint = adjoints.get(variable.place());
            gradient.add(adjoint == null ? base.zero() : adjoint);
        }
        return gradient;
    }

    /** Shows every noted number v that y depends on, variables too, with its adjoint ∂y/∂v, from y backwards. */
    public void visit(Taped<E> y, BiConsumer<E, E> visitor) {
        List<@Nullable E> adjoints = new ArrayList<>(Collections.nCopies(y.place() + 1, null));
        add(adjoints, y.place(), base.one());
        for (int i = y.place(); i >= 0; i--) {
            E adjoint = adjoints.get(i);
            if (adjoint != null) {
                visitor.accept(notes.get(i).value, adjoint);
                passOn(adjoints, i);
            }
        }
    }

    /** How many numbers have been noted. */
    public int size() {
        return notes.size();
    }

    private void passOn(List<@Nullable E> adjoints, int i) {
        E adjoint = adjoints.get(i);
        if (adjoint == null) {
            return;
        }
        Note<E> note = notes.get(i);
        for (int k = 0; k < note.operands.length; k++) {
            E partial = note.partials.get(k);
            add(adjoints, note.operands[k], partial == null ? adjoint : base.times(adjoint, partial));
        }
    }

    private void add(List<@Nullable E> adjoints, int place, E term) {
        if (place >= 0) {
            E known = adjoints.get(place);
            adjoints.set(place, known == null ? term : base.plus(known, term));
        }
    }

    private Taped<E> noted(E value, int[] operands, List<@Nullable E> partials) {
        notes.add(new Note<>(value, operands, partials));
        return new Taped<>(value, notes.size() - 1);
    }

    /** g(x), from its value and its derivative at x. */
    private Taped<E> function(Taped<E> x, E value, Supplier<E> derivative) {
        return x.isConstant() ? constant(value) : noted(value, new int[] {x.place()}, List.of(derivative.get()));
    }

    @Override
    public Set<Capability> capabilities() {
        return base.capabilities();
    }

    @Override
    public Taped<E> of(long n) {
        return constant(base.of(n));
    }

    @Override
    public Taped<E> of(double x) {
        return constant(base.of(x));
    }

    @Override
    public Taped<E> plus(Taped<E> x, Taped<E> y) {
        return sum(List.of(x, y));
    }

    @Override
    public Taped<E> minus(Taped<E> x, Taped<E> y) {
        return sum(List.of(x, negate(y)));
    }

    @Override
    public Taped<E> negate(Taped<E> x) {
        return function(x, base.negate(x.value()), () -> base.negate(base.one()));
    }

    @Override
    public Taped<E> sum(List<Taped<E>> terms) {
        E value = base.sum(terms.stream().map(Taped::value).toList());
        int[] operands = terms.stream()
                .filter(term -> !term.isConstant())
                .mapToInt(Taped::place)
                .toArray();
        return operands.length == 0
                ? constant(value)
                : noted(value, operands, Collections.nCopies(operands.length, null));
    }

    @Override
    public Taped<E> times(Taped<E> x, Taped<E> y) {
        return binary(base.times(x.value(), y.value()), x, y::value, y, x::value);
    }

    @Override
    public Taped<E> over(Taped<E> x, Taped<E> y) {
        E quotient = base.over(x.value(), y.value());
        return binary(
                quotient,
                x,
                () -> base.over(base.one(), y.value()),
                y,
                () -> base.negate(base.over(quotient, y.value())));
    }

    private Taped<E> binary(E value, Taped<E> x, Supplier<E> byX, Taped<E> y, Supplier<E> byY) {
        if (y.isConstant()) {
            return function(x, value, byX);
        }
        if (x.isConstant()) {
            return function(y, value, byY);
        }
        return noted(value, new int[] {x.place(), y.place()}, List.of(byX.get(), byY.get()));
    }

    @Override
    public Taped<E> sqrt(Taped<E> x) {
        return function(x, one::sqrt);
    }

    @Override
    public Taped<E> exp(Taped<E> x) {
        return function(x, one::exp);
    }

    @Override
    public Taped<E> log(Taped<E> x) {
        return function(x, one::log);
    }

    @Override
    public Taped<E> tanh(Taped<E> x) {
        return function(x, one::tanh);
    }

    @Override
    public Taped<E> expm1(Taped<E> x) {
        return function(x, one::expm1);
    }

    @Override
    public Taped<E> log1p(Taped<E> x) {
        return function(x, one::log1p);
    }

    @Override
    public Taped<E> sin(Taped<E> x) {
        return function(x, one::sin);
    }

    @Override
    public Taped<E> cos(Taped<E> x) {
        return function(x, one::cos);
    }

    @Override
    public Taped<E> tan(Taped<E> x) {
        return function(x, one::tan);
    }

    @Override
    public Taped<E> atan(Taped<E> x) {
        return function(x, one::atan);
    }

    @Override
    public Taped<E> asin(Taped<E> x) {
        return function(x, one::asin);
    }

    @Override
    public Taped<E> acos(Taped<E> x) {
        return function(x, one::acos);
    }

    @Override
    public Taped<E> asinh(Taped<E> x) {
        return function(x, one::asinh);
    }

    @Override
    public Taped<E> acosh(Taped<E> x) {
        return function(x, one::acosh);
    }

    @Override
    public Taped<E> atanh(Taped<E> x) {
        return function(x, one::atanh);
    }

    @Override
    public Taped<E> sinh(Taped<E> x) {
        return function(x, one::sinh);
    }

    @Override
    public Taped<E> cosh(Taped<E> x) {
        return function(x, one::cosh);
    }

    @Override
    public Taped<E> logistic(Taped<E> x) {
        return function(x, one::logistic);
    }

    @Override
    public Taped<E> softplus(Taped<E> x) {
        return function(x, one::softplus);
    }

    @Override
    public Taped<E> erf(Taped<E> x) {
        return function(x, one::erf);
    }

    @Override
    public Taped<E> erfc(Taped<E> x) {
        return function(x, one::erfc);
    }

    @Override
    public Taped<E> gamma(Taped<E> x) {
        return function(x, one::gamma);
    }

    @Override
    public Taped<E> lgamma(Taped<E> x) {
        return function(x, one::lgamma);
    }

    @Override
    public Taped<E> polygamma(int m, Taped<E> x) {
        return function(x, at -> one.polygamma(m, at));
    }

    @Override
    public Taped<E> pi() {
        return constant(base.pi());
    }

    @Override
    public Taped<E> atan2(Taped<E> y, Taped<E> x) {
        Jets<E> two = new Jets<>(base, 2, 1);
        Jet<E> angle = two.atan2(two.variable(y.value(), 0), two.variable(x.value(), 1));
        return binary(angle.value(), y, () -> two.first(angle, 0), x, () -> two.first(angle, 1));
    }

    /** g(x), with its derivative from jets in one variable. */
    private Taped<E> function(Taped<E> x, UnaryOperator<Jet<E>> g) {
        Jet<E> value = g.apply(x.isConstant() ? one.constant(x.value()) : one.variable(x.value(), 0));
        return function(x, value.value(), () -> one.first(value, 0));
    }

    @Override
    public Sign sign(Taped<E> x) {
        return base.sign(x.value());
    }

    @Override
    public double magnitude(Taped<E> x) {
        return base.magnitude(x.value());
    }
}
