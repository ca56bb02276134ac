package org.equicert.bench;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * What several rounds say together.
 *
 * @param median half of them are below it
 * @param around half the distance of the quartiles
 */
public record Spread(double median, double around) {
    /** @param values one at least */
    static Spread of(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        return new Spread(quantile(sorted, 0.5), (quantile(sorted, 0.75) - quantile(sorted, 0.25)) / 2);
    }

    private static double quantile(List<Double> sorted, double share) {
        double place = share * (sorted.size() - 1);
        int below = (int) place;
        int above = Math.min(below + 1, sorted.size() - 1);
        return sorted.get(below) + (place - below) * (sorted.get(above) - sorted.get(below));
    }

    /** The median to three digits, and what is around it to as many places: {@code 1.03 ±0.02}. */
    String text() {
        return text(median) + " ±" + fixed(around, places(median));
    }

    /** Three digits of a number, or all those before the point; three places after it at the most. */
    static String text(double value) {
        return fixed(value, places(value));
    }

    /** Seconds in the unit that suits them. */
    static String duration(double seconds) {
        if (seconds >= 1) {
            return text(seconds) + " s";
        }
        return seconds >= 1e-3 ? text(seconds * 1e3) + " ms" : text(seconds * 1e6) + " µs";
    }

    private static int places(double value) {
        return value == 0 ? 0 : (int) Math.clamp(2 - Math.floor(Math.log10(Math.abs(value))), 0, 3);
    }

    private static String fixed(double value, int places) {
        return BigDecimal.valueOf(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }
}
