package org.equicert.derivative;

/**
 * A number that a {@link Tape} has computed.
 *
 * @param value the number
 * @param place where it stands on the tape; negative for constants, of which no derivative is asked
 */
public record Taped<E>(E value, int place) {
    boolean isConstant() {
        return place < 0;
    }
}
