package org.equicert.fast;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/**
 * Einstein's convention for two operands of given shapes: {@code "ij,jk->ik"} is the matrix product. A letter that the
 * result lacks is summed over; one that an array has twice runs along its diagonal; the second operand may be a scalar, as
 * in {@code "ij,->ji"}.
 *
 * @param contraction the map
 * @param shape the result's shape
 */
public record Einsum(Contraction contraction, List<Integer> shape) {
    /** @throws ShapeException if a letter has two extents, or an operand another number of dimensions than letters */
    public static Einsum of(String formula, List<Integer> a, List<Integer> b) {
        String[] sides = formula.split("->", -1);
        String[] operands = sides[0].split(",", -1);
        SequencedMap<Character, Integer> extents = new LinkedHashMap<>();
        Map<Character, Integer> inA = strides(operands[0], a, extents);
        Map<Character, Integer> inB = strides(operands[1], b, extents);
        List<Integer> c = new ArrayList<>();
        for (char letter : sides[1].toCharArray()) {
            c.add(extents.getOrDefault(letter, 1));
        }
        Map<Character, Integer> inC = strides(sides[1], c, extents);
        List<Contraction.Axis> axes = new ArrayList<>();
        extents.forEach((letter, extent) -> axes.add(new Contraction.Axis(
                extent, inA.getOrDefault(letter, 0), inB.getOrDefault(letter, 0), inC.getOrDefault(letter, 0))));
        return new Einsum(new Contraction(Shapes.size(a), Shapes.size(b), Shapes.size(c), axes), List.copyOf(c));
    }

    private static Map<Character, Integer> strides(
            String letters, List<Integer> shape, SequencedMap<Character, Integer> extents) {
        if (letters.length() != shape.size()) {
            throw new ShapeException("shape " + shape + " has not the dimensions '" + letters + "'");
        }
        Map<Character, Integer> strides = new HashMap<>();
        int stride = 1;
        for (int i = shape.size() - 1; i >= 0; i--) {
            char letter = letters.charAt(i);
            Integer known = extents.putIfAbsent(letter, shape.get(i));
            if (known != null && !known.equals(shape.get(i))) {
                throw new ShapeException("dimension " + letter + " is " + known + " and " + shape.get(i) + " at once");
            }
            strides.merge(letter, stride, Integer::sum);
            stride *= shape.get(i);
        }
        return strides;
    }
}
