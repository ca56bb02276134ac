package org.equicert.fast;

/** A program with two inputs and one result. */
@FunctionalInterface
public interface Binary {
    <V> V apply(Arithmetic<V> on, V x1, V x2);
}
