package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.equicert.number.Algebra;

/**
 * Convolution as networks have it, which is cross-correlation, and its transposed; on one grid of channels, without a batch.
 * Kernels have one dimension or two, and stride, padding, dilation and groups are parameters.
 */
final class Convolutions {
    private static final Map<String, List<Long>> PARAMETERS = Map.of(
            "stride",
            List.of(1L, 2L),
            "padding",
            List.of(0L, 1L),
            "dilation",
            List.of(1L, 2L),
            "groups",
            List.of(1L, 2L));

    static final List<Definition> ALL = List.of(
            convolution("Conv.1d", "x (c, n+1), w (o, d, k), b (o) -> x correlated with w, plus b, (o, windows)"),
            convolution("Conv.2d", "x (c, n, m), w (o, d, k, l), b (o) -> x correlated with w, plus b, (o, windows)"),
            transposed(
                    "ConvTranspose.1d", "x (c, n), w (c, d, k), b (o) -> the transposed of Conv.1d, plus b, (o, grid)"),
            transposed(
                    "ConvTranspose.2d",
                    "x (c, n, m), w (c, d, k, l), b (o) -> the transposed of Conv.2d, plus b, (o, grid)"),
            Signature.define(
                    "unfold",
                    "x (c, n+1, m+1) -> windows as columns, one row for each channel and tap, (c·kernel², windows)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    new Stencil(
                            (from, p) -> {
                                Windows windows = patches(from.subList(1, 3), p);
                                return List.of(from.getFirst() * windows.taps(), windows.count());
                            },
                            Stencil.moving((from, p, entry) -> {
                                Windows windows = patches(from.subList(1, 3), p);
                                int row = entry / windows.count();
                                int at = windows.at(entry % windows.count(), row % windows.taps());
                                return at == Windows.OUTSIDE ? at : row / windows.taps() * windows.cells() + at;
                            })),
                    Map.of(
                            "kernel", List.of(1L, 2L),
                            "stride", List.of(1L, 2L),
                            "padding", List.of(0L, 1L),
                            "dilation", List.of(1L, 2L)),
                    point -> patches(point.arguments().get("x").shape().subList(1, 3), point.parameters())
                            .exist()),
            Signature.define(
                    "fold",
                    "x (4c, n) -> columns of 2 × 2 windows added up where they overlap, (c, height, width)",
                    Set.of(),
                    Stability.COMPONENTWISE,
                    new Stencil(
                            (from, p) -> List.of(from.getFirst() / 4, p.whole("height"), p.whole("width")),
                            (from, p, entry) -> {
                                Windows windows = folded(p);
                                int channel = entry / windows.cells();
                                return windows.meeting(entry % windows.cells()).stream()
                                        .map(tap -> Stencil.Weight.one(
                                                (channel * windows.taps() + tap.tap()) * windows.count()
                                                        + tap.window()))
                                        .toList();
                            }),
                    Map.of(
                            "height", List.of(2L, 3L, 4L),
                            "width", List.of(2L, 3L),
                            "stride", List.of(1L, 2L),
                            "padding", List.of(0L, 1L)),
                    point -> folded(point.parameters()).count()
                            == point.arguments().get("x").dimension(1)));

    private Convolutions() {}

    private static Definition convolution(String name, String text) {
        return Signature.define(
                name, text, Set.of(), Stability.COMPONENTWISE, Convolutions::convolve, PARAMETERS, point -> {
                    Arguments<Double> in = point.arguments();
                    int groups = point.parameters().whole("groups");
                    return in.get("w").dimension(1) * groups == in.get("x").dimension(0)
                            && in.get("w").dimension(0) % groups == 0
                            && windows(in, point.parameters()).exist();
                });
    }

    private static Definition transposed(String name, String text) {
        return Signature.define(
                name,
                text,
                Set.of(),
                Stability.COMPONENTWISE,
                Convolutions::convolveTransposed,
                Map.of(
                        "stride", List.of(1L, 2L),
                        "padding", List.of(0L, 1L),
                        "output_padding", List.of(0L, 1L),
                        "dilation", List.of(1L, 2L),
                        "groups", List.of(1L, 2L)),
                point -> {
                    Arguments<Double> in = point.arguments();
                    Parameters p = point.parameters();
                    return in.get("w").dimension(1) * p.whole("groups")
                                    == in.get("b").size()
                            && in.get("x").dimension(0) % p.whole("groups") == 0
                            && p.whole("output_padding") < p.whole("stride")
                            && grid(in, p).stream().allMatch(d -> d > 0);
                });
    }

    private static Windows patches(List<Integer> grid, Parameters parameters) {
        int kernel = parameters.whole("kernel");
        return Windows.of(grid, List.of(kernel, kernel), parameters);
    }

    private static Windows folded(Parameters parameters) {
        return Windows.of(List.of(parameters.whole("height"), parameters.whole("width")), List.of(2, 2), parameters);
    }

    private static <E> Windows windows(Arguments<E> in, Parameters parameters) {
        List<Integer> x = in.get("x").shape();
        List<Integer> w = in.get("w").shape();
        return Windows.of(x.subList(1, x.size()), w.subList(2, w.size()), parameters);
    }

    private static <E> Array<E> convolve(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Windows windows = windows(in, parameters);
        return convolve(algebra, in, windows, parameters.whole("groups"));
    }

    /** The convolution of {@code x} with {@code w}, plus {@code b}, over these windows. */
    static <E> Array<E> convolve(Algebra<E> algebra, Arguments<E> in, Windows windows, int groups) {
        Array<E> x = in.get("x");
        Array<E> w = in.get("w");
        int inputs = w.dimension(1);
        int outputs = w.dimension(0);
        return Array.build(channels(outputs, windows.shape()), entry -> {
            int output = entry / windows.count();
            int first = output / (outputs / groups) * inputs;
            List<E> terms = new ArrayList<>();
            terms.add(in.get("b").get(output));
            for (int i = 0; i < inputs; i++) {
                for (int tap = 0; tap < windows.taps(); tap++) {
                    int at = windows.at(entry % windows.count(), tap);
                    if (at != Windows.OUTSIDE) {
                        terms.add(algebra.times(
                                x.get((first + i) * windows.cells() + at),
                                w.get((output * inputs + i) * windows.taps() + tap)));
                    }
                }
            }
            return algebra.sum(terms);
        });
    }

    /** The grid that transposed convolution goes to: that from which stride and kernel would have led to x's. */
    private static <E> List<Integer> grid(Arguments<E> in, Parameters parameters) {
        List<Integer> x = in.get("x").shape();
        List<Integer> w = in.get("w").shape();
        List<Integer> grid = new ArrayList<>();
        for (int d = 1; d < x.size(); d++) {
            grid.add((x.get(d) - 1) * parameters.whole("stride")
                    - 2 * parameters.whole("padding")
                    + parameters.whole("dilation") * (w.get(d + 1) - 1)
                    + parameters.whole("output_padding")
                    + 1);
        }
        return grid;
    }

    private static <E> Array<E> convolveTransposed(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        Array<E> x = in.get("x");
        Array<E> w = in.get("w");
        Windows windows =
                Windows.of(grid(in, parameters), w.shape().subList(2, w.shape().size()), parameters);
        int outputs = w.dimension(1);
        int inputs = x.dimension(0) / parameters.whole("groups");
        return Array.build(channels(in.get("b").size(), windows.grid()), entry -> {
            int output = entry / windows.cells();
            List<E> terms = new ArrayList<>();
            terms.add(in.get("b").get(output));
            for (Windows.Tap tap : windows.meeting(entry % windows.cells())) {
                for (int i = 0; i < inputs; i++) {
                    int input = output / outputs * inputs + i;
                    terms.add(algebra.times(
                            x.get(input * windows.count() + tap.window()),
                            w.get((input * outputs + output % outputs) * windows.taps() + tap.tap())));
                }
            }
            return algebra.sum(terms);
        });
    }

    private static List<Integer> channels(int channels, List<Integer> grid) {
        List<Integer> shape = new ArrayList<>(grid);
        shape.addFirst(channels);
        return shape;
    }
}
