package org.equicert.function;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.equicert.number.Algebra;
import org.equicert.number.Capability;

/**
 * A formula in named numbers, as a value: what it is over any algebra, which capabilities that takes, and how it is
 * written. Functions that act entry by entry, and the φ and ψ that act on them, are one such formula each.
 */
public sealed interface Term {
    /** The value over an algebra, where each name has the number given. */
    <E> E in(Algebra<E> algebra, Function<String, E> named);

    /** What evaluating it takes. */
    Set<Capability> needs();

    /** A number that is given by name. */
    static Term named(String name) {
        return new Named(name);
    }

    /** Exactly this double. */
    static Term exactly(double value) {
        return new Exact(value);
    }

    /** n / d, which rounds once in floating point, and once more where n has more than 53 bits; d has no more. */
    static Term ratio(long n, long d) {
        return new Ratio(n, d);
    }

    /** {@code above} where {@code position} is positive and {@code below} where it is negative; a kink where it is zero. */
    static Term cases(Term position, Term below, Term above) {
        return new Cases(position, below, above);
    }

    static Term pi() {
        return new Pi();
    }

    default Term plus(Term other) {
        return new Infix("+", this, other, Algebra::plus, EnumSet.noneOf(Capability.class));
    }

    default Term minus(Term other) {
        return new Infix("−", this, other, Algebra::minus, EnumSet.noneOf(Capability.class));
    }

    default Term times(Term other) {
        return new Infix("·", this, other, Algebra::times, EnumSet.noneOf(Capability.class));
    }

    default Term over(Term other) {
        return new Infix("/", this, other, Algebra::over, EnumSet.of(Capability.DIVISION));
    }

    default Term plus(double other) {
        return plus(exactly(other));
    }

    default Term minus(double other) {
        return minus(exactly(other));
    }

    default Term times(double other) {
        return exactly(other).times(this);
    }

    default Term over(double other) {
        return over(exactly(other));
    }

    /** 1 over this. */
    default Term inverse() {
        return exactly(1).over(this);
    }

    /** This times itself. */
    default Term squared() {
        return times(this);
    }

    default Term negated() {
        return new Prefix("−", this, Algebra::negate, EnumSet.noneOf(Capability.class));
    }

    static Term abs(Term x) {
        return new Prefix("abs", x, Algebra::abs, EnumSet.of(Capability.ORDER));
    }

    static Term relu(Term x) {
        return new Prefix("relu", x, Algebra::relu, EnumSet.of(Capability.ORDER));
    }

    static Term sqrt(Term x) {
        return new Prefix("sqrt", x, Algebra::sqrt, EnumSet.of(Capability.ROOT));
    }

    static Term exp(Term x) {
        return elementary("exp", x, Algebra::exp);
    }

    static Term expm1(Term x) {
        return elementary("expm1", x, Algebra::expm1);
    }

    static Term log(Term x) {
        return elementary("log", x, Algebra::log);
    }

    static Term log1p(Term x) {
        return elementary("log1p", x, Algebra::log1p);
    }

    static Term sin(Term x) {
        return elementary("sin", x, Algebra::sin);
    }

    static Term cos(Term x) {
        return elementary("cos", x, Algebra::cos);
    }

    static Term tan(Term x) {
        return elementary("tan", x, Algebra::tan);
    }

    static Term asin(Term x) {
        return elementary("asin", x, Algebra::asin);
    }

    static Term acos(Term x) {
        return elementary("acos", x, Algebra::acos);
    }

    static Term atan(Term x) {
        return elementary("atan", x, Algebra::atan);
    }

    static Term sinh(Term x) {
        return elementary("sinh", x, Algebra::sinh);
    }

    static Term cosh(Term x) {
        return elementary("cosh", x, Algebra::cosh);
    }

    static Term tanh(Term x) {
        return elementary("tanh", x, Algebra::tanh);
    }

    static Term asinh(Term x) {
        return elementary("asinh", x, Algebra::asinh);
    }

    static Term acosh(Term x) {
        return elementary("acosh", x, Algebra::acosh);
    }

    static Term atanh(Term x) {
        return elementary("atanh", x, Algebra::atanh);
    }

    static Term logistic(Term x) {
        return elementary("logistic", x, Algebra::logistic);
    }

    static Term softplus(Term x) {
        return elementary("softplus", x, Algebra::softplus);
    }

    static Term erf(Term x) {
        return elementary("erf", x, Algebra::erf);
    }

    static Term erfc(Term x) {
        return elementary("erfc", x, Algebra::erfc);
    }

    static Term lgamma(Term x) {
        return elementary("lgamma", x, Algebra::lgamma);
    }

    static Term digamma(Term x) {
        return elementary("digamma", x, new One() {
            @Override
            public <E> E of(Algebra<E> algebra, E at) {
                return algebra.polygamma(0, at);
            }
        });
    }

