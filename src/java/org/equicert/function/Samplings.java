package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.function.Stencil.Weight;
import org.equicert.number.Capability;

/** Linear maps that look entries up or move them: interpolation, padding, the shuffling of pixels and channels, embedding. */
final class Samplings {
    private static final Map<String, List<Long>> SIZES = Map.of("size", List.of(1L, 2L, 3L, 4L, 5L));
    private static final List<Long> ROW = List.of(0L, 1L, 2L);

    static final List<Definition> ALL = List.of(
            resized("Resize.linear", "x (c, n+1) -> interpolated between half-pixel centres, (c, size)"),
            resized("Resize.bilinear", "x (c, n+1, m) -> interpolated between half-pixel centres, (c, size, size)"),
            Signature.define(
                    "Resize.align_corners",
                    "x (c, n+1) -> interpolated, ends on ends, (c, size)",
                    Set.of(Capability.DIVISION),
                    Stability.ROWWISE,
                    Stencil.ofEachChannel(
                            Samplings::size,
                            (grid, p, i) -> between(i * (grid.getFirst() - 1L), p.whole("size") - 1L, grid.getFirst())),
                    Map.of("size", List.of(2L, 3L, 4L, 5L)),
                    point -> true),
            Signature.define(
                    "Resize.nearest",
                    "x (c, n+1) -> entries nearest to half-pixel centres, (c, size)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    Stencil.ofEachChannel(
                            Samplings::size,
                            Stencil.moving((grid, p, i) -> (2 * i + 1) * grid.getFirst() / (2 * p.whole("size")))),
                    SIZES,
                    Samplings::isBetweenTies),
            padded(
                    "Pad.reflect",
                    "x (c, n+1) -> x and its mirror image one entry beyond either end, (c, n+3)",
                    (i, n) -> {
                        int beyond = i < 0 ? -i : i;
                        return beyond < n ? beyond : 2 * (n - 1) - beyond;
                    }),
            padded("Pad.edge", "x (c, n+1) -> x and its ends once more, (c, n+3)", (i, n) -> Math.clamp(i, 0, n - 1)),
            padded("Pad.wrap", "x (c, n+1) -> x and on either side its other end, (c, n+3)", Math::floorMod),
            moved(
                    "DepthToSpace",
                    "x (4c, h, w) -> four channels as the pixels of a 2 × 2 block, (c, 2h, 2w)",
                    (from, p) -> List.of(from.get(0) / 4, 2 * from.get(1), 2 * from.get(2)),
                    (from, p, entry) -> {
                        int[] at = Array.index(entry, List.of(from.get(0) / 4, 2 * from.get(1), 2 * from.get(2)));
                        int channel = 4 * at[0] + 2 * (at[1] % 2) + at[2] % 2;
                        return (channel * from.get(1) + at[1] / 2) * from.get(2) + at[2] / 2;
                    }),
            moved(
                    "SpaceToDepth",
                    "x (c, 2h, 2w) -> the pixels of each 2 × 2 block as four channels, (4c, h, w)",
                    (from, p) -> List.of(4 * from.get(0), from.get(1) / 2, from.get(2) / 2),
                    (from, p, entry) -> {
                        int[] at = Array.index(entry, List.of(4 * from.get(0), from.get(1) / 2, from.get(2) / 2));
                        int row = 2 * at[1] + at[0] / 2 % 2;
                        return (at[0] / 4 * from.get(1) + row) * from.get(2) + 2 * at[2] + at[0] % 2;
                    }),
            moved(
                    "channel_shuffle",
                    "x (2c, n) -> channels of two halves in turn, (2c, n)",
                    (from, p) -> from,
                    (from, p, entry) -> {
                        int channel = entry / from.get(1);
                        int source = channel % 2 * (from.get(0) / 2) + channel / 2;
                        return source * from.get(1) + entry % from.get(1);
                    }),
            Signature.define(
                    "embedding",
                    "x (n+2, d) -> the rows at three indices, (3, d)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    new Stencil(
                            (from, p) -> List.of(3, from.get(1)),
                            Stencil.moving((from, p, entry) ->
                                    index(p, entry / from.get(1)) * from.get(1) + entry % from.get(1))),
                    Map.of("index0", ROW, "index1", ROW, "index2", ROW)),
            Signature.define(
                    "embedding_bag",
                    "x (n+2, d) -> the mean of the rows at two indices, and the row at a third, (2, d)",
                    Set.of(Capability.DIVISION),
                    Stability.COMPONENTWISE,
                    new Stencil((from, p) -> List.of(2, from.get(1)), (from, p, entry) -> {
                        int d = from.get(1);
                        int column = entry % d;
                        return entry < d
                                ? Stencil.mean(List.of(index(p, 0) * d + column, index(p, 1) * d + column), 2)
                                : List.of(Weight.one(index(p, 2) * d + column));
                    }),
                    Map.of("index0", ROW, "index1", ROW, "index2", ROW)));

    private Samplings() {}

    private static int index(Parameters parameters, int number) {
        return parameters.whole("index" + number);
    }

    private static List<Integer> size(List<Integer> grid, Parameters parameters) {
        return grid.stream().map(dimension -> parameters.whole("size")).toList();
    }

    private static Definition moved(String name, String text, Stencil.Shape shape, Stencil.Source source) {
        return Signature.define(
                name, text, Set.of(), Stability.COMPONENTWISE, new Stencil(shape, Stencil.moving(source)));
    }

    /** Entry i of the padded grid is entry {@code source} of a grid of n ≥ 2, where −1 ≤ i ≤ n. */
    private interface Beyond {
        int source(int i, int n);
    }

    private static Definition padded(String name, String text, Beyond beyond) {
        return Signature.define(
                name,
                text,
                Set.of(),
                Stability.COMPONENTWISE,
                Stencil.ofEachChannel(
                        (grid, p) -> List.of(grid.getFirst() + 2),
                        Stencil.moving((grid, p, i) -> beyond.source(i - 1, grid.getFirst()))));
    }

    /** Rows are interpolated, and what comes out is: the weights along several dimensions are products. */
    private static Definition resized(String name, String text) {
        return Signature.define(
                name,
                text,
                Set.of(Capability.DIVISION),
                Stability.NORMWISE,
                Stencil.ofEachChannel(Samplings::size, (grid, p, entry) -> {
                    int size = p.whole("size");
                    int[] at = Array.index(entry, size(grid, p));
                    List<Weight> weights = List.of(Weight.one(0));
                    for (int d = 0; d < grid.size(); d++) {
                        weights = product(
                                weights,
                                between((2L * at[d] + 1) * grid.get(d) - size, 2L * size, grid.get(d)),
                                grid.get(d));
                    }
                    return weights;
                }),
                SIZES,
                point -> true);
    }

    private static List<Weight> product(List<Weight> before, List<Weight> along, int n) {
        List<Weight> product = new ArrayList<>();
        for (Weight b : before) {
            for (Weight a : along) {
                product.add(new Weight(b.at() * n + a.at(), b.n() * a.n(), b.d() * a.d()));
            }
        }
        return product;
    }

    /** The entries on either side of place p / q in a row of n, which ends at 0 and n − 1, weighted by how close they are. */
    private static List<Weight> between(long p, long q, int n) {
        long place = Math.clamp(p, 0, q * (n - 1));
        int below = (int) (place / q);
        long beyond = place % q;
        return beyond == 0
                ? List.of(Weight.one(below))
                : List.of(new Weight(below, q - beyond, q), new Weight(below + 1, beyond, q));
    }

    /** No centre falls between two entries, where rounding decides which is nearest. */
    private static boolean isBetweenTies(Point point) {
        int n = point.arguments().get("x").dimension(1);
        int size = point.parameters().whole("size");
        for (int i = 0; i < size; i++) {
            if ((2 * i + 1) * n % (2 * size) == 0) {
                return false;
            }
        }
        return true;
    }
}
