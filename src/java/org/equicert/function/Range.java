package org.equicert.function;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * The open interval that an argument's entries are drawn from, and where in it they are drawn. Every number drawn has at most
 * 24 bits and is not 0.
 *
 * @param low where it begins, perhaps −∞
 * @param high where it ends, perhaps ∞
 * @param largest beyond this size nothing is drawn: what grows fast would overflow
 * @param marks kinks, poles and other numbers that are never drawn, but often come near to
 */
record Range(double low, double high, double largest, List<Double> marks) {
    static final Range REAL = new Range(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0x1p20, List.of());
    static final Range POSITIVE = REAL.above(0);

    /** What an entry is there for. */
    enum Kind {
        /** between −2 and 2 or, in a shorter interval, in all of it, and at least {@link #CLEAR} from its ends and marks */
        GENERIC,
        /** a small number of quarters: where formulas have coincidences */
        STRUCTURED,
        /** close to an end, to a mark, or to 0 */
        NEAR,
        /** far out, by size */
        EXTREME
    }

    private static final double CLEAR = 0.25;
    private static final int GRID = 1 << 12;

    Range above(double bound) {
        return new Range(bound, high, largest, marks);
    }

    Range below(double bound) {
        return new Range(low, bound, largest, marks);
    }

    /** The same up to this size. */
    Range upTo(double size) {
        return new Range(low, high, size, marks);
    }

    /** The same without these numbers. */
    Range without(Double... others) {
        return new Range(low, high, largest, List.of(others));
    }

    /** An array whose entries are generic up to size 2 and of all kinds in turn, from some one on, beyond. */
    Array<Double> array(int size, RandomGenerator random, Integer... shape) {
        Kind[] kinds = Kind.values();
        int first = random.nextInt(kinds.length);
        return Array.build(
                List.of(shape), o -> draw(size <= 2 ? Kind.GENERIC : kinds[(first + o) % kinds.length], random));
    }

    double draw(Kind kind, RandomGenerator random) {
        return Draw.until(
                () -> switch (kind) {
                    case GENERIC -> generic(random);
                    case STRUCTURED -> Draw.between(-12, 12, random) / 4.0;
                    case NEAR -> near(random);
                    case EXTREME -> extreme(random);
                },
                x -> isInside(x) && (kind != Kind.GENERIC || isClear(x)));
    }

    private double generic(RandomGenerator random) {
        double from = Double.isInfinite(low) ? Math.min(-2, high - 2) : low;
        double to = Double.isInfinite(high) ? Math.max(2, low + 2) : high;
        return from + (to - from) * (random.nextInt(GRID) / (double) GRID);
    }

    private double near(RandomGenerator random) {
        List<Double> centres = new ArrayList<>(marks);
        centres.add(Double.isInfinite(low) ? 0 : low);
        centres.add(Double.isInfinite(high) ? 0 : high);
        double centre = centres.get(random.nextInt(centres.size()));
        double step = Math.scalb(1.0, -Draw.between(4, 20, random));
        return random.nextBoolean() ? centre + step : centre - step;
    }

    /** In a bounded interval nothing is far out: near an end instead. */
    private double extreme(RandomGenerator random) {
        if (Double.isFinite(low) && Double.isFinite(high)) {
            return near(random);
        }
        double size = Math.scalb(1 + random.nextInt(8) / 8.0, Draw.between(2, Math.getExponent(largest), random));
        return random.nextBoolean() ? size : -size;
    }

    private boolean isInside(double x) {
        return x != 0 && low < x && x < high && Math.abs(x) <= largest && !marks.contains(x) && x == (float) x;
    }

    private boolean isClear(double x) {
        return x - low >= CLEAR && high - x >= CLEAR && marks.stream().allMatch(mark -> Math.abs(x - mark) >= CLEAR);
    }
}