    static Term pow(Term x, Term y) {
        return new Call("pow", x, y, Algebra::pow, EnumSet.of(Capability.ELEMENTARY));
    }

    static Term atan2(Term y, Term x) {
        return new Call("atan2", y, x, Algebra::atan2, EnumSet.of(Capability.ELEMENTARY));
    }

    static Term max(Term x, Term y) {
        return new Call("max", x, y, Algebra::max, EnumSet.of(Capability.ORDER));
    }

    static Term min(Term x, Term y) {
        return new Call("min", x, y, Algebra::min, EnumSet.of(Capability.ORDER));
    }

    private static Term elementary(String name, Term x, One operation) {
        return new Prefix(name, x, operation, EnumSet.of(Capability.ELEMENTARY));
    }

    /** An operation on one number. */
    @FunctionalInterface
    interface One {
        <E> E of(Algebra<E> algebra, E x);
    }

    /** An operation on two numbers. */
    @FunctionalInterface
    interface Two {
        <E> E of(Algebra<E> algebra, E x, E y);
    }

    /** @see #named */
    record Named(String name) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return named.apply(name);
        }

        @Override
        public Set<Capability> needs() {
            return Set.of();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** @see #exactly */
    record Exact(double value) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return algebra.of(value);
        }

        @Override
        public Set<Capability> needs() {
            return Set.of();
        }

        @Override
        public String toString() {
            return value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
        }
    }

    /** @see #ratio */
    record Ratio(long n, long d) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            long low = Math.abs(n) < 1L << 53 ? 0 : n % (1 << 11);
            return algebra.over(algebra.plus(algebra.of(n - low), algebra.of(low)), algebra.of(d));
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.DIVISION);
        }

        @Override
        public String toString() {
            return "(" + n + "/" + d + ")";
        }
    }

    /** @see #pi */
    record Pi() implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return algebra.pi();
        }

        @Override
        public Set<Capability> needs() {
            return Set.of(Capability.ELEMENTARY);
        }

        @Override
        public String toString() {
            return "π";
        }
    }

    /** @see #cases */
    record Cases(Term position, Term below, Term above) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return switch (algebra.sign(position.in(algebra, named))) {
                case POSITIVE -> above.in(algebra, named);
                case NEGATIVE -> below.in(algebra, named);
                case ZERO, UNKNOWN -> throw Algebra.kink(toString());
            };
        }

        @Override
        public Set<Capability> needs() {
            return union(EnumSet.of(Capability.ORDER), position, below, above);
        }

        @Override
        public String toString() {
            return "(" + above + " if " + position + " > 0 else " + below + ")";
        }
    }

    /** A named function of one number. */
    record Prefix(String name, Term x, One operation, Set<Capability> own) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return operation.of(algebra, x.in(algebra, named));
        }

        @Override
        public Set<Capability> needs() {
            return union(own, x);
        }

        @Override
        public String toString() {
            return name.equals("−") ? name + inner(x) : name + "(" + x + ")";
        }
    }

    /** A named function of two numbers. */
    record Call(String name, Term x, Term y, Two operation, Set<Capability> own) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return operation.of(algebra, x.in(algebra, named), y.in(algebra, named));
        }

        @Override
        public Set<Capability> needs() {
            return union(own, x, y);
        }

        @Override
        public String toString() {
            return name + "(" + x + ", " + y + ")";
        }
    }

    /** A sum, difference, product or quotient. */
    record Infix(String sign, Term x, Term y, Two operation, Set<Capability> own) implements Term {
        @Override
        public <E> E in(Algebra<E> algebra, Function<String, E> named) {
            return operation.of(algebra, x.in(algebra, named), y.in(algebra, named));
        }

        @Override
        public Set<Capability> needs() {
            return union(own, x, y);
        }

        @Override
        public String toString() {
            return switch (sign) {
                case "+" -> x + " + " + y;
                case "−" -> x + " − " + inner(y);
                case "·" -> inner(x) + "·" + inner(y);
                default -> inner(x) + "/" + (y instanceof Infix ? "(" + y + ")" : inner(y));
            };
        }
    }

    private static String inner(Term x) {
        boolean sum = x instanceof Infix infix && (infix.sign.equals("+") || infix.sign.equals("−"));
        boolean negative = x instanceof Prefix prefix && prefix.name.equals("−");
        return sum || negative ? "(" + x + ")" : x.toString();
    }

    private static Set<Capability> union(Set<Capability> own, Term... parts) {
        EnumSet<Capability> all = EnumSet.copyOf(own.isEmpty() ? EnumSet.noneOf(Capability.class) : own);
        for (Term part : parts) {
            all.addAll(part.needs());
        }
        return all;
    }
}
