package org.equicert.fast;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Forward mode: the directional derivatives of a program, as a program. Its inputs are those of f and then, for each input
 * that is differentiated, a stack of tangents, of shape (its size, directions); or those of f alone, where the tangents are
 * unit vectors. Its results are the stacks of tangents of f's results. All directions share one run of f.
 *
 * @param f what is differentiated
 * @param wrt the positions of the inputs that are differentiated
 * @param directions how many tangents a stack holds
 * @param units for each of these inputs, which unit vector its first tangent is, and the others are those that follow: 0
 *     before the first and after the last. Null where the tangents are inputs
 */
public record Forward(
        Program f,
        List<Integer> wrt,
        int directions,
        @Nullable List<Integer> units) implements Program {
    /** With the tangents as inputs. */
    public Forward(Program f, List<Integer> wrt, int directions) {
        this(f, wrt, directions, null);
    }

    @Override
    public <V> List<V> apply(Arithmetic<V> on, List<V> inputs) {
        int arguments = units == null ? inputs.size() - wrt.size() : inputs.size();
        Duals<V> arithmetic = new Duals<>(on, directions);
        List<Dual<V>> duals = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            int moved = wrt.indexOf(i);
            if (moved < 0) {
                duals.add(arithmetic.constant(inputs.get(i)));
            } else if (units == null) {
                duals.add(new Dual<>(inputs.get(i), inputs.get(arguments + moved), null));
            } else {
                duals.add(arithmetic.inUnits(inputs.get(i), units.get(moved)));
            }
        }
        List<V> tangents = new ArrayList<>();
        for (Dual<V> result : f.apply(arithmetic, duals)) {
            V tangent = arithmetic.tangent(result);
            tangents.add(tangent == null ? on.of(new double[directions * on.size(result.primal)]) : tangent);
        }
        return tangents;
    }

    /**
     * x + ε·tangent with ε² = 0, for each tangent of the stack. A null stack is zero, and costs nothing.
     *
     * @param unit where the tangents are unit vectors that are not laid out: which one the first of them is
     */
    private record Dual<V>(
            V primal, @Nullable V tangent, @Nullable Integer unit) {
        boolean isConstant() {
            return tangent == null && unit == null;
        }
    }

    private record Duals<V>(Arithmetic<V> on, int directions) implements Arithmetic<Dual<V>> {
        Dual<V> constant(V x) {
            return new Dual<>(x, null, null);
        }

        Dual<V> inUnits(V x, int unit) {
            return unit < on.size(x) && unit + directions > 0 ? new Dual<>(x, null, unit) : constant(x);
        }

        @Nullable
        V tangent(Dual<V> x) {
            return x.unit == null ? x.tangent : units(on.size(x.primal), x.unit, directions);
        }

        /** Unit vectors of Rⁿ, as many as said from one on: a stack. */
        private V units(int n, int unit, int count) {
            double[] stack = new double[Shapes.size(List.of(n, count))];
            for (int i = Math.max(0, unit); i < Math.min(n, unit + count); i++) {
                stack[i * count + i - unit] = 1;
            }
            return on.of(stack);
        }

        @Override
        public int size(Dual<V> x) {
            return on.size(x.primal);
        }

        @Override
        public Dual<V> of(double... entries) {
            return constant(on.of(entries));
        }

        @Override
        public Dual<V> filled(Dual<V> x, double entry) {
            return constant(on.filled(x.primal, entry));
        }

        @Override
        public Dual<V> contract(Contraction f, Dual<V> a, Dual<V> b) {
            return new Dual<>(on.contract(f, a.primal, b.primal), tangent(f, a, b), null);
        }

        /** da·b + a·db */
        private @Nullable V tangent(Contraction f, Dual<V> a, Dual<V> b) {
            return sum(
                    a.isConstant() ? null : alongFirst(f, a, b.primal),
                    b.isConstant() ? null : alongFirst(f.exchanged(), b, a.primal));
        }

        /** da·b; of unit vectors that make up slices of a, without most of their zeros. */
        private @Nullable V alongFirst(Contraction f, Dual<V> a, V b) {
            Integer unit = a.unit;
            int slice = unit == null ? 0 : f.slice();
            if (unit != null && makeUp(slice, f.a(), unit)) {
                V which = units(f.a() / slice, unit / slice, directions / slice);
                return on.contract(f.ofUnits(directions), which, b);
            }
            V tangent = tangent(a);
            return tangent == null ? null : on.contract(f.stackedFirst(directions), tangent, b);
        }

        /** Whether none of the n unit vectors is in the directions that are too few for a slice. */
        private boolean makeUp(int slice, int n, int unit) {
            return slice > 1
                    && unit % slice == 0
                    && (directions % slice == 0 || unit + directions / slice * slice >= n);
        }

        @Override
        public Dual<V> add(Dual<V> x, Dual<V> y) {
            return new Dual<>(on.add(x.primal, y.primal), sum(tangent(x), tangent(y)), null);
        }

        @Override
        public Dual<V> scale(double factor, Dual<V> x) {
            V tangent = tangent(x);
            return new Dual<>(on.scale(factor, x.primal), tangent == null ? null : on.scale(factor, tangent), null);
        }

        @Override
        public Dual<V> map(Elementwise g, Dual<V> x) {
            V y = on.map(g, x.primal);
            V tangent = tangent(x);
            V slope = tangent == null ? null : g.derivative(on, x.primal, y);
            return new Dual<>(y, slope == null || tangent == null ? null : times(slope, tangent), null);
        }

        private V times(V slope, V stack) {
            Contraction each = Contraction.elementwise(on.size(slope));
            return on.contract(each.stackedSecond(directions), slope, stack);
        }

        @Override
        public Dual<V> largest(int rows, Dual<V> x) {
            return constant(on.largest(rows, x.primal));
        }

        /** a·y = b gives a·dy = db − da·y. */
        @Override
        public Dual<V> solve(Solve f, Dual<V> a, Dual<V> b) {
            V y = on.solve(f, a.primal, b.primal);
            V change = tangent(f.applied(f.stacked(on.size(y))), a, constant(y));
            V right = sum(tangent(b), change == null ? null : on.scale(-1, change));
            return new Dual<>(y, right == null ? null : on.solve(f.stackedLast(directions), a.primal, right), null);
        }

        /** d log |det a| = ⟨a⁻ᵀ, da⟩ */
        @Override
        public Dual<V> logDeterminant(int n, Dual<V> a) {
            V tangent = tangent(a);
            V moved = tangent == null
                    ? null
                    : on.contract(
                            Contraction.inner(n * n).stackedSecond(directions),
                            Solve.inverse(on, n, true, a.primal),
                            tangent);
            return new Dual<>(on.logDeterminant(n, a.primal), moved, null);
        }

        private @Nullable V sum(@Nullable V x, @Nullable V y) {
            return x == null ? y : y == null ? x : on.add(x, y);
        }
    }
}
