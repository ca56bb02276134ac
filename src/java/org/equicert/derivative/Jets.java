package org.equicert.derivative;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;
import org.equicert.number.Sign;
import org.equicert.number.Undecided;
import org.jspecify.annotations.Nullable;

/**
 * Jets of first or second order in n variables over any algebra: the calculus of T.Lem1 as arithmetic. Sums and products
 * are those of the ring R[ε₁,…,εₙ] cut off above the order; every other operation is a function of one variable with its
 * two derivatives, by the chain rule. All capabilities are those of the base.
 */
public final class Jets<E> implements Algebra<Jet<E>> {
    private final Algebra<E> base;
    private final int variables;
    private final int order;

    /**
     * @param order 1 or 2: derivatives above it are not computed
     * @throws Undecided {@code WIDTH} where the second derivatives are more than an array holds
     */
    public Jets(Algebra<E> base, int variables, int order) {
        if (variables < 0 || order < 1 || order > 2) {
            throw new IllegalArgumentException("jets of order " + order + " in " + variables + " variables");
        }
        if (order == 2 && (long) variables * (variables + 1) / 2 > Integer.MAX_VALUE) {
            throw new Undecided(
                    Undecided.Reason.WIDTH, "second derivatives in " + variables + " variables cannot be held");
        }
        this.base = base;
        this.variables = variables;
        this.order = order;
    }

    /** n, the number of variables. */
    public int variables() {
        return variables;
    }

    /** The constant c. */
    public Jet<E> constant(E c) {
        return new Jet<>(c, none(), none());
    }

    /** The a-th variable, at the value x: derivative 1 in direction a. */
    public Jet<E> variable(E x, int a) {
        @Nullable E[] first = entries(variables);
        first[a] = base.one();
        return new Jet<>(x, first, none());
    }

    /** The number x that moves by u in direction 0, …: derivative u[a] in direction a. */
    public Jet<E> moving(E x, List<E> u) {
        @Nullable E[] first = entries(variables);
        for (int a = 0; a < u.size(); a++) {
            first[a] = u.get(a);
        }
        return new Jet<>(x, first, none());
    }

    /** ∂ₐ of a jet. */
    public E first(Jet<E> x, int a) {
        return orZero(at(x.first(), a));
    }

    /** ∂ₐ∂ᵦ of a jet, symmetric in a and b. */
    public E second(Jet<E> x, int a, int b) {
        return orZero(at(x.second(), pair(a, b)));
    }

    /** Where ∂ₐ∂ᵦ stands in the packed triangle. */
    static int pair(int a, int b) {
        int high = Math.max(a, b);
        return high * (high + 1) / 2 + Math.min(a, b);
    }

    @Override
    public Set<Capability> capabilities() {
        return base.capabilities();
    }

    @Override
    public Jet<E> of(long n) {
        return constant(base.of(n));
    }

    @Override
    public Jet<E> of(double x) {
        return constant(base.of(x));
    }

    @Override
    public Jet<E> plus(Jet<E> x, Jet<E> y) {
        return sum(List.of(x, y));
    }

    @Override
    public Jet<E> minus(Jet<E> x, Jet<E> y) {
        return sum(List.of(x, negate(y)));
    }

    @Override
    public Jet<E> negate(Jet<E> x) {
        return new Jet<>(base.negate(x.value()), negate(x.first()), negate(x.second()));
    }

    /** Entry by entry, each one n-ary sum of the base. */
    @Override
    public Jet<E> sum(List<Jet<E>> terms) {
        List<E> values = new ArrayList<>(terms.size());
        List<@Nullable E[]> firsts = new ArrayList<>(terms.size());
        List<@Nullable E[]> seconds = new ArrayList<>(terms.size());
        for (Jet<E> term : terms) {
            values.add(term.value());
            firsts.add(term.first());
            seconds.add(term.second());
        }
        return new Jet<>(base.sum(values), sums(firsts), sums(seconds));
    }

    private @Nullable E[] sums(List<@Nullable E[]> rows) {
        int length = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        @Nullable E[] sums = entries(length);
        List<E> column = new ArrayList<>(rows.size());
        for (int i = 0; i < length; i++) {
            column.clear();
            for (@Nullable E[] row : rows) {
                add(column, at(row, i));
            }
            sums[i] = total(column);
        }
        return sums;
    }

