package org.equicert.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.equicert.fast.Forward.Dual;

/**
 * A model f at a point, and its derivatives there, each by the sweeps that its name or arguments say. θ ∈ Rᵖ is the
 * entries of the differentiated inputs, one after the other; c is a cotangent of the value's size.
 *
 * @param machine what computes
 * @param model f
 * @param inputs the point, of the model's shapes
 * @param wrt the positions of the inputs that are differentiated, each once
 */
public record Differential<V>(Machine<V> machine, Model model, List<V> inputs, List<Integer> wrt) {
    /** As many directions as a forward sweep takes at once: enough to fill the machine, few enough to stay in its caches. */
    private static final int DIRECTIONS = 128;

    /** Whole rows of a matrix are taken at once up to this length. */
    private static final int LONGEST_ROW = 2 * DIRECTIONS;

    /** The way a derivative is taken. */
    public enum Sweep {
        FORWARD,
        REVERSE
    }

    public Differential {
        for (int i = 0; i < model.shapes().size(); i++) {
            length("input " + i, Shapes.size(model.shapes().get(i)), machine.size(inputs.get(i)));
        }
    }

    /** p, the number of entries of θ. */
    public int parameters() {
        long p = 0;
        for (int i : wrt) {
            p += machine.size(inputs.get(i));
        }
        if (p > Integer.MAX_VALUE - 8) {
            throw new ShapeException(p + " parameters are more than an array can hold");
        }
        return (int) p;
    }

    /** f(θ) */
    public double[] value() {
        return flat(model.program().apply(machine, inputs));
    }

    /** ∇f[v], of the value's size, by one forward sweep. */
    public double[] jvp(double... v) {
        return flat(forward(model.program(), 1).apply(machine, with(inputs, split(v))));
    }

    /** c ∘ ∇f ∈ Rᵖ, by one reverse sweep. */
    public double[] vjp(double... c) {
        return flat(reverse(model.program(), 1).apply(machine, with(inputs, cotangent(c))));
    }

    /** ∇⟨c, f⟩ ∈ Rᵖ: by one reverse sweep, or by forward ones, many directions in each. */
    public double[] gradient(Sweep sweep, double... c) {
        return sweep == Sweep.REVERSE ? vjp(c) : pairing(model.program(), inputs, 1, c);
    }

    /** ∇²⟨c, f⟩[v] ∈ Rᵖ: by one outer sweep over one inner sweep; by forward ones in all directions where both are forward. */
    public double[] hvp(Sweep outer, Sweep inner, double[] c, double[] v) {
        return outer == Sweep.FORWARD ? forwardOver(inner, c, v) : reverseOver(inner, c, v);
    }

    /**
     * ∇²⟨c, f⟩, p × p and row-major: row i is the derivative of the gradient in θᵢ. A forward outer sweep yields many rows at
     * once, which share the inner sweep's work; a reverse one yields them one by one.
     *
     * @throws ShapeException if p² is more than an array can hold
     */
    public double[] hessian(Sweep outer, Sweep inner, double... c) {
        int p = parameters();
        double[] hessian = new double[Shapes.size(List.of(p, p))];
        if (outer == Sweep.REVERSE) {
            for (int row = 0; row < p; row++) {
                System.arraycopy(reverseOver(inner, c, unit(p, row)), 0, hessian, row * p, p);
            }
            return hessian;
        }
        for (int from = 0, count; from < p; from += count) {
            count = block(from);
            rows(inner, c, from, count, hessian);
        }
        return hessian;
    }

    /** As many of θ's directions from one on as a sweep takes: of a matrix whole rows, if they are not too long. */
    private int block(int from) {
        int p = parameters();
        int at = 0;
        for (int i : wrt) {
            int n = machine.size(inputs.get(i));
            int row = n / model.shapes().get(i).stream().findFirst().orElse(1);
            if (at <= from && from < at + n && p - from > DIRECTIONS && row <= LONGEST_ROW && (from - at) % row == 0) {
                return Math.min(Math.max(1, DIRECTIONS / row) * row, at + n - from);
            }
            at += n;
        }
        return Math.min(DIRECTIONS, p - from);
    }

