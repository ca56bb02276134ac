package org.equicert.bench;

import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Two contestants of a benchmark, what of them is compared, and the aim.
 *
 * @param ours the contestant's name
 * @param peer the other's; empty where a time stands for itself
 * @param measure what is compared
 * @param aims what is aimed at in each case; NaN where nothing is
 */
public record Comparison(String ours, String peer, Measure measure, ToDoubleFunction<Case> aims) {
    /** What is compared. */
    public enum Measure {
        /** How many times as much work as the peer we do in the same time: the more the better. */
        SPEED,
        /** How many times as long as the peer we take: the less the better. */
        COST,
        /** How many seconds we take: the less the better. */
        TIME
    }

    static Comparison speed(String ours, String peer) {
        return speed(ours, peer, at -> Double.NaN);
    }

    static Comparison speed(String ours, String peer, ToDoubleFunction<Case> atLeast) {
        return new Comparison(ours, peer, Measure.SPEED, atLeast);
    }

    static Comparison cost(String ours, String peer, ToDoubleFunction<Case> atMost) {
        return new Comparison(ours, peer, Measure.COST, atMost);
    }

    static Comparison time(String ours, double atMost) {
        return new Comparison(ours, "", Measure.TIME, at -> atMost);
    }

    /** The value of every round, summed up; nothing where one of the two was not run. */
    Optional<Spread> of(Results results, Case at) {
        Optional<Measurement> mine = results.find(at, ours).filter(Measurement::wasRun);
        if (measure == Measure.TIME) {
            return mine.map(it -> Spread.of(it.seconds()));
        }
        Optional<Measurement> theirs = results.find(at, peer).filter(Measurement::wasRun);
        return mine.isEmpty() || theirs.isEmpty() ? Optional.empty() : Optional.of(compare(mine.get(), theirs.get()));
    }

    private Spread compare(Measurement mine, Measurement theirs) {
        int rounds = Math.min(mine.seconds().size(), theirs.seconds().size());
        List<Double> values = IntStream.range(0, rounds)
                .mapToObj(round -> theirs.secondsOfWork(round) / mine.secondsOfWork(round))
                .map(speed -> measure == Measure.SPEED ? speed : 1 / speed)
                .toList();
        return Spread.of(values);
    }

    /** By which share of the aim a value falls short of it; 0 where it is met; nothing where there is no aim. */
    Optional<Double> missedBy(Case at, double value) {
        double aim = aims.applyAsDouble(at);
        if (Double.isNaN(aim)) {
            return Optional.empty();
        }
        return Optional.of(Math.max(0, measure == Measure.SPEED ? (aim - value) / aim : (value - aim) / aim));
    }

    /** {@code core over OpenBLAS}, or whatever is compared. */
    String words() {
        return switch (measure) {
            case SPEED -> ours + " over " + peer;
            case COST -> "time of " + ours + " / " + peer;
            case TIME -> "time of " + ours;
        };
    }
}
