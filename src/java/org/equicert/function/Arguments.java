package org.equicert.function;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.function.Function;

/** The named arrays that a function takes, in the order of its signature. */
public record Arguments<E>(SequencedMap<String, Array<E>> arrays) {
    public Arguments {
        arrays = new LinkedHashMap<>(arrays);
    }

    /** A single argument; {@link #with} adds further ones. */
    public static <E> Arguments<E> of(String name, Array<E> array) {
        SequencedMap<String, Array<E>> arrays = new LinkedHashMap<>();
        arrays.put(name, array);
        return new Arguments<>(arrays);
    }

    /** The argument of that name. */
    public Array<E> get(String name) {
        Array<E> array = arrays.get(name);
        if (array == null) {
            throw new IllegalArgumentException("no argument " + name + " among " + arrays.keySet());
        }
        return array;
    }

    /** The same arguments, one of them replaced or added. */
    public Arguments<E> with(String name, Array<E> array) {
        SequencedMap<String, Array<E>> changed = new LinkedHashMap<>(arrays);
        changed.put(name, array);
        return new Arguments<>(changed);
    }

    public <F> Arguments<F> map(Function<? super E, ? extends F> f) {
        SequencedMap<String, Array<F>> mapped = new LinkedHashMap<>();
        arrays.forEach((name, array) -> mapped.put(name, array.map(f)));
        return new Arguments<>(mapped);
    }

    /** θ: the entries of the named arguments, one after the other, row-major. */
    public List<E> flatten(List<String> names) {
        List<E> theta = new ArrayList<>();
        for (String name : names) {
            theta.addAll(get(name).entries());
        }
        return theta;
    }

    /** The same arguments with the entries of the named ones taken from θ: the inverse of {@link #flatten}. */
    public Arguments<E> withTheta(List<String> names, List<E> theta) {
        SequencedMap<String, Array<E>> changed = new LinkedHashMap<>(arrays);
        int from = 0;
        for (String name : names) {
            Array<E> old = get(name);
            changed.put(name, new Array<>(old.shape(), theta.subList(from, from + old.size())));
            from += old.size();
        }
        if (from != theta.size()) {
            throw new IllegalArgumentException(names + " hold " + from + " numbers, not " + theta.size());
        }
        return new Arguments<>(changed);
    }
}
