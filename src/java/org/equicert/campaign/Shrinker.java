package org.equicert.campaign;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.DoubleUnaryOperator;
import org.equicert.candidate.Candidate;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.oracle.Mode;
import org.equicert.oracle.Oracle;
import org.equicert.oracle.Question;

/**
 * Makes a refuted question smaller and rounder while the candidate's answer stays refuted by the truth: fewer dimensions
 * first, then rounder numbers. So that it stays the same fault, and no singular point is taken for a witness, the modes
 * that were right must stay right.
 */
final class Shrinker {
    private static final int MOST_QUESTIONS = 300;
    private static final int DRAWS_PER_SIZE = 4;

    /** From roundest to least round. */
    private static final List<DoubleUnaryOperator> ROUNDER =
            List.of(x -> 1, x -> 0, x -> -1, Math::rint, x -> Math.rint(2 * x) / 2, x -> Math.rint(8 * x) / 8);

    private final Candidate candidate;
    private final Oracle oracle;
    private final Definition f;
    private final BooleanSupplier stopped;
    private List<Optional<Mode>> right = List.of();
    private int asked;

    Shrinker(Candidate candidate, Oracle oracle, Definition f, BooleanSupplier stopped) {
        this.candidate = candidate;
        this.oracle = oracle;
        this.f = f;
        this.stopped = stopped;
    }

    /**
     * The smallest refuted question found; the given one where none smaller is refuted by the truth.
     *
     * @param right the modes of the same quantity whose answers at this point are right
     */
    Question shrink(Question refuted, List<Optional<Mode>> right) {
        this.right = right;
        Question smallest = fewerDimensions(refuted);
        for (String name : smallest.inputs().arrays().keySet()) {
            smallest = rounder(
                    smallest,
                    new Place(
                            q -> q.inputs().get(name),
                            (q, a) -> q.with(q.inputs().with(name, a), q.cotangent(), q.tangent())));
        }
        if (smallest.cotangent().isPresent()) {
            smallest = rounder(
                    smallest,
                    new Place(
                            q -> q.cotangent().orElseThrow(),
                            (q, a) -> q.with(q.inputs(), Optional.of(a), q.tangent())));
        }
        if (smallest.tangent().isPresent()) {
            smallest = rounder(
                    smallest,
                    new Place(
                            q -> q.tangent().orElseThrow(),
                            (q, a) -> q.with(q.inputs(), q.cotangent(), Optional.of(a))));
        }
        return smallest;
    }

    private Question fewerDimensions(Question refuted) {
        int entries = entries(refuted);
        for (int size = 1; size <= 3; size++) {
            for (int draw = 0; draw < DRAWS_PER_SIZE; draw++) {
                SplittableRandom random = new SplittableRandom(31L * size + draw);
                Point point = f.points().at(size, random);
                Question smaller = moved(refuted, point);
                if (entries(smaller) < entries && stillRefuted(smaller)) {
                    return smaller;
                }
            }
        }
        return refuted;
    }

    /** The same question at another point, with cotangent and tangent of ones. */
    private Question moved(Question question, Point point) {
        Question there = new Question(
                question.id(),
                question.function(),
                point.parameters(),
                question.quantity(),
                question.mode(),
                question.precision(),
                point.arguments(),
                question.wrt(),
                question.cotangent(),
                question.tangent());
        Array<Double> value = f.value(new Doubles(), point.arguments(), point.parameters());
        int p = point.arguments().flatten(f.wrt()).size();
        return there.with(
                point.arguments(),
                question.cotangent().map(c -> value.map(y -> 1.0)),
                question.tangent().map(v -> Array.build(List.of(p), a -> 1.0)));
    }

    private static int entries(Question question) {
        return question.inputs().arrays().values().stream()
                .mapToInt(Array::size)
                .sum();
    }

    /** Where in a question an array stands. */
    private record Place(
            java.util.function.Function<Question, Array<Double>> get,
            java.util.function.BiFunction<Question, Array<Double>, Question> set) {}

    /** First all entries at once, then one at a time, each made as round as the refutation allows. */
    private Question rounder(Question question, Place place) {
        Question best = question;
        for (DoubleUnaryOperator round : ROUNDER) {
            Array<Double> rounded = place.get().apply(best).map(x -> roundest(round, x));
            Question candidateQuestion = place.set().apply(best, rounded);
            if (!rounded.equals(place.get().apply(best)) && stillRefuted(candidateQuestion)) {
                best = candidateQuestion;
                break;
            }
        }
        for (int i = 0; i < place.get().apply(best).size(); i++) {
            for (DoubleUnaryOperator round : ROUNDER) {
                Array<Double> old = place.get().apply(best);
                double x = roundest(round, old.get(i));
                if (x == old.get(i)) {
                    break; // as round as this already
                }
                List<Double> entries = new ArrayList<>(old.entries());
                entries.set(i, x);
                Question next = place.set().apply(best, new Array<>(old.shape(), entries));
                if (stillRefuted(next)) {
                    best = next;
                    break;
                }
            }
        }
        return best;
    }

    private static double roundest(DoubleUnaryOperator round, double x) {
        return round.applyAsDouble(x) + 0.0; // no negative zeros
    }

    private boolean stillRefuted(Question question) {
        if (stopped.getAsBoolean() || asked >= MOST_QUESTIONS) {
            return false;
        }
        return isRefuted(question) && right.stream().noneMatch(mode -> isRefuted(question.in(mode)));
    }

    private boolean isRefuted(Question question) {
        asked++;
        return oracle.refutes(question, candidate.ask(question));
    }
}
