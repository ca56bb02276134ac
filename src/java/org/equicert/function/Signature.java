package org.equicert.function;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.number.Capability;

/**
 * What a function takes, read from the words that say it: {@code x1 (n, n) invertible, x2 (n, m)}. A letter is a dimension, the
 * same wherever it recurs; digits are themselves, and {@code n+1} is one more; the words behind a shape are a {@link Domain}.
 * What is said is what is drawn.
 */
record Signature(List<Argument> arguments) {
    private static final int ATTEMPTS = 100;
    private static final Pattern ARGUMENT = Pattern.compile("(\\w+) \\(([^)]*)\\)([^,]*)(?:, |$)");
    private static final Pattern DIMENSION = Pattern.compile("([a-z]?)\\+?(\\d*)");

    /** An argument, its dimensions as they are written. */
    record Argument(String name, List<String> shape, Domain domain) {}

    static Signature of(String text) {
        List<Argument> arguments = new ArrayList<>();
        Matcher matcher = ARGUMENT.matcher(text);
        int end = 0;
        while (matcher.find() && matcher.start() == end) {
            arguments.add(new Argument(
                    matcher.group(1),
                    List.of(matcher.group(2).split(", ")),
                    Domain.of(matcher.group(3).strip())));
            end = matcher.end();
        }
        if (end != text.length() || arguments.isEmpty()) {
            throw new IllegalArgumentException("not a signature: " + text);
        }
        return new Signature(List.copyOf(arguments));
    }

    /**
     * The function of all these arguments, differentiated by each.
     *
     * @param text the signature, an arrow, and what comes out
     */
    static Definition define(String name, String text, Set<Capability> needs, Stability stability, Formula formula) {
        return define(name, text, needs, stability, formula, Map.of());
    }

    /** The same with whole-number parameters, each drawn from its list. */
    static Definition define(
            String name,
            String text,
            Set<Capability> needs,
            Stability stability,
            Formula formula,
            Map<String, List<Long>> parameters) {
        Signature signature = of(text.substring(0, text.indexOf(" -> ")));
        List<String> names = signature.arguments.stream().map(Argument::name).toList();
        Definition.Points points = (size, random) -> new Point(draw(parameters, random), signature.draw(size, random));
        return new Definition(name, text, needs, stability, names, formula, points, Optional.empty());
    }

    private static Parameters draw(Map<String, List<Long>> choices, RandomGenerator random) {
        Parameters parameters = Parameters.NONE;
        for (Map.Entry<String, List<Long>> choice : choices.entrySet()) {
            List<Long> values = choice.getValue();
            parameters = parameters.with(choice.getKey(), values.get(random.nextInt(values.size())));
        }
        return parameters;
    }

    /** Arguments with dimensions that go with a size and fit their domains, no more entries than {@link Draw#entries}. */
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
        int entries = shapes.values().stream().mapToInt(Array::size).sum();
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
        int more = matcher.group(2).isEmpty() ? 0 : Integer.parseInt(matcher.group(2));
        return matcher.group(1).isEmpty()
                ? more
                : more + letters.computeIfAbsent(matcher.group(1), letter -> Draw.dimension(size, random));
    }
}
