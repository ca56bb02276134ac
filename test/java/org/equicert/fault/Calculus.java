package org.equicert.fault;

import static org.equicert.fault.Rules.Sweep.FORWARD;
import static org.equicert.fault.Rules.Sweep.REVERSE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.equicert.derivative.Jet;
import org.equicert.derivative.Jets;
import org.equicert.derivative.Tape;
import org.equicert.derivative.Taped;
import org.equicert.fault.Rules.Sweep;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Algebra;
import org.equicert.number.Doubles;
import org.equicert.oracle.Narrow;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Question;

/**
 * The catalogue's functions in floating point, differentiated as libraries do: forward by jets, in reverse by tapes, and for
 * second order one over the other. Right where its rules are.
 */
final class Calculus {
    private final Rules rules;

    Calculus(Rules rules) {
        this.rules = rules;
    }

    /** The answer, of the shape that the question's quantity has. */
    Array<Double> answer(Question question) {
        Definition f = Functions.find(question.function()).orElseThrow();
        Numbers<Double> numbers = new Numbers<>(
                question.precision() == Precision.F64 ? new Doubles() : new Narrow(question.precision()),
                UnaryOperator.identity());
        List<Double> theta = question.inputs().flatten(f.wrt());
        Program value = new Value(f, question);
        List<Double> c = question.cotangent().map(Array::entries).orElse(List.of());
        List<Double> v = question.tangent().map(Array::entries).orElse(List.of());
        int p = theta.size();
        return switch (question.quantity()) {
            case VALUE -> Array.build(shape(f, question), value.at(numbers, theta)::get);
            case JVP -> Array.build(shape(f, question), column(forward(numbers, theta, value, List.of(v)), 0)::get);
            case VJP -> Array.vector(reverse(numbers, theta, value, List.of(c)).getFirst());
            case GRADIENT -> Array.vector(new Gradient(inner(question), value, c).at(numbers, theta));
            case HVP -> {
                Program gradient = new Gradient(inner(question), value, c);
                yield Array.vector(
                        outer(question) == FORWARD
                                ? column(forward(numbers, theta, gradient, List.of(v)), 0)
                                : reverse(numbers, theta, gradient, List.of(v)).getFirst());
            }
            case HESSIAN -> {
                Program gradient = new Gradient(inner(question), value, c);
                List<List<Double>> rows = outer(question) == FORWARD
                        ? forward(numbers, theta, gradient, units(p))
                        : reverse(numbers, theta, gradient, units(p));
                yield Array.matrix(p, p, (a, b) -> rows.get(a).get(b));
            }
        };
    }

    private static List<Integer> shape(Definition f, Question question) {
        return f.value(new Doubles(), question.inputs(), question.parameters()).shape();
    }

    private static Sweep outer(Question question) {
        return question.mode().orElseThrow().isForwardOutside() ? FORWARD : REVERSE;
    }

    private static Sweep inner(Question question) {
        return question.mode().orElseThrow().isForwardInside() ? FORWARD : REVERSE;
    }

    /** The numbers of a level and how they lose all their derivatives. */
    private record Numbers<E>(Algebra<E> algebra, UnaryOperator<E> plain) {}

    /** A map of θ, over any numbers. */
    private interface Program {
        <E> List<E> at(Numbers<E> numbers, List<E> theta);
    }

    /** The function's entries. */
    private final class Value implements Program {
        private final Definition f;
        private final Question question;

        Value(Definition f, Question question) {
            this.f = f;
            this.question = question;
        }

        @Override
        public <E> List<E> at(Numbers<E> numbers, List<E> theta) {
            Arguments<E> in = question.inputs().map(numbers.algebra::of);
            return f.value(rules.computing(numbers.algebra), in.withTheta(f.wrt(), theta), question.parameters())
                    .entries();
        }
    }

    /** θ ↦ ∇⟨c, f⟩. */
    private final class Gradient implements Program {
        private final Sweep sweep;
        private final Program f;
        private final List<Double> c;

        Gradient(Sweep sweep, Program f, List<Double> c) {
            this.sweep = sweep;
            this.f = f;
            this.c = c;
        }

        @Override
        public <E> List<E> at(Numbers<E> numbers, List<E> theta) {
            if (sweep == REVERSE) {
                return reverse(numbers, theta, f, List.of(c)).getFirst();
            }
            List<List<E>> rows = forward(numbers, theta, f, units(theta.size()));
            Algebra<E> on = numbers.algebra;
            return IntStream.range(0, theta.size())
                    .mapToObj(a -> on.sum(IntStream.range(0, c.size())
                            .mapToObj(i -> on.times(
                                    on.of(c.get(i).doubleValue()), rows.get(i).get(a)))
                            .toList()))
                    .toList();
        }
    }

    /** By entry of f, its derivative in each direction. */
    private <E> List<List<E>> forward(Numbers<E> on, List<E> theta, Program f, List<List<Double>> directions) {
        Jets<E> jets = new Jets<>(on.algebra, directions.size(), 1);
        UnaryOperator<Jet<E>> plain = x -> jets.constant(on.plain.apply(x.value()));
        Algebra<Jet<E>> spoilt = rules.differentiating(FORWARD, jets, x -> jets.constant(x.value()), plain);
        List<Jet<E>> moving = new ArrayList<>();
        for (int a = 0; a < theta.size(); a++) {
            int at = a;
            moving.add(jets.moving(
                    theta.get(a),
                    directions.stream()
                            .map(v -> on.algebra.of(v.get(at).doubleValue()))
                            .toList()));
        }
        return f.at(new Numbers<>(spoilt, plain), moving).stream()
                .map(y -> IntStream.range(0, directions.size())
                        .mapToObj(d -> jets.first(y, d))
                        .toList())
                .toList();
    }

    /** For each row of weights, the gradient of f so weighted. */
    private <E> List<List<E>> reverse(Numbers<E> on, List<E> theta, Program f, List<List<Double>> weights) {
        Tape<E> tape = new Tape<>(on.algebra);
        UnaryOperator<Taped<E>> plain = x -> tape.constant(on.plain.apply(x.value()));
        Algebra<Taped<E>> spoilt = rules.differentiating(REVERSE, tape, x -> tape.constant(x.value()), plain);
        List<Taped<E>> variables = theta.stream().map(tape::variable).toList();
        List<Taped<E>> y = f.at(new Numbers<>(spoilt, plain), variables);
        return weights.stream()
                .map(row -> tape.gradient(
                        row.stream().map(w -> on.algebra.of(w.doubleValue())).toList(), y, variables))
                .toList();
    }

    private static List<List<Double>> units(int p) {
        return IntStream.range(0, p)
                .mapToObj(i ->
                        IntStream.range(0, p).mapToObj(j -> i == j ? 1.0 : 0.0).toList())
                .toList();
    }

    private static List<Double> column(List<List<Double>> rows, int j) {
        return rows.stream().map(row -> row.get(j)).toList();
    }
}
