package org.equicert.bench;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a run measured.
 *
 * @param machine where
 * @param quick whether its rounds were so short that its figures only show that everything works
 * @param measurements each contestant of each case at most once
 */
public record Results(Machine machine, boolean quick, List<Measurement> measurements) {
    /**
     * The kind of machine and of software that figures depend on.
     *
     * @param cores how many the JVM may use
     * @param vectorBits the width of the vectors that the core computes with
     * @param java the JDK's version
     * @param system operating system and architecture
     * @param versions of the peers that were there
     */
    public record Machine(int cores, int vectorBits, String java, String system, Map<String, String> versions) {
        /** In a sentence. */
        public String sentence() {
            String peers = versions.entrySet().stream()
                    .map(peer -> peer.getKey() + " " + peer.getValue())
                    .sorted()
                    .collect(Collectors.joining(", "));
            return cores + (cores == 1 ? " core, " : " cores, ") + vectorBits + "-bit vectors, " + system + ", JDK "
                    + java + (peers.isEmpty() ? "" : "; " + peers) + ".";
        }
    }

    public Results {
        measurements = List.copyOf(measurements);
    }

    Optional<Measurement> find(Case at, String contestant) {
        return measurements.stream()
                .filter(it -> it.at().equals(at) && it.contestant().equals(contestant))
                .findFirst();
    }

    /** The cases of a benchmark that were measured, each once. */
    Stream<Case> cases(Benchmark benchmark) {
        return measurements.stream().map(Measurement::at).distinct().filter(it -> it.benchmark() == benchmark);
    }

    /** The benchmarks of which something was measured. */
    public Stream<Benchmark> benchmarks() {
        return Stream.of(Benchmark.values()).filter(it -> cases(it).findAny().isPresent());
    }

    /** Whether any contestant was run. */
    public boolean measuredAnything() {
        return measurements.stream().anyMatch(Measurement::wasRun);
    }

    /** Those of the cases that are kept. */
    public Results only(List<Case> kept) {
        return new Results(
                machine,
                quick,
                measurements.stream().filter(it -> kept.contains(it.at())).toList());
    }
}
