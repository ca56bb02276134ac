package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: the directional derivatives of a program, as a program. Its inputs are those of f and then, for each input
 * that is differentiated, a stack of tangents, of shape (its size, directions); its results are the stacks of tangents of f's
 * results. All directions share one run of f.
 *
 * @param f what is differentiated
 * @param wrt the positions of the inputs that are differentiated
 * @param directions how many tangents a stack holds
 */
public record Forward(Program f, List<Integer> wrt, int directions) implements Program {
    @Override
    public <V> List<V> apply(Arithmetic<V> on, List<V> inputs) {
        int arguments = inputs.size() - wrt.size();
        List<Dual<V>> duals = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            int moved = wrt.indexOf(i);
            duals.add(new Dual<>(inputs.get(i), moved < 0 ? null : inputs.get(arguments + moved)));
        }
        List<V> tangents = new ArrayList<>();
        for (Dual<V> result : f.apply(new Duals<>(on, directions), duals)) {
            tangents.add(
                    result.tangent == null ? on.of(new double[directions * on.size(result.primal)]) : result.tangent);
        }
        return tangents;
    }

    /** x + ε·tangent with ε² = 0, for each tangent of the stack; a null stack is zero, and costs nothing. */
    private record Dual<V>(V primal, @Nullable V tangent) {}

    private record Duals<V>(Arithmetic<V> on, int directions) implements Arithmetic<Dual<V>> {
        @Override
        public int size(Dual<V> x) {
            return on.size(x.primal);
        }

        @Override
        public Dual<V> of(double... entries) {
            return new Dual<>(on.of(entries), null);
        }

        @Override
        public Dual<V> filled(Dual<V> x, double entry) {
            return new Dual<>(on.filled(x.primal, entry), null);
        }

        @Override
        public Dual<V> contract(Contraction f, Dual<V> a, Dual<V> b) {
            return new Dual<>(on.contract(f, a.primal, b.primal), tangent(f, a, b));
        }

        /** da·b + a·db */
        private @Nullable V tangent(Contraction f, Dual<V> a, Dual<V> b) {
            return sum(
                    a.tangent == null ? null : on.contract(f.stackedFirst(directions), a.tangent, b.primal),
                    b.tangent == null ? null : on.contract(f.stackedSecond(directions), a.primal, b.tangent));
        }

        @Override
        public Dual<V> add(Dual<V> x, Dual<V> y) {
            return new Dual<>(on.add(x.primal, y.primal), sum(x.tangent, y.tangent));
        }

        @Override
        public Dual<V> scale(double factor, Dual<V> x) {
            return new Dual<>(on.scale(factor, x.primal), x.tangent == null ? null : on.scale(factor, x.tangent));
        }

        @Override
        public Dual<V> map(Elementwise g, Dual<V> x) {
            V y = on.map(g, x.primal);
            V slope = x.tangent == null ? null : g.derivative(on, x.primal, y);
            return new Dual<>(y, slope == null || x.tangent == null ? null : times(slope, x.tangent));
        }

        private V times(V slope, V stack) {
            Contraction each = Contraction.elementwise(on.size(slope));
            return on.contract(each.stackedSecond(directions), slope, stack);
        }

        @Override
        public Dual<V> largest(int rows, Dual<V> x) {
            return new Dual<>(on.largest(rows, x.primal), null);
        }

        /** a·y = b gives a·dy = db − da·y. */
        @Override
        public Dual<V> solve(Solve f, Dual<V> a, Dual<V> b) {
            V y = on.solve(f, a.primal, b.primal);
            V change = tangent(f.applied(f.stacked(on.size(y))), a, new Dual<>(y, null));
            V right = sum(b.tangent, change == null ? null : on.scale(-1, change));
            return new Dual<>(y, right == null ? null : on.solve(f.stackedLast(directions), a.primal, right));
        }

        /** d log |det a| = ⟨a⁻ᵀ, da⟩ */
        @Override
        public Dual<V> logDeterminant(int n, Dual<V> a) {
            V tangent = a.tangent == null
                    ? null
                    : on.contract(
                            Contraction.inner(n * n).stackedSecond(directions),
                            Solve.inverse(on, n, true, a.primal),
                            a.tangent);
            return new Dual<>(on.logDeterminant(n, a.primal), tangent);
        }

        private @Nullable V sum(@Nullable V x, @Nullable V y) {
            return x == null ? y : y == null ? x : on.add(x, y);
        }
    }
}