    /** Writes the rows of ∇²⟨c, f⟩ from one on. */
    private void rows(Sweep inner, double[] c, int from, int count, double[] hessian) {
        int p = parameters();
        int at = from * p;
        if (inner == Sweep.FORWARD) {
            double[] rows = pairing(units(model.program(), from, count), inputs, count, c);
            System.arraycopy(rows, 0, hessian, at, rows.length);
            return;
        }
        Program gradient = reverse(model.program(), 1);
        for (Dual<V> part : units(gradient, from, count).duals(machine, with(inputs, cotangent(c)))) {
            if (part.stack() != null) {
                part.stack().write(machine, count, hessian, at, p);
            }
            at += machine.size(part.primal());
        }
    }

    private double[] forwardOver(Sweep inner, double[] c, double... v) {
        if (inner == Sweep.REVERSE) {
            List<V> in = with(with(inputs, cotangent(c)), split(v));
            return flat(forward(reverse(model.program(), 1), 1).apply(machine, in));
        }
        return pairing(forward(model.program(), 1), with(inputs, split(v)), 1, c);
    }

    private double[] reverseOver(Sweep inner, double[] c, double... v) {
        Program f = model.program();
        if (inner == Sweep.REVERSE) {
            Program product = reverse(reverse(f, 1), wrt.size());
            return flat(product.apply(machine, with(with(inputs, cotangent(c)), split(v))));
        }
        return flat(reverse(forward(f, 1), 1).apply(machine, with(with(inputs, split(v)), cotangent(c))));
    }

    /** ⟨c, ∂ᵢg⟩ for every i < p, where the result of g is a stack of values: vectors of Rᵖ, one after the other. */
    private double[] pairing(Program g, List<V> in, int stack, double... c) {
        int p = parameters();
        double[] paired = new double[Shapes.size(List.of(p, stack))];
        V cotangent = cotangent(c).getFirst();
        for (int from = 0, count; from < p; from += count) {
            count = block(from);
            V moved = units(g, from, count).apply(machine, in).getFirst();
            double[] products = machine.entries(
                    machine.contract(Contraction.product(1, c.length, stack * count), cotangent, moved));
            for (int row = 0; row < stack; row++) {
                System.arraycopy(products, row * count, paired, row * p + from, count);
            }
        }
        return paired;
    }

    private Program forward(Program f, int directions) {
        return new Forward(f, wrt, directions);
    }

    private Program reverse(Program f, int results) {
        return new Reverse(f, wrt, results);
    }

    private List<V> cotangent(double... c) {
        length("the cotangent", Shapes.size(model.shape()), c.length);
        return List.of(machine.of(c));
    }

    /** The parts of a vector of Rᵖ that belong to each differentiated input. */
    private List<V> split(double... v) {
        length("the tangent", parameters(), v.length);
        List<V> parts = new ArrayList<>();
        int from = 0;
        for (int i : wrt) {
            int to = from + machine.size(inputs.get(i));
            parts.add(machine.of(Arrays.copyOfRange(v, from, to)));
            from = to;
        }
        return parts;
    }

    private List<double[]> entries(List<V> parts) {
        return parts.stream().map(machine::entries).toList();
    }

    /** All entries, one part's after the other's: of stacks, too, one stack. */
    private double[] flat(List<V> parts) {
        double[] all = new double[parts.stream().mapToInt(machine::size).sum()];
        int at = 0;
        for (double[] entries : entries(parts)) {
            System.arraycopy(entries, 0, all, at, entries.length);
            at += entries.length;
        }
        return all;
    }

    /** Forward mode in the unit directions of Rᵖ from one on. */
    private Forward units(Program f, int from, int count) {
        List<Integer> first = new ArrayList<>();
        int at = 0;
        for (int i : wrt) {
            first.add(from - at);
            at += machine.size(inputs.get(i));
        }
        return new Forward(f, wrt, count, first);
    }

    private static double[] unit(int p, int i) {
        double[] e = new double[p];
        e[i] = 1;
        return e;
    }

    private static <V> List<V> with(List<V> inputs, List<V> more) {
        List<V> all = new ArrayList<>(inputs);
        all.addAll(more);
        return all;
    }

    private static void length(String what, int needed, int found) {
        if (needed != found) {
            throw new ShapeException(what + " needs " + needed + " entries, not " + found);
        }
    }
}
