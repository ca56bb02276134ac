package org.equicert.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.equicert.number.Algebra;

/**
 * Functions given by one {@link Term}: entry by entry, or the mean of that. All arguments have one shape (n), and each is
 * drawn from a {@link Range} of its own.
 */
final class Pointwise {
    private Pointwise() {}

    /** The arguments of a function in order, with their ranges, and those of them that are differentiated. */
    record Ranges(SequencedMap<String, Range> ranges, List<String> wrt) {
        static Ranges of(String name, Range range) {
            return new Ranges(new LinkedHashMap<>(Map.of(name, range)), List.of(name));
        }

        Ranges and(String name, Range range) {
            List<String> both = new ArrayList<>(wrt);
            both.add(name);
            return new Ranges(andData(name, range).ranges, both);
        }

        Ranges andData(String name, Range range) {
            SequencedMap<String, Range> more = new LinkedHashMap<>(ranges);
            more.put(name, range);
            return new Ranges(more, wrt);
        }

        private String text(Parameters parameters) {
            String shapes = ranges.keySet().stream()
                    .map(name -> (wrt.contains(name) ? "" : "data ") + name + " (n)")
                    .collect(Collectors.joining(", "));
            return parameters.values().isEmpty()
                    ? shapes
                    : shapes + ", " + String.join(", ", parameters.values().keySet());
        }

        /** About as many entries in all for any number of arguments: 2 for each size if there is one argument. */
        private Point draw(Parameters parameters, int size, RandomGenerator random) {
            int n = ranges.size() == 1 ? 2 * size : size + 1;
            Arguments<Double> in = new Arguments<>(new LinkedHashMap<>());
            for (var range : ranges.entrySet()) {
                in = in.with(range.getKey(), range.getValue().array(size, random, n));
            }
            return new Point(parameters, in);
        }
    }

    /** y[i] = formula of entry i of every argument. */
    static Definition each(String name, Term formula, Ranges arguments, Parameters parameters) {
        return definition(name, formula + ", (n)", new Each(formula), formula, arguments, parameters);
    }

    /** The mean over i of the formula of entry i of every argument. */
    static Definition mean(String name, Term formula, Ranges arguments, Parameters parameters) {
        return definition(
                name, "mean of " + formula + ", scalar", new Mean(formula), formula.over(1), arguments, parameters);
    }

    private static Definition definition(
            String name, String text, Formula formula, Term term, Ranges arguments, Parameters parameters) {
        return new Definition(
                name,
                arguments.text(parameters) + " -> " + text,
                term.needs(),
                Stability.COMPONENTWISE,
                arguments.wrt(),
                formula,
                (size, random) -> Draw.defined(formula, () -> arguments.draw(parameters, size, random)),
                Optional.empty());
    }

    private record Each(Term term) implements Formula {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
            Array<E> first = in.arrays().firstEntry().getValue();
            return Array.build(first.shape(), o -> term.in(algebra, entry(algebra, in, parameters, o)));
        }
    }

    private record Mean(Term term) implements Formula {
        @Override
        public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
            int n = in.arrays().firstEntry().getValue().size();
            List<E> terms = new ArrayList<>(n);
            for (int o = 0; o < n; o++) {
                terms.add(term.in(algebra, entry(algebra, in, parameters, o)));
            }
            return Array.scalar(algebra.over(algebra.sum(terms), algebra.of((long) n)));
        }
    }

    /** What the names stand for at entry o: arguments and parameters. */
    private static <E> Function<String, E> entry(Algebra<E> algebra, Arguments<E> in, Parameters parameters, int o) {
        return name -> in.arrays().containsKey(name) ? in.get(name).get(o) : algebra.of(parameters.real(name));
    }
}
