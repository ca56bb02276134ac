package org.equicert.oracle;

import org.equicert.function.Array;

/** What came back to a {@link Question}. */
public sealed interface Answer {
    /** Numbers, of the shape that the question's quantity has; NaN and infinities are possible and are nonsense. */
    record Given(Array<Double> output) implements Answer {}

    /** The candidate declined, in its own words. */
    record Unsupported(String reason) implements Answer {}

    /** It crashed, hung, or answered what is no answer. */
    record Failed(String reason) implements Answer {}
}
