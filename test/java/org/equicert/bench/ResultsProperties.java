package org.equicert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import net.jqwik.api.constraints.Size;
import org.equicert.report.ReportUnreadable;

class ResultsProperties {
    private static final Case PRODUCT = Case.named("product/f64-1-thread/256").orElseThrow();

    @Provide
    Arbitrary<Results> results() {
        return MadeUp.any();
    }

    @Property(tries = 50)
    void resultsAreReadAsTheyWereWritten(@ForAll("results") Results results) throws ReportUnreadable {
        assertEquals(results, ResultsJson.read(ResultsJson.write(results)));
    }

    @Property(tries = 50)
    void eventsAreReadAsTheyWereSaid(@ForAll("results") Results results) throws ReportUnreadable {
        assertEquals(new Event.Started(results.machine()), Event.of(Event.line(new Event.Started(results.machine()))));
        for (Measurement it : results.measurements()) {
            assertEquals(new Event.Begun(it.at()), Event.of(Event.line(new Event.Begun(it.at()))));
            assertEquals(new Event.Measured(it), Event.of(Event.line(new Event.Measured(it))));
        }
    }

    @Property(tries = 200)
    void whateverIsCutOffOrSpoiltIsRefusedOrStillResults(
            @ForAll("results") Results results, @ForAll @IntRange(max = 100_000) int where, @ForAll char instead) {
        String text = ResultsJson.write(results).strip(); // without the line's end, which may be cut off
        int at = where % text.length();
        assertThrows(ReportUnreadable.class, () -> ResultsJson.read(text.substring(0, at)));
        String spoilt = text.substring(0, at) + instead + text.substring(at + 1);
        try {
            assertTrue(ResultsJson.read(spoilt).measurements().size()
                    <= results.measurements().size());
        } catch (ReportUnreadable e) {
            assertTrue(String.valueOf(e.getMessage()).length() < 300);
        }
    }

    @Example
    void timesThatNoClockShowsAreRefused() {
        String text = ResultsJson.write(new Results(MadeUp.MACHINE, false, List.of(MadeUp.second(PRODUCT, "core"))));
        for (String wrong : List.of("0", "-1", "1e999", "\"1.0\"", "null", "[]")) {
            assertThrows(ReportUnreadable.class, () -> ResultsJson.read(text.replaceFirst("1\\.0(?=,)", wrong)), wrong);
        }
        assertThrows(ReportUnreadable.class, () -> ResultsJson.read(text.replace("[1.0,1.0,1.0]", "[]")));
        assertThrows(ReportUnreadable.class, () -> ResultsJson.read(text.replace(PRODUCT.id(), "product/f64/0")));
    }

    @Example
    void noContestantIsMeasuredTwice() {
        Measurement once = MadeUp.second(PRODUCT, "core");
        Results twice = new Results(MadeUp.MACHINE, false, List.of(once, once));
        assertThrows(ReportUnreadable.class, () -> ResultsJson.read(ResultsJson.write(twice)));
    }

    @Example
    void everyCaseHasANameOfItsOwn() {
        List<Case> all = Case.all().toList();
        assertEquals(all.size(), all.stream().map(Case::id).distinct().count());
        all.forEach(it -> assertEquals(it, Case.named(it.id()).orElseThrow()));
    }

    @Property
    void theSpreadIsThatOfTheSortedTimes(
            @ForAll @Size(min = 1, max = 12) List<@DoubleRange(min = 1e-9, max = 1e3) @Scale(9) Double> times) {
        Spread spread = Spread.of(times);
        List<Double> sorted = times.stream().sorted().toList();
        long below = times.stream().filter(it -> it < spread.median()).count();
        long above = times.stream().filter(it -> it > spread.median()).count();
        assertTrue(below <= times.size() / 2 && above <= times.size() / 2);
        assertTrue(spread.around() >= 0 && spread.around() <= (sorted.getLast() - sorted.getFirst()) / 2);
        assertEquals(spread, Spread.of(sorted.reversed()));
    }

    @Property
    void speedIsWorkByTimeAndCostItsInverse(
            @ForAll @DoubleRange(min = 1e-6, max = 10) @Scale(9) double ours,
            @ForAll @DoubleRange(min = 1e-6, max = 10) @Scale(9) double theirs,
            @ForAll @IntRange(min = 0, max = 40) int power) {
        double more = Math.pow(2, power);
        Results results = new Results(
                MadeUp.MACHINE,
                false,
                List.of(
                        Measurement.of(PRODUCT, "core", more, List.of(ours)),
                        Measurement.of(PRODUCT, "peak", 1, List.of(theirs))));
        double speed = Comparison.speed("core", "peak")
                .of(results, PRODUCT)
                .orElseThrow()
                .median();
        double cost = Comparison.cost("core", "peak", at -> 1)
                .of(results, PRODUCT)
                .orElseThrow()
                .median();
        assertEquals(theirs / (ours / more), speed);
        assertEquals(1 / speed, cost);
    }
}
