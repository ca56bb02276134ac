package org.equicert.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.equicert.candidate.Description;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Precision;
import org.equicert.oracle.Quantity;
import org.equicert.oracle.Question;

/**
 * All questions of one station: every quantity and mode that the candidate has, at one point in one precision, and what
 * the identities need besides.
 *
 * @param station names the point within the run
 * @param cotangent c, of the shape of f's value
 * @param tangent v ∈ Rᵖ
 */
public record Inquiry(
        String station,
        Definition f,
        Point point,
        Precision precision,
        Description candidate,
        Array<Double> cotangent,
        Array<Double> tangent) {

    /**
     * An inquiry at a drawn point, with drawn cotangent (1 where the value is a single number) and tangent. The same points
     * in all precisions, rounded where they do not fit, and others where that leaves the domain.
     *
     * @param number names the point, and chooses it
     * @param size a guide to its dimensions, from 1
     */
    public static Inquiry drawn(
            Definition f, Precision precision, int number, int size, Description candidate, long seed) {
        RandomGenerator random = random(seed, number);
        Point point = f.point(size, random, precision::round);
        return drawn(StationName.point(f.name(), precision, number).toString(), f, point, precision, candidate, random);
    }

    /** An inquiry at this point, with drawn cotangent (1 where the value is a single number) and tangent. */
    static Inquiry drawn(
            String station,
            Definition f,
            Point point,
            Precision precision,
            Description candidate,
            RandomGenerator random) {
        Array<Double> value = f.value(new Doubles(), point.arguments(), point.parameters());
        Array<Double> cotangent = value.size() == 1 ? value.map(y -> 1.0) : value.map(y -> dyadic(random));
        int p = point.arguments().flatten(f.wrt()).size();
        return new Inquiry(
                station, f, point, precision, candidate, cotangent, Array.build(List.of(p), a -> dyadic(random)));
    }

    /** What the point of a number is drawn with. */
    static RandomGenerator random(long seed, int number) {
        return new SplittableRandom(seed * 1_000_003L + number).split();
    }

    /** A multiple of 1/8 in [−2, 2] that is not 0. */
    private static double dyadic(RandomGenerator random) {
        int eighths = random.nextInt(1, 17);
        return (random.nextBoolean() ? eighths : -eighths) / 8.0;
    }

    /** The same inquiry at the nearest integers to grid times its numbers. */
    Inquiry onGrid(double grid) {
        return map(x -> Math.rint(grid * x));
    }

    /** The same inquiry with every number mapped. */
    Inquiry map(UnaryOperator<Double> to) {
        return new Inquiry(station, f, point.map(to), precision, candidate, cotangent.map(to), tangent.map(to));
    }

    List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        candidate.modes(f.name()).forEach((quantity, modes) -> {
            for (Optional<Mode> mode : modes) {
                questions.add(question(quantity, mode));
            }
        });
        Definition model = f.composed().map(Definition.Composed::model).orElse(f);
        if (candidate.functions().contains(model.name())) {
            if (f.composed().isPresent() && candidate.modes(model.name()).containsKey(Quantity.VALUE)) {
                questions.add(
                        ask(model, Quantity.VALUE, Optional.empty(), Optional.empty(), Optional.empty(), "model"));
            }
            questions.addAll(jacobian(model));
        }
        return questions;
    }

    /** What is asked of f in one quantity and mode. */
    public Question question(Quantity quantity, Optional<Mode> mode) {
        boolean pulled = quantity != Quantity.VALUE && quantity != Quantity.JVP;
        boolean pushed = quantity == Quantity.JVP || quantity == Quantity.HVP;
        return ask(
                f,
                quantity,
                mode,
                pulled ? Optional.of(cotangent) : Optional.empty(),
                pushed ? Optional.of(tangent) : Optional.empty(),
                "");
    }

    /** The rows of the model's ∇f, which T.Thm1.2a needs, by whatever first-order quantity the candidate has. */
    private List<Question> jacobian(Definition model) {
        Map<Quantity, List<Optional<Mode>>> modes = candidate.modes(model.name());
        Optional<Quantity> pullBack = List.of(Quantity.VJP, Quantity.GRADIENT).stream()
                .filter(q -> !modes.getOrDefault(q, List.of()).isEmpty())
                .findFirst();
        Array<Double> value = model.value(new Doubles(), point.arguments(), point.parameters());
        if (pullBack.isEmpty() || (model == f && value.size() == 1)) {
            return List.of(); // of a single output, the gradient itself is the only row
        }
        Optional<Mode> mode = modes.getOrDefault(pullBack.get(), List.of()).getLast();
        List<Question> rows = new ArrayList<>();
        for (int i = 0; i < value.size(); i++) {
            int row = i;
            Array<Double> unit = Array.build(value.shape(), o -> o == row ? 1.0 : 0.0);
            rows.add(ask(model, pullBack.get(), mode, Optional.of(unit), Optional.empty(), "row-" + i));
        }
        return rows;
    }

    private Question ask(
            Definition function,
            Quantity quantity,
            Optional<Mode> mode,
            Optional<Array<Double>> c,
            Optional<Array<Double>> v,
            String suffix) {
        String id = station + "/" + quantity.word()
                + mode.map(m -> "/" + m.word()).orElse("") + (suffix.isEmpty() ? "" : "/" + suffix);
        return new Question(
                id, function.name(), point.parameters(), quantity, mode, precision, point.arguments(), f.wrt(), c, v);
    }

    /** The inquiry around one question: at its point, with its cotangent and tangent, or ones where it has none. */
    Inquiry around(Question question, String otherStation) {
        Point there = new Point(question.parameters(), question.inputs());
        Array<Double> value = f.value(new Doubles(), there.arguments(), there.parameters());
        int p = there.arguments().flatten(f.wrt()).size();
        return new Inquiry(
                otherStation,
                f,
                there,
                precision,
                candidate,
                question.cotangent().orElseGet(() -> value.map(y -> 1.0)),
                question.tangent().orElseGet(() -> Array.build(List.of(p), a -> 1.0)));
    }
}
