package org.equicert.fast.simd;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.equicert.fast.Contraction;
import org.equicert.fast.Contraction.Axis;

/**
 * Runs a schedule of operands in memory segments piece by piece, each with its parts of the operands on the heap. Every
 * entry of C meets its terms in the order in which the schedule has them, and pieces end where a kernel's blocks do.
 */
final class Pieces<V> {
    private final Format<V> format;
    private final Schedule whole;
    private final List<Axis> axes;
    private final long room;
    private final List<Integer> largest;
    private final Stage<V> a;
    private final Stage<V> b;
    private final Stage<V> c;

    /** @param room how many entries of each operand may be on the heap, if a kernel's least blocks need no more */
    Pieces(Format<V> format, Schedule whole, long room, MemorySegment a, MemorySegment b, MemorySegment c) {
        this.format = format;
        this.whole = whole;
        this.axes =
                Stream.concat(whole.loops().stream(), whole.inner().stream()).toList();
        this.room = room;
        this.largest = largest();
        this.a = new Stage<>(format, a, layout(largest, Axis::a).size());
        this.b = new Stage<>(format, b, layout(largest, Axis::b).size());
        this.c = new Stage<>(format, c, layout(largest, Axis::c).size());
    }

    void run() {
        run(new ArrayList<>(), whole.a(), whole.b(), whole.c());
        c.write();
    }

    private void run(List<Integer> extents, long ao, long bo, long co) {
        if (extents.size() == axes.size()) {
            piece(extents, ao, bo, co);
            return;
        }
        Axis x = axes.get(extents.size());
        int step = largest.get(extents.size());
        for (long i = 0; i < x.extent(); i += step) {
            extents.add((int) Math.min(step, x.extent() - i));
            run(extents, ao + i * x.a(), bo + i * x.b(), co + i * x.c());
            extents.removeLast();
        }
    }

    private void piece(List<Integer> extents, long ao, long bo, long co) {
        Layout inA = layout(extents, Axis::a);
        Layout inB = layout(extents, Axis::b);
        Layout inC = layout(extents, Axis::c);
        a.read(ao, inA);
        b.read(bo, inB);
        if (!c.holds(co, inC)) {
            c.write();
            c.read(co, inC);
        }
        List<Axis> close = IntStream.range(0, axes.size())
                .mapToObj(x -> new Axis(
                        extents.get(x),
                        inA.strides().get(x),
                        inB.strides().get(x),
                        inC.strides().get(x)))
                .toList();
        int loops = whole.loops().size();
        Schedule piece = new Schedule(close.subList(loops, axes.size()), close.subList(0, loops), 0, 0, 0, false);
        piece.run(format.kernel(piece, a.array(), b.array(), c.array()));
    }

    /**
     * The extents of a piece that has room. The order of an entry's terms stays, since a loop that sums is cut before what is
     * in it is; and where C overlaps, any loop. What lies side by side in C is cut last.
     */
    private List<Integer> largest() {
        List<Integer> extents = new ArrayList<>(axes.stream().map(Axis::extent).toList());
        boolean overlap = Contraction.overlap(axes);
        cutLoops(extents, x -> overlap || x.c() != 1);
        cutInner(extents);
        cutLoops(extents, x -> true);
        return extents;
    }

    /** From the outermost on. */
    private void cutLoops(List<Integer> extents, Predicate<Axis> which) {
        for (int x = 0; x < whole.loops().size(); x++) {
            while (which.test(axes.get(x)) && extents.get(x) > 1 && !fits(extents)) {
                extents.set(x, half(extents.get(x), 1));
            }
        }
    }

    /** The longest first. */
    private void cutInner(List<Integer> extents) {
        int loops = whole.loops().size();
        List<Integer> grain = format.grain(whole);
        for (boolean shrinks = true; shrinks && !fits(extents); ) {
            shrinks = IntStream.range(loops, axes.size())
                    .filter(x -> half(extents.get(x), grain.get(x - loops)) < extents.get(x))
                    .boxed()
                    .max(Comparator.comparing(extents::get))
                    .map(x -> extents.set(x, half(extents.get(x), grain.get(x - loops))))
                    .isPresent();
        }
    }

    private static int half(int extent, int grain) {
        return Math.ceilDiv(Math.ceilDiv(extent, 2), grain) * grain;
    }

    private boolean fits(List<Integer> extents) {
        return Stream.<ToIntFunction<Axis>>of(Axis::a, Axis::b, Axis::c)
                .allMatch(stride -> layout(extents, stride).size() <= room);
    }

    private Layout layout(List<Integer> extents, ToIntFunction<Axis> stride) {
        return Layout.of(extents, axes.stream().mapToInt(stride).boxed().toList());
    }
}
