package org.equicert.campaign;

import java.util.List;
import org.equicert.derivative.Derivatives;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.number.Doubles;
import org.equicert.oracle.Question;

/** The Gauss–Newton part JᵀJ of the Hessian of ½‖f−target‖²: symmetric, and right wherever f is linear. */
final class GaussNewton {
    private GaussNewton() {}

    static Array<Double> of(Question question, Array<Double> hessian) {
        Definition model = Functions.find(question.function())
                .flatMap(Definition::composed)
                .map(Definition.Composed::model)
                .orElseThrow();
        Derivatives<Double> at = new Derivatives<>(new Doubles(), model, question.parameters(), question.inputs());
        int p = at.size();
        Array<Double> value = at.value();
        double[] sum = new double[p * p];
        for (int i = 0; i < value.size(); i++) {
            int row = i;
            List<Double> g = at.gradient(Array.build(value.shape(), o -> o == row ? 1.0 : 0.0))
                    .entries();
            for (int a = 0; a < p; a++) {
                for (int b = 0; b < p; b++) {
                    sum[a * p + b] += g.get(a) * g.get(b);
                }
            }
        }
        return Array.matrix(p, p, (a, b) -> sum[a * p + b]);
    }
}
