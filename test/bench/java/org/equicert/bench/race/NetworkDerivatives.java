package org.equicert.bench.race;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import org.equicert.bench.Case;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;
import org.equicert.fast.Differential;
import org.equicert.fast.Differential.Sweep;
import org.equicert.fast.Machine;
import org.equicert.fast.Networks;
import org.equicert.fast.simd.DoubleMachine;

/**
 * Derivatives of the squared loss of a tanh network of width h on h inputs with one output, which has (h + 1)² parameters:
 * the core's, and those of Python's libraries.
 */
final class NetworkDerivatives {
    private NetworkDerivatives() {}

    static Field of(Case at, Peers python) {
        int width = width(at);
        Field field = new Field().with("core", () -> core(at.variant(), width));
        if (field.contestants().isEmpty()) {
            String reason = field.absent().getOrDefault("core", "");
            return python.without(field, reason);
        }
        return python.with(field, task(at.variant(), width), 1, 1);
    }

    private static Contestant core(String quantity, int width) throws Absent {
        int p = (width + 1) * (width + 1);
        double[] v = Numbers.scaled(p, 1, 16);
        Differential<double[]> at = at(new DoubleMachine(), width);
        Supplier<double[]> call = switch (quantity) {
            case "gradient" -> () -> at.vjp(1);
            case "hvp" -> () -> at.hvp(Sweep.FORWARD, Sweep.REVERSE, new double[] {1}, v);
            default -> {
                fits(p);
                yield () -> at.hessian(Sweep.FORWARD, Sweep.REVERSE, 1);
            }
        };
        return new InProcess<>("core", 1, call, Checksum::of);
    }

    /** The core's result has to fit beside its last one, which waits to be collected. */
    private static void fits(int p) throws Absent {
        double bytes = 8.0 * p * p;
        if ((double) p * p > Integer.MAX_VALUE - 8
                || 2.2 * bytes > Runtime.getRuntime().maxMemory()) {
            throw new Absent(
                    String.format(Locale.ROOT, "a Hessian of %d parameters has %.1f GB of entries", p, bytes / 1e9));
        }
    }

    /** The loss of a network of that width, at a point. */
    static <V> Differential<V> at(Machine<V> machine, int width) {
        List<List<Integer>> shapes = List.of(
                List.of(width, width), List.of(width), List.of(1, width), List.of(1), List.of(width), List.of(1));
        double[] theta = Numbers.scaled((width + 1) * (width + 1), 0, 64);
        List<V> inputs = new ArrayList<>();
        int from = 0;
        for (List<Integer> shape : shapes.subList(0, 4)) {
            int to = from + shape.stream().reduce(1, Math::multiplyExact);
            inputs.add(machine.of(Arrays.copyOfRange(theta, from, to)));
            from = to;
        }
        inputs.add(machine.of(Numbers.scaled(width, 2, 16)));
        inputs.add(machine.of(Numbers.scaled(1, 3, 16)));
        return new Differential<>(machine, Networks.squaredLoss(shapes), inputs, List.of(0, 1, 2, 3));
    }

    /** The width of a network of so many parameters. */
    static int width(Case at) {
        return (int) Math.round(Math.sqrt(at.size())) - 1;
    }

    /** A derivative of the loss, as a Python library is asked for it. */
    static ObjectNode task(String quantity, int width) {
        return JsonNodeFactory.instance.objectNode().put("task", quantity).put("width", width);
    }
}
