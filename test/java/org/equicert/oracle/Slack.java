package org.equicert.oracle;

import java.util.List;
import org.equicert.function.Functions;
import org.equicert.number.Roundings;
import org.equicert.number.Undecided;

/** How far two right answers to a question may lie apart, by counting roundings alone: nobody judges. */
public final class Slack {
    private Slack() {}

    /** By entry: twice the chain of roundings times u times the scale; infinite where roundings cannot be counted. */
    public static List<Double> of(Question question) {
        Roundings counting = new Roundings(question.precision().leastScale());
        try {
            return Quantities.of(
                            counting,
                            Functions.find(question.function()).orElseThrow(),
                            question,
                            question.inputs().map(counting::of))
                    .map(r -> 2
                            * Budget.reach(r.chain(), question.precision().unitRoundoff())
                            * question.precision().unitRoundoff()
                            * r.scale())
                    .entries();
        } catch (Undecided e) {
            return List.of();
        }
    }
}
