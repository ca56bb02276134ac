package org.equicert.oracle;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Stability;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Rounding;
import org.equicert.number.Roundings;
import org.equicert.number.Undecided;

/**
 * The true answer to one question, as far as it can be known: enclosures of everything that a correct answer can be when
 * inputs move by t ulps, the scale S of each entry, and the budget. Shared by all modes of a quantity, since the truth has
 * no mode. Enclosures are computed once for each t and kept.
 */
final class Truth {
    private static final int LEAST_BITS = 128;
    private static final int MOST_BITS = 4096;

    private final Definition f;
    private final Question question;
    private final double u;
    private final Map<Double, Array<Ball>> reached = new HashMap<>();
    private final double[] scale;
    private final int chain;
    private final int bits;

    /**
     * @throws Undecided where the function or its derivative cannot be evaluated at the point
     */
    Truth(Definition f, Question question) {
        this.f = f;
        this.question = question;
        this.u = question.precision().unitRoundoff();
        Array<Rounding> roundings =
                Quantities.of(Roundings.INSTANCE, f, question, question.inputs().map(Roundings.INSTANCE::of));
        this.scale = Blocks.scale(f, question, roundings);
        this.chain = Budget.of(f, question, roundings);
        requireRoom(question.precision());
        this.bits = sufficientBits();
        requireScales();
    }

    /** An answer may be as large as S: what overflows or loses digits near 0 is no fault. */
    private void requireRoom(Precision precision) {
        for (double size : scale) {
            if (size != 0 && !precision.hasRoomFor(size)) {
                throw new Undecided(
                        Undecided.Reason.WIDTH,
                        "the answer is out of the range in which " + precision.word() + " rounds");
            }
        }
    }

    /** A scale of 0 belongs to an entry that is exactly 0, unless it has underflowed. */
    private void requireScales() {
        for (int i = 0; i < scale.length; i++) {
            Ball entry = within(0).get(i);
            if (scale[i] == 0 && !(entry.isExact() && entry.containsZero())) {
                throw new Undecided(Undecided.Reason.WIDTH, "the scale of an entry underflows");
            }
        }
    }

    /** The enclosure of all answers that are true of inputs within t ulps, as {@link Definition#stability} moves them. */
    Array<Ball> within(double t) {
        return reached.computeIfAbsent(t, ulps -> enclose(ulps, bits));
    }

    /** S of each entry, row-major. */
    double scale(int entry) {
        return scale[entry];
    }

    /** The longest dependent chain of roundings. */
    int budget() {
        return chain;
    }

    /** The shape that an answer must have. */
    List<Integer> shape() {
        return within(0).shape();
    }

    /** What entry {@code i} may be at t: the enclosure, widened by t·u·S. */
    Ball acceptable(int i, double t) {
        return within(t).get(i).widen(up(t * u * scale[i]));
    }

    /**
     * How far entry {@code i} of a correct answer may lie from the truth at t.
     *
     * @throws Undecided {@code WIDTH} where that is beyond the range of doubles
     */
    double halfWidth(int i, double t) {
        double radius = acceptable(i, t).radius();
        if (Double.isInfinite(radius)) {
            throw new Undecided(Undecided.Reason.WIDTH, "an enclosure at " + t + " ulps leaves the range of doubles");
        }
        return radius;
    }

    private Array<Ball> enclose(double t, int precision) {
        Balls balls = Balls.ofBits(precision);
        return Quantities.of(balls, f, question, moved(t));
    }

    /** Doubles the precision until the enclosure at the very point is narrow beside one rounding. */
    private int sufficientBits() {
        for (int precision = LEAST_BITS; ; precision *= 2) {
            Array<Ball> exact = enclose(0, precision);
            boolean narrow = true;
            for (int i = 0; i < exact.size(); i++) {
                Ball entry = exact.get(i);
                narrow &= entry.isExact()
                        || entry.radius() <= 0x1p-10 * u * Math.max(scale[i], Math.abs(entry.midpoint()));
            }
            if (narrow) {
                reached.put(0.0, exact);
                return precision;
            }
            if (precision >= MOST_BITS) {
                throw new Undecided(
                        Undecided.Reason.WIDTH,
                        "the true value cannot be enclosed narrowly with " + MOST_BITS + " bits");
            }
        }
    }

    private Arguments<Ball> moved(double t) {
        if (t == 0) {
            return question.inputs().map(Ball::exact);
        }
        Arguments<Ball> moved = question.inputs().map(Ball::exact);
        for (String name : question.inputs().arrays().keySet()) {
            Array<Double> x = question.inputs().get(name);
            double[] sizes = sizes(x, f.stability());
            moved = moved.with(name, Array.build(x.shape(), o -> Ball.of(x.get(o), reach(t, sizes[o]))));
        }
        return moved;
    }

    private double reach(double t, double size) {
        double radius = up(t * u * size);
        if (Double.isInfinite(radius)) {
            throw new Undecided(
                    Undecided.Reason.WIDTH, "inputs that move by " + t + " ulps leave the range of doubles");
        }
        return radius;
    }

    private static double[] sizes(Array<Double> x, Stability stability) {
        double[] sizes = x.entries().stream().mapToDouble(Math::abs).toArray();
        int row = switch (stability) {
            case COMPONENTWISE -> 1;
            case ROWWISE -> x.shape().isEmpty() ? 1 : x.shape().getLast();
            case NORMWISE -> sizes.length;
        };
        for (int from = 0; from < sizes.length; from += row) {
            double largest = Arrays.stream(sizes, from, from + row).max().orElse(0);
            Arrays.fill(sizes, from, from + row, largest);
        }
        return sizes;
    }

    private static double up(double x) {
        return x == 0 ? 0 : Math.nextUp(x);
    }
}
