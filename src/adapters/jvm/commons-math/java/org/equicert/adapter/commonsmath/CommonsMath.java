package org.equicert.adapter.commonsmath;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.commons.math3.analysis.differentiation.DerivativeStructure;
import org.equicert.adapter.Library;
import org.equicert.adapter.Question;
import org.equicert.adapter.Tensor;
import org.equicert.adapter.commonsmath.Structures.Inputs;

/** Commons Math: values by its code for doubles, derivatives by {@link DerivativeStructure}. */
public final class CommonsMath implements Library {
    private static final List<String> VALUES = List.of("value");
    private static final List<String> DERIVATIVES = List.of("gradient", "hvp", "hessian");

    @Override
    public Description describe() {
        TreeSet<String> functions = new TreeSet<>(Structures.ALL.keySet());
        functions.addAll(Doubles.names());
        Set<String> valuesAlone = new TreeSet<>(Doubles.names());
        valuesAlone.removeAll(Structures.ALL.keySet());
        Set<String> derivativesAlone = new TreeSet<>(Structures.ALL.keySet());
        derivativesAlone.removeAll(Doubles.names());
        Map<String, Narrowed> narrowed = new TreeMap<>(Narrowed.to(DERIVATIVES, derivativesAlone));
        narrowed.putAll(Narrowed.to(VALUES, valuesAlone));
        return new Description(
                "commons-math",
                Library.version(),
                List.of("f64"),
                functions,
                Stream.concat(VALUES.stream(), DERIVATIVES.stream()).toList(),
                List.of("fwd", "fwd-over-fwd"),
                narrowed);
    }

    @Override
    public Tensor answer(Question question) {
        if (question.quantity().equals("value") && Doubles.names().contains(question.function())) {
            return Doubles.value(question);
        }
        Function<Inputs, DerivativeStructure[]> f = Structures.ALL.get(question.function());
        if (f == null || question.quantity().equals("value")) {
            throw new UnsupportedOperationException("no " + question.quantity() + " of " + question.function());
        }
        int p = question.theta().length;
        return switch (question.quantity()) {
            case "gradient" -> gradient(pulled(f, question, (at, x) -> structure(p, 1, at, x)), p);
            case "hessian" -> hessian(pulled(f, question, (at, x) -> structure(p, 2, at, x)), p);
            case "hvp" -> product(f, question, p);
            default -> throw new UnsupportedOperationException("no " + question.quantity());
        };
    }

    private static DerivativeStructure structure(int free, int order, int at, double x) {
        return at < 0 ? new DerivativeStructure(free, order, x) : new DerivativeStructure(free, order, at, x);
    }

    /** ⟨c, f⟩. */
    private static DerivativeStructure pulled(
            Function<Inputs, DerivativeStructure[]> f, Question question, Question.Lift<DerivativeStructure> lift) {
        Map<String, DerivativeStructure[]> entries = new LinkedHashMap<>();
        Map<String, List<Integer>> shapes = new LinkedHashMap<>();
        question.lifted(lift).forEach((name, numbers) -> {
            entries.put(name, numbers.toArray(DerivativeStructure[]::new));
            shapes.put(name, question.input(name).shape());
        });
        DerivativeStructure[] y = f.apply(new Inputs(entries, shapes, question.parameters()));
        return y[0].linearCombination(question.c(), y);
    }

    private static Tensor gradient(DerivativeStructure y, int p) {
        double[] gradient = new double[p];
        for (int i = 0; i < p; i++) {
            gradient[i] = partial(y, p, i);
        }
        return Tensor.vector(gradient);
    }

    private static Tensor hessian(DerivativeStructure y, int p) {
        double[][] hessian = new double[p][p];
        for (int i = 0; i < p; i++) {
            for (int j = 0; j < p; j++) {
                hessian[i][j] = partial(y, p, i, j);
            }
        }
        return Tensor.matrix(hessian);
    }

    /** Along θ + s·v: the mixed derivatives by s and each of θ. */
    private static Tensor product(Function<Inputs, DerivativeStructure[]> f, Question question, int p) {
        double[] v = question.v();
        DerivativeStructure s = new DerivativeStructure(p + 1, 2, p, 0);
        DerivativeStructure y = pulled(
                f,
                question,
                (at, x) -> at < 0
                        ? structure(p + 1, 2, at, x)
                        : structure(p + 1, 2, at, x).add(s.multiply(v[at])));
        double[] product = new double[p];
        for (int i = 0; i < p; i++) {
            product[i] = partial(y, p + 1, i, p);
        }
        return Tensor.vector(product);
    }

    private static double partial(DerivativeStructure y, int free, int... by) {
        int[] orders = new int[free];
        for (int i : by) {
            orders[i]++;
        }
        return y.getPartialDerivative(orders);
    }
}
