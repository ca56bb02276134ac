package org.equicert.function;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/** The exact parameters of a function, by name: whole numbers ({@link Long}) or finite binary floats ({@link Double}). */
public record Parameters(SortedMap<String, Number> values) {
    public static final Parameters NONE = new Parameters(Collections.emptySortedMap());

    public Parameters {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
        for (Number value : values.values()) {
            if (!(value instanceof Long) && !(value instanceof Double d && Double.isFinite(d))) {
                throw new IllegalArgumentException("a parameter is a Long or a finite Double, not " + value);
            }
        }
    }

    public static Parameters of(String name, Number value) {
        return NONE.with(name, value);
    }

    public Parameters with(String name, Number value) {
        SortedMap<String, Number> more = new TreeMap<>(values);
        more.put(name, value);
        return new Parameters(more);
    }

    /** A whole-number parameter. */
    public int whole(String name) {
        return Math.toIntExact(value(name).longValue());
    }

    /** A real parameter, exactly as the double that it is. */
    public double real(String name) {
        return value(name).doubleValue();
    }

    private Number value(String name) {
        Number value = values.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no parameter " + name + " among " + values.keySet());
        }
        return value;
    }
}
