package org.equicert.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Scale;
import org.equicert.report.ReportTable;

class TablesProperties {
    private static final Case PRODUCT = Case.named("product/f64-1-thread/256").orElseThrow();
    private static final Case CHECK = Case.named("check/2048").orElseThrow();
    private static final Case ENCLOSURE = Case.named("enclosure/53").orElseThrow();

    private static String text(Results results) {
        return String.join(
                "\n",
                results.benchmarks()
                        .flatMap(it -> Tables.of(results, it).stream())
                        .flatMap(it -> it.lines().stream())
                        .toList());
    }

    private static Results race(Case at, String ours, double mine, String peer, double theirs) {
        return new Results(
                MadeUp.MACHINE,
                false,
                List.of(
                        Measurement.of(at, ours, 1, List.of(mine, mine, mine)),
                        Measurement.of(at, peer, 1, List.of(theirs, theirs, theirs))));
    }

    @Property(tries = 60)
    void everyTableFitsTheTerminal(@ForAll long seed) {
        Results results = MadeUp.all(seed);
        String all =
                text(results) + "\n" + String.join("\n", Tables.aims(results).lines());
        all.lines().forEach(line -> assertTrue(line.length() <= ReportTable.WIDTH, line));
    }

    @Property(tries = 60)
    void everyCaseAndContestantIsInATable(@ForAll long seed) {
        Results results = MadeUp.all(seed);
        for (Benchmark benchmark : Benchmark.values()) {
            List<Table> tables = Tables.of(results, benchmark);
            List<String> shown = tables.stream()
                    .flatMap(it -> it.rows().stream())
                    .map(List::getFirst)
                    .filter(it -> !it.equals("aim"))
                    .toList();
            assertEquals(benchmark.cases().map(Case::at).toList(), shown);
            tables.forEach(it -> it.rows().forEach(row -> assertEquals(it.head().size(), row.size())));
            MadeUp.contestants(benchmark)
                    .forEach(name -> assertTrue(
                            tables.stream().allMatch(it -> it.head().stream().anyMatch(head -> head.contains(name))),
                            name));
        }
    }

    @Property
    void whatFallsShortOfItsAimIsMarkedAndNothingElse(
            @ForAll @DoubleRange(min = 0.5, max = 1.5) @Scale(6) double speed) {
        Results results = race(PRODUCT, "core", 1 / speed, "OpenBLAS", 1);
        double seen = 1 / (1 / speed);
        assertEquals(seen < 1, text(results).contains("!"), text(results));
        List<String> aim = Tables.aims(results).rows().getFirst();
        assertEquals(seen < 1 ? "0/1" : "1/1", aim.get(3));
        assertEquals(seen < 1 ? Math.round(100 * (1 - seen)) + " %" : "", aim.get(6));
    }

    @Property
    void aCostMeetsItsAimWhereItIsLess(@ForAll @DoubleRange(min = 0.001, max = 0.1) @Scale(6) double cost) {
        Results results = race(CHECK, "integers", cost, "product", 1);
        assertEquals(cost > 0.03, text(results).contains("!"), text(results));
    }

    @Example
    void aTimeStandsForItself() {
        Results slow =
                new Results(MadeUp.MACHINE, false, List.of(Measurement.of(ENCLOSURE, "jets alone", 1, List.of(0.06))));
        assertTrue(text(slow).contains("60.0 ms !"), text(slow));
        assertEquals("20 %", Tables.aims(slow).rows().getFirst().get(6));
    }

    @Example
    void anAbsentPeerIsNotRunAndTheReasonIsSaidOnce() {
        Case next = Case.named("product/f64-1-thread/512").orElseThrow();
        Results results = new Results(
                MadeUp.MACHINE,
                false,
                List.of(
                        MadeUp.second(PRODUCT, "core"),
                        Measurement.notRun(PRODUCT, "OpenBLAS", "no such library"),
                        MadeUp.second(next, "core"),
                        Measurement.notRun(next, "OpenBLAS", "no such library")));
        String text = text(results);
        assertEquals(2, text.lines().filter(line -> line.endsWith("not run")).count(), text);
        assertEquals(
                1,
                text.lines()
                        .filter(line -> line.contains("OpenBLAS, not run: no such library"))
                        .count(),
                text);
        assertEquals(List.of(), Tables.aims(results).rows());
    }
}
