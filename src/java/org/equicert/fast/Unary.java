package org.equicert.fast;

/** A program with one input and one result. */
@FunctionalInterface
public interface Unary {
    <V> V apply(Arithmetic<V> on, V x);
}
