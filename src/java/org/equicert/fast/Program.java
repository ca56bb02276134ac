package org.equicert.fast;

import java.util.List;

/** A function of arrays, written once over any arithmetic: so it can be run, differentiated, and differentiated again. */
@FunctionalInterface
public interface Program {
    /** The results, given the inputs. */
    <V> List<V> apply(Arithmetic<V> on, List<V> inputs);
}
