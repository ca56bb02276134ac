package org.equicert.bench.race;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.equicert.bench.Case;
import org.equicert.bench.Measurement;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;
import org.jspecify.annotations.Nullable;

/**
 * Lets contestants run in turns.
 *
 * @param warm seconds that each runs before it is timed
 * @param slice seconds that it runs in a round, at least
 * @param rounds how many
 * @param least how many there are at least, however long they take
 * @param limit seconds for a case, after which no round begins
 * @param pause milliseconds before each turn, in which threads of the one before go to sleep: OpenBLAS's keep a processor busy
 *     for some 30 after their last work, in case there is more
 */
record Alternation(double warm, double slice, int rounds, int least, double limit, int pause) {
    static final Alternation FULL = new Alternation(1, 0.04, 11, 5, 12, 50);
    static final Alternation QUICK = new Alternation(0, 0, 2, 2, 0, 0);

    /**
     * Runs a case. A contestant whose result is not that of the first is not timed: it does another task.
     *
     * @param apart how far checksums may be apart
     */
    void run(Case at, Field field, double apart, Consumer<Measurement> told) {
        Map<Contestant, Integer> calls = new LinkedHashMap<>();
        Map<Contestant, List<Double>> seconds = new LinkedHashMap<>();
        @Nullable Checksum first = null;
        for (Contestant it : field.contestants()) {
            try {
                Checksum result = it.result();
                first = first == null ? result : first;
                check(result, first, apart);
                calls.put(it, warmed(it));
                seconds.put(it, new ArrayList<>());
            } catch (Absent e) {
                told.accept(Measurement.notRun(at, it.name(), e.reason()));
            }
        }
        long start = System.nanoTime();
        for (int round = 0; round < rounds; round++) {
            if (round >= least && (System.nanoTime() - start) * 1e-9 > limit) {
                break;
            }
            List<Contestant> order = new ArrayList<>(seconds.keySet());
            Collections.rotate(order, round);
            for (Contestant it : order) {
                try {
                    int count = calls.getOrDefault(it, 1);
                    rest();
                    seconds.getOrDefault(it, List.of()).add(it.seconds(count) / count);
                } catch (Absent e) {
                    seconds.remove(it);
                    told.accept(Measurement.notRun(at, it.name(), e.reason()));
                }
            }
        }
        seconds.forEach((it, times) -> told.accept(Measurement.of(at, it.name(), it.work(), times)));
        field.absent().forEach((name, reason) -> told.accept(Measurement.notRun(at, name, reason)));
    }

    private void rest() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(pause));
    }

    private static void check(Checksum result, Checksum first, double apart) throws Absent {
        if (!result.equals(Checksum.NONE) && !(result.apart(first) <= apart)) {
            throw new Absent("its result is not ours: they are apart by " + result.apart(first));
        }
    }

    /** How many calls a round takes. */
    private int warmed(Contestant it) throws Absent {
        int calls = 1;
        double spent = 0;
        rest();
        double last = it.seconds(1);
        while (spent < warm || last < slice) {
            if (last < slice) {
                calls = Math.min(2 * calls, 1 << 28);
            }
            last = it.seconds(calls);
            spent += last;
        }
        return Math.max(1, (int) Math.ceil(calls * Math.min(1, slice / last)));
    }
}
