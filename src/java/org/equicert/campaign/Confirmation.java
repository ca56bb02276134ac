package org.equicert.campaign;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.equicert.oracle.Answer;
import org.equicert.oracle.Exchange;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Precision;

/**
 * A refuted question, asked again in another precision or, where there is none, at a scaled point. What is wrong is as
 * wrong there; what is only unstable shrinks with u.
 *
 * <p>Both answers are the candidate's, who may make them up to look unstable. So a discrepancy that follows u excuses only
 * where the finer precision's answer is right by the truth: then the formula is, and the coarser one lacks digits. What each
 * precision would explain by roundings of the natural scale ({@link Oracle#isRounding}) follows u by its size alone.
 *
 * @param text how far the other answer lies from the truth, in words
 * @param excuses whether the refuted answer is unstable rather than wrong
 */
record Confirmation(String text, boolean excuses) {
    /**
     * A discrepancy follows u where, on a logarithmic scale, it changes by at least this part of what u does and at most by
     * the inverse part. One that all but vanishes in the other precision does not follow u: that is a fault of this one.
     */
    private static final double FOLLOWS = 2.0 / 3;

    /** Empty where one of the two answers cannot be measured. */
    static Optional<Confirmation> of(Oracle oracle, Exchange refuted, Exchange again) {
        OptionalDouble there = oracle.distance(again);
        OptionalDouble here = oracle.distance(refuted);
        if (there.isEmpty() || here.isEmpty()) {
            return Optional.empty();
        }
        Precision precision = again.question().precision();
        double u = precision.unitRoundoff() / refuted.question().precision().unitRoundoff();
        if (u == 1) {
            return Optional.of(new Confirmation(text("at the point scaled by 2", there.getAsDouble()), false));
        }
        if (oracle.isRounding(refuted) && oracle.isRounding(again)) {
            String residue = text("in " + precision.word(), there.getAsDouble()) + ", and rounding explains either";
            return Optional.of(new Confirmation(residue, true));
        }
        double ratio = Math.max(there.getAsDouble(), rounding(again)) / here.getAsDouble();
        double part = StrictMath.log(ratio) / StrictMath.log(u);
        boolean shrinks = part >= FOLLOWS && part <= 1 / FOLLOWS;
        boolean vouched = u < 1 && oracle.explains(again.question(), again.answer());
        String text = text("in " + precision.word(), there.getAsDouble()) + ": the discrepancy "
                + (shrinks ? "shrinks" : "does not shrink") + " with u"
                + (shrinks && !vouched ? ", but no finer precision's answer is right" : "");
        return Optional.of(new Confirmation(text, shrinks && vouched));
    }

    /**
     * What one rounding may do to the least entry of an answer that is not 0. An answer that has come out without any error
     * says no more about the formula than one that is right to its last digit.
     */
    private static double rounding(Exchange exchange) {
        return exchange.answer() instanceof Answer.Given given
                ? exchange.question().precision().unitRoundoff()
                        * given.output().entries().stream()
                                .mapToDouble(Math::abs)
                                .filter(size -> size > 0)
                                .min()
                                .orElse(0)
                : 0;
    }

    private static String text(String where, double difference) {
        return "asked again " + where
                + (difference == 0
                        ? " the answer is exact"
                        : String.format(Locale.ROOT, " the answer is off by %.3g", difference));
    }
}
