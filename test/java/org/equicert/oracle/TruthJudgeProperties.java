package org.equicert.oracle;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.equicert.function.Array;
import org.equicert.function.Definition;
import org.equicert.function.Functions;
import org.equicert.function.Point;
import org.equicert.number.Doubles;
import org.equicert.number.Undecided;

/** What η, the budget and the power promise. */
class TruthJudgeProperties {
    private static final Set<Verdict> ACCUSATIONS = EnumSet.of(Verdict.REFUTED, Verdict.INACCURATE, Verdict.FAILED);

    private static Question question(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Definition f = Functions.all().get(random.nextInt(Functions.all().size()));
        Precision precision = Precision.values()[random.nextInt(Precision.values().length)];
        Point point = point(f, precision, random);
        while (!f.formula().isDefinedAt(point)) {
            point = point(f, precision, random);
        }
        Array<Double> value = f.value(new Doubles(), point.arguments(), point.parameters());
        int p = point.arguments().flatten(f.wrt()).size();
        return new Question(
                "q",
                f.name(),
                point.parameters(),
                Quantity.values()[random.nextInt(Quantity.values().length)],
                Optional.empty(),
                precision,
                point.arguments(),
                f.wrt(),
                Optional.of(value.map(y -> (1 + random.nextInt(16)) / 8.0)),
                Optional.of(Array.build(List.of(p), a -> (random.nextInt(33) - 16) / 8.0)));
    }

    /** One in four so small that products of f16 leave its normal numbers. */
    private static Point point(Definition f, Precision precision, SplittableRandom random) {
        Point drawn = f.points().at(1 + random.nextInt(2), random);
        int scale = random.nextInt(4) == 0 ? -random.nextInt(13) : 0;
        return new Point(drawn.parameters(), drawn.arguments().map(x -> precision.round(Math.scalb(x, scale))));
    }

    /** Any evaluation in the candidate's precision, in any order of its sums and either mode, is right. */
    @Property(tries = 200)
    void anyOrderAndModeIsConsistentOrUndecided(@ForAll long seed) {
        Question q = question(seed);
        Definition f = Functions.find(q.function()).orElseThrow();
        AnyOrder narrow = new AnyOrder(q.precision(), seed);
        List<Array<Double>> outputs = new ArrayList<>();
        try {
            outputs.add(Quantities.of(narrow, f, q, q.inputs()));
            outputs.add(Quantities.inReverse(narrow, f, q, q.inputs()));
        } catch (Undecided e) {
            return; // a kink or a pivot of zero in low precision: the candidate declines
        }
        for (Array<Double> output : outputs) {
            judge(f, q, output)
                    .ifPresent(judgement ->
                            assertFalse(ACCUSATIONS.contains(judgement.verdict()), () -> q + ": " + judgement));
        }
    }

    /** A relative error planted in one entry is found wherever it exceeds what that entry may be off by. */
    @Property(tries = 200)
    void anErrorInOneEntryIsFoundWhereverItExceedsTheBudget(@ForAll long seed) {
        Question q = question(seed);
        Definition f = Functions.find(q.function()).orElseThrow();
        SplittableRandom random = new SplittableRandom(seed);
        try {
            Truth truth = new Truth(f, q);
            Array<Double> right = truth.within(0).map(ball -> ball.midpoint());
            int hit = random.nextInt(right.size());
            double error = right.get(hit) * Math.scalb(1.0, -random.nextInt(50));
            if (truth.budget() * q.precision().unitRoundoff() > 0.25) {
                return; // a chain so long decides nothing in this precision
            }
            double reach = Budget.reach(truth.budget(), q.precision().unitRoundoff());
            if (Math.abs(error) <= 1.001 * truth.halfWidth(hit, reach)) {
                return;
            }
            Array<Double> wrong = Array.build(right.shape(), i -> i == hit ? right.get(i) + error : right.get(i));
            Judgement judgement = TruthJudge.judge(truth, q.precision(), wrong);
            boolean found = ACCUSATIONS.contains(judgement.verdict());
            boolean blunt = judgement.verdict() == Verdict.UNDECIDED;
            assertTrue(found || blunt, () -> q + ": " + error + " passed, " + judgement);
        } catch (Undecided e) {
            return;
        }
    }

    private static Optional<Judgement> judge(Definition f, Question q, Array<Double> output) {
        try {
            return Optional.of(TruthJudge.judge(new Truth(f, q), q.precision(), output));
        } catch (Undecided e) {
            return Optional.empty();
        }
    }
}
