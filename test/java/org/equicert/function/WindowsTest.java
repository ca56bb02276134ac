package org.equicert.function;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Where windows are: by hand, and against a padded grid that is walked through. */
class WindowsTest {
    @Example
    void aRowOfFiveHasTwoDilatedWindowsEveryOtherPlace() {
        Windows windows = new Windows(List.of(5), List.of(2), 2, 0, 2);
        assertEquals(List.of(2), windows.shape());
        assertEquals(List.of(0, 2), windows.met(0));
        assertEquals(List.of(2, 4), windows.met(1));
        assertEquals(List.of(new Windows.Tap(0, 1), new Windows.Tap(1, 0)), windows.meeting(2));
    }

    @Example
    void paddingIsOutside() {
        Windows windows = new Windows(List.of(2, 2), List.of(2, 2), 2, 1, 1);
        assertEquals(4, windows.count());
        for (int window = 0; window < 4; window++) {
            assertEquals(List.of(window), windows.met(window));
        }
    }

    @Example
    void aWindowThatIsTooLargeIsNone() {
        assertFalse(new Windows(List.of(2), List.of(4), 1, 0, 1).exist());
    }

    @Property(tries = 300)
    void everyTapIsAtItsPlaceOfThePaddedRow(
            @ForAll @IntRange(min = 1, max = 7) int n,
            @ForAll @IntRange(min = 1, max = 3) int kernel,
            @ForAll @IntRange(min = 1, max = 3) int stride,
            @ForAll @IntRange(max = 2) int padding,
            @ForAll @IntRange(min = 1, max = 3) int dilation) {
        List<Integer> padded = new ArrayList<>();
        for (int i = -padding; i < n + padding; i++) {
            padded.add(i >= 0 && i < n ? i : Windows.OUTSIDE);
        }
        Windows windows = new Windows(List.of(n), List.of(kernel), stride, padding, dilation);
        int window = 0;
        for (int from = 0; from + dilation * (kernel - 1) < padded.size(); from += stride) {
            for (int tap = 0; tap < kernel; tap++) {
                assertEquals(padded.get(from + tap * dilation), windows.at(window, tap));
            }
            window++;
        }
        assertEquals(window, Math.max(0, windows.shape().getFirst()));
    }
}
