package org.equicert.vectors;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.function.DoublePredicate;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Ball;
import org.equicert.number.Balls;
import org.equicert.number.Undecided;
import org.equicert.oracle.Question;

/** What is special about a test, and which bugs that brings to light. */
public enum Flag {
    GENERIC("Nothing is special about the numbers: what is wrong here is wrong nearly everywhere."),
    SINGLE("Every argument is a single number, where shapes of 1 are squeezed or broadcast by mistake."),
    STRUCTURED(
            "All numbers are multiples of 1/4, so that entries coincide and differences vanish: wrong branches at ties."),
    EXTREME("An input is beyond 2^8 or within 2^-8 of 0: naive formulas overflow, underflow, or lose what is small."),
    ZERO("An entry of the answer is exactly 0: spurious terms, and terms that fail to cancel, show."),
    NEAR_DEGENERATE("Roundings are magnified more than a thousandfold: unstable algorithms show."),
    NEAR_KINK("A kink, a pole, a singular point or an edge of the domain may lie within a part of 2^-5 of the inputs:"
            + " wrong branches and guards show.");

    private static final double LARGE = 0x1p8;
    private static final double NEAR = 0x1p-5;

    private final String text;

    Flag(String text) {
        this.text = text;
    }

    /** What it means, in a sentence or two. */
    public String text() {
        return text;
    }

    /** As it is written in test vectors: {@code near-kink}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * The flags of a question.
     *
     * @param magnified by how much roundings are magnified
     */
    static Set<Flag> of(Definition f, Question question, Array<Ball> truth, double magnified) {
        Set<Flag> flags = EnumSet.noneOf(Flag.class);
        if (question.inputs().arrays().values().stream().allMatch(x -> x.size() == 1)) {
            flags.add(SINGLE);
        }
        if (all(question, x -> 4 * x == Math.rint(4 * x))) {
            flags.add(STRUCTURED);
        }
        if (!all(question, x -> x == 0 || Math.abs(x) <= LARGE && Math.abs(x) >= 1 / LARGE)) {
            flags.add(EXTREME);
        }
        if (truth.entries().stream().anyMatch(y -> y.isExact() && y.containsZero())) {
            flags.add(ZERO);
        }
        if (magnified > 1000) {
            flags.add(NEAR_DEGENERATE);
        }
        if (!isSmoothNearby(f, question)) {
            flags.add(NEAR_KINK);
        }
        return flags.isEmpty() ? EnumSet.of(GENERIC) : flags;
    }

    private static boolean all(Question question, DoublePredicate condition) {
        return question.inputs().arrays().values().stream()
                .flatMap(x -> x.entries().stream())
                .allMatch(condition::test);
    }

    private static boolean isSmoothNearby(Definition f, Question question) {
        try {
            f.value(
                    Balls.ofBits(64),
                    question.inputs().map(x -> Ball.of(x, NEAR * Math.abs(x))),
                    question.parameters());
            return true;
        } catch (Undecided e) {
            return false;
        }
    }
}
