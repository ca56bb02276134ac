package org.equicert.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.number.Capability;

/**
 * What a function takes, read from the words that say it: {@code x1 (n, n) invertible, data x2 (n, m)}. A letter is a dimension,
 * the same wherever it recurs; digits are themselves, {@code n+1} is one more and {@code 2n} twice as many; the words behind a
 * shape are a {@link Domain}; data are not differentiated. What is said is what is drawn.
 */
record Signature(List<Argument> arguments) {
    private static final int ATTEMPTS = 100;
    private static final Pattern ARGUMENT = Pattern.compile("(data )?(\\w+) \\(([^)]*)\\)([^,]*)(?:, |$)");
    private static final Pattern DIMENSION = Pattern.compile("(?:(\\d*)([a-z]))?\\+?(\\d*)");

    /** An argument, its dimensions as they are written. */
    record Argument(String name, List<String> shape, Domain domain, boolean isData) {}

    /** What stands before the arrow, if there is one. */
    static Signature of(String whole) {
        String text = whole.split(" -> ", 2)[0];
        List<Argument> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            arguments.add(new Argument(
                    matcher.group(2),
                    List.of(matcher.group(3).split(", ")),
                    Domain.of(matcher.group(4).strip()),
                    matcher.group(1) != null));
            end = matcher.end();
        }
        if (end != text.length() || arguments.isEmpty()) {
            throw new IllegalArgumentException("not a signature: " + text);
        }
        return new Signature(List.copyOf(arguments));
    }

    /**
     * The function of all these arguments, differentiated by each that is not data.
     *
     * @param text the signature, an arrow, and what comes out
     */
    static Definition define(String name, String text, Set<Capability> needs, Stability stability, Formula formula) {
        return define(name, text, needs, stability, formula, Map.of());
    }

    /** The same with parameters, each drawn from its list. */
    static Definition define(
            String name,
            String text,
            Set<Capability> needs,
            Stability stability,
            Formula formula,
            Map<String, ? extends List<? extends Number>> parameters) {
        Signature signature = of(text);
        return signature.define(
                name, text, needs, stability, formula, (size, random) -> signature.point(parameters, size, random));
    }

    /** The same, only where parameters and shapes fit each other and the formula is defined. */
    static Definition define(
            String name,
            String text,
            Set<Capability> needs,
            Stability stability,
            Formula formula,
            Map<String, ? extends List<? extends Number>> parameters,
            Predicate<Point> fits) {
        Signature signature = of(text);
        return signature.define(
                name,
                text,
                needs,
                stability,
                formula,
                (size, random) -> Draw.until(
                        () -> signature.point(parameters, size, random),
                        point -> fits.test(point) && formula.isDefinedAt(point)));
    }

    private Definition define(
            String name,
            String text,
            Set<Capability> needs,
            Stability stability,
            Formula formula,
            Definition.Points points) {
        return new Definition(name, text, needs, stability, wrt(), formula, points, Optional.empty());
    }

    private List<String> wrt() {
        return arguments.stream().filter(a -> !a.isData).map(Argument::name).toList();
    }

    private Point point(Map<String, ? extends List<? extends Number>> choices, int size, RandomGenerator random) {
        Parameters parameters = Parameters.NONE;
        for (String name : new TreeSet<>(choices.keySet())) {
            List<? extends Number> values = Objects.requireNonNull(choices.get(name));
            parameters = parameters.with(name, values.get(random.nextInt(values.size())));
        }
        return new Point(parameters, draw(size, random));
    }

    /** Arguments with dimensions that go with a size and fit their domains, no more of them differentiated than {@link Draw#entries}. */
    private Arguments<Double> draw(int size, RandomGenerator random) {
        SequencedMap<String, List<Integer>> shapes = fitting(size, random);
        SequencedMap<String, Array<Double>> arrays = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            Integer[] shape = shapes.getOrDefault(argument.name, List.of()).toArray(Integer[]::new);
            arrays.put(argument.name, argument.domain.draw(random, shape));
        }
        return new Arguments<>(arrays);
    }

    /** Shapes that fit; where a formula ends below the size asked for, those of the largest size that it has. */
    private SequencedMap<String, List<Integer>> fitting(int size, RandomGenerator random) {
        int least = arguments.stream().mapToInt(a -> a.domain.least()).max().orElse(1);
        for (int largest = Math.max(size, least); largest >= least; largest--) {
            for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
                SequencedMap<String, List<Integer>> drawn = shapes(largest, random);
                if (fits(drawn, size)) {
                    return drawn;
                }
            }
        }
        throw new IllegalStateException("no shapes of size " + size + " fit " + this);
    }

    private boolean fits(Map<String, List<Integer>> shapes, int size) {
        int entries = wrt().stream()
                .mapToInt(name -> Array.size(shapes.getOrDefault(name, List.of())))
                .sum();
        return entries <= Draw.entries(size)
                && arguments.stream().allMatch(a -> a.domain.fits(shapes.getOrDefault(a.name, List.of())));
    }

    private SequencedMap<String, List<Integer>> shapes(int size, RandomGenerator random) {
        Map<String, Integer> letters = new HashMap<>();
        SequencedMap<String, List<Integer>> shapes = new LinkedHashMap<>();
        for (Argument argument : arguments) {
            List<Integer> shape = new ArrayList<>();
            for (String written : argument.shape) {
                shape.add(dimension(written, letters, size, random));
            }
            shapes.put(argument.name, shape);
        }
        return shapes;
    }

    private static int dimension(String written, Map<String, Integer> letters, int size, RandomGenerator random) {
        Matcher matcher = DIMENSION.matcher(written);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not a dimension: " + written);
        }
        int more = matcher.group(3).isEmpty() ? 0 : Integer.parseInt(matcher.group(3));
        if (matcher.group(2) == null) {
            return more;
        }
        int times = matcher.group(1).isEmpty() ? 1 : Integer.parseInt(matcher.group(1));
        int drawn = letters.computeIfAbsent(matcher.group(2), letter -> Draw.dimension(size, random));
        return times * drawn + more;
    }
}
