package org.equicert.bench.race;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.equicert.bench.Case;
import org.equicert.bench.race.Contestant.Checksum;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;

/**
 * Component compositions of tensors of whole numbers: the core's, which writes over its last result, or makes new arrays; and
 * einsum in Python.
 */
final class Compositions {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";

    private final List<Integer> a;
    private final int k;
    private final List<Integer> b;

    /** {@code 24^3 o2 8x24}: the shapes of A and B, and the slot between them. */
    private Compositions(String text) {
        String[] parts = text.split(" ", -1);
        a = shape(parts[0]);
        k = Integer.parseInt(parts[1].substring(1));
        b = shape(parts[2]);
    }

    private static List<Integer> shape(String text) {
        List<Integer> shape = new ArrayList<>();
        for (String factor : text.split("x", -1)) {
            String[] power = factor.split("\\^", -1);
            int times = power.length == 1 ? 1 : Integer.parseInt(power[1]);
            Stream.generate(() -> Integer.valueOf(power[0])).limit(times).forEach(shape::add);
        }
        return shape;
    }

    static Field of(Case at, Peers python) {
        return new Compositions(at.at()).field(at.variant(), python);
    }

    private Field field(String precision, Peers python) {
        double[] left = Numbers.whole(size(a), 0);
        double[] right = Numbers.whole(size(b), 1);
        Contraction f = Contraction.composition(
                size(a.subList(0, k - 1)),
                a.get(k - 1),
                size(a.subList(k, a.size())),
                size(b.subList(0, b.size() - 1)));
        double work = 2 * f.axes().stream().mapToDouble(Axis::extent).reduce(1, (x, y) -> x * y);
        boolean f64 = precision.equals("f64");
        Field field = (f64 ? doubles(f, work, left, right) : floats(f, work, left, right))
                .with("peak", () -> Peak.of(f64 ? 64 : 32, 1));
        return python.with(field, task(precision), work, 1);
    }

    private static Field doubles(Contraction f, double work, double[] x, double... y) {
        DoubleMachine machine = new DoubleMachine();
        double[] result = new double[f.c()];
        return new Field()
                .with(
                        "core",
                        () -> entry("core", work, Checksum::of, () -> {
                            machine.contract(f, x, y, result);
                            return result;
                        }))
                .with("new arrays", () -> entry("new arrays", work, Checksum::of, () -> machine.contract(f, x, y)));
    }

    private static Field floats(Contraction f, double work, double[] left, double... right) {
        FloatMachine machine = new FloatMachine();
        float[] x = machine.of(left);
        float[] y = machine.of(right);
        float[] result = new float[f.c()];
        return new Field()
                .with(
                        "core",
                        () -> entry("core", work, Checksum::of, () -> {
                            machine.contract(f, x, y, result);
                            return result;
                        }))
                .with("new arrays", () -> entry("new arrays", work, Checksum::of, () -> machine.contract(f, x, y)));
    }

    private static <T> Contestant entry(String name, double work, Function<T, Checksum> check, Supplier<T> call) {
        return new InProcess<>(name, work, call, check);
    }

    private ObjectNode task(String precision) {
        String inA = LETTERS.substring(0, a.size());
        String summed = inA.substring(k - 1, k);
        String free = LETTERS.substring(a.size(), a.size() + b.size() - 1);
        String result = inA.substring(0, k - 1) + free + inA.substring(k);
        ObjectNode task = JsonNodeFactory.instance
                .objectNode()
                .put("task", "einsum")
                .put("formula", inA + "," + free + summed + "->" + result)
                .put("precision", precision);
        ArrayNode shapes = task.putArray("shapes");
        Stream.of(a, b).forEach(shape -> {
            ArrayNode dimensions = shapes.addArray();
            shape.forEach(dimensions::add);
        });
        return task;
    }

    private static int size(List<Integer> shape) {
        return shape.stream().reduce(1, Math::multiplyExact);
    }
}
