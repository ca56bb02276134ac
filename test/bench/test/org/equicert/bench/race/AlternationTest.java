package org.equicert.bench.race;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.equicert.bench.Case;
import org.equicert.bench.Measurement;
import org.equicert.bench.race.Contestant.Absent;
import org.equicert.bench.race.Contestant.Checksum;
import org.junit.jupiter.api.Test;

class AlternationTest {
    private static final Case AT = Case.named("composition/f64/8^3 o2 8^2").orElseThrow();

    private final List<String> log = new ArrayList<>();

    /** A contestant whose calls take no time of ours. */
    private final class Scripted implements Contestant {
        private final String name;
        private final double each;
        private final Checksum result;
        private int left;

        Scripted(String name, double each, double result, int left) {
            this.name = name;
            this.each = each;
            this.result = new Checksum(result, 100);
            this.left = left;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public double work() {
            return 3;
        }

        @Override
        public double seconds(int calls) throws Absent {
            if (left-- == 0) {
                throw new Absent("it fell over");
            }
            log.add(name + calls);
            return calls * each;
        }

        @Override
        public Checksum result() {
            return result;
        }
    }

    private static List<Measurement> run(Alternation turns, Field field, double apart) {
        List<Measurement> told = new ArrayList<>();
        turns.run(AT, field, apart, told::add);
        return told;
    }

    @Test
    void contestantsTakeTurnsAndEachIsOnceFirst() {
        Field field = new Field();
        List.of("a", "b", "c").forEach(name -> field.with(name, () -> new Scripted(name, 0.5, 1, 99)));
        List<Measurement> told = run(new Alternation(0, 0, 3, 3, 0, 0), field, 0);
        assertEquals("a1 b1 c1 a1 b1 c1 c1 a1 b1 b1 c1 a1", String.join(" ", log));
        assertEquals(Measurement.of(AT, "a", 3, List.of(0.5, 0.5, 0.5)), told.getFirst());
    }

    @Test
    void aRoundTakesAsManyCallsAsFillItsTime() {
        Field field = new Field().with("a", () -> new Scripted("a", 0.25, 1, 99));
        List<Measurement> told = run(new Alternation(8, 4, 2, 2, 0, 0), field, 0);
        assertEquals(List.of("a16", "a16"), log.subList(log.size() - 2, log.size()));
        assertEquals(List.of(0.25, 0.25), told.getFirst().seconds());
    }

    @Test
    void whoComputesSomethingElseIsNotTimed() {
        Field field = new Field()
                .with("core", () -> new Scripted("core", 1, 10, 99))
                .with("same", () -> new Scripted("same", 1, 10, 99))
                .with("near", () -> new Scripted("near", 1, 10.5, 99))
                .with("other", () -> new Scripted("other", 1, 12, 99))
                .with("nan", () -> new Scripted("nan", 1, Double.NaN, 99));
        List<String> run = run(Alternation.QUICK, field, 0.01).stream()
                .filter(it -> it.notRun().isEmpty())
                .map(Measurement::contestant)
                .toList();
        assertEquals(List.of("core", "same", "near"), run);
    }

    @Test
    void whoFallsOverIsNotRunAndTheOthersAre() {
        Field field = new Field()
                .with("core", () -> new Scripted("core", 1, 1, 99))
                .with("weak", () -> new Scripted("weak", 1, 1, 2))
                .with("gone", () -> {
                    throw new Absent("it was never there");
                });
        List<Measurement> told = run(Alternation.QUICK, field, 0);
        assertEquals(3, told.size());
        assertTrue(told.contains(Measurement.notRun(AT, "weak", "it fell over")));
        assertTrue(told.contains(Measurement.notRun(AT, "gone", "it was never there")));
        assertTrue(told.contains(Measurement.of(AT, "core", 3, List.of(1.0, 1.0))));
    }

    @Test
    void aChecksumSeesEveryEntryAndWhereItStands() {
        double[] entries = Numbers.whole(40, 0);
        Checksum right = Checksum.of(entries);
        for (int i = 0; i < entries.length; i++) {
            double[] other = entries.clone();
            other[i]++;
            assertTrue(Checksum.of(other).apart(right) > 0);
        }
        double[] shifted =
                IntStream.range(0, 40).mapToDouble(i -> entries[(i + 1) % 40]).toArray();
        assertTrue(Checksum.of(shifted).apart(right) > 0);
        assertEquals(0, right.apart(right));
    }
}
