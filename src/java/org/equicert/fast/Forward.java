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
        List<V> tangents = new ArrayList<>();
        for (Dual<V> result : duals(on, inputs)) {
            tangents.add(
                    result.stack == null
                            ? on.of(new double[Shapes.size(List.of(on.size(result.primal), directions))])
                            : result.stack.tangents());
        }
        return tangents;
    }

    /** f's results and their tangents, the last steps to which are yet to be done. */
    <V> List<Dual<V>> duals(Arithmetic<V> on, List<V> inputs) {
        int arguments = units == null ? inputs.size() - wrt.size() : inputs.size();
        Duals<V> arithmetic = new Duals<>(on, directions);
        List<Dual<V>> duals = new ArrayList<>();
        for (int i = 0; i < arguments; i++) {
            int moved = wrt.indexOf(i);
            if (moved < 0) {
                duals.add(arithmetic.constant(inputs.get(i)));
            } else if (units == null) {
                duals.add(new Dual<>(inputs.get(i), new Laid<>(inputs.get(arguments + moved))));
            } else {
                duals.add(arithmetic.inUnits(inputs.get(i), units.get(moved)));
            }
        }
        return f.apply(arithmetic, duals);
    }

    /** x + ε·tangent with ε² = 0, for each tangent of the stack. A null stack is zero, and costs nothing. */
    record Dual<V>(V primal, @Nullable Stack<V> stack) {}

    /** Tangents of one value, laid out when they are asked for. */
    sealed interface Stack<V> {
        /** Side by side, of shape (size, directions). */
        V tangents();

        /** Writes the n tangents one after the other, as {@link Machine#write} does. */
        default void write(Machine<V> machine, int n, double[] to, int at, int apart) {
            V tangents = tangents();
            Contraction copy = Contraction.product(machine.size(tangents) / n, 1, 1);
            machine.write(copy.stackedFirst(n), tangents, machine.of(1), n, to, at, apart);
        }
    }

    private record Laid<V>(V tangents) implements Stack<V> {}

    /** Unit vectors of Rⁿ, as many as said from one on. */
    private record Units<V>(Arithmetic<V> on, int n, int first, int count) implements Stack<V> {
        @Override
        public V tangents() {
            double[] stack = new double[Shapes.size(List.of(n, count))];
            for (int i = Math.max(0, first); i < Math.min(n, first + count); i++) {
                stack[i * count + i - first] = 1;
            }
            return on.of(stack);
        }
    }

    /** What a contraction comes to: a program's last one can write it to where it is wanted. */
    private static final class Product<V> implements Stack<V> {
        private final Arithmetic<V> on;
        private final Contraction f;
        private final V a;
        private final V b;
        private @Nullable V result;

        Product(Arithmetic<V> on, Contraction f, V a, V b) {
            this.on = on;
            this.f = f;
            this.a = a;
            this.b = b;
        }

        @Override
        public V tangents() {
            V known = result;
            V tangents = known == null ? on.contract(f, a, b) : known;
            result = tangents;
            return tangents;
        }

        @Override
        public void write(Machine<V> machine, int n, double[] to, int at, int apart) {
            machine.write(f, a, b, n, to, at, apart);
        }
    }

    private record Duals<V>(Arithmetic<V> on, int directions) implements Arithmetic<Dual<V>> {
        Dual<V> constant(V x) {
            return new Dual<>(x, null);
        }

        Dual<V> inUnits(V x, int first) {
            int n = on.size(x);
            return first < n && first + directions > 0
                    ? new Dual<>(x, new Units<>(on, n, first, directions))
                    : constant(x);
        }

        private Product<V> product(Contraction f, V a, V b) {
            return new Product<>(on, f, a, b);
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

        /** da·b + a·db */
        @Override
        public Dual<V> contract(Contraction f, Dual<V> a, Dual<V> b) {
            return new Dual<>(
                    on.contract(f, a.primal, b.primal),
                    sum(alongFirst(f, a, b.primal), alongFirst(f.exchanged(), b, a.primal)));
        }

        /** da·b; of unit vectors that make up slices of a, without most of their zeros. */
        private @Nullable Stack<V> alongFirst(Contraction f, Dual<V> a, V b) {
            if (a.stack instanceof Units<V> units) {
                int slice = f.slice();
                if (makeUp(slice, f.a(), units.first)) {
                    Units<V> which = new Units<>(on, f.a() / slice, units.first / slice, directions / slice);
                    return product(f.ofUnits(directions), which.tangents(), b);
                }
            }
            return a.stack == null ? null : product(f.stackedFirst(directions), a.stack.tangents(), b);
        }

        /** Whether none of the n unit vectors is in the directions that are too few for a slice. */
        private boolean makeUp(int slice, int n, int first) {
            return slice > 1
                    && first % slice == 0
                    && (directions % slice == 0 || first + directions / slice * slice >= n);
        }

        @Override
        public Dual<V> add(Dual<V> x, Dual<V> y) {
            return new Dual<>(on.add(x.primal, y.primal), sum(x.stack, y.stack));
        }

        @Override
        public Dual<V> scale(double factor, Dual<V> x) {
            return new Dual<>(
                    on.scale(factor, x.primal),
                    x.stack == null ? null : new Laid<>(on.scale(factor, x.stack.tangents())));
        }

        @Override
        public Dual<V> map(Elementwise g, Dual<V> x) {
            V y = on.map(g, x.primal);
            V slope = x.stack == null ? null : g.derivative(on, x.primal, y);
            return new Dual<>(y, slope == null || x.stack == null ? null : times(slope, x.stack.tangents()));
        }

        private Stack<V> times(V slope, V tangents) {
            Contraction each = Contraction.elementwise(on.size(slope));
            return product(each.stackedSecond(directions), slope, tangents);
        }

        @Override
        public Dual<V> largest(int rows, Dual<V> x) {
            return constant(on.largest(rows, x.primal));
        }

        /** a·y = b gives a·dy = db − da·y. */
        @Override
        public Dual<V> solve(Solve f, Dual<V> a, Dual<V> b) {
            V y = on.solve(f, a.primal, b.primal);
            Stack<V> change = alongFirst(f.applied(f.stacked(on.size(y))), a, y);
            Stack<V> right = sum(b.stack, change == null ? null : new Laid<>(on.scale(-1, change.tangents())));
            return new Dual<>(
                    y,
                    right == null ? null : new Laid<>(on.solve(f.stackedLast(directions), a.primal, right.tangents())));
        }

        /** d log |det a| = ⟨a⁻ᵀ, da⟩ */
        @Override
        public Dual<V> logDeterminant(int n, Dual<V> a) {
            Stack<V> moved = a.stack == null
                    ? null
                    : product(
                            Contraction.inner(n * n).stackedSecond(directions),
                            Solve.inverse(on, n, true, a.primal),
                            a.stack.tangents());
            return new Dual<>(on.logDeterminant(n, a.primal), moved);
        }

        private @Nullable Stack<V> sum(@Nullable Stack<V> x, @Nullable Stack<V> y) {
            return x == null ? y : y == null ? x : new Laid<>(on.add(x.tangents(), y.tangents()));
        }
    }
}
