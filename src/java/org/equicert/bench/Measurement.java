package org.equicert.bench;

import java.util.List;

/**
 * How long one contestant took for one case.
 *
 * @param at the case
 * @param contestant its name
 * @param work what a call does, in a unit that all contestants of the case share
 * @param seconds what a call took, a number for each round; empty where it was not run
 * @param notRun why it was not run; empty where it was
 */
public record Measurement(Case at, String contestant, double work, List<Double> seconds, String notRun) {
    public Measurement {
        seconds = List.copyOf(seconds);
        if (seconds.isEmpty() == notRun.isEmpty()) {
            throw new IllegalArgumentException("either times or the reason for having none");
        }
    }

    /** One that was run. */
    public static Measurement of(Case at, String contestant, double work, List<Double> seconds) {
        return new Measurement(at, contestant, work, seconds, "");
    }

    /** One that was not. */
    public static Measurement notRun(Case at, String contestant, String reason) {
        return new Measurement(at, contestant, 1, List.of(), reason);
    }

    boolean wasRun() {
        return notRun.isEmpty();
    }

    double secondsOfWork(int round) {
        return seconds.get(round) / work;
    }
}
