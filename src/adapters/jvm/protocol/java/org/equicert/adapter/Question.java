package org.equicert.adapter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A question as {@code spec/schema/question.schema.json} describes it, its numbers read.
 *
 * @param mode empty for values
 * @param inputs in the order of the function's signature
 */
public record Question(
        String function,
        Map<String, Number> parameters,
        String quantity,
        String mode,
        String precision,
        Map<String, Tensor> inputs,
        List<String> wrt,
        Optional<Tensor> cotangent,
        Optional<Tensor> tangent) {

    /** θ: the entries of the arguments that are differentiated, one after the other. */
    public double[] theta() {
        return wrt.stream()
                .flatMapToDouble(name -> Arrays.stream(input(name).entries()))
                .toArray();
    }

    public Tensor input(String name) {
        Tensor input = inputs.get(name);
        if (input == null) {
            throw new IllegalArgumentException(function + " lacks its argument " + name);
        }
        return input;
    }

    /** The entries of c, of the shape of the function's value. */
    public double[] c() {
        return cotangent
                .orElseThrow(() -> new IllegalArgumentException("the question lacks its cotangent"))
                .entries();
    }

    /** The entries of v, as many as θ has. */
    public double[] v() {
        return tangent.orElseThrow(() -> new IllegalArgumentException("the question lacks its tangent"))
                .entries();
    }

    /** How an entry of an argument becomes a number of another kind. */
    @FunctionalInterface
    public interface Lift<T> {
        /** @param at where in θ the entry is, or −1 where it is not differentiated */
        T number(int at, double x);
    }

    /** The entries of each argument as numbers of another kind. */
    public <T> Map<String, List<T>> lifted(Lift<T> lift) {
        Map<String, List<T>> lifted = new LinkedHashMap<>();
        Map<String, Integer> starts = starts();
        inputs.forEach((name, input) -> {
            List<T> numbers = new ArrayList<>();
            Integer start = starts.get(name);
            for (double x : input.entries()) {
                numbers.add(lift.number(start == null ? -1 : start + numbers.size(), x));
            }
            lifted.put(name, numbers);
        });
        return lifted;
    }

    private Map<String, Integer> starts() {
        Map<String, Integer> starts = new LinkedHashMap<>();
        int next = 0;
        for (String name : wrt) {
            starts.put(name, next);
            next += input(name).entries().length;
        }
        return starts;
    }
}
