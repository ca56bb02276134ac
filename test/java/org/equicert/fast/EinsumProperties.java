package org.equicert.fast;

import static org.equicert.fast.Draws.doubles;
import static org.equicert.fast.Draws.integers;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** A contraction by letters is the sum over all values of the letters, and so is each of its adjoints. */
class EinsumProperties implements OnMachines {
    @Property(tries = 200)
    void sumsRunOverAllValuesOfTheLetters(@ForAll("formulas") String formula, @ForAll long seed) {
        String[] sides = formula.split("->", -1);
        String[] operands = sides[0].split(",", -1);
        Map<Character, Integer> extents = new HashMap<>();
        Set<Character> letters = new TreeSet<>(letters(operands[0] + operands[1]));
        List<Integer> drawn = letters.size() > 4 ? List.of(2) : List.of(1, 2, 3, 5);
        for (char letter : letters) {
            extents.put(letter, drawn.get(Math.floorMod(seed * 31 + letter * 7919L, drawn.size())));
        }
        List<Integer> shapeA = shape(operands[0], extents);
        List<Integer> shapeB = shape(operands[1], extents);
        List<Integer> shapeC = shape(sides[1], extents);
        long[] a = integers(seed, Shapes.size(shapeA));
        long[] b = integers(seed + 1, Shapes.size(shapeB));
        long[] c = new long[Shapes.size(shapeC)];
        sum(
                new ArrayList<>(extents.keySet()),
                new HashMap<>(),
                extents,
                at -> c[offset(sides[1], at, extents)] +=
                        a[offset(operands[0], at, extents)] * b[offset(operands[1], at, extents)]);
        Einsum einsum = Einsum.of(formula, shapeA, shapeB);
        assertEquals(shapeC, einsum.shape());
        for (Machine<?> machine : machines()) {
            assertArrayEquals(doubles(c), value(machine, einsum.contraction(), a, b));
        }
    }

    @Example
    void lettersThatDoNotFitAreNamed() {
        assertEquals(
                "dimension j is 3 and 2 at once",
                assertThrows(ShapeException.class, () -> Einsum.of("ij,jk->ik", List.of(2, 3), List.of(2, 4)))
                        .getMessage());
        assertEquals(
                "shape [2] has not the dimensions 'ij'",
                assertThrows(ShapeException.class, () -> Einsum.of("ij,j->i", List.of(2), List.of(2)))
                        .getMessage());
    }

    private static <V> double[] value(Machine<V> machine, Contraction f, long[] a, long... b) {
        return machine.entries(machine.contract(f, machine.of(doubles(a)), machine.of(doubles(b))));
    }

    private interface Visit {
        void at(Map<Character, Integer> values);
    }

    private static void sum(
            List<Character> left, Map<Character, Integer> at, Map<Character, Integer> extents, Visit visit) {
        if (left.isEmpty()) {
            visit.at(at);
            return;
        }
        char letter = left.getFirst();
        for (int i = 0; i < extents.getOrDefault(letter, 1); i++) {
            at.put(letter, i);
            sum(left.subList(1, left.size()), at, extents, visit);
        }
    }

    private static int offset(String letters, Map<Character, Integer> at, Map<Character, Integer> extents) {
        int offset = 0;
        for (char letter : letters.toCharArray()) {
            offset = offset * extents.getOrDefault(letter, 1) + at.getOrDefault(letter, 0);
        }
        return offset;
    }

    private static List<Integer> shape(String letters, Map<Character, Integer> extents) {
        return letters(letters).stream().map(extents::get).toList();
    }

    private static List<Character> letters(String text) {
        return text.chars().mapToObj(x -> (char) x).collect(Collectors.toList());
    }

    @Provide
    Arbitrary<String> formulas() {
        return Arbitraries.of(
                "ij,jk->ik",
                "ij,jk->ki",
                "bij,bjk->bik",
                "i,i->",
                "i,j->ij",
                "ii,->",
                "ii,->i",
                "i,->ii",
                "ij,->ji",
                "ijk,jkl->il",
                "ijk,kl->ijl",
                "ir,jr->ijr",
                "ijj,j->i",
                "ab,ia->bi",
                ",ij->ji",
                "abcdefghij,abcde->jihgf");
    }
}
