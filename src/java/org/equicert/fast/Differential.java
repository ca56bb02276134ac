package org.equicert.fast;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
        return flat(forward(model.program()).apply(machine, with(inputs, split(v))));
    }

    /** c ∘ ∇f ∈ Rᵖ, by one reverse sweep. */
    public double[] vjp(double... c) {
        return flat(reverse(model.program(), 1).apply(machine, with(inputs, cotangent(c))));
    }

    /** ∇⟨c, f⟩ ∈ Rᵖ: by one reverse sweep, or by p forward ones. */
    public double[] gradient(Sweep sweep, double... c) {
        return sweep == Sweep.REVERSE ? vjp(c) : pairing(forward(model.program()), inputs, c);
    }

    /** ∇²⟨c, f⟩[v] ∈ Rᵖ: by one outer sweep over one inner sweep, or by p pairs where both are forward. */
    public double[] hvp(Sweep outer, Sweep inner, double[] c, double[] v) {
        Program f = model.program();
        int slots = wrt.size();
        if (inner == Sweep.REVERSE) {
            Program gradient = reverse(f, 1);
            Program product = outer == Sweep.FORWARD ? forward(gradient) : reverse(gradient, slots);
            return flat(product.apply(machine, with(with(inputs, cotangent(c)), split(v))));
        }
        List<V> moved = with(inputs, split(v));
        return outer == Sweep.REVERSE
                ? flat(reverse(forward(f), 1).apply(machine, with(moved, cotangent(c))))
                : pairing(forward(forward(f)), moved, c);
    }

    /**
     * ∇²⟨c, f⟩, p × p and row-major, from p Hessian-vector products: a forward outer sweep yields columns, a reverse one
     * yields rows.
     *
     * @throws ShapeException if p² is more than an array can hold
     */
    public double[] hessian(Sweep outer, Sweep inner, double... c) {
        int p = parameters();
        double[] hessian = new double[Shapes.size(List.of(p, p))];
        for (int j = 0; j < p; j++) {
            double[] product = hvp(outer, inner, c, basis(p, j));
            for (int i = 0; i < p; i++) {
                hessian[outer == Sweep.REVERSE ? j * p + i : i * p + j] = product[i];
            }
        }
        return hessian;
    }

    /** ⟨c, derivative[eᵢ]⟩ for every i < p, each by a sweep of its own; the direction is the derivative's last input. */
    private double[] pairing(Program derivative, List<V> in, double... c) {
        int p = parameters();
        List<V> cotangent = cotangent(c);
        Contraction inner = Contraction.inner(c.length);
        double[] paired = new double[p];
        for (int i = 0; i < p; i++) {
            V moved = derivative.apply(machine, with(in, split(basis(p, i)))).getFirst();
            paired[i] = machine.entries(machine.contract(inner, cotangent.getFirst(), moved))[0];
        }
        return paired;
    }

    private Program forward(Program f) {
        return new Forward(f, wrt);
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

    private double[] flat(List<V> parts) {
        return parts.stream()
                .map(machine::entries)
                .flatMapToDouble(Arrays::stream)
                .toArray();
    }

    private static double[] basis(int p, int i) {
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
