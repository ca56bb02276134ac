package org.equicert.campaign;

import java.util.Optional;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;

/**
 * What a station is for: {@code linalg.det/f64/point-2}, {@code linalg.det/f64/witness-hessian-fwd-over-fwd} or
 * {@code linalg.det/f64/confirmation-hessian-fwd-over-fwd}.
 */
record StationName(String function, String precision, String purpose) {
    private static final String POINT = "point-";
    private static final String WITNESS = "witness-";

    static StationName point(String function, Precision precision, int number) {
        return new StationName(function, precision.word(), POINT + number);
    }

    static StationName witness(String function, Precision precision, Quantity quantity, Optional<Mode> mode) {
        return new StationName(
                function,
                precision.word(),
                WITNESS + quantity.word() + mode.map(m -> "-" + m.word()).orElse(""));
    }

    /** Where the witness is asked again in another precision. */
    StationName confirmation() {
        return new StationName(function, precision, purpose.replaceFirst(WITNESS, "confirmation-"));
    }

    /**
     * @throws IllegalArgumentException if the text is no station's name
     */
    static StationName parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length != 3) {
            throw new IllegalArgumentException("not the name of a station: " + text);
        }
        return new StationName(parts[0], parts[1], parts[2]);
    }

    boolean isPoint() {
        return purpose.startsWith(POINT);
    }

    /** Whether a text, which need not be a station's name, is that of a point. */
    static boolean isPoint(String text) {
        return text.contains("/" + POINT);
    }

    @Override
    public String toString() {
        return function + "/" + precision + "/" + purpose;
    }
}
