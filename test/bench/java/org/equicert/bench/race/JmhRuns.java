package org.equicert.bench.race;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.equicert.bench.Benchmark;
import org.equicert.bench.Case;
import org.equicert.bench.Measurement;
import org.equicert.derivative.HessianBenchmark;
import org.equicert.number.BallFunctionBenchmark;
import org.equicert.number.BallMatrixBenchmark;
import org.equicert.number.DotBenchmark;
import org.equicert.oracle.ProductCheckBenchmark;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.Options;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * The cases that JMH times. Every round is a run of JMH that gives each contestant a fresh JVM, so they take turns here too.
 *
 * @param rounds how many
 * @param warmups iterations that are not counted
 * @param warm milliseconds of each
 * @param iterations iterations of which the median counts
 * @param slice milliseconds of each, at least
 */
record JmhRuns(int rounds, int warmups, int warm, int iterations, int slice) {
    static final JmhRuns FULL = new JmhRuns(4, 3, 200, 5, 50);
    static final JmhRuns QUICK = new JmhRuns(1, 1, 10, 1, 10);

    /** Where JMH finds a benchmark: the class, its parameter, and the method of each contestant. */
    private record Place(Class<?> type, String parameter, Map<String, String> methods) {}

    /** Whether the cases of a benchmark are timed here. */
    static boolean times(Benchmark benchmark) {
        return switch (benchmark) {
            case CHECK, CHECK_ROUNDS, DOT, FUNCTION, BALL_MATRIX, ENCLOSURE -> true;
            case PRODUCT, COMPOSITION, DERIVATIVE, DEVICE_PRODUCT, DEVICE_HESSIAN -> false;
        };
    }

    private static Place place(Benchmark benchmark) {
        return switch (benchmark) {
            case CHECK -> check("n");
            case CHECK_ROUNDS -> check("rounds");
            case DOT ->
                new Place(
                        DotBenchmark.class,
                        "n",
                        names(
                                "plain",
                                "plain",
                                "exact",
                                "exact",
                                "compensated",
                                "compensated",
                                "decimal",
                                "BigDecimal"));
            case FUNCTION ->
                new Place(
                        BallFunctionBenchmark.class,
                        "function",
                        names("ours", "balls", "apfloat", "apfloat", "arb", "Arb"));
            case BALL_MATRIX ->
                new Place(
                        BallMatrixBenchmark.class,
                        "n",
                        names("plain", "plain", "ofExactMatrices", "exact", "ofBalls", "wide"));
            case ENCLOSURE ->
                new Place(
                        HessianBenchmark.class,
                        "bits",
                        names("reverseOverJets", "reverse over jets", "jetsAlone", "jets alone"));
            case PRODUCT, COMPOSITION, DERIVATIVE, DEVICE_PRODUCT, DEVICE_HESSIAN ->
                throw new IllegalArgumentException(benchmark + " is not JMH's");
        };
    }

    private static Place check(String parameter) {
        return new Place(
                ProductCheckBenchmark.class,
                parameter,
                names("product", "product", "checkOfIntegers", "integers", "checkOfFloats", "floats"));
    }

    private static Map<String, String> names(String... methodsAndNames) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int i = 0; i < methodsAndNames.length; i += 2) {
            names.put(methodsAndNames[i], methodsAndNames[i + 1]);
        }
        return names;
    }

    /** Runs a case. */
    void run(Case at, Consumer<Measurement> told) throws RunnerException {
        Place place = place(at.benchmark());
        Map<String, List<Double>> seconds = new LinkedHashMap<>();
        List<String> methods = new ArrayList<>(place.methods.keySet());
        if (at.benchmark() == Benchmark.FUNCTION && !BallFunctionBenchmark.hasArb()) {
            methods.remove("arb");
            told.accept(Measurement.notRun(at, "Arb", "it is not installed (libflint-arb2)"));
        }
        for (int round = 0; round < rounds; round++) {
            for (RunResult result : new Runner(options(at, place, methods)).run()) {
                String method = result.getParams().getBenchmark().replaceFirst(".*\\.", "");
                seconds.computeIfAbsent(method, m -> new ArrayList<>()).add(median(result));
            }
        }
        methods.forEach(method -> {
            String name = place.methods.getOrDefault(method, method);
            List<Double> times = seconds.getOrDefault(method, List.of());
            told.accept(
                    times.isEmpty()
                            ? Measurement.notRun(at, name, "it failed; the log says why")
                            : Measurement.of(at, name, 1, times));
        });
    }

    private Options options(Case at, Place place, List<String> methods) {
        String value = place.type == BallFunctionBenchmark.class ? at.at().toUpperCase(Locale.ROOT) : at.at();
        String any = methods.stream().collect(Collectors.joining("|", "(", ")$"));
        return new OptionsBuilder()
                .include(place.type.getName().replace(".", "\\.") + "\\." + any)
                .param(place.parameter, value)
                .forks(1)
                .warmupIterations(warmups)
                .warmupTime(TimeValue.milliseconds(warm))
                .measurementIterations(iterations)
                .measurementTime(TimeValue.milliseconds(slice))
                .timeUnit(TimeUnit.SECONDS)
                .verbosity(VerboseMode.SILENT)
                .build();
    }

    private static double median(RunResult result) {
        double[] scores = result.getBenchmarkResults().stream()
                .flatMap(fork -> fork.getIterationResults().stream())
                .mapToDouble(iteration -> iteration.getPrimaryResult().getScore())
                .sorted()
                .toArray();
        return scores[scores.length / 2];
    }
}