    /** The product rule, T.Lem1.5. */
    @Override
    public Jet<E> times(Jet<E> x, Jet<E> y) {
        E xv = x.value();
        E yv = y.value();
        @Nullable E[] first = entries(x.first().length + y.first().length == 0 ? 0 : variables);
        List<E> terms = new ArrayList<>(4);
        for (int a = 0; a < first.length; a++) {
            terms.clear();
            add(terms, product(xv, at(y.first(), a)));
            add(terms, product(yv, at(x.first(), a)));
            first[a] = total(terms);
        }
        boolean curved = x.second().length + y.second().length > 0 || (x.first().length > 0 && y.first().length > 0);
        @Nullable E[] second = entries(order < 2 || !curved ? 0 : variables * (variables + 1) / 2);
        int i = 0;
        for (int b = 0; b < variables && second.length > 0; b++) {
            for (int a = 0; a <= b; a++, i++) {
                terms.clear();
                add(terms, product(xv, at(y.second(), i)));
                add(terms, product(yv, at(x.second(), i)));
                add(terms, product(at(x.first(), a), at(y.first(), b)));
                add(terms, product(at(x.first(), b), at(y.first(), a)));
                second[i] = total(terms);
            }
        }
        return new Jet<>(base.times(xv, yv), first, second);
    }

    @Override
    public Jet<E> over(Jet<E> x, Jet<E> y) {
        if (y.first().length == 0 && y.second().length == 0) {
            E divisor = y.value();
            return map(x, e -> base.over(e, divisor));
        }
        E r = base.over(base.one(), y.value());
        E slope = base.negate(base.times(r, r));
        Jet<E> reciprocal = chain(y, r, slope, () -> base.times(base.of(-2L), base.times(slope, r)));
        Jet<E> quotient = times(x, reciprocal);
        return new Jet<>(base.over(x.value(), y.value()), quotient.first(), quotient.second());
    }

    @Override
    public Jet<E> sqrt(Jet<E> x) {
        E root = base.sqrt(x.value());
        if (isConstant(x)) {
            return constant(root);
        }
        if (base.magnitude(root) == 0) {
            throw Algebra.kink("sqrt");
        }
        E slope = base.over(base.one(), base.times(base.of(2L), root));
        return chain(x, root, slope, () -> base.negate(base.over(slope, base.times(base.of(2L), x.value()))));
    }

    @Override
    public Jet<E> exp(Jet<E> x) {
        E value = base.exp(x.value());
        return chain(x, value, value, () -> value);
    }

    @Override
    public Jet<E> log(Jet<E> x) {
        E value = base.log(x.value());
        E slope = base.over(base.one(), x.value());
        return chain(x, value, slope, () -> base.negate(base.times(slope, slope)));
    }

    @Override
    public Jet<E> tanh(Jet<E> x) {
        E value = base.tanh(x.value());
        E slope = base.minus(base.one(), base.times(value, value));
        return chain(x, value, slope, () -> base.times(base.of(-2L), base.times(value, slope)));
    }

    @Override
    public Jet<E> expm1(Jet<E> x) {
        E slope = base.exp(x.value());
        return chain(x, base.expm1(x.value()), slope, () -> slope);
    }

    @Override
    public Jet<E> log1p(Jet<E> x) {
        E value = base.log1p(x.value());
        E slope = base.over(base.one(), base.plus(base.one(), x.value()));
        return chain(x, value, slope, () -> base.negate(base.times(slope, slope)));
    }

    @Override
    public Jet<E> pi() {
        return constant(base.pi());
    }

    @Override
    public Jet<E> sin(Jet<E> x) {
        E value = base.sin(x.value());
        return chain(x, value, base.cos(x.value()), () -> base.negate(value));
    }

    @Override
    public Jet<E> cos(Jet<E> x) {
        E value = base.cos(x.value());
        return chain(x, value, base.negate(base.sin(x.value())), () -> base.negate(value));
    }

    @Override
    public Jet<E> tan(Jet<E> x) {
        E value = base.tan(x.value());
        E slope = base.plus(base.one(), base.times(value, value));
        return chain(x, value, slope, () -> base.times(base.of(2L), base.times(value, slope)));
    }

