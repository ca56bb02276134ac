package org.equicert.bench;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SequencedSet;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/** Results that nobody measured. */
public final class MadeUp {
    static final Results.Machine MACHINE =
            new Results.Machine(2, 512, "25.0.1", "Linux amd64", Map.of("PyTorch", "2.13.0+cpu", "JAX", "0.10.2"));

    private MadeUp() {}

    /** The names of all who take part in a benchmark. */
    static SequencedSet<String> contestants(Benchmark benchmark) {
        SequencedSet<String> names = new LinkedHashSet<>();
        benchmark
                .comparisons()
                .forEach(it -> Stream.of(it.ours(), it.peer())
                        .filter(name -> !name.isEmpty())
                        .forEach(names::add));
        return names;
    }

    /** One measurement that took a second, whatever it did. */
    static Measurement second(Case at, String contestant) {
        return Measurement.of(at, contestant, 1, List.of(1.0, 1.0, 1.0));
    }

    /** Every case, every contestant; some were not run. */
    public static Results all(long seed) {
        Random random = new Random(seed);
        List<Measurement> measurements = new ArrayList<>();
        Case.all().forEach(at -> {
            double least = Math.pow(10, random.nextDouble(-8, 0));
            contestants(at.benchmark()).forEach(name -> {
                double about = least * Math.pow(10, random.nextDouble(3));
                List<Double> seconds = random.doubles(1 + random.nextInt(9), about, 2 * about)
                        .boxed()
                        .toList();
                measurements.add(
                        random.nextInt(8) == 0
                                ? Measurement.notRun(at, name, "it is not installed")
                                : Measurement.of(at, name, 1, seconds));
            });
        });
        return new Results(MACHINE, false, measurements);
    }

    static Arbitrary<Results> any() {
        return Arbitraries.longs()
                .map(MadeUp::all)
                .flatMap(all -> Arbitraries.of(all.measurements())
                        .list()
                        .uniqueElements()
                        .ofMaxSize(40)
                        .map(some -> new Results(MACHINE, some.size() % 2 == 0, some)));
    }
}
