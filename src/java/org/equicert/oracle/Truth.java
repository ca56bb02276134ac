package org.equicert.oracle;

import java.util.ArrayList;
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
import org.jspecify.annotations.Nullable;

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
    private final double[] majorant;
    private final double[] terms;
    private final int[] block;
    private final int chain;
    private final int bits;
    private final List<Level> levels = new ArrayList<>();

    /**
     * @throws Undecided where the function or its derivative cannot be evaluated at the point
     */
    Truth(Definition f, Question question) {
        this.f = f;
        this.question = question;
        this.u = question.precision().unitRoundoff();
        requireRoom();
        Roundings counting = new Roundings(question.precision().leastScale());
        Array<Rounding> roundings =
                Quantities.of(counting, f, question, question.inputs().map(counting::of));
        double[] most =
                roundings.entries().stream().mapToDouble(Rounding::scale).toArray();
        this.majorant = Blocks.scale(f, question, most);
        this.terms =
                Terms.of(f, question).map(own -> Blocks.scale(f, question, own)).orElse(majorant);
        this.block = Blocks.blocks(question, majorant.length);
        this.chain = Budget.of(f, question, roundings);
        requireNoOverflow();
        this.bits = sufficientBits();
        requireScales();
    }

    /** A Hessian of more entries than an array holds. */
    private void requireRoom() {
        long p = question.inputs().flatten(f.wrt()).size();
        if (question.quantity() == Quantity.HESSIAN && p * p > Integer.MAX_VALUE) {
            throw new Undecided(
                    Undecided.Reason.WIDTH, "a Hessian of " + p + " × " + p + " entries is more than can be held");
        }
    }

    /** Nothing that the reference run comes across may overflow in the candidate, and no answer that may be as large as S. */
    private void requireNoOverflow() {
        Extremes extremes = new Extremes();
        Quantities.of(extremes, f, question, question.inputs());
        double largest =
                Math.max(extremes.largest(), Arrays.stream(majorant).max().orElse(0));
        if (!question.precision().isFarFromOverflow(largest)) {
            throw new Undecided(
                    Undecided.Reason.WIDTH,
                    "overflow within reach: " + question.precision().word() + " ends before what is computed here");
        }
    }

    /** A scale of 0 belongs to an entry that is exactly 0, unless it has underflowed. */
    private void requireScales() {
        for (int i = 0; i < majorant.length; i++) {
            Ball entry = within(0).get(i);
            if (majorant[i] == 0 && !(entry.isExact() && entry.containsZero())) {
                throw new Undecided(Undecided.Reason.WIDTH, "the scale of an entry underflows");
            }
        }
    }

    /** The enclosure of all answers that are true of inputs within t ulps, as {@link Definition#stability} moves them. */
    Array<Ball> within(double t) {
        return reached.computeIfAbsent(t, ulps -> enclose(ulps, bits));
    }

    /** S of an entry to first order: the terms that make it up. */
    double scale(int entry) {
        return scale(entry, 0);
    }

    /**
     * S of an entry at t: the terms that make it up, and what they leave out, which is of second order: t·u of the majorant.
     * Never more than the majorant itself, nor less than what rounds at all near 0.
     */
    private double scale(int entry, double t) {
        double first = Math.min(majorant[entry], terms[entry] + t * u * majorant[entry]);
        return majorant[entry] == 0 ? 0 : Math.max(first, question.precision().leastScale());
    }

    /** The longest dependent chain of roundings. */
    int budget() {
        return chain;
    }

    /** The shape that an answer must have. */
    List<Integer> shape() {
        return within(0).shape();
    }

    /** What entry {@code i} may be at t: the narrowest enclosure known, widened by t·u·S. */
    Ball acceptable(int i, double t) {
        double own = up(t * u * scale(i, t));
        Level level = level(t);
        if (level != null) {
            double moved = up(t * u * level.slopes[i]);
            if (level.suffices || moved <= within(t).get(i).radius()) {
                return within(0).get(i).widen(up(moved + own));
            }
        }
        return within(t).get(i).widen(own);
    }

    /**
     * Mean value forms that hold up to some t.
     *
     * @param t up to which they hold
     * @param slopes by entry; infinite where there are none
     * @param suffices whether plain enclosures are nowhere narrower at t
     */
    private record Level(double t, double[] slopes, boolean suffices) {}

    /** The mean value forms that hold at t: those of the budget, or of the budget of a lower precision; null beyond. */
    private @Nullable Level level(double t) {
        for (double end : new double[] {Budget.reach(chain, u), Budget.lenientReach(chain, question.precision())}) {
            if (t > 0 && t <= end) {
                return levels.stream()
                        .filter(level -> level.t == end)
                        .findFirst()
                        .orElseGet(() -> added(level(end, within(end))));
            }
        }
        return null;
    }

    private Level added(Level level) {
        levels.add(level);
        return level;
    }

    private Level level(double t, Array<Ball> plain) {
        double[] slopes;
        try {
            slopes = Slopes.over(f, question, moved(t), sizes());
        } catch (Undecided e) {
            slopes = new double[majorant.length];
            Arrays.fill(slopes, Double.POSITIVE_INFINITY);
        }
        boolean suffices = true;
        for (int i = 0; i < slopes.length; i++) {
            suffices &= t * u * slopes[i] <= plain.get(i).radius();
        }
        return new Level(t, slopes, suffices);
    }

    /**
     * The smallest error that would not be acceptable at t, relative to the largest entry of its block or, where the whole
     * block may be zero, to the largest of its scales: the largest such over the blocks.
     */
    double power(double t) {
        int blocks = Arrays.stream(block).max().orElse(0) + 1;
        double[] width = new double[blocks];
        double[] size = new double[blocks];
        double[] scales = new double[blocks];
        for (int i = 0; i < block.length; i++) {
            int b = block[i];
            width[b] = Math.max(width[b], halfWidth(i, t));
            Ball exact = within(0).get(i);
            size[b] = Math.max(size[b], exact.containsZero() ? 0 : Math.abs(exact.midpoint()));
            scales[b] = Math.max(scales[b], scale(i, t));
        }
        double power = 0;
        for (int b = 0; b < blocks; b++) {
            power = Math.max(power, width[b] == 0 ? 0 : width[b] / (size[b] == 0 ? scales[b] : size[b]));
        }
        return power;
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
        return Quantities.inReverse(balls, f, question, moved(t));
    }

    /** Doubles the precision until the enclosure at the very point is narrow beside one rounding. */
    private int sufficientBits() {
        for (int precision = LEAST_BITS; ; precision *= 2) {
            Array<Ball> exact = enclose(0, precision);
            boolean narrow = true;
            for (int i = 0; i < exact.size(); i++) {
                Ball entry = exact.get(i);
                narrow &= entry.isExact()
                        || entry.radius() <= 0x1p-10 * u * Math.max(majorant[i], Math.abs(entry.midpoint()));
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
        Arguments<Double> sizes = sizes();
        for (String name : question.inputs().arrays().keySet()) {
            Array<Double> x = question.inputs().get(name);
            moved = moved.with(name, x.zip(sizes.get(name), (entry, size) -> Ball.of(entry, reach(t, size))));
        }
        return moved;
    }

    /** The size of which each input may move by t·u. */
    private Arguments<Double> sizes() {
        Arguments<Double> sizes = question.inputs();
        for (String name : question.inputs().arrays().keySet()) {
            Array<Double> x = question.inputs().get(name);
            double[] own = sizes(x, f.stability());
            sizes = sizes.with(name, Array.build(x.shape(), o -> own[o]));
        }
        return sizes;
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
