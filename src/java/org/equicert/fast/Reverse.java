package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reverse mode: the vector-Jacobian product of a program, as a program. Its inputs are those of f and then one cotangent
 * for each result of f; its results are the adjoints of the inputs that are differentiated.
 *
 * @param f what is differentiated
 * @param wrt the positions of the inputs that are differentiated
 * @param results how many results f has
 */
public record Reverse(Program f, List<Integer> wrt, int results) implements Program {
    @Override
    public <V> List<V> apply(Arithmetic<V> on, List<V> inputs) {
        int arguments = inputs.size() - results;
        Tape<V> tape = new Tape<>(on);
        List<Traced<V>> traced = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            traced.add(wrt.contains(i) ? tape.enter(inputs.get(i), List.of()) : tape.constant(inputs.get(i)));
        }
        List<@Nullable V> adjoints = tape.backward(f.apply(tape, traced), inputs.subList(arguments, inputs.size()));
        List<V> answer = new ArrayList<>();
        for (int i : wrt) {
            V adjoint = adjoints.get(traced.get(i).node);
            answer.add(adjoint == null ? on.filled(inputs.get(i), 0) : adjoint);
        }
        return answer;
    }

    /** A value and where the tape recorded it; constants are not recorded. */
    private record Traced<V>(V primal, int node) {
        private static final int CONSTANT = -1;
    }

    /** How the cotangent of a recorded value bears on one that it was made from. */
    private record Edge<V>(int parent, UnaryOperator<V> pullback) {}

    private static final class Tape<V> implements Arithmetic<Traced<V>> {
        private final Arithmetic<V> on;
        private final List<List<Edge<V>>> nodes = new ArrayList<>();

        Tape(Arithmetic<V> on) {
            this.on = on;
        }

        Traced<V> constant(V x) {
            return new Traced<>(x, Traced.CONSTANT);
        }

        Traced<V> enter(V x, List<Edge<V>> edges) {
            nodes.add(edges);
            return new Traced<>(x, nodes.size() - 1);
        }

        /** The adjoint of every node, null where it is zero. */
        List<@Nullable V> backward(List<Traced<V>> results, List<V> cotangents) {
            List<@Nullable V> adjoints = new ArrayList<>();
            for (int i = 0; i < nodes.size(); i++) {
                adjoints.add(null);
            }
            for (int i = 0; i < results.size(); i++) {
                accumulate(adjoints, results.get(i).node, cotangents.get(i));
            }
            for (int node = nodes.size() - 1; node >= 0; node--) {
                V adjoint = adjoints.get(node);
                if (adjoint != null) {
                    for (Edge<V> edge : nodes.get(node)) {
                        accumulate(adjoints, edge.parent, edge.pullback.apply(adjoint));
                    }
                }
            }
            return adjoints;
        }

        private void accumulate(List<@Nullable V> adjoints, int node, V term) {
            if (node != Traced.CONSTANT) {
                V sum = adjoints.get(node);
                adjoints.set(node, sum == null ? term : on.add(sum, term));
            }
        }

        @Override
        public int size(Traced<V> x) {
            return on.size(x.primal);
        }

        @Override
        public Traced<V> of(double... entries) {
            return constant(on.of(entries));
        }

        @Override
        public Traced<V> filled(Traced<V> x, double entry) {
            return constant(on.filled(x.primal, entry));
        }

        @Override
        public Traced<V> contract(Contraction f, Traced<V> a, Traced<V> b) {
            List<Edge<V>> edges = new ArrayList<>();
            connect(edges, a, adjoint -> on.contract(f.adjointFirst(), adjoint, b.primal));
            connect(edges, b, adjoint -> on.contract(f.adjointSecond(), a.primal, adjoint));
            return made(on.contract(f, a.primal, b.primal), edges);
        }

        @Override
        public Traced<V> add(Traced<V> x, Traced<V> y) {
            List<Edge<V>> edges = new ArrayList<>();
            connect(edges, x, adjoint -> adjoint);
            connect(edges, y, adjoint -> adjoint);
            return made(on.add(x.primal, y.primal), edges);
        }

        @Override
        public Traced<V> scale(double factor, Traced<V> x) {
            List<Edge<V>> edges = new ArrayList<>();
            connect(edges, x, adjoint -> on.scale(factor, adjoint));
            return made(on.scale(factor, x.primal), edges);
        }

        @Override
        public Traced<V> map(Elementwise g, Traced<V> x) {
            V y = on.map(g, x.primal);
            V slope = x.node == Traced.CONSTANT ? null : g.derivative(on, x.primal, y);
            List<Edge<V>> edges = new ArrayList<>();
            if (slope != null) {
                connect(edges, x, adjoint -> on.multiply(slope, adjoint));
            }
            return made(y, edges);
        }

        @Override
        public Traced<V> largest(int rows, Traced<V> x) {
            return constant(on.largest(rows, x.primal));
        }

        /** a·y = b: b is recorded as moving by db − da·y, of which a⁻¹ is dy; so the adjoint system is solved once for both. */
        @Override
        public Traced<V> solve(Solve f, Traced<V> a, Traced<V> b) {
            V y = on.solve(f, a.primal, b.primal);
            Contraction outer = f.outer(f.stacked(on.size(y)));
            List<Edge<V>> edges = new ArrayList<>();
            connect(edges, a, adjoint -> on.scale(-1, on.contract(outer, adjoint, y)));
            connect(edges, b, adjoint -> adjoint);
            List<Edge<V>> system = new ArrayList<>();
            connect(system, made(b.primal, edges), adjoint -> on.solve(f.adjoint(), a.primal, adjoint));
            return made(y, system);
        }

        @Override
        public Traced<V> logDeterminant(int n, Traced<V> a) {
            List<Edge<V>> edges = new ArrayList<>();
            connect(
                    edges,
                    a,
                    adjoint -> on.contract(
                            Contraction.product(1, 1, n * n), adjoint, Solve.inverse(on, n, true, a.primal)));
            return made(on.logDeterminant(n, a.primal), edges);
        }

        private void connect(List<Edge<V>> edges, Traced<V> x, UnaryOperator<V> pullback) {
            if (x.node != Traced.CONSTANT) {
                edges.add(new Edge<>(x.node, pullback));
            }
        }

        private Traced<V> made(V x, List<Edge<V>> edges) {
            return edges.isEmpty() ? constant(x) : enter(x, edges);
        }
    }
}
