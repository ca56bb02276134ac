package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.equicert.function.Range.Kind;

class RangeProperties {
    private static final List<Range> RANGES = List.of(
            Range.REAL,
            Range.POSITIVE,
            Range.REAL.above(1),
            Range.REAL.above(-1).below(1),
            Range.POSITIVE.below(1).without(0.5),
            Range.REAL.without(-1.5, 1.25),
            Range.POSITIVE.above(-4).upTo(64).without(0.0, -1.0, -2.0, -3.0));

    @Property(tries = 1000)
    void everyNumberDrawnIsInsideAndNoMark(@ForAll("ranges") Range range, @ForAll Kind kind, @ForAll long seed) {
        double x = range.draw(kind, new Random(seed));
        assertTrue(range.low() < x && x < range.high() && Math.abs(x) <= range.largest());
        assertTrue(x != 0 && !range.marks().contains(x));
        assertEquals((double) (float) x, x);
    }

    @Property(tries = 1000)
    void whatIsGenericIsAQuarterFromEndsAndMarks(@ForAll("ranges") Range range, @ForAll long seed) {
        double x = range.draw(Kind.GENERIC, new Random(seed));
        assertTrue(x - range.low() >= 0.25 && range.high() - x >= 0.25);
        assertTrue(range.marks().stream().allMatch(mark -> Math.abs(x - mark) >= 0.25));
    }

    @Property(tries = 300)
    void whatIsNearIsAtMostASixteenthFromAnEndAMarkOrZero(@ForAll("ranges") Range range, @ForAll long seed) {
        double x = range.draw(Kind.NEAR, new Random(seed));
        boolean near = Math.abs(x) <= 0x1p-4
                || x - range.low() <= 0x1p-4
                || range.high() - x <= 0x1p-4
                || range.marks().stream().anyMatch(mark -> Math.abs(x - mark) <= 0x1p-4);
        assertTrue(near, () -> x + " in " + range);
    }

    @Property(tries = 100)
    void fourEntriesOfSizeThreeReachFarOutAndNearToZero(@ForAll long seed) {
        List<Double> x = Range.REAL.array(3, new Random(seed), 4).entries();
        assertTrue(x.stream().anyMatch(entry -> Math.abs(entry) >= 4));
        assertTrue(x.stream().anyMatch(entry -> Math.abs(entry) <= 0x1p-4));
    }

    @Provide
    Arbitrary<Range> ranges() {
        return Arbitraries.of(RANGES);
    }
}
