package org.equicert.oracle;

import java.util.ArrayList;
import java.util.List;
import org.equicert.derivative.Jet;
import org.equicert.derivative.Jets;
import org.equicert.function.Arguments;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.number.Ball;
import org.equicert.number.Balls;

/**
 * The mean value form: where each input xⱼ moves by at most t·u·sⱼ, entry i of the answer moves by at most t·u·Σⱼ |∂ⱼQᵢ|·sⱼ
 * with the derivatives enclosed over the whole box. Where a plain enclosure widens with every occurrence of an input, this
 * one widens with what the input really does, up to second order.
 */
final class Slopes {
    /** The derivatives are enclosed over boxes far wider than one rounding with so many bits. */
    private static final int BITS = 96;

    private Slopes() {}

    /**
     * Upper bounds of Σⱼ |∂ⱼQᵢ|·sⱼ over the box, one for each entry of the answer; infinite where there is none.
     *
     * @param box the inputs, moved
     * @param sizes sⱼ, of the shapes of the inputs
     * @throws org.equicert.number.Undecided where the answer has no derivative all over the box
     */
    static double[] over(Definition f, Question question, Arguments<Ball> box, Arguments<Double> sizes) {
        List<String> names = List.copyOf(box.arrays().keySet());
        List<Double> size = sizes.flatten(names);
        Jets<Ball> jets = new Jets<>(
                Balls.ofBits(BITS), (int) size.stream().filter(s -> s != 0).count(), 1);
        List<Ball> flat = box.flatten(names);
        List<Jet<Ball>> moving = new ArrayList<>(flat.size());
        List<Double> weights = new ArrayList<>();
        for (int j = 0; j < flat.size(); j++) {
            if (size.get(j) == 0) {
                moving.add(jets.constant(flat.get(j)));
            } else {
                moving.add(jets.variable(flat.get(j), weights.size()));
                weights.add(size.get(j));
            }
        }
        Arguments<Jet<Ball>> in = box.map(jets::constant).withTheta(names, moving);
        Array<Jet<Ball>> answer = Quantities.inReverse(jets, f, question, in);
        return answer.entries().stream()
                .mapToDouble(entry -> slope(jets, entry, weights))
                .toArray();
    }

    private static double slope(Jets<Ball> jets, Jet<Ball> entry, List<Double> weights) {
        double sum = 0;
        for (int j = 0; j < weights.size(); j++) {
            double slope = jets.first(entry, j).magnitudeUpper();
            if (slope != 0) {
                sum = Math.nextUp(sum + Math.nextUp(slope * weights.get(j)));
            }
        }
        return sum;
    }
}
