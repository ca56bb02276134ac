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
import org.equicert.bench.Case;
import org.equicert.bench.Event;
import org.equicert.bench.Measurement;
import org.equicert.bench.Results.Machine;
import org.equicert.bench.race.Contestant.Absent;
import org.openjdk.jmh.runner.RunnerException;

/**
 * The measuring program: {@code full|quick [torch=PYTHON] [jax=PYTHON] CASE…}. It says {@link Event}s on stdout and
 * everything else on stderr.
 */
public final class Main {
    /** Half the digits of a double: more is lost in no correct derivative here, and less is apart in no wrong one. */
    private static final double HALF_THE_DIGITS = Math.sqrt(Math.ulp(1.0));

    private final boolean quick;
    private final Consumer<Event> events;

    private Main(boolean quick, Consumer<Event> events) {
        this.quick = quick;
        this.events = events;
    }

    public static void main(String[] args) throws RunnerException {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.setOut(System.err);
        System.setProperty("jmh.ignoreLock", "true");
        Map<String, String> interpreters = new LinkedHashMap<>();
        List<Case> cases = new ArrayList<>();
        for (String word : List.of(args).subList(1, args.length)) {
            String[] library = word.split("=", 2);
            if (library.length == 2) {
                interpreters.put(library[0], library[1]);
            } else {
                cases.add(Case.named(word).orElseThrow(() -> new IllegalArgumentException("no case " + word)));
            }
        }
        Path peer = Path.of(System.getProperty("equicert.home", ""), "src", "adapters", "python", "bench_peer.py");
        try (PythonPeers peers = new PythonPeers(peer, interpreters)) {
            new Main(args[0].equals("quick"), event -> out.println(Event.line(event))).run(cases, peers);
        }
    }

    private void run(List<Case> cases, PythonPeers peers) throws RunnerException {
        events.accept(new Event.Started(machine(peers)));
        Alternation turns = quick ? Alternation.QUICK : Alternation.FULL;
        Consumer<Measurement> told = measurement -> events.accept(new Event.Measured(measurement));
        for (Case at : cases) {
            events.accept(new Event.Begun(at));
            switch (at.benchmark()) {
                case PRODUCT -> turns.run(at, MatrixProducts.of(at), 0, told);
                case COMPOSITION -> turns.run(at, Compositions.of(at, peers), 0, told);
                case DERIVATIVE -> turns.run(at, NetworkDerivatives.of(at, peers), HALF_THE_DIGITS, told);
                case CHECK, DOT, FUNCTION, BALL_MATRIX, ENCLOSURE -> (quick ? JmhRuns.QUICK : JmhRuns.FULL).run(at, told);
            }
        }
    }

    private static Machine machine(PythonPeers peers) {
        Map<String, String> versions = new LinkedHashMap<>(peers.versions());
        try {
            versions.put("OpenBLAS", OpenBlas.version());
        } catch (Absent e) {
            // said with every case that it is absent from
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