    @Override
    public Jet<E> atan(Jet<E> x) {
        E slope = base.over(base.one(), base.plus(base.one(), base.times(x.value(), x.value())));
        return chain(
                x,
                base.atan(x.value()),
                slope,
                () -> base.times(base.times(base.of(-2L), x.value()), base.times(slope, slope)));
    }

    /** Off the cut it differs from atan(y/x) and from −atan(x/y) by a constant; the quotient of smaller size is taken. */
    @Override
    public Jet<E> atan2(Jet<E> y, Jet<E> x) {
        E value = base.atan2(y.value(), x.value());
        boolean flat = base.magnitude(x.value()) >= base.magnitude(y.value());
        Jet<E> moved = flat ? atan(over(y, x)) : negate(atan(over(x, y)));
        return new Jet<>(value, moved.first(), moved.second());
    }

    /** asin′ = 1/√(1 − x²) and asin″ = x asin′³. */
    @Override
    public Jet<E> asin(Jet<E> x) {
        E slope = base.over(base.one(), base.sqrt(oneMinusSquare(x.value())));
        return chain(x, base.asin(x.value()), slope, () -> base.times(x.value(), cube(slope)));
    }

    /** acos′ = −asin′. */
    @Override
    public Jet<E> acos(Jet<E> x) {
        E slope = base.negate(base.over(base.one(), base.sqrt(oneMinusSquare(x.value()))));
        return chain(x, base.acos(x.value()), slope, () -> base.times(x.value(), cube(slope)));
    }

    /** asinh′ = 1/√(1 + x²) and asinh″ = −x asinh′³. */
    @Override
    public Jet<E> asinh(Jet<E> x) {
        E square = base.plus(base.one(), base.times(x.value(), x.value()));
        E slope = base.over(base.one(), base.sqrt(square));
        return chain(x, base.asinh(x.value()), slope, () -> base.negate(base.times(x.value(), cube(slope))));
    }

    /** acosh′ = 1/√(x² − 1) and acosh″ = −x acosh′³. */
    @Override
    public Jet<E> acosh(Jet<E> x) {
        E slope = base.over(base.one(), base.sqrt(base.negate(oneMinusSquare(x.value()))));
        return chain(x, base.acosh(x.value()), slope, () -> base.negate(base.times(x.value(), cube(slope))));
    }

    /** atanh′ = 1/(1 − x²) and atanh″ = 2x atanh′². */
    @Override
    public Jet<E> atanh(Jet<E> x) {
        E slope = base.over(base.one(), oneMinusSquare(x.value()));
        return chain(
                x,
                base.atanh(x.value()),
                slope,
                () -> base.times(base.times(base.of(2L), x.value()), base.times(slope, slope)));
    }

    /** 1 − x² without its cancellation near ±1, nor near 0 that of its derivative (1 − x) − (1 + x), which jets of jets take. */
    private E oneMinusSquare(E x) {
        return base.magnitude(x) <= 0.5
                ? base.minus(base.one(), base.times(x, x))
                : base.times(base.minus(base.one(), x), base.plus(base.one(), x));
    }

    private E cube(E x) {
        return base.times(x, base.times(x, x));
    }

    @Override
    public Jet<E> sinh(Jet<E> x) {
        E value = base.sinh(x.value());
        return chain(x, value, base.cosh(x.value()), () -> value);
    }

    @Override
    public Jet<E> cosh(Jet<E> x) {
        E value = base.cosh(x.value());
        return chain(x, value, base.sinh(x.value()), () -> value);
    }

    /** σ′(x) = σ(x) σ(−x) and σ″ = σ′ · (σ(−x) − σ(x)). */
    @Override
    public Jet<E> logistic(Jet<E> x) {
        E value = base.logistic(x.value());
        E other = base.logistic(base.negate(x.value()));
        E slope = base.times(value, other);
        return chain(x, value, slope, () -> base.times(slope, base.minus(other, value)));
    }

    @Override
    public Jet<E> softplus(Jet<E> x) {
        E slope = base.logistic(x.value());
        return chain(
                x, base.softplus(x.value()), slope, () -> base.times(slope, base.logistic(base.negate(x.value()))));
    }

    @Override
    public Jet<E> erf(Jet<E> x) {
        E slope = bell(x.value());
        return chain(x, base.erf(x.value()), slope, () -> base.times(base.times(base.of(-2L), x.value()), slope));
    }

