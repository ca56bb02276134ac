package org.equicert.candidate;

import static org.equicert.fast.Differential.Sweep.FORWARD;
import static org.equicert.fast.Differential.Sweep.REVERSE;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.equicert.fast.Differential;
import org.equicert.fast.Differential.Sweep;
import org.equicert.fast.Machine;
import org.equicert.fast.Model;
import org.equicert.fast.simd.DoubleMachine;
import org.equicert.fast.simd.FloatMachine;
import org.equicert.function.Array;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/**
 * The built-in fast core as a candidate: judged like any other. Every function that it has, it answers in every quantity
 * and mode of its {@link #description}, differentiated by any of its arguments. On the CPU f32 is computed in float
 * throughout.
 */
public final class BuiltInCandidate implements Candidate {
    /** The project's version: the core has no other. */
    public static final String VERSION = "0.1.0";

    private static final List<Optional<Mode>> FIRST_ORDER = List.of(Optional.of(Mode.FWD), Optional.of(Mode.REV));
    private static final List<Optional<Mode>> SECOND_ORDER = List.of(
            Optional.of(Mode.FWD_OVER_FWD),
            Optional.of(Mode.FWD_OVER_REV),
            Optional.of(Mode.REV_OVER_FWD),
            Optional.of(Mode.REV_OVER_REV));
    private static final Map<Quantity, List<Optional<Mode>>> MODES = Map.of(
            Quantity.VALUE,
            List.of(Optional.empty()),
            Quantity.GRADIENT,
            FIRST_ORDER,
            Quantity.JVP,
            List.of(Optional.of(Mode.FWD)),
            Quantity.VJP,
            List.of(Optional.of(Mode.REV)),
            Quantity.HVP,
            SECOND_ORDER,
            Quantity.HESSIAN,
            SECOND_ORDER);

    private static final Map<String, BuiltInFunctions.Entry> FUNCTIONS = BuiltInFunctions.all();

    private final String name;
    private final String version;
    private final Map<Precision, Supplier<Machine<?>>> machines;
    private final Runnable whenClosed;

    /** The core on the CPU's vector unit. */
    public BuiltInCandidate() {
        this(new DoubleMachine(), new FloatMachine());
    }

    /** The core on other machines. */
    public BuiltInCandidate(Machine<double[]> inDouble, Machine<float[]> inFloat) {
        this("fast", VERSION, Map.of(Precision.F64, () -> inDouble, Precision.F32, () -> inFloat), () -> {});
    }

    /**
     * The core by another name.
     *
     * @param machines for each precision that it computes in, a machine for one question, which is closed after it
     * @param whenClosed gives back what the machines share
     */
    BuiltInCandidate(String name, String version, Map<Precision, Supplier<Machine<?>>> machines, Runnable whenClosed) {
        this.name = name;
        this.version = version;
        this.machines = new EnumMap<>(machines);
        this.whenClosed = whenClosed;
    }

    @Override
    public Description description() {
        return new Description(name, version, machines.keySet(), FUNCTIONS.keySet(), MODES);
    }

    @Override
    public Answer ask(Question question) {
        try {
            BuiltInFunctions.Entry function = FUNCTIONS.get(question.function());
            if (function == null) {
                return new Answer.Unsupported("no function " + question.function());
            }
            if (!MODES.getOrDefault(question.quantity(), List.of()).contains(question.mode())) {
                return new Answer.Unsupported("no " + question.quantity().word()
                        + question.mode().map(mode -> " in mode " + mode.word()).orElse(" without a mode"));
            }
            Supplier<Machine<?>> machines = this.machines.get(question.precision());
            if (machines == null) {
                return new Answer.Unsupported("no " + question.precision().word());
            }
            try (Machine<?> machine = machines.get()) {
                return new Answer.Given(answer(machine, function, question));
            }
        } catch (IllegalArgumentException | ArithmeticException unfit) {
            return new Answer.Unsupported(String.valueOf(unfit.getMessage()));
        } catch (RuntimeException | OutOfMemoryError defect) {
            return new Answer.Failed(defect.toString());
        }
    }

    @Override
    public void close() {
        whenClosed.run();
    }

    private static <V> Array<Double> answer(Machine<V> machine, BuiltInFunctions.Entry function, Question question) {
        List<List<Integer>> shapes = new ArrayList<>();
        List<V> inputs = new ArrayList<>();
        for (String name : function.arguments()) {
            Array<Double> input = question.inputs().get(name);
            shapes.add(input.shape());
            inputs.add(machine.of(doubles(name, input, question.precision())));
        }
        Model model = function.model().model(shapes, question.parameters());
        Differential<V> at =
                new Differential<>(machine, model, inputs, positions(question.wrt(), function.arguments()));
        int p = at.parameters();
        return switch (question.quantity()) {
            case VALUE -> array(model.shape(), at.value());
            case JVP -> array(model.shape(), at.jvp(tangent(question)));
            case VJP -> array(List.of(p), at.vjp(cotangent(question)));
            case GRADIENT -> array(List.of(p), at.gradient(outer(question), cotangent(question)));
            case HVP ->
                array(List.of(p), at.hvp(outer(question), inner(question), cotangent(question), tangent(question)));
            case HESSIAN -> array(List.of(p, p), at.hessian(outer(question), inner(question), cotangent(question)));
        };
    }

    private static Sweep outer(Question question) {
        return question.mode().orElseThrow().isForwardOutside() ? FORWARD : REVERSE;
    }

    private static Sweep inner(Question question) {
        return question.mode().orElseThrow().isForwardInside() ? FORWARD : REVERSE;
    }

    private static List<Integer> positions(List<String> wrt, List<String> arguments) {
        Set<String> seen = new HashSet<>();
        for (String name : wrt) {
            if (!arguments.contains(name) || !seen.add(name)) {
                throw new IllegalArgumentException(
                        "cannot differentiate by " + wrt + ": each once, from " + arguments + ", is possible");
            }
        }
        return wrt.stream().map(arguments::indexOf).toList();
    }

    private static double[] cotangent(Question question) {
        return doubles("the cotangent", present("cotangent", question.cotangent()), question.precision());
    }

    private static double[] tangent(Question question) {
        return doubles("the tangent", present("tangent", question.tangent()), question.precision());
    }

    private static Array<Double> present(String what, Optional<Array<Double>> array) {
        return array.orElseThrow(() -> new IllegalArgumentException("the question carries no " + what));
    }

    private static double[] doubles(String what, Array<Double> array, Precision precision) {
        double[] doubles = new double[array.size()];
        for (int o = 0; o < doubles.length; o++) {
            doubles[o] = array.get(o);
            if (!precision.holds(doubles[o])) {
                throw new IllegalArgumentException(
                        what + " holds " + doubles[o] + ", which is no finite " + precision.word());
            }
        }
        return doubles;
    }

    private static Array<Double> array(List<Integer> shape, double... entries) {
        return Array.build(shape, o -> entries[o]);
    }
}
