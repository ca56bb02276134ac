package org.equicert.number;

/**
 * A number type cannot say what was asked of it: the point is singular, a kink lies within the enclosure, or the type
 * lacks a capability. Judges turn this into the verdict <em>undecided</em> (or skip the number type), never into an
 * unsound enclosure.
 */
public final class Undecided extends RuntimeException {
    /** Why nothing can be said. */
    public enum Reason {
        /** division by a number that may be zero, a pivot that may vanish */
        SINGULAR("singular"),
        /** a function is not differentiable within reach: relu, abs or max at a tie */
        KINK("kink"),
        /** outside a function's domain, or reaching its edge: a root or logarithm of a number that may be negative */
        DOMAIN("domain"),
        /** the number type has no such operation */
        CAPABILITY("capability"),
        /** the enclosure is too wide, or too large to be held */
        WIDTH("width");

        private final String word;

        Reason(String word) {
            this.word = word;
        }

        /** The reason in one lower-case word, as reports print it. */
        public String word() {
            return word;
        }
    }

    private final Reason reason;
    private final String message;

    public Undecided(Reason reason, String message) {
        super(message);
        this.reason = reason;
        this.message = message;
    }

    @Override
    public String getMessage() {
        return message;
    }

    public Reason reason() {
        return reason;
    }
}