    @Override
    public Jet<E> erfc(Jet<E> x) {
        E slope = base.negate(bell(x.value()));
        return chain(x, base.erfc(x.value()), slope, () -> base.times(base.times(base.of(-2L), x.value()), slope));
    }

    /** 2/√π e^(−x²). */
    private E bell(E x) {
        E square = base.negate(base.times(x, x));
        return base.over(base.times(base.of(2L), base.exp(square)), base.sqrt(base.pi()));
    }

    /** Γ′ = Γ ψ and Γ″ = Γ (ψ² + ψ′). */
    @Override
    public Jet<E> gamma(Jet<E> x) {
        E value = base.gamma(x.value());
        E psi = base.polygamma(0, x.value());
        return chain(
                x,
                value,
                base.times(value, psi),
                () -> base.times(value, base.plus(base.times(psi, psi), base.polygamma(1, x.value()))));
    }

    @Override
    public Jet<E> lgamma(Jet<E> x) {
        E value = base.lgamma(x.value());
        return chain(x, value, base.polygamma(0, x.value()), () -> base.polygamma(1, x.value()));
    }

    @Override
    public Jet<E> polygamma(int m, Jet<E> x) {
        E value = base.polygamma(m, x.value());
        return chain(x, value, base.polygamma(m + 1, x.value()), () -> base.polygamma(m + 2, x.value()));
    }

    @Override
    public Sign sign(Jet<E> x) {
        return base.sign(x.value());
    }

    @Override
    public double magnitude(Jet<E> x) {
        return base.magnitude(x.value());
    }

    /** g(x) by the chain rule, T.Lem1.4: ∇²(g∘x) = g″ ∇x∇x + g′ ∇²x. The curvature g″ is asked for only where needed. */
    private Jet<E> chain(Jet<E> x, E value, E slope, Supplier<E> curvature) {
        if (isConstant(x)) {
            return constant(value);
        }
        @Nullable E[] first = entries(variables);
        for (int a = 0; a < variables; a++) {
            first[a] = product(slope, at(x.first(), a));
        }
        @Nullable E[] second = entries(order < 2 ? 0 : variables * (variables + 1) / 2);
        if (second.length > 0) {
            E bend = curvature.get();
            List<E> terms = new ArrayList<>(2);
            int i = 0;
            for (int b = 0; b < variables; b++) {
                for (int a = 0; a <= b; a++, i++) {
                    terms.clear();
                    add(terms, product(slope, at(x.second(), i)));
                    add(terms, product(bend, product(at(x.first(), a), at(x.first(), b))));
                    second[i] = total(terms);
                }
            }
        }
        return new Jet<>(value, first, second);
    }

    private Jet<E> map(Jet<E> x, UnaryOperator<E> linear) {
        return new Jet<>(linear.apply(x.value()), map(x.first(), linear), map(x.second(), linear));
    }

    private @Nullable E[] map(@Nullable E[] row, UnaryOperator<E> linear) {
        @Nullable E[] mapped = entries(row.length);
        for (int i = 0; i < row.length; i++) {
            E entry = row[i];
            mapped[i] = entry == null ? null : linear.apply(entry);
        }
        return mapped;
    }

    private @Nullable E[] negate(@Nullable E[] row) {
        return map(row, base::negate);
    }

    private boolean isConstant(Jet<E> x) {
        return x.first().length == 0 && x.second().length == 0;
    }

    private @Nullable E product(@Nullable E x, @Nullable E y) {
        return x == null || y == null ? null : base.times(x, y);
    }

    private @Nullable E total(List<E> terms) {
        return terms.isEmpty() ? null : base.sum(terms);
    }

    private void add(List<E> terms, @Nullable E term) {
        if (term != null) {
            terms.add(term);
        }
    }

    private @Nullable E at(@Nullable E[] row, int i) {
        return i < row.length ? row[i] : null;
    }

    private E orZero(@Nullable E x) {
        return x == null ? base.zero() : x;
    }

    private @Nullable E[] none() {
        return entries(0);
    }

    @SuppressWarnings("unchecked") // never leaves this package as anything but Object[] behind E
    private @Nullable E[] entries(int length) {
        return (@Nullable E[]) new Object[length];
    }
}
