package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: the directional derivative of a program, as a program. Its inputs are those of f and then one tangent for
 * each input that is differentiated; its results are the tangents of f's results.
 *
 * @param f what is differentiated
 * @param wrt the positions of the inputs that are differentiated
 */
public record Forward(Program f, List<Integer> wrt) implements Program {
    @Override
    public <V> List<V> apply(Arithmetic<V> on, List<V> inputs) {
        int arguments = inputs.size() - wrt.size();
        List<Dual<V>> duals = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            int moved = wrt.indexOf(i);
            duals.add(new Dual<>(inputs.get(i), moved < 0 ? null : inputs.get(arguments + moved)));
        }
        List<V> tangents = new ArrayList<>();
        for (Dual<V> result : f.apply(new Duals<>(on), duals)) {
            tangents.add(result.tangent == null ? on.zeros(result.primal) : result.tangent);
        }
        return tangents;
    }

    /** x + ε·tangent with ε² = 0; a null tangent is zero, and costs nothing. */
    private record Dual<V>(V primal, @Nullable V tangent) {}

    private record Duals<V>(Arithmetic<V> on) implements Arithmetic<Dual<V>> {
        @Override
        public int size(Dual<V> x) {
            return on.size(x.primal);
        }

        @Override
        public Dual<V> zeros(Dual<V> x) {
            return new Dual<>(on.zeros(x.primal), null);
        }

        @Override
        public Dual<V> contract(Contraction f, Dual<V> a, Dual<V> b) {
            return new Dual<>(
                    on.contract(f, a.primal, b.primal),
                    sum(
                            a.tangent == null ? null : on.contract(f, a.tangent, b.primal),
                            b.tangent == null ? null : on.contract(f, a.primal, b.tangent)));
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
            return new Dual<>(y, slope == null || x.tangent == null ? null : on.multiply(slope, x.tangent));
        }

        private @Nullable V sum(@Nullable V x, @Nullable V y) {
            return x == null ? y : y == null ? x : on.add(x, y);
        }
    }
}
