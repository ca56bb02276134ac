package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.equicert.number.Algebra;

/**
 * Sums of products in Einstein's notation: {@code y[i, k] = x1[i, j]·x2[j, k]} is summed over every letter that y lacks. The
 * text of such a function is its definition.
 */
record Einsum(List<Factor> factors, String result) implements Formula {
    private static final Pattern FACTOR = Pattern.compile("(\\w+)\\[([a-z, ]*)]");

    /** An argument and the letters of its indices. */
    record Factor(String name, String letters) {}

    /** A function by its signature and its notation. */
    static Definition define(String name, String signature, String notation) {
        return Signature.define(name, signature + " -> " + notation, Set.of(), Stability.COMPONENTWISE, of(notation));
    }

    static Einsum of(String notation) {
        List<Factor> found = new ArrayList<>();
        Matcher matcher = FACTOR.matcher(notation);
        while (matcher.find()) {
            found.add(new Factor(matcher.group(1), matcher.group(2).replace(", ", "")));
        }
        return new Einsum(
                List.copyOf(found.subList(1, found.size())), found.getFirst().letters());
    }

    @Override
    public <E> Array<E> apply(Algebra<E> algebra, Arguments<E> in, Parameters parameters) {
        StringBuilder letters = new StringBuilder(result);
        for (Factor factor : factors) {
            factor.letters
                    .chars()
                    .filter(c -> letters.indexOf(Character.toString(c)) < 0)
                    .forEach(c -> letters.append((char) c));
        }
        List<Integer> dimensions = new ArrayList<>();
        for (int i = 0; i < letters.length(); i++) {
            dimensions.add(dimension(letters.charAt(i), in));
        }
        List<Integer> free = dimensions.subList(0, result.length());
        List<Integer> summed = dimensions.subList(result.length(), dimensions.size());
        int count = Array.size(summed);
        return Array.build(free, o -> {
            List<E> terms = new ArrayList<>(count);
            for (int s = 0; s < count; s++) {
                terms.add(term(algebra, in, letters.toString(), Array.index(o * count + s, dimensions)));
            }
            return algebra.sum(terms);
        });
    }

    private <E> E term(Algebra<E> algebra, Arguments<E> in, String letters, int[] index) {
        List<E> product = new ArrayList<>(factors.size());
        for (Factor factor : factors) {
            Array<E> x = in.get(factor.name);
            int offset = 0;
            for (int d = 0; d < factor.letters.length(); d++) {
                offset = offset * x.dimension(d) + index[letters.indexOf(factor.letters.charAt(d))];
            }
            product.add(x.get(offset));
        }
        E term = product.getFirst();
        for (E next : product.subList(1, product.size())) {
            term = algebra.times(term, next);
        }
        return term;
    }

    private <E> int dimension(char letter, Arguments<E> in) {
        for (Factor factor : factors) {
            int d = factor.letters.indexOf(letter);
            if (d >= 0) {
                return in.get(factor.name).dimension(d);
            }
        }
        throw new IllegalArgumentException("nothing has the index " + letter);
    }
}
