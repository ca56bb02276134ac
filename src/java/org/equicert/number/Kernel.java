package org.equicert.number;

/** A function's enclosure at one exact number, computed with numbers of about {@code bits} bits. */
@FunctionalInterface
interface Kernel {
    Ball at(Dyadic x, int bits);

    /** The working precision is raised to this many bits beyond twice what is asked for, not further. */
    int MOST_EXTRA_BITS = 1 << 14;

    /**
     * This function with a relative radius of at most 2^−bits: its working precision is doubled until that is met. Where the
     * limit is reached before, the result is wide, and sound. Balls are computed with more bits than asked for, so that one
     * round is the rule.
     */
    default Kernel refined() {
        return (x, bits) -> {
            int limit = 2 * bits + MOST_EXTRA_BITS;
            Ball result = at(x, bits + 12);
            for (int p = 2 * bits + 64; !result.isAccurateTo(bits) && p <= limit; p *= 2) {
                result = at(x, p);
            }
            return result;
        };
    }
}
