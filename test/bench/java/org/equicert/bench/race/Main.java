package org.equicert.bench.race;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import jdk.incubator.vector.DoubleVector;
import org.apache.commons.math3.linear.RealMatrix;
import org.apfloat.Apfloat;
import org.ejml.EjmlVersion;
import org.equicert.bench.Benchmark;
import org.equicert.bench.Case;
import org.equicert.bench.Event;
import org.equicert.bench.Measurement;
import org.equicert.bench.Results.Machine;
import org.equicert.bench.race.Contestant.Absent;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The measuring program: {@code full|quick [torch=PYTHON] [jax=PYTHON] [nd4j=COMMAND] [djl=COMMAND] CASE…}; a
 * command has a line for each of its words. It says {@link Event}s on stdout and
 * everything else on stderr.
 */
public final class Main {
    /** Half the digits of a double: more is lost in no correct derivative here, and less is apart in no wrong one. */
    private static final double HALF_THE_DIGITS = Math.sqrt(Math.ulp(1.0));

    private static final List<String> WARMING = List.of(
            "product/f64-2-threads/256",
            "product/f32-2-threads/256",
            "composition/f64/24^4 o3 24^2",
            "composition/f32/24^4 o3 24^2",
            "derivative/gradient/1024",
            "derivative/hvp/1024",
            "derivative/hessian/1024");

    private static final long WARMING_NANOSECONDS = 2_000_000_000;

    private final boolean quick;
    private final Peers python;
    private final Peers jvm;
    private final Consumer<Event> events;

    private Main(boolean quick, Peers python, Peers jvm, Consumer<Event> events) {
        this.quick = quick;
        this.python = python;
        this.jvm = jvm;
        this.events = events;
    }

    public static void main(String[] args) throws RunnerException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.setProperty("jmh.ignoreLock", "true");
        Map<String, String> libraries = new LinkedHashMap<>();
        List<Case> cases = new ArrayList<>();
        for (String word : List.of(args).subList(1, args.length)) {
            String[] library = word.split("=", 2);
            if (library.length == 2) {
                libraries.put(library[0], library[1]);
            } else {
                cases.add(Case.named(word).orElseThrow(() -> new IllegalArgumentException("no case " + word)));
            }
        }
        Path peer = Path.of(System.getProperty("equicert.home", ""), "src", "adapters", "python", "bench_peer.py");
        Map<String, List<String>> commands = new LinkedHashMap<>();
        libraries.forEach(
                (library, words) -> commands.put(library, words.lines().toList()));
        try (Peers python = Peers.ofPython(peer, libraries);
                Peers jvm = Peers.ofJvm(commands)) {
            new Main(args[0].equals("quick"), python, jvm, event -> out.println(Event.line(event))).run(cases);
        }
    }

    private void run(List<Case> cases) throws RunnerException {
        events.accept(new Event.Started(machine(cases)));
        Alternation turns = quick ? Alternation.QUICK : Alternation.FULL;
        JmhRuns jmh = quick ? JmhRuns.QUICK : JmhRuns.FULL;
        Consumer<Measurement> told = measurement -> events.accept(new Event.Measured(measurement));
        if (!quick && cases.stream().anyMatch(at -> !JmhRuns.times(at.benchmark()))) {
            warmUp();
        }
        for (Case at : cases) {
            events.accept(new Event.Begun(at));
            if (JmhRuns.times(at.benchmark())) {
                jmh.run(at, told);
            } else {
                turns.run(at, field(at, python, jvm), apart(at.benchmark()), told);
            }
        }
    }

    /** Sums of whole numbers are exact, derivatives rounded. */
    private static double apart(Benchmark benchmark) {
        return benchmark == Benchmark.DERIVATIVE || benchmark == Benchmark.DEVICE_HESSIAN ? HALF_THE_DIGITS : 0;
    }

    private static Field field(Case at, Peers python, Peers jvm) {
        return switch (at.benchmark()) {
            case PRODUCT -> MatrixProducts.of(at, jvm);
            case COMPOSITION -> Compositions.of(at, python);
            case DERIVATIVE -> NetworkDerivatives.of(at, python);
            case DEVICE_PRODUCT, DEVICE_HESSIAN -> Devices.of(at, python);
            case CHECK, CHECK_ROUNDS, DOT, FUNCTION, BALL_MATRIX, ENCLOSURE ->
                throw new IllegalArgumentException(at.id());
        };
    }

    /** Lets the JIT compile the core's kernels: small cases alone would leave them cold for seconds. */
    private static void warmUp() {
        try (Peers none = Peers.ofJvm(Map.of())) {
            for (String id : WARMING) {
                Field field = field(Case.named(id).orElseThrow(), none, none);
                long start = System.nanoTime();
                while (System.nanoTime() - start < WARMING_NANOSECONDS) {
                    field.contestants().getFirst().seconds(1);
                }
            }
        } catch (Absent e) {
            throw new IllegalStateException(e);
        }
    }

    private Machine machine(List<Case> cases) {
        Map<String, String> versions = new LinkedHashMap<>(python.versions());
        versions.putAll(jvm.versions());
        try {
            versions.put("OpenBLAS", OpenBlas.version());
        } catch (Absent e) {
            // said with every case that it is absent from
        }
        if (cases.stream().anyMatch(Devices::takesPartIn)) {
            Devices.described().ifPresent(it -> versions.put("device", it));
        }
        versions.put("EJML", EjmlVersion.VERSION);
        Map.of("Commons Math", RealMatrix.class, "apfloat", Apfloat.class).forEach((name, type) -> {
            String version = type.getPackage().getImplementationVersion();
            if (version != null) {
                versions.put(name, version);
            }
        });
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                DoubleVector.SPECIES_PREFERRED.vectorBitSize(),
                System.getProperty("java.version", ""),
                System.getProperty("os.name", "") + " " + System.getProperty("os.arch", ""),
                versions);
    }
}
