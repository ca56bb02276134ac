package org.equicert.fast.simd;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Where the entries of a part of an operand lie: in the operand, and closer together on the heap. Neighbours stay neighbours
 * and others stay apart, since kernels choose by that; where axes overlap, the entries between are held too.
 *
 * @param strides on the heap, of each axis
 * @param lines of entries, which the operand and the heap hold at equal distances; each is a line of those before
 * @param size how many entries the heap needs room for
 */
record Layout(List<Integer> strides, List<Line> lines, long size) {
    /**
     * A line of entries, or of lines.
     *
     * @param extent how many
     * @param apart how far one is from the next in the operand
     * @param close how far one is from the next on the heap
     */
    record Line(int extent, long apart, long close) {
        private static final Line ONE = new Line(1, 1, 1);

        private boolean isContinuedBy(Line next) {
            return next.apart == extent * apart && next.close == extent * close;
        }
    }

    /** @param strides of the axes in the operand; 0 where that lacks the axis */
    static Layout of(List<Integer> extents, List<Integer> strides) {
        List<Integer> axes = IntStream.range(0, extents.size())
                .filter(x -> extents.get(x) > 1 && strides.get(x) > 0)
                .boxed()
                .sorted(Comparator.comparing(strides::get))
                .toList();
        List<Integer> close = new ArrayList<>(strides);
        List<Line> lines = new ArrayList<>();
        int overlapping = 0;
        long run = 1;
        long reach = 1;
        for (int i = 0; i < axes.size(); i++) {
            int stride = strides.get(axes.get(i));
            boolean overlaps = stride < reach;
            reach += (extents.get(axes.get(i)) - 1L) * stride;
            if (overlaps) {
                overlapping = i + 1;
                run = reach;
            }
        }
        lines.add(new Line((int) run, 1, 1));
        long size = run;
        for (int x : axes.subList(overlapping, axes.size())) {
            int stride = strides.get(x);
            Line line = new Line(extents.get(x), stride, size == 1 && stride > 1 ? 2 : size);
            close.set(x, (int) line.close());
            size = line.close() * line.extent();
            add(lines, line);
        }
        return new Layout(close, lines, size);
    }

    private static void add(List<Line> lines, Line line) {
        Line last = lines.getLast();
        if (last.equals(Line.ONE)) {
            lines.set(lines.size() - 1, line);
        } else if (last.isContinuedBy(line)) {
            lines.set(lines.size() - 1, new Line(last.extent() * line.extent(), last.apart(), last.close()));
        } else {
            lines.add(line);
        }
    }
}
