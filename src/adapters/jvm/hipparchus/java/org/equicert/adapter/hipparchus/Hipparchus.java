package org.equicert.adapter.hipparchus;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.equicert.adapter.hipparchus.Values.Formula;
import org.equicert.adapter.hipparchus.Values.In;
import org.hipparchus.CalculusFieldElement;
import org.hipparchus.analysis.differentiation.DSFactory;
import org.hipparchus.analysis.differentiation.DerivativeStructure;
import org.hipparchus.analysis.differentiation.FieldGradient;
import org.hipparchus.analysis.differentiation.Gradient;
import org.hipparchus.analysis.differentiation.UnivariateDerivative1;
import org.hipparchus.util.Binary64;

/**
 * Hipparchus: values by its code for doubles, derivatives by its forward ones, each quantity by another class: a gradient by
 * {@link Gradient}, a jvp by {@link UnivariateDerivative1}, a Hessian by {@link DerivativeStructure} of order 2, and a
 * Hessian-vector product by a {@link FieldGradient} over {@link UnivariateDerivative1}.
 */
public final class Hipparchus implements Library {
    @Override
    public Description describe() {
        TreeSet<String> functions = new TreeSet<>(Fields.ALL.keySet());
        functions.addAll(Doubles.ALL.keySet());
        Set<String> forDoublesAlone = new TreeSet<>(Doubles.ALL.keySet());
        forDoublesAlone.removeAll(Fields.ALL.keySet());
        return new Description(
                "hipparchus",
                Library.version(),
                List.of("f64"),
                functions,
                List.of("value", "gradient", "jvp", "hvp", "hessian"),
                List.of("fwd", "fwd-over-fwd"),
                Narrowed.to(List.of("value"), forDoublesAlone));
    }

    @Override
    public Tensor answer(Question question) {
        if (question.quantity().equals("value") && Doubles.ALL.containsKey(question.function())) {
            return Doubles.ALL.get(question.function()).apply(question);
        }
        Formula formula = Fields.ALL.get(question.function());
        if (formula == null) {
            throw new UnsupportedOperationException(
                    "no " + question.quantity() + " of " + question.function() + " over fields");
        }
        return switch (question.quantity()) {
            case "value" -> value(formula, question, (at, x) -> new Binary64(x)).tensor();
            case "gradient" -> gradient(formula, question);
            case "jvp" -> tangent(formula, question);
            case "hessian" -> hessian(formula, question);
            case "hvp" -> product(formula, question);
            default -> throw new UnsupportedOperationException("no " + question.quantity());
        };
    }

    private static <T extends CalculusFieldElement<T>> Values<T> value(
            Formula formula, Question question, Question.Lift<T> lift) {
        Map<String, Values<T>> arguments = new LinkedHashMap<>();
        question.lifted(lift)
                .forEach((name, entries) ->
                        arguments.put(name, new Values<>(question.input(name).shape(), entries)));
        return formula.of(new In<>(arguments, question.parameters()));
    }

    /** ⟨c, f⟩. */
    private static <T extends CalculusFieldElement<T>> T pulled(
            Formula formula, Question question, Question.Lift<T> lift) {
        List<T> y = value(formula, question, lift).entries();
        double[] c = question.c();
        return IntStream.range(0, c.length)
                .mapToObj(i -> y.get(i).multiply(c[i]))
                .reduce(CalculusFieldElement::add)
                .orElseThrow();
    }

    private static Tensor gradient(Formula formula, Question question) {
        int p = question.theta().length;
        Gradient y =
                pulled(formula, question, (at, x) -> at < 0 ? Gradient.constant(p, x) : Gradient.variable(p, at, x));
        return Tensor.vector(y.getGradient());
    }

    private static Tensor tangent(Formula formula, Question question) {
        double[] v = question.v();
        Values<UnivariateDerivative1> y =
                value(formula, question, (at, x) -> new UnivariateDerivative1(x, at < 0 ? 0 : v[at]));
        return new Tensor(
                y.shape(),
                y.entries().stream()
                        .mapToDouble(UnivariateDerivative1::getFirstDerivative)
                        .toArray());
    }

    private static Tensor hessian(Formula formula, Question question) {
        int p = question.theta().length;
        DSFactory factory = new DSFactory(p, 2);
        DerivativeStructure y =
                pulled(formula, question, (at, x) -> at < 0 ? factory.constant(x) : factory.variable(at, x));
        double[][] hessian = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                int[] orders = new int[p];
                orders[i]++;
                orders[j]++;
                hessian[i][j] = y.getPartialDerivative(orders);
            }
        }
        return Tensor.matrix(hessian);
    }

    private static Tensor product(Formula formula, Question question) {
        int p = question.theta().length;
        double[] v = question.v();
        FieldGradient<UnivariateDerivative1> y = pulled(
                formula,
                question,
                (at, x) -> at < 0
                        ? FieldGradient.constant(p, new UnivariateDerivative1(x, 0))
                        : FieldGradient.variable(p, at, new UnivariateDerivative1(x, v[at])));
        return Tensor.vector(IntStream.range(0, p)
                .mapToDouble(i -> y.getPartialDerivative(i).getFirstDerivative())
                .toArray());
    }
}
