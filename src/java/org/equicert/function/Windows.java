package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The windows that slide over a grid in convolution and pooling: which entry of the grid each tap of each window meets. Along
 * every dimension tap t of window w is at w·stride + t·dilation − padding, and there are as many windows as stay inside the
 * padded grid.
 *
 * @param grid the dimensions that windows slide over
 * @param kernel the dimensions of a window, in taps
 */
record Windows(List<Integer> grid, List<Integer> kernel, int stride, int padding, int dilation) {
    /** Where a tap beyond the grid is: on padding. */
    static final int OUTSIDE = -1;

    /** A tap of a window. */
    record Tap(int window, int tap) {}

    /** Windows with the parameters stride, padding and dilation. */
    static Windows of(List<Integer> grid, List<Integer> kernel, Parameters parameters) {
        return new Windows(
                grid,
                kernel,
                parameters.whole("stride"),
                parameters.whole("padding"),
                parameters.values().containsKey("dilation") ? parameters.whole("dilation") : 1);
    }

    /** Whether there is any window. */
    boolean exist() {
        return shape().stream().allMatch(windows -> windows > 0);
    }

    /** How many windows there are along each dimension. */
    List<Integer> shape() {
        return IntStream.range(0, grid.size())
                .mapToObj(d ->
                        Math.floorDiv(grid.get(d) + 2 * padding - dilation * (kernel.get(d) - 1) - 1, stride) + 1)
                .toList();
    }

    int count() {
        return Array.size(shape());
    }

    int taps() {
        return Array.size(kernel);
    }

    int cells() {
        return Array.size(grid);
    }

    /** The offset in the grid of a tap of a window, or {@link #OUTSIDE}; all numbered row-major. */
    int at(int window, int tap) {
        int[] windowAt = Array.index(window, shape());
        int[] tapAt = Array.index(tap, kernel);
        int offset = 0;
        for (int d = 0; d < grid.size(); d++) {
            int place = windowAt[d] * stride + tapAt[d] * dilation - padding;
            if (place < 0 || place >= grid.get(d)) {
                return OUTSIDE;
            }
            offset = offset * grid.get(d) + place;
        }
        return offset;
    }

    /** The entries of the grid that a window meets. */
    List<Integer> met(int window) {
        return IntStream.range(0, taps())
                .map(tap -> at(window, tap))
                .filter(at -> at != OUTSIDE)
                .boxed()
                .toList();
    }

    /** The taps that meet an entry of the grid. */
    List<Tap> meeting(int cell) {
        List<Tap> meeting = new ArrayList<>();
        for (int window = 0; window < count(); window++) {
            for (int tap = 0; tap < taps(); tap++) {
                if (at(window, tap) == cell) {
                    meeting.add(new Tap(window, tap));
                }
            }
        }
        return meeting;
    }
}
